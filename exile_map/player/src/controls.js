/** The controls: the bar along the bottom, the map's corner, the menu of settings, the help. */
import { icon, iconButton, make, setIcon, write } from "./dom.js";
import { PACES } from "./pacing.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {"toggle"|"list"|"follow"|"zoomIn"|"zoomOut"|"fullscreen"|"save"|"resized"} Act */
/** @typedef {Record<Act, () => void> & {speed: (rate: number) => void, pace: (pace: import("./pacing.js").Pace) => void}} Acts */

export const SPEEDS = [0.5, 1, 2, 4];

/** @param {Words} words */
function makeHelp(words) {
  const keys = [
    [words.say("key_space"), "help_space"], ["← →", "help_arrows"], ["Page ↑ ↓", "help_page"], ["Home End", "help_home"],
    ["+ −", "help_zoom"], ["L", "help_list"], ["?", "help_help"], ["Esc", "help_escape"],
  ];
  const rows = keys.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words.say(what))]);
  const close = iconButton("em-close", "close", words.say("close"));
  const dialog = /** @type {HTMLDialogElement} */ (make(
    "dialog", { class: "em-help", "aria-label": words.say("help") },
    make("div", { class: "em-panel-head" }, make("p", { class: "em-panel-title" }, words.say("help")), close),
    make("dl", { class: "em-keys" }, ...rows),
    make("p", {}, words.say("help_axis")), make("p", {}, words.say("help_doubt")),
  ));
  return { dialog, close };
}

/** A set of choices of which one holds. @param {string} name @param {string} title @param {{value: string, text: string}[]} choices @param {string} chosen */
function makeChoices(name, title, choices, chosen) {
  const items = choices.map(({ value, text }) =>
    make("label", {}, make("input", { type: "radio", name, value, checked: value === chosen }), make("span", {}, text)));
  return make("fieldset", { class: "em-choices" }, make("legend", {}, title), ...items);
}

export class Controls {
  /** @param {Words} words @param {Acts} acts @param {HTMLElement} timeline @param {AbortSignal} signal @param {string} name kept apart from other players' */
  constructor(words, acts, timeline, signal, name) {
    this.words = words;
    this.acts = acts;
    this.signal = signal;
    this.play = iconButton("em-play", "play", words.say("play"));
    this.year = make("p", { class: "em-year" });
    this.caption = make("p", { class: "em-caption", dir: "auto" });
    this.speed = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-speed" }));
    this.more = iconButton("em-more", "more", words.say("more"));
    this.list = iconButton("em-list-toggle", "list", words.say("places"));
    this.list.setAttribute("aria-controls", "em-panel");
    this.help = makeHelp(words);
    this.rate = 1;
    this.full = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-item" }, words.say("fullscreen")));
    // A frame that is not trusted may not save anything.
    this.save = make("button", { type: "button", class: "em-item", hidden: self !== top && origin === "null" }, words.say("save"));
    this.helpItem = make("button", { type: "button", class: "em-item" }, words.say("help"));
    const paces = PACES.map((pace) => ({ value: pace, text: words.say(`pace_${pace}`) }));
    this.paces = makeChoices(`${name}-pace`, words.say("pace"), paces, "story");
    this.menu = this.makeMenu();
    this.bar = make(
      "div", { class: "em-bar" },
      this.play, make("div", { class: "em-now" }, this.year, this.caption), timeline,
      make("div", { class: "em-tools" }, this.speed, this.list, this.more, this.menu),
    );
    this.follow = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-follow", hidden: true }, icon("follow"), make("span", {}, words.say("follow"))));
    this.zoomIn = iconButton("em-zoom", "plus", words.say("zoom_in"));
    this.zoomOut = iconButton("em-zoom", "minus", words.say("zoom_out"));
    this.corner = make("div", { class: "em-corner" }, this.follow, make("div", { class: "em-zooms" }, this.zoomIn, this.zoomOut));
    this.setSpeed(1);
    this.listen();
  }

  makeMenu() {
    this.full.hidden = !document.fullscreenEnabled;
    this.more.setAttribute("aria-expanded", "false");
    return make("div", { class: "em-menu", hidden: true }, this.paces, this.full, this.save, this.helpItem);
  }

  listen() {
    const { acts, signal } = this;
    const on = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {(event: any) => void} */ act) => target.addEventListener(type, act, { signal });
    on(this.play, "click", acts.toggle);
    on(this.list, "click", acts.list);
    on(this.follow, "click", acts.follow);
    on(this.zoomIn, "click", acts.zoomIn);
    on(this.zoomOut, "click", acts.zoomOut);
    on(this.speed, "click", () => this.setSpeed(SPEEDS[(SPEEDS.indexOf(this.rate) + 1) % SPEEDS.length]));
    on(this.more, "click", () => this.toggleMenu());
    on(this.paces, "change", (event) => acts.pace(event.target.value));
    on(this.full, "click", acts.fullscreen);
    on(this.save, "click", acts.save);
    on(this.helpItem, "click", () => this.openHelp());
    on(this.help.close, "click", () => this.help.dialog.close());
    on(this.help.dialog, "click", (event) => event.target === this.help.dialog && this.help.dialog.close());
  }

  /** @param {number} rate */
  setSpeed(rate) {
    this.rate = rate;
    const text = `${Number.isInteger(rate) ? this.words.number(rate) : new Intl.NumberFormat(this.words.say("lang")).format(rate)}×`;
    write(this.speed, text);
    this.speed.setAttribute("aria-label", `${this.words.say("speed")} ${text}`);
    this.speed.title = this.words.say("speed");
    this.acts.speed(rate);
  }

  /** @param {boolean} [open] */
  toggleMenu(open = this.menu.hidden) {
    this.menu.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    if (open) /** @type {HTMLElement|null} */ (this.menu.querySelector("input:checked"))?.focus();
  }

  openHelp() {
    this.toggleMenu(false);
    this.help.dialog.showModal();
  }

  /** Closes what is open; whether anything was. */
  closeOpen() {
    if (this.menu.hidden) return false;
    this.toggleMenu(false);
    this.more.focus();
    return true;
  }

  /** @param {{playing: boolean, over: boolean, year: string, caption: string}} now */
  update({ playing, over, year, caption }) {
    const name = playing ? "pause" : over ? "replay" : "play";
    const svg = this.play.firstElementChild;
    if (svg) setIcon(svg, name);
    const label = this.words.say(name);
    if (this.play.title !== label) {
      this.play.title = label;
      this.play.setAttribute("aria-label", label);
    }
    write(this.year, year);
    this.year.classList.toggle("em-year-long", year.length > 5);
    if (this.caption.title !== caption) this.caption.title = this.caption.textContent = caption;
  }
}
