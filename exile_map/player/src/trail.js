/**
 * The trail: the travelled way's canvas. It grows as the playhead moves on; of very long routes some pictures are kept
 * on the way, so that going back (or far ahead) starts from the nearest one and not from nothing.
 */
import { BATCH, paintLeg, paintMany } from "./paint.js";

/** @typedef {import("./basemap-draw.js").View} View */

const PICTURES = 24;
/** Pictures may take so many bytes together. */
const ROOM = 100e6;
/** Milliseconds the camera must rest before pictures are taken, and from one to the next. */
const AT_REST = 700;
const BETWEEN = 60;

export class Trail {
  /** @param {import("./sheets.js").Sheets} sheets @param {import("./model.js").Leg[]} legs @param {boolean} dense many ways, plain */
  constructor(sheets, legs, dense) {
    this.sheets = sheets;
    this.legs = legs;
    this.dense = dense;
    this.drawn = 0;
    /** @type {{done: number, picture: HTMLCanvasElement}[]} in order of `done` */
    this.pictures = [];
    this.waiting = 0;
  }

  /** The camera or the colours have changed. */
  forget() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.sheets.wipe("travelled");
    this.drawn = 0;
    this.pictures = [];
  }

  /** Shows so many legs, from what is there. @param {View} view @param {number} done @param {import("./theme.js").Theme} theme */
  show(view, done, theme) {
    const from = this.pictures.findLast((p) => p.done <= done);
    if (done < this.drawn || (from && from.done > this.drawn)) this.restore(from);
    this.paint(this.sheets.of.travelled, view, this.drawn, done, theme);
    this.drawn = done;
    if (this.dense && !this.waiting) this.collect(view, theme);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number} from @param {number} to @param {import("./theme.js").Theme} theme */
  paint(ctx, view, from, to, theme) {
    const legs = this.legs.slice(from, to);
    if (this.dense) paintMany(ctx, view, legs, theme);
    else for (const leg of legs) paintLeg(ctx, view, leg, theme);
  }

  /** Takes the pictures, one at a time and between frames, on a sheet of their own. @param {View} view @param {import("./theme.js").Theme} theme */
  collect(view, theme) {
    const { width, height } = this.sheets.of.travelled.canvas;
    const count = Math.max(1, Math.min(PICTURES, Math.floor(ROOM / Math.max(1, width * height * 4))));
    const stride = Math.max(BATCH, Math.ceil(this.legs.length / count / BATCH) * BATCH);
    const last = { done: 0, picture: /** @type {HTMLCanvasElement|null} */ (null) };
    const next = () => {
      if (last.done + stride > this.legs.length) return;
      const picture = document.createElement("canvas");
      [picture.width, picture.height] = [width, height];
      const ctx = picture.getContext("2d");
      if (!ctx) return;
      if (last.picture) ctx.drawImage(last.picture, 0, 0);
      ctx.scale(this.sheets.ratio, this.sheets.ratio);
      this.paint(ctx, view, last.done, last.done + stride, theme);
      Object.assign(last, { done: last.done + stride, picture });
      this.pictures.push({ done: last.done, picture });
      this.waiting = window.setTimeout(next, BETWEEN);
    };
    this.waiting = window.setTimeout(next, AT_REST);
  }

  /** @param {{done: number, picture: HTMLCanvasElement}|undefined} from */
  restore(from) {
    const ctx = this.sheets.wipe("travelled");
    this.drawn = from?.done ?? 0;
    if (from) ctx.drawImage(from.picture, 0, 0, this.sheets.width, this.sheets.height);
  }
}
