import assert from "node:assert/strict";
import { test } from "node:test";
import { readModel } from "../src/model.js";
import { PACES, makeSchedule, momentAt, readingTime, samePlace, secondOfYear, startOfStay } from "../src/pacing.js";
import { route, stay } from "./routes.js";

const STORY = "word ".repeat(40);
const model = readModel(route([
  stay("A", [0, 0], [1900, 1909.5], { story: STORY }),
  stay("B", [20, 20], [1909.6, 1909.7]),
  stay("B", [20, 20], [1909.7, 1917]),
  stay("C", null, [1917.2, 1919]),
  stay("D", [-60, 10], [1920, 1947], { story: STORY.repeat(40) }),
]));

for (const pace of PACES) {
  test(`at the ${pace} pace the calendar never runs backwards`, () => {
    const schedule = makeSchedule(model, pace);
    let last = -Infinity;
    for (let t = 0; t <= schedule.duration; t += 0.05) {
      const { year } = momentAt(schedule, t);
      assert.ok(year >= last - 1e-9, `${year} after ${last} at ${t}`);
      last = year;
    }
  });

  test(`at the ${pace} pace every stay is passed, in order`, () => {
    const schedule = makeSchedule(model, pace);
    const seen = /** @type {number[]} */ ([]);
    for (let t = 0; t <= schedule.duration; t += 0.02) {
      const moment = momentAt(schedule, t);
      if (moment.phase === "stay" && seen[seen.length - 1] !== moment.index) seen.push(moment.index);
    }
    assert.deepEqual(seen, [0, 1, 2, 3, 4]);
  });

  test(`at the ${pace} pace the start of a stay is that stay's beginning`, () => {
    const schedule = makeSchedule(model, pace);
    for (const { index, clock } of model.stays) {
      const moment = momentAt(schedule, startOfStay(schedule, index));
      assert.deepEqual([moment.phase, moment.index, moment.year], ["stay", index, clock[0]]);
    }
  });

  test(`at the ${pace} pace a year leads to a second that shows that year`, () => {
    const schedule = makeSchedule(model, pace);
    for (const year of [1900, 1905.25, 1909.55, 1909.65, 1916, 1919.5, 1930, 1946.9]) {
      assert.ok(Math.abs(momentAt(schedule, secondOfYear(schedule, year)).year - year) < 0.05, String(year));
    }
  });
}

test("a way takes two seconds, however long; one without length a blink", () => {
  const { starts } = makeSchedule(model);
  assert.ok(Math.abs(starts[3] - starts[2] - 2) < 1e-9);
  assert.ok(Math.abs(starts[5] - starts[4] - 0.6) < 1e-9);
});

test("a stay lasts as long as its story takes to read, within bounds", () => {
  assert.equal(readingTime(model.stays[1].letters), 1.6);
  assert.ok(Math.abs(readingTime(model.stays[0].letters) - (1.2 + STORY.length / 15)) < 1e-9 || readingTime(model.stays[0].letters) === 14);
  assert.equal(readingTime(model.stays[4].letters), 14);
});

test("at the calendar's pace a long stay takes longer than a short one", () => {
  const { starts } = makeSchedule(model, "calendar");
  assert.ok(starts[2] - starts[1] > 2 * (starts[4] - starts[3]));
});

test("a change of pace stays where it was", () => {
  const [story, even] = [makeSchedule(model, "story"), makeSchedule(model, "even")];
  for (let t = 0; t <= story.duration; t += 0.7) {
    const [a, b] = [momentAt(story, t), momentAt(even, samePlace(story, even, t))];
    assert.deepEqual([a.phase, a.index], [b.phase, b.index]);
    assert.ok(Math.abs(a.fraction - b.fraction) < 1e-6);
  }
});

test("a year before the first and after the last stay leads to the ends of the life", () => {
  const schedule = makeSchedule(model);
  assert.equal(momentAt(schedule, secondOfYear(schedule, 1500)).index, 0);
  assert.equal(momentAt(schedule, secondOfYear(schedule, 2500)).index, 4);
});

test("however many the stays, the playing ends within a quarter of an hour", () => {
  const long = readModel(route(Array.from({ length: 3000 }, (_, i) => stay(`P${i}`, [i % 90, i % 60]))));
  assert.ok(makeSchedule(long).duration <= 910);
});

test("a map without stays has an opening and an end and nothing else", () => {
  const schedule = makeSchedule(readModel(null));
  assert.equal(momentAt(schedule, 0).phase, "opening");
  assert.equal(momentAt(schedule, 100).year, 0);
});
