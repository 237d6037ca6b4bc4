/**
 * The model: the wire document (GeoJSON) as stays, legs and places that the rest can trust.
 * Everything in the document is hostile: each value is read by its type or takes its default.
 */
import { bow, lengths } from "./line.js";

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

const STAY_GROUPS = ["home", "confined", "hiding", "transit", "waiting", "sea", "military", "other"];
const MOVE_GROUPS = ["forced", "flight", "free", "unknown", "none"];
/** Mercator ends here. */
const MAX_LATITUDE = 85.0511;

/** @param {unknown} value @param {string} [missing] */
const text = (value, missing = "") => (typeof value === "string" ? value : missing);
/** @param {unknown} value */
const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);
/** @param {unknown} value @returns {Record<string, any>} */
const record = (value) => (value && typeof value === "object" ? /** @type {any} */ (value) : {});
/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : []);
/** @param {unknown} value @param {string[]} known @param {string} missing */
const oneOf = (value, known, missing) => (known.includes(/** @type {any} */ (value)) ? /** @type {string} */ (value) : missing);

/** @param {number} lon */
export const worldX = (lon) => lon / 360 + 0.5;
/** @param {number} lat */
export function worldY(lat) {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
/** @param {number} x */
export const longitude = (x) => (x - 0.5) * 360;
/** @param {number} y */
export const latitude = (y) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

/** @param {any} pair @returns {[number, number]|null} lon, lat */
function position(pair) {
  const [lon, lat] = [number(list(pair)[0]), number(list(pair)[1])];
  return lon === null || lat === null || Math.abs(lat) > 90 ? null : [lon, lat];
}

/** @param {any} feature @param {number} index @param {string[]} persons @returns {Stay} */
function readStay(feature, index, persons) {
  const p = record(feature.properties);
  const when = record(feature.when);
  const at = record(feature.geometry).type === "Point" ? position(feature.geometry.coordinates) : null;
  const years = [0, 1, 2, 3].map((i) => number(list(p.years)[i]));
  const clock = list(p.clock).map(number);
  const arrival = clock[0] ?? years[0] ?? years[1] ?? NaN;
  const person = persons.indexOf(text(p.person));
  return {
    id: String(feature.id ?? index),
    index,
    person: Math.max(0, person),
    title: text(p.title) || text(p.written) || "?",
    now: text(p.now),
    context: text(p.context),
    when: text(when.label),
    years,
    clock: [arrival, Math.max(arrival, clock[1] ?? years[3] ?? years[2] ?? arrival)],
    yearLabel: [0, 1].map((i) => text(list(p.year_label)[i]) || null),
    approximate: p.approximate === true,
    uncertain: p.uncertain === true,
    inferred: list(p.inferred).map(String),
    precision: text(p.precision, "locality"),
    radiusKm: Math.max(0, number(p.radius_km) ?? 0),
    areaCountry: text(record(p.area).country),
    areaRing: readRing(record(p.area).ring),
    stay: text(p.stay),
    stayGroup: oneOf(p.stay_group, STAY_GROUPS, "home"),
    move: text(p.move),
    moveGroup: oneOf(p.move_group, MOVE_GROUPS, "unknown"),
    mode: text(p.mode),
    ...readStory(p),
    certainty: text(p.certainty, "certain"),
    status: text(p.status, at ? "ok" : "unresolved"),
    note: text(p.note),
    x: at ? worldX(at[0]) : NaN,
    y: at ? worldY(at[1]) : NaN,
    lat: at ? at[1] : NaN,
    place: -1,
  };
}

/** @param {Record<string, any>} p */
function readStory(p) {
  return {
    story: text(p.story),
    quote: text(p.quote),
    source: text(p.source),
    url: text(p.url),
    image: text(p.image),
    imageAlt: text(p.image_alt),
    imageCredit: text(p.image_credit),
  };
}

/** @param {any} ring @returns {[number, number][]|null} */
function readRing(ring) {
  const points = list(ring).map(position).filter((p) => p !== null);
  return points.length > 2 ? points : null;
}

/** A leg's coordinates as one unwrapped line that begins near `start`. @param {any} geometry @param {number} start */
function unwrap(geometry, start) {
  const g = record(geometry);
  const parts = g.type === "LineString" ? [g.coordinates] : g.type === "MultiLineString" ? list(g.coordinates) : [];
  /** @type {number[]} */
  const points = [];
  let before = start;
  for (const pair of parts.flatMap(list)) {
    const at = position(pair);
    if (!at) continue;
    const x = worldX(at[0]) + Math.round(before - worldX(at[0]));
    const y = worldY(at[1]);
    const n = points.length;
    if (n && points[n - 2] === x && points[n - 1] === y) continue;
    points.push(x, y);
    before = x;
  }
  return points.length >= 4 ? Float64Array.from(points) : null;
}

/** @param {any} feature @param {Stay} from @param {Stay} to @returns {Leg} */
function readLeg(feature, from, to) {
  const p = record(feature?.properties);
  const drawn = from.person === to.person && !Number.isNaN(from.x) && !Number.isNaN(to.x);
  const points = drawn ? unwrap(feature?.geometry, from.x) : null;
  return {
    index: from.index,
    moveGroup: oneOf(p.move_group, MOVE_GROUPS, to.moveGroup),
    move: text(p.move) || to.move,
    mode: text(p.mode) || to.mode,
    km: number(p.km) ?? 0,
    gap: from.person !== to.person || p.gap === true || Number.isNaN(from.x) || Number.isNaN(to.x),
    doubtful: text(p.certainty, "certain") !== "certain",
    points,
    lengths: null,
    box: null,
  };
}

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

/** Bows repeated ways between the same two places apart. @param {Leg[]} legs @param {Stay[]} stays */
function fanOut(legs, stays) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const leg of legs) {
    if (!leg.points) continue;
    const [a, b] = [stays[leg.index].place, stays[leg.index + 1].place];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times) leg.points = bow(leg.points, (a < b ? 1 : -1) * (times % 2 ? 1 : -1) * Math.ceil(times / 2));
  }
}

/** @param {ArrayLike<number>[]} lines @returns {[number, number, number, number]|null} */
export function boxOf(lines) {
  const box = /** @type {[number, number, number, number]} */ ([Infinity, Infinity, -Infinity, -Infinity]);
  for (const points of lines) {
    for (let i = 0; i < points.length; i += 2) {
      if (points[i] < box[0]) box[0] = points[i];
      if (points[i] > box[2]) box[2] = points[i];
      if (points[i + 1] < box[1]) box[1] = points[i + 1];
      if (points[i + 1] > box[3]) box[3] = points[i + 1];
    }
  }
  return box[0] <= box[2] ? box : null;
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
  fanOut(legs, stays);
  for (const leg of legs) {
    if (!leg.points) continue;
    leg.lengths = lengths(leg.points);
    leg.box = boxOf([leg.points]);
  }
  const box = boxOf([...legs.flatMap((l) => (l.points ? [l.points] : [])), ...places.map((p) => [p.x, p.y])]);
  return { title: text(head.title) || persons[0] || "", persons, stays, legs, places, box };
}
