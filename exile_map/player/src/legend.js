/** The legend: only what this map uses, and the switch of today's borders. */
import { iconButton, make } from "./dom.js";
import { isArea } from "./areas.js";
import { isDrawn } from "./model.js";

/** @typedef {import("./model.js").Model} Model */

/** What a map uses, in the order it is named. @param {Model} model */
export function usedIn({ legs, stays }) {
  const drawn = new Set(legs.flatMap((leg) => (isDrawn(leg) ? [leg.moveGroup] : [])));
  const moves = ["forced", "flight", "free", "unknown"].filter((g) => drawn.has(g) || (g === "unknown" && drawn.has("none")));
  const area = stays.some(isArea) ? ["area"] : [];
  const gap = legs.some((leg) => leg.gap && stays[leg.index].person === stays[leg.index + 1].person) ? ["gap"] : [];
  const confined = stays.some((stay) => stay.stayGroup === "confined") ? ["confined"] : [];
  return [...moves, ...confined, ...area, ...gap];
}

/**
 * @param {Model} model @param {import("./words.js").Words} words
 * @param {(shown: boolean) => void} setBorders @param {() => void} resized @param {AbortSignal} signal
 */
export function makeLegend(model, words, setBorders, resized, signal) {
  const entries = usedIn(model).map((kind) => make("li", {}, make("span", { class: `em-sign em-sign-${kind}`, "aria-hidden": "true" }), words.say(kind)));
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true }));
  const borders = make("label", { class: "em-borders" }, box, make("span", { class: "em-sign em-sign-border", "aria-hidden": "true" }), words.say("borders"));
  const body = make("div", { class: "em-legend-body", id: "em-legend-body" }, make("ul", {}, ...entries), borders);
  const toggle = iconButton("em-legend-toggle", "key", words.say("key"));
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", "em-legend-body");
  const element = make("section", { class: "em-legend", "aria-label": words.say("key") }, toggle, body);
  box.addEventListener("change", () => setBorders(box.checked), { signal });
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(element.classList.toggle("em-open")));
    resized();
  }, { signal });
  return element;
}
