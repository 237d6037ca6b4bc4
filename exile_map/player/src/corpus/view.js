/** The first view of the map: all places that anybody was at. */
import { leastZoom, lookAt, scaleOf } from "../camera.js";

/** @typedef {import("../camera.js").Frame} Frame */

const CLOSEST = 6;
/** Of the free part of the map this is left around the places. */
const AIR = 0.04;
/** Parts of the globe's round by which it is known where nobody was: half a degree. */
const PARTS = 720;
/** Where nobody was at all: the inhabited world. */
const ALL = { west: 0, east: 1, north: 0.2, south: 0.7 };

/** What all places lie in: west to east across the widest stretch of sea or land that nobody was on. @param {import("./data.js").Corpus} corpus */
export function boundsOf({ xs, ys, count }) {
  const used = new Uint8Array(PARTS);
  let [north, south] = [Infinity, -Infinity];
  for (let row = 0; row < count; row++) {
    if (Number.isNaN(xs[row])) continue;
    used[Math.floor((xs[row] - Math.floor(xs[row])) * PARTS) % PARTS] = 1;
    if (ys[row] < north) north = ys[row];
    if (ys[row] > south) south = ys[row];
  }
  if (north > south) return ALL;
  let [widest, end] = [0, 0];
  for (let part = 0, empty = 0; part < 2 * PARTS; part++) {
    empty = used[part % PARTS] ? 0 : empty + 1;
    if (empty > widest) [widest, end] = [empty, part + 1];
  }
  const west = (end % PARTS) / PARTS;
  return { west, east: west + (PARTS - widest) / PARTS, north, south };
}

/**
 * All in the free part of the map. On maps held upright the world may be lower than they are.
 * @param {import("./data.js").Corpus} corpus @param {Frame} frame @returns {import("../camera.js").Camera}
 */
export function firstView(corpus, frame) {
  const { west, east, north, south } = boundsOf(corpus);
  const room = (/** @type {number} */ all, /** @type {number} */ taken) => Math.max(60, all - taken) * (1 - 2 * AIR);
  const scale = Math.min(room(frame.width, frame.left + frame.right) / Math.max(1e-9, east - west), room(frame.height, frame.top + frame.bottom) / Math.max(1e-9, south - north));
  const zoom = Math.min(CLOSEST, Math.log2(scale / scaleOf(0)));
  const camera = lookAt(frame, (west + east) / 2, (north + south) / 2, zoom);
  // A world lower than the map stands where most of the room is.
  if (frame.height >= 2 ** zoom * scaleOf(0)) camera.y = (north + south + (frame.bottom - frame.top) / scaleOf(zoom)) / 2;
  return camera;
}

/** How far one may go out: as far as all is shown. @param {import("./data.js").Corpus} corpus @param {Frame} frame */
export const outmost = (corpus, frame) => Math.min(leastZoom(frame), firstView(corpus, frame).zoom);
