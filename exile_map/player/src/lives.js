/** Several lives on one map: how each is shown, where they met, what each came to. */
import { list, number, record, text } from "./wire.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {{both: Stay[], when: string, from: number}} Pair two who met, when in words, and from what year on */
/**
 * @typedef {object} Meeting persons at one place, or on one ship, at the same time
 * @property {Stay[]} stays one of each person, in the order of telling
 * @property {Pair[]} pairs who met whom
 * @property {boolean} certain
 * @property {boolean} aboard whether they met on the way to these stays
 * @property {[number, number]} years in which some of them did
 * @property {[number, number]} all in which all of them did
 * @property {string} title
 */
/**
 * @typedef {object} Sum what a life came to
 * @property {number} person
 * @property {number} km
 * @property {number} moves
 * @property {number} still stays that began where the one before was
 * @property {[string, number, number][]} ways of each kind of move how many, and how far
 * @property {number} confined years in prison, camp, internal exile
 * @property {{name: string, years: number, since: string}[]} countries `since`: when a stay without an end began
 * @property {boolean} doubtful
 */

/** So many lives have a colour and a lane of their own; the rest share the last. */
export const SLOTS = 8;
/** More encounters than this are no list to read. */
const MOST = 2000;

/** @param {number} person */
export const slotOf = (person) => Math.min(person, SLOTS - 1);

/** The lives that a slot stands for. @param {string[]} persons @returns {{slot: number, persons: number[]}[]} */
export const slotsOf = (persons) =>
  persons.slice(0, SLOTS).map((_, slot) => ({ slot, persons: persons.flatMap((_, person) => (slotOf(person) === slot ? [person] : [])) }));

/** @param {string} name */
export function initials(name) {
  const words = name.split(/[\s.]+/).filter((word) => /^\p{L}/u.test(word));
  return (words.length > 1 ? [words[0], words[words.length - 1]] : words).map((word) => [...word][0].toUpperCase()).join("") || [...name].slice(0, 2).join("");
}

/** Initials that no two share: those of one surname's beginning where they would, or else a number. @param {string[]} names */
export function marksOf(names) {
  /** @type {string[]} */
  const marks = [];
  for (const [i, name] of names.entries()) {
    const ways = [initials(name), [...surname(name)].slice(0, 2).join("")];
    marks.push(ways.find((way) => way && !marks.includes(way)) ?? String(i + 1));
  }
  return marks;
}

/** A name without first names. @param {string} name */
export const surname = (name) => name.trim().split(/\s+/).pop() ?? name;

/** @param {Meeting} a @param {Meeting} b whether the one says all that the other does */
const holds = (a, b) => a !== b && a.certain === b.certain && a.aboard === b.aboard && b.stays.every((stay) => a.stays.includes(stay));

/** Encounters of two and two, those joined that share a stay and a time. @param {unknown} value @param {Stay[]} stays @returns {Meeting[]} */
export function readMeetings(value, stays) {
  const byId = new Map(stays.map((stay) => [stay.id, stay]));
  /** @type {Meeting[]} */
  const met = [];
  for (const entry of list(value).slice(0, MOST).map(record)) {
    const pair = list(entry.stays).slice(0, 2).flatMap((id) => byId.get(String(id)) ?? []);
    if (pair.length < 2 || pair[0].person === pair[1].person) continue;
    const [certain, aboard] = [entry.certainty === "certain", list(entry.legs).length > 0];
    const years = list(entry.years).map(number);
    const from = years[0] ?? Math.max(pair[0].clock[0], pair[1].clock[0]);
    const to = Math.max(from, years[1] ?? from);
    const two = { both: pair, when: text(entry.label), from };
    const known = met.find((m) => m.certain === certain && m.aboard === aboard && m.all[0] <= to && m.all[1] >= from && pair.some((stay) => m.stays.includes(stay)));
    if (known) {
      known.pairs.push(two);
      known.stays = [...new Set([...known.stays, ...pair])];
      known.years = [Math.min(known.years[0], from), Math.max(known.years[1], to)];
      known.all = [Math.max(known.all[0], from), Math.min(known.all[1], to)];
    } else met.push({ stays: pair, pairs: [two], certain, aboard, title: text(entry.title) || pair[1].title, years: [from, to], all: [from, to] });
  }
  // What one tells as a part of another's is no encounter of its own.
  const whole = met.filter((m, i) => !met.some((other, j) => holds(other, m) && (j < i || !holds(m, other)) && other.pairs.push(...m.pairs)));
  for (const meeting of whole) meeting.stays.sort((a, b) => a.index - b.index);
  return whole.sort((a, b) => a.years[0] - b.years[0]);
}

/** @param {unknown} value @param {string[]} persons @returns {Sum[]} */
export function readSums(value, persons) {
  const amount = (/** @type {unknown} */ n) => Math.max(0, number(n) ?? 0);
  return list(value).map(record).flatMap((entry, i) => {
    const person = persons.indexOf(text(entry.person, persons[i]));
    if (person < 0) return [];
    return [{
      person, km: amount(entry.km), moves: amount(entry.moves), still: amount(entry.stays - 1 - entry.moves), doubtful: entry.doubtful === true,
      ways: ["forced", "flight", "free"].map((kind) => /** @type {[string, number, number]} */ ([kind, amount(entry[`${kind}_moves`]), amount(entry[`${kind}_km`])])),
      confined: amount(entry.confined_years),
      countries: list(entry.countries).map(record).map((c) => ({ name: text(c.name) || text(c.code, "?"), years: amount(c.years), since: text(c.since) })),
    }];
  });
}
