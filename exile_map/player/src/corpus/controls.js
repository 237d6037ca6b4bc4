/** The controls of many lives: the bar along the bottom, the map's corner, the menu, the help, the table of moves. */
import { SPEEDS } from "../controls.js";
import { iconButton, make, setIcon, show, write } from "../dom.js";
import { GROUPS } from "./data.js";
import { sumOf } from "./histogram.js";

/** @typedef {import("../words.js").Words} Words */
/** @typedef {"toggle"|"list"|"zoomIn"|"zoomOut"|"fullscreen"|"table"} Act */

/** @param {string} name @param {Words} words @param {...Node} children */
function makeDialog(name, words, ...children) {
  const close = iconButton("em-close", "close", words.say("close"));
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "em-help", "aria-label": words.say(name) },
    make("div", { class: "em-panel-head" }, make("p", { class: "em-panel-title" }, words.say(name)), close), ...children));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}

/** @param {Words} words */
function makeHelp(words) {
  const keys = [
    [words.say("key_space"), "help_space"], ["← →", "help_year"], ["Page ↑ ↓", "help_years"], ["Home End", "help_home"],
    ["+ −", "help_zoom"], ["L", "persons"], ["?", "help_help"], ["Esc", "help_escape"],
  ];
  const rows = keys.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words.say(what))]);
  return makeDialog("help", words, make("dl", { class: "em-keys" }, ...rows), make("p", {}, words.say("help_cells")));
}

/**
 * The histogram as a table, so many bins in each row.
 * @param {import("./timeline.js").Timeline} timeline @param {Words} words @param {boolean[]} groups which there are @param {number} [per] @returns {HTMLElement}
 */
export function tableOf(timeline, words, groups, per = 1) {
  const { step, from, bins, counts } = timeline.histogram;
  const used = GROUPS.map((group, i) => ({ group, i })).filter(({ i }) => groups[i]);
  const heads = [words.say("period"), ...used.map(({ group }) => words.say(group)), words.say("total")];
  /** @type {Map<number, {first: number, sums: number[]}>} by the beginning of the row's years */
  const rows = new Map();
  for (let bin = 0; bin < bins; bin++) {
    if (!sumOf(counts, bin)) continue;
    const key = Math.floor((from / step + bin + 1e-6) / per) * per;
    const row = rows.get(key) ?? { first: key - Math.round(from / step), sums: GROUPS.map(() => 0) };
    GROUPS.forEach((_, i) => (row.sums[i] += counts[bin * GROUPS.length + i]));
    rows.set(key, row);
  }
  const body = [...rows.values()].map(({ first, sums }) => make("tr", {},
    make("th", { scope: "row" }, timeline.nameOf(first, per)),
    ...used.map(({ i }) => make("td", {}, words.number(sums[i]))), make("td", {}, words.number(sums.reduce((a, b) => a + b)))));
  return make("table", { class: "em-table" }, make("caption", {}, words.say("as_table")),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...body));
}

export class Controls {
  /** @param {Words} words @param {Record<Act, () => void> & {speed: (rate: number) => void}} acts @param {HTMLElement} timeline @param {AbortSignal} signal */
  constructor(words, acts, timeline, signal) {
    this.words = words;
    this.acts = acts;
    this.rate = 1;
    this.play = iconButton("em-play", "play", words.say("play"));
    this.year = make("p", { class: "em-year" });
    this.caption = make("p", { class: "em-caption", dir: "auto" });
    this.speed = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-speed", title: words.say("speed") }));
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
    this.help = makeHelp(words);
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
    const text = `${Number.isInteger(rate) ? this.words.number(rate) : new Intl.NumberFormat(this.words.say("lang")).format(rate)}×`;
    write(this.speed, text);
    this.speed.setAttribute("aria-label", `${this.words.say("speed")} ${text}`);
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
    write(this.caption, caption);
  }
}
