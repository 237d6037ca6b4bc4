import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Cells, CROWD, shadeOf } from "../src/corpus/cells.js";
import { GROUPS, after, inTime } from "../src/corpus/data.js";
import { everything, find, fold, isOpen, sift } from "../src/corpus/filters.js";
import { countMoves, stepFor, sumOf } from "../src/corpus/histogram.js";
import { readCorpusLink, writeCorpusLink } from "../src/corpus/links.js";
import { Raster, makeStamp } from "../src/corpus/raster.js";
import { Names } from "../src/corpus/names.js";
import { firstView, outmost } from "../src/corpus/view.js";
import { Ways } from "../src/corpus/ways.js";
import { ABSENT, STAYS, TRAVELS, Whereabouts } from "../src/corpus/whereabouts.js";
import { latitude, longitude } from "../src/mercator.js";
import { corpusOf, dice, randomLives } from "./corpora.js";

const [LANG, OURS, SRC] = ["../lang/", "../lang-corpus/", "../src/corpus/"].map((folder) => new URL(folder, import.meta.url));
/** @param {string} name @param {URL} folder @returns {Record<string, string>} */
const wordsOf = (name, folder) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** @param {import("../src/corpus/data.js").Corpus} corpus */
const all = (corpus) => ({ persons: new Uint8Array(corpus.persons.length).fill(1), groups: GROUPS.map(() => true), from: corpus.from, to: corpus.to });

test("at any moment everybody is where a search through his stays finds him", () => {
  const lives = randomLives(80, 9, 3);
  const { open, where, corpus } = corpusOf(lives);
  const people = new Whereabouts(corpus, new Ways(open, where));
  const next = dice(9);
  for (let n = 0; n < 60; n++) {
    const year = corpus.from + next() * (corpus.to - corpus.from);
    people.seek(year, all(corpus));
    lives.forEach((life, person) => {
      const known = life.map((stay, i) => ({ ...stay, i })).filter(({ from }) => Math.round(from * 1e4) / 1e4 <= year);
      const last = known[known.length - 1];
      const gone = last && last.i === life.length - 1 && year > Math.round(last.to * 1e4) / 1e4;
      if (!last || gone) return assert.equal(people.state[person], ABSENT);
      const row = corpus.starts[person] + last.i;
      if (people.state[person] === STAYS) {
        assert.equal(people.row[person], row);
        if (!last.at) return assert.ok(Number.isNaN(people.x[person]));
        assert.ok(Math.abs(latitude(people.y[person]) - last.at[0]) < 1e-6);
        assert.ok(Math.abs(((longitude(people.x[person]) - last.at[1] + 540) % 360) - 180) < 1e-6);
      } else {
        assert.equal(people.state[person], TRAVELS);
        assert.equal(people.row[person], row + 1);
        assert.ok(last.at && life[last.i + 1].at, "only between places that are known");
        assert.ok(year >= corpus.leaves[row + 1] && year < corpus.comes[row + 1]);
        assert.ok(people.part[person] >= 0 && people.part[person] < 1);
      }
    });
  }
});

test("seeking anywhere gives what coming from anywhere else gives", () => {
  const { open, where, corpus } = corpusOf(randomLives(40, 9, 5));
  const [one, other] = [new Whereabouts(corpus, new Ways(open, where)), new Whereabouts(corpus, new Ways(open, where))];
  for (let year = corpus.from; year <= corpus.to; year += 0.7) one.seek(year, all(corpus));
  one.seek(1890.3, all(corpus));
  other.seek(1890.3, all(corpus));
  assert.deepEqual([...one.state], [...other.state]);
  assert.ok(one.count > 5);
  assert.deepEqual([...one.present.slice(0, one.count)], [...other.present.slice(0, other.count)]);
  for (const person of one.present.slice(0, one.count)) {
    for (const key of /** @type {("row"|"x"|"y")[]} */ (["row", "x", "y"])) assert.ok(Object.is(one[key][person], other[key][person]));
    if (one.state[person] === TRAVELS) assert.equal(one.part[person], other.part[person]);
  }
});

test("a way is a great circle, walked evenly, and ends where it leads", () => {
  const { open, where, corpus } = corpusOf([[{ from: 1900, to: 1901, at: [60, 10] }, { from: 1903, to: 1904, at: [60, -150] }]]);
  const ways = new Ways(open, where);
  ways.locate(1, 0.5);
  assert.ok(latitude(ways.y) > 80, "half way from 10° E to 150° W is the pole's neighbourhood");
  ways.locate(1, 1);
  assert.ok(Math.abs(latitude(ways.y) - 60) < 1e-3);
  assert.ok(Math.abs(((longitude(ways.x) + 150 + 540) % 360) - 180) < 1e-3);
  const people = new Whereabouts(corpus, ways);
  people.seek(1902.5, all(corpus));
  assert.equal(people.state[0], TRAVELS);
});

test("who is not heard of for years is where he was, and not for years on the sea", () => {
  const { open, where, corpus } = corpusOf([[{ from: 1900, to: 1901, at: [48, 2] }, { from: 1911, to: 1912, at: [40, -74] }]]);
  const people = new Whereabouts(corpus, new Ways(open, where));
  people.seek(1905, all(corpus));
  assert.equal(people.state[0], STAYS);
  people.seek(1910.5, all(corpus));
  assert.equal(people.state[0], TRAVELS);
});

test("a way is never seen before the half of the stay it leaves", () => {
  const { corpus } = corpusOf([[{ from: 1900, to: 1950, at: [48, 2] }, { from: 1950, to: 1950.1, at: [40, -74] }, { from: 1950.1, to: 1960, at: [52, 13] }]]);
  assert.ok(corpus.leaves[1] < 1950, "a day's way is seen for some weeks");
  assert.equal(corpus.leaves[2], 1950.05);
});

test("the histogram counts each move in its year, by its kind", () => {
  const lives = randomLives(120, 9, 11);
  const { corpus } = corpusOf(lives);
  const counted = countMoves(corpus, all(corpus));
  assert.equal(counted.step, 1);
  /** @type {Record<string, number>} */
  const expected = {};
  let moves = 0;
  for (const life of lives) life.forEach((stay, i) => {
    const before = life[i - 1];
    if (!before || (stay.at && before.at && stay.at[0] === before.at[0] && stay.at[1] === before.at[1])) return;
    const group = GROUPS.includes(stay.move ?? "") ? stay.move : "unknown";
    const key = `${Math.floor(Math.round(stay.from * 1e4) / 1e4)} ${group}`;
    expected[key] = (expected[key] ?? 0) + 1;
    moves++;
  });
  assert.equal(corpus.moves.length, moves);
  /** @type {Record<string, number>} */
  const got = {};
  for (let bin = 0; bin < counted.bins; bin++) GROUPS.forEach((group, g) => {
    const count = counted.counts[bin * GROUPS.length + g];
    if (count) got[`${counted.from + bin} ${group}`] = count;
  });
  assert.deepEqual(got, expected);
  assert.equal(counted.most, Math.max(...Array.from({ length: counted.bins }, (_, bin) => sumOf(counted.counts, bin))));
});

test("bins are as wide as there are not too many of them", () => {
  assert.deepEqual([[1933, 1934], [1900, 2000], [1000, 2000], [-3000, 2000], [-50_000, 2000]].map(([from, to]) => stepFor(from, to)), [1 / 12, 1, 10, 100, 1000]);
});

test("moves are in the order of time, before and after the beginning of our era", () => {
  const { corpus } = corpusOf([[{ from: -60, to: -50, at: [1, 1] }, { from: -43.8, to: 5, at: [2, 2] }, { from: 8, to: 17, at: [3, 3] }], [{ from: -70, to: -44, at: [4, 4] }, { from: -43.8, to: 9, at: [5, 5] }]]);
  assert.deepEqual([...corpus.moves], [1, 4, 2]);
  assert.equal(after(corpus.moves, corpus.comes, -43.8), 2);
});

test("moves sorted digit by digit are those sorted by comparing, however long the time", () => {
  const next = dice(11);
  for (const span of [0, 0.5, 100, 3000, 199_000]) {
    const comes = Float64Array.from({ length: 3000 }, () => -50_000 + Math.round(next() * span * 1e4) / 1e4);
    const moved = Uint8Array.from(comes, () => Math.floor(next() * 3));
    const moment = (/** @type {number} */ row) => Math.round(comes[row] * 1e4);
    assert.deepEqual([...inTime(moved, comes)], [...moved.keys()].filter((row) => moved[row]).sort((a, b) => moment(a) - moment(b) || a - b));
  }
});

test("a filter shows the lives of which one stay is all that is asked for", () => {
  const lives = randomLives(150, 6, 17);
  const { corpus } = corpusOf(lives);
  const next = dice(4);
  for (let n = 0; n < 80; n++) {
    const filter = everything();
    if (next() < 0.7) filter.groups = GROUPS.map(() => next() < 0.4);
    if (!filter.groups.some(Boolean)) filter.groups[0] = true;
    if (next() < 0.6) filter.country = corpus.countries.indexOf("Mexico");
    if (next() < 0.6) [filter.from, filter.to] = [1870, 1870 + Math.floor(next() * 20)];
    const expected = lives.map((life) => life.some((stay, i) => {
      const before = life[i - 1];
      const moved = before && !(stay.at && before.at && stay.at[0] === before.at[0] && stay.at[1] === before.at[1]);
      const group = Math.max(0, GROUPS.includes(stay.move ?? "") ? GROUPS.indexOf(stay.move ?? "") : 3);
      return (filter.groups.every(Boolean) || (moved && filter.groups[group])) && (filter.country < 0 || stay.country === "Mexico")
        && stay.from < filter.to + 1 && stay.to >= filter.from;
    }));
    const { persons, count } = sift(corpus, filter);
    assert.deepEqual([...persons].map(Boolean), expected);
    assert.equal(count, expected.filter(Boolean).length);
  }
});

test("names are found without their accents, those first that begin a word so", () => {
  const names = ["Łucja Świętek", "Émile Müller", "Straßer", "Ann Lucas", "Bellucci"];
  const folded = names.map(fold);
  assert.deepEqual(find(folded, "luc", 8), [0, 3, 4]);
  assert.deepEqual(find(folded, "MULLER", 8), [1]);
  assert.deepEqual(find(folded, "strasser", 8), [2]);
  assert.deepEqual(find(folded, "Świętek", 8), [0]);
  assert.deepEqual(find(folded, " ", 8), []);
  assert.equal(find(folded, "e", 2).length, 2);
});

test("a link tells what is shown, and is read as it was written", () => {
  const { corpus } = corpusOf(randomLives(20, 4, 2), Array.from({ length: 20 }, (_, i) => (i === 3 ? "A&B = 100%" : i === 4 ? "" : `P ${i}`)));
  const filter = { groups: [true, false, true, false], country: corpus.countries.indexOf("France"), from: 1890, to: 1910 };
  for (const person of [-1, 0, 3, 4]) {
    const read = readCorpusLink(writeCorpusLink({ filter, person, year: null }, corpus), corpus);
    assert.deepEqual(read.filter, filter);
    assert.equal(read.person, person);
  }
  const none = readCorpusLink("#moves=__proto__&country=Nowhere&from=x&person=Nobody&%%%", corpus);
  assert.ok(isOpen(none.filter));
  assert.equal(none.person, -1);
  assert.equal(readCorpusLink("#year=44BCE", corpus).year, -43);
});

test("each point is in the cell whose middle is nearest", () => {
  const cells = new Cells();
  cells.lay(100, 200, 300, 200, 18);
  const next = dice(8);
  for (let n = 0; n < 500; n++) {
    const [x, y] = [100 + next() * 300, 200 + next() * 200];
    const at = cells.at(x, y);
    assert.ok(at >= 0);
    const middle = (/** @type {number} */ i) => {
      const row = Math.floor(i / cells.columns) + cells.top;
      return Math.hypot(((i % cells.columns) + cells.left + (row & 1) / 2) * cells.wide - x, row * cells.high - y);
    };
    const nearest = Math.min(...Array.from({ length: cells.columns * cells.rows }, (_, i) => middle(i)));
    assert.ok(middle(at) <= nearest + 1e-9);
  }
  assert.deepEqual([CROWD, 9, 10, 99, 100, 5000].map(shadeOf), [0, 0, 1, 2, 3, 5]);
});

test("points and lines leave what lies beyond the picture alone", () => {
  const raster = new Raster();
  raster.resize(40, 30);
  const stamp = makeStamp("forced", 3, [200, 0, 0], [255, 255, 255], false, 1);
  for (const [x, y] of [[0, 0], [39.9, 29.9], [-5, 10], [20, 90], [20, 15]]) raster.stamp(stamp, x, y);
  const pen = { wide: 2, colour: 0x0000ff, alpha: 200, on: 1, off: 0, gathered: false };
  raster.line(-1000, -700, 1000, 800, pen, 0);
  raster.line(20, -1e5, 20, 1e5, pen, 0);
  assert.equal(raster.pixels.length, 1200);
  assert.ok(raster.pixels[15 * 40 + 20] !== 0);
});

test("where ways of two kinds are gathered there is one of their colours, plainer than either", () => {
  const raster = new Raster();
  raster.resize(20, 20);
  const pen = { wide: 3, alpha: 60, on: 1, off: 0, gathered: true };
  for (const colour of [0x0000ff, 0xff0000, 0x0000ff]) raster.line(2, 10, 18, 10, { ...pen, colour }, 0);
  const pixels = [...raster.pixels].filter(Boolean);
  assert.deepEqual(new Set(pixels.map((pixel) => pixel & 0xffffff)), new Set([0x0000ff]));
  assert.ok(Math.max(...pixels.map((pixel) => pixel >>> 24)) > 130);
});

test("shapes differ, and what is doubtful is hollow", () => {
  const shapes = /** @type {import("../src/corpus/raster.js").Shape[]} */ (GROUPS);
  const drawn = shapes.flatMap((shape) => [false, true].map((hollow) => [...makeStamp(shape, 4, [0, 0, 0], [255, 255, 255], hollow, 1).phases[0]].join()));
  assert.equal(new Set(drawn).size, 8);
});

test("every language says what English says of many lives, with the same blanks, and counts by its rules", () => {
  const english = wordsOf("en.json", OURS);
  assert.deepEqual(readdirSync(OURS).sort(), readdirSync(LANG).sort());
  const plain = (/** @type {Record<string, string>} */ strings) => Object.keys(strings).filter((key) => !key.includes(".")).sort();
  const blanks = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const file of readdirSync(OURS)) {
    const strings = wordsOf(file, OURS);
    assert.deepEqual(plain(strings), plain(english), file);
    for (const key of plain(english)) assert.deepEqual(blanks(strings[key]), blanks(english[key]), `${file} ${key}`);
    for (const form of new Intl.PluralRules(file.slice(0, 2)).resolvedOptions().pluralCategories) {
      assert.ok(strings[`moves_n.${form}`]?.includes("{n}") || (form !== "other" && strings[`moves_n.${form}`]), `${file} ${form}`);
    }
  }
});

test("every word that many lives ask for is there, and none that they do not", () => {
  const [common, ours] = [wordsOf("en.json", LANG), wordsOf("en.json", OURS)];
  const code = [...readdirSync(SRC).map((name) => new URL(name, SRC)), new URL("../../_corpus.py", import.meta.url), new URL("../../page.py", import.meta.url)]
    .map((file) => readFileSync(file, "utf8")).join("\n");
  for (const [, key] of code.matchAll(/say\(\s*"(\w+)"/g)) assert.ok(key in common || key in ours, key);
  for (const key of Object.keys(ours)) assert.ok(code.includes(`"${key.split(".")[0]}"`), `${key} is never said`);
});

test("the first view shows every place, on wide maps, on a phone, and on both sides of the Pacific", () => {
  const frames = [{ width: 1280, height: 640, left: 336, top: 0, right: 200, bottom: 0 }, { width: 390, height: 640, left: 0, top: 110, right: 0, bottom: 0 }];
  const pacific = [[[-18, 178], [21, -157]], [[-34, 151], [-14, -171]]].map((life) => life.map(([lat, lon], i) => ({ from: 1900 + i, to: 1901 + i, at: /** @type {[number, number]} */ ([lat, lon]) })));
  for (const frame of frames) for (const lives of [randomLives(120, 6, 23), randomLives(120, 6, 23).slice(0, 2), pacific]) {
    const { corpus } = corpusOf(lives);
    const camera = firstView(corpus, frame);
    const scale = 256 * 2 ** camera.zoom;
    assert.ok(camera.zoom >= outmost(corpus, frame), "and one may stay there");
    for (let row = 0; row < corpus.count; row++) {
      if (Number.isNaN(corpus.xs[row])) continue;
      const y = (corpus.ys[row] - camera.y) * scale + frame.height / 2;
      assert.ok(y >= 0 && y <= frame.height, `${y} of ${frame.height}`);
      const copies = [-2, -1, 0, 1, 2].map((copy) => (corpus.xs[row] - Math.floor(corpus.xs[row]) + copy - camera.x) * scale + frame.width / 2);
      assert.ok(copies.some((x) => x >= frame.left && x <= frame.width - frame.right), `${copies} of ${frame.width}`);
    }
  }
  const near = firstView(corpusOf(pacific).corpus, frames[0]);
  assert.ok(near.zoom > 2.3, "not the world for its sake");
  const { corpus: lost } = corpusOf([[{ from: 1900, to: 1901, at: null }]]);
  assert.ok(Number.isFinite(firstView(lost, frames[0]).zoom));
});

test("a name with no room to the east of its place stands to the west, but never over another place", () => {
  const pen = /** @type {any} */ ({ measureText: (/** @type {string} */ text) => ({ width: text.length * 7 }) });
  const view = { scale: 1000, originX: 0, originY: 0, width: 1000, height: 500 };
  const title = (/** @type {string} */ text, /** @type {number} */ x, stays = 9) => ({ text, x, y: 0.2, stays, from: 1900, to: 1950 });
  const shown = (/** @type {ReturnType<typeof title>[]} */ ...titles) => new Names(titles).place(pen, view, null, []).map(({ text, x }) => [text, x]);
  assert.deepEqual(shown(title("Havana", 0.5), title("Mexico", 0.48)), [["Havana", 507], ["Mexico", 431]]);
  assert.deepEqual(shown(title("Havana", 0.5), title("Mexico", 0.48), title("Puebla", 0.45)), [["Havana", 507], ["Puebla", 457]]);
});
