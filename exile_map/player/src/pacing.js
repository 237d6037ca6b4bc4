/**
 * The schedule: which second of the playing belongs to which stay or leg, and to which day of the calendar.
 * The axis below the map is true to the calendar; the playing is not, so that short stays can be read
 * and long ones do not bore.
 */

import { isDrawn } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {"story"|"even"|"calendar"} Pace */
/** @typedef {"opening"|"stay"|"leg"|"closing"} Phase */
/** @typedef {{phase: Phase, index: number, fraction: number, year: number, time: number}} Moment `time`: second of the playing */
/**
 * @typedef {object} Columns what is asked of all stays in the order of telling, and of the ways to all but the first
 * @property {ArrayLike<number>} begins calendar at arrival
 * @property {ArrayLike<number>} ends calendar at departure
 * @property {ArrayLike<number>} places -1 where none is known
 * @property {ArrayLike<number>} befores the same person's stay before, or -1
 * @property {ArrayLike<number>} letters
 * @property {ArrayLike<number|boolean>} ways whether there is one to draw
 */
/**
 * @typedef {object} Schedule
 * @property {Pace} pace
 * @property {number} duration seconds
 * @property {Float64Array} starts start of each segment: opening, stay 0, leg 0, stay 1 … closing
 * @property {Model} model
 * @property {ArrayLike<number>} begins year at which each stay begins
 * @property {ArrayLike<number>} until year until which each stay is told, before the next one sets out
 * @property {Float64Array} comes second at which each stay's person is there
 * @property {Float64Array} goes second at which he is no longer; this and the next are known where lives have colours
 * @property {boolean[]} even whether the way to a stay is gone evenly within its own time; else by the calendar
 */

export const PACES = /** @type {Pace[]} */ (["story", "even", "calendar"]);
const OPENING = 2;
const CLOSING = 3;
const LEG = 2;
/** A way that has no length, such as from a town to its prison. */
const SHORT_LEG = 0.6;
/** What the camera's way to another traveller takes of a leg's time, and how much more time there is for it. */
export const CHANGING = 0.35;
const CHANGE = 0.9;
const READ_PER_SECOND = 15;
const SHORTEST_STAY = 1.6;
const LONGEST_STAY = 14;
const EVEN_STAY = 2.5;
/** In the calendar's pace the whole life takes this long for each of its stays. */
const CALENDAR_STAY = 3.5;
const CALENDAR_LEAST = 0.4;
/** However many the stays, nobody watches longer than this: longer playings are squeezed. */
const LONGEST_PLAY = 900;

/** @param {number} letters of story and quote */
export const readingTime = (letters) => Math.min(LONGEST_STAY, Math.max(SHORTEST_STAY, 1.2 + letters / READ_PER_SECOND));

/** What is asked of the stays, in columns. @param {Model} model @returns {Columns} */
const columnsOf = ({ stays, legs }) => ({
  begins: stays.map((stay) => stay.clock[0]),
  ends: stays.map((stay) => stay.clock[1]),
  places: stays.map((stay) => stay.place),
  befores: stays.map((stay) => (stay.before ? stay.before.index : -1)),
  letters: stays.map((stay) => stay.letters),
  ways: legs.map(isDrawn),
});

/** @param {Columns} columns @param {number} a @param {number} b */
const sameAs = ({ places }, a, b) => places[a] === places[b] && places[a] >= 0;

/**
 * Each stay in its turn with the way to it, on the one calendar: until when it is told, and whether its person came there
 * together with the one told before.
 * @param {Columns} columns
 */
function readTurns(columns) {
  const { begins, ends, befores } = columns;
  const last = begins.length - 1;
  const until = new Float64Array(last + 1);
  const together = new Uint8Array(last + 1);
  let end = begins[last];
  for (let i = 0; i <= last; i++) {
    end = Math.max(end, ends[i]);
    const next = befores[i + 1];
    const leaves = i === last ? Infinity : Math.min(next < 0 ? Infinity : ends[next], begins[i + 1]);
    until[i] = i === last ? end : Math.max(begins[i], Math.min(ends[i], leaves));
    if (begins[i - 1] !== begins[i] || !sameAs(columns, i - 1, i)) continue;
    const [mine, other] = [befores[i], befores[i - 1]];
    together[i] = Number(mine < 0 || (other >= 0 && mine !== i - 1 && (ends[mine] < begins[i] || sameAs(columns, other, mine))));
  }
  return { until, together };
}

/** @param {Columns} columns @param {Pace} pace @param {ReturnType<typeof readTurns>} turns @returns {Float64Array} seconds of stay 0, leg 0, stay 1 … */
function segmentTimes(columns, pace, { until, together }) {
  const { begins, befores, letters, ways } = columns;
  const calendar = pace === "calendar";
  const count = begins.length;
  const years = count ? until[count - 1] - begins[0] : 0;
  const perYear = calendar && years > 0 ? (count * CALENDAR_STAY) / years : 0;
  const times = new Float64Array(Math.max(0, 2 * count - 1));
  for (let i = 0; i < count; i++) {
    times[2 * i] = calendar ? Math.max(CALENDAR_LEAST, (until[i] - begins[i]) * perYear) : pace === "even" ? EVEN_STAY : readingTime(letters[i]);
    if (i + 1 === count || together[i + 1]) continue;
    const before = befores[i + 1];
    // To another person's place the camera has a way to go.
    const far = ways[i] || (before !== i && !sameAs(columns, i, i + 1));
    times[2 * i + 1] = calendar ? Math.max(CALENDAR_LEAST, (begins[i + 1] - until[i]) * perYear) : (far ? LEG : SHORT_LEG) + (far && before >= 0 && before !== i ? CHANGE : 0);
  }
  return times;
}

/** @param {Model} model @param {Pace} [pace] @returns {Schedule} */
export function makeSchedule(model, pace = "story") {
  const columns = model.columns ?? columnsOf(model);
  const turns = readTurns(columns);
  const times = segmentTimes(columns, pace, turns);
  let whole = 0;
  for (const time of times) whole += time;
  const squeeze = Math.min(1, LONGEST_PLAY / Math.max(1, whole));
  const starts = new Float64Array(times.length + 2);
  starts[1] = OPENING;
  for (let i = 0; i < times.length; i++) starts[i + 2] = starts[i + 1] + times[i] * squeeze;
  const { begins } = columns;
  const { until, together } = turns;
  const { stays } = model;
  /** @type {Schedule} */
  const schedule = {
    pace, model, starts, begins, until, duration: starts[starts.length - 1] + CLOSING,
    comes: new Float64Array(stays.length), goes: new Float64Array(stays.length), even: [],
  };
  for (let i = 0; i < stays.length; i++) schedule.comes[i] = together[i] ? schedule.comes[i - 1] : startOfStay(schedule, i);
  // Where no life has a colour nobody is seen on his way but the one that is told.
  if (!model.coloured) return schedule;
  together.forEach((joined, i) => setWay(schedule, i, joined));
  for (const stay of stays) if (!stay.after) schedule.goes[stay.index] = Math.max(endOfStay(schedule, stay.index), secondOfYear(schedule, stay.clock[1]));
  return schedule;
}

/** The seconds between which the way to a stay is gone. @param {Schedule} schedule @param {number} index @param {number} joined 1 if with the one told before */
function setWay(schedule, index, joined) {
  const { model: { stays }, starts, begins, until, goes, even } = schedule;
  const { before } = stays[index];
  if (!before) return;
  const leaves = before.clock[1];
  const last = stays[index - 1];
  const atOnce = leaves >= begins[index];
  const way = index - 1 - (joined ? leadOf(schedule, index) : 0);
  const still = begins[way + 1] <= until[way];
  // Who set out while others were told is already under way; who only just did has the way to himself.
  even[index] = joined ? still || atOnce : atOnce || still || leaves >= until[index - 1] || last === before;
  const from = starts[2 + 2 * way];
  const change = stays[way + 1].before === stays[way] ? 0 : CHANGING * (starts[3 + 2 * way] - from);
  goes[before.index] = even[index] ? from + change : secondOfYear(schedule, leaves);
}

/** How many turns before this one the way was gone that it shares. @param {Schedule} schedule @param {number} index */
function leadOf({ comes }, index) {
  let lead = 0;
  while (comes[index - lead - 1] === comes[index]) lead++;
  return lead;
}

/** The segment that holds a second. @param {ArrayLike<number>} starts @param {number} second */
function segmentAt(starts, second) {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= second) low = middle;
    else high = middle;
  }
  return low;
}

/** @param {number} from @param {number} to @param {number} part */
const between = (from, to, part) => from + (to - from) * part;

/** What is on at a second of the playing. @param {Schedule} schedule @param {number} second @returns {Moment} */
export function momentAt(schedule, second) {
  const { starts, duration, begins, until } = schedule;
  const t = Math.max(0, Math.min(duration, second));
  const segment = segmentAt(starts, t);
  const end = segment + 1 < starts.length ? starts[segment + 1] : duration;
  const fraction = end > starts[segment] ? (t - starts[segment]) / (end - starts[segment]) : 0;
  const last = begins.length - 1;
  if (segment === 0 || last < 0) return { phase: "opening", index: 0, fraction, time: t, year: begins[0] ?? 0 };
  if (segment === starts.length - 1) return { phase: "closing", index: last, fraction, time: t, year: until[last] };
  const index = (segment - 1) >> 1;
  return segment % 2
    ? { phase: "stay", index, fraction, time: t, year: between(begins[index], until[index], fraction) }
    : { phase: "leg", index, fraction, time: t, year: yearOnWay(schedule, index, fraction) };
}

/** When the next one sets out, as years and as a part of the way's time: only then does the camera reach him. @param {Schedule} schedule @param {number} index */
function settingOut({ model: { stays }, begins, until }, index) {
  const { before, clock } = stays[index + 1];
  const part = before === stays[index] ? 0 : CHANGING;
  return { part, year: Math.min(clock[0], Math.max(until[index], before ? before.clock[1] : between(until[index], begins[index + 1], part))) };
}

/** @param {Schedule} schedule @param {number} index @param {number} fraction */
function yearOnWay(schedule, index, fraction) {
  const { part, year } = settingOut(schedule, index);
  if (fraction < part) return between(schedule.until[index], year, fraction / part);
  return between(year, schedule.begins[index + 1], (fraction - part) / (1 - part));
}

/** The second at which a stay begins. @param {Schedule} schedule @param {number} index */
export const startOfStay = (schedule, index) => schedule.starts[1 + 2 * index];

/** The second at which a stay begins; of an index between two stays, that in the middle of the way. @param {Schedule} schedule @param {number} index */
export const middleOf = (schedule, index) => (index % 1 ? (endOfStay(schedule, index - 0.5) + startOfStay(schedule, index + 0.5)) / 2 : startOfStay(schedule, index));

/** The second a stay ends. @param {Schedule} schedule @param {number} index */
export const endOfStay = (schedule, index) => schedule.starts[2 + 2 * index];

/** The last second at which the calendar has not passed a year. @param {Schedule} schedule @param {number} year */
export function secondOfYear(schedule, year) {
  const { starts, begins, until, model } = schedule;
  if (!model.stays.length) return 0;
  const index = Math.max(0, segmentAt(begins, year));
  const segment = 1 + 2 * index;
  const [from, to] = [begins[index], until[index]];
  if (year <= to || index + 1 === begins.length) {
    const part = to > from ? Math.max(0, (year - from) / (to - from)) : 0;
    return between(starts[segment], starts[segment + 1], Math.min(part, 0.999));
  }
  const { part, year: out } = settingOut(schedule, index);
  const gone = year <= out ? (part * (year - to)) / (out - to) : part + ((1 - part) * (year - out)) / (begins[index + 1] - out);
  return between(starts[segment + 1], starts[segment + 2], gone);
}

/** The second of another schedule at which the same is on. @param {Schedule} before @param {Schedule} after @param {number} second */
export function samePlace(before, after, second) {
  const segment = segmentAt(before.starts, second);
  const length = (/** @type {Schedule} */ { starts, duration }) => (starts[segment + 1] ?? duration) - starts[segment];
  const part = length(before) > 0 ? (second - before.starts[segment]) / length(before) : 0;
  return after.starts[segment] + part * length(after);
}
