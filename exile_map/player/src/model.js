/**
 * The model: the wire document (GeoJSON) as stays, legs and places that the rest can trust.
 * Everything in the document is hostile: each value is read by its type or takes its default.
 */
import { bow, boxOf, lengths } from "./line.js";
import { list, readLeg, readStay, record, text } from "./wire.js";

/**
 * @typedef {object} Stay
 * @property {string} id
 * @property {number} index
 * @property {number} person index into the persons
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
 * @property {number} index the leg leads from stay `index` to stay `index + 1`
 * @property {string} moveGroup
 * @property {string} move
 * @property {string} mode
 * @property {number} km
 * @property {boolean} gap no way is known
 * @property {boolean} doubtful
 * @property {Float64Array|null} points x, y, x, y … unwrapped; null where there is no way to draw
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
 * @property {Stay[]} stays
 * @property {Leg[]} legs
 * @property {Place[]} places
 * @property {[number, number, number, number]|null} box of the whole route: x0, y0, x1, y1
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

/** Moves a stay to the copy of the world that its route has reached. @param {Stay} stay @param {number} near */
function follow(stay, near) {
  if (!Number.isNaN(near)) stay.x += Math.round(near - stay.x);
}

/** Stays and ways joined in one unwrapped line. @param {Stay[]} stays @param {Map<string, any>} ways @returns {Leg[]} */
function joinLegs(stays, ways) {
  let reached = stays[0]?.x ?? NaN;
  return stays.slice(1).map((to, i) => {
    const from = stays[i];
    const leg = readLeg(ways.get(`${from.id}\n${to.id}`), from, to);
    follow(to, leg.points ? leg.points[leg.points.length - 2] : reached);
    if (!Number.isNaN(to.x)) reached = to.x;
    return leg;
  });
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

/** Bows repeated ways between the same two neighbourhoods apart. @param {Leg[]} legs @param {Stay[]} stays @param {Place[]} places */
function fanOut(legs, stays, places) {
  const near = neighbourhoods(places);
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const leg of legs) {
    if (!leg.points) continue;
    const [a, b] = [near[stays[leg.index].place], near[stays[leg.index + 1].place]];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times && a !== b) leg.points = bow(leg.points, (a < b ? 1 : -1) * (times % 2 ? 1 : -1) * Math.ceil(times / 2));
  }
}

/** Stays that tell no time at all keep the time of the one before. @param {Stay[]} stays */
function fillClocks(stays) {
  const known = stays.find((stay) => !Number.isNaN(stay.clock[0]));
  let last = known ? known.clock[0] : 0;
  let person = -1;
  for (const stay of stays) {
    if (Number.isNaN(stay.clock[0])) stay.clock = [last, last];
    if (stay.person === person) stay.clock[0] = Math.max(last, stay.clock[0]);
    stay.clock[1] = Math.max(stay.clock[0], stay.clock[1]);
    last = stay.clock[1];
    person = stay.person;
  }
}

/** @param {any} document the wire document @returns {Model} */
export function readModel(document) {
  if (document instanceof Opened) return document.model;
  const head = record(document?.exile_map);
  const features = list(document?.features).map(record);
  const kinds = (/** @type {string} */ kind) => features.filter((f) => record(f.properties).type === kind);
  const stayFeatures = kinds("stay");
  const named = list(head.persons).filter((p) => typeof p === "string");
  const persons = [...new Set([...named, ...stayFeatures.map((f) => text(record(f.properties).person))])];
  const stays = stayFeatures.map((f, i) => readStay(f, i, persons));
  fillClocks(stays);
  const ways = new Map(kinds("leg").map((f) => [`${f.properties.from}\n${f.properties.to}`, f]));
  const legs = joinLegs(stays, ways);
  const places = gatherPlaces(stays);
  fanOut(legs, stays, places);
  for (const leg of legs) {
    if (!leg.points) continue;
    leg.lengths = lengths(leg.points);
    leg.box = boxOf([leg.points]);
  }
  const box = boxOf([...legs.flatMap((l) => (l.points ? [l.points] : [])), ...places.map((p) => [p.x, p.y])]);
  return { title: text(head.title) || persons[0] || "", persons, stays, legs, places, box };
}
