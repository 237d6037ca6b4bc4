/** What the page's doors share: what the page carries, and the player mounted on it. */
import { answerParent } from "./messages.js";
import { mount } from "./mount.js";

/** What an element of the page holds. @param {string} id */
export const content = (id) => document.getElementById(id)?.textContent ?? "";

/** @param {string} id */
export const read = (id) => JSON.parse(content(id) || "null");

/** @param {any} data */
export function begin(data) {
  const root = document.getElementById("exile-map");
  if (!root) return;
  const map = mount(root, data, read("em-basemap"), read("em-strings") ?? {}, { polite: window.parent !== window, pictures: "pictures" in root.dataset });
  answerParent(root, map);
  Object.assign(window, { exileMap: map });
}
