/** The palette: the colours of the stylesheet as pixels have them. */
import { colourOf } from "../theme.js";
import { SHADES } from "./cells.js";
import { GROUPS } from "./data.js";

/** @typedef {import("./raster.js").Colour} Colour */
/**
 * @typedef {object} Palette
 * @property {Colour[]} groups of each kind of move
 * @property {Colour} rim around points
 * @property {Uint32Array} shades a pixel of each shade of cells
 */

/** Reads colours as CSS has them. */
function reader() {
  const ctx = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true }));
  return (/** @type {string} */ css) => {
    ctx.fillStyle = css;
    ctx.fillRect(0, 0, 1, 1);
    const [r, g, b] = ctx.getImageData(0, 0, 1, 1).data;
    return /** @type {Colour} */ ([r, g, b]);
  };
}

/** @param {import("../theme.js").Theme} theme @param {Element} root @returns {Palette} */
export function readPalette(theme, root) {
  const read = reader();
  const style = getComputedStyle(root);
  const [few, many] = ["--em-few", "--em-many"].map((name) => read(style.getPropertyValue(name)));
  const shades = Uint32Array.from({ length: SHADES.length + 1 }, (_, i) => {
    // As the key mixes them.
    const [r, g, b] = few.map((c, k) => Math.round(c + ((many[k] - c) * i) / SHADES.length));
    return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  });
  return { groups: GROUPS.map((group) => read(colourOf(theme, group))), rim: read(theme.casing), shades };
}
