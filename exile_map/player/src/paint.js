/** Painting of ways: casings, strokes, arrowheads, open ends, on a canvas context. */
import { pointAt } from "./line.js";
import { colourOf, strokeOf } from "./theme.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./model.js").Leg} Leg */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {CanvasRenderingContext2D} Context */

/** A way shorter than this on screen needs no arrowhead. */
const ARROW_ROOM = 64;
const ARROW = 7;
const CASING = 2.4;
/** Of more ways than this at once each is a plain line. */
export const MANY = 2000;
/** Of more ways to come than this, no more can be told apart. */
const MOST_AHEAD = 5000;
const MANY_WIDTH = 1.4;
const MANY_AHEAD = 0.25;
/** Strokes go out in batches: one path of many thousand legs takes rasterizers seconds. */
export const BATCH = 64;

/** The copies of the world in which a box is seen. @param {View} view @param {[number, number, number, number]} box */
export function copiesOf(view, [x0, y0, x1, y1]) {
  const east = view.originX + view.width / view.scale;
  const south = view.originY + view.height / view.scale;
  const air = 12 / view.scale;
  if (y1 < view.originY - air || y0 > south + air) return [];
  const copies = [];
  for (let k = Math.ceil(view.originX - air - x1); k <= east + air - x0; k++) copies.push(k);
  return copies;
}

/**
 * Traces a way, or its first part.
 * @param {Context} ctx @param {View} view @param {Leg} leg @param {number} copy @param {number} [fraction]
 */
function trace(ctx, view, leg, copy, fraction = 1) {
  const { points, lengths } = leg;
  if (!points || !lengths) return;
  const { scale } = view;
  const [ox, oy] = [view.originX - copy, view.originY];
  const tip = fraction < 1 ? pointAt(points, lengths, fraction) : null;
  const last = tip ? tip.before : points.length / 2 - 1;
  let [x, y] = [(points[0] - ox) * scale, (points[1] - oy) * scale];
  ctx.moveTo(x, y);
  for (let i = 1; i <= last; i++) {
    const [nx, ny] = [(points[2 * i] - ox) * scale, (points[2 * i + 1] - oy) * scale];
    if (i < last && Math.abs(nx - x) + Math.abs(ny - y) < 0.7) continue;
    ctx.lineTo(nx, ny);
    [x, y] = [nx, ny];
  }
  if (tip) ctx.lineTo((tip.x - ox) * scale, (tip.y - oy) * scale);
}

/** @param {Context} ctx @param {Theme} theme @param {string} group */
function inkFor(ctx, theme, group) {
  const stroke = strokeOf(group);
  ctx.strokeStyle = colourOf(theme, group);
  ctx.lineWidth = stroke.width;
  ctx.lineCap = stroke.cap;
  ctx.setLineDash(stroke.dash);
}

/** One way with its casing. @param {Context} ctx @param {View} view @param {Leg} leg @param {Theme} theme @param {number} [fraction] */
export function paintLeg(ctx, view, leg, theme, fraction = 1) {
  if (!leg.box) return;
  ctx.lineJoin = "round";
  for (const copy of copiesOf(view, leg.box)) {
    ctx.beginPath();
    trace(ctx, view, leg, copy, fraction);
    ctx.setLineDash([]);
    ctx.lineCap = "round";
    ctx.strokeStyle = theme.casing;
    ctx.lineWidth = strokeOf(leg.moveGroup).width + CASING;
    ctx.stroke();
    inkFor(ctx, theme, leg.moveGroup);
    ctx.stroke();
    ctx.setLineDash([]);
    if (fraction >= 1) paintArrow(ctx, view, leg, theme, copy);
  }
}

/** A small head at mid-way says which way. @param {Context} ctx @param {View} view @param {Leg} leg @param {Theme} theme @param {number} copy */
function paintArrow(ctx, view, leg, theme, copy) {
  const { points, lengths } = leg;
  if (!points || !lengths || lengths[lengths.length - 1] * view.scale < ARROW_ROOM) return;
  const nose = pointAt(points, lengths, 0.56);
  const tail = pointAt(points, lengths, 0.53);
  const x = (nose.x + copy - view.originX) * view.scale;
  const y = (nose.y - view.originY) * view.scale;
  const angle = Math.atan2(nose.y - tail.y, nose.x - tail.x);
  const size = ARROW + strokeOf(leg.moveGroup).width / 2;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(size * 0.62, 0);
  ctx.lineTo(-size * 0.5, size * 0.56);
  ctx.quadraticCurveTo(-size * 0.2, 0, -size * 0.5, -size * 0.56);
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.casing;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fillStyle = colourOf(theme, leg.moveGroup);
  ctx.fill();
  ctx.restore();
}

/** So many dots, dashes and round ends would be a haze; a hairline of one dot is drawn twenty times as fast as a wider line. @param {Context} ctx */
function plain(ctx) {
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  ctx.lineJoin = "bevel";
  ctx.lineWidth = 1 / ctx.getTransform().a;
}

/** Traces those ways of a batch that are of one kind. @param {Context} ctx @param {View} view @param {Leg[]} batch @param {(group: string) => boolean} [wanted] */
function strokeMany(ctx, view, batch, wanted = () => true) {
  ctx.beginPath();
  for (const leg of batch) {
    if (!wanted(leg.moveGroup) || !leg.box) continue;
    for (const copy of copiesOf(view, leg.box)) {
      if (leg.sketch) leg.sketch(ctx, view, copy);
      else trace(ctx, view, leg, copy);
    }
  }
  ctx.stroke();
}

/** Many ways, plain, in batches of one kind. @param {Context} ctx @param {View} view @param {Leg[]} legs @param {Theme} theme @param {boolean} plainly so many in all that each is a hairline */
export function paintMany(ctx, view, legs, theme, plainly) {
  for (let start = 0; start < legs.length; start += BATCH) {
    ctx.lineJoin = "round";
    const batch = legs.slice(start, start + BATCH);
    const groups = new Set(batch.map((leg) => leg.moveGroup));
    for (const group of ["free", "none", "unknown", "flight", "forced"]) {
      if (!groups.has(group)) continue;
      inkFor(ctx, theme, group);
      ctx.lineWidth = MANY_WIDTH;
      if (plainly) plain(ctx);
      strokeMany(ctx, view, batch, (g) => g === group);
    }
  }
  ctx.setLineDash([]);
}

/** The way ahead, faint; of very many legs, some. @param {Context} ctx @param {View} view @param {Leg[]} legs @param {Theme} theme */
export function paintAhead(ctx, view, legs, theme) {
  ctx.strokeStyle = theme.ahead;
  ctx.lineWidth = 1.3;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.setLineDash([0.1, 4.5]);
  const many = legs.length > MANY;
  if (many) plain(ctx);
  if (many) ctx.globalAlpha = MANY_AHEAD;
  const stride = Math.ceil(legs.length / MOST_AHEAD);
  const shown = stride > 1 ? legs.filter((_, i) => i % stride === 0) : legs;
  for (let start = 0; start < shown.length; start += BATCH) strokeMany(ctx, view, shown.slice(start, start + BATCH));
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

/** Where the way is lost: a short open end toward the next known place, and a question mark. @param {Context} ctx @param {Theme} theme @param {{x: number, y: number}} from @param {{x: number, y: number}} to pixels */
export function paintGap(ctx, theme, from, to) {
  const way = Math.hypot(to.x - from.x, to.y - from.y);
  if (way < 30) return;
  const [dx, dy] = [(to.x - from.x) / way, (to.y - from.y) / way];
  const reach = Math.min(34, way / 2);
  const end = { x: from.x + dx * reach, y: from.y + dy * reach };
  ctx.lineCap = "round";
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.casing, 5], [theme.unknown, 2]])) {
    ctx.beginPath();
    ctx.moveTo(from.x + dx * 8, from.y + dy * 8);
    ctx.lineTo(end.x, end.y);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(colour === theme.casing ? [] : [3, 5]);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.font = `italic 600 15px ${theme.serif}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.strokeStyle = theme.casing;
  ctx.lineWidth = 4;
  ctx.strokeText("?", end.x + dx * 11, end.y + dy * 11);
  ctx.fillStyle = theme.muted;
  ctx.fillText("?", end.x + dx * 11, end.y + dy * 11);
}
