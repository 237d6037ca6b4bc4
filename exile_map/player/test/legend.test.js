import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readModel } from "../src/model.js";
import { kindNames, usedIn } from "../src/used.js";
import { makeWords } from "../src/words.js";
import { leg, route, stay } from "./routes.js";

const way = (/** @type {number} */ i, /** @type {string} */ move, /** @type {string} */ group) => {
  const made = leg(i, i + 1, { type: "LineString", coordinates: [[i, 0], [i + 1, 0]] });
  return { ...made, move, group };
};
/** @param {[string, string][]} moves each move and its group @param {Record<string, unknown>} [more] of each stay */
function told(moves, more = {}) {
  const stays = [["", "none"], ...moves].map(([move, group], i) => stay(`T${i}`, [i, 0], undefined, { move, move_group: group, ...more }));
  const document = route(stays, moves.map(([move, group], i) => way(i, move, group)));
  for (const feature of document.features) if (feature.properties.type === "leg") Object.assign(feature.properties, { move_group: undefined, move: undefined });
  return readModel(document);
}

const words = makeWords(JSON.parse(readFileSync(new URL("../lang/en.json", import.meta.url), "utf8")));

test("the key calls ways and stays as the cards do where that is soon read; else it names the kind, and gives the words below", () => {
  const model = told([["deported", "forced"], ["banished", "forced"], ["arrested", "forced"], ["arrested", "forced"], ["expelled", "forced"], ["moved", "free"]], { stay: "internal exile", stay_group: "confined" });
  assert.deepEqual(kindNames("forced", words, model), ["Expelled, arrested, deported", "arrested, deported, banished, expelled"]);
  assert.deepEqual(kindNames("forced", words, told([["deported", "forced"], ["arrested", "forced"], ["arrested", "forced"]])), ["Arrested, deported", ""]);
  assert.deepEqual(kindNames("free", words, model), ["Moved", ""]);
  assert.deepEqual(kindNames("confined", words, model), ["Internal exile", ""]);
  assert.deepEqual(kindNames("flight", words, model), ["Fled", ""]);
});

test("where a map has no word of its own for some way of a kind, the key names the kind, and gives what words there are", () => {
  const model = told([["", "unknown"], ["left or was expelled", "unknown"], ["", "unknown"]]);
  assert.deepEqual(kindNames("unknown", words, model), ["Otherwise, or not known", "left or was expelled"]);
});

test("no key grows without bound by what a map calls its ways", () => {
  const model = told(Array.from({ length: 20 }, (_, i) => [`driven out ${i}`, "forced"]));
  const [label, more] = kindNames("forced", words, model);
  assert.equal(label, words.say("forced"));
  assert.equal(more.split(", ").length, 8);
});

test("numbers and gathered places are explained where a map has them", () => {
  const apart = told([["moved", "free"], ["moved", "free"], ["moved", "free"]]);
  assert.deepEqual(usedIn(apart), ["free", "bar", "ends", "numbers", "present", "ahead"]);
  const near = readModel(route([stay("A", [0, 0]), stay("B", [0.5, 0]), stay("C", [40, 0])]));
  assert.ok(usedIn(near).includes("gathered"));
  const dense = readModel(route(Array.from({ length: 401 }, (_, i) => stay(`T${i}`, [i / 10, 0]))));
  assert.ok(!usedIn(dense).includes("gathered"));
  const two = readModel(route([stay("A", [0, 0], [1900, 1901], { person: "X" }), stay("B", [9, 9], [1900, 1901], { person: "Y" })]));
  assert.ok(!usedIn(two).includes("numbers"));
});

test("every form that a bar of the timeline has is explained", () => {
  const bars = (/** @type {string} */ group) => usedIn(told([["moved", "free"]], { stay: "x", stay_group: group })).filter((kind) => ["bar", "confined", "low"].includes(kind));
  assert.deepEqual(["home", "military", "other", "confined", "waiting", "transit", "hiding", "sea"].map((group) => bars(group).join()), ["bar", "bar", "bar", "confined", "low", "low", "low", "low"]);
});
