/** The histogram: how many moved when, by how they moved. */
import { GROUPS } from "./data.js";

/** @typedef {import("./data.js").Corpus} Corpus */
/**
 * @typedef {object} Histogram
 * @property {number} step years of a bin
 * @property {number} from where the first bin begins
 * @property {number} bins
 * @property {Uint32Array} counts of each bin, group by group
 * @property {number} most moves in one bin
 */

const MONTH = 1 / 12;
/** Up to so many bins of a kind; then the next wider one. */
const MOST = 170;
const STEPS = [MONTH, 1, 10, 100, 1000];
/** Decimal years of moments are exact to an hour: what begins with a month belongs to it. */
const HAIR = 1e-4;

/** The narrowest bins of which there are not too many. @param {number} from @param {number} to */
export const stepFor = (from, to) => STEPS.find((step) => (to - from) / step <= (step < 1 ? 60 : MOST)) ?? 1000;

/** The bin of a moment. @param {{step: number, from: number}} bins @param {number} year */
export const binOf = ({ step, from }, year) => Math.floor((year - from) / step + (step < 1 ? HAIR : 0));

/**
 * @param {Corpus} corpus @param {{persons: Uint8Array, groups: boolean[], from: number, to: number}} shown
 * @returns {Histogram}
 */
export function countMoves({ moves, comes, group, personOf }, { persons, groups, from: begin, to: end }) {
  const step = stepFor(begin, end);
  const from = Math.floor(begin / step + HAIR) * step;
  const bins = Math.max(1, Math.ceil((end - from) / step - HAIR));
  const counts = new Uint32Array(bins * GROUPS.length);
  for (let i = 0; i < moves.length; i++) {
    const row = moves[i];
    if (!persons[personOf[row]] || !groups[group[row]]) continue;
    const bin = binOf({ step, from }, comes[row]);
    if (bin >= 0 && bin < bins) counts[bin * GROUPS.length + group[row]]++;
  }
  let most = 0;
  for (let bin = 0; bin < bins; bin++) most = Math.max(most, sumOf(counts, bin));
  return { step, from, bins, counts, most };
}

/** All moves of a bin. @param {Uint32Array} counts @param {number} bin */
export function sumOf(counts, bin) {
  let sum = 0;
  for (let g = 0; g < GROUPS.length; g++) sum += counts[bin * GROUPS.length + g];
  return sum;
}
