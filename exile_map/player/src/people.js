/** The people of several lives on the map: a disc in each one's colour, those at one place in a row, those who met ringed. */
import { slotOf } from "./lives.js";
import { copiesOf, spotOn } from "./paint.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {{x: number, y: number, r: number, slot: number, text: string}} Disc */
/** @typedef {{discs: Disc[], met: ""|"certain"|"possible"}} Group */
/** @typedef {{x: number, y: number, at: import("./whereabouts.js").Whereabouts}} Spot */

const RADIUS = 9;
const TOLD = 10;
/** People nearer than this stand in one row, this far apart and so many at most. */
const NEAR = 20;
const STEP = 22;
const IN_ROW = 4;
const AIR = 5;
/** What a dot takes, and how near to it a row begins to come upon it. */
const DOT = 9;
const DOCKED = 16;

/** @param {View} view @param {import("./whereabouts.js").Whereabouts} at @returns {{x: number, y: number}[]} in each copy of the world */
function spotsOf(view, { stay, leg, fraction }) {
  if (leg) return leg.box ? copiesOf(view, leg.box).map((copy) => spotOn(view, leg, copy, fraction)) : [];
  const { x, y } = stay;
  if (stay.place < 0) return [];
  return copiesOf(view, [x, y, x, y]).map((copy) => ({ x: (x + copy - view.originX) * view.scale, y: (y - view.originY) * view.scale }));
}

/**
 * @param {import("./model.js").Model} model @param {import("./whereabouts.js").Whereabouts[]} where @param {View} view
 * @param {number} told index of the stay that the card tells @returns {Group[]} that of the one who is told first
 */
export function gatherPeople({ meetings, marks }, where, view, told) {
  const isTold = (/** @type {Spot} */ { at: { stay, leg } }) => (leg?.to ?? stay).index === told;
  const spots = where.flatMap((at) => spotsOf(view, at).map(({ x, y }) => ({ x, y, at })));
  /** @type {Spot[][]} */
  const rows = [];
  for (const spot of [...spots].sort((a, b) => Number(isTold(b)) - Number(isTold(a)))) {
    const near = rows.find(([first]) => Math.hypot(first.x - spot.x, first.y - spot.y) < NEAR);
    if (near) near.push(spot);
    else rows.push([spot]);
  }
  return rows.map((row) => {
    const [{ x, y }] = row;
    const [staying, travelling] = [false, true].map((aboard) => new Set(row.flatMap(({ at: { stay, leg } }) => (Boolean(leg) === aboard ? [leg?.to ?? stay] : []))));
    const met = meetings.filter((m) => m.stays.filter((stay) => (m.aboard ? travelling : staying).has(stay)).length > 1);
    const lines = Math.ceil(row.length / IN_ROW);
    const wide = Math.ceil(row.length / lines);
    // On the way a row stands clear of the place that it comes to, until it is there.
    const high = ((lines - 1) / 2) * STEP + TOLD + AIR + DOT;
    const half = ((wide - 1) / 2) * STEP + TOLD + AIR + DOT;
    let up = 0;
    const ends = row.length > 1 ? row.flatMap(({ at: { leg } }) => [leg?.from ?? [], leg?.to ?? []].flat()) : [];
    for (const end of ends.flatMap((stay) => spotsOf(view, { stay, leg: null, fraction: 0 }))) {
      const [dx, dy] = [end.x - x, end.y - y];
      if (Math.abs(dx) < half && Math.abs(dy) < high) up = Math.sign(dy || 1) * (high - Math.abs(dy)) * Math.min(1, Math.hypot(dx, dy) / DOCKED);
    }
    const discs = [...row].sort((a, b) => a.at.stay.person - b.at.stay.person).map((spot, i) => ({
      x: x + ((i % wide) - (Math.min(wide, row.length - wide * Math.floor(i / wide)) - 1) / 2) * STEP,
      y: y - up + (Math.floor(i / wide) - (lines - 1) / 2) * STEP,
      r: isTold(spot) ? TOLD : RADIUS,
      slot: slotOf(spot.at.stay.person),
      text: marks[spot.at.stay.person],
    }));
    return { discs, met: met.length ? (met.every((m) => m.certain) ? "certain" : "possible") : "" };
  });
}

/** What people take of the screen. @param {Group[]} groups @returns {import("./labels.js").Rect[]} */
export const boxesOf = (groups) => groups.map(boxOf);

/** @param {Group} group */
function boxOf({ discs }) {
  const [x0, x1] = [Math.min(...discs.map((d) => d.x - d.r)), Math.max(...discs.map((d) => d.x + d.r))];
  const [y0, y1] = [Math.min(...discs.map((d) => d.y - d.r)), Math.max(...discs.map((d) => d.y + d.r))];
  return { x: x0 - AIR, y: y0 - AIR, w: x1 - x0 + 2 * AIR, h: y1 - y0 + 2 * AIR };
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./theme.js").Theme} theme @param {Group[]} groups */
export function paintPeople(ctx, theme, groups) {
  for (const group of groups) if (group.met) paintRing(ctx, theme, group);
  // The one who is told stands before the others.
  for (const disc of groups.flatMap((group) => group.discs).sort((a, b) => a.r - b.r)) paintDisc(ctx, theme, disc);
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./theme.js").Theme} theme @param {Group} group */
function paintRing(ctx, theme, group) {
  const { x, y, w, h } = boxOf(group);
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, 16);
  ctx.fillStyle = theme.paper;
  ctx.globalAlpha = 0.8;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash(group.met === "certain" ? [] : [4, 3.5]);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.6;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./theme.js").Theme} theme @param {Disc} disc */
function paintDisc(ctx, theme, { x, y, r, slot, text }) {
  for (const [radius, colour] of /** @type {[number, string][]} */ ([[r + 1.6, r === TOLD ? theme.ink : theme.casing], [r, r === TOLD ? theme.casing : theme.lives[slot]], [r - 1.2, theme.lives[slot]]])) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  }
  ctx.font = `700 ${r * 0.95}px ${theme.sans}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.casing;
  ctx.fillText(text, x, y + 0.5);
}
