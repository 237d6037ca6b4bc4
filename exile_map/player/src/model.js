/**
 * The model: the wire document (GeoJSON) as stays, legs and places that the rest can trust.
 * Everything in the document is hostile: each value is read by its type or takes its default.
 */
import { boxOf, lengths, resample } from "./line.js";
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
 * @property {number} aside how many lanes beside its line it is drawn, where it is not the only one that goes this way
 * @property {boolean} leads whether it is the first of those gone by the same means
 * @property {Float64Array|null} lengths way from the start to each point
 * @property {[number, number, number, number]|null} box
 * @property {boolean} [drawn] whether there is a way to draw, where asking for its points would cost much
 * @property {(ctx: CanvasRenderingContext2D, view: import("./basemap-draw.js").View, copy: number) => void} [sketch] traces it in few pieces, from its first point
 */
/** @typedef {{index: number, x: number, y: number, stays: number[], ends?: number, life?: number}} Place `ends`: 1 a life begins here, 2 one ends, 3 both; `life`: whose colour it is, none of several (-2) or of nobody (-1) */
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

/** Whether a route was over before there were borders like today's. @param {Model} model */
export const isOld = ({ stays }) => stays.every(({ clock }) => clock[1] && clock[1] < BORDERS_SINCE);

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
/** Beyond so many stays following each would be a blur: the whole route is shown, and no life has a colour of its own. */
export const FOLLOWED = 400;
/** The Congress of Vienna. */
const BORDERS_SINCE = 1815;
/** Who goes a way more often than this goes it in his last lane. */
const MOST_TIMES = 6;

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

/** Repeat visits are one place. @param {Stay[]} stays @param {boolean} coloured @returns {Place[]} */
function gatherPlaces(stays, coloured) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const stay of stays) {
    if (Number.isNaN(stay.x)) continue;
    const key = `${(stay.x - Math.floor(stay.x)).toFixed(7)} ${stay.y.toFixed(7)}`;
    const place = places.get(key) ?? { index: places.size, x: stay.x, y: stay.y, stays: [], ends: 0, life: -1 };
    place.stays.push(stay.index);
    const end = (stay.before ? 0 : 1) | (stay.after ? 0 : 2);
    if (end && coloured) place.life = place.ends && place.life !== slotOf(stay.person) ? -2 : slotOf(stay.person);
    place.ends = Number(place.ends) | end;
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
    if (!known) first.push(place);
    return (known ?? place).index;
  });
}

/**
 * Ways between the same two neighbourhoods go side by side, whoever goes them, there or back: each colour has a lane for
 * each time; where lives have no colour, all go the same. @param {Leg[]} legs @param {Place[]} places
 */
function fanOut(legs, places) {
  const near = neighbourhoods(places);
  /** @type {Map<string, number>} how often a person went a way */
  const seen = new Map();
  /** @type {Map<string, {leg: Leg, lane: number, side: number}[]>} */
  const ways = new Map();
  for (const leg of legs) {
    if (!leg.points || !leg.from) continue;
    let [a, b] = [leg.from.place, leg.to.place];
    if (near[a] !== near[b]) [a, b] = [near[a], near[b]];
    const way = `${Math.min(a, b)} ${Math.max(a, b)}`;
    const turn = `${way} ${leg.to.person}`;
    const times = seen.get(turn) ?? 0;
    seen.set(turn, times + 1);
    const told = { leg, lane: leg.slot + 9 * Math.min(times, MOST_TIMES), side: a < b ? 1 : -1 };
    const same = ways.get(way);
    if (same) same.push(told);
    else ways.set(way, [told]);
  }
  for (const same of ways.values()) {
    const lanes = [...new Set(same.map(({ lane }) => lane))].sort((a, b) => a - b);
    for (const { leg, lane, side } of same) {
      leg.aside = side * (lanes.indexOf(lane) - (lanes.length - 1) / 2);
      leg.leads = same.find((other) => other.leg.mode === leg.mode)?.leg === leg;
      if (leg.aside && leg.points) leg.points = resample(leg.points);
    }
  }
}

/** Stays that tell no time at all keep the time of the one before. @param {Stay[]} stays */
export function fillClocks(stays) {
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
  const coloured = persons.length > 1 && stayFeatures.length <= FOLLOWED;
  const places = gatherPlaces(stays, coloured);
  if (coloured) for (const leg of legs) leg.slot = slotOf(leg.to.person);
  if (stays.length <= FOLLOWED) fanOut(legs, places);
  for (const leg of legs) {
    if (!leg.points) continue;
    leg.lengths = lengths(leg.points);
    leg.box = boxOf([leg.points]);
  }
  const box = boxOf([...legs.flatMap((l) => (l.box ? [l.box] : [])), ...places.map((p) => [p.x, p.y])]);
  return {
    title: text(head.title) || persons[0] || "", persons, marks: coloured ? marksOf(persons) : [], stays, legs, places, box, coloured,
    meetings: coloured ? readMeetings(head.encounters, stays) : [], sums: readSums(head.summary, persons),
  };
}
