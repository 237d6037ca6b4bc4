import assert from "node:assert/strict";
import { test } from "node:test";
import { daysIn, decimalYear, makeScale, roundStep, ticksFor } from "../src/axis.js";

test("from a week to ten millennia there are neither too few ticks nor too many", () => {
  for (const span of [7 / 365, 0.1, 0.5, 1, 3, 10, 57, 120, 400, 1000, 10000]) {
    const count = ticksFor(1890.3, 1890.3 + span, 800).length;
    assert.ok(count >= 2 && count <= 16, `${count} ticks for ${span} years`);
  }
});

test("ticks of years are round as they are written, before the era too", () => {
  const years = ticksFor(-99.5, 60, 600).map((t) => t.year);
  for (const year of years) {
    const written = year > 0 ? year : 1 - year;
    assert.ok(written % 10 === 0 || year === 1, `${year} is written ${written}`);
  }
  assert.ok(years.includes(1) && !years.includes(0));
});

test("ticks lie within the scale, in order", () => {
  for (const [from, to] of [[1941.2, 1941.7], [-60, -42], [1890, 1947], [1933.1, 1933.2]]) {
    const years = ticksFor(from, to, 700).map((t) => t.year);
    assert.ok(years.every((y) => y >= from && y <= to));
    assert.deepEqual(years, [...years].sort((a, b) => a - b));
  }
});

test("leap years have their day, by the Gregorian rule before it was made", () => {
  assert.deepEqual([daysIn(1900, 2), daysIn(2000, 2), daysIn(0, 2), daysIn(1936, 2)], [28, 29, 29, 29]);
  assert.equal(decimalYear(1936, 12, 31), 1936 + 365 / 366);
});

test("a scale goes there and back", () => {
  const scale = makeScale(-60, -42, 14, 700);
  for (const year of [-60, -51.3, -42]) assert.ok(Math.abs(scale.year(scale.x(year)) - year) < 1e-9);
});

test("steps are 1, 2, 5 and their tens", () => {
  assert.deepEqual([1, 2, 3, 7, 11, 30, 600].map(roundStep), [1, 2, 5, 10, 20, 50, 1000]);
});
