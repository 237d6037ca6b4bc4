/**
 * The notebook's door: a front-end module of anywidget, and the traits of its model. What one view of the widget tells,
 * Python and its other views hear; what Python sets, all views do. xm.RouteWidget tells of the traits.
 */
import { BASEMAP } from "./carried.js";
import { make } from "./dom.js";
import { secondOfYear, startOfStay } from "./pacing.js";
import { Player } from "./player.js";
import { labelled, prepared, stringsOf } from "./shelter.js";
import { sheetOf } from "./style.js";

/**
 * @typedef {object} Model what a host of anywidget gives
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, act: () => void) => void} on
 * @property {(event: string, act: () => void) => void} off
 * @property {(message: unknown) => void} send
 */
/** @typedef {{views: Set<View>, telling: boolean}} Company the views of one model, and whether one of them tells it something */

/** Python is told of the year no more often than this, in milliseconds. */
const OFTEN = 100;
/** Years nearer than this are the same: about a working day. */
const SAME = 0.001;
/** How near the reader's view it comes before it is made. */
const NEAR = "100%";
const HEARD = ["_document", "year", "stay", "playing", "speed", "selected", "height"];

/** @type {unknown} read once for all views */
let basemap;
const world = () => (basemap ??= BASEMAP ? JSON.parse(BASEMAP) : null);

/** The notebook's own look, else the reader's. */
function lookOf() {
  const { body, documentElement } = document;
  const light = body.dataset.jpThemeLight;
  if (light) return light === "true" ? "light" : "dark";
  const classes = [...body.classList, ...documentElement.classList];
  if (classes.some((name) => ["vscode-dark", "vscode-high-contrast", "dark", "dark-theme"].includes(name))) return "dark";
  return classes.some((name) => ["vscode-light", "light", "light-theme"].includes(name)) ? "light" : null;
}

/** A player that says which places are clicked. */
class PickedPlayer extends Player {
  /** @type {(ids: string[]) => void} */
  picked = () => {};

  /** @param {{x: number, y: number}} point */
  pick(point) {
    const stays = this.scene.hit(point.x, point.y).flatMap((place) => this.model.places[place].stays);
    super.pick(point);
    this.picked(stays.sort((a, b) => a - b).map((index) => this.model.stays[index].id));
  }
}

class View {
  /** @type {PickedPlayer|null} */
  #player = null;
  #waiting = 0;
  #life = new AbortController();

  /** @param {Model} model @param {HTMLElement} el @param {Company} company */
  constructor(model, el, company) {
    this.model = model;
    this.company = company;
    this.host = make("div", {});
    // Its keys are its own while it has the focus, not the notebook's.
    this.host.dataset.lmSuppressShortcuts = "true";
    this.shadow = this.host.attachShadow({ mode: "open" });
    this.#listen();
    this.#dress();
    el.append(this.host);
  }

  #listen() {
    const { signal } = this.#life;
    for (const name of HEARD) {
      const hear = () => this.#hear(name);
      this.model.on(`change:${name}`, hear);
      signal.addEventListener("abort", () => this.model.off(`change:${name}`, hear));
    }
    for (const type of ["keydown", "keyup", "keypress"]) this.host.addEventListener(type, (event) => event.stopPropagation(), { signal });
    for (const type of ["stay", "playing", "paused", "ended", "click"]) this.host.addEventListener(type, () => this.#tell(), { signal });
    this.host.addEventListener("playing", () => this.#lead(), { signal });
    this.host.addEventListener("ended", () => this.model.send({ event: "ended" }), { signal });
    const looks = new MutationObserver(() => this.#dress());
    for (const each of [document.body, document.documentElement]) looks.observe(each, { attributes: true, attributeFilter: ["class", "data-jp-theme-light"] });
    // A view that nobody has come near costs nothing; and where it is not in the page yet, nothing can be measured.
    this.#whenNear(() => this.#show());
    signal.addEventListener("abort", () => {
      looks.disconnect();
      clearTimeout(this.#waiting);
    });
  }

  /** @type {string|null|undefined} */
  #look;

  #dress() {
    this.host.style.height = `${this.model.get("height")}px`;
    const look = lookOf();
    if (look === this.#look) return;
    this.#look = look;
    this.shadow.adoptedStyleSheets = [sheetOf(look)];
    // Notebooks hide all their cells while they change their look.
    this.#whenNear(() => this.#player?.restyle());
  }

  /** @param {() => void} act done once, when it is laid out and near the reader's view */
  #whenNear(act) {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      act();
    }, { rootMargin: NEAR });
    watch.observe(this.host);
    this.#life.signal.addEventListener("abort", () => watch.disconnect());
  }

  #show() {
    const read = JSON.parse(this.model.get("_document"));
    const strings = stringsOf(read.exile_map?.language);
    const root = prepared(read, strings);
    this.shadow.replaceChildren(root);
    const player = (this.#player = new PickedPlayer(root, read, world(), strings, { host: this.host, links: false, polite: true }));
    labelled(root);
    player.picked = (ids) => this.#tell({ selected: ids });
    player.clock.addEventListener("step", () => this.#tellSoon(), { signal: player.abort.signal });
    player.furniture.controls.setSpeed(this.model.get("speed"));
    this.#goBack(player);
    if (this.model.get("playing") && this.#isFirst()) player.play();
    this.#tell();
  }

  /** Goes where it was when it was last told of. @param {PickedPlayer} player */
  #goBack(player) {
    const [year, stay] = [this.model.get("year"), this.model.get("stay")];
    const { stays } = player.model;
    const at = stays.findIndex(({ id }) => id === stay);
    const { begins, until } = player.schedule;
    const last = begins.length - 1;
    const isIn = at >= 0 && year !== null && year >= begins[at] - SAME && year <= (begins[at + 1] ?? until[at]) + SAME;
    if (at >= 0 && !(isIn && year > begins[at] + SAME)) player.seek(startOfStay(player.schedule, at));
    else if (year === null || last < 0 || (at < 0 && year <= begins[0])) player.seek(0);
    else if (at < 0 && year >= until[last]) player.seek(player.schedule.duration);
    else player.seek(secondOfYear(player.schedule, year));
  }

  #isFirst() {
    return [...this.company.views].find((view) => view.#player) === this;
  }

  /** @param {string} name of a trait that has changed */
  #hear(name) {
    const player = this.#player;
    if (name === "height") return this.#dress();
    if (!player || this.#telling) return;
    const value = this.model.get(name);
    if (name === "_document") this.#replace(player);
    else if (name === "year") value !== null && Math.abs(player.now().year - value) > SAME && player.seek(secondOfYear(player.schedule, value));
    else if (name === "stay") value !== null && value !== player.now().stay && player.goTo(value);
    else if (name === "speed") value !== player.clock.rate && player.furniture.controls.setSpeed(value);
    else if (name === "selected") value.length && !this.company.telling && player.goTo(value[0]);
    else if (!value) player.pause();
    else if (this.#isFirst()) player.play();
  }

  /** Another document in the same view: the moment, the hand's view of the map, and whether it plays are kept. @param {PickedPlayer} before */
  #replace(before) {
    const { following, map } = before;
    const [centre, zoom] = [map.getCenter(), map.getZoom()];
    before.destroy();
    this.#show();
    if (following) return;
    this.#player?.letGo();
    this.#player?.map.setView(centre, zoom, { animate: false });
  }

  /** Of several views of one widget one plays, and the others follow. */
  #lead() {
    this.company.telling = true;
    for (const view of this.company.views) if (view !== this) view.#player?.pause();
    this.company.telling = false;
  }

  #telling = false;

  #tellSoon() {
    // It follows another view, which tells it all.
    if (this.company.telling) return;
    this.#waiting ||= window.setTimeout(() => this.#tell(), OFTEN);
  }

  /** Tells the model, and through it Python, what is on. @param {Record<string, unknown>} [more] */
  #tell(more = {}) {
    const player = this.#player;
    // What follows from another view's telling is told already.
    if (!player || this.company.telling) return;
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    const { year, stay } = player.now();
    const playing = [...this.company.views].some((view) => view.#player?.clock.playing);
    const values = Object.entries({ year, stay, playing, speed: player.clock.rate, ...more });
    const changed = values.filter(([name, value]) => JSON.stringify(this.model.get(name)) !== JSON.stringify(value));
    if (!changed.length) return;
    this.company.telling = this.#telling = true;
    for (const [name, value] of changed) this.model.set(name, value);
    this.company.telling = this.#telling = false;
    this.model.save_changes();
  }

  destroy() {
    this.#life.abort();
    this.#player?.destroy();
    this.#player = null;
    this.host.remove();
  }
}

export default () => {
  /** @type {Company} */
  const company = { views: new Set(), telling: false };
  return {
    /** @param {{model: Model, el: HTMLElement}} where */
    render({ model, el }) {
      const view = new View(model, el, company);
      company.views.add(view);
      return () => {
        company.views.delete(view);
        view.destroy();
      };
    },
  };
};
