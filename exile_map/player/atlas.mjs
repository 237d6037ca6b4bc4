/**
 * Makes ../static/atlas/: the basemap as the picture drawn in Python reads it, which has no time to decode and to
 * simplify. One file for every half zoom, and one of the countries' shapes.
 *
 * A file is the length of its head (uint32), the head (JSON) and the points of
 * all its lines, one after another, x and y (uint16): a Web Mercator grid of 2**GRID cells a side, (0, 0) at 180° W and
 * 85.0511° N, x running on past the right edge. All numbers are little-endian. The head has, for each group of lines
 * ("land", "lakes", "borders", or a country's code), the number of points of each. Rings end where they began.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { decodeBasemap } from "./src/basemap.js";

/** Two worlds side by side fit into 16 bits. */
const GRID = 15;
const FINEST = 6;
/** One step is half a zoom: a file as small as can be is worth it. */
const STEP = 0.5;
/** Countries are drawn as soft stains: no finer shape would be seen. */
const COUNTRIES = 4;
const TILE = 256;
/** Rings, borders and lakes smaller than this, in pixels, would not be seen or would be clutter. */
const SPECK = 1.5;
const POND = 5;

/** @typedef {import("./src/basemap.js").Basemap} Basemap */
/** @typedef {number[]} Line x, y, x, y … in cells */

/** The points of directed arcs, each joined to the one before. @param {import("./src/basemap.js").Lines} level @param {ArrayLike<number>} refs @param {number} edge @returns {Line} */
function join({ xs, ys, starts }, refs, edge) {
  /** @type {Line} */
  const out = [];
  for (const ref of Array.from(refs)) {
    const arc = ref < 0 ? ~ref : ref;
    const [first, last] = [starts[arc], starts[arc + 1] - 1];
    for (let n = 0; n <= last - first; n++) {
      const i = ref < 0 ? last - n : first + n;
      const x = Math.round(xs[i] * 2 ** GRID);
      // Below the map's edge Antarctica goes on to the pole.
      const y = arc === edge && n > 0 && n < last - first ? 2 ** (GRID + 1) - 1 : Math.round(ys[i] * 2 ** GRID);
      if (out.length && out[out.length - 2] === x && out[out.length - 1] === y) continue;
      out.push(x, y);
    }
  }
  return out;
}

/** @param {Line} line @param {number} least cells */
function isSeen(line, least) {
  const side = (/** @type {number} */ from) => {
    const values = line.filter((_, i) => i % 2 === from);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  };
  return side(0) >= least || side(1) >= least;
}

/** @param {Basemap} basemap @param {import("./src/basemap.js").Lines} level @param {import("./src/basemap.js").Rings} rings */
const ringsOf = (basemap, level, { refs, starts }) =>
  Array.from({ length: starts.length - 1 }, (_, r) => join(level, refs.slice(starts[r], starts[r + 1]), basemap.edge));

/** @param {string} path @param {Record<string, Line[]>} groups */
async function write(path, groups) {
  const counts = Object.entries(groups).map(([name, lines]) => [name, lines.map((line) => line.length / 2)]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(counts)));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const points = Object.values(groups).flat(2);
  const body = Buffer.alloc(2 * points.length);
  points.forEach((value, i) => body.writeUInt16LE(value, 2 * i));
  await writeFile(path, Buffer.concat([size, head, body]));
}

/** @param {string} source the basemap's file @param {string} folder */
export async function writeAtlas(source, folder) {
  const basemap = decodeBasemap(JSON.parse(await readFile(source, "utf8")));
  await mkdir(folder, { recursive: true });
  for (let zoom = 0; zoom <= FINEST; zoom += STEP) {
    const level = basemap.level(zoom);
    const pixel = 2 ** GRID / (TILE * 2 ** zoom);
    const borders = Array.from({ length: basemap.arcCount - basemap.firstBorder }, (_, i) => join(level, [basemap.firstBorder + i], -1));
    await write(`${folder}/${zoom}.bin`, {
      land: ringsOf(basemap, level, basemap.land).filter((line) => isSeen(line, SPECK * pixel)),
      lakes: ringsOf(basemap, level, basemap.lakes).filter((line) => isSeen(line, POND * pixel)),
      borders: borders.filter((line) => isSeen(line, SPECK * pixel)),
    });
  }
  const level = basemap.level(COUNTRIES);
  const shapes = basemap.countries.map((code) => {
    const rings = basemap.countryRings(code);
    return [code, rings ? ringsOf(basemap, level, rings) : []];
  });
  await write(`${folder}/countries.bin`, Object.fromEntries(shapes));
}
