/** Label placement: twelve places around a marker, then as many further off, twice; what finds none free is left out. */

/** @typedef {{x: number, y: number, w: number, h: number}} Rect */
/**
 * @typedef {object} Wish a label to place
 * @property {number} x of the marker
 * @property {number} y
 * @property {number} r the marker's radius
 * @property {number} w of the text
 * @property {number} h
 * @property {number[]} [shorter] widths of shorter texts that will do where longer ones stand badly, the longest first
 */
/** @typedef {Rect & {wish: number, side: number, text: number}} Placed `text`: 0 the whole one, 1 the first shorter one … */

const AIR = 5;
/** The less usual a side is, the more it costs. */
const SIDE_COST = 0.7;
/** Crossing the route costs more than standing at a less usual side. */
const LINE_COST = 6;
/** What a shorter text costs: it is taken where it saves crossing the route. */
const SHORTER_COST = 4;
/** How often a place is tried further off. */
const RINGS = 3;
/** What standing close to another marker costs: whose name it is would not be clear. */
const CROWD_COST = 5;
const CROWD = 9;
/** How much further off the next places are: from there a line leads to the marker. */
const FURTHER = 20;
const FURTHER_COST = 12;
/** East, west, between these and the corners, the corners, north, south; beyond them the same, further off. */
const SIDES = [[1, 0], [-1, 0], [1, -0.5], [1, 0.5], [-1, -0.5], [-1, 0.5], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1], [0, 1]];

/** @param {Rect} a @param {Rect} b */
export const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Whether a label stands so far off that a line must lead to it. @param {number} side */
export const isFar = (side) => side >= SIDES.length;

/** Where a label stands at a side. @param {Wish} wish @param {number} side @returns {Rect} */
export function standing(wish, side) {
  const { x, y, r, w, h } = wish;
  const [dx, dy] = SIDES[side % SIDES.length];
  const reach = r + AIR + FURTHER * Math.floor(side / SIDES.length);
  const out = dx && dy ? reach * (Math.abs(dy) < 1 ? 0.85 : 0.6) : reach;
  return {
    x: dx > 0 ? x + out : dx < 0 ? x - out - w : x - w / 2,
    y: dy === 1 ? y + out - 2 : dy === -1 ? y - out - h + 2 : y - h / 2 + dy * Math.max(h * 0.7, reach),
    w,
    h,
  };
}

/** A grid of small things, so that asking who is near is cheap. */
class Grid {
  /** @param {number} size */
  constructor(size) {
    this.size = size;
    /** @type {Map<number, Rect[]>} */
    this.cells = new Map();
  }

  /** @param {Rect} rect @param {(cell: number) => boolean|void} visit stops at true */
  visit(rect, visit) {
    const { size } = this;
    for (let i = Math.floor(rect.x / size); i <= Math.floor((rect.x + rect.w) / size); i++) {
      for (let j = Math.floor(rect.y / size); j <= Math.floor((rect.y + rect.h) / size); j++) {
        if (visit(i * 65536 + j)) return true;
      }
    }
    return false;
  }

  /** @param {Rect} rect */
  add(rect) {
    this.visit(rect, (cell) => {
      const held = this.cells.get(cell);
      if (held) held.push(rect);
      else this.cells.set(cell, [rect]);
    });
  }

  /** @param {Rect} rect */
  hits(rect) {
    return this.visit(rect, (cell) => this.cells.get(cell)?.some((other) => overlap(other, rect)));
  }

  /** @param {Rect} rect */
  count(rect) {
    let n = 0;
    this.visit(rect, (cell) => void (n += (this.cells.get(cell) ?? []).filter((other) => overlap(other, rect)).length));
    return n;
  }
}

/**
 * Places labels, the first wish first.
 * @param {Wish[]} wishes in order of importance
 * @param {Rect[]} markers never covered
 * @param {ArrayLike<number>} route points x, y, x, y … that are better not covered
 * @param {Rect} bounds where labels may stand
 * @param {Rect[]} [obstacles] furniture that labels keep out of
 * @returns {Placed[]}
 */
export function placeLabels(wishes, markers, route, bounds, obstacles = []) {
  const taken = new Grid(64);
  for (const rect of [...markers, ...obstacles]) taken.add(rect);
  const crowd = new Grid(64);
  for (const rect of markers) crowd.add(rect);
  const line = new Grid(32);
  for (let i = 0; i < route.length; i += 2) line.add({ x: route[i], y: route[i + 1], w: 0.01, h: 0.01 });
  /** @type {Placed[]} */
  const placed = [];
  wishes.forEach((wish, index) => {
    let best = { cost: Infinity, side: -1, text: 0 };
    [wish.w, ...(wish.shorter ?? [])].forEach((w, text) => {
      const extra = text * SHORTER_COST;
      const { side, cost } = bestSide({ ...wish, w }, taken, crowd, line, bounds, best.cost - extra);
      if (side >= 0) best = { cost: cost + extra, side, text };
    });
    const { side, text } = best;
    if (side < 0) return;
    const rect = standing(text ? { ...wish, w: /** @type {number[]} */ (wish.shorter)[text - 1] } : wish, side);
    taken.add(rect);
    placed.push({ ...rect, wish: index, side, text });
  });
  return placed;
}

/** @param {Wish} wish @param {Grid} taken @param {Grid} crowd @param {Grid} line @param {Rect} bounds @param {number} least only what costs less will do */
function bestSide(wish, taken, crowd, line, bounds, least) {
  let best = -1;
  for (let side = 0; side < RINGS * SIDES.length; side++) {
    const usual = (side % SIDES.length) * SIDE_COST + FURTHER_COST * Math.floor(side / SIDES.length);
    if (usual >= least) continue;
    const rect = standing(wish, side);
    const inside = rect.x >= bounds.x && rect.y >= bounds.y && rect.x + rect.w <= bounds.x + bounds.w && rect.y + rect.h <= bounds.y + bounds.h;
    if (!inside || taken.hits(rect)) continue;
    const around = { x: rect.x - CROWD, y: rect.y - CROWD, w: rect.w + 2 * CROWD, h: rect.h + 2 * CROWD };
    const others = crowd.count(around) - (isFar(side) ? 0 : 1);
    const cost = usual + LINE_COST * line.count(rect) + CROWD_COST * Math.max(0, others);
    if (cost < least) [best, least] = [side, cost];
  }
  return { side: best, cost: least };
}
