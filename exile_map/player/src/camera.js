/**
 * The camera: from a moment of the playing to what the map looks at. A pure function of the moment and the frame.
 * A camera looks at world point (x, y), the middle of the map's box, at a Leaflet zoom.
 */
import { boxOf, pointAt } from "./line.js";
import { LONG_ROUTES } from "./long.js";
import { FOLLOWED } from "./model.js";
import { later } from "./words.js";

/** @typedef {{x: number, y: number, zoom: number}} Camera */
/** @typedef {{width: number, height: number, left: number, top: number, right: number, bottom: number}} Frame
 * the map's box and what furniture takes of each of its sides */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./pacing.js").Moment} Moment */
/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {[number, number, number, number]} Box */
/** @typedef {import("./labels.js").Rect} Rect */

const TILE = 256;
/** van Wijk and Nuij: how readily the camera leaves the ground for a long way. */
const RHO = 1.35;
const CLOSEST = 6.2;
/** With its neighbours a place is shown from no further than this, on a map so wide; on a narrow one from half as much further. */
const NEAR = 4.2;
const NEAR_WIDTH = 880;
/** The way just travelled is shown whole from no further than this. */
const FURTHEST = 3.4;
const ALONE = 4.6;
/** That much further for a view that shows others too who are under way. */
const TOGETHER = 1;
const CLOSEST_REGION = 5;
const WIDEST_KM = 1100;
/** A smaller change of zoom than this is not worth moving for. */
const SAME_ZOOM = 0.75;
/** Pixels around the present place that no furniture may take. */
const CLEAR = 44;
/** So much more where several people may stand there in a row. */
const ROW = 12;
/** The part of a leg's time in which the camera reaches another person. */
const HASTE = 0.55;
/** Pixels around both ends of a way: there is room for their names. */
const NAMED = 64;
/** Pixels around other places: where one came from, where one goes next. */
const AIR = 22;
/** On maps narrower than this the whole route leaves so much room for names at both its sides. */
const NARROW = 600;
const NAMES = 20;
/** Until this part of a way the camera rises to see all of it, from the other on it sinks again. */
const RISEN = 0.4;
const SINKS = 0.6;
/** More than there are moves of the camera to choose from. */
const MOVES = 4096;
/** Of so many places it is asked whether furniture hides them. */
const MOST_LOOKED_AT = 2000;

/** @param {number} zoom */
export const scaleOf = (zoom) => TILE * 2 ** zoom;
/** @param {number} scale */
const zoomOf = (scale) => Math.log2(scale / TILE);
/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
/** Camera and traveller set out and arrive gently, together. @param {number} t */
export const ease = (t) => t * t * (3 - 2 * t);

/** The least zoom: the world is never smaller than most of the map. @param {Frame} frame */
export const leastZoom = (frame) => Math.max(0, zoomOf(Math.max(frame.width * 0.62, frame.height * 0.9)));

/** Looks at a point so that it stands in the middle of the free part. @param {Frame} frame @param {number} x @param {number} y @param {number} zoom @returns {Camera} */
export function lookAt(frame, x, y, zoom) {
  const scale = scaleOf(zoom);
  const half = frame.height / 2 / scale;
  const centred = y + (frame.bottom - frame.top) / 2 / scale;
  return {
    x: x + (frame.right - frame.left) / 2 / scale,
    y: half >= 0.5 ? 0.5 : clamp(centred, half, 1 - half + frame.bottom / scale),
    zoom,
  };
}

/** The whole box in the free part of the map. @param {Frame} frame @param {Box} box @param {number} closest @param {number} [air] @returns {Camera} */
export function fit(frame, [x0, y0, x1, y1], closest, air = 0.12) {
  const width = Math.max(60, frame.width - frame.left - frame.right) * (1 - 2 * air);
  const height = Math.max(60, frame.height - frame.top - frame.bottom) * (1 - 2 * air);
  const scale = Math.min(width / Math.max(1e-9, x1 - x0), height / Math.max(1e-9, y1 - y0));
  const zoom = clamp(zoomOf(scale), leastZoom(frame), Math.max(closest, leastZoom(frame)));
  return lookAt(frame, (x0 + x1) / 2, (y0 + y1) / 2, zoom);
}

/** A region's or a place's own box. @param {Stay} stay @returns {Box} */
function ownBox(stay) {
  // A country the size of Russia is not shown whole: what matters is where in it the line ends, and that it is wide.
  const km = Math.min(stay.radiusKm, WIDEST_KM) / Math.max(0.2, Math.cos((stay.lat * Math.PI) / 180));
  const half = km / 40075;
  return [stay.x - half, stay.y - half, stay.x + half, stay.y + half];
}

/** @param {Box} a @param {Box} b @returns {Box} */
const union = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

/** The placed stay of the same person nearest in a direction. @param {Model} model @param {number} index @param {1|-1} step */
function neighbour({ stays }, index, step) {
  const next = (/** @type {Stay} */ stay) => (step > 0 ? stay.after : stay.before);
  for (let stay = next(stays[index]); stay; stay = next(stay)) if (stay.place >= 0 && stay.place !== stays[index].place) return stay;
  return null;
}

/** Whether a camera already shows a box well. @param {Frame} frame @param {Camera} camera @param {Box} box */
function shows(frame, camera, [x0, y0, x1, y1]) {
  const scale = scaleOf(camera.zoom);
  const left = camera.x + (frame.left - frame.width / 2 + 50) / scale;
  const right = camera.x + (frame.width / 2 - frame.right - 90) / scale;
  const top = camera.y + (frame.top - frame.height / 2 + 40) / scale;
  const bottom = camera.y + (frame.height / 2 - frame.bottom - 40) / scale;
  return x0 >= left && x1 <= right && y0 >= top && y1 <= bottom;
}

/** Where a world point stands on the map's box. @param {Frame} frame @param {Camera} camera @param {{x: number, y: number}} point */
function onScreen({ width, height }, camera, { x, y }) {
  const scale = scaleOf(camera.zoom);
  return { x: (x - camera.x) * scale + width / 2, y: (y - camera.y) * scale + height / 2 };
}

/** Whether so much room around a point of the screen is free. @param {Rect[]} obstacles @param {{x: number, y: number}} at @param {number} air */
const isFree = (obstacles, { x, y }, air) => !obstacles.some((o) => x > o.x - air && x < o.x + o.w + air && y > o.y - air && y < o.y + o.h + air);

/** @typedef {{x: number, y: number}} Spot a point of the world */
/** @typedef {(camera: Camera, seen: Spot[], air: number, clear?: Spot[]) => Camera} Settle */

/**
 * Makes what finds the camera nearest to another at which some places are seen, with so much air around them, and what
 * else is in view stands clear of furniture, too.
 * @param {Frame} frame @param {Rect[]} obstacles @returns {Settle}
 */
function settler(frame, obstacles) {
  const { width, height, left, right, top, bottom } = frame;
  const [w, h] = [width - left - right, height - top - bottom];
  const edges = [
    { x: -9e9, y: -9e9, w: 9e9 + left, h: 18e9 }, { x: width - right, y: -9e9, w: 9e9, h: 18e9 },
    { x: -9e9, y: -9e9, w: 18e9, h: 9e9 + top }, { x: -9e9, y: height - bottom, w: 18e9, h: 9e9 },
  ];
  const all = [...edges, ...obstacles];
  const tenths = Array.from({ length: 25 }, (_, z) => z);
  const east = (/** @type {number} */ move) => (((Math.floor(move / 11) % 11) - 5) * w) / 11;
  const south = (/** @type {number} */ move) => (((move % 11) - 5) * h) / 11;
  // Eleven moves east and west, each with eleven north and south, at each zoom, by their numbers. They are put in order by how
  // much is moved, in micropixels, as plain numbers: a browser sorts these at once.
  const moves = later(() => Float64Array.from({ length: 121 * tenths.length }, (_, move) =>
    Math.round((Math.hypot(east(move), south(move)) + Math.floor(move / 121) * 35) * 1e6) * MOVES + move).sort().map((key) => key % MOVES));
  return (camera, seen, air, clear = []) => {
    const scale = scaleOf(camera.zoom);
    const focus = { x: camera.x - (right - left) / 2 / scale, y: camera.y - (bottom - top) / 2 / scale };
    const good = (/** @type {Camera} */ c, /** @type {Spot[]} */ others, room = air) =>
      seen.every((spot) => isFree(all, onScreen(frame, c, spot), room)) && others.every((spot) => isFree(obstacles, onScreen(frame, c, spot), AIR));
    if (good(camera, clear)) return camera;
    const [x0, y0, x1, y1] = boxOf([seen.flatMap(({ x, y }) => [x, y])]) ?? [0, 0, 0, 0];
    const zooms = tenths.map((z) => Math.max(leastZoom(frame), camera.zoom - z / 10));
    // Where there is not so much air, what is in view comes first, then that nothing is covered.
    for (const [others, room] of /** @type {[Spot[], number][]} */ ([[clear, air], [[], air], [[], Math.min(air, AIR)]])) {
      // What is wider than the free part is not seen whole, however it is moved; further out than the least zoom is no further.
      const fits = zooms.map((zoom, z) => zoom !== zooms[z - 1] && (x1 - x0) * scaleOf(zoom) < w - 2 * room + 1 && (y1 - y0) * scaleOf(zoom) < h - 2 * room + 1);
      for (const move of moves()) {
        const z = Math.floor(move / 121);
        if (!fits[z]) continue;
        const moved = lookAt(frame, focus.x + east(move) / scaleOf(zooms[z]), focus.y + south(move) / scaleOf(zooms[z]), zooms[z]);
        if (good(moved, others, room)) return moved;
      }
    }
    return { ...camera };
  };
}

/**
 * Close to the place, with the places near it; else with the way just travelled; a far next place can wait.
 * @param {Model} model @param {Frame} frame @param {number} index @param {Camera|null} before @param {Settle} settle
 * @param {Stay[]} company others who are under way meanwhile @returns {Camera|null}
 */
function stayCamera(model, frame, index, before, settle, company) {
  const stay = model.stays[index];
  if (stay.place < 0) return before;
  const own = ownBox(stay);
  const closest = stay.radiusKm > 40 ? CLOSEST_REGION : CLOSEST;
  const near = NEAR + Math.min(0, Math.log2(Math.max(1, frame.width - frame.left - frame.right) / NEAR_WIDTH) / 2);
  const beside = [neighbour(model, index, -1), neighbour(model, index, 1)];
  const [last, next] = beside.map((s) => (s ? union(own, ownBox(s)) : null));
  const all = company.length ? company.map(ownBox).reduce(union, own) : null;
  const tries = /** @type {[Box|null, number][]} */ ([[all, near - TOGETHER], [last && next && union(last, next), near], [last, near], [next, near], [last, FURTHEST]])
    .flatMap(([box, least]) => (box ? [{ box, least, camera: fit(frame, box, closest) }] : []));
  const chosen = tries.find(({ camera, least }) => camera.zoom >= least) ?? { box: own, camera: fit(frame, own, stay.radiusKm > 40 ? CLOSEST_REGION : ALONE) };
  const calm = before && Math.abs(before.zoom - chosen.camera.zoom) < SAME_ZOOM && shows(frame, before, chosen.box);
  // Who comes with others is seen to come from where they set out, if all of that is to be seen.
  const out = stay.before && stay.before.place >= 0 && chosen.box === all ? [stay.before] : [];
  return settle(calm ? before : chosen.camera, [stay, ...out], CLEAR + (model.coloured ? ROW : 0), beside.flatMap((s) => s ?? []));
}

/** The closest camera that shows the whole route with no place hidden. @param {Model} model @param {Frame} frame @param {Settle} settle */
function wholeCamera({ box, places, legs }, frame, settle) {
  // Of very many places some tell as well.
  const stride = Math.ceil(places.length / MOST_LOOKED_AT);
  const told = LONG_ROUTES && stride > 1 ? places.filter((_, i) => i % stride === 0) : [...places, ...legs.flatMap(spotsOf)];
  // Where the map is narrow, names need the room beside the route.
  const beside = frame.width < NARROW ? NAMES : 0;
  return settle(fit({ ...frame, left: frame.left + beside, right: frame.right + beside }, box ?? [0, 0, 1, 1], CLOSEST, 0.07), told, AIR);
}

/** Some points of a way. @param {import("./model.js").Leg} leg */
const spotsOf = ({ points, lengths }) => (points && lengths ? [0.25, 0.5, 0.75].map((part) => pointAt(points, lengths, part)) : []);

/**
 * The camera for the middle of a way from which both its ends and the traveller are seen; null where they are anyway.
 * @param {Frame} frame @param {import("./model.js").Leg} leg @param {Camera} direct in the middle of the camera's own way @param {Settle} settle
 */
function wayCamera(frame, leg, direct, settle) {
  const { from, to, box } = leg;
  if (!from || from.place < 0 || to.place < 0) return null;
  const spots = [from, to, ...spotsOf(leg)];
  const ends = union(ownBox({ ...from, radiusKm: 0 }), ownBox({ ...to, radiusKm: 0 }));
  const camera = settle(direct, spots, NAMED);
  return camera === direct ? null : settle(fit(frame, box ? union(box, ends) : ends, CLOSEST), spots, NAMED);
}

/**
 * One camera for each stay and way, found when one is asked for, and one for the whole route.
 * @param {Model} model @param {Frame} frame
 * @param {Rect[]} [obstacles] furniture that shall hide no place
 * @param {(index: number) => Stay[]|null} [company] who is under way while another comes; null where the camera has no way to go
 * @returns {{whole: Camera, stays: Camera[], ways: (() => Camera|null)[], follows: boolean, changes: boolean[]}} `ways`: for the middle of
 * those on which the camera has to rise; `changes`: whether the next stay is another person's
 */
export function planCameras(model, frame, obstacles = [], company = () => []) {
  const settle = settler(frame, obstacles);
  const whole = wholeCamera(model, frame, settle);
  const follows = model.stays.length <= FOLLOWED;
  if (!follows) return { whole, stays: [], ways: [], follows, changes: [] };
  const changes = model.stays.map((stay, i) => (model.stays[i + 1]?.before ?? stay) !== stay);
  const stays = later(() => {
    /** @type {Camera|null} */
    let before = null;
    return model.stays.map((_, i) => {
      const others = company(i);
      return (before = others ? stayCamera(model, frame, i, before, settle, others) : before) ?? whole;
    });
  });
  const direct = { whole, follows, changes, get stays() { return stays(); }, /** @type {(() => Camera|null)[]} */ ways: [] };
  const ways = model.legs.map((leg, index) => later(() => wayCamera(frame, leg, cameraAt(direct, { phase: "leg", index, fraction: 0.5, year: 0, time: 0 }, frame), settle)));
  return { whole, follows, changes, get stays() { return stays(); }, ways };
}

/**
 * The smooth way from one camera to another (van Wijk and Nuij 2003): near ones pan, far ones rise and sink.
 * @param {Camera} a @param {Camera} b @param {number} part 0..1 @param {number} width of the map @returns {Camera}
 */
export function flight(a, b, part, width) {
  if (a === b || part <= 0) return a;
  if (part >= 1) return b;
  const [w0, w1] = [width / scaleOf(a.zoom), width / scaleOf(b.zoom)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const u1 = Math.hypot(dx, dy);
  if (u1 < 1e-9) return { x: a.x, y: a.y, zoom: a.zoom + (b.zoom - a.zoom) * part };
  const r = (/** @type {number} */ w, /** @type {1|-1} */ sign) => {
    const q = (w1 * w1 - w0 * w0 + sign * RHO ** 4 * u1 * u1) / (2 * w * RHO * RHO * u1);
    return Math.log(Math.sqrt(q * q + 1) - q);
  };
  const r0 = r(w0, 1);
  const s = (part * (r(w1, -1) - r0)) / RHO;
  const u = (w0 / (RHO * RHO)) * (Math.cosh(r0) * Math.tanh(RHO * s + r0) - Math.sinh(r0));
  const w = (w0 * Math.cosh(r0)) / Math.cosh(RHO * s + r0);
  return { x: a.x + (dx * u) / u1, y: a.y + (dy * u) / u1, zoom: zoomOf(width / w) };
}

/**
 * @param {ReturnType<typeof planCameras>} plan @param {Moment} moment @param {Frame} frame
 * @param {boolean} [still] cut instead of flying @returns {Camera}
 */
export function cameraAt(plan, moment, frame, still = false) {
  const { phase, index, fraction } = moment;
  if (!plan.follows || (phase === "opening" && fraction <= 0.3)) return plan.whole;
  const fly = (/** @type {Camera} */ a, /** @type {Camera} */ b, /** @type {number} */ part) =>
    flight(a, b, still ? (part > 0 ? 1 : 0) : ease(clamp(part, 0, 1)), frame.width);
  if (phase === "opening") return fly(plan.whole, plan.stays[0] ?? plan.whole, (fraction - 0.3) / 0.7);
  if (phase === "stay") return plan.stays[index];
  const way = plan.ways[index]?.();
  if (way && !still) return fraction < SINKS ? fly(plan.stays[index], way, fraction / RISEN) : fly(way, plan.stays[index + 1], (fraction - SINKS) / (1 - SINKS));
  // To another person's place the camera hastens: it is there when the way is gone.
  if (phase === "leg") return fly(plan.stays[index], plan.stays[index + 1], plan.changes[index] ? fraction / HASTE : fraction);
  return fly(plan.stays[index], plan.whole, fraction / 0.6);
}
