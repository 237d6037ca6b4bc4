/** The key: what points, lines and cells of this map mean, and the switch of today's borders. */
import { iconButton, make, write } from "../dom.js";
import { CROWD, SHADES } from "./cells.js";
import { GROUPS } from "./data.js";

/** @param {import("./data.js").Corpus} corpus */
export function groupsIn({ moves, group }) {
  const used = GROUPS.map(() => false);
  for (const row of moves) used[group[row]] = true;
  return used;
}

/**
 * @param {import("./data.js").Corpus} corpus @param {import("../words.js").Words} words
 * @param {{borders: (shown: boolean) => void}} acts @param {AbortSignal} signal
 */
export function makeKey(corpus, words, acts, signal) {
  const used = groupsIn(corpus);
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true }));
  const borders = make("label", { class: "em-borders" }, box, words.say("borders"));
  const moves = GROUPS.filter((_, i) => used[i]).map((group) => make("li", {}, make("span", { class: `em-sign em-sign-${group} em-dot`, "aria-hidden": "true" }), words.say(group)));
  const doubt = corpus.doubt.some(Boolean) ? [make("li", {}, make("span", { class: "em-sign em-sign-hollow", "aria-hidden": "true" }), make("span", {}, words.say("hollow")))] : [];
  const shades = [CROWD, ...SHADES].filter((least, i) => !i || least <= corpus.persons.length).map((least, i) => ({ least, shade: make("span", { class: `em-shade em-shade-${i}` }, "\u00a0") }));
  const density = make("div", { class: "em-density" }, make("p", {}, words.say("density")), make("div", { class: "em-shades" }, ...shades.map(({ shade }) => shade)));
  const body = make("div", { class: "em-legend-body", id: "em-legend-body" }, make("ul", {}, ...moves, ...doubt), density, borders);
  const toggle = iconButton("em-legend-toggle", "key", words.say("key"));
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", "em-legend-body");
  const element = make("section", { class: "em-legend", "aria-label": words.say("key") }, toggle, body);
  box.addEventListener("change", () => acts.borders(box.checked), { signal });
  toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", String(element.classList.toggle("em-open"))), { signal });
  /** Says of how many lives each shade is: browsers take long to write the first large number. */
  const countAll = () => shades.forEach(({ least, shade }) => write(shade, words.number(least)));
  return { element, countAll };
}
