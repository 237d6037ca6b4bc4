/** Small corpora for tests, as the columns of a page have them. */
import { locate } from "../src/unpack.js";
import { readCorpus } from "../src/corpus/data.js";

/** Numbers that look random and are the same each time. @param {number} seed */
export function dice(seed) {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** @typedef {{from: number, to: number, at: [number, number]|null, move?: string, country?: string, precision?: string}} Told lat, lon */

/** @param {Told[][]} lives @param {string[]} [names] */
export function corpusOf(lives, names = lives.map((_, i) => `Person ${i + 1}`)) {
  const stays = lives.flat();
  const of = lives.flatMap((life, person) => life.map(() => person));
  const kinds = [...new Set(stays.map(({ move, precision }) => `${precision ?? "locality"} ${move ?? "unknown"}`))];
  const countries = [...new Set(stays.map(({ country }) => country ?? ""))];
  let [lat, lon] = [0, 0];
  const places = stays.map(({ at }) => ([lat, lon] = at ?? [lat, lon]));
  const years = (/** @type {number} */ year) => Math.round(year * 1e4);
  const open = /** @type {any} */ ({
    count: stays.length,
    persons: Uint32Array.from(of),
    lats: Float64Array.from(places, ([lat]) => lat),
    lons: Float64Array.from(places, ([, lon]) => lon),
    first: Float64Array.from(stays, ({ from }) => years(from)),
    comes: Float64Array.from(stays, ({ from }) => years(from) / 1e4),
    columns: {
      arrival: new Int32Array(stays.length),
      departure: Int32Array.from(stays, ({ from, to }) => years(to) - years(from)),
      flags: Int32Array.from(stays, ({ at }) => (at ? 1 : 0)),
      kind: Int32Array.from(stays, ({ move, precision }) => kinds.indexOf(`${precision ?? "locality"} ${move ?? "unknown"}`)),
      country: Int32Array.from(stays, ({ country }) => countries.indexOf(country ?? "")),
    },
    lists: { kind: kinds.map((kind) => [kind.split(" ")[0], "ok", "", "certain", "", "home", "", kind.split(" ")[1], "", ""]), country: countries },
    ways: {},
  });
  const where = locate(open);
  const head = { exile_map: { title: "Lives", persons: names }, packed: { of_person: lives.map((life) => life.length) } };
  return { open, where, corpus: readCorpus(head, open, where) };
}

/** @param {number} people @param {number} stays @param {number} seed @returns {Told[][]} */
export function randomLives(people, stays, seed) {
  const next = dice(seed);
  const whole = (/** @type {number} */ n) => Math.floor(next() * n);
  return Array.from({ length: people }, () => {
    let year = 1850 + whole(60);
    return Array.from({ length: 1 + whole(stays) }, () => {
      const from = year + next() * 3;
      year = from + next() * 12;
      return {
        from, to: year, at: next() < 0.07 ? null : /** @type {[number, number]} */ ([whole(140) - 70, whole(360) - 180]),
        move: ["forced", "flight", "free", "unknown", "none"][whole(5)], country: ["", "France", "Mexico", "Russia"][whole(4)], precision: ["locality", "region"][whole(2)],
      };
    });
  });
}
