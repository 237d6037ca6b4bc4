/** The player: one clock, and everything on screen a function of its playhead. */
import { decodeBasemap } from "./basemap.js";
import { cameraAt, leastZoom, planCameras } from "./camera.js";
import { Card } from "./card.js";
import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { make, show, write } from "./dom.js";
import { inspect } from "./inspect.js";
import { listenToKeys } from "./keys.js";
import { makeLegend } from "./legend.js";
import { readLink } from "./links.js";
import { List } from "./list.js";
import { look, makeMap } from "./mapping.js";
import { readModel } from "./model.js";
import { makeSchedule, momentAt, secondOfYear, startOfStay } from "./pacing.js";
import { Scene } from "./scene.js";
import { readTheme } from "./theme.js";
import { Timeline } from "./timeline.js";
import { makeWords, yearText } from "./words.js";

/** @typedef {import("./pacing.js").Moment} Moment */
/**
 * @typedef {object} Options
 * @property {number} [rate] how fast the clock goes beside real time
 * @property {import("./clock.js").ClockOptions} [clock] time and frames, for tests
 * @property {boolean} [links] whether the address's #… is followed (true unless told)
 */

let mounted = 0;

export class Player {
  /** @param {HTMLElement} root @param {any} data @param {any} basemap @param {Record<string, string>} strings @param {Options} options */
  constructor(root, data, basemap, strings, options) {
    this.root = root;
    this.options = options;
    this.abort = new AbortController();
    this.model = readModel(data);
    this.words = makeWords(strings);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.schedule = makeSchedule(this.model);
    this.clock = new Clock(this.schedule.duration, { ...options.clock });
    this.following = true;
    this.seen = -2;
    this.build(decoded(basemap));
    this.listen();
    this.resize();
    this.openLink();
  }

  /** @param {import("./basemap.js").Basemap|null} basemap */
  build(basemap) {
    const { root, model, words } = this;
    const { signal } = this.abort;
    root.classList.add("em-live");
    this.mapElement = make("div", { class: "em-map", role: "region", "aria-label": words.say("map") });
    this.map = makeMap(this.mapElement, this.still.matches);
    this.list = new List(root.querySelector(".em-stays"), model, words, (id) => this.goTo(id), signal);
    this.card = new Card(model, words, {
      begin: () => this.begin(),
      previous: () => this.step(-1),
      next: () => this.step(1),
      resized: () => this.resize(),
    }, signal);
    this.timeline = new Timeline(model, words, (year, person) => this.seekTime(secondOfYear(this.schedule, year, person)), signal);
    this.controls = new Controls(words, this.acts(), this.timeline.element, signal, `em-${++mounted}`);
    this.legend = makeLegend(model, words, (shown) => this.setBorders(shown), () => this.resize(), signal);
    this.voice = make("p", { class: "em-voice", role: "status", "aria-live": "polite" });
    this.credits = root.querySelector(".em-credits") ?? make("footer", { class: "em-credits em-own" }, words.say("credits"));
    this.aside = make("div", { class: "em-furniture" }, this.legend, this.controls.list, this.controls.corner);
    this.added = [this.mapElement, this.card.element, this.aside, this.controls.bar, this.list.element, this.controls.help.dialog, this.voice];
    root.prepend(...this.added);
    root.append(this.credits);
    // The map measures itself only once it is in the page.
    this.map.invalidateSize({ animate: false });
    this.scene = new Scene(this.map, model, basemap, readTheme(root), words.rtl);
  }

  /** @returns {import("./controls.js").Acts} */
  acts() {
    return {
      toggle: () => this.toggle(),
      list: () => this.toggleList(),
      follow: () => this.follow(),
      zoomIn: () => this.map.zoomIn(),
      zoomOut: () => this.map.zoomOut(),
      fullscreen: () => this.toggleFullscreen(),
      resized: () => this.resize(),
      speed: (rate) => (this.clock.rate = rate * (this.options.rate ?? 1)),
      pace: (pace) => this.setPace(pace),
    };
  }

  listen() {
    const { clock, map } = this;
    const { signal } = this.abort;
    for (const type of ["step", "start", "stop"]) clock.addEventListener(type, () => this.draw(), { signal });
    listenToKeys(this.root, this.words.rtl, {
      toggle: () => this.toggle(),
      step: (by) => this.step(by),
      jump: (end) => this.seekTime(end ? this.schedule.duration : 0),
      help: () => this.controls.openHelp(),
      list: () => this.toggleList(),
      zoom: (by) => void (by > 0 ? map.zoomIn() : map.zoomOut()),
      escape: () => this.closeOpen(),
    }, signal);
    this.list.close.addEventListener("click", () => this.toggleList(false), { signal });
    map.on("dragstart zoomstart", () => this.letGo());
    map.on("move zoom", () => this.looking || this.draw());
    map.on("click", (event) => this.pick(event.containerPoint));
    map.on("mousemove", ({ containerPoint: p }) => this.mapElement.classList.toggle("em-over", this.scene.hit(p.x, p.y).length > 0));
    this.watchSize = new ResizeObserver(() => this.resize());
    this.watchSize.observe(this.root);
    const restyle = () => this.restyle();
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", restyle, { signal });
    if (this.options.links !== false) window.addEventListener("hashchange", () => this.openLink(), { signal });
  }

  restyle() {
    this.scene.setTheme(readTheme(this.root));
    this.timeline.resize(this.scene.theme);
    this.draw();
  }

  /** Measures the free part of the map and plans the cameras anew. */
  resize() {
    this.map.invalidateSize({ animate: false, pan: false });
    const map = this.mapElement.getBoundingClientRect();
    const card = this.card.element.getBoundingClientRect();
    const { x: width, y: height } = this.map.getSize();
    const sheet = card.width > width * 0.7;
    const side = sheet ? 0 : card.right - map.left;
    const far = sheet ? 0 : map.right - card.left;
    this.frame = {
      width, height, top: 0,
      left: this.words.rtl ? 0 : side,
      right: this.words.rtl ? far : 0,
      bottom: sheet ? Math.max(0, map.bottom - card.top) : 0,
    };
    this.map.setMinZoom(leastZoom(this.frame));
    this.plan = planCameras(this.model, this.frame);
    this.scene.planned = (index) => (this.following && this.plan.follows ? (index < 0 ? this.plan.whole : this.plan.stays[index]) : null);
    const obstacles = [this.card.element, ...this.aside.children, this.credits].map((e) => e.getBoundingClientRect());
    this.scene.obstacles = obstacles.filter((r) => r.width).map((r) => ({ x: r.left - map.left - 4, y: r.top - map.top - 4, w: r.width + 8, h: r.height + 8 }));
    this.scene.resize();
    this.scene.forget();
    this.timeline.resize(this.scene.theme);
    this.looked = null;
    this.draw();
  }

  /** Everything on screen, from the playhead alone. */
  draw() {
    if (!this.scene || !this.plan) return;
    const moment = momentAt(this.schedule, this.clock.time);
    const still = this.still.matches;
    if (this.following) this.lookAt(cameraAt(this.plan, moment, this.frame, still));
    this.scene.draw(moment, still);
    const shown = shownStay(moment);
    const over = moment.phase === "closing" && this.clock.time >= this.schedule.duration;
    this.card.update(shown, moment.phase === "closing");
    this.yearText = yearText(this.words, this.model, moment);
    this.caption = this.captionOf(moment);
    this.controls.update({ playing: this.clock.playing, over, year: this.yearText, caption: this.caption });
    this.timeline.update(moment, this.valueText(shown));
    show(this.controls.follow, !this.following);
    this.announce(moment, shown);
  }

  /** @param {import("./camera.js").Camera} camera */
  lookAt(camera) {
    const before = this.looked;
    const same = before && before.x === camera.x && before.y === camera.y && before.zoom === camera.zoom;
    if (same) return;
    this.looking = true;
    look(this.map, camera, false);
    this.looking = false;
    this.looked = camera;
  }

  /** @param {Moment} moment */
  captionOf({ phase, index }) {
    const { stays, legs } = this.model;
    if (phase === "opening" || phase === "closing" || !stays[index]) return this.model.title;
    if (phase === "leg" && legs[index].points) return `${stays[index].title} ${this.words.rtl ? "←" : "→"} ${stays[index + 1].title}`;
    return stays[phase === "leg" ? index + 1 : index].title;
  }

  /** @param {number} index */
  valueText(index) {
    const stay = this.model.stays[index];
    if (!stay) return this.model.title;
    const lost = stay.place < 0 ? this.words.say("place_not_found") : "";
    return [stay.when, stay.title, stay.move, lost].filter((part) => part).join(", ");
  }

  /** @param {Moment} moment @param {number} shown */
  announce(moment, shown) {
    const here = moment.phase === "stay" ? shown : moment.phase === "leg" ? this.seen : -1;
    if (here === this.seen) return;
    this.seen = here;
    const stay = this.model.stays[here];
    write(this.voice, stay ? [stay.title, stay.when].filter((s) => s).join(", ") : "");
    this.list.mark(here);
  }

  begin() {
    this.clock.seek(0);
    this.following = true;
    this.clock.play();
    this.controls.play.focus();
  }

  play() {
    this.following = true;
    this.clock.play();
  }

  toggle() {
    if (this.clock.playing) this.clock.pause();
    else this.play();
  }

  /** @param {number} time seconds */
  seekTime(time) {
    this.follow();
    this.clock.seek(time);
  }

  /** Stays on or back; beyond the first is the opening, beyond the last the end. @param {number} by */
  step(by) {
    const { phase, index } = momentAt(this.schedule, this.clock.time);
    const last = this.model.stays.length - 1;
    const here = phase === "opening" ? -1 : phase === "closing" ? last + 1 : phase === "leg" ? (by > 0 ? index : index + 1) : index;
    const target = here + by;
    if (target < 0) this.seekTime(0);
    else if (target > last) this.seekTime(Math.abs(by) > 1 && here < last ? startOfStay(this.schedule, last) : this.schedule.duration);
    else this.seekTime(startOfStay(this.schedule, target));
  }

  /** @param {string} id */
  goTo(id) {
    const stay = this.model.stays.find((s) => s.id === id);
    if (stay) this.seekTime(startOfStay(this.schedule, stay.index));
    return Boolean(stay);
  }

  /** A click on a marker goes to its next visit. @param {{x: number, y: number}} point */
  pick({ x, y }) {
    const stays = this.scene.hit(x, y).flatMap((place) => this.model.places[place].stays).sort((a, b) => a - b);
    if (!stays.length) return;
    const now = shownStay(momentAt(this.schedule, this.clock.time));
    this.seekTime(startOfStay(this.schedule, stays.find((i) => i > now) ?? stays[0]));
  }

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
    const { phase, index, fraction } = momentAt(this.schedule, this.clock.time);
    this.schedule = makeSchedule(this.model, pace);
    this.clock.duration = this.schedule.duration;
    const { starts, duration } = this.schedule;
    const segment = phase === "opening" ? 0 : phase === "closing" ? starts.length - 1 : 1 + 2 * index + (phase === "leg" ? 1 : 0);
    const end = starts[segment + 1] ?? duration;
    this.clock.seek(starts[segment] + (end - starts[segment]) * fraction);
  }

  /** @param {boolean} shown */
  setBorders(shown) {
    this.scene.borders = shown;
    this.draw();
  }

  /** @param {boolean} [open] */
  toggleList(open) {
    this.list.toggle(open);
    this.controls.list.setAttribute("aria-expanded", String(this.list.open));
    this.root.classList.toggle("em-listing", this.list.open);
    if (!this.list.open) this.controls.list.focus();
    this.resize();
  }

  toggleFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen();
  }

  /** Closes what is open. @returns {boolean} whether anything was */
  closeOpen() {
    if (this.controls.closeOpen()) return true;
    if (this.list.open) this.toggleList(false);
    else return false;
    return true;
  }

  openLink() {
    if (this.options.links === false) return;
    const link = readLink(location.hash);
    if (link.stay !== null) this.goTo(link.stay);
    else if (!Number.isNaN(link.year)) this.seekTime(secondOfYear(this.schedule, link.year));
    if (link.play && !this.still.matches) this.play();
  }

  destroy() {
    this.clock.pause();
    this.abort.abort();
    this.watchSize?.disconnect();
    this.map.remove();
    this.list.restore();
    for (const element of this.added) element.remove();
    if (this.credits.classList.contains("em-own")) this.credits.remove();
    this.root.classList.remove("em-live", "em-listing");
  }
}

/** @param {any} file @returns {import("./basemap.js").Basemap|null} */
function decoded(file) {
  return file ? decodeBasemap(file) : null;
}

/** The stay the card tells: on the way, already the one ahead. @param {Moment} moment */
function shownStay({ phase, index }) {
  if (phase === "opening" || phase === "closing") return -1;
  return phase === "leg" ? index + 1 : index;
}

/**
 * Puts a player on an element of the page.
 * @param {HTMLElement} root @param {any} data the wire document @param {any} basemap @param {Record<string, string>} strings @param {Options} [options]
 */
export function mount(root, data, basemap, strings, options = {}) {
  const player = new Player(root, data, basemap, strings, options);
  return {
    ready: () => true,
    play: () => player.play(),
    pause: () => player.clock.pause(),
    seek: (/** @type {number} */ fraction) => player.seekTime(fraction * player.schedule.duration),
    goTo: (/** @type {string} */ id) => player.goTo(id),
    state: () => player.clock.fraction,
    rate: (/** @type {number} */ rate) => void (player.clock.rate = rate),
    inspect: () => inspect(player),
    map: player.map,
    destroy: () => player.destroy(),
  };
}
