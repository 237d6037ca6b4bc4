/** Areas: regions and countries as soft stains, so that nobody takes their edge for a border known. */
import { countryPath } from "./basemap-draw.js";
import { boxOf } from "./line.js";
import { worldX, worldY } from "./mercator.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {[number, number, number, number]} Box */
/** @typedef {{box: Box, picture: HTMLCanvasElement}} Area a picture of the area and the world box it covers */

/** Pictures are soft: they need no more pixels than this a side. */
const SIDE = 512;
/** How much of an area the soft edge takes; of a very large one no more than this part of the world. */
const SOFT = 0.14;
const SOFTEST = 0.012;
/** How strong the tint is; the picture itself is opaque, so that its soft edge has all shades and no bands. */
const TINT = 0.3;
/** The stipple of the present area: one dot to a square of so many pixels, and how large it is. */
const GRAIN = 6;
const DOT = 0.85;
const EARTH_ROUND_KM = 40075;

/** Whoever is known to within less is at a point. */
export const WIDE_KM = 25;

/** Doubt is seen at every scale: no area is smaller on screen than so many pixels around its middle. */
const LEAST = 24;

/** Places known to the town are points; what is wider is an area. @param {Stay} stay */
export const isArea = (stay) => stay.place >= 0 && (stay.precision === "region" || stay.areaRing !== null || stay.areaCountry !== "" || stay.radiusKm >= WIDE_KM);

/** The area of a stay as a picture, drawn once. @param {Stay} stay @param {import("./basemap.js").Basemap|null} basemap @param {string} colour @returns {Area|null} */
export function makeArea(stay, basemap, colour) {
  const shape = stay.areaRing ? ringShape(stay, stay.areaRing) : stay.areaCountry && basemap ? countryShape(stay, basemap) : null;
  if (shape) return softened(shape.box, shape.trace, colour);
  if (!stay.radiusKm) return null;
  const half = stay.radiusKm / EARTH_ROUND_KM / Math.max(0.1, Math.cos((stay.lat * Math.PI) / 180));
  const box = /** @type {Box} */ ([stay.x - half, stay.y - half, stay.x + half, stay.y + half]);
  return softened(box, (ctx, view) => {
    ctx.beginPath();
    const at = (/** @type {number} */ v, /** @type {number} */ o) => (v - o) * view.scale;
    ctx.arc(at(stay.x, view.originX), at(stay.y, view.originY), half * view.scale * 0.92, 0, 2 * Math.PI);
  }, colour);
}

/** @param {Stay} stay @param {[number, number][]} ring */
function ringShape(stay, ring) {
  const points = ring.flatMap(([lon, lat]) => {
    const x = worldX(lon);
    return [x + Math.round(stay.x - x), worldY(lat)];
  });
  const box = boxOf([points]);
  if (!box) return null;
  return {
    box,
    trace: (/** @type {CanvasRenderingContext2D} */ ctx, /** @type {View} */ view) => {
      ctx.beginPath();
      for (let i = 0; i < points.length; i += 2) {
        ctx.lineTo((points[i] - view.originX) * view.scale, (points[i + 1] - view.originY) * view.scale);
      }
    },
  };
}

/** @param {Stay} stay @param {import("./basemap.js").Basemap} basemap */
function countryShape(stay, basemap) {
  const rings = basemap.countryRings(stay.areaCountry);
  if (!rings) return null;
  const boxes = Array.from({ length: rings.boxes.length / 4 }, (_, i) => [...rings.boxes.slice(4 * i, 4 * i + 4)]);
  const box = boxOf(boxes);
  if (!box) return null;
  const copy = Math.round(stay.x - (box[0] + box[2]) / 2);
  box[0] += copy;
  box[2] += copy;
  return {
    box,
    trace: (/** @type {CanvasRenderingContext2D} */ ctx, /** @type {View} */ view) => {
      countryPath(ctx, basemap, stay.areaCountry, view);
    },
  };
}

/**
 * Blurred by its shadow alone: every browser has shadows, not every one has filters.
 * @param {Box} box @param {(ctx: CanvasRenderingContext2D, view: View) => void} trace @param {string} colour @returns {Area|null}
 */
function softened([x0, y0, x1, y1], trace, colour) {
  const longer = Math.max(x1 - x0, y1 - y0);
  const soft = Math.min(longer * SOFT, SOFTEST);
  const air = soft * 1.2;
  const box = /** @type {Box} */ ([x0 - air, y0 - air, x1 + air, y1 + air]);
  const scale = SIDE / (longer + 2 * air);
  const picture = document.createElement("canvas");
  picture.width = Math.max(1, Math.round((box[2] - box[0]) * scale));
  picture.height = Math.max(1, Math.round((box[3] - box[1]) * scale));
  const ctx = picture.getContext("2d");
  if (!ctx) return null;
  const away = 4 * SIDE;
  // The shape itself lies beyond the picture; only its shadow falls into it.
  ctx.translate(-away, 0);
  ctx.shadowOffsetX = away;
  ctx.shadowBlur = soft * scale;
  ctx.shadowColor = colour;
  ctx.fillStyle = colour;
  trace(ctx, { scale, originX: box[0], originY: box[1], width: picture.width, height: picture.height });
  ctx.fill("nonzero");
  return { box, picture };
}

/** @param {number} ratio @param {string} colour */
function makeStipple(ratio, colour) {
  const tile = document.createElement("canvas");
  const side = (tile.width = tile.height = Math.round(2 * GRAIN * ratio));
  const ctx = tile.getContext("2d");
  if (!ctx) return null;
  ctx.fillStyle = colour;
  for (const at of [side / 4, (side * 3) / 4]) {
    ctx.beginPath();
    ctx.arc(at, at, DOT * ratio, 0, 2 * Math.PI);
    ctx.fill();
  }
  return ctx.createPattern(tile, "repeat");
}

/** A sheet on which the stipple is cut to an area's shape, made once. @type {HTMLCanvasElement|undefined} */
let sheet;

/** The stipple, as dense as the area is sure. @param {CanvasRenderingContext2D} ctx @param {View} view @param {HTMLCanvasElement} picture @param {Box} at pixels: left, top, width, height @param {string} colour */
function stipple(ctx, view, picture, [left, top, width, height], colour) {
  const ratio = ctx.getTransform().a || 1;
  const [x0, y0] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const [w, h] = [Math.min(view.width, Math.ceil(left + width)) - x0, Math.min(view.height, Math.ceil(top + height)) - y0];
  sheet ??= document.createElement("canvas");
  const own = sheet.getContext("2d");
  const dots = makeStipple(ratio, colour);
  if (w < 1 || h < 1 || !own || !dots) return;
  [sheet.width, sheet.height] = [Math.ceil(w * ratio), Math.ceil(h * ratio)];
  // The dots stay where they are on the land while the map moves.
  dots.setTransform(new DOMMatrix().translate((left - x0) * ratio, (top - y0) * ratio));
  own.fillStyle = dots;
  own.fillRect(0, 0, sheet.width, sheet.height);
  own.globalCompositeOperation = "destination-in";
  own.drawImage(picture, (left - x0) * ratio, (top - y0) * ratio, width * ratio, height * ratio);
  ctx.drawImage(sheet, x0, y0, sheet.width / ratio, sheet.height / ratio);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Area} area @param {boolean} present @param {string} colour */
export function paintArea(ctx, view, { box, picture }, present, colour) {
  const middle = view.originX + view.width / view.scale / 2;
  const copy = Math.round(middle - (box[0] + box[2]) / 2);
  for (const k of copy ? [copy, 0] : [0]) {
    const [w, h] = [(box[2] - box[0]) * view.scale, (box[3] - box[1]) * view.scale];
    const more = Math.max(1, (2 * LEAST) / Math.max(w, h));
    const at = /** @type {Box} */ ([
      (box[0] + k - view.originX) * view.scale - ((more - 1) * w) / 2,
      (box[1] - view.originY) * view.scale - ((more - 1) * h) / 2,
      more * w,
      more * h,
    ]);
    ctx.globalAlpha = present ? TINT : TINT / 2;
    ctx.drawImage(picture, ...at);
    ctx.globalAlpha = 1;
    if (present) stipple(ctx, view, picture, at, colour);
  }
}
