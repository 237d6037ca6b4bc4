import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal } from "../src/admission.js";
import { readModel } from "../src/model.js";
import { route, stay } from "./routes.js";

test("a document of ours is let in", () => {
  assert.equal(refusal(route([stay("Paris", [2, 48])])), "");
});

test("what is no document of ours is refused with a reason", () => {
  for (const [document, reason] of /** @type {[unknown, RegExp][]} */ ([
    [null, /no GeoJSON/], [[], /no GeoJSON/], ["x", /no GeoJSON/], [{ type: "FeatureCollection", features: {} }, /no GeoJSON/],
    [{ type: "FeatureCollection", features: [] }, /exile-map export/],
    [{ type: "FeatureCollection", features: [], exile_map: [] }, /exile-map export/],
    [{ type: "FeatureCollection", features: [], exile_map: { version: 2 } }, /version 2/],
    [{ type: "FeatureCollection", features: [], exile_map: { version: "x".repeat(9999) } }, /version "x{10,20}/],
    [{ type: "FeatureCollection", features: [], exile_map: {} }, /version undefined/],
  ])) assert.match(refusal(document), reason);
});

test("values that have no text, or lie about it, are read without an error", () => {
  const document = JSON.parse(JSON.stringify(route([stay("A", [0, 0]), stay("B", [1, 1])])));
  const liar = JSON.parse('{"toString": 1, "valueOf": null, "__proto__": {"polluted": true}}');
  document.features[0].id = liar;
  document.features[1].id = JSON.parse("[".repeat(20000) + "]".repeat(20000));
  document.features[2].properties.from = liar;
  document.features[0].properties.inferred = [liar];
  const model = readModel(document);
  assert.deepEqual(model.stays.map((s) => s.id), ["0", "1"]);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test("years and positions beyond all sense are as good as none", () => {
  const far = stay("A", [1e300, 0], [-1e308, 1e308], { years: [1e9, -1e9, 1900, 1901], radius_km: 1e12 });
  const [read] = readModel(route([far, stay("B", [181, 0]), stay("C", [180, 90])])).stays;
  assert.ok(Number.isNaN(read.x));
  assert.deepEqual(read.years, [null, null, 1900, 1901]);
  assert.ok(read.clock.every((year) => Math.abs(year) <= 100000), String(read.clock));
  assert.equal(read.radiusKm, 20040);
});
