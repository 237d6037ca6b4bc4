import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { paintMeetings } from "../src/bars.js";
import { cameraAt, planCameras, scaleOf } from "../src/camera.js";
import { initials, marksOf, readMeetings, readSums, slotsOf, surname } from "../src/lives.js";
import { readModel } from "../src/model.js";
import { PACES, endOfStay, makeSchedule, momentAt, secondOfYear, startOfStay } from "../src/pacing.js";
import { gatherPeople } from "../src/people.js";
import { meetingsOf } from "../src/sums.js";
import { makeWords } from "../src/words.js";
import { underWay, whereabouts } from "../src/whereabouts.js";
import { route, stay } from "./routes.js";

/** @type {[number, number][]} */
const TOWNS = [[0, 0], [10, 40], [-70, 20], [30, 60], [5, 45]];

/** Lives drawn by lot, the same ones each time: years are few, so that much happens at once. @param {number} seed @param {number} persons @param {number} stays */
function byLot(seed, persons, stays) {
  let state = seed * 2654435761 + 1;
  const lot = (/** @type {number} */ n) => ((state = (state * 1664525 + 1013904223) >>> 0) >>> 8) % n;
  const lives = Array.from({ length: persons }, (_, p) => {
    let year = 1900 + lot(6);
    return Array.from({ length: 1 + lot(stays) }, () => {
      const from = year;
      const until = from + lot(4);
      year = until + (lot(2) ? 0 : lot(3) / 2);
      const town = lot(TOWNS.length + 1);
      return stay(`T${town}`, TOWNS[town] ?? null, [from, until], { person: `P${p}`, story: "word ".repeat(lot(30)) });
    });
  });
  return readModel(route(lives.flat()));
}
const MODELS = Array.from({ length: 60 }, (_, seed) => byLot(seed, 2 + (seed % 4), 6));

test("lives are told by the calendar, each in its own order", () => {
  for (const { stays } of MODELS) {
    stays.forEach((s, i) => {
      assert.equal(s.index, i);
      if (i) assert.ok(s.clock[0] >= stays[i - 1].clock[0]);
      if (s.before) assert.ok(s.before.index < i && s.before.person === s.person && s.before.after === s);
    });
  }
});

for (const pace of PACES) {
  test(`of several lives at the ${pace} pace the common calendar never runs backwards and nothing is missed`, () => {
    for (const model of MODELS) {
      const schedule = makeSchedule(model, pace);
      let last = -Infinity;
      const told = /** @type {number[]} */ ([]);
      for (let t = 0; t <= schedule.duration; t += 0.03) {
        const { phase, index, year } = momentAt(schedule, t);
        assert.ok(year >= last - 1e-9, `${year} after ${last}`);
        last = year;
        if (phase === "stay" && told[told.length - 1] !== index) told.push(index);
      }
      assert.deepEqual(told, model.stays.map((s) => s.index));
    }
  });

  test(`at any moment at the ${pace} pace everybody known is somewhere, and nobody leaps`, () => {
    for (const model of MODELS) {
      const schedule = makeSchedule(model, pace);
      /** @type {Map<number, import("../src/whereabouts.js").Whereabouts>} */
      let before = new Map();
      for (let t = 2; t <= schedule.duration - 3; t += 0.01) {
        const moment = momentAt(schedule, t);
        const now = new Map(whereabouts(schedule, moment).map((w) => [w.stay.person, w]));
        for (const [person, was] of before) {
          const is = now.get(person);
          if (!is) assert.equal(was.stay.after, null, "only who has come to his last stay can be gone");
          else if (is.stay !== was.stay) {
            assert.ok(is.stay.before === was.stay, "no stay is left out");
            assert.ok(was.leg === null ? is.stay.clock[0] <= moment.year + 1e-6 : was.fraction > 0.8 || is.stay.clock[0] - was.stay.clock[1] < 1e-9, `on the way ${was.fraction} when he came`);
          } else if (is.leg && was.leg) assert.ok(is.fraction >= was.fraction - 1e-9);
        }
        if (moment.phase === "stay") {
          const here = now.get(model.stays[moment.index].person);
          assert.ok(here && here.stay.index === moment.index, "who is told is at his place");
        }
        before = now;
      }
    }
  });

  test(`at the ${pace} pace a year leads to a second of that year, for several lives too`, () => {
    for (const model of MODELS) {
      const schedule = makeSchedule(model, pace);
      const [from, to] = [schedule.begins[0], schedule.until[schedule.until.length - 1]];
      for (let year = from; year <= to; year += 0.37) {
        const seen = momentAt(schedule, secondOfYear(schedule, year)).year;
        assert.ok(Math.abs(seen - year) < 0.001 * (to - from) + 1e-6, `${seen} for ${year}`);
      }
    }
  });
}

const SHIP = (/** @type {string} */ person, /** @type {number} */ sails) => [
  stay("Marseille", [5.4, 43.3], [1940, sails], { person }), stay("Fort-de-France", [-61, 14.6], [1941.3, 1941.4], { person }),
];

test("those who sail together are on the way together and come together", () => {
  const model = readModel(route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2), ...SHIP("C", 1941.2)]));
  const schedule = makeSchedule(model);
  const landed = model.stays.filter((s) => s.title === "Fort-de-France");
  assert.equal(new Set(landed.map((s) => schedule.comes[s.index])).size, 1);
  assert.equal(startOfStay(schedule, landed[1].index), endOfStay(schedule, landed[0].index), "the second has no way to be waited for");
  const half = (endOfStay(schedule, landed[0].index - 1) + startOfStay(schedule, landed[0].index)) / 2;
  const sailing = whereabouts(schedule, momentAt(schedule, half));
  assert.deepEqual(sailing.map((w) => w.leg?.to.title), ["Fort-de-France", "Fort-de-France", "Fort-de-France"]);
  assert.ok(Math.max(...sailing.map((w) => w.fraction)) - Math.min(...sailing.map((w) => w.fraction)) < 0.35);
});

test("who set out long before others is under way while they are told", () => {
  const model = readModel(route([
    stay("Vladivostok", [131, 43], [1920, 1921], { person: "A" }), stay("Cape Town", [18, -34], [1923, 1930], { person: "A" }),
    stay("Paris", [2, 48], [1920.5, 1922], { person: "B" }), stay("Rome", [12, 42], [1922.1, 1922.9], { person: "B" }),
  ]));
  const schedule = makeSchedule(model);
  const rome = model.stays.findIndex((s) => s.title === "Rome");
  const [a, b] = whereabouts(schedule, momentAt(schedule, startOfStay(schedule, rome) + 0.01));
  assert.ok(a.leg && Math.abs(a.fraction - 0.55) < 0.01, "1922.1 is 0.55 of the way from 1921 to 1923");
  assert.equal(b.stay.title, "Rome");
});

test("a life put away leaves no trace, and the others keep their colours", () => {
  const document = route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2)]);
  const model = readModel(document, (person) => person === 1);
  assert.deepEqual([model.stays.length, model.places.length, new Set(model.stays.map((s) => s.person)).size], [2, 2, 1]);
  assert.deepEqual([model.persons, model.legs[0].slot, model.coloured], [["A", "B"], 1, true]);
});

test("the same way of several lives is drawn side by side, whichever way it is gone", () => {
  const back = [stay("Fort-de-France", [-61, 14.6], [1942, 1943], { person: "D" }), stay("Marseille", [5.4, 43.3], [1944, 1945], { person: "D" })];
  const { legs } = readModel(route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2), ...SHIP("C", 1941.2), ...back]));
  const sides = legs.filter((l) => l.points).map((l) => (l.to.title === "Marseille" ? -l.aside : l.aside)).sort((a, b) => a - b);
  assert.deepEqual(sides, [-1.5, -0.5, 0.5, 1.5]);
  assert.equal(legs.filter((l) => l.points && l.leads).length, 1);
});

test("beyond eight colours, and where lives have none, nobody's way is pushed far aside", () => {
  const crowd = (/** @type {number} */ n) => readModel(route(Array.from({ length: n }, (_, i) => SHIP(`P${i}`, 1941.2)).flat())).legs.filter((l) => l.points);
  assert.equal(Math.max(...crowd(20).map((l) => l.aside)), 3.5);
  assert.equal(Math.max(...crowd(300).map((l) => Math.abs(l.aside))), 0);
});

test("a single life has the colours of its ways, and nothing beside its line", () => {
  const { legs, coloured } = readModel(route(SHIP("A", 1941.2)));
  assert.deepEqual([coloured, legs[0].slot, Math.abs(legs[0].aside)], [false, -1, 0]);
});

test("encounters of two and two that share a stay are one, certain and possible apart", () => {
  const { stays } = readModel(route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2), ...SHIP("C", 1941.2)]));
  const id = (/** @type {number} */ i) => `s${i}`;
  const met = readMeetings([
    { stays: [id(0), id(2)], certainty: "certain", years: [1940, 1941.2], title: "Marseille" },
    { stays: [id(2), id(4)], certainty: "certain", years: [1940.5, 1941.1], title: "Marseille" },
    { stays: [id(1), id(3)], certainty: "possible", years: [1941.3, 1941.4], title: "Fort-de-France" },
    { stays: [id(1), id(3)], legs: ["l0", "l2"], certainty: "certain", years: [1941.2, 1941.3], title: "a ship" },
  ], stays);
  assert.deepEqual(met.map((m) => [m.title, m.stays.length, m.certain, m.aboard, m.years]), [
    ["Marseille", 3, true, false, [1940, 1941.2]], ["a ship", 2, true, true, [1941.2, 1941.3]], ["Fort-de-France", 2, false, false, [1941.3, 1941.4]],
  ]);
});

test("who was at a place with one person and later with another is not said to have met both at once", () => {
  const three = ["A", "B", "C"].map((person, i) => stay("Paris", [2, 48], [1937 + i, 1941], { person }));
  const { stays } = readModel(route(three));
  const met = readMeetings([
    { stays: ["s0", "s1"], certainty: "possible", years: [1938, 1938.5] }, { stays: ["s0", "s2"], certainty: "possible", years: [1940, 1941] },
  ], stays);
  assert.deepEqual(met.map((m) => m.stays.map((s) => s.person)), [[0, 1], [0, 2]]);
});

test("nonsense among encounters and sums is passed over", () => {
  const { stays } = readModel(route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2)]));
  for (const odd of [null, 3, [null], [{}], [{ stays: "s0" }], [{ stays: ["s0", "nobody"] }], [{ stays: ["s0", "s1"] }], [{ stays: [{}, []] }]]) assert.deepEqual(readMeetings(odd, stays), []);
  assert.equal(readMeetings([{ stays: ["s0", "s2"], years: ["x", NaN] }], stays)[0].certain, false);
  for (const odd of [null, "x", [null, { person: "nobody" }]]) assert.deepEqual(readSums(odd, []), []);
  const [sum] = readSums([{ person: "A", km: -5, moves: "many", stays: {}, forced_km: Infinity, countries: [{ code: "FR" }, 7] }], ["A"]);
  assert.deepEqual(sum, { person: 0, km: 0, moves: 0, still: 0, doubtful: false, ways: [["forced", 0, 0], ["flight", 0, 0], ["free", 0, 0]], confined: 0, countries: [{ name: "FR", years: 0, since: "" }, { name: "?", years: 0, since: "" }] });
});

test("beyond eight lives the rest share the last colour", () => {
  const slots = slotsOf(Array.from({ length: 12 }, (_, i) => `P${i}`));
  assert.equal(slots.length, 8);
  assert.deepEqual(slots[7].persons, [7, 8, 9, 10, 11]);
});

test("names are shortened in any script", () => {
  assert.deepEqual(["Victor Serge", "Claude Lévi-Strauss", "Ovid", "أنا سيغرس", "王 明", "", "J. R. R. Tolkien"].map(initials), ["VS", "CL", "O", "أس", "王明", "", "JT"]);
  assert.deepEqual(marksOf(["Anna Seghers", "Adam Smith", "Aron Smid", "Abel Sm", "X"]), ["AS", "Sm", "3", "4", "X"]);
  assert.deepEqual([surname("Victor Serge"), surname("Ovid")], ["Serge", "Ovid"]);
});

test("people at one place stand in a row that does not overlap, ringed if they met", () => {
  const model = readModel({
    ...route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2)]),
    exile_map: { persons: ["A", "B"], encounters: [{ stays: ["s0", "s2"], certainty: "certain", years: [1940, 1941.2], title: "Marseille" }] },
  });
  const schedule = makeSchedule(model);
  const second = startOfStay(schedule, 1) + 0.1;
  const view = { scale: 2000, originX: 0.3, originY: 0.2, width: 800, height: 600 };
  const [group] = gatherPeople(model, whereabouts(schedule, momentAt(schedule, second)), view, 1);
  assert.equal(group.met, "certain");
  const [a, b] = group.discs;
  assert.ok(Math.abs(a.x - b.x) >= a.r + b.r - 2 && a.y === b.y);
});

test("a row of those on the way leaves free the dot that they come to, and stands on it once they are there", () => {
  const model = readModel(route([...SHIP("A", 1941.2), ...SHIP("B", 1941.2), ...SHIP("C", 1941.2)]));
  const view = { scale: 2000, originX: 0.2, originY: 0.3, width: 800, height: 600 };
  const { stays } = model;
  const landed = stays.filter((s) => s.title === "Fort-de-France");
  const rowAt = (/** @type {number} */ fraction) => gatherPeople(model, landed.map((stay) => ({ stay: /** @type {any} */ (stay.before), leg: model.legs[stay.index - 1], fraction })), view, landed[0].index)[0].discs;
  const end = { x: (landed[0].x - view.originX) * view.scale, y: (landed[0].y - view.originY) * view.scale };
  const nearest = (/** @type {number} */ fraction) => Math.min(...rowAt(fraction).map((d) => Math.hypot(d.x - end.x, d.y - end.y) - d.r));
  assert.ok(nearest(0.95) >= 8, `${nearest(0.95)}`);
  assert.ok(nearest(1) < 0);
  const xs = rowAt(0.95).map(({ x }) => x);
  assert.ok(xs.slice(1).every((x, i) => Math.abs(x - xs[i] - (xs[1] - xs[0])) < 1e-9), "as far apart each from the next");
});

test("the camera never jumps from one life to another", () => {
  const frame = { width: 1280, height: 668, left: 360, right: 44, top: 0, bottom: 0 };
  for (const model of MODELS) {
    const schedule = makeSchedule(model);
    const plan = planCameras(model, frame, [], (index) => underWay(schedule, index));
    let before = cameraAt(plan, momentAt(schedule, 0), frame);
    for (let t = 0; t <= schedule.duration; t += 1 / 60) {
      const camera = cameraAt(plan, momentAt(schedule, t), frame);
      const way = Math.hypot(camera.x - before.x, camera.y - before.y) * scaleOf(Math.min(camera.zoom, before.zoom));
      assert.ok(Math.abs(camera.zoom - before.zoom) < 0.4 && way < 130, `${way} pixels, ${camera.zoom - before.zoom} at ${t}`);
      before = camera;
    }
  }
});

/** A, B and C at Marseille: A surely met B, and may have met C later. */
function perhaps() {
  const there = (/** @type {string} */ person, /** @type {number} */ from) => stay("Marseille", [5.4, 43.3], [from, 1941.2], { person });
  return readModel({
    ...route([there("A", 1940), there("B", 1940), there("C", 1940.5)]),
    exile_map: { persons: ["A", "B", "C"], encounters: [
      { stays: ["s0", "s1"], certainty: "certain", years: [1940, 1941.2], title: "Marseille", label: "1940 to March 1941" },
      { stays: ["s0", "s2"], certainty: "possible", years: [1940.5, 1941.2], title: "Marseille", label: "between July 1940 and March 1941" },
    ] },
  });
}

test("where one of those at a place may only have been met the ring is drawn in doubt", () => {
  const model = perhaps();
  const schedule = makeSchedule(model);
  const view = { scale: 2000, originX: 0.3, originY: 0.2, width: 800, height: 600 };
  const [group] = gatherPeople(model, whereabouts(schedule, momentAt(schedule, startOfStay(schedule, 2) + 0.1)), view, 2);
  assert.deepEqual([group.discs.length, group.met], [3, "possible"]);
});

test("who comes later in a stay is told with the time, and who is there at once is not", () => {
  const model = perhaps();
  const words = makeWords(JSON.parse(readFileSync(new URL("../lang/en.json", import.meta.url), "utf8")));
  const said = model.stays.map((stay) => meetingsOf(words, model, stay));
  assert.deepEqual(said, ["Here with B. Perhaps here with C (between July 1940 and March 1941).", "Here with A.", "Perhaps here with A."]);
});

test("who may have come later is told with the time too", () => {
  const model = readModel({
    ...route([stay("Mexico", [-99, 19], [1941.7, 1943], { person: "A" }), stay("Mexico", [-99, 19], [1941.7, 1943], { person: "B", years: [1941.5, 1941.9, 1943, 1943] })]),
    exile_map: { persons: ["A", "B"], encounters: [{ stays: ["s0", "s1"], certainty: "certain", years: [1941.7, 1943], label: "autumn 1941 to 1942" }] },
  });
  const words = makeWords(JSON.parse(readFileSync(new URL("../lang/en.json", import.meta.url), "utf8")));
  assert.deepEqual(model.stays.map((stay) => meetingsOf(words, model, stay)), ["Here with B (autumn 1941 to 1942).", "Here with A."]);
});

/** How the lines of encounters are drawn, from where to where, and round what. @param {import("../src/lives.js").Meeting[]} meetings */
function joined(meetings) {
  /** @type {string[]} */
  const lines = [];
  let dash = "";
  let from = "";
  const pen = new Proxy({}, { get: (_, name) => (/** @type {any[]} */ ...args) => {
    if (name === "setLineDash") dash = args[0].length ? "broken" : "whole";
    if (name === "moveTo") from = `${dash} ${args.join()}`;
    if (name === "arc" && args[4] < 2) from += ` round ${args[1]}`;
    if (name === "lineTo") lines.push(`${from} to ${args.join()}`);
  }, set: () => true });
  const frame = { top: 0, height: 30, lanes: meetings[0].pairs ? 3 : 4, lane: (/** @type {number} */ person) => person, x: (/** @type {number} */ year) => (year - 1940) * 2, rtl: false, coloured: true };
  paintMeetings(/** @type {any} */ (pen), meetings, frame, /** @type {any} */ ({}));
  return [...new Set(lines)];
}

test("on the timeline what may have been is broken, whatever is certain beside it, and goes round who was not there", () => {
  assert.deepEqual(joined(perhaps().meetings).map((line) => line.replace(/[\d.]+,/g, "")), ["broken 4 round 14 to 24", "whole 4 to 14"]);
});

test("encounters stand at their dates however near they are; of the same lives at once there is one mark", () => {
  const met = (/** @type {number[]} */ persons, /** @type {number} */ year) => /** @type {any} */ ({ stays: persons.map((person) => ({ person })), certain: true, years: [year, year] });
  // Two and two of the same months are no four.
  assert.deepEqual(joined([met([0, 1], 1944), met([2, 3], 1944)]), ["whole 8,2.75 to 8,10.25", "whole 8,17.75 to 8,25.25"]);
  assert.deepEqual(joined([met([0, 1, 2], 1941), met([0, 2], 1942), met([0, 3], 1942.5), met([0, 1], 1949)]).map((line) => line.split(" ")[1].split(",")[0]), ["2", "5", "18"]);
});
