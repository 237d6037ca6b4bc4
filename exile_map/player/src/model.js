/**
 * The model: the wire document (GeoJSON) as stays, legs and places that the rest can trust.
 * Everything in the document is hostile: each value is read by its type or takes its default.
 */
import { bow, boxOf, lengths } from "./line.js";
import { marksOf, readMeetings, readSums, slotOf } from "./lives.js";
import { LONG_ROUTES } from "./long.js";
import { list, name, readLeg, readStay, record, text } from "./wire.js";

/**
 * @typedef {object} Stay
 * @property {string} id
 * @property {number} index in the order of telling: that of the file; of several lives, that of the calendar
 * @property {number} person index into the persons
 * @property {Stay|null} before the same person's stay before this one
 * @property {Stay|null} after
 * @property {string} title the place's name as it was then
 * @property {string} now
 * @property {string} context
 * @property {string} when the dates in words
 * @property {(number|null)[]} years earliest and latest start, earliest and latest end
 * @property {[number, number]} clock calendar at arrival and departure
 * @property {(string|null)[]} yearLabel
 * @property {boolean} approximate
 * @property {boolean} uncertain
 * @property {string[]} inferred
 * @property {string} precision
 * @property {number} radiusKm
 * @property {string} areaCountry
 * @property {[number, number][]|null} areaRing lon, lat
 * @property {string} stay
 * @property {string} stayGroup
 * @property {string} move
 * @property {string} moveGroup
 * @property {string} mode
 * @property {number} letters of story and quote
 * @property {string} story
 * @property {string} quote
 * @property {string} source
 * @property {string} url
 * @property {string} image
 * @property {string} imageAlt
 * @property {string} imageCredit
 * @property {string} certainty
 * @property {string} status
 * @property {string} note
 * @property {number} x unwrapped world coordinate (one world is 1 wide); NaN without a place
 * @property {number} y world coordinate, 0 at the north; NaN without a place
 * @property {number} lat
 * @property {number} place index into the places, -1 without one
 */
/**
 * @typedef {object} Leg
 * @property {Stay|null} from null where a life begins: then there is no way
 * @property {Stay} to
 * @property {string} moveGroup
 * @property {string} move
 * @property {typeof import("./wire.js").MODES[number]|""} mode
 * @property {string[]} via places on the way
 * @property {number} km
 * @property {boolean} gap no way is known
 * @property {boolean} doubtful
 * @property {Float64Array|null} points x, y, x, y … unwrapped; null where there is no way to draw
 * @property {number} slot which life's colour it has, or -1
 * @property {number} aside how many strokes beside its line it is drawn, where several lives go the same way
 * @property {boolean} leads whether it is the first of those
 * @property {Float64Array|null} lengths way from the start to each point
 * @property {[number, number, number, number]|null} box
 * @property {boolean} [drawn] whether there is a way to draw, where asking for its points would cost much
 * @property {(ctx: CanvasRenderingContext2D, view: import("./basemap-draw.js").View, copy: number) => void} [sketch] traces it in few pieces, from its first point
 */
/** @typedef {{index: number, x: number, y: number, stays: number[]}} Place */
/**
 * @typedef {object} Model
 * @property {string} title
 * @property {string[]} persons
 * @property {string[]} marks each one's initials
 * @property {Stay[]} stays
 * @property {Leg[]} legs the leg `i` leads to stay `i + 1`
 * @property {Place[]} places
 * @property {[number, number, number, number]|null} box of the whole route: x0, y0, x1, y1
 * @property {boolean} coloured whether a colour is a person, and no way of moving
 * @property {import("./lives.js").Meeting[]} meetings
 * @property {import("./lives.js").Sum[]} sums
 * @property {import("./pacing.js").Columns} [columns] where asking each stay would cost much
 * @property {import("./used.js").Used} [used] the same
 */

/** Whether there is a way to draw. @param {Leg} leg */
export const isDrawn = (leg) => leg.drawn ?? leg.points !== null;

/** A document that is a model already: one that was packed. */
export class Opened {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    /** To be called when its texts have come. */
    this.told = () => {};
  }
}

/** Places within some 130 km of each other (in world units): their ways are fanned out together. */
const NEIGHBOURS = 0.0035;
const MANY = 500;
/** Beyond so many stays following each would be a blur: the whole route is shown, and no life has a colour of its own. */
export const FOLLOWED = 400;

/** Moves a stay to the copy of the world that its route has reached. @param {Stay} stay @param {number} near */
function follow(stay, near) {
  if (!Number.isNaN(near)) stay.x += Math.round(near - stay.x);
}

/** Stays and ways joined in one unwrapped line; a leg to each stay. @param {Stay[]} stays @param {Map<string, any>} ways @returns {Map<Stay, Leg>} */
function joinLegs(stays, ways) {
  let reached = stays[0]?.x ?? NaN;
  return new Map(stays.map((to, i) => {
    const from = i && stays[i - 1].person === to.person ? stays[i - 1] : null;
    const leg = readLeg(from && ways.get(`${from.id}\n${to.id}`), from, to);
    to.before = from;
    if (from) from.after = to;
    follow(to, leg.points ? leg.points[leg.points.length - 2] : reached);
    if (!Number.isNaN(to.x)) reached = to.x;
    return [to, leg];
  }));
}

/**
 * Several lives are told by the one calendar: who comes to a place at the same time as another is told after him.
 * @param {Stay[]} stays each life's in its own order @returns {Stay[]}
 */
function byCalendar(stays) {
  /** @type {Map<Stay, number>} how many of the same person's stays begin at the same moment before it */
  const turn = new Map();
  for (const stay of stays) turn.set(stay, stay.before?.clock[0] === stay.clock[0] ? (turn.get(stay.before) ?? 0) + 1 : 0);
  const turnOf = (/** @type {Stay} */ stay) => turn.get(stay) ?? 0;
  return [...stays].sort((a, b) => a.clock[0] - b.clock[0] || turnOf(a) - turnOf(b) || a.x - b.x || a.y - b.y || a.index - b.index);
}

/** Repeat visits are one place. @param {Stay[]} stays @returns {Place[]} */
function gatherPlaces(stays) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const stay of stays) {
    if (Number.isNaN(stay.x)) continue;
    const key = `${(stay.x - Math.floor(stay.x)).toFixed(7)} ${stay.y.toFixed(7)}`;
    const place = places.get(key) ?? { index: places.size, x: stay.x, y: stay.y, stays: [] };
    place.stays.push(stay.index);
    stay.place = place.index;
    places.set(key, place);
  }
  return [...places.values()];
}

/** For each place the first one that lies so near that ways to either would hide each other. @param {Place[]} places */
function neighbourhoods(places) {
  /** @type {Place[]} */
  const first = [];
  return places.map((place) => {
    const known = first.find((p) => Math.hypot(p.x - place.x, p.y - place.y) < NEIGHBOURS);
    // Among very many places looking for each one's neighbours would take too long to be worth it.
    if (!known && first.length < MANY) first.push(place);
    return (known ?? place).index;
  });
}

/** Bows a person's repeated ways between the same two neighbourhoods apart; those of several go side by side. @param {Leg[]} legs @param {Place[]} places */
function fanOut(legs, places) {
  const near = neighbourhoods(places);
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {Map<string, Leg[]>} */
  const shared = new Map();
  for (const leg of legs) {
    if (!leg.points || !leg.from) continue;
    const [a, b] = [near[leg.from.place], near[leg.to.place]];
    const way = a < b ? `${a} ${b}` : `${b} ${a}`;
    const key = `${way} ${leg.to.person}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    const side = a < b ? 1 : -1;
    if (times && a !== b) leg.points = bow(leg.points, side * (times % 2 ? 1 : -1) * Math.ceil(times / 2));
    leg.aside = side;
    const same = shared.get(`${way} ${times}`);
    if (same) same.push(leg);
    else shared.set(`${way} ${times}`, [leg]);
  }
  for (const legs of shared.values()) {
    // Each colour has a lane; where lives have none, all go the same line.
    const lanes = [...new Set(legs.map((leg) => leg.slot))].sort((a, b) => a - b);
    for (const leg of legs) leg.aside *= lanes.indexOf(leg.slot) - (lanes.length - 1) / 2;
    const lead = legs.find((leg) => leg.slot === lanes[0]);
    for (const leg of legs) leg.leads = leg === lead;
  }
}

/** Stays that tell no time at all keep the time of the one before. @param {Stay[]} stays */
function fillClocks(stays) {
  const known = stays.find((stay) => !Number.isNaN(stay.clock[0]));
  let last = known ? known.clock[0] : 0;
  let person = -1;
  for (const [i, stay] of stays.entries()) {
    if (stay.person !== person) {
      let first = i;
      while (stays[first + 1]?.person === stay.person && Number.isNaN(stays[first].clock[0])) first++;
      last = stays[first].clock[0] || last;
    }
    if (Number.isNaN(stay.clock[0])) stay.clock = [last, last];
    if (stay.person === person) stay.clock[0] = Math.max(last, stay.clock[0]);
    stay.clock[1] = Math.max(stay.clock[0], stay.clock[1]);
    last = stay.clock[1];
    person = stay.person;
  }
}

/** @param {any} document the wire document @param {(person: number) => boolean} [shown] whose lives are on the map @returns {Model} */
export function readModel(document, shown = () => true) {
  if (LONG_ROUTES && document instanceof Opened) return document.model;
  const head = record(document?.exile_map);
  const features = list(document?.features).map(record);
  const kinds = (/** @type {string} */ kind) => features.filter((f) => record(f.properties).type === kind);
  const stayFeatures = kinds("stay");
  const named = list(head.persons).filter((p) => typeof p === "string");
  const persons = [...new Set([...named, ...stayFeatures.map((f) => text(record(f.properties).person))])];
  const lives = stayFeatures.map((f, i) => readStay(f, i, persons)).filter((s) => shown(s.person)).sort((a, b) => a.person - b.person);
  fillClocks(lives);
  const ways = new Map(kinds("leg").map((f) => [`${name(f.properties.from, "")}\n${name(f.properties.to, "")}`, f]));
  const legTo = joinLegs(lives, ways);
  const stays = persons.length > 1 ? byCalendar(lives) : lives;
  stays.forEach((stay, i) => (stay.index = i));
  const legs = stays.slice(1).map((stay) => /** @type {Leg} */ (legTo.get(stay)));
  const places = gatherPlaces(stays);
  const coloured = persons.length > 1 && stayFeatures.length <= FOLLOWED;
  if (coloured) for (const leg of legs) leg.slot = slotOf(leg.to.person);
  fanOut(legs, places);
  for (const leg of legs) {
    if (!leg.points) continue;
    leg.lengths = lengths(leg.points);
    leg.box = boxOf([leg.points]);
  }
  const box = boxOf([...legs.flatMap((l) => (l.points ? [l.points] : [])), ...places.map((p) => [p.x, p.y])]);
  return {
    title: text(head.title) || persons[0] || "", persons, marks: coloured ? marksOf(persons) : [], stays, legs, places, box, coloured,
    meetings: coloured ? readMeetings(head.encounters, stays) : [], sums: readSums(head.summary, persons),
  };
}
