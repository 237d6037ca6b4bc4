/** The legend: only what this map uses, whose lives are shown, and the switch of today's borders. */
import { icon, iconButton, make, write } from "./dom.js";
import { isArea } from "./areas.js";
import { slotsOf } from "./lives.js";
import { isDrawn } from "./model.js";
import { nameLife } from "./sums.js";
import { MODES } from "./wire.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./words.js").Words} Words */

/** What is less than this part of the axis is not seen on it. */
const SEEN = 150;

/** Labels of so few stays have numbers, see namesOf in markers.js; so many places may be gathered. */
const NUMBERED = 99;
const GATHERED = 3;
/** So many entries are seen at once, and a few more where that is all. */
const FIRST = 6;
const FEW = 2;
/** So many of a map's own words are given for a kind. */
const WORDS = 8;

/** What a map uses, in the order it is named: first what is hardest to guess. @param {Model} model */
export function usedIn({ legs, stays, meetings, persons, places }) {
  const drawn = legs.filter(isDrawn);
  const [groups, means] = [new Set(drawn.map((leg) => leg.moveGroup)), new Set(drawn.map((leg) => leg.mode))];
  const moves = ["forced", "flight", "free", "unknown"].filter((g) => groups.has(g) || (g === "unknown" && groups.has("none")));
  const modes = MODES.filter((mode) => means.has(mode));
  const area = stays.some(isArea) ? ["area"] : [];
  const gap = legs.some((leg) => leg.gap && leg.from) ? ["gap"] : [];
  const confined = stays.some((stay) => stay.stayGroup === "confined") ? ["confined"] : [];
  const soft = isSoft(stays) ? ["soft"] : [];
  const met = meetings.some((m) => m.certain) ? ["met"] : [];
  const perhaps = meetings.some((m) => !m.certain) ? ["perhaps"] : [];
  const numbers = persons.length < 2 && stays.length > 1 && stays.length <= NUMBERED ? ["numbers"] : [];
  const gathered = places.length > GATHERED ? ["gathered"] : [];
  return [...moves, ...met, ...perhaps, ...confined, ...numbers, ...gathered, ...soft, ...area, ...gap, ...(persons.length < 2 ? ["present"] : []), "ahead", ...modes];
}

/** Whether a bar of the timeline has ends that are seen to be soft. @param {import("./model.js").Stay[]} stays */
function isSoft(stays) {
  const seen = ((stays[stays.length - 1]?.clock[1] ?? 0) - (stays[0]?.clock[0] ?? 0)) / SEEN;
  return stays.some(({ years: [start, sure, until, end] }) => (start !== null && sure !== null && sure - start > seen) || (until !== null && end !== null && end - until > seen));
}

/**
 * What the map itself calls a kind of move or stay, most often first, where that is none of the legend's own words.
 * @param {string} kind @param {string} label @param {Model} model
 */
export function ownWords(kind, label, { legs, stays }) {
  /** @type {Map<string, number>} */
  const times = new Map();
  const said = kind === "confined" ? stays.flatMap((s) => (s.stayGroup === kind ? [s.stay] : [])) : legs.filter(isDrawn).flatMap((l) => (l.moveGroup === kind ? [l.move] : []));
  for (const word of said) if (word && !label.toLowerCase().includes(word.toLowerCase())) times.set(word, (times.get(word) ?? 0) + 1);
  const found = [...times].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return found.slice(0, WORDS).join(", ") + (found.length > WORDS ? "…" : "");
}

/** @param {string} kind @param {Words} words @param {Model} model */
function makeEntry(kind, words, model) {
  const sign = make("span", { class: `em-sign em-sign-${kind}`, "aria-hidden": "true" });
  const mode = MODES.find((m) => m === kind);
  if (mode) sign.append(icon(mode));
  if (kind === "numbers") sign.append(words.say("range", { from: words.number(1), to: words.number(model.stays.length) }));
  const label = words.say(kind);
  const own = mode ? "" : ownWords(kind, label, model);
  return make("li", mode ? { class: "em-mode" } : {}, sign, make("span", {}, label, ...(own ? [make("span", { class: "em-said", dir: "auto" }, own)] : [])));
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
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true }));
  const borders = make("label", { class: "em-borders" }, box, make("span", { class: "em-sign em-sign-border", "aria-hidden": "true" }), words.say("borders"));
  const lives = model.coloured ? makeLives(model, words, handlers.lives, signal) : null;
  const entries = usedIn(model).map((kind) => makeEntry(kind, words, model));
  const rest = make("ul", { class: "em-rest" }, ...entries.splice(entries.length > FIRST + FEW ? FIRST : Infinity));
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
  return { element, mark: lives?.mark ?? (() => {}) };
}
