/** The page's door: reads what the page carries and mounts the player on it. */
import { answerParent } from "./messages.js";
import { mount } from "./mount.js";

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent || "null");
const root = document.getElementById("exile-map");
if (root) {
  const map = mount(root, read("em-data"), read("em-basemap"), read("em-strings") ?? {}, { polite: window.parent !== window, pictures: "pictures" in root.dataset });
  answerParent(root, map);
  Object.assign(window, { exileMap: map });
}
