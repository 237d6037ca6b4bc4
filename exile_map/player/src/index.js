/** The page's door: reads what the page carries and mounts the player on it. */
import { mount } from "./mount.js";

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent || "null");
const root = document.getElementById("exile-map");
if (root) Object.assign(window, { exileMap: mount(root, read("em-data"), read("em-basemap"), read("em-strings") ?? {}) });
