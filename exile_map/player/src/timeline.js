/** The timeline: bars true to the calendar, an axis, the playhead; a slider to pointer and keyboard. */
import { make } from "./dom.js";
import { makeScale, ticksFor } from "./axis.js";
import { THINNEST, paintAxis, paintBars, paintMeetings, paintNames } from "./bars.js";
import { slotOf, slotsOf } from "./lives.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./words.js").Words} Words */

const SIDE = 14;
/** Part of the life's length left free at both ends, so that no year is cut. */
const AIR = 0.012;
/** Names of lives take no more than this part of the timeline; on a narrow one there are initials. */
const NAMES = 0.24;
const NARROW = 480;
/** A lane is no higher than this. */
const HIGHEST = 18;
/** The playhead's knob, which hides no bar. */
const KNOB = 10;
/** The axis with its years. */
const BELOW = 26;

export class Timeline {
  /**
   * @param {Model} model @param {Words} words @param {(year: number) => void} seek @param {AbortSignal} signal
   */
  constructor(model, words, seek, signal) {
    this.words = words;
    this.canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { class: "em-bars", "aria-hidden": "true" }));
    this.veil = make("div", { class: "em-veil" });
    this.present = make("div", { class: "em-present" });
    this.head = make("div", { class: "em-playhead" });
    this.tip = make("div", { class: "em-tip", hidden: true, "aria-hidden": "true" });
    this.element = make(
      "div",
      { class: "em-timeline", role: "slider", tabindex: "0", "aria-label": words.say("timeline"), "aria-valuemin": 0 },
      this.canvas, this.veil, this.present, this.head, this.tip,
    );
    this.width = 0;
    this.height = 0;
    this.dragging = false;
    this.band = { top: 0, height: 0 };
    this.shown = "";
    this.model = model;
    /** @type {number[]} the slots that have a lane, from above */
    this.slots = [];
    this.lanes = 1;
    this.scale = makeScale(0, 1, 0, 1);
    this.setModel(model, new Set());
    this.listen(seek, signal);
  }

  /** @param {Model} model @param {Set<number>} hidden slots of the lives put away */
  setModel(model, hidden) {
    const { stays } = model;
    this.model = model;
    this.slots = model.persons.length > 1 ? slotsOf(model.persons).map(({ slot }) => slot).filter((slot) => !hidden.has(slot)) : [0];
    this.lanes = this.slots.length;
    this.element.setAttribute("aria-valuemax", String(Math.max(0, stays.length - 1)));
    this.shown = "";
  }

  /** From the first to the last year that may be meant. @returns {[number, number]} */
  span() {
    let [from, to] = [Infinity, -Infinity];
    for (const { years: [first, , , last], clock: [came, left] } of this.model.stays) {
      from = Math.min(from, first ?? came, came);
      to = Math.max(to, last ?? left, left);
    }
    return from <= to ? [from, Math.max(to, from + 0.05)] : [0, 1];
  }

  /** The lane of a life. @param {number} person */
  laneOf(person) {
    return Math.max(0, this.slots.indexOf(this.model.persons.length > 1 ? slotOf(person) : 0));
  }

  /** @param {(year: number) => void} seek @param {AbortSignal} signal */
  listen(seek, signal) {
    const { element } = this;
    const go = (/** @type {PointerEvent} */ event) => {
      seek(this.scale.year(this.locate(event).x));
    };
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      element.setPointerCapture(event.pointerId);
      this.dragging = true;
      go(event);
    }, { signal });
    element.addEventListener("pointermove", (event) => {
      if (this.dragging) go(event);
      this.hover(event);
    }, { signal });
    for (const type of ["pointerup", "pointercancel"]) element.addEventListener(type, () => (this.dragging = false), { signal });
    element.addEventListener("pointerleave", () => (this.tip.hidden = true), { signal });
  }

  /** @param {PointerEvent} event */
  locate(event) {
    const box = this.element.getBoundingClientRect();
    const x = event.clientX - box.left;
    const [top, height] = this.laneBand();
    const lane = Math.floor(((event.clientY - box.top - top) / height) * this.lanes);
    return { x: this.words.rtl ? box.width - x : x, lane: Math.max(0, Math.min(this.lanes - 1, lane)) };
  }

  /** What is under the pointer. @param {PointerEvent} event */
  hover(event) {
    if (event.pointerType === "touch") return;
    const { x, lane } = this.locate(event);
    const year = this.scale.year(x);
    const stay = this.model.stays.findLast((s) => this.laneOf(s.person) === lane && s.clock[0] <= year);
    this.tip.hidden = !stay;
    if (!stay) return;
    const { persons } = this.model;
    const whose = persons.length > 1 ? `${persons[stay.person]} · ` : "";
    this.tip.textContent = `${whose}${this.words.year(year)} · ${stay.title}`;
    const room = this.tip.offsetWidth / 2;
    const at = Math.max(room, Math.min(this.width - room, x));
    this.tip.style.transform = `translateX(${this.words.rtl ? this.width - at - room : at - room}px)`;
  }

  /** Top and height of the bars. @returns {[number, number]} */
  laneBand() {
    const free = this.height - BELOW;
    const lanes = Math.max(12, Math.min(free - KNOB, this.lanes * HIGHEST));
    return this.model.persons.length > 1 ? [Math.max(KNOB, (free - lanes) / 2), lanes] : [Math.max(KNOB, free / 2 - 6), Math.min(17, free - KNOB)];
  }

  /** @param {import("./theme.js").Theme} theme */
  resize(theme) {
    const box = this.element.getBoundingClientRect();
    this.width = box.width;
    this.height = box.height;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(box.width * ratio);
    this.canvas.height = Math.round(box.height * ratio);
    const ctx = this.canvas.getContext("2d");
    if (!ctx || !box.width) return;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const [top, height] = this.laneBand();
    const left = SIDE + this.nameLanes(ctx, top, height, theme);
    const [from, to] = this.span();
    const air = (to - from) * AIR;
    const scale = makeScale(from - air, to + air, left, Math.max(left + 1, box.width - SIDE));
    this.scale = scale;
    const mirror = (/** @type {number} */ x) => (this.words.rtl ? box.width - x : x);
    const frame = { top, height, lanes: this.lanes, lane: (/** @type {number} */ person) => this.laneOf(person), x: (/** @type {number} */ year) => mirror(scale.x(year)), rtl: this.words.rtl, coloured: this.model.coloured };
    paintBars(ctx, this.model.stays, frame, theme);
    paintMeetings(ctx, this.model.meetings, frame, theme);
    const ticks = ticksFor(scale.from, scale.to, box.width - left - SIDE);
    const ends = this.words.rtl ? { left: SIDE, right: box.width - left } : { left, right: box.width - SIDE };
    paintAxis(ctx, ticks, { ...frame, base: this.height - 20, ...ends }, theme, this.words);
    this.band = { top, height };
    this.shown = "";
  }

  /** Names the lives, where there are several; how much room that takes. @param {CanvasRenderingContext2D} ctx @param {number} top @param {number} height @param {import("./theme.js").Theme} theme */
  nameLanes(ctx, top, height, theme) {
    const { persons, marks } = this.model;
    if (persons.length < 2) return 0;
    const lives = slotsOf(persons);
    // What has no lane of its own shares the last.
    const names = this.slots.map((slot) => (lives[slot].persons.length > 1 ? `+${this.words.number(lives[slot].persons.length)}` : (this.width < NARROW && marks[slot]) || persons[slot]));
    return 8 + paintNames(ctx, names, { top, height, side: 2, width: this.width, most: this.width * NAMES, rtl: this.words.rtl }, theme);
  }

  /** @param {import("./pacing.js").Moment} moment @param {string} said what the slider's value reads */
  update(moment, said) {
    const { scale, band, words } = this;
    const x = scale.x(moment.year);
    const left = words.rtl ? this.width - x : x;
    this.head.style.transform = `translateX(${left.toFixed(2)}px)`;
    const part = (this.width - x) / Math.max(1, this.width);
    this.veil.style.transform = moment.phase !== "opening" && moment.phase !== "closing" ? `scaleX(${part.toFixed(4)})` : "scaleX(0)";
    const stay = moment.phase === "opening" || moment.phase === "closing" ? null : this.model.stays[moment.phase === "leg" ? moment.index + 1 : moment.index];
    const key = `${stay?.index} ${moment.phase === "stay"}`;
    if (key === this.shown) return;
    this.shown = key;
    this.element.setAttribute("aria-valuenow", String(stay?.index ?? (moment.phase === "opening" ? 0 : this.model.stays.length - 1)));
    this.element.setAttribute("aria-valuetext", said);
    this.present.hidden = moment.phase !== "stay";
    if (stay) this.frame(stay, scale, band);
  }

  /** @param {import("./model.js").Stay} stay @param {{x: (year: number) => number}} scale @param {{top: number, height: number}} band */
  frame(stay, scale, band) {
    const lane = band.height / this.lanes;
    const [a, b] = [scale.x(stay.clock[0]), scale.x(stay.clock[1])];
    const wide = Math.max(THINNEST, b - a);
    // Wider than the playhead's knob.
    const width = Math.max(14, wide + 4);
    const left = a + (wide - width) / 2;
    const { style } = this.present;
    style.width = `${width}px`;
    style.height = `${lane + 2}px`;
    const top = band.top + lane * this.laneOf(stay.person) - 1;
    style.transform = `translate(${this.words.rtl ? this.width - left - width : left}px, ${top}px)`;
  }
}
