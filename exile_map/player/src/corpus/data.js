/**
 * The data: thousands of lives in columns, one number a stay or a person, and no object for either. The stays of person
 * p are those from `starts[p]` to `starts[p + 1]`, in the order of the file.
 */
import { list, oneOf, record, text } from "../wire.js";

/** How people move, as it is stacked, listed and counted. */
export const GROUPS = ["forced", "flight", "free", "unknown"];
export const UNKNOWN = 3;

const PLACED = 1;
/** Dates approximate or uncertain, or a beginning that is inferred. That one stayed until one came elsewhere always is. */
const LOOSE = 2 | 4 | 8;
const YEARS = 1e4;
/** Of a digit, as moments are sorted; three of them are all. */
const BITS = 11;
const AREAS = ["region", "country"];
/** A moment is a point of the calendar: what lasts so little (some three days) is one. */
const MOMENT = 0.01;
/** A way is seen for this part of all the years, for none could be seen that takes a day … */
const SEEN = 1 / 240;
/** … and for no more than so many years: who is not heard of for longer is taken to be where he was. */
const LONGEST = 1;

/**
 * @typedef {object} Corpus
 * @property {string} title
 * @property {string[]} persons
 * @property {number} count stays
 * @property {Uint32Array} starts first stay of each person, and one more
 * @property {Uint32Array} personOf whose each stay is
 * @property {Float64Array} comes when each stay begins
 * @property {Float64Array} goes when it ends
 * @property {Float64Array} leaves when the way to it is seen to begin
 * @property {Float64Array} xs unwrapped along each life; NaN without a place
 * @property {Float64Array} ys
 * @property {Uint8Array} group how each stay was come to: index into GROUPS
 * @property {Uint8Array} doubt whether time or place of it is known roughly only
 * @property {Uint8Array} moved whether the person came from elsewhere: 1, and 2 where there is a way to draw
 * @property {Uint16Array} country index into the countries
 * @property {string[]} countries their names; blank where it is not known
 * @property {Uint32Array} moves the stays that were moved to, in the order of time
 * @property {number} from first moment of all
 * @property {number} to last one
 */

/**
 * What a map of many lives is made of, whatever it was read from.
 *
 * @typedef {object} Source
 * @property {Corpus} corpus
 * @property {import("./ways.js").Ways} ways
 * @property {(row: number) => string} titleOf what the place of a stay was called
 * @property {() => import("./names.js").Title[]} places that names are written at, those of most stays first
 * @property {(person: number) => Promise<any>} life as the wire document that the usual player reads
 */

/** Stays of no known place have the one of the stay before only to be packed. @param {ReturnType<typeof import("../unpack.js").openColumns>} open @param {number} row */
const isPlaced = ({ columns }, row) => (columns.flags[row] & PLACED) > 0;

/** Which stays were moved to: all but each life's first, and those at the very place of the one before. @param {ReturnType<typeof import("../unpack.js").openColumns>} open */
function readMoved(open) {
  const { count, persons, lats, lons } = open;
  const moved = new Uint8Array(count);
  for (let row = 1; row < count; row++) {
    if (persons[row] !== persons[row - 1]) continue;
    const known = isPlaced(open, row) && isPlaced(open, row - 1);
    if (known && lats[row] === lats[row - 1] && lons[row] === lons[row - 1]) continue;
    moved[row] = known ? 2 : 1;
  }
  return moved;
}

/**
 * The stays that were moved to, in the order of time: sorted digit by digit, of which whole moments have few; comparing
 * takes ten times as long.
 * @param {Uint8Array} moved @param {Float64Array} comes
 */
export function inTime(moved, comes) {
  let [from, size] = [Infinity, 0];
  for (let row = 0; row < moved.length; row++) {
    if (!moved[row]) continue;
    size++;
    if (comes[row] < from) from = comes[row];
  }
  let [rows, other] = [new Uint32Array(size), new Uint32Array(size)];
  // Of ten thousandths of a year the wire has fewer than 2 ** 31.
  const moments = new Uint32Array(moved.length);
  let last = 0;
  for (let row = 0, i = 0; row < moved.length; row++) {
    if (!moved[row]) continue;
    rows[i++] = row;
    const moment = (moments[row] = Math.round((comes[row] - from) * YEARS));
    if (moment > last) last = moment;
  }
  const ends = new Uint32Array((1 << BITS) + 1);
  const mask = (1 << BITS) - 1;
  for (let shift = 0; shift < 32 && last >>> shift > 0; shift += BITS) {
    ends.fill(0);
    for (let i = 0; i < size; i++) ends[((moments[rows[i]] >>> shift) & mask) + 1]++;
    for (let digit = 1; digit <= mask; digit++) ends[digit] += ends[digit - 1];
    for (let i = 0; i < size; i++) other[ends[(moments[rows[i]] >>> shift) & mask]++] = rows[i];
    [rows, other] = [other, rows];
  }
  return rows;
}

/** When each way is seen to begin: never before the half of the stay it leaves. @param {Uint32Array} persons @param {Float64Array} comes @param {Float64Array} goes @param {number} seen */
function readLeaves(persons, comes, goes, seen) {
  const leaves = Float64Array.from(comes);
  for (let row = 1; row < comes.length; row++) {
    if (persons[row] !== persons[row - 1]) continue;
    const way = Math.max(seen, Math.min(LONGEST, comes[row] - goes[row - 1]));
    leaves[row] = Math.max(comes[row] - way, (comes[row] + comes[row - 1]) / 2);
  }
  return leaves;
}

/**
 * @param {any} head what was read first of the packed block @param {ReturnType<typeof import("../unpack.js").openColumns>} open
 * @param {{xs: Float64Array, ys: Float64Array}} where @returns {Corpus}
 */
export function readCorpus(head, open, { xs, ys }) {
  const { count, columns, lists, persons: personOf, first, comes } = open;
  const about = record(head.exile_map);
  const sizes = list(record(head.packed).of_person);
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, person) => (starts[person + 1] = starts[person] + size));
  const goes = new Float64Array(count);
  for (let row = 0; row < count; row++) goes[row] = (first[row] + columns.arrival[row] + columns.departure[row]) / YEARS;
  const from = comes.reduce((least, year) => Math.min(least, year), Infinity);
  const to = goes.reduce((most, year) => Math.max(most, year), -Infinity);
  const kinds = list(lists.kind).map((kind) => ({ group: GROUPS.indexOf(oneOf(list(kind)[7], GROUPS, "unknown")), rough: AREAS.includes(text(list(kind)[0])) || text(list(kind)[3], "certain") !== "certain" }));
  const group = new Uint8Array(count);
  const doubt = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const kind = kinds[columns.kind[row]];
    group[row] = kind.group;
    doubt[row] = kind.rough || columns.flags[row] & LOOSE ? 1 : 0;
  }
  const moved = readMoved(open);
  return {
    title: text(about.title), persons: list(about.persons).map((name) => text(name)), count, starts, personOf, comes, goes,
    leaves: readLeaves(personOf, comes, goes, (to - from) * SEEN), xs, ys, group, doubt, moved,
    country: Uint16Array.from(columns.country ?? new Uint16Array(count)), countries: list(lists.country).map((name) => text(name)),
    moves: inTime(moved, comes), from: count ? from : 0, to: count ? Math.max(to, from + MOMENT) : 1,
  };
}

/** The first of the moves that are later than a moment. @param {Uint32Array} moves @param {Float64Array} comes @param {number} year */
export function after(moves, comes, year) {
  let [low, high] = [0, moves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comes[moves[middle]] <= year) low = middle + 1;
    else high = middle;
  }
  return low;
}
