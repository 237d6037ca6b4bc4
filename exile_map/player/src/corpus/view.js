/** The first view of the map: all places but a few far ones. */
import { fit, lookAt } from "../camera.js";

const CLOSEST = 6;
/** Of all places so many at either edge may lie beyond it. */
const STRAYS = 0.01;
/** Of more places some tell as well. */
const SAMPLED = 4000;
const AIR = 0.01;
/** On a map held upright the world would be a band between two seas of ice: the part of it where most are is shown, this high. */
const UPRIGHT = 1.3;
const TILE = 256;
const ALL = /** @type {[number, number, number, number]} */ ([0, 0.2, 1, 0.7]);

/** @param {import("./data.js").Corpus} corpus @param {import("../camera.js").Frame} frame @returns {import("../camera.js").Camera} */
export function firstView({ xs, ys, count }, frame) {
  const stride = Math.ceil(count / SAMPLED) || 1;
  const placed = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride).filter((row) => !Number.isNaN(xs[row]));
  if (!placed.length) return fit(frame, ALL, CLOSEST, AIR);
  const sorted = (/** @type {(row: number) => number} */ of) => placed.map(of).sort((a, b) => a - b);
  const x = sorted((row) => xs[row] - Math.floor(xs[row]));
  const y = sorted((row) => ys[row]);
  const at = (/** @type {number[]} */ values, /** @type {number} */ part) => values[Math.round(part * (values.length - 1))];
  const [north, south] = [at(y, STRAYS), at(y, 1 - STRAYS)];
  const fitted = fit(frame, [at(x, STRAYS), north, at(x, 1 - STRAYS), south], CLOSEST, AIR);
  const least = Math.log2((frame.height * UPRIGHT) / TILE);
  return fitted.zoom < least && frame.height > frame.width ? lookAt(frame, at(x, 0.5), (north + south) / 2, least) : fitted;
}
