/**
 * Draws a decoded basemap on a canvas, for any camera: nothing is rounded to whole pixels, nothing is kept between
 * frames. Whatever lies outside the view is left out, or stands in for itself as one straight line beyond the edge.
 */
import { CHUNK, levelFor } from "./basemap-levels.js";

/** @typedef {import("./basemap.js").Basemap} Basemap */
/** @typedef {import("./basemap-levels.js").Level} Level */
/** @typedef {import("./basemap.js").Rings} Rings */

/**
 * @typedef {object} View
 * @property {number} scale Pixels per world unit: 256 × 2**zoom.
 * @property {number} originX World units of the canvas's top left corner.
 * @property {number} originY
 * @property {number} width Pixels, as the canvas's transform has them.
 * @property {number} height
 */

/**
 * @typedef {object} BasemapStyle
 * @property {string} land
 * @property {string} sea
 * @property {string} coast
 * @property {string} border
 * @property {boolean} borders Whether today's borders are drawn.
 * @property {boolean} [rough] Whether the land is all that is drawn, without lakes and lines.
 */

/**
 * The part of a canvas's context that is used.
 *
 * @typedef {Pick<CanvasRenderingContext2D, "beginPath" | "moveTo" | "lineTo" | "fill" | "stroke"
 *   | "fillRect" | "fillStyle" | "strokeStyle" | "lineWidth" | "lineJoin" | "lineCap">} Context
 */

/** Pixels around the view within which lines are drawn as they are, so that no stroke shows its end. */
const MARGIN = 4;

/** Rings and arcs smaller than this, in pixels, would not be seen. */
const SPECK = 1;

/** Lakes smaller than this, in pixels, would be clutter. */
const POND = 5;

/** Lines are stroked in batches: some rasterizers take far longer for one long path than for several. */
const BATCH = 2000;

/** Pixels of the world up to which its sketch passes for the land, for a moment. */
const SKETCHED = 256 * 2 ** 3.5;

/** Pixels of a line. */
const COAST = 0.9;
const BORDER = 0.7;

/** The sides of the view a box may lie beyond. */
const LEFT = 1;
const ABOVE = 2;
const RIGHT = 4;
const BELOW = 8;

/**
 * @param {Context} ctx
 * @param {Basemap} basemap
 * @param {View} view
 * @param {BasemapStyle} style
 */
export function drawBasemap(ctx, basemap, view, style) {
  const sketch = style.rough && view.scale < SKETCHED ? basemap.sketch : undefined;
  ctx.fillStyle = style.sea;
  ctx.fillRect(0, 0, view.width, view.height);

  const pen = new Pen(ctx, sketch ? sketch.lines : levelFor(basemap, view.scale), view);
  ctx.beginPath();
  for (const copy of copiesIn(view)) pen.traceRings((sketch ?? basemap).land, copy, SPECK);
  ctx.fillStyle = style.land;
  ctx.fill("nonzero");
  const bottom = (1 - view.originY) * view.scale;
  // Below the map's edge Antarctica goes on to the pole.
  if (basemap.edge >= 0 && bottom < view.height) ctx.fillRect(0, bottom - 1, view.width, view.height - bottom + 1);
  if (style.rough) return;

  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.strokeStyle = style.coast;
  ctx.lineWidth = COAST;
  ctx.beginPath();
  for (const copy of copiesIn(view)) pen.traceRings(basemap.lakes, copy, POND);
  ctx.fillStyle = style.sea;
  ctx.fill("nonzero");
  ctx.stroke();
  pen.strokeArcs(basemap, 0, basemap.coastCount);

  if (!style.borders) return;
  ctx.strokeStyle = style.border;
  ctx.lineWidth = BORDER;
  pen.strokeArcs(basemap, basemap.firstBorder, basemap.arcCount);
}

/**
 * Traces one country, in every world copy in view, to be filled with the nonzero rule. The path is begun here.
 *
 * @param {Context} ctx
 * @param {Basemap} basemap
 * @param {string} iso2
 * @param {View} view
 * @returns {boolean} Whether the basemap knows the country.
 */
export function countryPath(ctx, basemap, iso2, view) {
  ctx.beginPath();
  const rings = basemap.countryRings(iso2);
  if (rings === undefined) return false;
  const pen = new Pen(ctx, levelFor(basemap, view.scale), view);
  for (const copy of copiesIn(view)) pen.traceRings(rings, copy, SPECK);
  return true;
}

/**
 * The world copies that may reach into the view: shapes run past the right edge of their own, by less than a world.
 *
 * @param {View} view
 * @returns {number[]} World units to add to every x.
 */
function copiesIn({ originX, width, scale }) {
  const first = Math.floor(originX) - 1;
  const last = Math.floor(originX + width / scale);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Draws the arcs of one level in one view. */
class Pen {
  /**
   * @param {Context} ctx
   * @param {Level} level
   * @param {View} view
   */
  constructor(ctx, level, view) {
    this.ctx = ctx;
    this.level = level;
    this.view = view;
    const margin = MARGIN / view.scale;
    this.west = view.originX - margin;
    this.north = view.originY - margin;
    this.east = view.originX + view.width / view.scale + margin;
    this.south = view.originY + view.height / view.scale + margin;
  }

  /**
   * @param {Float32Array} boxes
   * @param {number} index
   * @param {number} copy
   * @returns {number} The sides of the view the box lies beyond; 0 if it may be seen.
   */
  beyond(boxes, index, copy) {
    const i = 4 * index;
    return (
      (boxes[i + 2] + copy < this.west ? LEFT : 0) |
      (boxes[i + 3] < this.north ? ABOVE : 0) |
      (boxes[i] + copy > this.east ? RIGHT : 0) |
      (boxes[i + 1] > this.south ? BELOW : 0)
    );
  }

  /**
   * @param {Float32Array} boxes
   * @param {number} index
   * @param {number} least Pixels.
   */
  isSmaller(boxes, index, least) {
    const i = 4 * index;
    const { scale } = this.view;
    return (boxes[i + 2] - boxes[i]) * scale < least && (boxes[i + 3] - boxes[i + 1]) * scale < least;
  }

  /**
   * Rings end where they began, so none needs `closePath`, which costs Chromium some 10 µs.
   *
   * @param {Rings} rings
   * @param {number} copy
   * @param {number} least Pixels; smaller rings are left out.
   */
  traceRings(rings, copy, least) {
    for (let ring = 0; ring + 1 < rings.starts.length; ring++) {
      if (this.beyond(rings.boxes, ring, copy) !== 0 || this.isSmaller(rings.boxes, ring, least)) continue;
      const from = rings.starts[ring];
      this.moveToStart(rings.refs[from], copy);
      for (let i = from; i < rings.starts[ring + 1]; i++) this.traceArc(rings.refs[i], copy);
    }
  }

  /**
   * @param {number} ref
   * @param {number} copy
   */
  moveToStart(ref, copy) {
    const { xs, ys, starts } = this.level;
    const i = ref < 0 ? starts[~ref + 1] - 1 : starts[ref];
    const { scale, originX, originY } = this.view;
    this.ctx.moveTo((xs[i] + copy - originX) * scale, (ys[i] - originY) * scale);
  }

  /**
   * A chunk wholly beyond one side of the view can be a straight line without changing what is filled within it.
   *
   * @param {number} ref
   * @param {number} copy
   */
  traceArc(ref, copy) {
    const { ctx, view } = this;
    const { xs, ys, starts, chunks, boxes } = this.level;
    const { scale, originY } = view;
    const originX = view.originX - copy;
    const arc = ref < 0 ? ~ref : ref;
    const step = ref < 0 ? -1 : 1;
    const count = chunks[arc + 1] - chunks[arc];
    for (let n = 0; n < count; n++) {
      const k = ref < 0 ? count - 1 - n : n;
      const first = starts[arc] + k * CHUNK;
      const last = Math.min(first + CHUNK, starts[arc + 1] - 1);
      const end = ref < 0 ? first : last;
      let i = (ref < 0 ? last : first) + step;
      if (this.beyond(boxes, chunks[arc] + k, copy) !== 0) i = end;
      for (; i !== end + step; i += step) ctx.lineTo((xs[i] - originX) * scale, (ys[i] - originY) * scale);
    }
  }

  /**
   * @param {Basemap} basemap
   * @param {number} firstArc
   * @param {number} endArc
   */
  strokeArcs({ arcBoxes, edge }, firstArc, endArc) {
    const { ctx } = this;
    let drawn = 0;
    ctx.beginPath();
    for (const copy of copiesIn(this.view)) {
      for (let arc = firstArc; arc < endArc; arc++) {
        if (arc === edge || this.beyond(arcBoxes, arc, copy) !== 0 || this.isSmaller(arcBoxes, arc, SPECK)) continue;
        drawn += this.lineArc(arc, copy);
        if (drawn < BATCH) continue;
        ctx.stroke();
        ctx.beginPath();
        drawn = 0;
      }
    }
    ctx.stroke();
  }

  /**
   * @param {number} arc
   * @param {number} copy
   * @returns {number} How many points were drawn.
   */
  lineArc(arc, copy) {
    const { ctx, view } = this;
    const { xs, ys, starts, chunks, boxes } = this.level;
    const { scale, originY } = view;
    const originX = view.originX - copy;
    let drawn = 0;
    let penDown = false;
    for (let chunk = chunks[arc], first = starts[arc]; chunk < chunks[arc + 1]; chunk++, first += CHUNK) {
      if (this.beyond(boxes, chunk, copy) !== 0) {
        penDown = false;
        continue;
      }
      if (!penDown) ctx.moveTo((xs[first] - originX) * scale, (ys[first] - originY) * scale);
      penDown = true;
      const last = Math.min(first + CHUNK, starts[arc + 1] - 1);
      for (let i = first + 1; i <= last; i++) ctx.lineTo((xs[i] - originX) * scale, (ys[i] - originY) * scale);
      drawn += last - first;
    }
    return drawn;
  }
}
