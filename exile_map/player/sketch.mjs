/**
 * The sketch of the basemap: the land alone and coarse, in a basemap's own form, for a page's first frame. The whole takes
 * some ten times as long to decode and to fill.
 */
import { bestShort, encode, zigzag } from "./encode.mjs";
import { decodeBasemap } from "./src/basemap.js";

/** It is as fine as this zoom shows; see SKETCHED of basemap-draw.js. */
const ZOOM = 2;
const GRID = 12;
const TILE = 256;
/** Islands smaller than this, in pixels, come with the rest. */
const SPECK = 2;

/** @param {import("./src/basemap.js").BasemapFile} file @returns {import("./src/basemap.js").BasemapFile} */
export function sketch(file) {
  const { land, level } = decodeBasemap(file);
  const { xs, ys, starts } = level(ZOOM);
  /** @type {number[]} */
  const numbers = [];
  let [rings, x, y] = [0, 0, 0];
  for (let ring = 0; ring + 1 < land.starts.length; ring++) {
    const [west, north, east, south] = land.boxes.slice(4 * ring, 4 * ring + 4);
    if (Math.max(east - west, south - north) * TILE * 2 ** ZOOM < SPECK) continue;
    /** @type {[number, number][]} its points, in cells */
    const points = [];
    for (const arc of land.refs.slice(land.starts[ring], land.starts[ring + 1])) {
      for (let i = starts[arc]; i + 1 < starts[arc + 1]; i++) {
        const [px, py] = [xs[i], ys[i]].map((at) => Math.round(at * 2 ** GRID));
        if (px !== points.at(-1)?.[0] || py !== points.at(-1)?.[1]) points.push([px, py]);
      }
    }
    // Closed by itself: the first point is not said twice.
    numbers.push(2 * points.length + 1);
    for (const [px, py] of points) {
      numbers.push(zigzag(px - x), zigzag(py - y));
      [x, y] = [px, py];
    }
    rings++;
  }
  const short = bestShort(numbers);
  const { format, source, edge } = file;
  return { format, source, grid: GRID, short, coasts: rings, borders: rings, edge, land: encode([0, rings], short), lakes: "", countries: {}, arcs: encode(numbers, short) };
}
