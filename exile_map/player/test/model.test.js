import assert from "node:assert/strict";
import { test } from "node:test";
import { readModel } from "../src/model.js";
import { leg, route, stay } from "./routes.js";

test("a repeat visit is one place that lists its stays", () => {
  const model = readModel(route([stay("Paris", [2.35, 48.85]), stay("Berlin", [13.4, 52.5]), stay("Paris", [2.35, 48.85])]));
  assert.deepEqual(model.places.map((p) => p.stays), [[0, 2], [1]]);
});

test("the file's order is the route's, even where dates run backwards", () => {
  const model = readModel(route([stay("A", [0, 0], [1930, 1931]), stay("B", [1, 1], [1920, 1921])]));
  assert.deepEqual(model.stays.map((s) => s.title), ["A", "B"]);
  assert.ok(model.stays[1].clock[0] >= model.stays[0].clock[1], "the clock never runs backwards");
});

test("a way across the 180th meridian is unwrapped", () => {
  const parts = { type: "MultiLineString", coordinates: [[[170, 10], [180, 12]], [[-180, 12], [-170, 14]]] };
  const model = readModel(route([stay("Fiji", [170, 10]), stay("Samoa", [-170, 14])], [leg(0, 1, parts)]));
  const xs = [...(model.legs[0].points ?? [])].filter((_, i) => i % 2 === 0);
  for (let i = 1; i < xs.length; i++) assert.ok(xs[i] > xs[i - 1] && xs[i] - xs[i - 1] < 0.1);
  assert.ok(Math.abs(model.stays[1].x - xs[xs.length - 1]) < 1e-9, "the stay is where its way ends");
});

test("ways there and back between the same two places have lanes side by side", () => {
  const stays = [0, 1, 2, 3].map((i) => stay(i % 2 ? "B" : "A", i % 2 ? [10, 40] : [0, 40]));
  const { legs } = readModel(route(stays));
  // A lane is counted from the way's own left: on the way back it lies at the other side.
  assert.deepEqual(legs.map((l, i) => (i % 2 ? -l.aside : l.aside)), [-1, 0, 1]);
  assert.ok(legs[0].points && legs[0].points.length > 20, "enough points to leave the straight line");
});

test("a way gone very often keeps to so many lanes", () => {
  const { legs } = readModel(route(Array.from({ length: 40 }, (_, i) => stay(i % 2 ? "B" : "A", i % 2 ? [10, 40] : [0, 40]))));
  assert.equal(Math.max(...legs.map((l) => Math.abs(l.aside))), 3);
});

test("a stay without a place leaves a gap and keeps its turn", () => {
  const model = readModel(route([stay("A", [0, 0]), stay("Nowhere", null), stay("B", [5, 5])]));
  assert.equal(model.stays.length, 3);
  assert.equal(model.stays[1].place, -1);
  assert.deepEqual(model.legs.map((l) => [l.gap, l.points]), [[true, null], [true, null]]);
});

test("two persons are not joined by a way", () => {
  const model = readModel(route([stay("A", [0, 0], [1900, 1901], { person: "X" }), stay("B", [5, 5], [1900, 1901], { person: "Y" })]));
  assert.equal(model.legs[0].points, null);
  assert.deepEqual(model.persons, ["X", "Y"]);
});

test("an empty or nonsensical document is a map without stays", () => {
  for (const document of [null, {}, [], { features: 3 }, { features: [null, 1, { properties: null }] }]) {
    assert.equal(readModel(document).stays.length, 0);
  }
});

test("values of the wrong type take their defaults", () => {
  const odd = { type: "Feature", id: 7, geometry: { type: "Point", coordinates: ["a", {}] }, properties: { type: "stay", title: 5, written: [], years: "x", clock: {}, story: {}, stay_group: "<b>", radius_km: -4 } };
  const [read] = readModel({ features: [odd] }).stays;
  assert.deepEqual([read.id, read.title, read.story, read.stayGroup, read.place, read.radiusKm], ["7", "?", "", "home", -1, 0]);
  assert.ok(Number.isFinite(read.clock[0]) && Number.isFinite(read.clock[1]));
});

test("ten thousand stays are read in well under a second of work", () => {
  const stays = Array.from({ length: 10000 }, (_, i) => stay(`P${i}`, [(i % 360) - 180, (i % 120) - 60], [1900 + i / 100, 1900 + (i + 1) / 100]));
  const start = process.cpuUsage();
  assert.equal(readModel(route(stays)).stays.length, 10000);
  // Of the processor's time: the machine may have other work.
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 1.5e6);
});

test("a life begins and ends at a place, each life at its own, and not where only the map's knowledge ends", () => {
  const { places } = readModel(route([stay("A", [0, 0]), stay("B", [10, 0]), stay("A", [0, 0]), stay("C", [20, 0])]));
  assert.deepEqual(places.map(({ ends }) => ends), [1, 0, 2]);
  const back = readModel(route([stay("A", [0, 0]), stay("B", [10, 0]), stay("A", [0, 0])]));
  assert.deepEqual(back.places.map(({ ends }) => ends), [3, 0]);
  const lost = readModel(route([stay("A", [0, 0]), stay("B", [10, 0]), stay("?", null)]));
  assert.deepEqual(lost.places.map(({ ends }) => ends), [1, 0]);
  const two = readModel(route([stay("A", [0, 0], [1900, 1901], { person: "X" }), stay("B", [9, 9], [1900, 1901], { person: "Y" }), stay("A", [0, 0], [1902, 1903], { person: "Y" })], []));
  assert.deepEqual(two.places.map(({ ends }) => ends), [3, 1]);
});
