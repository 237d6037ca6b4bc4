/** The theme: the colours that the stylesheet gives the canvases. */

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
 */

const NAMES = /** @type {(keyof Theme)[]} */ ([
  "land", "sea", "coast", "border", "ink", "muted", "paper", "casing", "ahead", "area", "stipple",
  "forced", "flight", "free", "unknown", "bar", "barLine", "serif", "sans",
]);

/** @param {Element} root @returns {Theme} */
export function readTheme(root) {
  const style = getComputedStyle(root);
  const kebab = (/** @type {string} */ name) => name.replace(/[A-Z]/g, (c) => "-" + c.toLowerCase());
  return /** @type {Theme} */ (
    Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue("--em-" + kebab(name)).trim()]))
  );
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
/** @param {Theme} theme @param {string} group */
export const colourOf = (theme, group) =>
  group === "forced" ? theme.forced : group === "flight" ? theme.flight : group === "free" ? theme.free : theme.unknown;
