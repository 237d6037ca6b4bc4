/** The words of the interface, and how years are written. */
import { surname } from "./lives.js";
import { isDrawn } from "./model.js";

/**
 * @typedef {object} Words
 * @property {(key: string, values?: Record<string, string|number>) => string} say
 * @property {(key: string, n: number) => string} count `key.one`, `key.few` … by the language's plural rules
 * @property {(year: number) => string} year how an astronomical (decimal) year is written
 * @property {(month: number, long?: boolean) => string} month
 * @property {(n: number) => string} number
 * @property {(n: number, unit: "year"|"month"|"day"|"kilometer", to?: number) => string} measure "3 years", "2–3 years", "830 km"
 * @property {(names: string[]) => string} join "A, B and C"
 * @property {(...parts: (string|false)[]) => string} list "A, B": those that are told
 * @property {(text: string) => string} lower a text that goes on within a line
 * @property {boolean} rtl
 */

/** Between two words that stay on one line. */
export const DOT = "\u00a0·\u00a0";

/** Years before this are written with their era. */
const EARLY = 100;

/** Languages of the interface with digits of their own. */
const OWN_DIGITS = ["ar", "fa"];
/** Smaller numbers have no groups of digits. */
const GROUPED = 1000;

/** Makes a thing when it is first asked for. @template T @param {() => T} make */
export function later(make) {
  /** @type {T|undefined} */
  let made;
  return () => (made === undefined ? (made = make()) : made);
}

/** @param {Record<string, string>} strings @returns {Words} */
export function makeWords(strings) {
  const lang = strings.lang || "en";
  // Browsers take long to make these: only when one is asked for.
  const plural = later(() => new Intl.PluralRules(lang));
  const grouped = later(() => new Intl.NumberFormat(lang, { maximumFractionDigits: 0 }));
  const ungrouped = later(() => new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 0 }));
  /** @type {Record<string, any>} */
  const measures = {};
  // The first of them takes some 20 ms, before anything is seen; the digits of most languages are those of JavaScript.
  const western = !OWN_DIGITS.includes(lang);
  const plain = (/** @type {number} */ n) => (western ? String(n) : ungrouped().format(n));
  const digits = (/** @type {number} */ n) => (western && Number.isInteger(n) && n >= 0 && n < GROUPED ? String(n) : grouped().format(n));
  const months = (/** @type {"short"|"long"} */ month) => later(() => new Intl.DateTimeFormat(lang, { month, timeZone: "UTC", calendar: "gregory" }));
  const [short, long] = [months("short"), months("long")];
  /** @type {Words["say"]} */
  const say = (key, values = {}) => (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  return {
    say,
    count: (key, n) => {
      const form = `${key}.${plural().select(n)}`;
      return say(strings[form] ? form : `${key}.other`, { n: digits(n) });
    },
    year: (year) => {
      const whole = Math.floor(year);
      if (whole < 1) return say("bce", { year: plain(1 - whole) });
      // "8" alone would not be read as a year.
      return whole < EARLY ? say("ce", { year: plain(whole) }) : plain(whole);
    },
    // Only months of a year we name ourselves: nothing a user wrote becomes a JavaScript date.
    month: (month, full = false) => (full ? long : short)().format(Date.UTC(2001, month - 1, 15)),
    measure: (n, unit, to) => {
      const far = unit === "kilometer";
      const style = { style: "unit", unit, unitDisplay: far ? "short" : "long", ...(far ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }) };
      const format = (measures[unit] ??= new Intl.NumberFormat(lang, /** @type {any} */ (style)));
      // A figure and "km" stay on one line.
      if (to === undefined) return far ? format.format(n).replace(" ", "\u00a0") : format.format(n);
      return format.formatRange ? format.formatRange(n, to) : `${digits(n)}–${format.format(to)}`;
    },
    list: (...parts) => parts.filter((part) => part).join(say("comma")),
    lower: (text) => text.slice(0, 1).toLocaleLowerCase(lang) + text.slice(1),
    number: digits,
    join: (names) => new Intl.ListFormat(lang).format(names),
    rtl: strings.dir === "rtl",
  };
}

/** A label of a stay's year, with its era where the year alone would not be read as one. @param {Words} words @param {string|null} label @param {number} year */
const ofEra = (words, label, year) => (label && year < EARLY ? words.say("ce", { year: label }) : label);

/** The moment that tells the year a stay ends in: with a year's last day it is still that one, unless it is known to go on. @param {import("./model.js").Stay} stay */
const endOf = ({ clock: [from, to], years: [, , until, end] }) => (until === to && end === null ? to : Math.max(from, to - 1e-6));

/**
 * How the big year is written: the stay's own label at its ends where it has one, else the calendar's.
 * @param {Words} words @param {import("./model.js").Model} model @param {import("./pacing.js").Moment} moment
 */
export function yearText(words, model, { phase, index, year }) {
  const stay = model.stays[index];
  if (!stay) return "";
  const [arrival, departure] = stay.yearLabel;
  const [from, to] = stay.clock;
  if (phase === "closing" && departure && year <= to) return ofEra(words, departure, to) ?? "";
  if (phase === "stay") {
    if (arrival && (arrival === departure || Math.floor(year) === Math.floor(from))) return ofEra(words, arrival, from) ?? "";
    if (departure && Math.floor(year) === Math.floor(to)) return ofEra(words, departure, to) ?? "";
  }
  if (phase !== "leg" && year === to && to > from) return words.year(endOf(stay));
  // Nor does the end of all.
  return words.year(phase === "closing" ? Math.max(from, year - 1e-6) : year);
}

/** First and last year of the whole. @param {Words} words @param {import("./model.js").Stay[]} stays */
export function yearsOf(words, stays) {
  if (!stays.length) return "";
  const from = stays.reduce((a, b) => (b.clock[0] < a.clock[0] ? b : a));
  const to = stays.reduce((a, b) => (b.clock[1] >= a.clock[1] ? b : a));
  const first = ofEra(words, from.yearLabel[0], from.clock[0]) ?? words.year(from.clock[0]);
  const last = ofEra(words, to.yearLabel[1], to.clock[1]) ?? words.year(endOf(to));
  return first === last ? first : words.say("range", { from: first, to: last });
}

/** The way somebody is seen on; none where he is at a stay, or nothing of the way is drawn. @param {import("./model.js").Model} model @param {import("./pacing.js").Moment} moment */
export function wayAt({ legs }, { phase, index }) {
  const leg = phase === "leg" ? legs[index] : null;
  return leg?.from && isDrawn(leg) ? leg : null;
}

/** From where to where, the arrow as the names are read. @param {import("./model.js").Leg} leg */
export function arrowed({ from, to }) {
  const name = from?.title ?? "";
  return `${name} ${/^\P{L}*[\u0590-\u08ff]/u.test(name) ? "←" : "→"} ${to.title}`;
}

/** Where we are, under the year. @param {Words} words @param {import("./model.js").Model} model @param {import("./pacing.js").Moment} moment @param {import("./model.js").Leg|null} way that somebody is on */
export function captionOf(words, { title, persons, stays }, { phase, index }, way) {
  // The names of several would not fit there.
  if (phase === "opening" || phase === "closing" || !stays[index]) return persons.length > 1 ? words.count("lives", persons.length) : title;
  const stay = stays[phase === "leg" ? index + 1 : index];
  const where = way ? arrowed(way) : stay.title;
  return persons.length > 1 ? surname(persons[stay.person]) + DOT + where : where;
}

/**
 * What the timeline's slider reads.
 * @param {Words} words @param {import("./model.js").Model} model @param {number} index of the stay, or -1 @param {import("./model.js").Leg|null} way to it that somebody is on
 */
export function valueText(words, { title, persons, stays }, index, way) {
  const stay = stays[index];
  if (!stay) return title;
  if (way?.from) return words.list(persons.length > 1 && persons[stay.person], words.say("journey", { from: way.from.title, to: stay.title }), stay.move);
  const lost = stay.place < 0 ? words.say("place_not_found") : "";
  return words.list(persons.length > 1 && persons[stay.person], stay.when, stay.title, stay.move, lost);
}
