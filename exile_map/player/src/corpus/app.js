/** Many lives: one clock, and everything on screen a function of its playhead and of who is asked for. */
import { decodeBasemap } from "../basemap.js";
import { Clock } from "../clock.js";
import { make, write } from "../dom.js";
import { makeMap } from "../mapping.js";
import { latitude, longitude } from "../mercator.js";
import { readTheme } from "../theme.js";
import { makeWords } from "../words.js";
import { Controls } from "./controls.js";
import { countMoves, sumOf, binOf } from "./histogram.js";
import { everything, sift } from "./filters.js";
import { groupsIn, makeKey } from "./key.js";
import { Panel } from "./panel.js";
import { Pointing } from "./pointing.js";
import { Roster } from "./roster.js";
import { Scene } from "./scene.js";
import { paperOf, tableOf } from "./table.js";
import { Timeline } from "./timeline.js";
import { firstView, outmost } from "./view.js";
import { Visits } from "./visits.js";
import { actsOf, listen } from "./wiring.js";

/** @typedef {import("./filters.js").Filter} Filter */

/** Seconds that a year takes, and all of them together at least and at most. */
const YEAR = 0.6;
const [SHORTEST, LONGEST] = [12, 90];
/** On maps not wider, or no higher than this, the key opens on demand. */
const [NARROW, LOW] = [900, 520];
/** Two ends of a card wider than this part of the map: it is a sheet, and takes no side. */
const SHEET = 0.7;

export class Corpus {
  /**
   * @param {HTMLElement} root @param {import("./data.js").Source} source @param {any} basemap @param {Record<string, string>} strings
   * @param {import("../player.js").Options} options
   */
  constructor(root, source, basemap, strings, options) {
    const { corpus } = source;
    this.root = root;
    this.source = source;
    this.corpus = corpus;
    this.basemap = basemap;
    this.strings = strings;
    this.options = options;
    this.abort = new AbortController();
    const { signal } = this.abort;
    const words = (this.words = makeWords(strings));
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.resting = false;
    this.spot = /** @type {number[]|null} */ (null);
    this.measured = "";
    /** What the map looks at where nobody has moved it. */
    this.fitted = "";
    this.count = corpus.persons.length;
    /** Whether it is put together, and then whether all of it is drawn, not the land and the ways alone. */
    this.settled = this.whole = false;
    root.classList.add("em-live", "em-corpus");
    this.mapElement = make("div", { class: "em-map", role: "region", "aria-label": words.say("corpus_map") });
    this.furniture = { mapElement: this.mapElement };
    this.map = makeMap(this.mapElement, this.still.matches);
    this.clock = new Clock(1);
    this.visits = new Visits(this, options.links !== false);
    this.pointing = new Pointing(this);
    this.timeline = new Timeline(words, (year) => this.seekYear(year), signal);
    this.controls = new Controls(words, actsOf(this), this.timeline.element, signal);
    this.panel = new Panel(corpus, words, { filter: (filter) => this.setFilter(filter), open: (person) => this.visits.open(person), resized: () => this.clearNames() }, signal);
    this.roster = new Roster(corpus, source.titleOf, words, (person) => this.visits.open(person), signal);
    this.key = makeKey(corpus, words, { borders: (shown) => this.setBorders(shown) }, signal);
    this.voice = make("p", { class: "em-voice", role: "status", "aria-live": "polite" });
    this.aside = make("div", { class: "em-furniture" }, this.key.element, this.controls.corner);
    this.added = [this.mapElement, this.panel.element, this.aside, this.controls.bar, this.roster.element, this.controls.help, this.controls.table, this.voice];
    root.prepend(...this.added);
    if (!root.querySelector(".em-credits")) {
      const credits = make("footer", { class: "em-credits" }, words.say("credits"));
      root.append(credits);
      this.added.push(credits);
    }
    const cite = root.querySelector(".em-cite");
    if (cite) this.controls.help.append(cite.cloneNode(true));
    this.scene = new Scene(this.map, source, basemap ? decodeBasemap(basemap) : null, root, readTheme(root));
    this.watchSize = new ResizeObserver(() => this.measured === this.sizeNow() || this.resize());
    /** @type {import("./scene.js").Shown} */
    this.shown = { persons: new Uint8Array(corpus.persons.length), groups: [], from: corpus.from, to: corpus.to };
    this.setFilter(everything());
    this.resize();
    this.lookAtAll();
    listen(this);
    this.settled = true;
    this.draw();
    // The land and the ways are seen first, whatever else takes.
    requestAnimationFrame(() => setTimeout(() => signal.aborted || this.finish()));
    if (this.visits.linked) this.visits.follow();
  }

  /** Draws what was not there at first: the moves of each year, and the names of places. */
  finish() {
    if (this.whole) return;
    this.whole = true;
    this.panel.countAll();
    this.key.countAll();
    this.countMoves();
    this.draw();
  }

  sizeNow() {
    return `${this.root.clientWidth} ${this.root.clientHeight}`;
  }

  resize() {
    this.measured = this.sizeNow();
    const { clientWidth: width, clientHeight: height } = this.root;
    if (!width) return;
    this.root.classList.toggle("em-folded", width <= NARROW || height <= LOW);
    this.root.style.setProperty("--em-aspect", String(this.mapElement.clientWidth / Math.max(1, this.mapElement.clientHeight)));
    // Who has not moved the map sees all lives in any size of it.
    const untouched = this.fitted === this.lookingAt();
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.setMinZoom(Math.min(this.map.getZoom(), outmost(this.corpus, this.frame())));
    if (untouched) this.lookAtAll();
    if (this.whole) this.timeline.resize(this.scene.theme);
    this.clearNames();
  }

  /** What stands on the map has changed: names keep clear of it. */
  clearNames() {
    const map = this.mapElement.getBoundingClientRect();
    const rects = [this.panel.element, ...this.aside.children, this.roster.element].map((element) => element.getBoundingClientRect()).filter(({ width }) => width);
    this.scene.obstacles = rects.map((r) => ({ x: r.left - map.left - 4, y: r.top - map.top - 4, w: r.width + 8, h: r.height + 8 }));
    this.scene.viewKey = "";
    this.draw();
  }

  restyle() {
    this.scene.setTheme(readTheme(this.root));
    this.timeline.resize(this.scene.theme);
    this.draw();
  }

  /** The map's box and what the card takes of it. @returns {import("../camera.js").Frame} */
  frame() {
    const { clientWidth: width, clientHeight: height } = this.mapElement;
    const card = this.panel.element.getBoundingClientRect();
    const sheet = card.width > width * SHEET;
    const side = sheet ? 0 : card.width + 20;
    const far = width > NARROW ? this.key.element.offsetWidth + 20 : 0;
    return { width, height, top: sheet ? card.bottom - this.mapElement.getBoundingClientRect().top : 0, bottom: 0, left: this.words.rtl ? far : side, right: this.words.rtl ? side : far };
  }

  /** The first view: all places. */
  lookAtAll() {
    const { x, y, zoom } = firstView(this.corpus, this.frame());
    this.map.setView([latitude(y), longitude(x)], zoom, { animate: false });
    this.fitted = this.lookingAt();
  }

  lookingAt() {
    const { lat, lng } = this.map.getCenter();
    return `${lat} ${lng} ${this.map.getZoom()}`;
  }

  /** The moment of the playhead. */
  year() {
    const { from, to } = this.shown;
    return from + this.clock.fraction * (to - from);
  }

  /** Whether the opening or the end is on, which show all ways together. */
  isWhole() {
    return this.clock.time <= 0 || this.clock.time >= this.clock.duration;
  }

  /** Everything on screen. */
  draw() {
    const { clock, shown, words, timeline, scene, controls } = this;
    // While it is put together nothing is drawn: it would be drawn over and over.
    if (this.visits.single || !this.settled) return;
    const whole = this.isWhole();
    const exact = this.year();
    const { histogram } = timeline;
    // Who wants no motion sees one picture a year.
    const year = this.still.matches && clock.playing ? histogram.from + binOf(histogram, exact) * histogram.step + histogram.step / 2 : exact;
    scene.draw(year, shown, whole, this.whole);
    const last = Math.max(shown.from, Math.min(year, shown.to - 1e-6));
    const bin = Math.max(0, Math.min(histogram.bins - 1, binOf(histogram, last)));
    controls.update({
      playing: clock.playing, over: clock.time >= clock.duration,
      year: whole ? words.say("range", { from: words.year(shown.from), to: words.year(shown.to - 1e-6) }) : words.year(last),
      caption: !this.whole ? "" : whole ? words.count("lives", this.count) : `${words.count("lives", scene.where.count)} · ${words.count("moves_n", sumOf(histogram.counts, bin))}`,
    });
    if (this.whole) timeline.update(exact, whole, !clock.playing);
  }

  /** Says when and how many, while nothing plays. */
  announce() {
    const { clock, words, timeline, scene } = this;
    if (clock.playing || this.visits.single || !this.settled || this.isWhole()) return;
    write(this.voice, `${timeline.say(this.year())}. ${words.count("lives", scene.where.count)}.`);
  }

  /** What a host may want to know. */
  now() {
    return { playing: this.clock.playing, progress: this.clock.fraction, stay: null, place: null, when: null, person: this.visits.person < 0 ? null : this.corpus.persons[this.visits.person], year: this.year() };
  }

  /** @param {string} type */
  tell(type) {
    (this.options.host ?? this.root).dispatchEvent(new CustomEvent(type, { detail: this.now() }));
  }

  toggle() {
    if (this.clock.playing) this.pause();
    else this.clock.play();
  }

  pause() {
    this.resting = false;
    this.clock.pause();
  }

  /** @param {number} time seconds */
  seekTime(time) {
    this.finish();
    this.clock.seek(time);
    this.announce();
  }

  /** @param {number} year */
  seekYear(year) {
    const { from, to } = this.shown;
    // The opening and the end show all ways together: a year is neither.
    const part = Math.max(1e-6, Math.min(1 - 1e-6, (year - from) / (to - from)));
    this.seekTime(part * this.clock.duration);
  }

  /** Where a bin so many further begins. @param {number} by */
  binStart(by) {
    const { step, from } = this.timeline.histogram;
    return from + (binOf(this.timeline.histogram, this.year()) + by) * step + step / 1000;
  }

  /** @param {Filter} filter */
  setFilter(filter) {
    const { corpus, clock } = this;
    const year = clock.time > 0 ? this.year() : null;
    const { persons, count } = sift(corpus, filter);
    const from = Math.max(corpus.from, Math.min(filter.from, corpus.to - 1));
    const to = Math.min(corpus.to, Math.max(filter.to + 1, from + 1e-3));
    this.count = count;
    this.spot = null;
    this.shown = { persons, groups: filter.groups, from, to };
    clock.duration = Math.max(SHORTEST, Math.min(LONGEST, (to - from) * YEAR));
    this.panel.tell(count);
    this.fillRoster();
    clock.time = year === null ? 0 : Math.max(0, Math.min(1, (year - from) / (to - from))) * clock.duration;
    if (!this.settled) return;
    this.finish();
    this.countMoves();
    this.draw();
    this.visits.remember();
  }

  /** How many of those shown moved when. */
  countMoves() {
    const { shown, timeline } = this;
    timeline.setHistogram(countMoves(this.corpus, shown), shown.from, shown.to);
    timeline.resize(this.scene.theme);
  }

  fillRoster() {
    // Who opens it finds it filled.
    if (this.roster.element.hidden) return;
    const { corpus, words, shown, spot } = this;
    const people = spot ?? Uint32Array.from({ length: corpus.persons.length }, (_, person) => person).filter((person) => shown.persons[person]);
    this.roster.fill(spot ? `${words.say("lives_here")}: ${words.number(people.length)}` : words.count("lives", people.length), people);
  }

  /** Lists those at one spot. @param {number[]} people */
  listSpot(people) {
    this.spot = people;
    this.toggleList(true);
  }

  /** @param {boolean} [open] */
  toggleList(open = this.roster.element.hidden) {
    const { element, close } = this.roster;
    element.hidden = !open;
    this.controls.list.setAttribute("aria-expanded", String(open));
    this.root.classList.toggle("em-listing", open);
    this.clearNames();
    if (open) {
      this.fillRoster();
      close.focus();
      return;
    }
    this.spot = null;
    this.controls.list.focus();
  }

  /** @returns {boolean} whether anything was open */
  closeOpen() {
    if (this.controls.closeOpen()) return true;
    if (!this.roster.element.hidden) this.toggleList(false);
    else if (!this.panel.body.hidden) this.panel.open(false);
    else return false;
    return true;
  }

  /** @param {boolean} shown */
  setBorders(shown) {
    this.scene.borders = shown;
    this.draw();
  }

  table() {
    return tableOf(this.timeline, this.words, groupsIn(this.corpus));
  }

  /** For paper: the table, and when this is. */
  print() {
    this.finish();
    this.root.append(paperOf(this.timeline, this.words, groupsIn(this.corpus), this.isWhole() ? NaN : this.year()));
  }

  destroy() {
    this.clock.pause();
    this.abort.abort();
    this.watchSize.disconnect();
    this.visits.single?.remove();
    this.map.remove();
    for (const element of this.added) element.remove();
    this.root.classList.remove("em-live", "em-corpus", "em-listing", "em-folded", "em-polite", "em-away");
  }
}
