import assert from "node:assert/strict";
import { test } from "node:test";
import { gap, isFar, landing, overlap, placeLabels } from "../src/labels.js";

const BOUNDS = { x: 0, y: 0, w: 800, h: 600 };
/** @param {number} x @param {number} y */
const wish = (x, y) => ({ x, y, r: 5, offers: [{ w: 80, h: 18 }] });
/** @param {{x: number, y: number, r: number}[]} wishes */
const dots = (wishes) => wishes.map(({ x, y, r }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }));

/** Points of a route. @param {number} count @param {(i: number) => [number, number]} at */
const points = (count, at) => Array.from({ length: count }, (_, i) => ({ x: at(i)[0], y: at(i)[1], w: 0, h: 0 }));

/** Numbers that look random and are always the same. @param {number} seed */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test("no label overlaps another, a marker or the furniture", () => {
  const random = numbers(7);
  const next = () => /** @type {number} */ (random.next().value);
  const wishes = Array.from({ length: 120 }, () => wish(next() * 800, next() * 600));
  const card = { x: 0, y: 0, w: 300, h: 600 };
  const placed = placeLabels(wishes, dots(wishes), [], BOUNDS, [card]);
  assert.ok(placed.length > 20);
  for (const [i, label] of placed.entries()) {
    assert.ok(!overlap(label, card));
    for (const dot of dots(wishes)) assert.ok(!overlap(label, dot));
    for (const other of placed.slice(i + 1)) assert.ok(!overlap(label, other));
  }
});

test("the first wish is granted first", () => {
  const placed = placeLabels([wish(400, 300), wish(402, 300), wish(404, 300), wish(400, 302), wish(398, 300)], [], [], { x: 300, y: 280, w: 200, h: 40 });
  assert.equal(placed[0].wish, 0);
  assert.ok(placed.length < 5);
});

test("a label keeps off the route where it can", () => {
  const route = points(40, (i) => [400 + i * 5, 300]);
  const [label] = placeLabels([wish(400, 300)], [], route, BOUNDS);
  assert.ok(label.x + label.w <= 400 || label.y > 300 || label.y + label.h < 300);
});

test("a label never leaves the map", () => {
  for (const [x, y] of [[2, 2], [798, 2], [2, 598], [798, 598]]) {
    for (const label of placeLabels([wish(x, y)], [], [], BOUNDS)) {
      assert.ok(label.x >= 0 && label.y >= 0 && label.x + label.w <= 800 && label.y + label.h <= 600);
    }
  }
});

test("the same wishes are placed the same way", () => {
  const wishes = [wish(100, 100), wish(120, 110), wish(140, 90)];
  assert.deepEqual(placeLabels(wishes, dots(wishes), [], BOUNDS), placeLabels(wishes, dots(wishes), [], BOUNDS));
});

test("a shorter text is taken where the longer one would cross the route", () => {
  const route = points(120, (i) => [480, i * 5]);
  const other = points(120, (i) => [330, i * 5]);
  const long = { ...wish(400, 300), offers: [{ w: 160, h: 18 }, { w: 50, h: 18, cost: 3 }] };
  const [label] = placeLabels([long], dots([long]), [...route, ...other], BOUNDS);
  assert.deepEqual([label.text, label.w], [1, 50]);
  const [free] = placeLabels([long], dots([long]), [], BOUNDS);
  assert.deepEqual([free.text, free.w], [0, 160]);
});

test("a name keeps off the route where there is room, further away if need be", () => {
  const along = points(60, (i) => [40 + 9 * i, 300]);
  const [label] = placeLabels([{ x: 300, y: 300, r: 5, offers: [{ w: 80, h: 19 }] }], [{ x: 295, y: 295, w: 10, h: 10 }], along, { x: 0, y: 0, w: 600, h: 600 });
  assert.ok(label.y + label.h <= 300 || label.y >= 300);
});

test("a name stands nearer its own marker than any other, or a line leads to it past all others", () => {
  const random = numbers(11);
  const next = () => /** @type {number} */ (random.next().value);
  const wishes = Array.from({ length: 60 }, () => wish(next() * 800, next() * 600));
  const markers = dots(wishes);
  const placed = placeLabels(wishes, markers, [], BOUNDS);
  assert.ok(placed.some((l) => isFar(l.side)) && placed.some((l) => !isFar(l.side)));
  const lines = placed.filter((l) => isFar(l.side)).map((l) => ({ label: l, from: wishes[l.wish], to: landing(l, wishes[l.wish]) }));
  for (const label of placed) {
    const own = gap(markers[label.wish], label);
    for (const [i, marker] of markers.entries()) {
      if (i !== label.wish && gap(marker, label) < (isFar(label.side) ? 5 : own)) assert.fail(`${label.wish} is taken for ${i}`);
    }
  }
  for (const { label, from, to } of lines) {
    for (let t = 0; t <= 1; t += 0.01) {
      const point = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t, w: 0, h: 0 };
      for (const [i, marker] of markers.entries()) {
        if (i !== label.wish && gap(markers[label.wish], point) > 3) assert.ok(!overlap(marker, point), `the line of ${label.wish} crosses ${i}`);
      }
      for (const other of placed) if (other !== label) assert.ok(!overlap(other, point), `the line of ${label.wish} crosses the name of ${other.wish}`);
    }
  }
});

test("where no place is plain the name is left out", () => {
  const ring = Array.from({ length: 200 }, (_, i) => wish(400 + 13 * ((i % 20) - 10), 300 + 13 * (Math.floor(i / 20) - 5)));
  const inner = ring[110];
  assert.deepEqual(placeLabels([inner], dots(ring), [], BOUNDS), []);
});

test("a text of a later tier is taken only where none before it finds room, and after all others have theirs", () => {
  const offers = [{ w: 80, h: 18 }, { w: 20, h: 14, tier: 2 }];
  const [free] = placeLabels([{ ...wish(400, 300), offers }], [], [], BOUNDS);
  assert.equal(free.text, 0);
  const narrow = { x: 380, y: 260, w: 60, h: 80 };
  const [number] = placeLabels([{ ...wish(400, 300), offers }], [], [], narrow);
  assert.equal(number.text, 1);
});

test("a name makes room for one that has none, where it finds room elsewhere itself", () => {
  const [first, second] = [wish(120, 30), wish(232, 30)];
  const bounds = { x: 0, y: 20, w: 300, h: 20 };
  const [alone] = placeLabels([first], dots([first, second]), [], bounds);
  const [moved, other] = placeLabels([first, second], dots([first, second]), [], bounds);
  assert.deepEqual([alone.side, moved.side, other.side], [0, 1, 1]);
});

test("a name stays where it was while that is no worse than its next best", () => {
  const kept = placeLabels([{ ...wish(400, 300), kept: { side: 5, text: 0 } }], dots([wish(400, 300)]), [], BOUNDS);
  assert.equal(kept[0].side, 5);
  const inTheWay = points(40, (i) => [kept[0].x + 2 * i, kept[0].y + 9]);
  const [moved] = placeLabels([{ ...wish(400, 300), kept: { side: 5, text: 0 } }], dots([wish(400, 300)]), inTheWay, BOUNDS);
  assert.notEqual(moved.side, 5);
});

test("a name stands beside a row of people, not on it", () => {
  const row = { x: 355, y: 285, w: 90, h: 30 };
  const [label] = placeLabels([{ ...wish(400, 300), r: 45, v: 15 }], dots([wish(400, 300)]), [], BOUNDS, [row]);
  assert.ok(gap(row, label) >= 0 && gap(row, label) < 12 && !isFar(label.side));
});

/** How long the line to a label is. @param {import("../src/labels.js").Rect} label @param {{x: number, y: number}} at */
function lineOf(label, at) {
  const end = landing(label, at);
  return Math.hypot(end.x - at.x, end.y - at.y);
}

/** Four lanes lead away from a marker between these: none has room for a name, but for the line to one. @param {number} west @param {number} east @param {number} high */
const lanes = (west, east, high) => [-high - 8, 8].flatMap((y) => [[-west - 8, west], [8, east]].map(([x, w]) => ({ x: 400 + x, y: 300 + y, w, h: high })));
const framed = { ...wish(400, 300), offers: [{ w: 80, h: 40 }] };

test("only a name that must be told has a long line", () => {
  const corners = lanes(90, 90, 90);
  const [must] = placeLabels([framed], [], [], BOUNDS, corners);
  assert.ok(lineOf(must, framed) > 80);
  assert.deepEqual(placeLabels([{ ...framed, dearest: 180 }], [], [], BOUNDS, corners), []);
  assert.equal(placeLabels([{ ...framed, dearest: 180 }], [], [], BOUNDS, lanes(32, 32, 32)).length, 1);
});

test("no line to a name crosses a way where there is a place without", () => {
  const corners = lanes(32, 32, 90);
  const [alone] = placeLabels([framed], [], [], BOUNDS, corners);
  assert.ok(landing(alone, framed).x > 440);
  const [label] = placeLabels([framed], [], points(60, (i) => [432, 5 + 7 * i]), BOUNDS, corners);
  assert.ok(landing(label, framed).x < 360);
});

test("no line to a name goes on where a way ends, as if it were one", () => {
  const corners = lanes(32, 32, 32);
  const [alone] = placeLabels([framed], [], [], BOUNDS, corners);
  assert.ok(landing(alone, framed).x > 440 && landing(alone, framed).y === 300);
  const [label] = placeLabels([framed], [], points(40, (i) => [400 - 7 * i, 300]), BOUNDS, corners);
  assert.ok(isFar(label.side) && Math.abs(landing(label, framed).y - 300) > 32);
});

test("a name above or below its marker may stand a little beside it", () => {
  const [label] = placeLabels([wish(400, 300)], dots([wish(400, 300)]), [], { x: 378, y: 270, w: 90, h: 60 });
  assert.ok(!isFar(label.side) && label.x >= 378 && label.x + label.w <= 468);
});
