/** The sheets: the canvases over the map, laid one on another, as large as the map and as dense as the screen. */
import { DomUtil } from "leaflet";
import { LAYERED } from "./layered.js";

/** @typedef {"base"|"under"|"travelled"|"overlay"} Sheet */

const NAMES = /** @type {Sheet[]} */ (["base", ...(LAYERED ? ["under"] : []), "travelled", "overlay"]);
const DENSEST = 2;

export class Sheets {
  /** @param {import("leaflet").Map} map */
  constructor(map) {
    this.map = map;
    this.width = 0;
    this.height = 0;
    this.ratio = 1;
    const below = map.createPane("em-base");
    const above = map.createPane("em-route");
    below.style.zIndex = "100";
    above.style.zIndex = "450";
    above.style.pointerEvents = "none";
    const made = NAMES.map((name) => {
      const canvas = document.createElement("canvas");
      canvas.className = `em-sheet em-sheet-${name}`;
      (name === "base" ? below : above).append(canvas);
      // The lowest hides whatever is under it: without alpha it is laid down and not mixed in.
      return [name, canvas.getContext("2d", { alpha: name !== "base" })];
    });
    /** @type {Record<Sheet, CanvasRenderingContext2D>} */
    this.of = Object.fromEntries(made);
  }

  /** Takes the map's size; whether it differs from before. */
  fit() {
    const { x: width, y: height } = this.map.getSize();
    const ratio = Math.min(DENSEST, window.devicePixelRatio || 1);
    if (width === this.width && height === this.height && ratio === this.ratio) return false;
    Object.assign(this, { width, height, ratio });
    for (const { canvas } of Object.values(this.of)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    return true;
  }

  /** Lays the sheets over the map's box, wherever its panes have been dragged. */
  lay() {
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    for (const { canvas } of Object.values(this.of)) DomUtil.setPosition(canvas, corner);
  }

  /** @param {Sheet} name @returns {CanvasRenderingContext2D} in CSS pixels */
  pen(name) {
    const ctx = this.of[name];
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    return ctx;
  }

  /** @param {Sheet} name @returns {CanvasRenderingContext2D} empty, in CSS pixels */
  wipe(name) {
    const ctx = this.pen(name);
    ctx.clearRect(0, 0, this.width, this.height);
    return ctx;
  }
}
