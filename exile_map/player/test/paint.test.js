import assert from "node:assert/strict";
import { test } from "node:test";
import { paintLeg, sketchLeg } from "../src/paint.js";
import { lengths } from "../src/line.js";

/** A pen that keeps with what width and dashes it was asked to stroke. */
function pen() {
  /** @type {{width: number, dash: number[], colour: string}[]} */
  const strokes = [];
  /** @type {number[]} */
  let dash = [];
  const ctx = {
    strokes, lineWidth: 1, strokeStyle: "", setLineDash: (/** @type {number[]} */ d) => void (dash = d), beginPath() {}, moveTo() {}, lineTo() {},
    stroke: () => void strokes.push({ width: ctx.lineWidth, dash, colour: ctx.strokeStyle }),
  };
  return /** @type {any} */ (ctx);
}

const points = Float64Array.of(0.5, 0.5, 0.51, 0.5);
const leg = /** @type {any} */ ({ points, lengths: lengths(points), box: [0.5, 0.5, 0.51, 0.5], moveGroup: "unknown", slot: -1, aside: 0, mode: "" });
const view = { scale: 1024, originX: 0, originY: 0, width: 1024, height: 1024 };
const theme = /** @type {any} */ ({ unknown: "grey", casing: "white" });

test("a way has its casing and its dashes", () => {
  const ctx = pen();
  paintLeg(ctx, view, leg, theme);
  assert.deepEqual(ctx.strokes.map((/** @type {any} */ s) => [s.colour, s.dash.length]), [["white", 0], ["grey", 2]]);
});

test("a sketched way is one hairline of its colour", () => {
  const ctx = pen();
  sketchLeg(ctx, view, leg, theme);
  assert.deepEqual(ctx.strokes, [{ width: 1, dash: [], colour: "grey" }]);
});
