/** Whether a point lies in a shape of the basemap: the judge of what the decoder reads. */

/** @typedef {import("../src/basemap.js").Basemap} Basemap */
/** @typedef {import("../src/basemap.js").Lines} Lines */
/** @typedef {import("../src/basemap.js").Rings} Rings */

/**
 * @param {Basemap} basemap
 * @param {Rings} rings
 * @param {number} x World units; any world copy will do.
 * @param {number} y
 * @returns {boolean} Whether the point lies inside, by the nonzero rule.
 */
export function contains(basemap, rings, x, y) {
  const home = x - Math.floor(x);
  // Shapes run past the world's right edge, never past its left.
  return winding(basemap.lines, rings, home, y) !== 0 || winding(basemap.lines, rings, home + 1, y) !== 0;
}

/**
 * @param {Lines} lines
 * @param {Rings} rings
 * @param {number} x
 * @param {number} y
 */
function winding({ xs, ys, starts }, rings, x, y) {
  let turns = 0;
  for (let ring = 0; ring + 1 < rings.starts.length; ring++) {
    const box = 4 * ring;
    if (x < rings.boxes[box] || x > rings.boxes[box + 2] || y < rings.boxes[box + 1] || y > rings.boxes[box + 3]) continue;
    for (let r = rings.starts[ring]; r < rings.starts[ring + 1]; r++) {
      const ref = rings.refs[r];
      const arc = ref < 0 ? ~ref : ref;
      const sign = ref < 0 ? -1 : 1;
      for (let i = starts[arc] + 1; i < starts[arc + 1]; i++) {
        const above = ys[i - 1] <= y;
        if (above === ys[i] <= y) continue;
        const crossing = xs[i - 1] + ((y - ys[i - 1]) / (ys[i] - ys[i - 1])) * (xs[i] - xs[i - 1]);
        if (crossing > x) turns += above ? sign : -sign;
      }
    }
  }
  return turns;
}
