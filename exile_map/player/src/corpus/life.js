/** One life of many, as the wire document (GeoJSON) that the usual player reads. */
import { kilometres } from "../legs.js";
import { latitude, longitude } from "../mercator.js";
import { readKinds, viewStays } from "../unpack.js";
import { Ways } from "./ways.js";

/** @typedef {ReturnType<typeof import("../unpack.js").openColumns>} Open */
/** @typedef {ReturnType<typeof import("../unpack.js").locate>} Where */

/** Radians from one point of a way to the next: some 100 km, as for maps of one life. */
const FINE = 0.0157;
const DOUBTFUL = 512;
const MEASURED = 1024;

/** @param {import("../model.js").Stay} stay @param {string} person */
function stayFeature(stay, person) {
  const { id, title, now, context, when, years, clock, yearLabel, approximate, uncertain, inferred, precision, radiusKm } = stay;
  const area = stay.areaCountry ? { country: stay.areaCountry } : stay.areaRing ? { ring: stay.areaRing } : undefined;
  return {
    type: "Feature", id,
    geometry: Number.isNaN(stay.lat) ? null : { type: "Point", coordinates: [longitude(stay.x - Math.floor(stay.x)), stay.lat] },
    when: { label: when },
    properties: {
      type: "stay", person, title, now, context, years, clock, year_label: yearLabel, approximate, uncertain, inferred, precision, radius_km: radiusKm, area,
      stay: stay.stay, stay_group: stay.stayGroup, move: stay.move, move_group: stay.moveGroup, mode: stay.mode, certainty: stay.certainty, status: stay.status, note: stay.note,
      story: stay.story, quote: stay.quote, source: stay.source, url: stay.url, image: stay.image, image_alt: stay.imageAlt, image_credit: stay.imageCredit,
    },
  };
}

/** @param {any} stay the one it leads to @param {import("../model.js").Stay} from @param {Open} open @param {import("./ways.js").Ways} ways @param {string} person */
function legFeature(stay, from, { columns, lats, lons, ways: told }, ways, person) {
  const { row } = stay;
  const flags = columns.flags[row];
  const gap = from.place < 0 || stay.place < 0 || (row in told && !told[row].line.length);
  const km = gap || !(flags & MEASURED) ? 0 : row in told ? told[row].km : kilometres(lats[row - 1], lats[row], lons[row] - lons[row - 1]);
  return {
    type: "Feature", id: `${from.id}--${stay.id}`, geometry: gap || stay.x === from.x && stay.y === from.y ? null : lineOf(ways, row),
    properties: {
      type: "leg", person, from: from.id, to: stay.id, move: stay.move, move_group: stay.moveGroup, mode: stay.mode, mode_group: stay.modeGroup || undefined,
      via: told[row]?.via ?? [], km, gap, certainty: flags & DOUBTFUL ? "uncertain" : "certain",
    },
  };
}

/** @param {import("./ways.js").Ways} ways @param {number} row */
function lineOf(ways, row) {
  const pieces = ways.pieces[row] || ways.make(row);
  const begin = ways.first[row];
  const coordinates = Array.from({ length: pieces + 1 }, (_, k) => {
    const x = ways.points[begin + 2 * k];
    return [longitude(x - Math.floor(x)), latitude(ways.points[begin + 2 * k + 1])];
  });
  return { type: "LineString", coordinates };
}

/** @param {any} head @param {Open} open @param {Where} where @param {import("./data.js").Corpus} corpus @param {number} person */
export function lifeDocument(head, open, where, corpus, person) {
  const ways = new Ways(open, where, FINE);
  const rows = Uint32Array.from({ length: corpus.starts[person + 1] - corpus.starts[person] }, (_, i) => corpus.starts[person] + i);
  const name = corpus.persons[person];
  const at = Int32Array.from({ length: open.count }, () => -1);
  for (const row of rows) if (!Number.isNaN(where.xs[row])) at[row] = 0;
  const stays = viewStays(open, readKinds(open), where, rows, at);
  const legs = stays.slice(1).map((stay, i) => legFeature(stay, stays[i], open, ways, name));
  return {
    type: "FeatureCollection",
    exile_map: { version: head.exile_map.version, title: name, language: head.exile_map.language, persons: [name] },
    features: [...stays.map((stay) => stayFeature(stay, name)), ...legs],
  };
}
