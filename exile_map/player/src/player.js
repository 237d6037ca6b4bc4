/** The player: one clock, and everything on screen a function of its playhead. */
import { decodeBasemap } from "./basemap.js";
import { cameraAt, leastZoom, planCameras } from "./camera.js";
import { Clock } from "./clock.js";
import { showNow } from "./console.js";
import { show, write } from "./dom.js";
import { Furniture } from "./furniture.js";
import { runKiosk } from "./kiosk.js";
import { readLink } from "./links.js";
import { slotOf, slotsOf } from "./lives.js";
import { LONG_ROUTES } from "./long.js";
import { Driver } from "./mapping.js";
import { Opened, readModel } from "./model.js";
import { makeSchedule, middleOf, momentAt, samePlace, secondOfYear, startOfStay } from "./pacing.js";
import { Scene } from "./scene.js";
import { readTheme } from "./theme.js";
import { underWay } from "./whereabouts.js";
import { handlersOf, listen } from "./wiring.js";
import { captionOf, makeWords, valueText, wayAt, yearText } from "./words.js";

/** @typedef {import("./pacing.js").Moment} Moment */
/** @typedef {import("./camera.js").Camera} Camera */
/**
 * @typedef {object} Options
 * @property {number} [rate] how fast the clock goes beside real time
 * @property {import("./clock.js").ClockOptions} [clock] time and frames, for tests
 * @property {boolean} [links] whether the address's #… is followed; true unless told
 * @property {boolean} [polite] it is a guest in a page that scrolls
 * @property {HTMLElement} [host] what gets its events and the full screen; its own element unless told
 * @property {boolean} [pictures] whether pictures may come from elsewhere, not in the document alone
 */

/** Milliseconds after all is drawn. */
const WARM = 100;

export class Player {
  /** @param {HTMLElement} root @param {any} data @param {any} basemap @param {Record<string, string>} strings @param {Options} options */
  constructor(root, data, basemap, strings, options) {
    this.root = root;
    this.options = options;
    this.abort = new AbortController();
    this.data = data;
    this.model = readModel(data);
    /** @type {Set<number>} slots of the lives that are put away */
    this.hidden = new Set();
    this.words = makeWords(strings);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.schedule = makeSchedule(this.model);
    this.clock = new Clock(this.schedule.duration, options.clock);
    this.following = true;
    this.looking = false;
    this.inKiosk = false;
    /** Stopped only because nobody sees it. */
    this.resting = false;
    /** @type {string|null} the stay of which the host was told */
    this.told = null;
    this.announced = -2;
    /** Whether all of the map is drawn, not the land and the route alone. */
    this.whole = false;
    /** @type {Camera|null} */
    this.looked = null;
    this.furniture = new Furniture(root, this.model, this.words, handlersOf(this), this.still.matches, this.abort.signal);
    this.map = this.furniture.map;
    this.camera = new Driver(this.map);
    this.frame = this.furniture.frame();
    /** Made once the map has room. */
    this.plan = /** @type {ReturnType<typeof planCameras>} */ ({});
    this.scene = new Scene(this.map, this.schedule, basemap ? decodeBasemap(basemap) : null, readTheme(root), this.words.rtl);
    /** Its size when last measured; none while it has no room, as in a notebook that changes its look. */
    this.measured = "";
    this.watchSize = new ResizeObserver(() => this.measured === this.sizeNow() || this.resize());
    listen(this);
    this.resize();
    // The land and the route are seen first, whatever else takes.
    requestAnimationFrame(() => setTimeout(() => this.abort.signal.aborted || this.finish()));
    this.openLink();
    if (LONG_ROUTES && data instanceof Opened) {
      data.told = () => this.retell();
      // Packed as it is, it is nothing that anybody could read.
      this.furniture.controls.save.hidden = true;
    }
  }

  /** Tells the present stay again, and finds the one the address names: its texts have come. */
  retell() {
    this.furniture.card.shown = NaN;
    if (readLink(location.hash).stay !== null) this.openLink();
    this.draw();
  }

  /** Draws what was not there at first. */
  finish() {
    if (LONG_ROUTES) this.furniture.card.title.count();
    if (this.whole) return;
    this.whole = true;
    this.furniture.timeline.resize(this.scene.theme);
    this.draw();
    // The first such figure takes browsers 40 ms to write: not when one first goes somewhere.
    setTimeout(() => this.words.measure(1, "kilometer"), WARM);
  }

  restyle() {
    this.whole = true;
    this.scene.setTheme(readTheme(this.root));
    this.furniture.timeline.resize(this.scene.theme);
    this.draw();
  }

  sizeNow() {
    return `${this.root.clientWidth} ${this.root.clientHeight}`;
  }

  /** Measures the free part of the map and plans the cameras anew. */
  resize() {
    const { clientWidth, clientHeight } = this.root;
    this.measured = clientWidth && clientHeight ? this.sizeNow() : "";
    if (!this.measured) return;
    this.looking = true;
    this.furniture.measure();
    this.frame = this.furniture.frame();
    this.map.setMinZoom(leastZoom(this.frame));
    this.looking = false;
    this.scene.planned = (index) =>
      this.following && this.plan.follows ? (index < 0 ? this.plan.whole : cameraAt(this.plan, momentAt(this.schedule, middleOf(this.schedule, index)), this.frame)) : null;
    const obstacles = this.furniture.obstacles();
    this.scene.obstacles = obstacles;
    const company = (/** @type {number} */ index) => (this.model.coloured ? underWay(this.schedule, index) : []);
    this.plan = planCameras(this.model, this.frame, obstacles, company);
    this.scene.forget();
    if (this.whole) this.furniture.timeline.resize(this.scene.theme);
    this.looked = null;
    this.draw();
  }

  /** Everything on screen, from the playhead alone. */
  draw() {
    const { model, words, clock, furniture } = this;
    const moment = momentAt(this.schedule, clock.time);
    const still = this.still.matches;
    if (this.measured && this.following) this.lookAt(cameraAt(this.plan, moment, this.frame, still));
    if (this.measured) this.scene.draw(moment, still, this.whole);
    const shown = shownStay(moment);
    const way = this.wayNow(moment);
    showNow(furniture.controls, {
      playing: clock.playing,
      over: clock.time >= this.schedule.duration,
      year: yearText(words, model, moment),
      caption: captionOf(words, model, moment, way),
    });
    if (this.whole) furniture.timeline.update(moment, valueText(words, model, shown, way));
    show(furniture.controls.follow, !this.following);
    this.announce(moment);
    // It asks how much room its text takes, by when all else is written.
    furniture.card.update(shown, moment.phase === "closing", way);
    const { stay } = this.now();
    if (stay === this.told) return;
    this.told = stay;
    this.tell("stay");
  }

  /** The way that somebody is seen on; where nothing moves, all are there at once. @param {Moment} moment */
  wayNow(moment) {
    return this.still.matches ? null : wayAt(this.model, moment);
  }

  /** What a host may want to know: the stay last reached, its place and dates in words; the year, decimal and astronomical. */
  now() {
    const { phase, index, year } = momentAt(this.schedule, this.clock.time);
    const stay = phase === "stay" || phase === "leg" ? this.model.stays[index] : null;
    return { playing: this.clock.playing, progress: this.clock.fraction, stay: stay && stay.id, place: stay && stay.title, when: stay && stay.when, year };
  }

  /** @param {string} type */
  tell(type) {
    (this.options.host ?? this.root).dispatchEvent(new CustomEvent(type, { detail: this.now() }));
  }

  /** @param {Camera} camera */
  lookAt(camera) {
    const before = this.looked;
    const same = before !== null && before.x === camera.x && before.y === camera.y && before.zoom === camera.zoom;
    this.looking = true;
    this.camera.look(camera, same, this.clock.playing);
    this.looking = false;
    this.looked = camera;
  }

  /** Says where and when once a stay has begun. @param {Moment} moment */
  announce({ phase, index }) {
    const here = phase === "stay" ? index : phase === "leg" ? this.announced : -1;
    if (here === this.announced) return;
    this.announced = here;
    const stay = this.model.stays[here];
    const { persons } = this.model;
    write(this.furniture.voice, stay ? this.words.list(persons.length > 1 && persons[stay.person], stay.title, stay.when) : "");
    this.furniture.list.mark(here);
  }

  begin() {
    this.seek(0);
    this.clock.play();
    this.furniture.controls.play.focus({ preventScroll: true });
  }

  play() {
    this.follow();
    this.clock.play();
  }

  pause() {
    this.resting = false;
    this.clock.pause();
  }

  toggle() {
    if (this.clock.playing) this.pause();
    else this.play();
  }

  /** @param {number} time seconds */
  seek(time) {
    this.following = true;
    this.clock.seek(time);
  }

  /** Stays on or back; before the first is the opening, beyond the last the end. @param {number} by */
  step(by) {
    const { phase, index } = momentAt(this.schedule, this.clock.time);
    const last = this.model.stays.length - 1;
    const before = { opening: -1, stay: index, leg: by > 0 ? index : index + 1, closing: last + 1 }[phase];
    const target = before + by;
    if (target < 0) this.seek(0);
    else if (target <= last) this.seek(startOfStay(this.schedule, target));
    else this.seek(before < last && by > 1 ? startOfStay(this.schedule, last) : this.schedule.duration);
  }

  /** @param {string} id @returns {boolean} whether there is such a stay */
  goTo(id) {
    const find = () => this.model.stays.find((s) => s.id === id);
    // Who asks for a stay wants to see it, be its person put away or not.
    if (!find() && this.hidden.size) this.hideLives(new Set());
    const stay = find();
    if (stay) this.seek(startOfStay(this.schedule, stay.index));
    return stay !== undefined;
  }

  /** A click on a marker goes to its next visit. @param {{x: number, y: number}} point */
  pick({ x, y }) {
    const stays = this.scene.hit(x, y).flatMap((place) => this.model.places[place].stays).sort((a, b) => a - b);
    if (!stays.length) return;
    const now = shownStay(momentAt(this.schedule, this.clock.time));
    this.seek(startOfStay(this.schedule, stays.find((i) => i > now) ?? stays[0]));
  }

  /** The hand on the map takes the camera; it comes back by the button, by playing, or by going somewhere. */
  letGo() {
    if (this.looking || !this.following) return;
    this.following = false;
    this.looked = null;
    this.draw();
  }

  follow() {
    if (this.following) return;
    this.following = true;
    this.draw();
  }

  /** @param {import("./pacing.js").Pace} pace */
  setPace(pace) {
    const before = this.schedule;
    const after = makeSchedule(this.model, pace);
    this.setSchedule(after, samePlace(before, after, this.clock.time));
  }

  /** @param {import("./pacing.js").Schedule} schedule @param {number} time second of it */
  setSchedule(schedule, time) {
    this.schedule = schedule;
    this.scene.setSchedule(schedule);
    this.clock.duration = schedule.duration;
    this.clock.seek(time);
  }

  /** Puts lives away, or all others: they leave map, timeline, list and clock. @param {Set<number>} hidden slots */
  hideLives(hidden) {
    const { phase, year } = momentAt(this.schedule, this.clock.time);
    const shown = this.model.stays[shownStay(momentAt(this.schedule, this.clock.time))];
    this.hidden = hidden;
    this.model = readModel(this.data, (person) => !hidden.has(slotOf(person)));
    const schedule = makeSchedule(this.model, this.schedule.pace);
    const same = this.model.stays.find((stay) => stay.id === shown?.id);
    const time = phase === "opening" ? 0 : phase === "closing" ? schedule.duration : same ? startOfStay(schedule, same.index) : secondOfYear(schedule, year);
    this.furniture.setLives(this.model, hidden);
    this.announced = -2;
    this.setSchedule(schedule, time);
    this.resize();
  }

  /** @param {boolean} shown */
  setBorders(shown) {
    this.scene.borders = shown;
    this.draw();
  }

  /** @param {boolean} [open] */
  toggleList(open) {
    this.furniture.toggleList(open);
    this.resize();
  }

  /** @returns {boolean} whether anything was open */
  closeOpen() {
    const closed = this.furniture.closeOpen();
    if (closed) this.resize();
    return closed;
  }

  openLink() {
    if (this.options.links === false) return;
    const link = readLink(location.hash);
    if (link.kiosk && !this.inKiosk) {
      this.inKiosk = true;
      runKiosk(this);
    }
    const person = this.model.persons.indexOf(link.person);
    if (this.model.coloured && person >= 0) this.hideLives(new Set(slotsOf(this.model.persons).map(({ slot }) => slot).filter((slot) => slot !== slotOf(person))));
    if (link.stay !== null) this.goTo(link.stay);
    else if (!Number.isNaN(link.year)) this.seek(secondOfYear(this.schedule, link.year));
    if (link.play && !this.still.matches) this.play();
  }

  destroy() {
    this.clock.pause();
    this.abort.abort();
    this.watchSize.disconnect();
    this.scene.forget();
    this.scene.trail.forget();
    this.furniture.remove();
  }
}

/** The stay the card tells: on the way, already the one ahead. @param {Moment} moment */
function shownStay({ phase, index }) {
  if (phase === "opening" || phase === "closing") return -1;
  return phase === "leg" ? index + 1 : index;
}
