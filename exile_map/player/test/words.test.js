import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { readModel } from "../src/model.js";
import { arrowed, captionOf, makeWords, wayAt, yearText, yearsOf } from "../src/words.js";
import { route, stay } from "./routes.js";

const LANG = new URL("../lang/", import.meta.url);
const SRC = new URL("../src/", import.meta.url);
/** The picture drawn in Python speaks with the same words. */
const LEGEND = new URL("../../picture/legend.py", import.meta.url);
const CITING = new URL("../../_citing.py", import.meta.url);
/** @param {string} name @returns {Record<string, string>} */
const read = (name) => JSON.parse(readFileSync(new URL(name, LANG), "utf8"));
const files = readdirSync(LANG).sort();
const english = read("en.json");
const words = makeWords(english);
const PLURAL = /\.(zero|one|two|few|many|other)$/;
/** @param {Record<string, string>} strings */
const keys = (strings) => Object.keys(strings).filter((k) => !PLURAL.test(k)).sort();

test("there are fourteen languages", () => {
  assert.deepEqual(files.map((f) => f.slice(0, 2)).sort(), ["ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "pl", "pt", "ru", "uk", "zh"]);
});

for (const file of files) {
  test(`${file} says everything that English says, with the same blanks`, () => {
    const strings = read(file);
    assert.deepEqual(keys(strings), keys(english));
    const blanks = (/** @type {string} */ s) => (s.match(/\{\w+\}/g) ?? []).sort();
    for (const key of keys(english)) {
      assert.notEqual(strings[key].trim(), "", key);
      assert.deepEqual(blanks(strings[key]), blanks(english[key]), key);
    }
    assert.equal(strings.lang, file.slice(0, 2));
    assert.equal(strings.dir, ["ar", "fa", "he"].includes(strings.lang) ? "rtl" : "ltr");
  });

  test(`${file} counts by the rules of its language`, () => {
    const strings = read(file);
    const forms = new Intl.PluralRules(strings.lang).resolvedOptions().pluralCategories;
    for (const key of ["stays", "places", "lives"]) {
      for (const form of forms) assert.ok(strings[`${key}.${form}`]?.includes("{n}") || (form !== "other" && strings[`${key}.${form}`]), `${key}.${form}`);
    }
  });
}

test("every word the code asks for is there, and none that it does not", () => {
  const files = [...readdirSync(SRC).filter((f) => f.endsWith(".js")).map((f) => new URL(f, SRC)), new URL("../../_document.py", SRC)];
  const code = files.map((f) => readFileSync(f, "utf8")).join("\n");
  const asked = new Set([...code.matchAll(/say\(\s*"(\w+)"/g)].map((m) => m[1]));
  for (const key of asked) assert.ok(key in english, key);
  const said = [LEGEND, CITING].reduce((text, file) => text + readFileSync(file, "utf8"), code);
  for (const key of keys(english)) assert.ok(said.includes(`"${key}"`) || key.startsWith("pace_") || ["lang", "dir"].includes(key), `${key} is never said`);
});

test("years are written for people: no year 0, no thousands", () => {
  assert.deepEqual([1933.99, 100, 1, 0, -43].map(words.year), ["1933", "100", "1 CE", "1 BCE", "44 BCE"]);
});

test("a stay's own label stands for its year", () => {
  const model = readModel(route([stay("A", [0, 0], [1909, 1912.5], { year_label: ["c. 1909", null] }), stay("B", [0, 0], [1919, 1936], { year_label: ["1919–36", "1919–36"] })]));
  const at = (/** @type {number} */ index, /** @type {number} */ year) => yearText(words, model, { phase: "stay", index, fraction: 0, year, time: 0 });
  assert.deepEqual([at(0, 1909.2), at(0, 1910.5), at(1, 1919), at(1, 1927)], ["c. 1909", "1910", "1919–36", "1919–36"]);
});

test("the end of all is called as its last stay calls it, and so in the title", () => {
  const model = readModel(route([stay("A", [0, 0], [8, 17.9], { year_label: ["8", "c. 17"] })]));
  assert.equal(yearText(words, model, { phase: "closing", index: 0, fraction: 1, year: 17.9, time: 0 }), "c. 17 CE");
  assert.equal(yearsOf(words, model.stays), "8 CE–c. 17 CE");
});

test("under the year of the whole stands a name, or how many lives", () => {
  const whole = /** @type {const} */ ({ phase: "opening", index: 0, fraction: 0, year: 1900, time: 0 });
  const of = (/** @type {string[]} */ ...persons) => captionOf(words, readModel(route(persons.map((person) => stay("A", [0, 0], [1900, 1901], { person })))), whole, null);
  assert.deepEqual([of("X"), of("X", "Y")], ["N. N.", "2 lives"]);
});

test("the arrow of a way points as its names are read", () => {
  for (const [from, to, said] of [["Paris", "Oran", "Paris → Oran"], ["باريس", "Oran", "باريس ← Oran"]]) {
    const model = readModel(route([stay(from, [2, 48]), stay(to, [0, 35])]));
    const way = wayAt(model, { phase: "leg", index: 0, fraction: 0.5, year: 1900, time: 3 });
    assert.equal(way && arrowed(way), said);
    assert.equal(wayAt(model, { phase: "stay", index: 0, fraction: 0.5, year: 1900, time: 3 }), null);
  }
});

test("a stay that ends with its year does not show the year after", () => {
  const model = readModel(route([stay("A", [0, 0], [1909, 1912])]));
  assert.equal(yearText(words, model, { phase: "stay", index: 0, fraction: 1, year: 1912, time: 0 }), "1911");
});

test("the years of a life span its first and last stay", () => {
  assert.equal(yearsOf(words, readModel(route([stay("A", [0, 0], [-105, -60]), stay("B", [0, 0], [-60, -42.1])])).stays), "106 BCE–44 BCE");
});

test("Arabic and Persian years are written in one piece", () => {
  for (const file of files) assert.ok(makeWords(read(file)).year(1936).length === 4, file);
});

test("the words are set as a printer of each language would", () => {
  for (const file of files) {
    const { comma, ...others } = read(file);
    assert.ok(comma.trim().length === 1, `${file} has no comma`);
    const text = Object.values(others).join("\n");
    assert.doesNotMatch(text, /['"`]|\.\.\.| - /, `${file} has typewriter's signs`);
    assert.doesNotMatch(text, / {2}| $/m, `${file} has spaces too many`);
  }
  assert.doesNotMatch(Object.values(read("fr.json")).join("\n"), /[^\u00a0]:|[^\u202f][;!?]/, "a French line may break before its colon");
  for (const file of ["zh.json", "ja.json"]) assert.doesNotMatch(Object.values(read(file)).join("\n"), /[\p{sc=Han}\p{sc=Hiragana}][:;,?!(]/u, file);
  for (const file of ["ar.json", "fa.json"]) assert.doesNotMatch(Object.values(read(file)).join("\n"), /\p{sc=Arabic}[,;?]/u, file);
});

test("what stands on a button is short", () => {
  for (const file of files) for (const key of ["expand", "collapse", "alone"]) assert.ok(read(file)[key].length <= 15, `${file} ${key}`);
});

test("a stay that lasted beyond a year shows the year after, as the bar does", () => {
  const model = readModel(route([stay("A", [0, 0], [1941, 1943], { years: [1941, 1942, 1943, null] })]));
  for (const phase of /** @type {const} */ (["stay", "closing"])) assert.equal(yearText(words, model, { phase, index: 0, fraction: 1, year: 1943, time: 0 }), "1943");
  assert.equal(yearsOf(words, model.stays), "1941–1943");
});
