/** The theme: the colours that the stylesheet gives the canvases. */
import { SLOTS } from "./lives.js";

/**
 * @typedef {object} Theme
 * @property {string} land
 * @property {string} sea
 * @property {string} coast
 * @property {string} border
 * @property {string} ink
 * @property {string} muted
 * @property {string} paper
 * @property {string} casing
 * @property {string} ahead
 * @property {string} area
 * @property {string} stipple
 * @property {string} forced
 * @property {string} flight
 * @property {string} free
 * @property {string} unknown
 * @property {string} bar
 * @property {string} barLine
 * @property {string} serif
 * @property {string} sans
 * @property {string[]} lives
 */

const NAMES = [
  "land", "sea", "coast", "border", "ink", "muted", "paper", "casing", "ahead", "area", "stipple",
  "forced", "flight", "free", "unknown", "bar", "barLine", "serif", "sans",
];

/** @param {Element} root @returns {Theme} */
export function readTheme(root) {
  const style = getComputedStyle(root);
  const kebab = (/** @type {string} */ name) => name.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase());
  const read = (/** @type {string} */ name) => style.getPropertyValue("--em-" + kebab(name)).trim();
  const lives = Array.from({ length: SLOTS }, (_, slot) => read(`p${slot + 1}`));
  return /** @type {Theme} */ ({ ...Object.fromEntries(NAMES.map((name) => [name, read(name)])), lives });
}

/**
 * How a way is drawn: colour never alone tells the kinds apart.
 * @type {Record<string, {width: number, dash: number[], cap: CanvasLineCap}>}
 */
export const STROKES = {
  forced: { width: 3.2, dash: [], cap: "round" },
  flight: { width: 2.8, dash: [9, 6], cap: "butt" },
  free: { width: 2, dash: [], cap: "round" },
  unknown: { width: 2.4, dash: [0.1, 5.5], cap: "round" },
};
/** How a way is known by name of group; a birth leads nowhere and has none. @param {string} group */
export const strokeOf = (group) => STROKES[group] ?? STROKES.unknown;
/** @param {Theme} theme @param {string} group @param {number} [slot] of the life, where lives have colours */
export const colourOf = (theme, group, slot = -1) =>
  slot >= 0 ? theme.lives[slot] : group === "forced" ? theme.forced : group === "flight" ? theme.flight : group === "free" ? theme.free : theme.unknown;
