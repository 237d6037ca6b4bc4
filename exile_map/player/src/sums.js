/** What is said of several lives together: whose a stay is, whom one met, what each life came to. */
import { make, write } from "./dom.js";
import { unitOf } from "./facts.js";
import { slotOf } from "./lives.js";
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

/** @param {Words} words @param {Sum} sum */
function makeFigures(words, { km, moves, years, countries, doubtful }) {
  const kinds = /** @type {const} */ (["forced", "flight", "free", "confined"]).filter((kind) => years[kind] > 0);
  const lists = [
    [[words.say("moves"), words.number(moves)], [words.say("distance"), words.measure(km, "kilometer")]],
    kinds.map((kind) => [words.say(kind), timeOf(words, years[kind], doubtful)]),
    countries.filter((c) => c.years > 0 || c.since).map((c) => [c.name, words.join([c.years > 0 ? timeOf(words, c.years, doubtful) : "", c.since].filter((part) => part))]),
  ];
  const rowOf = (/** @type {string[]} */ [what, much]) => make("div", {}, make("dt", { dir: "auto" }, what), make("dd", {}, much));
  return lists.filter((rows) => rows.length).map((rows) => make("dl", {}, ...rows.map(rowOf)));
}

/** What each life came to, for the end; of several, and on phones, each opens on demand. @param {HTMLElement} box @param {Model} model @param {Words} words */
export function fillSums(box, model, words) {
  for (const sum of model.sums) {
    const name = make("summary", { dir: "auto" }, words.say("figures"));
    const one = model.persons.length < 2;
    if (!one) nameLife(name, model, sum.person);
    // On a phone the end of the route is worth more than its figures.
    box.append(make("details", { open: one && matchMedia("(min-width: 721px)").matches }, name, ...makeFigures(words, sum)));
  }
}
