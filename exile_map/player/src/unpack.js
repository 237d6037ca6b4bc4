/**
 * Unpacking: many stays in columns (packed.py) as a model. Its stays and legs are views of the columns: a text is decoded
 * when it is asked for.
 */
import { WIDE_KM } from "./areas.js";
import { DRAWN, GAP, viewLegs } from "./legs.js";
import { readSums } from "./lives.js";
import { Opened } from "./model.js";
import { worldX, worldY } from "./mercator.js";
import { SEEN, say, signOf } from "./used.js";
import { MODES, MOVE_GROUPS, STAY_GROUPS, list, oneOf, readRing, record, text, unwrap } from "./wire.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {ReturnType<typeof openColumns>} Open */
/** @typedef {ReturnType<typeof locate>} Where */

const DEGREES = 1e5;
const YEARS = 1e4;
const FORMS = /** @type {Record<string, any>} */ ({ b: Int8Array, h: Int16Array, i: Int32Array, d: Float64Array });
const PLACED = 1;
const APPROXIMATE = 2;
const UNCERTAIN = 4;
const INFERRED = { start: 8, end: 16 };
const KNOWN = 32;
/** What tells a stay's kind, in the order of packed.py. */
const KIND = ["precision", "status", "area", "certainty", "stay", "stay_group", "move", "move_group", "mode", "mode_group"];

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(base64) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  return quick ? quick.call(Uint8Array, base64) : /** @type {any} */ (Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
}

/** @param {string} base64 @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function inflated(base64) {
  const { writable, readable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // Not by way of a Blob, which another process would have to hand over.
  for (const told of [writer.write(bytesOf(base64)), writer.close()]) told.catch(() => {});
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

/** The columns of a block, by name. @param {Uint8Array} block @param {[string, string][]} described @param {number} count @returns {Record<string, ArrayLike<number>>} */
function columnsOf(block, described, count) {
  let at = block.byteOffset;
  return Object.fromEntries(described.map(([name, form]) => {
    const Form = FORMS[form];
    const size = count * Form.BYTES_PER_ELEMENT;
    const column = new Form(block.buffer.slice(at, at + size));
    at += size;
    return [name, column];
  }));
}

/** Numbers from their steps. @param {ArrayLike<number>} steps @param {number} [unit] */
function summed(steps, unit = 1) {
  const out = new Float64Array(steps.length);
  for (let i = 0, sum = 0; i < steps.length; i++) out[i] = (sum += steps[i]) / unit;
  return out;
}

/** Texts, each decoded when asked for, once their block has come. */
class Texts {
  /** @param {string[]} names @param {Record<string, ArrayLike<number>>} columns @param {number} count */
  constructor(names, columns, count) {
    this.block = new Uint8Array(0);
    this.decoder = new TextDecoder();
    /** @type {Record<string, Uint32Array>} */
    this.starts = {};
    let at = 0;
    for (const name of names) {
      const sizes = columns[`${name}_bytes`];
      const starts = (this.starts[name] = new Uint32Array(count + 1));
      for (let i = 0; i < count; i++) {
        starts[i] = at;
        at += sizes[i];
      }
      starts[count] = at;
    }
  }

  /** @param {string} name @param {number} index */
  of(name, index) {
    const starts = this.starts[name];
    return starts ? this.decoder.decode(this.block.subarray(starts[index], starts[index + 1])) : "";
  }
}

/** All the columns as the player counts. @param {any} head @param {Uint8Array} block */
export function openColumns(head, block) {
  const packed = record(head.packed);
  const count = packed.stays;
  const columns = columnsOf(block, packed.columns, count);
  const [lats, lons] = [summed(columns.lat, DEGREES), summed(columns.lon, DEGREES)];
  const persons = new Uint32Array(count);
  let at = 0;
  list(packed.of_person).forEach((stays, person) => {
    persons.fill(person, at, at + stays);
    at += stays;
  });
  const lists = Object.fromEntries(Object.entries(record(packed.lists)).map(([name, values]) => [name, list(values)]));
  const first = summed(columns.first);
  const [comes, goes] = [new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < count; row++) {
    comes[row] = (first[row] + columns.arrival[row]) / YEARS;
    goes[row] = (first[row] + columns.arrival[row] + columns.departure[row]) / YEARS;
  }
  return { count, columns, lats, lons, persons, lists, first, comes, goes, texts: new Texts(list(packed.texts), columns, count), ways: record(packed.ways) };
}

/** Where each stay is, in one unwrapped line. @param {Open} open */
export function locate({ count, columns, lats, lons, persons, ways }) {
  const [xs, ys] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN)];
  /** @type {Map<number, Float64Array|null>} those that are told, by the stay they lead to */
  const lines = new Map();
  let reached = NaN;
  for (let i = 0; i < count; i++) {
    const placed = columns.flags[i] & PLACED;
    const joined = placed && i > 0 && persons[i] === persons[i - 1] && !Number.isNaN(xs[i - 1]);
    if (i in ways) lines.set(i, joined ? unwrap({ type: "LineString", coordinates: ways[i].line }, xs[i - 1]) : null);
    if (!placed) continue;
    const line = lines.get(i);
    const x = worldX(lons[i]);
    const near = line ? line[line.length - 2] : reached;
    reached = xs[i] = Number.isNaN(near) ? x : x + Math.round(near - x);
    ys[i] = worldY(lats[i]);
  }
  return { xs, ys, lines };
}

/** The order of telling: that of the file; of several lives, that of the calendar, as readModel has it. @param {Open} open @param {Where} where */
function ordered({ count, persons, comes }, { xs, ys }) {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  if (!count || persons[count - 1] === 0) return rows;
  const turns = new Uint32Array(count);
  for (let i = 1; i < count; i++) if (persons[i] === persons[i - 1] && comes[i] === comes[i - 1]) turns[i] = turns[i - 1] + 1;
  return rows.sort((a, b) => comes[a] - comes[b] || turns[a] - turns[b] || xs[a] - xs[b] || ys[a] - ys[b] || a - b);
}

/** Which stays are at one place. @param {Open} open @param {Where} where @param {Uint32Array} rows in the order of telling */
function gather({ count, columns, lats, lons }, { xs, ys }, rows) {
  const at = new Int32Array(count).fill(-1);
  // A table of our own: a Map of so many numbers takes five times as long.
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const [north, east] = [new Int32Array(count), new Int32Array(count)];
  for (let row = 0; row < count; row++) {
    north[row] = Math.round(lats[row] * DEGREES);
    east[row] = Math.round(lons[row] * DEGREES);
  }
  /** @type {import("./model.js").Place[]} */
  const places = [];
  /** @type {number[][]|null} made when first asked for: at a click */
  let stays = null;
  const listed = () => {
    /** @type {number[][]} */
    const lists = places.map(() => []);
    rows.forEach((row, i) => at[row] < 0 || lists[at[row]].push(i));
    return lists;
  };
  class View {
    /** @param {number} row of the first stay there @param {number} index */
    constructor(row, index) {
      this.row = row;
      this.index = index;
    }
    get x() { return xs[this.row]; }
    get y() { return ys[this.row]; }
    get stays() { return (stays ??= listed())[this.index]; }
  }
  for (const row of rows) {
    if (!(columns.flags[row] & PLACED)) continue;
    let slot = (Math.imul(north[row], 0x9e3779b1) ^ Math.imul(east[row], 0x85ebca6b)) >>> 7 & mask;
    while (table[slot] >= 0 && (north[table[slot]] !== north[row] || east[table[slot]] !== east[row])) slot = (slot + 1) & mask;
    if (table[slot] < 0) {
      table[slot] = row;
      at[row] = places.length;
      places.push(new View(row, places.length));
    } else at[row] = at[table[slot]];
  }
  return { at, places };
}

/** What tells a stay's kind, for each kind there is. @param {Open} open */
export function readKinds({ lists }) {
  const kinds = list(lists.kind).map((values) => Object.fromEntries(KIND.map((name, i) => [name, text(list(values)[i])])));
  const areas = kinds.map(({ area }) => record(area ? JSON.parse(area) : null)).map(({ country, ring }) => ({ country: text(country), ring: readRing(ring) }));
  const groups = kinds.map((kind) => [oneOf(kind.stay_group, STAY_GROUPS, "home"), oneOf(kind.move_group, MOVE_GROUPS, "unknown"), oneOf(kind.mode_group, MODES, "")]);
  return { kinds, areas, groups };
}

/** Of the way to each stay: whether it is lost, and whether there is one to draw. @param {Open} open @param {Where} where @param {Int32Array} at */
function readWays({ count, persons, ways }, { lines }, at) {
  const out = new Uint8Array(count).fill(GAP, 0, 1);
  for (let row = 1; row < count; row++) {
    if (persons[row - 1] !== persons[row] || at[row - 1] < 0 || at[row] < 0) out[row] = GAP;
    else if (at[row - 1] !== at[row]) out[row] = DRAWN;
  }
  for (const key of Object.keys(ways)) {
    const row = Number(key);
    if (!list(ways[row].line).length) out[row] = GAP;
    else if (out[row] !== GAP) out[row] = lines.get(row) ? DRAWN : 0;
  }
  return out;
}

/** What is asked of all stays at once. @param {Open} open @param {Uint32Array} rows @param {Int32Array} at @param {Uint8Array} ways @returns {import("./pacing.js").Columns} */
function listColumns({ count, columns, persons, comes, goes }, rows, at, ways) {
  const [ranks, places, befores] = [new Uint32Array(count), new Int32Array(count), new Int32Array(count).fill(-1)];
  const [begins, ends, letters] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const drawn = new Uint8Array(Math.max(0, count - 1));
  for (let i = 0; i < count; i++) ranks[rows[i]] = i;
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    begins[i] = comes[row];
    ends[i] = goes[row];
    places[i] = at[row];
    letters[i] = columns.letters[row];
    if (row && persons[row - 1] === persons[row]) befores[i] = ranks[row - 1];
    if (i) drawn[i - 1] = ways[row] & DRAWN;
  }
  return { begins, ends, places, befores, letters, ways: drawn };
}

/** What the legend names. @param {Open} open @param {ReturnType<typeof readKinds>} kinds @param {Int32Array} at @param {Uint8Array} ways @param {import("./pacing.js").Columns} told @returns {import("./used.js").Used} */
function readUsed({ count, columns, persons }, { kinds, areas, groups }, at, ways, { begins, ends }) {
  const { flags, kind, radius, sure, end } = columns;
  const [all, gone] = [new Uint32Array(groups.length), new Uint32Array(groups.length)];
  const wide = areas.map(({ country, ring }) => country !== "" || ring !== null);
  const seen = (YEARS * ((ends[count - 1] ?? 0) - (begins[0] ?? 0))) / SEEN;
  const knows = (/** @type {number} */ row, /** @type {number} */ bits) => (flags[row] & bits) === bits;
  let [area, soft, gap] = [false, false, false];
  for (let row = 0; row < count; row++) {
    all[kind[row]]++;
    if (ways[row] === DRAWN) gone[kind[row]]++;
    area ||= at[row] >= 0 && (wide[kind[row]] || radius[row] >= 100 * WIDE_KM);
    soft ||= (sure[row] > seen && knows(row, 3 * KNOWN)) || (end[row] > seen && knows(row, 12 * KNOWN));
    gap ||= ways[row] === GAP && row > 0 && persons[row - 1] === persons[row];
  }
  /** @type {import("./used.js").Used["said"]} */
  const said = new Map();
  groups.forEach(([stayGroup, moveGroup], code) => {
    if (gone[code]) say(said, moveGroup, kinds[code].move, gone[code]);
    if (all[code]) say(said, signOf(stayGroup), kinds[code].stay, all[code]);
  });
  return { said, means: new Set(groups.flatMap(([, , mode], code) => (gone[code] ? [mode] : []))), area, soft, gap };
}

/** The stays, each a view of the columns. @param {Open} open @param {ReturnType<typeof readKinds>} of @param {Where} where @param {Uint32Array} rows @param {Int32Array} at @returns {Stay[]} */
export function viewStays({ count, columns, lats, persons, lists, first, comes, goes, texts }, { kinds, areas, groups }, { xs, ys }, rows, at) {
  const { flags, kind: of } = columns;
  const ranks = new Uint32Array(count);
  rows.forEach((row, index) => (ranks[row] = index));
  /** @type {Stay[]} */
  const stays = [];
  const sameLife = (/** @type {number} */ row, /** @type {number} */ other) => (persons[other] === persons[row] ? stays[ranks[other]] : null);
  class View {
    /** @param {number} row @param {number} index */
    constructor(row, index) {
      this.row = row;
      this.index = index;
    }
    get id() { return texts.of("id", this.row) || String(this.index); }
    get person() { return persons[this.row]; }
    get before() { return sameLife(this.row, this.row - 1); }
    get after() { return sameLife(this.row, this.row + 1); }
    get x() { return xs[this.row]; }
    get y() { return ys[this.row]; }
    get lat() { return at[this.row] < 0 ? NaN : lats[this.row]; }
    get place() { return at[this.row]; }
    get letters() { return columns.letters[this.row]; }
    get radiusKm() { return columns.radius[this.row] / 100; }
    get approximate() { return (flags[this.row] & APPROXIMATE) > 0; }
    get uncertain() { return (flags[this.row] & UNCERTAIN) > 0; }
    get inferred() { return Object.entries(INFERRED).flatMap(([end, bit]) => (flags[this.row] & bit ? [end] : [])); }
    get clock() { return [comes[this.row], goes[this.row]]; }
    get years() {
      const { row } = this;
      const until = first[row] + columns.arrival[row] + columns.departure[row] + columns.until[row];
      const year = (/** @type {number} */ k, /** @type {number} */ moment) => (flags[row] & (KNOWN << k) ? moment / YEARS : null);
      return [year(0, first[row]), year(1, first[row] + columns.sure[row]), year(2, until), year(3, until + columns.end[row])];
    }
    get areaCountry() { return areas[of[this.row]].country; }
    get areaRing() { return areas[of[this.row]].ring; }
    get yearLabel() { return [0, 1].map((i) => text(list(lists.year_label[columns.year_label[this.row]])[i]) || null); }
    get stayGroup() { return groups[of[this.row]][0]; }
    get moveGroup() { return groups[of[this.row]][1]; }
    /** Of the way to it. */
    get modeGroup() { return groups[of[this.row]][2]; }
  }
  for (const name of ["title", "now", "context", "note"]) {
    const [values, codes] = [lists[name].map((value) => text(value)), columns[name]];
    Object.defineProperty(View.prototype, name, { get() { return values[codes[this.row]]; } });
  }
  for (const name of ["stay", "move", "mode", "certainty", "status", "precision"]) {
    const values = kinds.map((kind) => kind[name] || (name === "precision" ? "locality" : ""));
    Object.defineProperty(View.prototype, name, { get() { return values[of[this.row]]; } });
  }
  for (const [ours, theirs] of Object.entries({ when: "when", story: "story", quote: "quote", source: "source", url: "url", image: "image", imageAlt: "image_alt", imageCredit: "image_credit" })) {
    Object.defineProperty(View.prototype, ours, { get() { return texts.of(theirs, this.row); } });
  }
  rows.forEach((row, index) => stays.push(/** @type {any} */ (new View(row, index))));
  return stays;
}

/** @param {any} head @param {Uint8Array} block */
export function openModel(head, block) {
  const open = openColumns(head, block);
  const where = locate(open);
  const rows = ordered(open, where);
  const { at, places } = gather(open, where, rows);
  const kinds = readKinds(open);
  const ways = readWays(open, where, at);
  const columns = listColumns(open, rows, at, ways);
  const stays = viewStays(open, kinds, where, rows, at);
  const { legs, box } = viewLegs(open, where, rows, ways, stays);
  const about = record(head.exile_map);
  const persons = list(about.persons).map((person) => text(person));
  /** @type {import("./model.js").Model} */
  const model = {
    title: text(about.title) || persons[0] || "", persons, marks: [], stays, legs, places, box,
    coloured: false, meetings: [], sums: readSums(about.summary, persons), columns, used: readUsed(open, kinds, at, ways, columns),
  };
  return { document: new Opened(model), texts: open.texts };
}

/**
 * Opens the page's blocks, the columns now or soon, the texts after.
 * @param {any} head @param {string} columns base64 @param {() => Promise<string>} texts the same, when they have come
 * @param {(document: Opened) => unknown} begin may be waited for
 */
export async function unpack(head, columns, texts, begin) {
  // Nothing may be waited for where scripts follow that need the map: then the columns are as they are.
  const { document: opened, texts: later } = openModel(head, head.packed.plain ? bytesOf(columns) : await inflated(columns));
  await begin(opened);
  later.block = await inflated(await texts());
  opened.told();
}
