/** Facts that follow from what is known of a stay: how long it lasted, how old the person was, how far the way was. */

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Stay} Stay */

/** @type {["year"|"month"|"day", number][]} a unit, and how many of it a year has */
const UNITS = [["year", 1], ["month", 12], ["day", 365.2425]];
/** A longest stay of fewer than so many of a unit is told in the next smaller one. */
const FEW = 2;
/** Bounds this close together in their unit, and this close to a whole number, are told without "about". */
const EXACT = 0.1;
/** Nobody stays longer, or gets older. */
const LONGEST = 120;

/** The unit so many years are told in, and how many of it a year has. @param {number} years */
export const unitOf = (years) => UNITS.find(([, n]) => years * n >= FEW) ?? UNITS[2];

/** How long a stay lasted, within its bounds; nothing where one of them is open. @param {Words} words @param {Stay} stay */
export function durationOf(words, { years, approximate, uncertain }) {
  const [start, sure, until, end] = years;
  if (start === null || end === null || end - start > LONGEST || end <= start) return "";
  const least = Math.max(0, (until ?? end) - (sure ?? start));
  const most = end - start;
  const [unit, times] = unitOf(most);
  const [low, high] = [Math.round(least * times), Math.max(1, Math.round(most * times))];
  if (low < 1 && high > (unit === "day" ? 2 : 1)) return words.say("at_most", { time: words.measure(high, unit) });
  // Days are counted from one to the other: their bounds, a day wide each, are no doubt.
  if (low < high - (unit === "day" ? 2 : 0)) return words.measure(low, unit, high);
  const middle = ((least + most) / 2) * times;
  const whole = Math.max(1, Math.round(middle));
  const loose = unit !== "day" && (Math.abs(middle - whole) > EXACT || (most - least) * times > 2 * EXACT);
  const time = words.measure(whole, unit);
  return approximate || uncertain || loose ? words.say("about", { time }) : time;
}

/** How old the person was on arrival, where the first stay is the birth. @param {Words} words @param {Model} model @param {Stay} stay */
export function ageOf(words, { stays }, stay) {
  const birth = stays.find((s) => s.person === stay.person);
  if (!birth || birth === stay || birth.moveGroup !== "none" || !birth.move) return "";
  const [b0, b1] = [birth.years[0], birth.years[1]];
  const [a0, a1] = [stay.years[0], stay.years[1]];
  if (b0 === null || b1 === null || a0 === null || a1 === null) return "";
  // Upper bounds are the ends of their days: who came on the birthday is a year older.
  const [low, high] = [Math.floor(a0 - b1 + 0.003), Math.floor(a1 - b0 - 0.001)];
  if (low < 0 || high > LONGEST || high - low > 5) return "";
  const n = low < high ? words.say("range", { from: words.number(low), to: words.number(high) }) : words.number(high);
  return words.say("age", { n });
}

/** How, by what places and how far the way to a stay was, or is. @param {Words} words @param {Model} model @param {Stay} stay */
export function wayOf(words, { legs }, { index }) {
  const leg = legs[index - 1];
  if (!leg?.points) return [];
  const { mode, via, km, gap } = leg;
  return [
    mode && words.lower(words.say(mode)),
    via.length > 0 && words.say("via", { places: words.join(via) }),
    !gap && km >= 1 && words.measure(km, "kilometer"),
  ];
}
