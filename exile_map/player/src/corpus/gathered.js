/** Lives as a document of GeoJSON has them, gathered into columns. */
import { longitude } from "../mercator.js";
import { fillClocks } from "../model.js";
import { inflated, locate } from "../unpack.js";
import { list, name, readStay, record, text } from "../wire.js";
import { readCorpus } from "./data.js";
import { openLives, sourceOf } from "./packed.js";

/** @typedef {import("../model.js").Stay} Stay */

/** Of fewer lives, or of fewer stays, each is told: as _corpus.py has it. */
export const FEWEST_LIVES = 25;
export const FEWEST_STAYS = 401;

const YEARS = 1e4;
const [PLACED, APPROXIMATE, UNCERTAIN, INFERRED] = [1, 2, 4, 8];
/** Layers of the gazetteer that are none: then the country is the user's own word. */
const USERS = ["", "user"];

/** @param {any} feature @param {string} type */
const isA = (feature, type) => record(record(feature).properties).type === type;

/** What an element of a page of ours holds: none of them has a "<" in it. @param {string} html @param {string} id */
function heldBy(html, id) {
  const tag = `id="${id}">`;
  const begin = html.indexOf(tag) + tag.length;
  return begin < tag.length ? "" : html.slice(begin, html.indexOf("<", begin));
}

/** The document of a page that `exile-map draw` wrote; of many lives it is packed, in a thirtieth of what GeoJSON takes. @param {string} html */
export function documentOfPage(html) {
  const data = record(JSON.parse(heldBy(html, "em-data")));
  return data.packed ? { type: "FeatureCollection", features: [], ...data, columns: heldBy(html, "em-columns"), texts: heldBy(html, "em-texts") } : data;
}

/** The lives of such a document. @param {any} packed */
export async function openDocument(packed) {
  // Of one long life told, no country is told of by itself.
  if (!record(packed.packed.lists).country) throw new TypeError("it is a page that tells very many stays: give the GeoJSON that exile-map export writes, or draw it with --view corpus");
  return openLives(packed, await inflated(text(packed.columns)), async () => text(packed.texts));
}

/** Whether there are so many lives in a document that they are better seen all at once than told. @param {any} document @param {string|null} view what was asked for */
export function isMany(document, view) {
  if (view === "corpus" || view === "route") return view === "corpus";
  const features = list(document.features);
  if (features.length < FEWEST_STAYS) return false;
  const stays = features.filter((feature) => isA(feature, "stay"));
  return stays.length >= FEWEST_STAYS && new Set(stays.map(({ properties }) => text(properties.person))).size >= FEWEST_LIVES;
}

/** Values of a column, each once, and which of them each stay has. */
class Listed {
  /** @param {number} count of stays */
  constructor(count) {
    this.column = new Uint32Array(count);
    /** @type {Map<string, number>} */
    this.codes = new Map();
  }

  /** @param {number} row @param {string} value */
  set(row, value) {
    let code = this.codes.get(value);
    if (code === undefined) this.codes.set(value, (code = this.codes.size));
    this.column[row] = code;
  }

  get values() {
    return [...this.codes.keys()];
  }
}

/** How countries of today are called, by their codes. @param {string} lang */
function countryNames(lang) {
  const names = new Intl.DisplayNames([/^[a-z]{2,3}$/i.test(lang) ? lang : "en", "en"], { type: "region", fallback: "none" });
  /** @type {Map<string, string>} */
  const known = new Map();
  return (/** @type {string} */ code) => {
    if (!known.has(code)) known.set(code, /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? "") : "");
    return known.get(code);
  };
}

/** The columns, as packed.py makes them. @param {Stay[]} stays each person's together @param {any[]} features of each @param {string} lang */
function columnsOf(stays, features, lang) {
  const count = stays.length;
  const make = () => new Float64Array(count);
  const [lats, lons, first, comes, goes, departure] = [make(), make(), make(), make(), make(), make()];
  const [kind, country, title] = [new Listed(count), new Listed(count), new Listed(count)];
  const [persons, flags] = [new Uint32Array(count), new Uint16Array(count)];
  const nameOf = countryNames(lang);
  stays.forEach((stay, row) => {
    const placed = !Number.isNaN(stay.lat);
    lats[row] = placed ? stay.lat : row ? lats[row - 1] : 0;
    lons[row] = placed ? longitude(stay.x) : row ? lons[row - 1] : 0;
    [comes[row], goes[row]] = stay.clock;
    first[row] = Math.round(stay.clock[0] * YEARS);
    departure[row] = Math.round(stay.clock[1] * YEARS) - first[row];
    persons[row] = stay.person;
    flags[row] = (placed ? PLACED : 0) | (stay.approximate ? APPROXIMATE : 0) | (stay.uncertain ? UNCERTAIN : 0) | (stay.inferred.includes("start") ? INFERRED : 0);
    kind.set(row, JSON.stringify([stay.precision, "", "", stay.certainty, "", "", "", stay.moveGroup]));
    const { country: code, layer } = record(features[stay.index].properties);
    country.set(row, nameOf(text(code)) || (USERS.includes(text(layer)) ? stay.context : ""));
    title.set(row, stay.title);
  });
  const columns = { arrival: new Uint8Array(count), departure, flags, kind: kind.column, country: country.column, title: title.column };
  const lists = { kind: kind.values.map((value) => JSON.parse(value)), country: country.values, title: title.values };
  return { count, columns, lats, lons, persons, lists, first, comes, goes };
}

/** The ways that are told as lines: those by sea or with stops. @param {Stay[]} stays @param {any[]} legs @returns {Record<number, {line: any[]}>} */
function waysOf(stays, legs) {
  const told = new Map(legs.filter(({ properties }) => properties.sea === true || list(properties.via).length)
    .map(({ geometry, properties }) => [`${name(properties.from, "")}\n${name(properties.to, "")}`, record(geometry)]));
  return Object.fromEntries(stays.flatMap((stay, row) => {
    const before = stays[row - 1];
    const shape = before?.person === stay.person && told.get(`${before.id}\n${stay.id}`);
    const parts = !shape ? [] : shape.type === "LineString" ? [shape.coordinates] : list(shape.coordinates);
    return parts.length ? [[row, { line: parts.flatMap(list) }]] : [];
  }));
}

/** @param {any} document the wire document, hostile as any @returns {import("./data.js").Source} */
export function gatherLives(document) {
  const head = record(document.exile_map);
  const features = list(document.features);
  const stayFeatures = features.filter((feature) => isA(feature, "stay"));
  const legs = features.filter((feature) => isA(feature, "leg"));
  const persons = [...new Set([...list(head.persons).map((person) => text(person)), ...stayFeatures.map(({ properties }) => text(properties.person))])];
  const numbers = new Map(persons.map((person, i) => [person, i]));
  const stays = stayFeatures.map((feature, i) => ({ ...readStay(feature, i, []), person: /** @type {number} */ (numbers.get(text(feature.properties.person))) })).sort((a, b) => a.person - b.person);
  fillClocks(stays);
  const open = /** @type {any} */ ({ ...columnsOf(stays, stayFeatures, text(head.language, "en")), ways: waysOf(stays, legs) });
  const sizes = persons.map(() => 0);
  for (const { person } of stays) sizes[person]++;
  const where = locate(open);
  const corpus = readCorpus({ exile_map: { title: head.title, persons }, packed: { of_person: sizes } }, open, where);
  return sourceOf(open, where, corpus, async (person) => {
    const theirs = (/** @type {any} */ { properties }) => text(properties.person) === persons[person];
    const { version, language } = head;
    return { type: "FeatureCollection", exile_map: { version, language, title: persons[person], persons: [persons[person]] }, features: [...stayFeatures.filter(theirs), ...legs.filter(theirs)] };
  });
}
