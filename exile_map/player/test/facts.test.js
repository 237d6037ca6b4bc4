import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { ageOf, durationOf, wayOf } from "../src/facts.js";
import { readModel } from "../src/model.js";
import { makeWords } from "../src/words.js";
import { route, stay } from "./routes.js";

const LANG = new URL("../lang/", import.meta.url);
const wordsOf = (/** @type {string} */ file) => makeWords(JSON.parse(readFileSync(new URL(file, LANG), "utf8")));
const words = wordsOf("en.json");
const DAY = 1 / 365.2425;
/** @param {(number|null)[]} years @param {object} [more] */
const lasted = (years, more) => durationOf(words, { ...readModel(route([stay("Here", [0, 0])])).stays[0], years, ...more });

test("a stay known by its days is told in the unit that fits", () => {
  assert.equal(lasted([1912, 1912 + DAY, 1917, 1917 + DAY]), "5 years");
  assert.equal(lasted([1912, 1912 + DAY, 1912.5, 1912.5 + DAY]), "6 months");
  assert.equal(lasted([1912, 1912 + DAY, 1912 + 9 * DAY, 1912 + 10 * DAY]), "9 days");
  assert.equal(lasted([1940, 1940 + DAY, 1940, 1940 + DAY]), "1 day");
});

test("doubt is told, and told within its bounds", () => {
  assert.equal(lasted([1909, 1910, 1912, 1913]), "2–4 years");
  assert.equal(lasted([1919, 1936, 1919, 1936]), "at most 17 years");
  assert.equal(lasted([1912, 1912 + DAY, 1915, 1915 + DAY], { approximate: true }), "about 3 years");
  assert.equal(lasted([1912, 1912 + DAY, 1915.3, 1915.3 + DAY]), "about 3 years");
});

test("of what has no bound nothing is said", () => {
  for (const years of [[null, 1910, 1912, 1913], [1909, 1910, 1912, null], [1909, 1910, null, null], [0, 1, 500, 501]]) assert.equal(lasted(years), "");
});

const BORN = { move: "born", move_group: "none", years: [1890.99, 1890.995, 1909, 1910] };
const life = (/** @type {Record<string, unknown>} */ first) => readModel(route([stay("Brussels", [4.35, 50.85], undefined, first), stay("Paris", [2.35, 48.85], undefined, { years: [1909, 1910, 1912, 1913] })]));

test("the age is told where a birth is known", () => {
  const model = life(BORN);
  assert.equal(ageOf(words, model, model.stays[1]), "age 18–19");
  assert.equal(ageOf(words, model, model.stays[0]), "");
  const unborn = life({ ...BORN, move: "", move_group: "none" });
  assert.equal(ageOf(words, unborn, unborn.stays[1]), "");
});

for (const file of readdirSync(LANG)) {
  test(`${file} tells the facts without a blank`, () => {
    const model = life(BORN);
    model.legs[0].km = 264;
    const [words, there] = [wordsOf(file), model.stays[1]];
    const told = [durationOf(words, there), ageOf(words, model, there), ...wayOf(words, model, there)].filter((fact) => fact);
    assert.ok(!/[{}]|about|undefined/.test(told.join()), told.join());
    assert.equal(told.length, 3, told.join());
  });
}
