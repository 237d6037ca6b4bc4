/**
 * The camera: from a moment of the playing to what the map looks at. A pure function of the moment and the frame.
 * A camera looks at world point (x, y), the middle of the map's box, at a Leaflet zoom.
 */
import { LONG_ROUTES } from "./long.js";
import { FOLLOWED } from "./model.js";

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
/** How the place is moved toward the middle of the free part until nothing hides it. */
const STEPS = 24;
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

/**
 * The camera moved no more than it takes for a place to stand free of furniture and of the map's edges.
 * @param {Frame} frame @param {Camera} camera @param {Stay} stay @param {Rect[]} obstacles @param {number} air @returns {Camera}
 */
function cleared(frame, camera, stay, obstacles, air) {
  const { width, height, left, right, top, bottom } = frame;
  const edges = [
    { x: -width, y: -height, w: width + left, h: 3 * height }, { x: width - right, y: -height, w: width, h: 3 * height },
    { x: -width, y: -height, w: 3 * width, h: height + top }, { x: -width, y: height - bottom, w: 3 * width, h: height },
  ];
  const at = onScreen(frame, camera, stay);
  const middle = { x: (left + width - right) / 2, y: (top + height - bottom) / 2 };
  const scale = scaleOf(camera.zoom);
  for (let i = 0; i <= STEPS; i++) {
    const [dx, dy] = [((middle.x - at.x) * i) / STEPS, ((middle.y - at.y) * i) / STEPS];
    if (!isFree([...edges, ...obstacles], { x: at.x + dx, y: at.y + dy }, air)) continue;
    return i ? { x: camera.x - dx / scale, y: camera.y - dy / scale, zoom: camera.zoom } : camera;
  }
  return lookAt(frame, stay.x, stay.y, camera.zoom);
}

/**
 * Close to the place, with the places near it; else with the way just travelled; a far next place can wait.
 * @param {Model} model @param {Frame} frame @param {number} index @param {Camera|null} before @param {Rect[]} obstacles
 * @param {Stay[]} company others who are under way meanwhile @returns {Camera|null}
 */
function stayCamera(model, frame, index, before, obstacles, company) {
  const stay = model.stays[index];
  if (stay.place < 0) return before;
  const own = ownBox(stay);
  const closest = stay.radiusKm > 40 ? CLOSEST_REGION : CLOSEST;
  const near = NEAR + Math.min(0, Math.log2(Math.max(1, frame.width - frame.left - frame.right) / NEAR_WIDTH) / 2);
  const [last, next] = [neighbour(model, index, -1), neighbour(model, index, 1)].map((s) => (s ? union(own, ownBox(s)) : null));
  const all = company.length ? company.map(ownBox).reduce(union, own) : null;
  const tries = /** @type {[Box|null, number][]} */ ([[all, near - TOGETHER], [last && next && union(last, next), near], [last, near], [next, near], [last, FURTHEST]])
    .flatMap(([box, least]) => (box ? [{ box, least, camera: fit(frame, box, closest) }] : []));
  const chosen = tries.find(({ camera, least }) => camera.zoom >= least) ?? { box: own, camera: fit(frame, own, stay.radiusKm > 40 ? CLOSEST_REGION : ALONE) };
  const calm = before && Math.abs(before.zoom - chosen.camera.zoom) < SAME_ZOOM && shows(frame, before, chosen.box);
  return cleared(frame, calm ? before : chosen.camera, stay, obstacles, CLEAR + (model.coloured ? ROW : 0));
}

/** The closest camera that shows the whole route with no place hidden. @param {Model} model @param {Frame[]} frames @param {Rect[]} obstacles */
function wholeCamera(model, frames, obstacles) {
  const cameras = frames.map((frame) => fit(frame, model.box ?? [0, 0, 1, 1], CLOSEST, 0.09));
  // Of very many places some tell as well.
  const stride = Math.ceil(model.places.length / MOST_LOOKED_AT);
  const places = LONG_ROUTES && stride > 1 ? model.places.filter((_, i) => i % stride === 0) : model.places;
  const hides = (/** @type {Camera} */ camera) => places.some((place) => !isFree(obstacles, onScreen(frames[0], camera, place), 8));
  const clear = cameras.filter((camera) => !hides(camera)).sort((a, b) => b.zoom - a.zoom);
  return clear[0] ?? cameras[cameras.length - 1];
}

/**
 * One camera for each stay, and one for the whole route.
 * @param {Model} model @param {Frame} frame @param {Frame[]} [wholeFrames] what may be kept free for the whole route
 * @param {Rect[]} [obstacles] furniture that shall hide no place of the whole
 * @param {(index: number) => Stay[]|null} [company] who is under way while another comes; null where the camera has no way to go
 * @returns {{whole: Camera, stays: Camera[], follows: boolean, changes: boolean[]}} `changes`: whether the next stay is another person's
 */
export function planCameras(model, frame, wholeFrames = [frame], obstacles = [], company = () => []) {
  const whole = wholeCamera(model, wholeFrames, obstacles);
  const follows = model.stays.length <= FOLLOWED;
  if (!follows) return { whole, stays: [], follows, changes: [] };
  const changes = model.stays.map((stay, i) => (model.stays[i + 1]?.before ?? stay) !== stay);
  /** @type {Camera|null} */
  let before = null;
  const stays = model.stays.map((_, i) => {
    const others = company(i);
    return (before = others ? stayCamera(model, frame, i, before, obstacles, others) : before) ?? whole;
  });
  return { whole, stays, follows, changes };
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
  if (!plan.follows) return plan.whole;
  const fly = (/** @type {Camera} */ a, /** @type {Camera} */ b, /** @type {number} */ part) =>
    flight(a, b, still ? (part > 0 ? 1 : 0) : ease(clamp(part, 0, 1)), frame.width);
  if (phase === "opening") return fly(plan.whole, plan.stays[0] ?? plan.whole, (fraction - 0.3) / 0.7);
  if (phase === "stay") return plan.stays[index];
  // To another person's place the camera hastens: it is there when the way is gone.
  if (phase === "leg") return fly(plan.stays[index], plan.stays[index + 1], plan.changes[index] ? fraction / HASTE : fraction);
  return fly(plan.stays[index], plan.whole, fraction / 0.6);
}
