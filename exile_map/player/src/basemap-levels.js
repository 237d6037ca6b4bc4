/**
 * The basemap's levels of detail: all there is, or as much of it as a scale shows, with boxes by which what is not in
 * view is left out.
 */

/** @typedef {import("./basemap.js").Basemap} Basemap */
/** @typedef {import("./basemap.js").Lines} Lines */

/**
 * One level of detail, and what is needed to leave out what is not in view.
 *
 * @typedef {object} Culling
 * @property {Uint32Array} chunks The boxes of arc i are those from `chunks[i]` to `chunks[i + 1]`.
 * @property {Float32Array} boxes West, north, east and south of every chunk of CHUNK steps.
 *
 * @typedef {Lines & Culling} Level
 */

/** Steps per chunk: short enough to cull a continent's coast well, long enough to keep boxes few. */
export const CHUNK = 32;

/** Zooms above the one before this draw every point. */
export const FINEST_ZOOM = 7;

/** The largest triangle, in square pixels, a coarser level may flatten. */
const FLAT = 1.5;

/** Pixels of a world one world unit wide, at zoom 0. */
const TILE = 256;

/**
 * The level of detail for a scale: nothing larger than a triangle of FLAT square pixels is missing from it. It is made
 * when first asked for, in a few milliseconds, and kept.
 *
 * @param {Basemap} basemap
 * @param {number} scale Pixels per world unit: 256 × 2**zoom.
 * @returns {Level}
 */
export function levelFor(basemap, scale) {
  // A zoom that is whole but for rounding is whole.
  const zoom = Math.max(0, Math.ceil(Math.log2(scale / TILE) - 1e-6));
  return basemap.level(Math.min(zoom, FINEST_ZOOM));
}

/** The smallest triangle that a level keeps, in square world units; 0 keeps all. @param {number} zoom A whole one. */
export const leastAt = (zoom) => (zoom < FINEST_ZOOM ? FLAT / (TILE * 2 ** zoom) ** 2 : 0);

/**
 * @param {Lines} lines
 * @returns {Level} The same, ready to be drawn in part.
 */
export function withChunks({ xs, ys, starts }) {
  const arcCount = starts.length - 1;
  const chunks = new Uint32Array(arcCount + 1);
  for (let arc = 0; arc < arcCount; arc++) {
    chunks[arc + 1] = chunks[arc] + Math.max(1, Math.ceil((starts[arc + 1] - starts[arc] - 1) / CHUNK));
  }
  const boxes = new Float32Array(4 * chunks[arcCount]);
  for (let arc = 0; arc < arcCount; arc++) {
    for (let chunk = chunks[arc], from = starts[arc]; chunk < chunks[arc + 1]; chunk++, from += CHUNK) {
      const last = Math.min(from + CHUNK, starts[arc + 1] - 1);
      let west = xs[from];
      let east = west;
      let north = ys[from];
      let south = north;
      for (let i = from + 1; i <= last; i++) {
        const x = xs[i];
        const y = ys[i];
        if (x < west) west = x;
        else if (x > east) east = x;
        if (y < north) north = y;
        else if (y > south) south = y;
      }
      boxes[4 * chunk] = west;
      boxes[4 * chunk + 1] = north;
      boxes[4 * chunk + 2] = east;
      boxes[4 * chunk + 3] = south;
    }
  }
  return { xs, ys, starts, chunks, boxes };
}

/**
 * Thins an arc out: one walk along it, taking back every point whose triangle with its neighbours has become too small to
 * see. Ends stay, so that shapes fit, and a ring keeps a triangle, so that none collapses. What is kept moves up.
 *
 * @param {Float32Array} xs
 * @param {Float32Array} ys
 * @param {number} first
 * @param {number} last
 * @param {number} least Area of the smallest triangle kept, in square world units.
 * @returns {number} One beyond the last point kept.
 */
export function thin(xs, ys, first, last, least) {
  const closed = xs[first] === xs[last] && ys[first] === ys[last];
  const far = closed ? farthest(xs, ys, first, last, first) : first;
  const wide = closed ? farthest(xs, ys, first, last, far) : first;
  const twice = 2 * least;
  let size = first;
  // Below `floor` nothing is taken back.
  let floor = first + 1;
  for (let i = first; i <= last; i++) {
    const x = xs[i];
    const y = ys[i];
    while (size > floor) {
      const ax = xs[size - 2];
      const ay = ys[size - 2];
      if (Math.abs((xs[size - 1] - ax) * (y - ay) - (x - ax) * (ys[size - 1] - ay)) >= twice) break;
      size--;
    }
    xs[size] = x;
    ys[size++] = y;
    if (i === far || i === wide) floor = size;
  }
  return size;
}

/**
 * @param {Float32Array} xs
 * @param {Float32Array} ys
 * @param {number} first
 * @param {number} last
 * @param {number} other
 * @returns {number} The point of the line farthest from its first, or from the chord between its first and another.
 */
function farthest(xs, ys, first, last, other) {
  const x = xs[first];
  const y = ys[first];
  const dx = xs[other] - x;
  const dy = ys[other] - y;
  let far = first;
  let most = 0;
  for (let i = first + 1; i < last; i++) {
    const distance = other === first ? (xs[i] - x) ** 2 + (ys[i] - y) ** 2 : Math.abs((xs[i] - x) * dy - (ys[i] - y) * dx);
    if (distance > most) {
      most = distance;
      far = i;
    }
  }
  return far;
}
