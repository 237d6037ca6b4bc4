/** The style of a player in a shadow tree: constructed sheets, which a page's policy on styles does not concern. */
import { STYLE } from "./carried.js";

/** @typedef {"auto"|"light"|"dark"} Look */

/** @type {Map<Look, CSSStyleSheet>} one of each, shared by all elements of a page */
const sheets = new Map();

/** @param {string|null} asked @returns {CSSStyleSheet} */
export function sheetOf(asked) {
  const look = asked === "light" || asked === "dark" ? asked : "auto";
  let sheet = sheets.get(look);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(look === "auto" ? STYLE : STYLE
      .replaceAll(/\(prefers-color-scheme: ?dark\)/g, look === "dark" ? "(min-width:0)" : "(max-width:0)")
      .replaceAll("color-scheme:light dark", `color-scheme:${look}`));
    sheets.set(look, sheet);
  }
  return sheet;
}
