/** The table of moves: the histogram as rows, for readers and for paper. */
import { make } from "../dom.js";
import { GROUPS } from "./data.js";
import { sumOf } from "./histogram.js";

/** @typedef {import("../words.js").Words} Words */

const TEN = 10;
/** A table on paper has no more rows than this, if it can be helped. */
const MOST_ROWS = 40;

/**
 * The histogram as a table, so many bins in each row.
 * @param {import("./timeline.js").Timeline} timeline @param {Words} words @param {boolean[]} groups which there are @param {number} [per] @returns {HTMLElement}
 */
export function tableOf(timeline, words, groups, per = 1) {
  const { step, from, bins, counts } = timeline.histogram;
  const used = GROUPS.map((group, i) => ({ group, i })).filter(({ i }) => groups[i]);
  const heads = [words.say("period"), ...used.map(({ group }) => words.say(group)), words.say("total")];
  /** @type {Map<number, {first: number, sums: number[]}>} by the beginning of the row's years */
  const rows = new Map();
  for (let bin = 0; bin < bins; bin++) {
    if (!sumOf(counts, bin)) continue;
    const key = Math.floor((from / step + bin + 1e-6) / per) * per;
    const row = rows.get(key) ?? { first: key - Math.round(from / step), sums: GROUPS.map(() => 0) };
    GROUPS.forEach((_, i) => (row.sums[i] += counts[bin * GROUPS.length + i]));
    rows.set(key, row);
  }
  const body = [...rows.values()].map(({ first, sums }) => make("tr", {},
    make("th", { scope: "row" }, timeline.nameOf(first, per)),
    ...used.map(({ i }) => make("td", {}, words.number(sums[i]))), make("td", {}, words.number(sums.reduce((a, b) => a + b)))));
  return make("table", { class: "em-table" }, make("caption", {}, words.say("as_table")),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...body));
}

/**
 * For paper: when this is, and the table, of many years by decades.
 * @param {import("./timeline.js").Timeline} timeline @param {Words} words @param {boolean[]} groups which there are @param {number} year NaN for all together
 */
export function paperOf(timeline, words, groups, year) {
  const { step, bins } = timeline.histogram;
  const table = tableOf(timeline, words, groups, step >= 1 && bins > MOST_ROWS ? TEN : 1);
  const then = Number.isNaN(year) ? [] : [make("p", { class: "em-then" }, timeline.say(year))];
  return make("div", { class: "em-table-print" }, ...then, table);
}
