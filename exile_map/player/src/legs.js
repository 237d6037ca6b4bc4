/** The legs of packed stays: great circles, each made when asked for, and how long they are. */
import { boxOf, lengths } from "./line.js";
import { list, text } from "./wire.js";

/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./model.js").Leg} Leg */
/** @typedef {import("./unpack.js").Open} Open */
/** @typedef {import("./unpack.js").Where} Where */

/** Of the way to a stay: it is lost; there is one to draw. */
export const [GAP, DRAWN] = [1, 2];
const DOUBTFUL = 512;
const MEASURED = 1024;
/** Radians from one point of a way to the next: some 100 km. */
const STEP = 0.0157;
/** The larger, the fewer pieces a way is drawn in: at this a piece stands off the true way by half a pixel or little more. */
const COARSE = 1.5;
/** Of so many stays the ways are drawn coarser, for none of them can be told from its neighbours. */
const VERY_MANY = 20_000;
const COARSER = 6;
/** The ellipsoid of WGS 84. */
const EQUATOR_KM = 6378.137;
const FLATTENING = 1 / 298.257223563;
const RADIANS = Math.PI / 180;
/** The pole itself is nowhere on the map: z of a unit vector just short of it. */
const HIGHEST = 1 - 1e-9;

/** The legs, each made when asked for, and the box of them all. @param {Open} open @param {Where} where @param {Uint32Array} rows @param {Uint8Array} known @param {Stay[]} stays */
export function viewLegs({ count, columns, lats, lons, ways }, { xs, ys, lines }, rows, known, stays) {
  // Where each stay is on the globe, as a unit vector: ways between them are great circles.
  const globe = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const lon = lons[i] * RADIANS;
    const z = Math.sin(lats[i] * RADIANS);
    const r = Math.sqrt(1 - z * z);
    globe[3 * i] = r * Math.cos(lon);
    globe[3 * i + 1] = r * Math.sin(lon);
    globe[3 * i + 2] = z;
  }
  const angle = (/** @type {number} */ i) => {
    const a = 3 * i;
    const [dx, dy, dz] = [globe[a] - globe[a + 3], globe[a + 1] - globe[a + 4], globe[a + 2] - globe[a + 5]];
    return 2 * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2));
  };
  const summits = new Float64Array(count);
  /** How far leg i goes north or south of both its ends, for a great circle bulges toward its pole; else where it begins. @param {number} i */
  const summit = (i) => {
    const a = 3 * i;
    const [from, to] = [globe[a + 2], globe[a + 5]];
    const cosine = globe[a] * globe[a + 3] + globe[a + 1] * globe[a + 4] + from * to;
    const [out, back] = [to - from * cosine, from - to * cosine];
    if (out * back <= 0) return ys[i];
    const z = Math.sign(out) * Math.min(HIGHEST, Math.sqrt(from * from + (out * out) / (1 - cosine * cosine)));
    return 0.5 - Math.log((1 + z) / (1 - z)) / (4 * Math.PI);
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
  const { flags } = columns;
  class View {
    /** @param {number} row of the stay it leads to @param {Stay} to */
    constructor(row, to) {
      this.row = row;
      this.to = to;
      this.slot = -1;
      this.aside = 0;
      this.leads = true;
      /** @type {Float64Array|null} */
      this.made = null;
      /** @type {Float64Array|null} */
      this.measured = null;
    }
    get from() { return this.to.before; }
    get moveGroup() { return /** @type {any} */ (this.to).moveGroup; }
    get move() { return this.to.move; }
    get mode() { return /** @type {any} */ (this.to).modeGroup; }
    get via() { return list(ways[this.row]?.via).map((name) => text(name)); }
    get doubtful() { return (flags[this.row] & DOUBTFUL) > 0; }
    get gap() { return known[this.row] === GAP; }
    get drawn() { return known[this.row] === DRAWN; }
    get km() {
      const { row } = this;
      if (this.gap || !(flags[row] & MEASURED)) return 0;
      return row in ways ? ways[row].km : kilometres(lats[row - 1], lats[row], lons[row] - lons[row - 1]);
    }
    get points() {
      const { row } = this;
      if (!this.drawn || this.made) return this.made;
      const line = lines.get(row);
      if (line) return (this.made = line);
      const whole = angle(row - 1);
      /** @type {number[]} */
      const points = [xs[row - 1], ys[row - 1]];
      walk(row - 1, Math.ceil(whole / STEP), whole, (x, y) => points.push(x, y));
      return (this.made = Float64Array.from(points));
    }
    get lengths() { return (this.measured ??= this.points && lengths(this.points)); }
    get box() {
      const i = this.row - 1;
      if (!this.drawn) return null;
      if (lines.has(i + 1)) return this.points && boxOf([this.points]);
      const [x0, x1, y0, y1, far] = [xs[i], xs[i + 1], ys[i], ys[i + 1], summits[i]];
      return [x0 < x1 ? x0 : x1, Math.min(y0, y1, far), x0 < x1 ? x1 : x0, Math.max(y0, y1, far)];
    }
    /** Traces the way in as few pieces as look right. @param {CanvasRenderingContext2D} ctx @param {import("./basemap-draw.js").View} view @param {number} copy */
    sketch(ctx, { scale, originX, originY }, copy) {
      const i = this.row - 1;
      const [ox, oy] = [originX - copy, originY];
      const line = lines.get(this.row);
      if (line) {
        ctx.moveTo((line[0] - ox) * scale, (line[1] - oy) * scale);
        for (let k = 2; k < line.length; k += 2) ctx.lineTo((line[k] - ox) * scale, (line[k + 1] - oy) * scale);
        return;
      }
      ctx.moveTo((xs[i] - ox) * scale, (ys[i] - oy) * scale);
      const whole = angle(i);
      const far = (Math.abs(xs[i + 1] - xs[i]) + Math.abs(ys[i + 1] - ys[i])) * scale;
      walk(i, Math.max(1, Math.round(Math.sqrt((far * whole) / (count > VERY_MANY ? COARSER : COARSE)))), whole, (x, y) => ctx.lineTo((x - ox) * scale, (y - oy) * scale));
    }
  }
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ x1, /** @type {number} */ y1) => {
    if (x0 < west) west = x0;
    if (y0 < north) north = y0;
    if (x1 > east) east = x1;
    if (y1 > south) south = y1;
  };
  for (let row = 0; row < count; row++) {
    const drawn = known[row] === DRAWN && !lines.has(row);
    const y = drawn ? (summits[row - 1] = summit(row - 1)) : ys[row];
    take(xs[row], Math.min(y, ys[row]), xs[row], Math.max(y, ys[row]));
  }
  for (const line of lines.values()) if (line) take(.../** @type {[number, number, number, number]} */ (boxOf([line])));
  const legs = /** @type {Leg[]} */ (/** @type {any} */ (stays.slice(1).map((to, i) => new View(rows[i + 1], to))));
  return { legs, box: /** @type {import("./model.js").Model["box"]} */ (west <= east ? [west, north, east, south] : null) };
}

/** The length of a shortest way on the ellipsoid, to some tens of metres: Lambert's formula (Andoyer, 1932). @param {number} lat1 @param {number} lat2 @param {number} turn between the longitudes @returns {number} */
export function kilometres(lat1, lat2, turn) {
  const [b1, b2] = [lat1, lat2].map((lat) => Math.atan((1 - FLATTENING) * Math.tan(lat * RADIANS)));
  const half = Math.sin((b2 - b1) / 2) ** 2 + Math.cos(b1) * Math.cos(b2) * Math.sin((turn * RADIANS) / 2) ** 2;
  const arc = 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  if (arc < 1e-9 || half > 0.9999) return EQUATOR_KM * arc;
  const [p, q] = [(b1 + b2) / 2, (b2 - b1) / 2];
  const x = ((arc - Math.sin(arc)) * (Math.sin(p) * Math.cos(q)) ** 2) / (1 - half);
  const y = ((arc + Math.sin(arc)) * (Math.cos(p) * Math.sin(q)) ** 2) / half;
  return EQUATOR_KM * (arc - (FLATTENING / 2) * (x + y));
}
