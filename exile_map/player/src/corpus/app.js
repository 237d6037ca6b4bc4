/** Many lives: one clock, and everything on screen a function of its playhead and of who is asked for. */
import { decodeBasemap } from "../basemap.js";
import { leastZoom } from "../camera.js";
import { Clock } from "../clock.js";
import { make, show, write } from "../dom.js";
import { Driver, makeMap } from "../mapping.js";
import { latitude, longitude } from "../mercator.js";
import { readTheme } from "../theme.js";
import { inflated } from "../unpack.js";
import { list, text } from "../wire.js";
import { makeWords } from "../words.js";
import { Controls, tableOf } from "./controls.js";
import { countMoves, sumOf, binOf } from "./histogram.js";
import { sift } from "./filters.js";
import { groupsIn, makeKey } from "./key.js";
import { lifeDocument } from "./life.js";
import { readCorpusLink, writeCorpusLink } from "./links.js";
import { readTitles } from "./names.js";
import { Panel } from "./panel.js";
import { Roster } from "./roster.js";
import { Scene } from "./scene.js";
import { Single } from "./single.js";
import { Timeline } from "./timeline.js";
import { firstView } from "./view.js";
import { Ways } from "./ways.js";
import { actsOf, listen } from "./wiring.js";

/** @typedef {import("./filters.js").Filter} Filter */
/**
 * @typedef {object} Carried
 * @property {any} head @property {ReturnType<typeof import("../unpack.js").openColumns>} open @property {ReturnType<typeof import("../unpack.js").locate>} where
 * @property {import("./data.js").Corpus} corpus @property {string} texts packed, in base64 @property {any} basemap @property {Record<string, string>} strings
 */

/** Seconds that a year takes, and all of them together at least and at most. */
const YEAR = 0.6;
const [SHORTEST, LONGEST] = [12, 90];
/** On maps not wider, or no higher than this, the key opens on demand. */
const [NARROW, LOW] = [900, 520];
const TEN = 10;
/** A table on paper has no more rows than this, if it can be helped. */
const MOST_ROWS = 40;
/** Two ends of a card wider than this part of the map: it is a sheet, and takes no side. */
const SHEET = 0.7;

export class Corpus {
  /** @param {HTMLElement} root @param {Carried} carried */
  constructor(root, carried) {
    const { open, where, corpus, basemap, strings } = carried;
    this.root = root;
    this.carried = carried;
    this.corpus = corpus;
    this.abort = new AbortController();
    const { signal } = this.abort;
    const words = (this.words = makeWords(strings));
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.resting = false;
    /** @type {Single|null} */
    this.single = null;
    /** @type {Promise<void>|null} */
    this.reading = null;
    this.asked = -1;
    /** @type {Element|null} what had the focus before a life was opened */
    this.focused = null;
    this.spot = /** @type {number[]|null} */ (null);
    this.measured = "";
    this.count = corpus.persons.length;
    this.pushed = false;
    this.title = document.title;
    /** Whether all is put together, and the address read. */
    this.settled = false;
    root.classList.add("em-live", "em-corpus");
    this.mapElement = make("div", { class: "em-map", role: "region", "aria-label": words.say("corpus_map") });
    this.furniture = { mapElement: this.mapElement };
    this.tip = make("div", { class: "em-tip em-who", dir: "auto", hidden: true, "aria-hidden": "true" });
    this.map = makeMap(this.mapElement, this.still.matches);
    this.mapElement.append(this.tip);
    this.driver = new Driver(this.map);
    this.timeline = new Timeline(words, (year) => this.seekYear(year), signal);
    this.controls = new Controls(words, actsOf(this), this.timeline.element, signal);
    this.panel = new Panel(corpus, words, { filter: (filter) => this.setFilter(filter), open: (person) => this.openLife(person), resized: () => this.clearNames() }, signal);
    const titles = list(open.lists.title).map((title) => text(title));
    this.roster = new Roster(corpus, (row) => titles[open.columns.title[row]], words, (person) => this.openLife(person), signal);
    this.key = makeKey(corpus, words, { borders: (shown) => this.setBorders(shown) }, signal);
    this.voice = make("p", { class: "em-voice", role: "status", "aria-live": "polite" });
    this.aside = make("div", { class: "em-furniture" }, this.key, this.controls.corner);
    root.prepend(this.mapElement, this.panel.element, this.aside, this.controls.bar, this.roster.element, this.controls.help, this.controls.table, this.voice);
    const cite = root.querySelector(".em-cite");
    if (cite) this.controls.help.append(cite.cloneNode(true));
    this.scene = new Scene(this.map, corpus, new Ways(open, where), readTitles(corpus, open.columns.title, titles), basemap ? decodeBasemap(basemap) : null, root);
    this.scene.setTheme(readTheme(root));
    this.watchSize = new ResizeObserver(() => this.measured === this.sizeNow() || this.resize());
    this.clock = new Clock(1);
    const link = readCorpusLink(location.hash, corpus);
    /** @type {import("./scene.js").Shown} */
    this.shown = { persons: new Uint8Array(corpus.persons.length).fill(1), groups: link.filter.groups, from: corpus.from, to: corpus.to };
    this.panel.filter = link.filter;
    this.panel.set(link.filter);
    this.resize();
    this.lookAtAll();
    listen(this);
    this.follow();
    this.settled = true;
    this.draw();
    this.announce();
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
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.setMinZoom(leastZoom(this.frame()));
    this.timeline.resize(this.scene.theme);
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
    const far = width > NARROW ? this.key.offsetWidth + 20 : 0;
    return { width, height, top: sheet ? card.bottom : 0, bottom: 0, left: this.words.rtl ? far : side, right: this.words.rtl ? side : far };
  }

  /** The first view: all places but a few far ones. */
  lookAtAll() {
    const { x, y, zoom } = firstView(this.corpus, this.frame());
    this.map.setView([latitude(y), longitude(x)], zoom, { animate: false });
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
    if (this.single || !this.settled) return;
    const whole = this.isWhole();
    const exact = this.year();
    const { histogram } = timeline;
    // Who wants no motion sees one picture a year.
    const year = this.still.matches && clock.playing ? histogram.from + binOf(histogram, exact) * histogram.step + histogram.step / 2 : exact;
    scene.draw(year, shown, whole);
    const last = Math.max(shown.from, Math.min(year, shown.to - 1e-6));
    const bin = Math.max(0, Math.min(histogram.bins - 1, binOf(histogram, last)));
    controls.update({
      playing: clock.playing, over: clock.time >= clock.duration,
      year: whole ? words.say("range", { from: words.year(shown.from), to: words.year(shown.to - 1e-6) }) : words.year(last),
      caption: whole ? words.count("lives", this.count) : `${words.count("lives", scene.where.count)} · ${words.count("moves_n", sumOf(histogram.counts, bin))}`,
    });
    timeline.update(exact, whole, !clock.playing);
  }

  /** Says when and how many, while nothing plays. */
  announce() {
    const { clock, words, timeline, scene } = this;
    if (clock.playing || this.single || !this.settled || this.isWhole()) return;
    write(this.voice, `${timeline.say(this.year())}. ${words.count("lives", scene.where.count)}.`);
  }

  /** What a host may want to know. */
  now() {
    return { playing: this.clock.playing, progress: this.clock.fraction, stay: null, place: null, when: null, person: this.asked < 0 ? null : this.corpus.persons[this.asked], year: this.year() };
  }

  /** @param {string} type */
  tell(type) {
    this.root.dispatchEvent(new CustomEvent(type, { detail: this.now() }));
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
    const year = this.shown.persons && clock.time > 0 ? this.year() : null;
    const { persons, count } = sift(corpus, filter);
    const from = Math.max(corpus.from, Math.min(filter.from, corpus.to - 1));
    const to = Math.min(corpus.to, Math.max(filter.to + 1, from + 1e-3));
    this.count = count;
    this.spot = null;
    this.shown = { persons, groups: filter.groups, from, to };
    this.timeline.setHistogram(countMoves(corpus, this.shown), from, to);
    this.timeline.resize(this.scene.theme);
    clock.duration = Math.max(SHORTEST, Math.min(LONGEST, (to - from) * YEAR));
    this.panel.tell(count);
    this.fillRoster();
    clock.time = year === null ? 0 : Math.max(0, Math.min(1, (year - from) / (to - from))) * clock.duration;
    this.draw();
    if (this.settled) this.remember();
  }

  fillRoster() {
    const { corpus, words, shown, spot } = this;
    const people = spot ?? Uint32Array.from({ length: corpus.persons.length }, (_, person) => person).filter((person) => shown.persons[person]);
    this.roster.fill(spot ? `${words.say("lives_here")}: ${words.number(people.length)}` : words.count("lives", people.length), people);
  }

  /** The address names what is shown. */
  remember() {
    try {
      history.replaceState(history.state, "", writeCorpusLink({ filter: this.panel.filter, person: this.asked, year: null }, this.corpus));
    } catch {
      // A frame without an address of its own has none to change.
    }
  }

  /** Says who is under the pointer. @param {{x: number, y: number}} at */
  point({ x, y }) {
    const people = this.clock.playing || this.isWhole() ? [] : this.scene.hit(x, y);
    this.mapElement.classList.toggle("em-over", people.length > 0);
    show(this.tip, people.length > 0);
    if (!people.length) return;
    const { persons } = this.corpus;
    const where = this.roster.titleOf(this.scene.where.row[people[0]]);
    write(this.tip, `${people.length > 1 ? this.words.count("lives", people.length) : persons[people[0]]} · ${where}`);
    const left = Math.max(4, Math.min(this.mapElement.clientWidth - this.tip.offsetWidth - 4, x + 12));
    this.tip.style.transform = `translate(${left}px, ${Math.max(4, y - this.tip.offsetHeight - 10)}px)`;
  }

  /** A click on one opens that life; on several, it lists them. @param {{x: number, y: number}} point */
  pick({ x, y }) {
    if (this.isWhole()) return;
    const people = this.scene.hit(x, y);
    if (!people.length) return;
    this.pause();
    if (people.length === 1) return void this.openLife(people[0]);
    this.spot = people.sort((a, b) => a - b);
    this.toggleList(true);
    this.fillRoster();
  }

  /** @param {boolean} [open] */
  toggleList(open = this.roster.element.hidden) {
    const { element, close } = this.roster;
    element.hidden = !open;
    this.controls.list.setAttribute("aria-expanded", String(open));
    this.root.classList.toggle("em-listing", open);
    this.clearNames();
    if (open) {
      this.roster.show();
      close.focus();
      return;
    }
    if (this.spot) {
      this.spot = null;
      this.fillRoster();
    }
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

  /** For paper: when this is, and the table, of many years by decades. */
  print() {
    const { timeline, words, corpus, root } = this;
    const { step, bins } = timeline.histogram;
    const table = tableOf(timeline, words, groupsIn(corpus), step >= 1 && bins > MOST_ROWS ? TEN : 1);
    const then = this.isWhole() ? [] : [make("p", { class: "em-then" }, timeline.say(this.year()))];
    root.append(make("div", { class: "em-table-print" }, ...then, table));
  }

  /** Asks for a life by the address, so that the browser's own button leads back. @param {number} person */
  openLife(person) {
    this.focused = document.activeElement;
    const to = writeCorpusLink({ filter: this.panel.filter, person, year: null }, this.corpus);
    this.pushed = true;
    location.hash = to;
  }

  /** Goes back to all lives, at the same moment. */
  leave() {
    if (this.pushed) history.back();
    else location.hash = writeCorpusLink({ filter: this.panel.filter, person: -1, year: null }, this.corpus);
  }

  /** Does what the address says. */
  follow() {
    const { year, play, person, filter } = readCorpusLink(location.hash, this.corpus);
    const back = this.asked >= 0 && person < 0;
    if (person !== this.asked) {
      this.asked = person;
      if (person >= 0) void this.showLife(person);
      else this.hideLife();
    }
    // Who comes back from a life finds all as he left them, whatever the address said before.
    if (back) return;
    if (!Number.isNaN(year)) this.seekYear(year);
    if (person < 0 && !sameFilter(filter, this.panel.filter)) this.panel.set(filter);
    if (play && !this.still.matches) this.clock.play();
  }

  /** @param {number} person */
  async showLife(person) {
    this.pause();
    const { open, where, texts, basemap, strings } = this.carried;
    // Texts are heavy: they are unpacked when the first is read.
    this.reading ??= inflated(texts).then((block) => void (open.texts.block = block));
    await this.reading;
    if (this.asked !== person) return;
    this.single?.remove();
    const life = lifeDocument(this.carried.head, open, where, this.corpus, person);
    const back = `${this.words.rtl ? "→" : "←"} ${this.words.say("all_lives")}`;
    const year = this.isWhole() ? NaN : this.year();
    this.root.inert = true;
    this.root.classList.add("em-away");
    this.single = new Single(life, basemap, strings, { year, back, leave: () => this.leave(), pictures: "pictures" in this.root.dataset });
    document.title = this.corpus.persons[person] || this.title;
    this.tell("stay");
  }

  hideLife() {
    if (!this.single) return;
    this.single.remove();
    this.single = null;
    this.pushed = false;
    this.root.inert = false;
    this.root.classList.remove("em-away");
    document.title = this.title;
    if (this.measured !== this.sizeNow()) this.resize();
    this.draw();
    const to = this.focused instanceof HTMLElement && this.focused.isConnected ? this.focused : this.controls.play;
    to.focus({ preventScroll: true });
    this.tell("stay");
  }

  destroy() {
    this.clock.pause();
    this.abort.abort();
    this.watchSize.disconnect();
    this.single?.remove();
    this.map.remove();
  }
}

/** @param {Filter} a @param {Filter} b */
const sameFilter = (a, b) => a.country === b.country && a.from === b.from && a.to === b.to && a.groups.every((group, i) => group === b.groups[i]);
