/**
 * The filters: a life is shown if one stay of it is all that is asked for: come to in such a way, in such a country, in
 * such years.
 */
import { GROUPS } from "./data.js";

/** @typedef {import("./data.js").Corpus} Corpus */
/**
 * @typedef {object} Filter
 * @property {boolean[]} groups which kinds of move
 * @property {number} country index into the countries; -1 for any
 * @property {number} from a whole year; -Infinity for none
 * @property {number} to the last year, to its end; Infinity for none
 */

/** @returns {Filter} */
export const everything = () => ({ groups: GROUPS.map(() => true), country: -1, from: -Infinity, to: Infinity });

/** @param {Filter} filter */
export const isOpen = ({ groups, country, from, to }) => groups.every(Boolean) && country < 0 && from === -Infinity && to === Infinity;

/** @param {Corpus} corpus @param {Filter} filter @returns {{persons: Uint8Array, count: number}} who is shown */
export function sift({ persons: names, starts, comes, goes, group, moved, country }, filter) {
  const persons = new Uint8Array(names.length);
  const anyMove = filter.groups.every(Boolean);
  const end = filter.to + 1;
  let count = 0;
  for (let person = 0; person < names.length; person++) {
    for (let row = starts[person]; row < starts[person + 1]; row++) {
      if (!anyMove && !(moved[row] && filter.groups[group[row]])) continue;
      if (filter.country >= 0 && country[row] !== filter.country) continue;
      if (comes[row] >= end || goes[row] < filter.from) continue;
      persons[person] = 1;
      count++;
      break;
    }
  }
  return { persons, count };
}

/** A text without accents and capitals, so that Müller is found by "muller". @param {string} text */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ł/g, "l").replace(/ø/g, "o").replace(/đ/g, "d").replace(/æ/g, "ae").replace(/ı/g, "i");

/** The first few of many names that hold a text, those first that begin a word with it. @param {string[]} folded @param {string} asked @param {number} most @returns {number[]} */
export function find(folded, asked, most) {
  const text = fold(asked.trim());
  if (!text) return [];
  /** @type {number[]} */
  const begun = [];
  /** @type {number[]} */
  const held = [];
  for (let i = 0; i < folded.length && begun.length < most; i++) {
    const at = folded[i].indexOf(text);
    if (at < 0) continue;
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[i][at - 1])) begun.push(i);
    else if (held.length < most) held.push(i);
  }
  return [...begun, ...held].slice(0, most);
}
