/** The door of a page of many stays: opens its blocks and mounts the player; the texts come after. */
import { mount } from "./mount.js";
import { unpack } from "./unpack.js";

const content = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
const read = (/** @type {string} */ id) => JSON.parse(content(id) || "null");
const root = document.getElementById("exile-map");

/** @param {any} data */
function begin(data) {
  if (root) Object.assign(window, { exileMap: mount(root, data, read("em-basemap"), read("em-strings") ?? {}) });
}

const data = read("em-data");
if (data?.packed) unpack(data, content("em-columns"), content("em-texts"), begin);
else begin(data);
