import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, lengths, pointAt, resample, rounded } from "../src/line.js";

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

test("resampling keeps the length of a straight way", () => {
  const many = resample(Float64Array.from([0, 0, 1, 1]), 10);
  assert.equal(many.length, 22);
  assert.ok(Math.abs(lengths(many)[10] - Math.SQRT2) < 1e-9);
});

test("the box of no points is none", () => {
  assert.equal(boxOf([]), null);
  assert.deepEqual(boxOf([BENT]), [0, 0, 3, 4]);
});

test("a sharp corner becomes a bend near it, and the ends stay", () => {
  const corner = Float64Array.from([0, 0, 0.5, 0, 0.5, 0.5]);
  const round = rounded(corner);
  assert.deepEqual([...round.slice(0, 2), ...round.slice(-2)], [0, 0, 0.5, 0.5]);
  for (let i = 2; i + 3 < round.length; i += 2) {
    const turn = Math.atan2(round[i + 3] - round[i + 1], round[i + 2] - round[i]) - Math.atan2(round[i + 1] - round[i - 1], round[i] - round[i - 2]);
    assert.ok(Math.abs(turn) < 0.35, `turns by ${turn}`);
    assert.ok(Math.min(Math.abs(round[i + 1]), Math.abs(round[i] - 0.5)) < 0.02, "it keeps to the way");
  }
});

test("a way without corners is left as it is", () => {
  const gentle = Float64Array.from([0, 0, 1, 0, 2, 0.1]);
  assert.equal(rounded(gentle), gentle);
});

test("corners close together are each rounded within their share", () => {
  const zigzag = Float64Array.from([0, 0, 0.01, 0, 0.01, 0.01, 0.02, 0.01]);
  const round = rounded(zigzag);
  for (let i = 0; i < round.length; i++) assert.ok(round[i] >= -1e-12 && round[i] <= 0.02 + 1e-12);
});
