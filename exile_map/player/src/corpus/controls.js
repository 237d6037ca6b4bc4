/** The controls of many lives: the bar along the bottom, the map's corner, the menu, the help, the table of moves. */
import { SPEEDS, makeDialog, makeHelp, showNow, showSpeed } from "../console.js";
import { iconButton, make, show } from "../dom.js";

/** @typedef {import("../words.js").Words} Words */
/** @typedef {"toggle"|"list"|"zoomIn"|"zoomOut"|"fullscreen"|"table"} Act */

export class Controls {
  /** @param {Words} words @param {Record<Act, () => void> & {speed: (rate: number) => void}} acts @param {HTMLElement} timeline @param {AbortSignal} signal */
  constructor(words, acts, timeline, signal) {
    this.words = words;
    this.acts = acts;
    this.rate = 1;
    this.play = iconButton("em-play", "play", words.say("play"));
    this.year = make("p", { class: "em-year" });
    this.caption = make("p", { class: "em-caption", dir: "auto" });
    this.speed = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-speed" }));
    this.list = iconButton("em-list-toggle", "list", words.say("persons"));
    this.list.setAttribute("aria-controls", "em-roster");
    this.list.setAttribute("aria-expanded", "false");
    this.more = iconButton("em-more", "more", words.say("more"));
    this.more.setAttribute("aria-expanded", "false");
    const item = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-item" }, words.say(name)));
    this.tableItem = item("as_table");
    this.full = item("fullscreen");
    this.helpItem = item("help");
    this.full.hidden = !document.fullscreenEnabled;
    this.menu = make("div", { class: "em-menu", hidden: true }, this.tableItem, this.full, this.helpItem);
    this.bar = make("div", { class: "em-bar" }, this.play, make("div", { class: "em-now" }, this.year, this.caption), timeline,
      make("div", { class: "em-tools" }, this.speed, this.list, this.more, this.menu));
    this.zoomIn = iconButton("em-zoom", "plus", words.say("zoom_in"));
    this.zoomOut = iconButton("em-zoom", "minus", words.say("zoom_out"));
    this.corner = make("div", { class: "em-corner" }, make("div", { class: "em-zooms" }, this.zoomIn, this.zoomOut));
    this.help = makeHelp(words, "help_year", "help_years", "persons", "help_cells");
    this.table = makeDialog("as_table", words, make("div", { class: "em-table-box", tabindex: "0", role: "region", "aria-label": words.say("as_table") }));
    this.table.classList.add("em-table-dialog");
    this.setSpeed(1);
    this.listen(signal);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { acts } = this;
    const on = (/** @type {HTMLElement} */ target, /** @type {() => void} */ act) => target.addEventListener("click", act, { signal });
    on(this.play, acts.toggle);
    on(this.list, acts.list);
    on(this.zoomIn, acts.zoomIn);
    on(this.zoomOut, acts.zoomOut);
    on(this.speed, () => this.setSpeed(SPEEDS[(SPEEDS.indexOf(this.rate) + 1) % SPEEDS.length]));
    on(this.more, () => this.toggleMenu());
    on(this.full, acts.fullscreen);
    on(this.tableItem, acts.table);
    on(this.helpItem, () => this.openHelp());
  }

  /** @param {number} rate */
  setSpeed(rate) {
    this.rate = rate;
    showSpeed(this.speed, this.words, rate);
    this.acts.speed(rate);
  }

  /** @param {boolean} [open] */
  toggleMenu(open = this.menu.hidden) {
    show(this.menu, open);
    this.more.setAttribute("aria-expanded", String(open));
    if (open) this.tableItem.focus();
  }

  openHelp() {
    this.toggleMenu(false);
    this.help.showModal();
  }

  /** @param {HTMLElement} table */
  openTable(table) {
    this.toggleMenu(false);
    this.table.lastElementChild?.replaceChildren(table);
    this.table.showModal();
    // The page is as light as before once it is read.
    this.table.addEventListener("close", () => this.table.lastElementChild?.replaceChildren(), { once: true });
  }

  /** Closes the menu; whether it was open. */
  closeOpen() {
    if (this.menu.hidden) return false;
    this.toggleMenu(false);
    this.more.focus();
    return true;
  }

  /** @param {{playing: boolean, over: boolean, year: string, caption: string}} now */
  update(now) {
    showNow(this, now);
  }
}
