/**
 * Unpacking: many stays in columns (packed.py) as a model. Its stays and legs are views of the columns: a text is decoded
 * when it is asked for, and a way is made when it is travelled.
 */
import { boxOf, lengths } from "./line.js";
import { Opened } from "./model.js";
import { worldX, worldY } from "./mercator.js";
import { MOVE_GROUPS, STAY_GROUPS, list, oneOf, readRing, record, text, unwrap } from "./wire.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./model.js").Leg} Leg */
/** @typedef {import("./basemap-draw.js").View} View */

const DEGREES = 1e5;
const YEARS = 1e4;
const FORMS = /** @type {Record<string, any>} */ ({ b: Int8Array, h: Int16Array, i: Int32Array, d: Float64Array });
const PLACED = 1;
const APPROXIMATE = 2;
const UNCERTAIN = 4;
const INFERRED = { start: 8, end: 16 };
const KNOWN = 32;
/** What tells a stay's kind, in the order of packed.py. */
const KIND = ["precision", "status", "area", "certainty", "stay", "stay_group", "move", "move_group", "mode"];
/** Radians from one point of a way to the next: some 100 km. */
const STEP = 0.0157;
/** The larger, the fewer pieces a way is drawn in: at this a piece stands off the true way by half a pixel or little more. */
const COARSE = 1.5;
/** Of so many stays the ways are drawn coarser, for none of them can be told from its neighbours. */
const VERY_MANY = 20_000;
const COARSER = 6;
/** A great circle leaves the box of its ends by no more than this times the square of its width, in worlds. */
const BULGE = 1.5;
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(base64) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  return quick ? quick.call(Uint8Array, base64) : /** @type {any} */ (Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
}

/** @param {string} base64 @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function inflated(base64) {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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

/** Numbers from their steps. @param {ArrayLike<number>} steps @param {number} unit */
function summed(steps, unit) {
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
function openColumns(head, block) {
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
  const first = summed(columns.first, YEARS);
  return { count, columns, lats, lons, persons, lists, first, texts: new Texts(list(packed.texts), columns, count), ways: record(packed.ways) };
}

/** Where each stay is, in one unwrapped line for each person, and which of them are at one place. @param {ReturnType<typeof openColumns>} open */
function locate({ count, columns, lats, lons, persons }) {
  const [xs, ys, places] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN), new Int32Array(count).fill(-1)];
  /** @type {Map<number, import("./model.js").Place>} */
  const known = new Map();
  let [before, person] = [NaN, -1];
  for (let i = 0; i < count; i++) {
    if (!(columns.flags[i] & PLACED)) continue;
    const x = worldX(lons[i]);
    const same = persons[i] === person && !Number.isNaN(before);
    xs[i] = same ? x + Math.round(before - x) : x;
    ys[i] = worldY(lats[i]);
    [before, person] = [xs[i], persons[i]];
    const key = Math.round(lats[i] * DEGREES) * 4e7 + Math.round(lons[i] * DEGREES);
    let place = known.get(key);
    if (!place) known.set(key, (place = { index: known.size, x: xs[i], y: ys[i], stays: [] }));
    place.stays.push(i);
    places[i] = place.index;
  }
  return { xs, ys, at: places, places: [...known.values()] };
}

/** The stays, each a view of the columns. @param {ReturnType<typeof openColumns>} open @param {ReturnType<typeof locate>} where @returns {Stay[]} */
function viewStays({ count, columns, lats, persons, lists, first, texts }, { xs, ys, at }) {
  const { flags } = columns;
  const kinds = list(lists.kind).map((values) => Object.fromEntries(KIND.map((name, i) => [name, text(list(values)[i])])));
  const areas = kinds.map(({ area }) => record(area ? JSON.parse(area) : null)).map(({ country, ring }) => ({ country: text(country), ring: readRing(ring) }));
  const groups = kinds.map((kind) => [oneOf(kind.stay_group, STAY_GROUPS, "home"), oneOf(kind.move_group, MOVE_GROUPS, "unknown")]);
  const of = columns.kind;
  const part = (/** @type {string} */ name, /** @type {number} */ i) => columns[name][i] / YEARS;
  class View {
    /** @param {number} index */
    constructor(index) {
      this.index = index;
    }
    get id() { return texts.of("id", this.index) || String(this.index); }
    get person() { return persons[this.index]; }
    get x() { return xs[this.index]; }
    get y() { return ys[this.index]; }
    get lat() { return at[this.index] < 0 ? NaN : lats[this.index]; }
    get place() { return at[this.index]; }
    get letters() { return columns.letters[this.index]; }
    get radiusKm() { return columns.radius[this.index] / 100; }
    get approximate() { return (flags[this.index] & APPROXIMATE) > 0; }
    get uncertain() { return (flags[this.index] & UNCERTAIN) > 0; }
    get inferred() { return Object.entries(INFERRED).flatMap(([end, bit]) => (flags[this.index] & bit ? [end] : [])); }
    get clock() {
      const arrival = first[this.index] + part("arrival", this.index);
      return [arrival, arrival + part("departure", this.index)];
    }
    get years() {
      const i = this.index;
      const departure = first[i] + part("arrival", i) + part("departure", i);
      const until = departure + part("until", i);
      return [first[i], first[i] + part("sure", i), until, until + part("end", i)].map((year, k) => (flags[i] & (KNOWN << k) ? year : null));
    }
    get areaCountry() { return areas[of[this.index]].country; }
    get areaRing() { return areas[of[this.index]].ring; }
    get yearLabel() { return [0, 1].map((i) => text(list(lists.year_label[columns.year_label[this.index]])[i]) || null); }
    get stayGroup() { return groups[of[this.index]][0]; }
    get moveGroup() { return groups[of[this.index]][1]; }
  }
  for (const name of ["title", "now", "context", "note"]) {
    const [values, codes] = [lists[name].map((value) => text(value)), columns[name]];
    Object.defineProperty(View.prototype, name, { get() { return values[codes[this.index]]; } });
  }
  for (const name of ["stay", "move", "mode", "certainty", "status", "precision"]) {
    const values = kinds.map((kind) => kind[name] || (name === "precision" ? "locality" : ""));
    Object.defineProperty(View.prototype, name, { get() { return values[of[this.index]]; } });
  }
  for (const [ours, theirs] of Object.entries({ when: "when", story: "story", quote: "quote", source: "source", url: "url", image: "image", imageAlt: "image_alt", imageCredit: "image_credit" })) {
    Object.defineProperty(View.prototype, ours, { get() { return texts.of(theirs, this.index); } });
  }
  return /** @type {any} */ (Array.from({ length: count }, (_, i) => new View(i)));
}

/** The legs, each made when asked for. @param {ReturnType<typeof openColumns>} open @param {ReturnType<typeof locate>} where @param {Stay[]} stays @returns {Leg[]} */
function viewLegs({ count, lats, lons, persons, ways }, { xs, ys, at }, stays) {
  // Where each stay is on the globe, as a unit vector: ways between them are great circles.
  const globe = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const [lat, lon] = [lats[i] * RADIANS, lons[i] * RADIANS];
    globe[3 * i] = Math.cos(lat) * Math.cos(lon);
    globe[3 * i + 1] = Math.cos(lat) * Math.sin(lon);
    globe[3 * i + 2] = Math.sin(lat);
  }
  const angle = (/** @type {number} */ i) => {
    const a = 3 * i;
    const [dx, dy, dz] = [globe[a] - globe[a + 3], globe[a + 1] - globe[a + 4], globe[a + 2] - globe[a + 5]];
    return 2 * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2));
  };
  /** Gives each point of leg i in so many pieces. @param {number} i @param {number} pieces @param {number} whole the leg's angle @param {(x: number, y: number) => void} give */
  const walk = (i, pieces, whole, give) => {
    const a = 3 * i;
    const sine = Math.sin(whole);
    let before = xs[i];
    for (let k = 1; k < pieces && sine > 1e-9; k++) {
      const near = Math.sin((1 - k / pieces) * whole) / sine;
      const far = Math.sin((k / pieces) * whole) / sine;
      const px = near * globe[a] + far * globe[a + 3];
      const py = near * globe[a + 1] + far * globe[a + 4];
      const pz = near * globe[a + 2] + far * globe[a + 5];
      const x = Math.atan2(py, px) / (2 * Math.PI) + 0.5;
      before = x + Math.round(before - x);
      give(before, 0.5 - Math.log((1 + pz) / (1 - pz)) / (4 * Math.PI));
    }
    give(xs[i + 1], ys[i + 1]);
  };
  class View {
    /** @param {number} index */
    constructor(index) {
      this.index = index;
      /** @type {Float64Array|null} */
      this.made = null;
      /** @type {Float64Array|null} */
      this.measured = null;
    }
    get to() { return stays[this.index + 1]; }
    get moveGroup() { return this.to.moveGroup; }
    get move() { return this.to.move; }
    get mode() { return this.to.mode; }
    get doubtful() { return this.to.certainty !== "certain"; }
    get gap() { return persons[this.index] !== persons[this.index + 1] || at[this.index] < 0 || at[this.index + 1] < 0; }
    get drawn() { return !this.gap && (at[this.index] !== at[this.index + 1] || this.index + 1 in ways); }
    get km() { return this.gap ? 0 : angle(this.index) * EARTH_KM; }
    get points() {
      const i = this.index;
      if (!this.drawn || this.made) return this.made;
      const way = ways[i + 1];
      if (way) return (this.made = unwrap({ type: "LineString", coordinates: way }, xs[i]));
      const whole = angle(i);
      /** @type {number[]} */
      const points = [xs[i], ys[i]];
      walk(i, Math.ceil(whole / STEP), whole, (x, y) => points.push(x, y));
      return (this.made = Float64Array.from(points));
    }
    get lengths() { return (this.measured ??= this.points && lengths(this.points)); }
    /** Large enough for the way, for a great circle bulges toward its pole. */
    get box() {
      const i = this.index;
      if (!this.drawn) return null;
      if (ways[i + 1]) return this.points && boxOf([this.points]);
      const bulge = BULGE * (xs[i + 1] - xs[i]) ** 2;
      return [Math.min(xs[i], xs[i + 1]), Math.min(ys[i], ys[i + 1]) - bulge, Math.max(xs[i], xs[i + 1]), Math.max(ys[i], ys[i + 1]) + bulge];
    }
    /** Traces the way in as few pieces as look right. @param {CanvasRenderingContext2D} ctx @param {import("./basemap-draw.js").View} view @param {number} copy */
    sketch(ctx, { scale, originX, originY }, copy) {
      const i = this.index;
      const [ox, oy] = [originX - copy, originY];
      if (ways[i + 1] && this.points) {
        ctx.moveTo((this.points[0] - ox) * scale, (this.points[1] - oy) * scale);
        for (let k = 2; k < this.points.length; k += 2) ctx.lineTo((this.points[k] - ox) * scale, (this.points[k + 1] - oy) * scale);
        return;
      }
      ctx.moveTo((xs[i] - ox) * scale, (ys[i] - oy) * scale);
      const whole = angle(i);
      const far = (Math.abs(xs[i + 1] - xs[i]) + Math.abs(ys[i + 1] - ys[i])) * scale;
      walk(i, Math.max(1, Math.round(Math.sqrt((far * whole) / (count > VERY_MANY ? COARSER : COARSE)))), whole, (x, y) => ctx.lineTo((x - ox) * scale, (y - oy) * scale));
    }
  }
  return /** @type {any} */ (Array.from({ length: Math.max(0, count - 1) }, (_, i) => new View(i)));
}

/** The box of places and ways; a way is made only where it may reach beyond the box of the others. @param {ReturnType<typeof locate>} where @param {Leg[]} legs */
function wholeBox({ places }, legs) {
  let whole = boxOf([places.flatMap(({ x, y }) => [x, y])]);
  for (const leg of whole ? legs : []) {
    const { box } = leg;
    if (box && whole && (box[1] < whole[1] || box[3] > whole[3]) && leg.points) whole = boxOf([whole, leg.points]);
  }
  return whole;
}

/** @param {any} head @param {Uint8Array} block */
export function openModel(head, block) {
  const open = openColumns(head, block);
  const where = locate(open);
  const stays = viewStays(open, where);
  const legs = viewLegs(open, where, stays);
  const about = record(head.exile_map);
  const persons = list(about.persons).map((person) => text(person));
  const model = { title: text(about.title) || persons[0] || "", persons, stays, legs, places: where.places, box: wholeBox(where, legs) };
  return { document: new Opened(model), texts: open.texts };
}

/**
 * Opens the page's blocks, the columns now or soon, the texts after.
 * @param {any} head @param {string} columns @param {string} texts base64 @param {(document: Opened) => void} begin
 */
export async function unpack(head, columns, texts, begin) {
  // Nothing may be waited for where scripts follow that need the map: then the columns are as they are.
  const { document: opened, texts: later } = openModel(head, head.packed.plain ? bytesOf(columns) : await inflated(columns));
  begin(opened);
  later.block = await inflated(texts);
  opened.told();
}
