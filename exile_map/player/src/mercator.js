/** Web Mercator: one world is 1 wide and 1 high, (0, 0) at 180° W and the map's upper edge. */

/** Mercator ends here. */
const MAX_LATITUDE = 85.0511;

/** @param {number} lon */
export const worldX = (lon) => lon / 360 + 0.5;
/** @param {number} lat */
export function worldY(lat) {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
/** @param {number} x */
export const longitude = (x) => (x - 0.5) * 360;
/** @param {number} y */
export const latitude = (y) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
