/** The overlay: what moves or speaks on the map: markers, names, the way being travelled, the traveller. */
import { around, gap, grown, isFar, landing, standing, within } from "./labels.js";
import { reachOf } from "./markers.js";
import { copiesOf, paintGap, paintLegs, paintSigns, spotOn } from "./paint.js";
import { boxesOf, paintPeople } from "./people.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./markers.js").Marker} Marker */
/** @typedef {import("./markers.js").Label} Label */
/** @typedef {import("./markers.js").Layout} Layout */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {import("./labels.js").Rect} Rect */
/** @typedef {CanvasRenderingContext2D} Context */

const FULL = 2 * Math.PI;
const SIZES = { now: 17, next: 17, visited: 14, ahead: 13 };
const SMALL = 12;
const NUMBER_SIZE = 10.5;
/** How much further the points of a diamond or square reach than a disc as large. */
const POINTED = 1.35;

/** @param {Theme} theme @param {import("./markers.js").State} state @param {boolean} area @param {boolean} small */
function nameFont(theme, state, area, small) {
  return `${area ? "italic " : ""}${SIZES[state] > 16 ? 700 : 500} ${small ? SMALL : SIZES[state]}px ${theme.serif}`;
}
/** @param {Theme} theme */
const numberFont = (theme) => `500 ${NUMBER_SIZE}px ${theme.sans}`;

/** A measure of names that remembers. @param {Context} ctx @param {Theme} theme @returns {import("./markers.js").Measure} */
export function makeMeasure(ctx, theme) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  const width = (/** @type {string} */ font, /** @type {string} */ text) => {
    const key = font + text;
    const known = widths.get(key);
    if (known !== undefined) return known;
    ctx.font = font;
    const wide = ctx.measureText(text).width;
    widths.set(key, wide);
    return wide;
  };
  return ({ text, numbers, small }, state, area) => ({
    w: width(nameFont(theme, state, area, small), text) + (numbers ? (text ? 5 : 0) + width(numberFont(theme), numbers) : 0) + 4,
    h: (small ? SMALL : SIZES[state]) + 5,
  });
}

/** @param {Context} ctx @param {Theme} theme @param {Label} label @param {boolean} rtl */
function paintLabel(ctx, theme, { text, numbers, small, state, area, rect }, rtl) {
  const y = rect.y + rect.h / 2 + 0.5;
  ctx.font = numberFont(theme);
  const numberWidth = numbers ? ctx.measureText(numbers).width + 5 : 0;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.casing;
  ctx.direction = "ltr";
  const textX = rect.x + 2 + (rtl ? numberWidth : 0);
  const numberX = rtl ? rect.x + 2 : rect.x + rect.w - 2 - numberWidth + 5;
  if (numbers) {
    ctx.lineWidth = 3;
    ctx.strokeText(numbers, numberX, y + 1);
    ctx.fillStyle = theme.muted;
    ctx.fillText(numbers, numberX, y + 1);
  }
  ctx.font = nameFont(theme, state, area, small);
  ctx.lineWidth = SIZES[state] > 16 ? 4.5 : 3.5;
  ctx.strokeText(text, textX, y);
  ctx.fillStyle = state === "ahead" ? theme.muted : theme.ink;
  ctx.fillText(text, textX, y);
}

/** A hair from a marker to a name that stands further off. @param {Context} ctx @param {Theme} theme @param {Label} label */
function paintLeader(ctx, theme, { at, rect }) {
  const { x, y } = landing(grown(rect, 2), at);
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.casing, 2.6], [theme.muted, 0.7]])) {
    ctx.beginPath();
    ctx.moveTo(at.x, at.y);
    ctx.lineTo(x, y);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** @param {Context} ctx @param {Theme} theme @param {Marker} marker */
function paintMarker(ctx, theme, { x, y, r, state, area, places, ends, life }) {
  const circle = (/** @type {number} */ radius) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, FULL);
  };
  // Where a life begins stands a diamond, else where it ends a square; where several do, it is a dot for many as any other.
  const sign = life > -2 && ends;
  const shape = (/** @type {number} */ radius) => {
    circle(sign ? 0 : radius);
    for (let i = 0; sign && i < 4; i++) {
      const angle = (i + (ends & 1 ? 0 : 0.5)) * (FULL / 4);
      ctx[i ? "lineTo" : "moveTo"](x + radius * POINTED * Math.cos(angle), y + radius * POINTED * Math.sin(angle));
    }
    ctx.closePath();
  };
  const ink = sign && life >= 0 ? theme.lives[life] : theme.ink;
  if (state === "now") {
    circle(r + 7);
    ctx.fillStyle = theme.ink;
    ctx.globalAlpha *= 0.14;
    ctx.fill();
    ctx.globalAlpha /= 0.14;
  }
  shape(r + 1.1);
  ctx.fillStyle = theme.casing;
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = ctx.fillStyle = state === "ahead" && ink === theme.ink ? theme.muted : ink;
  shape(state === "now" ? r - 1.2 : r - 0.8);
  const open = state === "ahead" || state === "next";
  if (area || open) {
    // A place known roughly, and one not yet reached, are hollow.
    ctx.setLineDash(area && !open ? [2.4, 2] : []);
    ctx.fillStyle = theme.paper;
    ctx.fill();
    ctx.stroke();
    ctx.setLineDash([]);
    if (area && !open) {
      ctx.fillStyle = ink;
      circle(state === "now" ? 3.2 : 1.6);
      ctx.fill();
    }
    return;
  }
  ctx.fill();
  if ((!sign && (places.length > 1 || ends)) || state === "now") {
    ctx.strokeStyle = theme.paper;
    ctx.lineWidth = 1.3;
    circle(state === "now" ? r - 4 : r - 2.6);
    ctx.stroke();
  }
}

/** @param {Context} ctx @param {Theme} theme @param {number} x @param {number} y */
function paintTraveller(ctx, theme, x, y) {
  for (const [radius, colour, alpha] of /** @type {[number, string, number][]} */ ([
    [13, theme.ink, 0.12],
    [7.4, theme.casing, 1],
    [5.8, theme.ink, 1],
    [2, theme.paper, 1],
  ])) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, FULL);
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** A name fades while it slides so many pixels under another, or under furniture. */
const UNDER = 3;
const UNDER_FURNITURE = 10;
/** @param {number} value */
const part = (value) => Math.max(0, Math.min(1, value));

/**
 * Names on the way: those of where it begins, of its middle and of where it ends, each in its time; one that is the same
 * in all stays where it is. None jumps: what comes to collide meanwhile fades.
 * @param {Layout[]} layouts of beginning, middle and end @param {number} fraction of the way @param {Marker[]} markers as they stand now
 * @param {import("./markers.js").Measure} measure @param {Rect} bounds @param {Rect[]} obstacles
 * @returns {Label[]}
 */
export function blendLabels(layouts, fraction, markers, measure, bounds, obstacles) {
  const [leaving, coming] = [part((0.3 - fraction) * 6), part((fraction - 0.7) * 6)];
  const where = new Map(markers.map((m) => [m.place, m]));
  const boxes = markers.map((m) => around(m));
  /** @type {Map<string, Label & {alpha: number}>} */
  const wanted = new Map();
  [1 - leaving - coming, leaving, coming].forEach((alpha, i) => {
    for (const label of layouts[[1, 0, 2][i]].labels) {
      const marker = where.get(label.place);
      const key = `${label.place} ${label.side} ${label.text} ${label.small}`;
      const known = wanted.get(key);
      if (known) known.alpha += alpha;
      if (known || !marker) continue;
      const { x, y, state } = marker;
      const rect = standing({ x, y, r: reachOf(marker), ...label.room, ...measure(label, state, label.area) }, label.side);
      wanted.set(key, { ...label, state, alpha, at: marker, rect });
    }
  });
  /** @type {(Label & {alpha: number})[]} */
  const shown = [];
  for (const label of wanted.values()) {
    const { rect } = label;
    label.alpha *= part(1 + Math.min(within(rect, bounds), ...obstacles.map((o) => gap(o, rect))) / UNDER_FURNITURE);
    for (const box of boxes) label.alpha *= part(1 + gap(box, rect) / UNDER);
    for (const other of shown) label.alpha *= 1 - other.alpha * (1 - part(1 + gap(other.rect, rect) / UNDER));
    if (label.alpha > 0.02) shown.push(label);
  }
  return shown;
}

/**
 * @typedef {object} Overlay
 * @property {View} view
 * @property {Theme} theme
 * @property {Marker[]} markers
 * @property {Label[]} labels
 * @property {{leg: import("./model.js").Leg, fraction: number}[]} ways being travelled, and how far
 * @property {import("./people.js").Group[]} people of several lives
 * @property {{from: {x: number, y: number}, to: {x: number, y: number}}[]} gaps pixels
 * @property {import("./model.js").Leg[]} done ways gone that have signs
 * @property {number} strength how strong these are
 * @property {boolean} rtl
 */

/** Where the traveller is on a way, in pixels of each copy. @param {View} view @param {import("./model.js").Leg} leg @param {number} fraction */
function travellers(view, leg, fraction) {
  return leg.box ? copiesOf(view, leg.box).map((copy) => spotOn(view, leg, copy, fraction)) : [];
}

/** @param {Context} ctx @param {Overlay} overlay */
export function paintOverlay(ctx, { view, theme, markers, labels, ways, people, gaps, done, strength, rtl }) {
  for (const gap of gaps) paintGap(ctx, theme, gap.from, gap.to);
  for (const { leg, fraction } of ways) if (fraction > 0) paintLegs(ctx, view, [leg], theme, Math.min(fraction, 0.9999));
  for (const label of labels.filter((l) => isFar(l.side))) {
    ctx.globalAlpha = label.alpha ?? 1;
    paintLeader(ctx, theme, label);
  }
  ctx.globalAlpha = strength;
  paintSigns(ctx, view, done, theme, [...markers.map((m) => around(m, 1)), ...labels.map((l) => l.rect), ...boxesOf(people)]);
  ctx.globalAlpha = 1;
  for (const marker of [...markers].reverse()) paintMarker(ctx, theme, marker);
  for (const { leg, fraction } of ways) {
    if (leg.slot < 0) for (const { x, y } of travellers(view, leg, fraction)) paintTraveller(ctx, theme, x, y);
  }
  for (const label of [...labels].reverse()) {
    ctx.globalAlpha = label.alpha ?? 1;
    paintLabel(ctx, theme, label, rtl);
  }
  ctx.globalAlpha = 1;
  paintPeople(ctx, theme, people);
}
