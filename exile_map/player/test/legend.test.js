import assert from "node:assert/strict";
import { test } from "node:test";
import { readModel } from "../src/model.js";
import { ownWords, usedIn } from "../src/used.js";
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

test("the words of the cards are those of the key: what it does not say itself it gives as the map does", () => {
  const model = told([["deported", "forced"], ["banished", "forced"], ["arrested", "forced"], ["arrested", "forced"], ["moved", "free"]], { stay: "internal exile", stay_group: "confined" });
  assert.equal(ownWords("forced", "Expelled, arrested, deported", model), "banished");
  assert.equal(ownWords("free", "Moved freely", model), "");
  assert.equal(ownWords("confined", "In prison, camp, exile", model), "internal exile");
  assert.equal(ownWords("flight", "Fled", model), "");
});

test("no key grows without bound by what a map calls its ways", () => {
  const model = told(Array.from({ length: 20 }, (_, i) => [`driven out ${i}`, "forced"]));
  const words = ownWords("forced", "Expelled, arrested, deported", model);
  assert.equal(words.split(", ").length, 8);
  assert.ok(words.endsWith("…"));
});

test("numbers and gathered places are explained where a map has them", () => {
  const apart = told([["moved", "free"], ["moved", "free"], ["moved", "free"]]);
  assert.deepEqual(usedIn(apart), ["free", "ends", "numbers", "present", "ahead"]);
  const near = readModel(route([stay("A", [0, 0]), stay("B", [0.5, 0]), stay("C", [40, 0])]));
  assert.ok(usedIn(near).includes("gathered"));
  const dense = readModel(route(Array.from({ length: 401 }, (_, i) => stay(`T${i}`, [i / 10, 0]))));
  assert.ok(!usedIn(dense).includes("gathered"));
  const two = readModel(route([stay("A", [0, 0], [1900, 1901], { person: "X" }), stay("B", [9, 9], [1900, 1901], { person: "Y" })]));
  assert.ok(!usedIn(two).includes("numbers"));
});
