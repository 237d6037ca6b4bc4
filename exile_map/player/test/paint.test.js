import assert from "node:assert/strict";
import { test } from "node:test";
import { isArea, paintArea } from "../src/areas.js";
import { overlap } from "../src/labels.js";
import { boxOf, lengths } from "../src/line.js";
import { gatherMarkers, layOut } from "../src/markers.js";
import { isOld, readModel } from "../src/model.js";
import { paintLegs, paintSigns, sketchLeg, trace } from "../src/paint.js";
import { STROKES } from "../src/theme.js";
import { route, stay } from "./routes.js";

const THEME = /** @type {any} */ ({ casing: "casing", flight: "flight", free: "free", forced: "forced", unknown: "unknown", lives: [] });
const VIEW = { scale: 256 * 16, originX: 0.45, originY: 0.2, width: 1000, height: 800 };
const WHOLE = { index: 99, whole: true };
const BOUNDS = { x: 0, y: 0, w: 1000, h: 800 };
const MEASURE = (/** @type {{text: string, numbers: string}} */ { text, numbers }) => ({ w: 7 * (text.length + numbers.length), h: 19 });

// A way is a path of the browser's; what matters here is how it is stroked.
Object.assign(globalThis, { Path2D: class { moveTo() {} lineTo() {} } });

/** A pen that tells what was done with it. @param {string[]} names of what is told, with how it stood then */
function pen(names) {
  /** @type {any[]} */
  const done = [];
  let dash = /** @type {number[]} */ ([]);
  const ctx = new Proxy(/** @type {any} */ ({ globalAlpha: 1 }), {
    get: (held, name) => held[name] ?? ((/** @type {any[]} */ ...args) => {
      if (name === "setLineDash") [dash] = args;
      if (names.includes(String(name))) done.push({ name, args, ...held, dash });
    }),
    set: (held, name, value) => Object.assign(held, { [name]: value }) && true,
  });
  return { ctx, done };
}

/** A way of so many pixels. @param {number} far @param {string} group */
function way(far, group) {
  const degrees = (far / VIEW.scale) * 360;
  return readModel(route([stay("A", [0, 40]), stay("B", [degrees, 40], undefined, { move_group: group })]));
}

test("a short way of somebody who fled shows two dashes between its ends, and no other way ever breaks", () => {
  for (const far of [20, 30, 45, 60, 300]) for (const group of Object.keys(STROKES)) {
    const { legs } = way(far, group);
    legs[0].moveGroup = group;
    const { ctx, done } = pen(["stroke"]);
    paintLegs(ctx, VIEW, [...legs, ...legs], THEME);
    const [casing, , ink] = done;
    assert.deepEqual(done.map(({ strokeStyle }) => strokeStyle), ["casing", "casing", group, group], "no casing lies on another way");
    assert.deepEqual(casing.dash, []);
    if (group === "flight") assert.ok(2 * ink.dash[0] + ink.dash[1] <= Math.max(6, far - 14) + 1e-6, `${far}: ${ink.dash}`);
    else assert.deepEqual(ink.dash, STROKES[group].dash);
  }
});

test("heads stand clear of dots, names and each other, or are left out", () => {
  const { legs } = readModel(route([stay("A", [0, 40]), stay("B", [30, 40]), stay("C", [0, 40])]));
  const { ctx, done } = pen(["translate"]);
  /** @type {import("../src/labels.js").Rect[]} */
  const taken = [];
  paintSigns(ctx, VIEW, legs, THEME, taken);
  assert.equal(done.length, 2);
  assert.ok(!overlap(taken[0], taken[1]));
  const full = pen(["translate"]);
  paintSigns(full.ctx, VIEW, legs, THEME, [BOUNDS]);
  assert.deepEqual(full.done, []);
  const short = pen(["translate"]);
  paintSigns(short.ctx, VIEW, way(30, "free").legs, THEME, []);
  assert.deepEqual(short.done, []);
});

test("of the whole, a place is called by all the names it had, if there is room", () => {
  const model = readModel(route([stay("Petrograd", [30, 60]), stay("Vienna", [16, 48]), stay("Leningrad", [30, 60])]));
  const named = (/** @type {any} */ now) => layOut(model, VIEW, now, MEASURE, BOUNDS, []).labels.map(({ text }) => text).sort();
  assert.deepEqual(named(WHOLE), ["Petrograd, Leningrad", "Vienna"]);
  assert.deepEqual(named({ index: 2, whole: false }), ["Leningrad", "Vienna"]);
  assert.deepEqual(named({ index: 0, whole: false }), ["Petrograd", "Vienna"]);
});

test("where the present way leads is marked as that, and only while it is gone", () => {
  const model = readModel(route([stay("A", [0, 40]), stay("B", [30, 40]), stay("C", [30, 50])]));
  const states = (/** @type {number} */ index) => Object.fromEntries(gatherMarkers(model, VIEW, { index, whole: false }).map(({ place, state }) => [place, state]));
  assert.deepEqual(states(0.5), { 0: "visited", 1: "next", 2: "ahead" });
  assert.deepEqual(states(1), { 0: "visited", 1: "now", 2: "ahead" });
});

test("where one life begins or ends there is that life's sign, where several do there is none's", () => {
  const [a, b] = [{ person: "A" }, { person: "B" }];
  const model = readModel(route([stay("P", [0, 40], [1900, 1901], a), stay("Q", [20, 40], [1902, 1903], a), stay("P", [0, 40], [1900, 1901], b), stay("R", [40, 40], [1904, 1905], b)], []));
  const life = Object.fromEntries(gatherMarkers(model, VIEW, WHOLE).map(({ place, life, ends }) => [model.stays[model.places[place].stays[0]].title, [life, ends]]));
  assert.deepEqual(life, { P: [-2, 1], Q: [0, 2], R: [1, 2] });
  const one = readModel(route([stay("P", [0, 40]), stay("Q", [20, 40])]));
  assert.deepEqual(gatherMarkers(one, VIEW, WHOLE).map((m) => m.life), [-1, -1]);
});

test("what is known as a region only is an area, however small, and is seen as one at every scale", () => {
  const at = (/** @type {any} */ more) => readModel(route([stay("Elba", [10, 42], undefined, more)])).stays[0];
  assert.ok(isArea(at({ precision: "region", radius_km: 17 })));
  assert.ok(!isArea(at({ precision: "point", radius_km: 2 })));
  for (const [size, least] of [[1e-5, 48], [0.1, 410]]) {
    const { ctx, done } = pen(["drawImage"]);
    paintArea(ctx, VIEW, { box: [0.5, 0.4, 0.5 + size, 0.4 + size], picture: /** @type {any} */ (null) }, false, "");
    const [, x, , w, h] = done[0].args;
    assert.ok(Math.abs(w - least) < 1 && Math.abs(h - least) < 1, `${w}`);
    assert.ok(Math.abs(x + w / 2 - (0.05 + size / 2) * VIEW.scale) < 1e-6);
  }
});

test("a route that was over before there were such borders does not begin with today's", () => {
  const years = [8, 8, 8, 8];
  assert.ok(isOld(readModel(route([stay("Rome", [12, 42], [7, 8], { years }), stay("Tomis", [28, 44], [9, 17], { years })]))));
  assert.ok(!isOld(readModel(route([stay("Rome", [12, 42], [7, 8], { years }), stay("Elba", [10, 42], [1814, 1815.2], { years })]))));
  assert.ok(!isOld(readModel(route([stay("Rome", [12, 42])]))), "of nothing dated nothing is known");
});

test("a sketched way is one hairline of its colour", () => {
  for (const group of Object.keys(STROKES)) {
    const { legs } = way(300, group);
    legs[0].moveGroup = group;
    const { ctx, done } = pen(["stroke"]);
    sketchLeg(ctx, VIEW, legs[0], THEME);
    assert.deepEqual(done.map(({ lineWidth, strokeStyle, dash }) => [lineWidth, strokeStyle, dash]), [[1, group, []]]);
  }
});

test("what lies beyond the map is not traced, and the dashes go on as if it were", () => {
  const [leg] = way(300, "flight").legs;
  // East out of the map, round below it, and back in.
  const spots = [[900, 100], [1500, 100], [1500, 1200], [500, 1200], [500, 100]];
  leg.points = Float64Array.from(spots.flatMap(([x, y]) => [VIEW.originX + x / VIEW.scale, VIEW.originY + y / VIEW.scale]));
  leg.lengths = lengths(leg.points);
  leg.box = boxOf([leg.points]);
  /** @type {number[][]} */
  const traced = [];
  trace({ moveTo: (...at) => traced.push(at), lineTo: (...at) => traced.push(at) }, VIEW, leg, 0);
  assert.deepEqual(traced.map((at) => at.map(Math.round)), [[900, 100, 0], [1500, 100], [500, 1200, 2700], [500, 100]]);
  const { ctx, done } = pen(["stroke"]);
  leg.moveGroup = "flight";
  paintLegs(ctx, VIEW, [leg], THEME);
  const [first, second] = done.filter(({ strokeStyle }) => strokeStyle === "flight").map(({ lineDashOffset }) => lineDashOffset);
  assert.equal(Math.round(second - first), 2700);
});
