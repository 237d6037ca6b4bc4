/** The wire: one stay or leg of the document as values to trust, each read by its type or taken by its default. */
import { rounded } from "./line.js";
import { worldX, worldY } from "./mercator.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./model.js").Leg} Leg */

export const STAY_GROUPS = ["home", "confined", "hiding", "transit", "waiting", "sea", "military", "other"];
export const MOVE_GROUPS = ["forced", "flight", "free", "unknown", "none"];
/** By what means one travels: each has an icon. */
export const MODES = /** @type {const} */ (["ship", "train", "road", "foot", "air"]);
/** @param {unknown} value @param {string} [missing] */
export const text = (value, missing = "") => (typeof value === "string" ? value : missing);
/** @param {unknown} value */
export const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);
/** Nobody tells of years beyond these, and an axis over them could not be drawn; the schema says the same. */
const FARTHEST_YEAR = 100000;
/** Nothing on the globe is farther away; the schema says the same. */
const HALF_ROUND_KM = 20040;
/** @param {unknown} value */
const year = (value) => {
  const read = number(value);
  return read === null || Math.abs(read) > FARTHEST_YEAR ? null : read;
};
/** @param {unknown} value @param {unknown} missing */
export const name = (value, missing) => (typeof value === "string" || typeof value === "number" ? String(value) : String(missing));
/** @param {unknown} value @returns {Record<string, any>} */
export const record = (value) => (value && typeof value === "object" ? /** @type {any} */ (value) : {});
/** @param {unknown} value @returns {any[]} */
export const list = (value) => (Array.isArray(value) ? value : []);
/** @param {unknown} value @param {readonly string[]} known @param {string} missing */
export const oneOf = (value, known, missing) => (known.includes(/** @type {any} */ (value)) ? /** @type {string} */ (value) : missing);

/** @param {any} pair @returns {[number, number]|null} lon, lat */
function position(pair) {
  const lon = pair?.[0];
  const lat = pair?.[1];
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

/** @param {any} feature @param {number} index @param {string[]} persons @returns {Stay} */
export function readStay(feature, index, persons) {
  const p = record(feature.properties);
  const when = record(feature.when);
  const at = record(feature.geometry).type === "Point" ? position(feature.geometry.coordinates) : null;
  const years = [0, 1, 2, 3].map((i) => year(list(p.years)[i]));
  const clock = list(p.clock).slice(0, 2).map(year);
  const arrival = clock[0] ?? years[0] ?? years[1] ?? NaN;
  const person = persons.indexOf(text(p.person));
  return {
    id: name(feature.id, index),
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
    inferred: list(p.inferred).map((end) => text(end)),
    precision: text(p.precision, "locality"),
    radiusKm: Math.max(0, Math.min(HALF_ROUND_KM, number(p.radius_km) ?? 0)),
    areaCountry: text(record(p.area).country),
    areaRing: readRing(record(p.area).ring),
    stay: text(p.stay_label, text(p.stay)),
    stayGroup: oneOf(p.stay_group, STAY_GROUPS, "home"),
    move: text(p.move_label, text(p.move)),
    moveGroup: oneOf(p.move_group, MOVE_GROUPS, "unknown"),
    mode: text(p.mode),
    ...readStory(p),
    letters: text(p.story).length + text(p.quote).length,
    certainty: text(p.certainty, "certain"),
    status: text(p.status, at ? "ok" : "unresolved"),
    note: text(p.note),
    x: at ? worldX(at[0]) : NaN,
    y: at ? worldY(at[1]) : NaN,
    lat: at ? at[1] : NaN,
    place: -1,
    before: null,
    after: null,
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
export function readRing(ring) {
  const points = list(ring).map(position).filter((p) => p !== null);
  return points.length > 2 ? points : null;
}

/** A leg's coordinates as one unwrapped line that begins near `start`. @param {any} geometry @param {number} start */
export function unwrap(geometry, start) {
  const g = record(geometry);
  const parts = g.type === "LineString" ? [g.coordinates] : g.type === "MultiLineString" ? list(g.coordinates) : [];
  /** @type {number[]} */
  const points = [];
  let before = start;
  for (const pair of parts.flatMap(list)) {
    const at = position(pair);
    if (!at) continue;
    const lon = worldX(at[0]);
    const x = lon + Math.round(before - lon);
    const y = worldY(at[1]);
    const n = points.length;
    if (n && points[n - 2] === x && points[n - 1] === y) continue;
    points.push(x, y);
    before = x;
  }
  return points.length >= 4 ? rounded(Float64Array.from(points)) : null;
}

/** @param {any} feature @param {Stay|null} from null where a life begins @param {Stay} to @returns {Leg} */
export function readLeg(feature, from, to) {
  const p = record(feature?.properties);
  const drawn = from && !Number.isNaN(from.x) && !Number.isNaN(to.x);
  const points = drawn ? unwrap(feature?.geometry, from.x) : null;
  const mode = text(p.mode) || to.mode;
  return {
    from,
    to,
    moveGroup: oneOf(p.move_group, MOVE_GROUPS, to.moveGroup),
    move: to.move || text(p.move),
    mode: /** @type {Leg["mode"]} */ (oneOf(p.mode_group ?? mode, MODES, "")),
    via: list(p.via).filter((name) => typeof name === "string"),
    km: number(p.km) ?? 0,
    gap: !drawn || p.gap === true,
    doubtful: text(p.certainty, "certain") !== "certain",
    points,
    slot: -1,
    aside: 0,
    leads: true,
    lengths: null,
    box: null,
  };
}
