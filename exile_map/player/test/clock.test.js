import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../src/clock.js";

/** A clock whose frames come when the test says. @param {number} duration */
function madeClock(duration) {
  let time = 0;
  /** @type {(() => void)|null} */
  let waiting = null;
  const clock = new Clock(duration, { now: () => time, request: (step) => ((waiting = step), 1), cancel: () => void (waiting = null) });
  const frame = (/** @type {number} */ milliseconds) => {
    time += milliseconds;
    const step = waiting;
    waiting = null;
    step?.();
  };
  return { clock, frame, isWaiting: () => waiting !== null };
}

test("playing moves the playhead by the time that passed, times the rate", () => {
  const { clock, frame } = madeClock(10);
  clock.rate = 2;
  clock.play();
  frame(100);
  frame(150);
  assert.ok(Math.abs(clock.time - 0.5) < 1e-9);
});

test("a pause holds the playhead and asks for no frames", () => {
  const { clock, frame, isWaiting } = madeClock(10);
  clock.play();
  frame(100);
  clock.pause();
  assert.equal(isWaiting(), false);
  frame(5000);
  assert.ok(Math.abs(clock.time - 0.1) < 1e-9);
});

test("a tab that was hidden does not make the playing leap", () => {
  const { clock, frame } = madeClock(100);
  clock.play();
  frame(60000);
  assert.equal(clock.time, 0.25);
});

test("at the end it stops once, and playing again begins anew", () => {
  const { clock, frame, isWaiting } = madeClock(0.3);
  const told = /** @type {string[]} */ ([]);
  for (const type of ["start", "stop", "end"]) clock.addEventListener(type, () => told.push(type));
  clock.play();
  frame(200);
  frame(200);
  assert.deepEqual(told, ["start", "stop", "end"]);
  assert.equal(isWaiting(), false);
  clock.play();
  assert.equal(clock.time, 0);
});

test("a seek goes anywhere within the playing and nowhere else", () => {
  const { clock } = madeClock(8);
  for (const [asked, got] of [[3, 3], [-1, 0], [99, 8], [NaN, 0]]) {
    clock.seek(asked);
    assert.equal(clock.time, got);
  }
});
