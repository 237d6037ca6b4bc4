/** The ground: what a map looks at now, and the land under everything that is drawn on it. */
import { drawBasemap } from "./basemap-draw.js";
import { scaleOf } from "./camera.js";
import { worldX, worldY } from "./mercator.js";

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./basemap-draw.js").View} View */

/** What the map looks at, unrounded. @param {import("leaflet").Map} map @returns {Camera} */
export function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { x: worldX(lng), y: worldY(lat), zoom: map.getZoom() };
}

/** @param {import("./sheets.js").Sheets} sheets @param {Camera} camera @returns {View} */
export function viewOf({ width, height }, { x, y, zoom }) {
  const scale = scaleOf(zoom);
  return { scale, originX: x - width / 2 / scale, originY: y - height / 2 / scale, width, height };
}

/**
 * Draws the land, or the sea alone; returns what it is drawn on.
 * @param {{sheets: import("./sheets.js").Sheets, basemap: import("./basemap.js").Basemap|null, borders: boolean, theme: import("./theme.js").Theme}} scene @param {View} view
 * @param {boolean} [rough] without lakes and lines
 */
export function drawGround({ sheets, basemap, borders, theme }, view, rough) {
  sheets.lay();
  const ctx = sheets.pen("base");
  if (basemap) {
    drawBasemap(ctx, basemap, view, { ...theme, borders, rough });
  } else {
    ctx.fillStyle = theme.sea;
    ctx.fillRect(0, 0, view.width, view.height);
  }
  return ctx;
}
