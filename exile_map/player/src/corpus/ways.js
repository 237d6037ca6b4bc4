/**
 * Ways: the line of each move, as points evenly far from one another, made when it is first gone. Ways by sea or with
 * stops are told; all others are shortest ways on the globe.
 */
import { lengths, pointAt } from "../line.js";

const RADIANS = Math.PI / 180;
/** Radians from one point to the next: some 380 km, which no map of the world shows to be straight. */
const STEP = 0.06;
const TOLD_PIECES = 32;
const ROOM = 1 << 16;

export class Ways {
  /**
   * @param {{lats: Float64Array, lons: Float64Array}} open degrees of each stay
   * @param {{xs: Float64Array, ys: Float64Array, lines: Map<number, Float64Array|null>}} where
   * @param {number} [step] radians from one point to the next
   */
  constructor({ lats, lons }, { xs, ys, lines }, step = STEP) {
    this.step = step;
    this.lats = lats;
    this.lons = lons;
    this.xs = xs;
    this.ys = ys;
    this.lines = lines;
    /** Where each stay's way begins among the points, and in how many pieces it is; 0 before it is made. */
    this.first = new Uint32Array(lats.length);
    this.pieces = new Uint16Array(lats.length);
    /** x, y, x, y … of all that were made. */
    this.points = new Float32Array(ROOM);
    this.size = 0;
    this.x = NaN;
    this.y = NaN;
  }

  /** Puts the point at a part of the way to a stay into x and y. @param {number} row @param {number} part 0..1 */
  locate(row, part) {
    const pieces = this.pieces[row] || this.make(row);
    const whole = part * pieces;
    const piece = Math.min(pieces - 1, Math.floor(whole));
    const i = this.first[row] + 2 * piece;
    const { points } = this;
    const rest = whole - piece;
    this.x = points[i] + (points[i + 2] - points[i]) * rest;
    this.y = points[i + 1] + (points[i + 3] - points[i + 1]) * rest;
  }

  /** Makes the way to a stay. @param {number} row @returns {number} in how many pieces */
  make(row) {
    const line = this.lines.get(row);
    const pieces = line ? TOLD_PIECES : Math.max(1, Math.ceil(this.angle(row) / this.step));
    const end = this.size + 2 * (pieces + 1);
    if (end > this.points.length) {
      const wider = new Float32Array(2 * this.points.length);
      wider.set(this.points);
      this.points = wider;
    }
    this.first[row] = this.size;
    this.pieces[row] = pieces;
    if (line) this.follow(line, pieces);
    else this.cross(row, pieces);
    this.size = end;
    return pieces;
  }

  /** @param {Float64Array} line @param {number} pieces */
  follow(line, pieces) {
    const along = lengths(line);
    for (let k = 0; k <= pieces; k++) {
      const { x, y } = pointAt(line, along, k / pieces);
      this.points[this.size + 2 * k] = x;
      this.points[this.size + 2 * k + 1] = y;
    }
  }

  /** @param {number} row */
  angle(row) {
    const [a, b] = [this.lats[row - 1] * RADIANS, this.lats[row] * RADIANS];
    const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((this.lons[row] - this.lons[row - 1]) * RADIANS) / 2) ** 2;
    return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  }

  /** The great circle, in one unwrapped line. @param {number} row @param {number} pieces */
  cross(row, pieces) {
    const { lats, lons, xs, ys, points, size } = this;
    const [a, b, from, to] = [lats[row - 1] * RADIANS, lats[row] * RADIANS, lons[row - 1] * RADIANS, lons[row] * RADIANS];
    const whole = this.angle(row);
    const sine = Math.sin(whole);
    const [ax, ay, az, bx, by, bz] = [Math.cos(a) * Math.cos(from), Math.cos(a) * Math.sin(from), Math.sin(a), Math.cos(b) * Math.cos(to), Math.cos(b) * Math.sin(to), Math.sin(b)];
    let before = xs[row - 1];
    points[size] = before;
    points[size + 1] = ys[row - 1];
    for (let k = 1; k < pieces; k++) {
      const near = Math.sin((1 - k / pieces) * whole) / sine;
      const far = Math.sin((k / pieces) * whole) / sine;
      const pz = near * az + far * bz;
      const x = Math.atan2(near * ay + far * by, near * ax + far * bx) / (2 * Math.PI) + 0.5;
      before = x + Math.round(before - x);
      points[size + 2 * k] = before;
      points[size + 2 * k + 1] = 0.5 - Math.log((1 + pz) / (1 - pz)) / (4 * Math.PI);
    }
    points[size + 2 * pieces] = xs[row] + Math.round(before - xs[row]);
    points[size + 2 * pieces + 1] = ys[row];
  }
}
