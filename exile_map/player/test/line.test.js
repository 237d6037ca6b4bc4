import assert from "node:assert/strict";
import { test } from "node:test";
import { bow, boxOf, lengths, pointAt, resample } from "../src/line.js";

const BENT = Float64Array.from([0, 0, 3, 0, 3, 4]);

test("a fraction of the way is measured along the line", () => {
  const along = lengths(BENT);
  assert.deepEqual([...along], [0, 3, 7]);
  assert.deepEqual(pointAt(BENT, along, 3 / 7), { x: 3, y: 0, before: 1 });
  assert.deepEqual(pointAt(BENT, along, 5 / 7), { x: 3, y: 2, before: 1 });
});

test("fractions beyond the ends are the ends", () => {
  const along = lengths(BENT);
  assert.deepEqual([pointAt(BENT, along, -1).x, pointAt(BENT, along, 2).y], [0, 4]);
});

test("a way of no length has a point all the same", () => {
  const still = Float64Array.from([1, 2, 1, 2]);
  const { x, y } = pointAt(still, lengths(still), 0.5);
  assert.deepEqual([x, y], [1, 2]);
});

test("a bowed way keeps its ends and leaves the straight one in between", () => {
  const bowed = bow(Float64Array.from([0, 0, 1, 0]), 1);
  const n = bowed.length;
  assert.deepEqual([...bowed.slice(0, 2), ...bowed.slice(n - 2)], [0, 0, 1, 0]);
  assert.ok(Math.abs(bowed[n / 2]) > 0 && Math.max(...bowed.filter((_, i) => i % 2).map(Math.abs)) > 0.05);
});

test("ways bowed to different sides do not meet", () => {
  const straight = Float64Array.from([0, 0, 1, 0]);
  const [left, right] = [bow(straight, 1), bow(straight, -1)];
  for (let i = 3; i < left.length - 2; i += 2) assert.ok(left[i] > 0 && right[i] < 0);
});

test("resampling keeps the length of a straight way", () => {
  const many = resample(Float64Array.from([0, 0, 1, 1]), 10);
  assert.equal(many.length, 22);
  assert.ok(Math.abs(lengths(many)[10] - Math.SQRT2) < 1e-9);
});

test("the box of no points is none", () => {
  assert.equal(boxOf([]), null);
  assert.deepEqual(boxOf([BENT]), [0, 0, 3, 4]);
});
