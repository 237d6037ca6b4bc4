/** The overlay: what moves or speaks on the map: markers, names, the way being travelled, the traveller. */
import { isFar, overlap, standing } from "./labels.js";
import { copiesOf, paintGap, paintLeg, spotOn } from "./paint.js";
import { paintPeople } from "./people.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./markers.js").Marker} Marker */
/** @typedef {import("./markers.js").Label} Label */
/** @typedef {import("./markers.js").Layout} Layout */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {import("./labels.js").Rect} Rect */
/** @typedef {CanvasRenderingContext2D} Context */

const FULL = 2 * Math.PI;
const SIZES = { now: 17, visited: 14, ahead: 13 };
const NUMBER_SIZE = 10.5;

/** @param {Theme} theme @param {import("./markers.js").State} state @param {boolean} area */
function nameFont(theme, state, area) {
  return `${area ? "italic " : ""}${state === "now" ? 700 : 500} ${SIZES[state]}px ${theme.serif}`;
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
  return (text, numbers, state, area) => ({
    w: width(nameFont(theme, state, area), text) + (numbers ? 5 + width(numberFont(theme), numbers) : 0) + 4,
    h: SIZES[state] + 5,
  });
}

/** @param {Context} ctx @param {Theme} theme @param {Label} label @param {boolean} rtl */
function paintLabel(ctx, theme, { text, numbers, state, area, rect }, rtl) {
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
  ctx.font = nameFont(theme, state, area);
  ctx.lineWidth = state === "now" ? 4.5 : 3.5;
  ctx.strokeText(text, textX, y);
  ctx.fillStyle = state === "ahead" ? theme.muted : theme.ink;
  ctx.fillText(text, textX, y);
}

/** A hair from a marker to a name that stands further off. @param {Context} ctx @param {Theme} theme @param {Label} label */
function paintLeader(ctx, theme, { at, rect }) {
  const x = Math.max(rect.x, Math.min(rect.x + rect.w, at.x));
  const y = Math.max(rect.y + 4, Math.min(rect.y + rect.h - 4, at.y));
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.casing, 3], [theme.ink, 0.8]])) {
    ctx.beginPath();
    ctx.moveTo(at.x, at.y);
    ctx.lineTo(x, y);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}

/** @param {Context} ctx @param {Theme} theme @param {Marker} marker */
function paintMarker(ctx, theme, { x, y, r, state, area, places }) {
  const circle = (/** @type {number} */ radius) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, FULL);
  };
  if (state === "now") {
    circle(r + 7);
    ctx.fillStyle = theme.ink;
    ctx.globalAlpha *= 0.14;
    ctx.fill();
    ctx.globalAlpha /= 0.14;
  }
  circle(r + 1.6);
  ctx.fillStyle = theme.casing;
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = ctx.fillStyle = state === "ahead" ? theme.muted : theme.ink;
  circle(state === "now" ? r - 1.2 : r - 0.8);
  if (area || state === "ahead") {
    // A place known roughly, and one not yet reached, are hollow.
    ctx.setLineDash(area ? [2.4, 2] : []);
    ctx.fillStyle = theme.paper;
    ctx.fill();
    ctx.stroke();
    ctx.setLineDash([]);
    if (area && state !== "ahead") {
      ctx.fillStyle = theme.ink;
      circle(state === "now" ? 3.2 : 1.6);
      ctx.fill();
    }
    return;
  }
  ctx.fill();
  if (places.length > 1 || state === "now") {
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

/**
 * Names on the way from one layout to another: those of both stay, the others fade; none may collide meanwhile.
 * @param {Layout} from @param {Layout} to @param {number} part 0..1 @param {Marker[]} markers as they stand now
 * @param {Set<number>} kept places named all the way @param {Rect[]} obstacles
 * @returns {(Label & {alpha: number})[]}
 */
export function blendLabels(from, to, part, markers, kept, obstacles) {
  const leaving = Math.max(0, 1 - part / 0.3);
  const coming = Math.max(0, (part - 0.7) / 0.3);
  const later = new Map(to.labels.map((l) => [l.place, l]));
  const earlier = new Map(from.labels.map((l) => [l.place, l]));
  /** @type {(Label & {alpha: number})[]} */
  const wanted = [];
  for (const label of part < 0.5 ? from.labels : to.labels) {
    const other = (part < 0.5 ? later : earlier).get(label.place);
    const stays = kept.has(label.place) || (other?.side === label.side && other.text === label.text);
    // On the way nobody is at a place yet, or any more.
    const state = label.state === "now" ? "visited" : label.state;
    wanted.push({ ...label, state, alpha: stays ? 1 : part < 0.5 ? leaving : coming });
  }
  const where = new Map(markers.map((m) => [m.place, m]));
  /** @type {Rect[]} */
  const taken = [...obstacles, ...markers.map(({ x, y, r }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }))];
  return wanted.flatMap((label) => {
    const marker = where.get(label.place);
    if (!marker || label.alpha <= 0.02) return [];
    const r = marker.r + (label.state === "now" ? 4 : 0);
    const rect = standing({ x: marker.x, y: marker.y, r, w: label.rect.w, h: label.rect.h }, label.side);
    if (taken.some((other) => overlap(other, rect))) return [];
    taken.push(rect);
    return [{ ...label, rect, at: marker }];
  });
}

/**
 * @typedef {object} Overlay
 * @property {View} view
 * @property {Theme} theme
 * @property {Marker[]} markers
 * @property {(Label & {alpha?: number})[]} labels
 * @property {{leg: import("./model.js").Leg, fraction: number}[]} ways being travelled, and how far
 * @property {import("./people.js").Group[]} people of several lives
 * @property {{from: {x: number, y: number}, to: {x: number, y: number}}[]} gaps pixels
 * @property {boolean} rtl
 */

/** Where the traveller is on a way, in pixels of each copy. @param {View} view @param {import("./model.js").Leg} leg @param {number} fraction */
function travellers(view, leg, fraction) {
  return leg.box ? copiesOf(view, leg.box).map((copy) => spotOn(view, leg, copy, fraction)) : [];
}

/** @param {Context} ctx @param {Overlay} overlay */
export function paintOverlay(ctx, { view, theme, markers, labels, ways, people, gaps, rtl }) {
  for (const gap of gaps) paintGap(ctx, theme, gap.from, gap.to);
  for (const { leg, fraction } of ways) if (fraction > 0) paintLeg(ctx, view, leg, theme, Math.min(fraction, 0.9999));
  for (const label of labels.filter((l) => isFar(l.side))) {
    ctx.globalAlpha = label.alpha ?? 1;
    paintLeader(ctx, theme, label);
  }
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
