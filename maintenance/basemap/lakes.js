/** Lakes, from a shapefile of Natural Earth: world-atlas has none but the Caspian Sea, which is a hole in its land. */

const HEADER_BYTES = 100;
const POLYGON = 5;

/**
 * @param {Buffer} file The `.shp` file.
 * @returns {number[][][]} Rings of [lon, lat]: shores clockwise, islands the other way.
 */
export function readRings(file) {
  const rings = [];
  for (let at = HEADER_BYTES; at < file.length; ) {
    // Lengths are counted in words of two bytes, after a record header of eight.
    const body = at + 8;
    at = body + 2 * file.readInt32BE(at + 4);
    if (file.readInt32LE(body) !== POLYGON) continue;
    const parts = file.readInt32LE(body + 36);
    const count = file.readInt32LE(body + 40);
    const points = body + 44 + 4 * parts;
    const starts = Array.from({ length: parts }, (_, part) => file.readInt32LE(body + 44 + 4 * part));
    starts.forEach((start, part) => {
      const ring = [];
      for (let i = start; i < (starts[part + 1] ?? count); i++) {
        ring.push([file.readDoubleLE(points + 16 * i), file.readDoubleLE(points + 16 * i + 8)]);
      }
      rings.push(ring);
    });
  }
  return rings;
}
