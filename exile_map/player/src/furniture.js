/** The furniture: everything that stands on the page around the map, put there together and taken away together. */
import { Card } from "./card.js";
import { Controls } from "./controls.js";
import { make } from "./dom.js";
import { makeLegend } from "./legend.js";
import { List } from "./list.js";
import { SLOTS } from "./lives.js";
import { makeMap } from "./mapping.js";
import { Timeline } from "./timeline.js";

/** @typedef {import("./camera.js").Frame} Frame */
/** @typedef {import("./labels.js").Rect} Rect */
/**
 * @typedef {object} Handlers
 * @property {import("./controls.js").Acts} controls
 * @property {{begin: () => void, previous: () => void, next: () => void, resized: () => void, pictures: boolean}} card
 * @property {(id: string) => void} goTo
 * @property {(year: number) => void} seekYear
 * @property {(hidden: Set<number>) => void} lives puts away the lives of these slots
 * @property {(shown: boolean) => void} borders
 */

/** A card wider than this part of the map is a sheet along its lower edge. */
const SHEET = 0.7;
/** Room for the zoom buttons at the far side. */
const EDGE = 44;
/** Maps wider than this have room for the key, and for a rim. */
const WIDE = 900;

/** On maps not wide, or beside the list no longer, or no higher than this, the key opens on demand. */
const LOW = 520;

let mounted = 0;

export class Furniture {
  /**
   * @param {HTMLElement} root @param {import("./model.js").Model} model @param {import("./words.js").Words} words
   * @param {Handlers} handlers @param {boolean} still @param {AbortSignal} signal
   */
  constructor(root, model, words, handlers, still, signal) {
    this.root = root;
    /** @type {Element|null|undefined} the route as drawn for readers without scripts, and for paper */
    this.picture = null;
    this.rtl = words.rtl;
    root.classList.add("em-live");
    root.classList.toggle("em-lives", model.persons.length > 1);
    root.classList.toggle("em-coloured", model.coloured);
    root.style.setProperty("--em-lanes", String(Math.min(SLOTS, model.persons.length)));
    this.list = new List(model, words, handlers.goTo, signal);
    this.mapElement = make("div", { class: "em-map", role: "region", "aria-label": words.say("map") });
    this.map = makeMap(this.mapElement, still);
    this.card = new Card(model, words, handlers.card, signal);
    this.timeline = new Timeline(model, words, handlers.seekYear, signal);
    this.controls = new Controls(words, handlers.controls, this.timeline.element, signal, `em-${++mounted}`);
    const legend = makeLegend(model, words, handlers, signal);
    this.legend = legend;
    this.voice = make("p", { class: "em-voice", role: "status", "aria-live": "polite" });
    this.credits = this.ownCredits = make("footer", { class: "em-credits" }, words.say("credits"));
    this.aside = make("div", { class: "em-furniture" }, legend.element, this.controls.corner);
    this.added = [this.mapElement, this.card.element, this.aside, this.controls.bar, this.list.element, this.voice];
    root.prepend(...this.added);
    root.append(this.credits);
    // What is read on paper only is in the page only then.
    window.addEventListener("beforeprint", () => {
      this.picture ??= new DOMParser().parseFromString(this.drawn?.textContent ?? "", "text/html").body.firstElementChild;
      root.append(this.picture ?? "");
      this.list.fill();
    }, { signal });
    // The page's player begins before its document has come.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.gather(), { signal });
    else this.gather();
    this.measure();
  }

  /** Takes over what the document has. */
  gather() {
    const { root } = this;
    const [stays, drawn, credits] = ["stays", "drawn", "credits"].map((name) => [...root.children].findLast((e) => e !== this.ownCredits && e.matches(`.em-${name}`)));
    this.list.take(/** @type {HTMLElement|undefined} */ (stays));
    // One element less, until the page is as it was.
    drawn?.remove();
    this.drawn = drawn;
    if (!credits) return;
    this.ownCredits.remove();
    this.credits = /** @type {HTMLElement} */ (credits);
  }

  /** Other lives are shown. @param {import("./model.js").Model} model @param {Set<number>} hidden slots */
  setLives(model, hidden) {
    this.card.setModel(model);
    this.list.setModel(model);
    this.timeline.setModel(model, hidden);
    this.legend.mark(hidden);
  }

  /** The map takes the size of its element. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.root;
    const list = this.list.open ? this.list.element.offsetWidth : 0;
    this.root.classList.toggle("em-folded", width - list <= WIDE || height <= LOW);
    this.legend.fit(this.mapElement.clientHeight);
    this.map.invalidateSize({ animate: false, pan: false });
    this.card.fit();
  }

  /** The map's box and what card and list take of it. @returns {Frame} */
  frame() {
    const { width, height, side, sheet, share } = this.layout();
    const bottom = sheet ? height * share + 16 : 0;
    const far = (this.list.open && !sheet ? this.list.element.offsetWidth : 0) + (width > WIDE ? EDGE : 0);
    return { width, height, top: 0, bottom, left: this.rtl ? far : side, right: this.rtl ? side : far };
  }

  layout() {
    const map = this.mapElement.getBoundingClientRect();
    const card = this.card.element.getBoundingClientRect();
    const sheet = card.width > map.width * SHEET;
    const side = sheet ? 0 : this.rtl ? map.right - card.left : card.right - map.left;
    // Of the map's height a sheet takes as much as the stylesheet lets it, however little its text.
    const share = Number(getComputedStyle(this.card.element).getPropertyValue("--em-sheet"));
    return { map, card, width: map.width, height: map.height, sheet, side, share };
  }

  /** What labels keep clear of, in the map's pixels. @returns {Rect[]} */
  obstacles() {
    const { map, sheet, side, width, height, share } = this.layout();
    // The card grows and shrinks with its text: labels keep clear of all the room it may take.
    const card = sheet
      ? { x: 0, y: height * (1 - share) - 16, w: width, h: height }
      : { x: this.rtl ? width - side - 8 : 0, y: 0, w: side + 8, h: height };
    const others = [...this.aside.children, this.credits, this.list.element].map((e) => e.getBoundingClientRect());
    const rects = others.filter((r) => r.width > 0 && r.height > 0);
    return [card, ...rects.map((r) => ({ x: r.left - map.left - 5, y: r.top - map.top - 5, w: r.width + 10, h: r.height + 10 }))];
  }

  /** @param {boolean} [open] */
  toggleList(open) {
    this.list.toggle(open);
    this.controls.list.setAttribute("aria-expanded", String(this.list.open));
    this.root.classList.toggle("em-listing", this.list.open);
    if (!this.list.open) this.controls.list.focus();
  }

  /** Closes what is open. @returns {boolean} whether anything was */
  closeOpen() {
    if (this.controls.closeOpen()) return true;
    if (!this.list.open) return false;
    this.toggleList(false);
    return true;
  }

  /** The page is again as it was before. */
  remove() {
    this.map.remove();
    this.list.restore();
    this.picture?.remove();
    this.list.stays?.before(this.drawn ?? "");
    for (const element of this.added) element.remove();
    this.controls.help?.remove();
    this.ownCredits.remove();
    this.root.classList.remove("em-live", "em-lives", "em-coloured", "em-listing", "em-folded", "em-polite");
    this.root.style.removeProperty("--em-lanes");
  }
}
