/**
 * The trail of a very long route: many ways, plain. Some pictures of it are kept on the way, so that going back (or far
 * ahead) starts from the nearest one and not from nothing.
 */
import { BATCH, MANY, paintMany } from "./paint.js";
import { Trail } from "./trail.js";

/** @typedef {import("./basemap-draw.js").View} View */

const PICTURES = 24;
/** Pictures may take so many bytes together. */
const ROOM = 100e6;
/** Milliseconds the camera must rest before pictures are taken, and from one piece of them to the next. */
const AT_REST = 300;
const BETWEEN = 12;
/** Legs painted at a time: a few milliseconds' work. */
const SLICE = 1024;
/** Of a lot of legs to show at once so many are shown first. */
const FIRST = 3000;

export class LongTrail extends Trail {
  /** @param {import("./sheets.js").Sheets} sheets @param {import("./model.js").Leg[]} legs */
  constructor(sheets, legs) {
    super(sheets, legs);
    this.rough = false;
    /** @type {{done: number, picture: HTMLCanvasElement}[]} in order of `done` */
    this.pictures = [];
    this.waiting = 0;
  }

  forget() {
    super.forget();
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.rough = false;
    this.pictures = [];
  }

  /** @param {View} view @param {number} done @param {import("./theme.js").Theme} theme @param {import("./sheets.js").Sheet} [sheet] */
  show(view, done, theme, sheet = "travelled") {
    const from = this.pictures.findLast((p) => p.done <= done);
    if (done < this.drawn || (from && from.done > this.drawn)) this.restore(from);
    // So many at once are first shown by some of them; the pictures bring the others.
    const lot = done - this.drawn > this.stride() ? Math.ceil((done - this.drawn) / FIRST) : 1;
    const legs = this.legs.slice(this.drawn, done);
    // On the ground itself they are seen for a moment only, until all is drawn.
    this.paint(this.sheets.pen(sheet), view, lot > 1 ? legs.filter((_, i) => i % lot === 0) : legs, theme, sheet === "base" || undefined);
    this.rough = this.rough || lot > 1;
    this.drawn = done;
    if (!this.waiting) this.waiting = window.setTimeout(() => this.collect(view, theme), AT_REST);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {import("./model.js").Leg[]} legs @param {import("./theme.js").Theme} theme @param {boolean} [plainly] */
  paint(ctx, view, legs, theme, plainly = this.legs.length > MANY) {
    paintMany(ctx, view, legs, theme, plainly);
  }

  /** Legs from one picture to the next. */
  stride() {
    const { width, height } = this.sheets.of.travelled.canvas;
    const count = Math.max(1, Math.min(PICTURES, Math.floor(ROOM / Math.max(1, width * height * 4))));
    return Math.max(BATCH, Math.ceil(this.legs.length / count / BATCH) * BATCH);
  }

  /** Takes the pictures, some legs at a time and between frames, on a sheet of their own. @param {View} view @param {import("./theme.js").Theme} theme */
  collect(view, theme) {
    const sheet = this.blank();
    if (!sheet) return;
    sheet.scale(this.sheets.ratio, this.sheets.ratio);
    const stride = this.stride();
    let at = 0;
    const next = () => {
      const to = Math.min(this.legs.length, at + SLICE, (Math.floor(at / stride) + 1) * stride);
      this.paint(sheet, view, this.legs.slice(at, to), theme);
      at = to;
      const picture = at % stride && at < this.legs.length ? null : this.blank();
      if (picture) {
        picture.drawImage(sheet.canvas, 0, 0);
        this.pictures.push({ done: at, picture: picture.canvas });
        if (this.rough && at <= this.drawn && this.drawn - at < stride) {
          const { drawn } = this;
          this.restore(this.pictures[this.pictures.length - 1]);
          this.show(view, drawn, theme);
        }
      }
      if (at < this.legs.length) this.waiting = window.setTimeout(next, BETWEEN);
    };
    next();
  }

  /** A sheet as large as the map's. */
  blank() {
    const { width, height } = this.sheets.of.travelled.canvas;
    return Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  }

  /** @param {{done: number, picture: HTMLCanvasElement}|undefined} from */
  restore(from) {
    const ctx = this.sheets.wipe("travelled");
    this.drawn = from?.done ?? 0;
    this.rough = false;
    if (from) ctx.drawImage(from.picture, 0, 0, this.sheets.width, this.sheets.height);
  }
}
