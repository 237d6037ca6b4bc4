import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraAt, fit, flight, planCameras, scaleOf } from "../src/camera.js";
import { pointAt } from "../src/line.js";
import { readModel } from "../src/model.js";
import { makeSchedule, momentAt, startOfStay } from "../src/pacing.js";
import { route, stay } from "./routes.js";

const FRAME = { width: 1280, height: 668, left: 360, right: 44, top: 0, bottom: 0 };
const model = readModel(route([
  stay("Brussels", [4.35, 50.85]), stay("Paris", [2.35, 48.85]), stay("Barcelona", [2.16, 41.39]),
  stay("Petrograd", [30.3, 59.9]), stay("Nowhere", null), stay("Mexico City", [-99.1, 19.4]),
]));

/** Where a world point stands on the map's box. @param {import("../src/camera.js").Camera} camera @param {number} x @param {number} y */
const screen = (camera, x, y) => [
  (x - camera.x) * scaleOf(camera.zoom) + FRAME.width / 2,
  (y - camera.y) * scaleOf(camera.zoom) + FRAME.height / 2,
];

test("every stay stands in the part of the map that the card leaves free", () => {
  const plan = planCameras(model, FRAME);
  for (const s of model.stays.filter((s) => s.place >= 0)) {
    const [x, y] = screen(plan.stays[s.index], s.x, s.y);
    assert.ok(x > FRAME.left && x < FRAME.width - FRAME.right && y > 0 && y < FRAME.height, `${s.title} at ${x}, ${y}`);
  }
});

test("the whole route is in view at the opening and at the end", () => {
  const plan = planCameras(model, FRAME);
  const schedule = makeSchedule(model);
  for (const second of [0, schedule.duration]) {
    const camera = cameraAt(plan, momentAt(schedule, second), FRAME);
    for (const place of model.places) {
      const [x, y] = screen(camera, place.x, place.y);
      assert.ok(x > FRAME.left && x < FRAME.width && y > 0 && y < FRAME.height);
    }
  }
});

test("the whole route is fitted where no furniture hides a place", () => {
  const legend = { x: 1000, y: 0, w: 280, h: 668 };
  const { whole } = planCameras(model, FRAME, [legend]);
  for (const place of model.places) assert.ok(screen(whole, place.x, place.y)[0] < legend.x);
});

const KEY = { x: 1040, y: 0, w: 240, h: 420 };
const CARD = { x: 0, y: 0, w: 368, h: 668 };
/** @param {number} x @param {number} y @param {number} air */
const isCovered = (x, y, air) => [KEY, CARD].some((o) => x > o.x - air && x < o.x + o.w + air && y > o.y - air && y < o.y + o.h + air);

test("neither the place nor the next nor the last one lies under key or card", () => {
  const plan = planCameras(model, FRAME, [KEY, CARD]);
  for (const s of model.stays.filter((s) => s.place >= 0)) {
    for (const near of [s, s.before, s.after]) {
      if (near && near.place >= 0) assert.ok(!isCovered(.../** @type {[number, number]} */ (screen(plan.stays[s.index], near.x, near.y)), 20), `${near.title} at ${s.title}`);
    }
  }
});

test("in the middle of each way both its ends and the traveller are seen", () => {
  const far = readModel(route([stay("Petrograd", [30.3, 59.9]), stay("Mexico City", [-99.1, 19.4]), stay("Paris", [2.35, 48.85]), stay("Cape Town", [18.4, -33.9])]));
  const plan = planCameras(far, FRAME, [KEY, CARD]);
  assert.ok(plan.ways.some((way) => way()), "some ways are too long to be seen without rising");
  for (const [index, { from, to, points, lengths: along }] of far.legs.entries()) {
    if (!from || !points || !along) continue;
    const camera = cameraAt(plan, { phase: "leg", index, fraction: 0.5, year: 0, time: 0 }, FRAME);
    for (const spot of [from, to, pointAt(points, along, 0.5)]) {
      const [x, y] = screen(camera, spot.x, spot.y);
      assert.ok(x > FRAME.left && x < FRAME.width && y > 0 && y < FRAME.height && !isCovered(x, y, 20), `${from.title} to ${to.title}: ${x}, ${y}`);
    }
  }
});

test("the camera never jumps while playing", () => {
  const plan = planCameras(model, FRAME);
  const schedule = makeSchedule(model);
  let before = cameraAt(plan, momentAt(schedule, 0), FRAME);
  for (let t = 0; t <= schedule.duration; t += 1 / 60) {
    const camera = cameraAt(plan, momentAt(schedule, t), FRAME);
    assert.ok(Math.abs(camera.zoom - before.zoom) < 0.35, `zoom leaps at ${t}`);
    const way = Math.hypot(camera.x - before.x, camera.y - before.y) * scaleOf(Math.min(camera.zoom, before.zoom));
    assert.ok(way < 110, `the map leaps ${way} pixels at ${t}`);
    before = camera;
  }
});

test("while a stay lasts the camera is still", () => {
  const plan = planCameras(model, FRAME);
  const schedule = makeSchedule(model);
  const start = startOfStay(schedule, 3);
  const [a, b] = [start, start + 1].map((t) => cameraAt(plan, momentAt(schedule, t), FRAME));
  assert.equal(a, b);
});

test("a long flight rises above both its ends, a short one hardly", () => {
  const [a, b] = [{ x: 0.5, y: 0.3, zoom: 5 }, { x: 0.2, y: 0.4, zoom: 5 }];
  assert.ok(flight(a, b, 0.5, 1280).zoom < 4);
  assert.ok(flight(a, { ...a, x: 0.503 }, 0.5, 1280).zoom > 4.9);
});

test("a flight begins and ends where it should", () => {
  const [a, b] = [{ x: 0.5, y: 0.3, zoom: 5 }, { x: 0.2, y: 0.4, zoom: 3.5 }];
  const near = (/** @type {typeof a} */ p, /** @type {typeof a} */ q) => Math.abs(p.x - q.x) + Math.abs(p.y - q.y) + Math.abs(p.zoom - q.zoom) < 1e-3;
  assert.ok(near(flight(a, b, 1e-6, 1280), a) && near(flight(a, b, 1 - 1e-6, 1280), b));
});

test("with reduced motion the camera cuts", () => {
  const plan = planCameras(model, FRAME);
  for (const fraction of [0.01, 0.5, 0.99]) {
    const camera = cameraAt(plan, { phase: "leg", index: 2, fraction, year: 0, time: 0 }, FRAME, true);
    assert.equal(camera, plan.stays[3]);
  }
});

test("a stay without a place leaves the camera where it was", () => {
  const plan = planCameras(model, FRAME);
  assert.equal(plan.stays[4], plan.stays[3]);
});

test("a box is never shown closer than asked", () => {
  assert.ok(fit(FRAME, [0.5, 0.3, 0.5, 0.3], 6).zoom <= 6);
});
