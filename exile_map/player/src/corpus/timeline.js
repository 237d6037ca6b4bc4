/** The timeline of many lives: how many moved when, stacked by how they moved, on a true axis; a slider of years. */
import { makeScale, ticksFor } from "../axis.js";
import { paintAxis } from "../bars.js";
import { make, write } from "../dom.js";
import { colourOf } from "../theme.js";
import { GROUPS } from "./data.js";
import { binOf, sumOf } from "./histogram.js";

/** @typedef {import("./histogram.js").Histogram} Histogram */
/** @typedef {import("../words.js").Words} Words */
/** @typedef {import("../theme.js").Theme} Theme */

const SIDE = 14;
const BASE = 20;
/** Above the bars it is said what they count. */
const TOP = 20;
/** From one line of the scale to the next, at least. */
const APART = 22;
/** A bar that there is at all is seen. */
const LEAST = 1.5;
const GRAIN = 5;
/** What the bars count, by the power of ten of the years in one; the narrowest are months. */
const UNITS = ["moves_month", "moves_year", "moves_decade", "moves_century", "moves_millennium"];

/** What fills the bars of each kind, so that colour alone does not tell them apart. @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {string} group @param {number} ratio */
function fillOf(ctx, theme, group, ratio) {
  const colour = colourOf(theme, group);
  if (group === "forced") return colour;
  const tile = document.createElement("canvas");
  const side = (tile.width = tile.height = Math.round(GRAIN * ratio));
  const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  pen.fillStyle = pen.strokeStyle = colour;
  pen.globalAlpha = 0.25;
  pen.fillRect(0, 0, side, side);
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5 * ratio;
  if (group === "flight") {
    for (const shift of [-side, 0, side]) {
      pen.moveTo(shift - 1, side + 1);
      pen.lineTo(shift + side + 1, -1);
    }
    pen.stroke();
  } else if (group === "free") pen.fillRect(0, side / 4, side, side / 2);
  else if (group === "unknown") {
    pen.beginPath();
    pen.arc(side / 2, side / 2, 1.05 * ratio, 0, 2 * Math.PI);
    pen.fill();
  }
  const pattern = ctx.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? colour;
}

/** The least of 1, 2, 5, 10 … of which so few fit. @param {number} most @param {number} lines */
function scaleStep(most, lines) {
  const least = Math.max(1, most / Math.max(1, lines));
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? 10 * power;
}

export class Timeline {
  /** @param {Words} words @param {(year: number) => void} seek @param {AbortSignal} signal */
  constructor(words, seek, signal) {
    this.words = words;
    this.canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { class: "em-bars", "aria-hidden": "true" }));
    this.veil = make("div", { class: "em-veil" });
    this.head = make("div", { class: "em-playhead" });
    this.unit = make("p", { class: "em-unit" });
    this.tip = make("div", { class: "em-tip", hidden: true, "aria-hidden": "true" });
    this.element = make(
      "div", { class: "em-timeline", role: "slider", tabindex: "0", "aria-label": words.say("timeline") },
      this.canvas, this.veil, this.unit, this.head, this.tip,
    );
    this.width = 0;
    this.left = SIDE;
    this.scale = makeScale(0, 1, 0, 1);
    /** @type {Histogram} */
    this.histogram = { step: 1, from: 0, bins: 1, counts: new Uint32Array(GROUPS.length), most: 0 };
    this.span = { from: 0, to: 1 };
    this.dragging = false;
    this.said = "";
    this.listen(seek, signal);
  }

  /** @param {Histogram} histogram @param {number} from @param {number} to */
  setHistogram(histogram, from, to) {
    this.histogram = histogram;
    this.span = { from, to };
    write(this.unit, this.words.say(UNITS[Math.max(0, Math.round(Math.log10(histogram.step)) + 1)]));
    this.element.setAttribute("aria-valuemin", String(Math.floor(from)));
    this.element.setAttribute("aria-valuemax", String(Math.ceil(to) - 1));
    this.said = "";
  }

  /** @param {(year: number) => void} seek @param {AbortSignal} signal */
  listen(seek, signal) {
    const { element } = this;
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ act) => element.addEventListener(type, act, { signal });
    const go = (/** @type {PointerEvent} */ event) => seek(this.yearAt(event));
    on("pointerdown", (event) => {
      if (event.button) return;
      element.setPointerCapture(event.pointerId);
      this.dragging = true;
      go(event);
    });
    on("pointermove", (event) => {
      if (this.dragging) go(event);
      this.hover(event);
    });
    for (const type of ["pointerup", "pointercancel"]) on(type, () => (this.dragging = false));
    on("pointerleave", () => (this.tip.hidden = true));
  }

  /** @param {PointerEvent} event */
  yearAt(event) {
    const box = this.element.getBoundingClientRect();
    const x = event.clientX - box.left;
    return this.scale.year(this.words.rtl ? box.width - x : x);
  }

  /** @param {PointerEvent} event */
  hover(event) {
    if (event.pointerType === "touch") return;
    const year = this.yearAt(event);
    const inside = year >= this.span.from && year < this.span.to;
    this.tip.hidden = !inside;
    if (!inside) return;
    this.tip.textContent = this.say(year);
    const room = this.tip.offsetWidth / 2;
    const at = Math.max(room, Math.min(this.width - room, this.scale.x(year)));
    this.tip.style.transform = `translateX(${this.words.rtl ? this.width - at - room : at - room}px)`;
  }

  /** How so many bins are called: a month, a year, or years. @param {number} bin @param {number} [bins] */
  nameOf(bin, bins = 1) {
    const { step, from } = this.histogram;
    const year = from + bin * step;
    if (step < 1) return `${this.words.month(1 + (Math.round(year / step) % 12 + 12) % 12)} ${this.words.year(year + 1e-3)}`;
    const last = year + step * bins - 1;
    return last === year ? this.words.year(year) : this.words.say("range", { from: this.words.year(year), to: this.words.year(last) });
  }

  /** "1938: 412 moves, 301 forced". @param {number} year */
  say(year) {
    const { histogram, words } = this;
    const bin = Math.max(0, Math.min(histogram.bins - 1, binOf(histogram, year)));
    const moves = words.count("moves_n", sumOf(histogram.counts, bin));
    return words.say("moves_then", { when: this.nameOf(bin), moves, forced: words.number(histogram.counts[bin * GROUPS.length]) });
  }

  /** Draws the bars. @param {Theme} theme */
  resize(theme) {
    const { width, height } = this.element.getBoundingClientRect();
    this.width = width;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const ctx = this.canvas.getContext("2d");
    if (!ctx || !width) return;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { histogram, words } = this;
    const base = height - BASE;
    const step = scaleStep(histogram.most, (base - TOP) / APART);
    ctx.font = `11px ${theme.sans}`;
    this.left = SIDE + (histogram.most ? ctx.measureText(words.number(Math.floor(histogram.most / step) * step)).width + 2 : 0);
    const { from, to } = this.span;
    this.scale = makeScale(from, to, this.left, Math.max(this.left + 1, width - SIDE));
    const x = (/** @type {number} */ year) => (words.rtl ? width - this.scale.x(year) : this.scale.x(year));
    this.paintScale(ctx, step, base, theme);
    this.paintBars(ctx, x, base, theme, ratio);
    const ends = words.rtl ? { left: SIDE, right: width - this.left } : { left: this.left, right: width - SIDE };
    paintAxis(ctx, ticksFor(from, to, width - this.left - SIDE), { x, base, ...ends }, theme, words);
    this.said = "";
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} step @param {number} base @param {Theme} theme */
  paintScale(ctx, step, base, theme) {
    const { most } = this.histogram;
    ctx.textBaseline = "middle";
    ctx.textAlign = this.words.rtl ? "left" : "right";
    for (let n = step; n <= most; n += step) {
      const y = Math.round(base - (n / most) * (base - TOP)) + 0.5;
      ctx.fillStyle = theme.barLine;
      ctx.globalAlpha = 0.45;
      ctx.fillRect(this.words.rtl ? SIDE : this.left, y - 0.5, this.width - this.left - SIDE, 1);
      ctx.globalAlpha = 1;
      ctx.fillStyle = theme.muted;
      ctx.fillText(this.words.number(n), this.words.rtl ? this.width - this.left + 5 : this.left - 5, Math.max(y, 6));
    }
  }

  /** @param {CanvasRenderingContext2D} ctx @param {(year: number) => number} x @param {number} base @param {Theme} theme @param {number} ratio */
  paintBars(ctx, x, base, theme, ratio) {
    const { step, from, bins, counts, most } = this.histogram;
    const floors = new Float64Array(bins).fill(base);
    const tall = (base - TOP) / Math.max(1, most);
    GROUPS.forEach((group, g) => {
      ctx.fillStyle = fillOf(ctx, theme, group, ratio);
      for (let bin = 0; bin < bins; bin++) {
        const count = counts[bin * GROUPS.length + g];
        if (!count) continue;
        const high = Math.max(LEAST, count * tall);
        const [a, b] = [Math.max(this.span.from, from + bin * step), Math.min(this.span.to, from + (bin + 1) * step)].map(x);
        const [left, right] = [Math.min(a, b), Math.max(a, b)];
        const gap = right - left > 4 ? 1 : 0.3;
        ctx.fillRect(left + gap / 2, floors[bin] - high, Math.max(0.5, right - left - gap), high);
        floors[bin] -= high;
      }
    });
  }

  /** @param {number} year @param {boolean} whole neither end is past the other @param {boolean} spoken what the slider reads is told: not while it plays */
  update(year, whole, spoken) {
    const x = this.scale.x(year);
    const left = this.words.rtl ? this.width - x : x;
    this.head.style.transform = `translateX(${left.toFixed(2)}px)`;
    this.veil.style.transform = `scaleX(${whole ? 0 : Math.max(0, (this.width - x) / Math.max(1, this.width)).toFixed(4)})`;
    const bin = String(binOf(this.histogram, year));
    if (!spoken || bin === this.said) return;
    this.said = bin;
    this.element.setAttribute("aria-valuenow", String(Math.floor(year)));
    this.element.setAttribute("aria-valuetext", this.say(year));
  }
}
