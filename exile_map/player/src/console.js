/** The console: what the bars of one life and of many have in common: how fast it goes, whether it plays, the help. */
import { iconButton, make, setIcon, write } from "./dom.js";

/** @typedef {import("./words.js").Words} Words */

export const SPEEDS = [0.5, 1, 2, 4];

/** A dialog that closes by its button, or by a click beside it. @param {string} name @param {Words} words @param {...Node} children */
export function makeDialog(name, words, ...children) {
  const close = iconButton("em-close", "close", words.say("close"));
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "em-help", "aria-label": words.say(name) },
    make("div", { class: "em-panel-head" }, make("p", { class: "em-panel-title" }, words.say(name)), close), ...children));
  close.onclick = () => dialog.close();
  dialog.onclick = ({ target }) => target === dialog && dialog.close();
  return dialog;
}

/** What each key does. @param {Words} words @param {string} arrows @param {string} page @param {string} list what these keys do here @param {...string} more sentences below */
export function makeHelp(words, arrows, page, list, ...more) {
  const keys = [
    [words.say("key_space"), "help_space"], ["← →", arrows], ["Page ↑ ↓", page], ["Home End", "help_home"],
    ["+ −", "help_zoom"], ["L", list], ["?", "help_help"], ["Esc", "help_escape"],
  ];
  const rows = keys.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words.say(what))]);
  return makeDialog("help", words, make("dl", { class: "em-keys" }, ...rows), ...more.map((key) => make("p", {}, words.say(key))));
}

/** @param {HTMLElement} button @param {Words} words @param {number} rate */
export function showSpeed(button, words, rate) {
  const text = `${Number.isInteger(rate) ? words.number(rate) : new Intl.NumberFormat(words.say("lang")).format(rate)}×`;
  write(button, text);
  button.setAttribute("aria-label", `${button.title = words.say("speed")} ${text}`);
}

/** @param {{words: Words, play: HTMLElement, year: HTMLElement, caption: HTMLElement}} bar @param {{playing: boolean, over: boolean, year: string, caption: string}} now */
export function showNow(bar, { playing, over, year, caption }) {
  const name = playing ? "pause" : over ? "replay" : "play";
  const svg = bar.play.firstElementChild;
  if (svg) setIcon(svg, name);
  const label = bar.words.say(name);
  if (bar.play.title !== label) bar.play.setAttribute("aria-label", (bar.play.title = label));
  write(bar.year, year);
  bar.year.classList.toggle("em-year-long", year.length > 5 || /\p{L}/u.test(year));
  if (bar.caption.title !== caption) bar.caption.title = bar.caption.textContent = caption;
}
