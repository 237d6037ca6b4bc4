import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap, placeLabels } from "../src/labels.js";

const BOUNDS = { x: 0, y: 0, w: 800, h: 600 };
/** @param {number} x @param {number} y */
const wish = (x, y) => ({ x, y, r: 5, w: 80, h: 18 });
/** @param {{x: number, y: number, r: number}[]} wishes */
const dots = (wishes) => wishes.map(({ x, y, r }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }));

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
  const route = Array.from({ length: 40 }, (_, i) => [400 + i * 5, 300]).flat();
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
  const route = Array.from({ length: 120 }, (_, i) => [480, i * 5]).flat();
  const other = Array.from({ length: 120 }, (_, i) => [330, i * 5]).flat();
  const long = { ...wish(400, 300), w: 160, shorter: [50] };
  const [label] = placeLabels([long], dots([long]), [...route, ...other], BOUNDS);
  assert.deepEqual([label.text, label.w], [1, 50]);
  const [free] = placeLabels([long], dots([long]), [], BOUNDS);
  assert.deepEqual([free.text, free.w], [0, 160]);
});

test("a name keeps off the route where there is room, further away if need be", () => {
  const along = Array.from({ length: 60 }, (_, i) => [40 + 9 * i, 300]).flat();
  const [label] = placeLabels([{ x: 300, y: 300, r: 5, w: 80, h: 19 }], [{ x: 295, y: 295, w: 10, h: 10 }], along, { x: 0, y: 0, w: 600, h: 600 });
  assert.ok(label.y + label.h <= 300 || label.y >= 300);
});

test("a name stands where it cannot be taken for another place's", () => {
  const markers = [{ x: 295, y: 295, w: 10, h: 10 }, { x: 395, y: 295, w: 10, h: 10 }];
  const [label] = placeLabels([{ x: 300, y: 300, r: 5, w: 80, h: 19 }], markers, [], { x: 0, y: 0, w: 600, h: 600 });
  assert.ok(label.x + label.w < 386, "not right up to the other marker");
});
