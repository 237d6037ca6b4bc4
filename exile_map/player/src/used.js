/** What a map uses: what its legend names. */
import { isArea } from "./areas.js";
import { LOW } from "./bars.js";
import { FOLLOWED, isDrawn } from "./model.js";
import { MODES } from "./wire.js";

/** @typedef {import("./model.js").Model} Model */
/**
 * @typedef {object} Used
 * @property {Map<string, Map<string, number>>} said for each kind of move that is drawn, and of stays with a sign of their own, how often each of the map's own words is said
 * @property {Set<string>} means
 * @property {boolean} area
 * @property {boolean} soft whether a bar of the timeline has ends that are seen to be soft
 * @property {boolean} gap
 */

/** What is less than this part of the axis is not seen on it. */
export const SEEN = 150;
/** Labels of so few stays have numbers, see namesOf in markers.js. */
const NUMBERED = 99;
/** Places nearer than this part of the whole route are gathered where it is seen as a whole. */
const GATHERED = 1 / 30;
/** So many of a map's own words name a kind if they have no more letters than this, and so many more are given. */
const WORDS = 3;
const LETTERS = 30;
const MORE = 8;

/** The sign that a stay has on the timeline. @param {string} group */
export const signOf = (group) => (group === "confined" ? group : LOW.has(group) ? "low" : "bar");

/** Counts a word said for a kind. @param {Used["said"]} said @param {string} kind @param {string} word @param {number} [times] */
export function say(said, kind, word, times = 1) {
  const words = said.get(kind) ?? new Map();
  said.set(kind, words.set(word, (words.get(word) ?? 0) + times));
}

/** @param {Model} model @returns {Used} */
function readUsed({ legs, stays }) {
  const seen = ((stays[stays.length - 1]?.clock[1] ?? 0) - (stays[0]?.clock[0] ?? 0)) / SEEN;
  /** @type {Used["said"]} */
  const said = new Map();
  const drawn = legs.filter(isDrawn);
  for (const { moveGroup, move } of drawn) say(said, moveGroup, move);
  for (const { stayGroup, stay } of stays) say(said, signOf(stayGroup), stay);
  return {
    said,
    means: new Set(drawn.map((leg) => leg.mode)),
    area: stays.some(isArea),
    soft: stays.some(({ years: [start, sure, until, end] }) => (start !== null && sure !== null && sure - start > seen) || (until !== null && end !== null && end - until > seen)),
    gap: legs.some((leg) => leg.gap && leg.from),
  };
}

/** @param {Model} model */
export const usedOf = (model) => (model.used ??= readUsed(model));

/** Whether markers are gathered; of routes too dense to name places none are. @param {Model} model */
function isGathered({ stays, places, box }) {
  if (!box || stays.length > FOLLOWED) return false;
  const near = Math.max(box[2] - box[0], box[3] - box[1]) * GATHERED;
  return places.some((a) => places.some((b) => b.index < a.index && Math.hypot(a.x - b.x, a.y - b.y) < near));
}

/** What a map uses, in the order it is named: first what is hardest to guess. @param {Model} model */
export function usedIn(model) {
  const { said, means, area, soft, gap } = usedOf(model);
  const { stays, persons, meetings } = model;
  const named = /** @type {[string, boolean][]} */ ([
    ["forced", said.has("forced")], ["flight", said.has("flight")], ["free", said.has("free")], ["unknown", said.has("unknown") || said.has("none")],
    ["met", meetings.some((m) => m.certain)], ["perhaps", meetings.some((m) => !m.certain)],
    ["bar", said.has("bar")], ["confined", said.has("confined")], ["low", said.has("low")], ["soft", soft],
    ["ends", stays.length > 1 && stays.length <= FOLLOWED], ["numbers", persons.length < 2 && stays.length > 1 && stays.length <= NUMBERED], ["gathered", isGathered(model)],
    ["area", area], ["gap", gap], ["present", persons.length < 2], ["ahead", true], ...MODES.map((mode) => [mode, means.has(mode)]),
  ]);
  return named.flatMap(([kind, is]) => (is ? [kind] : []));
}

/**
 * What a kind of move or stay is called: by the map's own words, most often said first, where they are soon read and each has one; and what it calls it else.
 * @param {string} kind @param {import("./words.js").Words} words @param {Model} model @returns {[string, string]}
 */
export function kindNames(kind, words, model) {
  const said = kind === "bar" ? undefined : usedOf(model).said.get(kind);
  const found = [...(said ?? [])].sort((a, b) => b[1] - a[1]).flatMap(([word]) => word || []);
  const label = words.list(...found);
  return found.length && found.length === said?.size && found.length <= WORDS && label.length <= LETTERS
    ? [label[0].toUpperCase() + label.slice(1), ""]
    : [words.say(kind), words.list(...found.slice(0, MORE))];
}
