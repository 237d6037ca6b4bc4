/** The shelter: what a player in a shadow tree, of an element or in a notebook, has to be given by its door. */
import { STRINGS } from "./carried.js";
import { make } from "./dom.js";
import { readModel } from "./model.js";
import { makeStays } from "./stays.js";
import { text } from "./wire.js";
import { makeWords } from "./words.js";

/** The words of the first language asked for that we speak, else English. @param {unknown[]} asked @returns {Record<string, string>} */
export function stringsOf(...asked) {
  const known = asked.map((lang) => String(lang ?? "").toLowerCase().split("-")[0]).find((lang) => Object.hasOwn(STRINGS, lang));
  return STRINGS[known ?? "en"];
}

/** @param {unknown} title @param {import("./words.js").Words} words */
export const makeRoot = (title, words) =>
  make("div", { class: "exile-map", role: "group", lang: words.say("lang"), dir: words.rtl ? "rtl" : "ltr", "aria-label": text(title) || words.say("map") });

/** The player's root, with the stays as a document in it. @param {any} read the document @param {Record<string, string>} strings */
export function prepared(read, strings) {
  const words = makeWords(strings);
  const model = readModel(read);
  const root = makeRoot(model.title, words);
  const stays = makeStays(model, words);
  if (stays) root.append(stays);
  return root;
}

/** In a page of several maps each one's parts say whose they are. @param {HTMLElement} root on which a player is mounted */
export function labelled(root) {
  const title = root.getAttribute("aria-label");
  for (const part of root.querySelectorAll("section, [role=region]")) {
    const label = part.getAttribute("aria-label");
    if (label !== title) part.setAttribute("aria-label", `${label}, ${title}`);
  }
}
