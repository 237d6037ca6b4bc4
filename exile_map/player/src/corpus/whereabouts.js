/** Whereabouts: where everybody is at a moment, a function of nothing but the moment. */

/** @typedef {import("./data.js").Corpus} Corpus */

/** Nobody is anywhere before his first stay, or after his last. */
export const ABSENT = 0;
export const STAYS = 1;
export const TRAVELS = 2;

/** The last stay a person has come to. @param {Corpus} corpus @param {number} person @param {number} year @returns {number} -1 before the first */
export function stayAt({ starts, comes }, person, year) {
  let [low, high] = [starts[person], starts[person + 1]];
  const begin = low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comes[middle] <= year) low = middle + 1;
    else high = middle;
  }
  return low > begin ? low - 1 : -1;
}

export class Whereabouts {
  /** @param {Corpus} corpus @param {import("./ways.js").Ways} ways */
  constructor(corpus, ways) {
    this.corpus = corpus;
    this.ways = ways;
    const people = corpus.persons.length;
    /** Of each person: ABSENT, STAYS or TRAVELS; the stay he is at or on the way to; where, NaN for nowhere known. */
    this.state = new Uint8Array(people);
    this.row = new Int32Array(people);
    this.x = new Float64Array(people);
    this.y = new Float64Array(people);
    /** How much of his way is behind him. */
    this.part = new Float64Array(people);
    /** Those who are anywhere at all, and how many these are. */
    this.present = new Uint32Array(people);
    this.count = 0;
    this.travelling = 0;
  }

  /** @param {number} year @param {{persons: Uint8Array, groups: boolean[]}} shown whether each person is, and each way to come */
  seek(year, { persons, groups }) {
    const every = groups.every(Boolean);
    const { corpus: { starts, comes, goes, leaves, moved, group, xs, ys }, ways, state, row, x, y, part, present } = this;
    let count = 0;
    let travelling = 0;
    for (let person = 0; person < state.length; person++) {
      state[person] = ABSENT;
      if (!persons[person]) continue;
      const at = stayAt(this.corpus, person, year);
      if (at < 0) continue;
      const next = at + 1 < starts[person + 1] ? at + 1 : -1;
      if (next < 0 && year > goes[at]) continue;
      const travels = next > 0 && moved[next] === 2 && year >= leaves[next];
      // Who is where he came in a way that was not asked for is not shown there.
      if (!every && !(moved[travels ? next : at] && groups[group[travels ? next : at]])) continue;
      present[count++] = person;
      if (travels) {
        state[person] = TRAVELS;
        row[person] = next;
        part[person] = (year - leaves[next]) / (comes[next] - leaves[next]);
        ways.locate(next, part[person]);
        x[person] = ways.x;
        y[person] = ways.y;
        travelling++;
        continue;
      }
      state[person] = STAYS;
      row[person] = at;
      x[person] = xs[at];
      y[person] = ys[at];
    }
    this.count = count;
    this.travelling = travelling;
  }
}
