/**
 * Label placement: twelve places around a marker, then as many further off, and further, at the end of a line. A name stands where it plainly
 * is its own marker's, or nowhere; then its number may.
 */

/** @typedef {{x: number, y: number, w: number, h: number}} Rect */
/**
 * @typedef {object} Wish a label to place
 * @property {number} x of the marker
 * @property {number} y
 * @property {number} r the marker's radius
 * @property {number} [v] how far it reaches up and down, where that is not as far
 * @property {Offer[]} offers the texts that will do, the best first
 * @property {number} [dearest] what a place may cost but for a text of the last tier; any unless told
 * @property {{side: number, text: number}} [kept] where it stood before, and by which text
 */
/** @typedef {{w: number, h: number, cost?: number, tier?: number}} Offer a text: how large, what it costs to take it; of a later tier, only where none of those before finds room */
/** @typedef {Rect & {wish: number, side: number, text: number}} Placed `text`: which of those offered */
/** @typedef {Rect & {of?: Placed}} Taken what is not free, and which label takes it */

const AIR = 5;
/** The less usual a side is, the more it costs. */
const SIDE_COST = 0.7;
/** What each point of the route that it covers costs: crossing a way costs more than standing further off. */
const LINE_COST = 12;
/** What it is worth that a name stays where it was. */
const KEPT = 8;
/** A name may make room for one whose marker is no further off. */
const YIELDING = 60;
/** How often a place is tried further off. */
const RINGS = 9;
/** Nearer than this to another marker it would be taken for that one's name; within more, it might. */
const CLOSE = 9;
const CROWD = 16;
const CROWD_COST = 3;
/** How much further off the next places are: from there a line leads to the marker. */
const FURTHER = 20;
const FURTHER_COST = 13;
/** A line longer than this costs so much for each pixel more; one longer than that leads to a name that has no place else. */
const LONG = 50;
const LONG_COST = 1.5;
const TOO_LONG = 80;
const TOO_LONG_COST = 200;
/** So much worse a number alone may stand than a name. */
const NUMBER_WORTH = 3.3;
/** What a piece of such a line costs that lies on a way, or goes on where a way ends, as if it were one. */
const ASTRIDE_COST = 10;
/** East, west, between these and the corners, the corners, north, south and a little beside; beyond them the same, further off. */
const SIDES = [[1, 0], [-1, 0], [1, -0.5], [1, 0.5], [-1, -0.5], [-1, 0.5], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1], [0, 1], [0.5, -1], [-0.5, -1], [0.5, 1], [-0.5, 1]];

/** How far two boxes are apart; below nothing where they overlap. @param {Rect} a @param {Rect} b */
export const gap = (a, b) => Math.max(a.x - b.x - b.w, b.x - a.x - a.w, a.y - b.y - b.h, b.y - a.y - a.h);
/** @param {Rect} a @param {Rect} b */
export const overlap = (a, b) => gap(a, b) < 0;
/** @param {Rect} rect @param {number} air */
export const grown = ({ x, y, w, h }, air) => ({ x: x - air, y: y - air, w: w + 2 * air, h: h + 2 * air });
/** The square around a dot. @param {{x: number, y: number, r: number}} dot @param {number} [air] */
export const around = ({ x, y, r }, air = 0) => grown({ x, y, w: 0, h: 0 }, r + air);

/** How far a box is within another; below nothing where it sticks out. @param {Rect} a @param {Rect} b */
export const within = (a, b) => Math.min(a.x - b.x, a.y - b.y, b.x + b.w - a.x - a.w, b.y + b.h - a.y - a.h);

/** Whether a label stands so far off that a line must lead to it. @param {number} side */
export const isFar = (side) => side >= SIDES.length;

/** Where such a line meets the label. @param {Rect} rect @param {{x: number, y: number}} at its marker */
export const landing = ({ x, y, w, h }, at) => ({ x: Math.max(x, Math.min(x + w, at.x)), y: Math.max(y + 4, Math.min(y + h - 4, at.y)) });

/** Where a label stands at a side. @param {{x: number, y: number, r: number, v?: number, w: number, h: number}} label @param {number} side @returns {Rect} */
export function standing({ x, y, r, v = r, w, h }, side) {
  const [dx, dy] = SIDES[side % SIDES.length];
  const ring = AIR + FURTHER * Math.floor(side / SIDES.length);
  const beside = Math.abs(dx) === 1;
  const part = beside && dy ? (Math.abs(dy) < 1 ? 0.85 : 0.6) : 1;
  const [out, up] = [(r + ring) * part, (v + ring) * part - 2];
  return {
    x: beside ? (dx > 0 ? x + out : x - out - w) : x + ((dx - 1) * w) / 2,
    y: dy === 1 ? y + up : dy === -1 ? y - up - h : y - h / 2 + dy * Math.max(h * 0.7, v + ring),
    w,
    h,
  };
}

/** What the line to a label takes of the map: small squares along it; how long it is; and what should be free of ways. @param {Wish} wish @param {Rect} rect */
function leader({ x, y, r, v = r }, rect) {
  const end = landing(rect, { x, y });
  const way = Math.hypot(end.x - x, end.y - y);
  const [dx, dy] = [(end.x - x) / way, (end.y - y) / way];
  const at = (/** @type {number} */ s) => around({ x: x + dx * s, y: y + dy * s, r: 2 });
  const squares = [];
  const from = Math.min((r + 3.5) / Math.abs(dx), (v + 3.5) / Math.abs(dy));
  for (let s = from; s < way; s += 3) squares.push(at(s));
  // Near the marker its own ways are near, too; beyond it lies what the line would go on.
  return { squares, way, bare: [...squares.slice(2), at(-from - 6), at(-from - 12)] };
}

/** Beside its marker a name needs no line. */
const BESIDE = { squares: /** @type {Rect[]} */ ([]), way: 0, bare: /** @type {Rect[]} */ ([]) };

/** A grid of rectangles, so that asking what one covers is cheap. @param {Taken[]} rects */
function makeGrid(rects) {
  /** @type {Map<number, Taken[]>} */
  const cells = new Map();
  const add = (/** @type {Taken[]} */ more) => {
    for (const rect of more) {
      const { x, y, w, h } = rect;
      for (let i = x >> 6; i <= (x + w) >> 6; i++) for (let j = y >> 6; j <= (y + h) >> 6; j++) {
        const held = cells.get(i * 65536 + j);
        if (held) held.push(rect);
        else cells.set(i * 65536 + j, [rect]);
      }
    }
  };
  /** Whether a test holds for any of those that a rectangle covers. */
  const some = (/** @type {Rect} */ rect, /** @type {(other: Taken) => boolean} */ test) => {
    const { x, y, w, h } = rect;
    for (let i = x >> 6; i <= (x + w) >> 6; i++) for (let j = y >> 6; j <= (y + h) >> 6; j++) {
      if (cells.get(i * 65536 + j)?.some((other) => overlap(other, rect) && test(other))) return true;
    }
    return false;
  };
  add(rects);
  return { add, some };
}

/**
 * Places labels, the first wish first.
 * @param {Wish[]} wishes in order of importance
 * @param {Rect[]} markers never covered
 * @param {Rect[]} route points that are better not covered
 * @param {Rect} bounds where labels may stand
 * @param {Rect[]} [obstacles] furniture that labels keep out of
 * @returns {Placed[]}
 */
export function placeLabels(wishes, markers, route, bounds, obstacles = []) {
  const taken = makeGrid([...markers, ...obstacles]);
  const crowd = makeGrid(markers);
  const line = makeGrid(route);
  /** @type {(Placed & {squares: Rect[]}|null)[]} */
  const placed = wishes.map(() => null);
  const blocks = (/** @type {Taken} */ { of }) => !of || placed[of.wish] === of;
  const put = (/** @type {number} */ index, /** @type {number} */ tier) => {
    const wish = wishes[index];
    /** @type {typeof placed[0]} */
    let best = null;
    let least = (tier < 2 ? wish.dearest : wish.dearest && NUMBER_WORTH * wish.dearest) ?? Infinity;
    const at = { ...wish, w: 0, h: 0 };
    for (const [text, offer] of wish.offers.entries()) if (tier === (offer.tier ?? 0)) for (let side = 0; side < RINGS * SIDES.length; side++) {
      const ring = Math.floor(side / SIDES.length);
      const stays = wish.kept?.side === side && wish.kept.text === text;
      let cost = (side % SIDES.length) * SIDE_COST + FURTHER_COST * ring + (offer.cost ?? 0) - (stays ? KEPT : 0);
      if (cost >= least) continue;
      const rect = standing({ ...wish, ...offer }, side);
      if (within(rect, bounds) < 0) continue;
      const { squares, way, bare } = ring ? leader(wish, rect) : BESIDE;
      cost += Math.max(0, way - LONG) * LONG_COST + (way > TOO_LONG ? TOO_LONG_COST : 0);
      if (cost >= least || [grown(rect, 1), ...squares].some((square) => taken.some(square, blocks))) continue;
      const others = (/** @type {Rect} */ m) => {
        if (gap(m, at) < 0) return false;
        cost += CROWD_COST;
        return gap(m, rect) < CLOSE || cost >= least;
      };
      const crossed = () => (cost += LINE_COST) >= least;
      if (crowd.some(grown(rect, CROWD), others) || line.some(grown(rect, 2), crossed)) continue;
      for (const square of bare) if (cost < least && line.some(grown(square, 2), () => true)) cost += ASTRIDE_COST;
      if (cost < least) [best, least] = [{ ...rect, wish: index, side, text, squares }, cost];
    }
    const of = (placed[index] = best);
    if (of) taken.add([of, ...of.squares].map((rect) => ({ ...rect, of })));
    return of;
  };
  for (const tier of [0, 1, 2]) {
    wishes.forEach((_, i) => placed[i] || put(i, tier));
    // One without room takes that of a less important one near it which finds room elsewhere.
    wishes.forEach((wish, i) => {
      for (let j = wishes.length - 1; j >= 0 && !placed[i]; j--) {
        const other = placed[j];
        if (!other || gap(other, { ...wish, w: 0, h: 0 }) > YIELDING) continue;
        placed[j] = null;
        if (put(i, tier) && put(j, wishes[j].offers[other.text].tier ?? 0)) break;
        [placed[i], placed[j]] = [null, other];
      }
    });
  }
  return placed.flatMap((label) => label ?? []);
}
