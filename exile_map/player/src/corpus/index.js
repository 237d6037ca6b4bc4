/** The door of a page of many lives: opens its columns, mounts the map of all, and gives it to the page and its host. */
import { content, read } from "../door.js";
import { answerParent } from "../messages.js";
import { inflated } from "../unpack.js";
import { mountCorpus } from "./mount.js";
import { openLives } from "./packed.js";

/** The texts, which are the most of the page and its last: the map is there before they have come. */
async function texts() {
  if (document.readyState === "loading") await new Promise((come) => document.addEventListener("DOMContentLoaded", come));
  return take("em-texts");
}

/** What an element holds; once it is unpacked it need not be kept as text. @param {string} id */
function take(id) {
  const text = content(id);
  document.getElementById(id)?.remove();
  return text;
}

async function begin() {
  const root = document.getElementById("exile-map");
  if (!root) return;
  const source = openLives(read("em-data"), await inflated(take("em-columns")), texts);
  const options = { polite: window.parent !== window, pictures: "pictures" in root.dataset };
  const map = mountCorpus(root, source, read("em-basemap"), read("em-strings") ?? {}, options);
  answerParent(root, /** @type {any} */ (map));
  Object.assign(window, { exileMap: map });
}

void begin();
