import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FEWEST_LIVES, FEWEST_STAYS, gatherLives, isMany } from "../src/corpus/gathered.js";
import { corpusOf, randomLives } from "./corpora.js";

const round = (/** @type {number} */ year) => Math.round(year * 1e4) / 1e4;

/** The same lives as `exile-map export` writes them. @param {import("./corpora.js").Told[][]} lives */
function documentOf(lives) {
  const stays = lives.flatMap((life, person) => life.map(({ from, to, at, move, country, precision }, i) => ({
    type: "Feature", id: `${person}-${i}`, geometry: at && { type: "Point", coordinates: [at[1], at[0]] },
    properties: { type: "stay", person: `Person ${person + 1}`, title: `Place ${i}`, clock: [round(from), round(to)], move_group: move, context: country, precision },
  })));
  return { type: "FeatureCollection", exile_map: { version: 1, title: "Lives", language: "en", persons: lives.map((_, i) => `Person ${i + 1}`) }, features: stays };
}

test("lives of a document are those of a page that was drawn of them", async () => {
  const lives = randomLives(60, 9, 4);
  const document = documentOf(lives);
  const { corpus: read, titleOf, life } = gatherLives(document);
  const { corpus } = corpusOf(lives);
  for (const name of /** @type {const} */ (["starts", "personOf", "comes", "group", "doubt", "moved", "moves"])) assert.deepEqual([...read[name]], [...corpus[name]], name);
  assert.deepEqual(read.persons, corpus.persons);
  for (let row = 0; row < corpus.count; row++) {
    assert.ok(Math.abs(read.goes[row] - corpus.goes[row]) < 1e-3);
    assert.equal(Number.isNaN(read.xs[row]), Number.isNaN(corpus.xs[row]));
    if (!Number.isNaN(read.xs[row])) assert.ok(Math.abs(read.xs[row] - corpus.xs[row]) < 1e-6 && Math.abs(read.ys[row] - corpus.ys[row]) < 1e-6);
    assert.equal(read.countries[read.country[row]], corpus.countries[corpus.country[row]]);
  }
  assert.equal(titleOf(corpus.starts[1]), "Place 0");
  const one = await life(7);
  assert.deepEqual(one.features, document.features.filter(({ properties }) => properties.person === "Person 8"));
  assert.deepEqual(one.exile_map.persons, ["Person 8"]);
});

test("countries are called as the document's language has it, by their codes", () => {
  const document = documentOf([[{ from: 1900, to: 1901, at: [48, 2] }, { from: 1902, to: 1903, at: [52, 13] }]]);
  document.exile_map.language = "de";
  Object.assign(document.features[0].properties, { country: "FR", layer: "city", context: "Île-de-France" });
  Object.assign(document.features[1].properties, { country: "<b>", layer: "city" });
  assert.deepEqual(gatherLives(document).corpus.countries, ["Frankreich", ""]);
});

test("ways by sea are told, and all others are shortest ways", () => {
  const document = documentOf([[{ from: 1900, to: 1901, at: [0, 0] }, { from: 1902, to: 1903, at: [0, 40] }, { from: 1904, to: 1905, at: [0, 0] }]]);
  const leg = (/** @type {string} */ from, /** @type {string} */ to, /** @type {any} */ more) => ({ type: "Feature", geometry: { type: "LineString", coordinates: [[0, 0], [20, 30], [40, 0]] }, properties: { type: "leg", from, to, ...more } });
  document.features.push(/** @type {any} */ (leg("0-0", "0-1", { sea: true })), /** @type {any} */ (leg("0-1", "0-2", {})));
  const { ways } = gatherLives(document);
  ways.locate(1, 0.5);
  assert.ok(ways.y < 0.45, "over thirty degrees north");
  ways.locate(2, 0.5);
  assert.ok(Math.abs(ways.y - 0.5) < 1e-6, "along the equator");
});

test("whatever stands in a document, it is read", () => {
  for (const features of [undefined, [], [null, 7, {}], [{ properties: { type: "stay", person: 3, clock: "x", country: {} } }, { properties: { type: "leg" } }]]) {
    const { corpus } = gatherLives({ exile_map: { persons: [null, "Anna"], language: "en" }, features });
    assert.ok(Number.isFinite(corpus.from) && corpus.to > corpus.from);
  }
  const odd = documentOf([[{ from: 1900, to: 1901, at: [1, 1] }]]);
  odd.exile_map.language = "not a language!";
  assert.equal(gatherLives(odd).corpus.count, 1);
});

test("of so many lives as Python counts many, all are shown at once", () => {
  const python = readFileSync(new URL("../../_corpus.py", import.meta.url), "utf8");
  assert.match(python, new RegExp(`FEWEST_LIVES: Final = ${FEWEST_LIVES}\\b`));
  assert.match(python, new RegExp(`FEWEST_STAYS: Final = ${FEWEST_STAYS}\\b`));
  const lives = (/** @type {number} */ people, /** @type {number} */ stays) => documentOf(Array.from({ length: people }, () => Array.from({ length: stays }, (_, i) => ({ from: 1900 + i, to: 1901 + i, at: [1, i] }))));
  assert.equal(isMany(lives(25, 17), null), true);
  assert.equal(isMany(lives(25, 16), null), false);
  assert.equal(isMany(lives(24, 30), null), false);
  assert.equal(isMany(lives(2, 2), "corpus"), true);
  assert.equal(isMany(lives(25, 17), "route"), false);
  assert.equal(isMany(lives(25, 17), "globe"), true, "what is no view is none that was asked for");
});
