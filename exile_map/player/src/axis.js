/** The timeline's scale: calendar years to pixels, and where its ticks stand, from days to millennia. */

/** @typedef {{year: number, kind: "year"|"month"|"day", month: number, day: number}} Tick */

/** Pixels a label needs. */
const ROOM = 64;
const MONTHS = [1, 3, 6];
const DAYS = [1, 2, 5, 10, 15];
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Proleptic Gregorian, astronomical years. @param {number} year */
export const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param {number} year @param {number} month 1..12 */
export const daysIn = (year, month) => LENGTHS[month - 1] + (month === 2 && isLeap(year) ? 1 : 0);

/** Decimal year of a day's beginning. @param {number} year @param {number} month @param {number} day */
export function decimalYear(year, month, day) {
  let days = day - 1;
  for (let m = 1; m < month; m++) days += daysIn(year, m);
  return year + days / (isLeap(year) ? 366 : 365);
}

/** The least of 1, 2, 5, 10, 20 … that is not below a number. @param {number} least */
export function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? power * 10;
}

/** @param {number} from @param {number} to @param {number} step @returns {Tick[]} */
function yearTicks(from, to, step) {
  /** @type {Tick[]} */
  const ticks = [];
  // Years are counted as they are written (100 BCE is -99 to us), so that what is written is round; no year is 0.
  for (let written = Math.floor((from - 1) / step) * step; written <= to; written += step) {
    const year = written > 0 || step === 1 ? written : written === 0 ? 1 : written + 1;
    if (year >= from && year <= to) ticks.push({ year, kind: "year", month: 1, day: 1 });
  }
  return ticks;
}

/** @param {number} from @param {number} to @param {number} step @returns {Tick[]} */
function monthTicks(from, to, step) {
  /** @type {Tick[]} */
  const ticks = [];
  for (let year = Math.floor(from); year <= to; year++) {
    for (let month = 1; month <= 12; month += step) {
      const at = decimalYear(year, month, 1);
      if (at >= from && at <= to) ticks.push({ year: at, kind: month === 1 ? "year" : "month", month, day: 1 });
    }
  }
  return ticks;
}

/** @param {number} from @param {number} to @param {number} step @returns {Tick[]} */
function dayTicks(from, to, step) {
  /** @type {Tick[]} */
  const ticks = [];
  for (let year = Math.floor(from); year <= to; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day + (step > 1 ? step / 2 : 0) <= daysIn(year, month) + 1; day += step) {
        const shown = step > 1 && day > 1 ? day - 1 : day;
        const at = decimalYear(year, month, shown);
        if (at >= from && at <= to) ticks.push({ year: at, kind: "day", month, day: shown });
      }
    }
  }
  return ticks;
}

/** The ticks that fit. @param {number} from @param {number} to @param {number} width pixels @param {number} [room] pixels a label needs */
export function ticksFor(from, to, width, room = ROOM) {
  const years = Math.max(1e-6, to - from) / Math.max(1, Math.floor(width / room));
  if (years > 0.5) return yearTicks(from, to, roundStep(Math.ceil(years)));
  const months = MONTHS.find((n) => n / 12 >= years);
  if (months && years > 1 / 14) return monthTicks(from, to, months);
  return dayTicks(from, to, DAYS.find((n) => n / 365 >= years) ?? 15);
}

/** A linear scale with air at both ends. @param {number} from @param {number} to @param {number} left @param {number} right */
export function makeScale(from, to, left, right) {
  const span = Math.max(1e-3, to - from);
  return {
    from,
    to: from + span,
    x: (/** @type {number} */ year) => left + ((year - from) / span) * (right - left),
    year: (/** @type {number} */ x) => from + ((x - left) / Math.max(1, right - left)) * span,
  };
}
