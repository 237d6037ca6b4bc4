/** What is said of several lives together: whose a stay is, whom one met, what each life came to. */
import { make, write } from "./dom.js";
import { unitOf } from "./facts.js";
import { slotOf } from "./lives.js";
import { kindNames } from "./used.js";
import { DOT } from "./words.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./lives.js").Sum} Sum */

/** An element that is a person's has his colour. @param {HTMLElement} element @param {Model} model @param {number} person @param {string} [said] */
export function nameLife(element, model, person, said = model.persons[person]) {
  write(element, said);
  if (!model.coloured) return;
  element.classList.add("em-own");
  element.style.setProperty("--em-own", `var(--em-p${slotOf(person) + 1})`);
}

/** @param {Model} model @param {Stay[]} stays @param {Stay} [but] */
const namesOf = ({ persons }, stays, but) => [...new Set(stays.map((stay) => stay.person))].filter((person) => person !== but?.person).map((person) => persons[person]);

/** Of whom the other may have come so much of a year later the time is told. */
const LATER = 0.02;

/** Whom a person met at a stay, or on the way there, in sentences. @param {Words} words @param {Model} model @param {Stay} stay @param {boolean} [on] still on the way */
export function meetingsOf(words, model, stay, on) {
  const said = model.meetings.flatMap(({ pairs, aboard, certain }) => {
    if (on && !aboard) return [];
    const key = aboard ? (certain ? "aboard" : "perhaps_aboard") : certain ? "with" : "perhaps_with";
    /** @type {Map<string, Stay[]>} by when it was; blank at once */
    const met = new Map();
    for (const { both, when, from } of pairs) {
      if (!both.includes(stay)) continue;
      const come = Math.max(from, ...both.map((other) => (other === stay ? from : other.years[1] ?? from)));
      const later = aboard || come < stay.clock[0] + LATER ? "" : when;
      met.set(later, [...(met.get(later) ?? []), ...both]);
    }
    return [...met].map(([when, stays]) => words.say(key, { persons: words.join(namesOf(model, stays, stay)) + (when && ` (${when})`) }));
  });
  return said.join(" ");
}

/** @param {Words} words @param {[number, number]} years */
function rangeOf(words, [from, to]) {
  const [first, last] = [words.year(from), words.year(Math.max(from, to - 1e-6))];
  return first === last ? first : words.say("range", { from: first, to: last });
}

/** The encounters, each a way to go there. @param {Words} words @param {Model} model */
export function makeMeetings(words, model) {
  const items = model.meetings.map((meeting) => {
    const { title, certain, stays, years } = meeting;
    return make(
      "li", { class: `em-meet em-meet-${certain ? "certain" : "possible"}`, "data-stay": stays[stays.length - 1].id },
      make("button", { type: "button", class: "em-go", dir: "auto" }, title),
      make("p", { class: "em-when" }, rangeOf(words, years) + (certain ? "" : DOT + words.say("perhaps"))),
      make("p", { dir: "auto" }, words.join(namesOf(model, stays))),
    );
  });
  return make("section", { class: "em-meetings" }, make("h2", {}, words.say("encounters")), make("ul", {}, ...items));
}

/** @param {Words} words @param {number} years @param {boolean} doubtful */
function timeOf(words, years, doubtful) {
  const [unit, times] = unitOf(years);
  const time = words.measure(Math.max(1, Math.round(years * times)), unit);
  return doubtful ? words.say("about", { time }) : time;
}

/** Ways and how far they led; times in confinement, and in countries. @param {Words} words @param {Model} model @param {Sum} sum */
function makeFigures(words, model, { km, moves, still, ways, confined, countries, doubtful }) {
  const went = (/** @type {number} */ n, /** @type {number} */ far) => words.number(n) + (far < 1 ? "" : DOT + words.measure(far, "kilometer"));
  const time = (/** @type {number} */ years) => years > 0 && timeOf(words, years, doubtful);
  const [rest, way] = ways.reduce(([n, far], [, times, length]) => [n - times, far - length], [moves, km]);
  const kinds = rest < moves ? [...ways, /** @type {const} */ (["unknown", rest, way])].filter(([, n]) => n > 0) : [];
  /** @type {[string, string, [string, string|false][]][]} a heading, what stands beside it, what below */
  const lists = [
    ["moves", went(moves, km), [...kinds.map(([kind, n, far]) => /** @type {[string, string]} */ ([kindNames(kind, words, model)[0], went(n, far)])), [words.say("still"), still > 0 && words.number(still)]]],
    ["time", "", [[kindNames("confined", words, model)[0], time(confined)]]],
    ["lands", "", countries.map((c) => [c.name, words.list(time(c.years), c.since)])],
  ];
  return lists.flatMap(([head, all, rows]) => {
    const told = rows.filter(([, much]) => much).map(([what, much]) => make("div", {}, make("dt", { dir: "auto" }, what), make("dd", {}, String(much))));
    return all || told.length ? [make("h3", {}, words.say(head), make("span", {}, all)), make("dl", {}, ...told)] : [];
  });
}

/** What each life came to, for the end; of several, and on phones, each opens on demand. @param {HTMLElement} box @param {Model} model @param {Words} words */
export function fillSums(box, model, words) {
  for (const sum of model.sums) {
    const name = make("summary", { dir: "auto" }, words.say("figures"));
    const one = model.persons.length < 2;
    if (!one) nameLife(name, model, sum.person);
    // On a phone the end of the route is worth more than its figures.
    box.append(make("details", { open: one && matchMedia("(min-width: 721px)").matches }, name, ...makeFigures(words, model, sum)));
  }
}
