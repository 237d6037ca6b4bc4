/** The timeline's picture: one bar a stay, soft where time is in doubt, hatched where there was no freedom. */
import { slotOf } from "./lives.js";
import { LONG_ROUTES } from "./long.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {{top: number, height: number, lanes: number, lane: (person: number) => number, x: (year: number) => number, rtl: boolean, coloured: boolean}} Frame */

/** Of so many stays not every bar is painted. */
const MANY = 2000;
export const THINNEST = 4;
/** Of what the same lives have nearer than this one mark stands for all. */
const APART = 7;
/** Stays that are no home are half as high: form alone tells them apart. */
export const LOW = new Set(["transit", "waiting", "hiding", "sea"]);

/** @param {string} colour @param {number} ratio @returns {CanvasPattern|string} */
function hatch(colour, ratio) {
  const tile = document.createElement("canvas");
  const side = Math.round(6 * ratio);
  tile.width = tile.height = side;
  const ctx = tile.getContext("2d");
  if (!ctx) return colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.9 * ratio;
  for (const shift of [-side, 0, side]) {
    ctx.beginPath();
    ctx.moveTo(shift, side);
    ctx.lineTo(shift + side, 0);
    ctx.stroke();
  }
  const pattern = ctx.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? colour;
}

/** Where a bar begins, is sure, ceases to be sure and ends. @param {Stay} stay @returns {[number, number, number, number]} */
export function extent({ years, clock }) {
  const start = years[0] ?? clock[0];
  const sure = Math.min(Math.max(start, years[1] ?? start), Math.max(start, clock[1]));
  const until = Math.max(sure, years[2] ?? clock[1]);
  const end = Math.max(until, years[3] ?? Math.max(clock[1], until));
  return [start, sure, until, end];
}

/** Fades what is on the canvas to little between two places: to nothing, it would look like dirt on a dark ground. @param {CanvasRenderingContext2D} ctx @param {number} from @param {number} to @param {number} top @param {number} height */
function fade(ctx, from, to, top, height) {
  if (Math.abs(to - from) < 1.5) return;
  const gradient = ctx.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, "rgba(0,0,0,0.8)");
  gradient.addColorStop(1, "rgba(0,0,0,0)");
  ctx.globalCompositeOperation = "destination-out";
  ctx.fillStyle = gradient;
  ctx.fillRect(Math.min(from, to) - (from < to ? 1 : 0), top - 1, Math.abs(to - from) + 1, height + 2);
  ctx.globalCompositeOperation = "source-over";
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Stay} stay @param {Frame} frame @param {Theme} theme
 * @param {(slot: number) => CanvasPattern|string} hatched
 */
function paintBar(ctx, stay, frame, theme, hatched) {
  const lane = frame.height / frame.lanes;
  const [start, sure, until, end] = extent(stay).map(frame.x);
  const low = LOW.has(stay.stayGroup);
  const gap = frame.lanes > 1 ? 2 : 0;
  const slot = frame.coloured ? slotOf(stay.person) : -1;
  const full = lane - gap;
  const height = low ? Math.max(4, full * 0.5) : full;
  const top = frame.top + lane * frame.lane(stay.person) + (full - height);
  const width = Math.max(THINNEST, Math.abs(end - start) - 1);
  const left = frame.rtl ? start - width : start;
  const confined = stay.stayGroup === "confined";
  ctx.globalAlpha = stay.inferred.length === 2 ? 0.5 : 1;
  ctx.fillStyle = confined ? theme.paper : slot >= 0 ? theme.lives[slot] : theme.bar;
  if (slot >= 0 && !confined) ctx.globalAlpha *= 0.72;
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, 2);
  ctx.fill();
  if (confined) {
    ctx.fillStyle = hatched(slot);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  return { top, height, start, sure, until, end, width };
}

/** Of very many stays those whose bars would hide nothing new. @param {Stay[]} stays @param {Frame} frame @param {number} width */
function seen(stays, frame, width) {
  if (stays.length < MANY) return stays;
  /** @type {Map<string, Uint8Array>} */
  const covered = new Map();
  return stays.filter(({ clock, person, stayGroup }) => {
    const key = `${Math.min(person, frame.lanes - 1)} ${stayGroup}`;
    const columns = covered.get(key) ?? new Uint8Array(Math.ceil(width) + 1);
    covered.set(key, columns);
    const [a, b] = clock.map((year) => Math.max(0, Math.min(width, Math.floor(frame.x(year)))));
    const [left, right] = a < b ? [a, b] : [b, a];
    let column = left;
    while (column < right && columns[column]) column++;
    if (columns[column]) return false;
    columns.fill(1, left, right + 1);
    return true;
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {Stay[]} all @param {Frame} frame @param {Theme} theme */
export function paintBars(ctx, all, frame, theme) {
  const ratio = ctx.getTransform().a || 1;
  const { width, height } = ctx.canvas;
  /** @type {Map<number, CanvasPattern|string>} */
  const patterns = new Map();
  const hatched = (/** @type {number} */ slot) => {
    const pattern = patterns.get(slot) ?? hatch(slot < 0 ? theme.forced : theme.lives[slot], ratio);
    patterns.set(slot, pattern);
    return pattern;
  };
  const stays = LONG_ROUTES ? seen(all, frame, width / ratio) : all;
  // Each bar is made on a sheet of its own: its soft ends must not wipe its neighbours.
  const sheet = document.createElement("canvas");
  const wide = 2600;
  sheet.width = Math.min(wide, width);
  sheet.height = height;
  const own = sheet.getContext("2d");
  if (!own) return;
  own.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const stay of stays) {
    const [start, sure, until, end] = extent(stay).map(frame.x);
    const soft = Math.abs(sure - start) > 1.5 || Math.abs(end - until) > 1.5;
    if (!soft) {
      paintBar(ctx, stay, frame, theme, hatched);
      continue;
    }
    const left = Math.max(0, Math.min(start, end) - 4);
    const span = Math.min(wide, Math.abs(end - start) + 12);
    own.clearRect(left, 0, span, height / ratio);
    const bar = paintBar(own, stay, frame, theme, hatched);
    fade(own, bar.start, bar.sure, bar.top, bar.height);
    fade(own, bar.end, bar.until, bar.top, bar.height);
    const [sx, sw] = [Math.floor(left * ratio), Math.ceil(span * ratio)];
    ctx.drawImage(sheet, sx, 0, sw, height, sx / ratio, 0, sw / ratio, height / ratio);
  }
}

/**
 * Where lives met: a line that joins their lanes, with a knot in each, and goes round others'; broken where they only may have met.
 * @param {CanvasRenderingContext2D} ctx @param {import("./lives.js").Meeting[]} meetings @param {Frame} frame @param {Theme} theme
 */
export function paintMeetings(ctx, meetings, frame, theme) {
  const lane = frame.height / frame.lanes;
  /** @type {{x: number, certain: boolean, lanes: number[]}[]} */
  const marks = [];
  // What is certain is drawn over what may have been.
  for (const { stays, years, certain } of [...meetings].sort((a, b) => Number(a.certain) - Number(b.certain) || b.stays.length - a.stays.length)) {
    const x = frame.x((years[0] + years[1]) / 2);
    const lanes = [...new Set(stays.map((stay) => frame.lane(stay.person)))].sort((a, b) => a - b);
    if (!marks.some((m) => m.certain === certain && Math.abs(m.x - x) < APART && lanes.every((n) => m.lanes.includes(n)))) marks.push({ x, certain, lanes });
  }
  const yOf = (/** @type {number} */ n) => frame.top + lane * (n + 0.5) - 1;
  for (const { x, certain, lanes } of marks) {
    const ys = lanes.map(yOf);
    const last = lanes[lanes.length - 1];
    ctx.setLineDash(certain ? [] : [2.5, 2.5]);
    for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.paper, 3.4], [theme.ink, 1.2]])) {
      ctx.beginPath();
      ctx.moveTo(x, ys[0]);
      for (let n = lanes[0] + 1; n < last; n++) if (!lanes.includes(n)) ctx.arc(x, yOf(n), Math.min(5, lane / 2), -Math.PI / 2, Math.PI / 2);
      ctx.lineTo(x, yOf(last));
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.fillStyle = certain ? theme.ink : theme.paper;
    for (const y of ys) {
      ctx.beginPath();
      ctx.arc(x, y, 2.6, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
  }
}

const NAME_SIZE = 11;
/** No lane has room for more letters: a text is not tried letter by letter from the end of a whole book. */
const MOST_LETTERS = 100;

/** A text cut to a width. @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} width */
function cutTo(ctx, text, width) {
  let shown = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  while (shown.length > 1 && ctx.measureText(shown).width > width) shown = `${shown.slice(0, shown.endsWith("…") ? -2 : -1).trimEnd()}…`;
  return shown;
}

/**
 * Whose life each lane is, written before it; how wide that is.
 * @param {CanvasRenderingContext2D} ctx @param {string[]} names @param {{top: number, height: number, side: number, width: number, most: number, rtl: boolean}} frame @param {Theme} theme
 */
export function paintNames(ctx, names, { top, height, side, width, most, rtl }, theme) {
  const lane = height / names.length;
  ctx.font = `${Math.min(NAME_SIZE, lane)}px ${theme.sans}`;
  ctx.fillStyle = theme.muted;
  ctx.textBaseline = "middle";
  ctx.textAlign = rtl ? "left" : "right";
  // Isolated, a name is written in its own direction, whatever the page's.
  const shown = names.map((name) => `\u2068${cutTo(ctx, name, most)}\u2069`);
  const room = Math.max(...shown.map((name) => ctx.measureText(name).width));
  shown.forEach((name, i) => ctx.fillText(name, rtl ? width - side - room : side + room, top + lane * (i + 0.5)));
  return room;
}

/** @param {import("./words.js").Words} words @param {import("./axis.js").Tick} tick */
function tickText(words, { year, kind, month, day }) {
  if (kind === "year") return words.year(year + 1e-9);
  return kind === "month" ? words.month(month) : `${words.number(day)} ${words.month(month)}`;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {import("./axis.js").Tick[]} ticks
 * @param {{x: (year: number) => number, base: number, left: number, right: number}} frame
 * @param {Theme} theme @param {import("./words.js").Words} words
 */
export function paintAxis(ctx, ticks, { x, base, left, right }, theme, words) {
  ctx.strokeStyle = theme.barLine;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(left, base + 0.5);
  ctx.lineTo(right, base + 0.5);
  for (const tick of ticks) {
    const at = Math.round(x(tick.year)) + 0.5;
    ctx.moveTo(at, base);
    ctx.lineTo(at, base + 4);
  }
  ctx.stroke();
  ctx.font = `11px ${theme.sans}`;
  ctx.fillStyle = theme.muted;
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  let free = -Infinity;
  const placed = ticks.map((tick) => ({ at: x(tick.year), text: tickText(words, tick) })).sort((a, b) => a.at - b.at);
  for (const { at, text } of placed) {
    const width = ctx.measureText(text).width;
    const start = Math.max(2, Math.min(right + left - width - 2, at - width / 2));
    if (start < free) continue;
    ctx.fillText(text, start, base + 6);
    free = start + width + 8;
  }
}
