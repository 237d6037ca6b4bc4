/**
 * The schedule: which second of the playing belongs to which stay or leg, and to which day of the calendar.
 * The axis below the map is true to the calendar; the playing is not, so that short stays can be read
 * and long ones do not bore.
 */

import { isDrawn } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {"story"|"even"|"calendar"} Pace */
/** @typedef {"opening"|"stay"|"leg"|"closing"} Phase */
/** @typedef {{phase: Phase, index: number, fraction: number, year: number}} Moment */
/**
 * @typedef {object} Schedule
 * @property {Pace} pace
 * @property {number} duration seconds
 * @property {Float64Array} starts start of each segment: opening, stay 0, leg 0, stay 1 … closing
 * @property {Model} model
 */

export const PACES = /** @type {Pace[]} */ (["story", "even", "calendar"]);
const OPENING = 2;
const CLOSING = 3;
const LEG = 2;
/** A way that has no length, such as from a town to its prison. */
const SHORT_LEG = 0.6;
const READ_PER_SECOND = 15;
const SHORTEST_STAY = 1.6;
const LONGEST_STAY = 14;
const EVEN_STAY = 2.5;
/** In the calendar's pace the whole life takes this long for each of its stays. */
const CALENDAR_STAY = 3.5;
const CALENDAR_LEAST = 0.4;
/** However many the stays, nobody watches longer than this: longer playings are squeezed. */
const LONGEST_PLAY = 900;

/** @param {import("./model.js").Stay} stay */
export function readingTime(stay) {
  return Math.min(LONGEST_STAY, Math.max(SHORTEST_STAY, 1.2 + stay.letters / READ_PER_SECOND));
}

/** @param {Model} model @param {number} index */
const legTime = (model, index) => (isDrawn(model.legs[index]) ? LEG : SHORT_LEG);

/** @param {Model} model @param {Pace} pace @returns {Float64Array} seconds of stay 0, leg 0, stay 1 … */
function segmentTimes(model, pace) {
  const { stays } = model;
  const calendar = pace === "calendar";
  const years = stays.reduce((sum, s, i) => sum + s.clock[1] - s.clock[0] + Math.max(0, gapYears(model, i)), 0);
  const perYear = calendar && years > 0 ? (stays.length * CALENDAR_STAY) / years : 0;
  const times = new Float64Array(Math.max(0, 2 * stays.length - 1));
  stays.forEach((stay, i) => {
    const stayYears = (stay.clock[1] - stay.clock[0]) * perYear;
    times[2 * i] = calendar ? Math.max(CALENDAR_LEAST, stayYears) : pace === "even" ? EVEN_STAY : readingTime(stay);
    if (i + 1 < stays.length) times[2 * i + 1] = calendar ? Math.max(CALENDAR_LEAST, gapYears(model, i) * perYear) : legTime(model, i);
  });
  return times;
}

/** Years between two stays; below 0 between two persons. @param {Model} model @param {number} index */
function gapYears({ stays }, index) {
  return index + 1 < stays.length ? stays[index + 1].clock[0] - stays[index].clock[1] : 0;
}

/** @param {Model} model @param {Pace} [pace] @returns {Schedule} */
export function makeSchedule(model, pace = "story") {
  const times = segmentTimes(model, pace);
  const whole = times.reduce((sum, time) => sum + time, 0);
  const squeeze = Math.min(1, LONGEST_PLAY / Math.max(1, whole));
  const starts = new Float64Array(times.length + 2);
  starts[1] = OPENING;
  times.forEach((time, i) => (starts[i + 2] = starts[i + 1] + time * squeeze));
  return { pace, model, starts, duration: starts[starts.length - 1] + CLOSING };
}

/** The segment that holds a second. @param {Float64Array} starts @param {number} second */
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
  const { starts, duration, model } = schedule;
  const { stays } = model;
  const t = Math.max(0, Math.min(duration, second));
  const segment = segmentAt(starts, t);
  const end = segment + 1 < starts.length ? starts[segment + 1] : duration;
  const fraction = end > starts[segment] ? (t - starts[segment]) / (end - starts[segment]) : 0;
  const last = stays.length - 1;
  if (segment === 0 || last < 0) return { phase: "opening", index: 0, fraction, year: stays[0]?.clock[0] ?? 0 };
  if (segment === starts.length - 1) return { phase: "closing", index: last, fraction, year: stays[last].clock[1] };
  const index = (segment - 1) >> 1;
  const here = stays[index].clock;
  if (segment % 2) return { phase: "stay", index, fraction, year: between(here[0], here[1], fraction) };
  const next = stays[index + 1].clock[0];
  // Between two persons the calendar leaps back: it must not be seen to run backwards.
  const year = next < here[1] ? (fraction < 0.5 ? here[1] : next) : between(here[1], next, fraction);
  return { phase: "leg", index, fraction, year };
}

/** The second at which a stay begins. @param {Schedule} schedule @param {number} index */
export const startOfStay = (schedule, index) => schedule.starts[1 + 2 * index];

/** The second a stay ends. @param {Schedule} schedule @param {number} index */
export const endOfStay = (schedule, index) => schedule.starts[2 + 2 * index];

/**
 * The second at which a calendar year is reached, by one person's stays.
 * @param {Schedule} schedule @param {number} year @param {number} [person]
 */
export function secondOfYear(schedule, year, person = 0) {
  const { starts, model } = schedule;
  const { stays } = model;
  let best = stays.findIndex((stay) => stay.person === person);
  if (best < 0) return 0;
  for (let i = best; i < stays.length && stays[i].person === person; i++) {
    if (stays[i].clock[0] <= year) best = i;
  }
  const [from, to] = stays[best].clock;
  const segment = 1 + 2 * best;
  if (year <= to) {
    const part = to > from ? Math.max(0, (year - from) / (to - from)) : 0;
    return between(starts[segment], starts[segment + 1], Math.min(part, 0.999));
  }
  const next = stays[best + 1];
  if (!next || next.person !== person) return starts[segment + 1] - 1e-3;
  return between(starts[segment + 1], starts[segment + 2], (year - to) / (next.clock[0] - to));
}

/** The second of another schedule at which the same is on. @param {Schedule} before @param {Schedule} after @param {number} second */
export function samePlace(before, after, second) {
  const segment = segmentAt(before.starts, second);
  const length = (/** @type {Schedule} */ { starts, duration }) => (starts[segment + 1] ?? duration) - starts[segment];
  const part = length(before) > 0 ? (second - before.starts[segment]) / length(before) : 0;
  return after.starts[segment] + part * length(after);
}
