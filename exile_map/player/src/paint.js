/** Painting of ways: casings, strokes, arrowheads, open ends, on a canvas context. */
import { ease } from "./camera.js";
import { ICONS } from "./dom.js";
import { around, overlap } from "./labels.js";
import { pointAt } from "./line.js";
import { LONG_ROUTES } from "./long.js";
import { colourOf, strokeOf } from "./theme.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./model.js").Leg} Leg */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {CanvasRenderingContext2D} Context */

/** A way shorter than this on screen has no room for an arrowhead; one of dashes, that are not to be hidden, needs more. */
const ARROW_ROOM = 40;
const DASHED_ROOM = 64;
const ARROW = 7;
const HEAD = "M.62 0L-.5.56Q-.2 0-.5-.56z";
/** Where on a way its head may be, and its sign: the first that is free. */
const ARROWS = [0.56, 0.42, 0.7, 0.3];
const SIGNS = [0.4, 0.6, 0.25];
/** So much of a way is hidden by the markers at both its ends, and in the rest there are to be two dashes. */
const HIDDEN = 7;
const TWO_DASHES = 24;
const AHEAD = 1.5;
const CASING = 2.4;
/** The lanes of a way are drawn this far apart, and come together so far from their ends. */
const ASIDE = 6;
const JOINING = 40;
/** They are parallel to the way as it runs over so many pixels: where it winds more closely they would tangle. */
const STRAIGHT = 24;
/** What is further than this beyond the map's edge is not traced. */
const BEYOND = 16;
/** A way longer than this on screen shows by what means it was gone. */
const MODE_ROOM = 110;
const MODE_SIZE = 13;
/** The signs as paths, each made once. @type {Record<string, Path2D>} */
const PATHS = {};
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
 * A spot on a way, on screen: where it is, and which way the way leads there.
 * @param {View} view @param {Leg} leg @param {number} copy @param {number} fraction
 */
export function spotOn(view, leg, copy, fraction) {
  const points = /** @type {Float64Array} */ (leg.points);
  const along = /** @type {Float64Array} */ (leg.lengths);
  const { x, y, before } = pointAt(points, along, fraction);
  const i = 2 * Math.min(before, along.length - 2);
  const [ox, oy] = asideAt(view, leg, fraction * along[along.length - 1]);
  const angle = Math.atan2(points[i + 3] - points[i + 1], points[i + 2] - points[i]);
  return { x: (x + copy - view.originX) * view.scale + ox, y: (y - view.originY) * view.scale + oy, angle, before };
}

const NOT_ASIDE = [0, 0];
/** By how many pixels a way is moved into its lane there. @param {View} view @param {Leg} leg @param {number} along */
function asideAt({ scale }, { aside, points, lengths }, along) {
  if (!aside || !points || !lengths) return NOT_ASIDE;
  const whole = lengths[lengths.length - 1];
  const a = pointAt(points, lengths, (along - STRAIGHT / scale) / whole);
  const b = pointAt(points, lengths, (along + STRAIGHT / scale) / whole);
  const off = (aside * ASIDE * ease(Math.min(1, (Math.min(along, whole - along) * scale) / JOINING))) / (Math.hypot(b.x - a.x, b.y - a.y) || 1);
  return [(a.y - b.y) * off, (b.x - a.x) * off];
}

/**
 * Traces what is seen of a way, or of its first part.
 * @param {{moveTo: (x: number, y: number, gone: number) => void, lineTo: (x: number, y: number) => void}} ctx `gone`: how long the way was until there
 * @param {View} view @param {Leg} leg @param {number} copy @param {number} [fraction]
 */
export function trace(ctx, view, leg, copy, fraction = 1) {
  const { points, lengths } = leg;
  if (!points || !lengths) return;
  const { scale } = view;
  const [ox, oy] = [view.originX - copy, view.originY];
  const tip = fraction < 1 ? spotOn(view, leg, copy, fraction) : null;
  const last = tip ? tip.before : points.length / 2 - 1;
  let x = (points[0] - ox) * scale;
  let y = (points[1] - oy) * scale;
  let [px, py, gone, down] = [x, y, 0, false];
  const go = (/** @type {number} */ nx, /** @type {number} */ ny) => {
    const seen = Math.max(px, nx) > -BEYOND && Math.min(px, nx) < view.width + BEYOND && Math.max(py, ny) > -BEYOND && Math.min(py, ny) < view.height + BEYOND;
    if (seen && !down) ctx.moveTo(px, py, gone);
    if (seen) ctx.lineTo(nx, ny);
    gone += Math.hypot(nx - px, ny - py);
    px = nx;
    py = ny;
    down = seen;
  };
  const least = leg.aside ? 3 : 0.7;
  for (let i = 1; i <= last; i++) {
    const nx = (points[2 * i] - ox) * scale;
    const ny = (points[2 * i + 1] - oy) * scale;
    if (i < last && Math.abs(nx - x) + Math.abs(ny - y) < least) continue;
    const aside = asideAt(view, leg, lengths[i]);
    go(nx + aside[0], ny + aside[1]);
    x = nx;
    y = ny;
  }
  if (tip) go(tip.x, tip.y);
}

/** @param {Context} ctx @param {Theme} theme @param {string} group @param {number} [slot] */
function inkFor(ctx, theme, group, slot) {
  const stroke = strokeOf(group);
  ctx.strokeStyle = colourOf(theme, group, slot);
  ctx.lineWidth = stroke.width;
  ctx.lineCap = stroke.cap;
  ctx.setLineDash(stroke.dash);
}

/** One way, a hairline: wide lines, dots and dashes take long to rasterise. @param {Context} ctx @param {View} view @param {Leg} leg @param {Theme} theme */
export function sketchLeg(ctx, view, leg, theme) {
  if (!leg.box) return;
  ctx.strokeStyle = colourOf(theme, leg.moveGroup, leg.slot);
  ctx.lineWidth = 1;
  for (const copy of copiesOf(view, leg.box)) {
    ctx.beginPath();
    trace(ctx, view, leg, copy);
    ctx.stroke();
  }
}

/**
 * Ways with their casings. These lie under all ways: one that is cut by another's casing would look dashed.
 * @param {Context} ctx @param {View} view @param {Leg[]} legs @param {Theme} theme
 * @param {number} [fraction] of the ways
 */
export function paintLegs(ctx, view, legs, theme, fraction = 1) {
  /** @type {{leg: Leg, path: Path2D, gone: number}[]} */
  const lines = [];
  for (const leg of legs) if (leg.box) for (const copy of copiesOf(view, leg.box)) {
    let path = /** @type {Path2D} */ ({});
    trace({
      moveTo: (x, y, gone) => {
        lines.push({ leg, path: (path = new Path2D()), gone });
        path.moveTo(x, y);
      },
      lineTo: (x, y) => path.lineTo(x, y),
    }, view, leg, copy, fraction);
  }
  ctx.lineJoin = ctx.lineCap = "round";
  ctx.strokeStyle = theme.casing;
  for (const { leg, path } of lines) {
    ctx.lineWidth = strokeOf(leg.moveGroup).width + (leg.aside ? 1 : CASING);
    ctx.stroke(path);
  }
  for (const { leg, path, gone } of lines) {
    inkFor(ctx, theme, leg.moveGroup, leg.slot);
    const short = (roomOf(view, leg) - 2 * HIDDEN) / TWO_DASHES;
    if (isDashed(leg) && short < 1) ctx.setLineDash(strokeOf("flight").dash.map((d) => d * Math.max(0.2, short)));
    ctx.lineDashOffset = gone - HIDDEN;
    ctx.stroke(path);
  }
  ctx.setLineDash([]);
}

/** @param {Leg} leg */
const isDashed = ({ moveGroup }) => moveGroup === "flight";

/** How long a way is on screen. @param {View} view @param {Leg} leg */
const roomOf = ({ scale }, { lengths }) => (lengths ? lengths[lengths.length - 1] * scale : 0);

/**
 * Small heads say which way, signs by what means, on all ways and where nothing is: on the overlay, above every line.
 * @param {Context} ctx @param {View} view @param {Leg[]} legs @param {Theme} theme @param {import("./labels.js").Rect[]} taken by dots, names and people
 */
export function paintSigns(ctx, view, legs, theme, taken) {
  const seen = legs.flatMap((leg) => (leg.box && roomOf(view, leg) >= (isDashed(leg) ? DASHED_ROOM : ARROW_ROOM) ? copiesOf(view, leg.box).map((copy) => ({ leg, copy })) : []));
  // Which way matters more than by what means.
  for (const means of [false, true]) for (const { leg, copy } of seen) {
    const { mode, aside, moveGroup } = leg;
    // Where several go the same way, one sign on the outermost is enough; side by side, heads are smaller.
    if (means && (!mode || roomOf(view, leg) < MODE_ROOM || !leg.leads)) continue;
    const size = means ? MODE_SIZE / 28 : (ARROW + strokeOf(moveGroup).width / 2) * (aside ? 0.7 : 1);
    const r = means ? MODE_SIZE * 0.68 : size * 0.6;
    (means ? SIGNS : ARROWS).some((part) => {
      const { x, y, angle } = spotOn(view, means ? { ...leg, aside: aside + Math.sign(aside) } : leg, copy, part);
      const box = around({ x, y, r: r + 2 });
      if (x < 0 || y < 0 || x > view.width || y > view.height || taken.some((other) => overlap(other, box))) return false;
      taken.push(box);
      ctx.save();
      ctx.translate(x, y);
      ctx.strokeStyle = colourOf(theme, moveGroup, leg.slot);
      if (means) {
        ctx.beginPath();
        ctx.arc(0, 0, r, 0, 2 * Math.PI);
        ctx.fillStyle = theme.casing;
        ctx.fill();
        ctx.lineWidth = 1;
        ctx.stroke();
      } else ctx.rotate(angle);
      ctx.scale(size, size);
      if (means) ctx.translate(-12, -12);
      ctx.fillStyle = ctx.strokeStyle;
      ctx.fill((PATHS[mode && means ? mode : ""] ??= new Path2D(mode && means ? ICONS[mode] : HEAD)));
      ctx.restore();
      return true;
    });
  }
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
      if (LONG_ROUTES && leg.sketch) leg.sketch(ctx, view, copy);
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
  // No dots: they say that it is not known how somebody came.
  ctx.lineWidth = AHEAD;
  ctx.lineJoin = "round";
  const many = legs.length > MANY;
  if (LONG_ROUTES && many) {
    plain(ctx);
    ctx.globalAlpha = MANY_AHEAD;
  }
  const stride = Math.ceil(legs.length / MOST_AHEAD);
  const shown = LONG_ROUTES && stride > 1 ? legs.filter((_, i) => i % stride === 0) : legs;
  for (let start = 0; start < shown.length; start += BATCH) strokeMany(ctx, view, shown.slice(start, start + BATCH));
  ctx.globalAlpha = 1;
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
