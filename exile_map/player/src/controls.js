/** The controls: the bar along the bottom, the map's corner, the menu of settings, the help. */
import { SPEEDS, makeHelp, showSpeed } from "./console.js";
import { icon, iconButton, make } from "./dom.js";
import { PACES } from "./pacing.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {"toggle"|"list"|"follow"|"zoomIn"|"zoomOut"|"fullscreen"|"save"|"resized"} Act */
/** @typedef {Record<Act, () => void> & {speed: (rate: number) => void, pace: (pace: import("./pacing.js").Pace) => void}} Acts */

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
    /** @type {HTMLDialogElement|null} made when first asked for */
    this.help = null;
    this.rate = 1;
    this.full = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-item" }, words.say("fullscreen")));
    // A frame that is not trusted may not save anything.
    this.save = make("button", { type: "button", class: "em-item", hidden: self !== top && origin === "null" }, words.say("save"));
    this.helpItem = make("button", { type: "button", class: "em-item" }, words.say("help"));
    const paces = PACES.map((pace) =>
      make("label", {}, make("input", { type: "radio", name: `${name}-pace`, value: pace, checked: pace === "story" }), make("span", {}, words.say(`pace_${pace}`))));
    this.paces = make("fieldset", { class: "em-choices" }, make("legend", {}, words.say("pace")), ...paces);
    this.full.hidden = !document.fullscreenEnabled;
    this.more.setAttribute("aria-expanded", "false");
    this.menu = make("div", { class: "em-menu", hidden: true }, this.paces, this.full, this.save, this.helpItem);
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
  }

  /** @param {number} rate */
  setSpeed(rate) {
    this.rate = rate;
    showSpeed(this.speed, this.words, rate);
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
    if (!this.help) {
      this.help = makeHelp(this.words, "help_arrows", "help_page", "help_list", "help_axis", "help_doubt");
      const cite = this.bar.parentElement?.querySelector(":scope > .em-cite");
      if (cite) this.help.append(cite.cloneNode(true));
      this.bar.after(this.help);
    }
    this.help.showModal();
  }

  /** Closes what is open; whether anything was. */
  closeOpen() {
    if (this.menu.hidden) return false;
    this.toggleMenu(false);
    this.more.focus();
    return true;
  }
}
