/** What the module of the custom element carries; the build puts it in, by language and as texts. */

/** @type {Record<string, Record<string, string>>} */
export const STRINGS = {};
/** JSON, or nothing. */
export const BASEMAP = "";
export const STYLE = "";
