/** The legend: only what this map uses, whose lives are shown, and the switch of today's borders. */
import { icon, iconButton, make, show, write } from "./dom.js";
import { slotsOf } from "./lives.js";
import { nameLife } from "./sums.js";
import { isOld } from "./model.js";
import { kindNames, usedIn } from "./used.js";
import { MODES } from "./wire.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./words.js").Words} Words */

/** So many entries are seen at once where all would take more than this part of the map's height. */
const FIRST = 6;
const MOST = 0.48;

/** @param {string} kind @param {Words} words @param {Model} model */
function makeEntry(kind, words, model) {
  const sign = make("span", { class: `em-sign em-sign-${kind}`, "aria-hidden": "true" });
  const mode = MODES.find((m) => m === kind);
  if (mode) sign.append(icon(mode));
  if (kind === "numbers") sign.append(words.say("range", { from: words.number(1), to: words.number(model.stays.length) }));
  const [label, more] = kindNames(kind, words, model);
  return make("li", mode ? { class: "em-mode" } : {}, sign, more ? make("span", {}, label, make("span", { class: "em-said", dir: "auto" }, more)) : label);
}

/**
 * Whose lives are on the map: each can be put away, or seen alone.
 * @param {Model} model @param {Words} words @param {(hidden: Set<number>) => void} hide @param {AbortSignal} signal
 */
function makeLives(model, words, hide, signal) {
  const { persons } = model;
  /** @type {Set<number>} */
  let hidden = new Set();
  const slots = slotsOf(persons);
  const rows = slots.map(({ slot, persons: those }) => {
    const name = those.length > 1 ? words.count("lives", those.length) : persons[slot];
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true }));
    const only = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-only", "aria-label": words.say("only", { person: name }), "aria-pressed": "false" }, words.say("alone")));
    const disc = make("span", { class: "em-disc", "aria-hidden": "true" }, those.length > 1 ? `+${those.length}` : model.marks[slot]);
    nameLife(disc, model, slot, disc.textContent ?? "");
    const others = () => new Set(slots.map((s) => s.slot).filter((s) => s !== slot));
    const alone = () => !hidden.has(slot) && hidden.size === slots.length - 1;
    box.addEventListener("change", () => {
      const next = new Set(hidden);
      if (box.checked) next.delete(slot);
      else next.add(slot);
      // A map of nobody is no map: then all are back.
      hide(next.size < slots.length ? next : new Set());
    }, { signal });
    only.addEventListener("click", () => hide(alone() ? new Set() : others()), { signal });
    const mark = () => {
      box.checked = !hidden.has(slot);
      only.setAttribute("aria-pressed", String(alone()));
    };
    return { mark, element: make("li", {}, make("label", {}, box, disc, make("span", { class: "em-life-name", dir: "auto" }, name)), only) };
  });
  const element = make("ul", { class: "em-people", "aria-label": words.say("persons") }, ...rows.map((row) => row.element));
  return { element, mark: (/** @type {Set<number>} */ now) => {
    hidden = now;
    for (const row of rows) row.mark();
  } };
}

/**
 * @param {Model} model @param {Words} words
 * @param {import("./furniture.js").Handlers} handlers @param {AbortSignal} signal
 */
export function makeLegend(model, words, handlers, signal) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: !isOld(model) }));
  const borders = make("label", { class: "em-borders" }, box, make("span", { class: "em-sign em-sign-border", "aria-hidden": "true" }), words.say("borders"));
  const lives = model.coloured ? makeLives(model, words, handlers.lives, signal) : null;
  const entries = usedIn(model).map((kind) => makeEntry(kind, words, model));
  const rest = make("ul", { class: "em-rest" }, ...entries.splice(FIRST));
  const all = make("button", { type: "button", class: "em-all", "aria-expanded": "false" }, words.say("expand"));
  const body = make("div", { class: "em-legend-body", id: "em-legend-body" }, ...(lives ? [lives.element] : []), make("ul", {}, ...entries), ...(rest.childElementCount ? [rest, all] : []), borders);
  const toggle = iconButton("em-legend-toggle", "key", words.say("key"));
  toggle.append(words.say("key"));
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", "em-legend-body");
  const element = make("section", { class: "em-legend", "aria-label": words.say("key") }, toggle, body);
  box.addEventListener("change", () => handlers.borders(box.checked), { signal });
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(element.classList.toggle("em-open")));
    handlers.controls.resized();
  }, { signal });
  all.addEventListener("click", () => {
    const open = element.classList.toggle("em-whole");
    all.setAttribute("aria-expanded", String(open));
    write(all, words.say(open ? "collapse" : "expand"));
    handlers.controls.resized();
  }, { signal });
  /** The rest is hidden where it would take too much of the map. @param {number} height of the map */
  const fit = (height) => {
    const asked = all.getAttribute("aria-expanded") === "true";
    element.classList.add("em-whole");
    show(all, false);
    const fits = body.scrollHeight < height * MOST;
    show(all, !fits);
    element.classList.toggle("em-whole", fits || asked);
  };
  return { element, fit, mark: lives?.mark ?? (() => {}) };
}
