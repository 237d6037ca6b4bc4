/** Along the line: lengths, points at a fraction, corners rounded. Points are x, y, x, y … */

/** A bend sharper than this (its tangent) is rounded. */
const SHARP = Math.tan(0.2);
/** How far from a corner its rounding begins: a part of the way to its neighbour, and no more than this part of the world. */
const ROUNDING = 0.42;
const WIDEST_ROUNDING = 0.012;
const ROUND_PIECES = 8;
/** A way of few points is cut into this many pieces before it is moved aside. */
const PIECES = 32;

/** The way from the start to each point. @param {ArrayLike<number>} points */
export function lengths(points) {
  const out = new Float64Array(points.length / 2);
  for (let i = 1; i < out.length; i++) {
    const dx = points[2 * i] - points[2 * i - 2];
    const dy = points[2 * i + 1] - points[2 * i - 1];
    out[i] = out[i - 1] + Math.sqrt(dx * dx + dy * dy);
  }
  return out;
}

/**
 * Where a fraction of the way ends.
 * @param {ArrayLike<number>} points @param {ArrayLike<number>} along lengths of the points @param {number} fraction 0..1
 * @returns {{x: number, y: number, before: number}} `before`: index of the last point passed
 */
export function pointAt(points, along, fraction) {
  const last = along.length - 1;
  const way = Math.max(0, Math.min(1, fraction)) * along[last];
  let low = 0;
  let high = last;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (along[middle] <= way) low = middle;
    else high = middle;
  }
  const piece = along[high] - along[low];
  const part = piece > 0 ? Math.min(1, (way - along[low]) / piece) : 0;
  return {
    x: points[2 * low] + (points[2 * high] - points[2 * low]) * part,
    y: points[2 * low + 1] + (points[2 * high + 1] - points[2 * low + 1]) * part,
    before: part >= 1 ? high : low,
  };
}

/** The same way in at least `pieces` even pieces. @param {Float64Array} points @param {number} [pieces] */
export function resample(points, pieces = PIECES) {
  if (points.length / 2 > pieces) return points;
  const along = lengths(points);
  const out = new Float64Array(2 * (pieces + 1));
  for (let i = 0; i <= pieces; i++) {
    const { x, y } = pointAt(points, along, i / pieces);
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}

/** Where a way bends sharply: indices of its corners. @param {ArrayLike<number>} points */
function cornersOf(points) {
  const corners = [];
  for (let i = 2; i + 3 < points.length; i += 2) {
    // Not as pairs: a browser takes these apart many times as slowly until it has seen much of a script.
    const ax = points[i] - points[i - 2];
    const ay = points[i + 1] - points[i - 1];
    const bx = points[i + 2] - points[i];
    const by = points[i + 3] - points[i + 1];
    // The sine and the cosine of the bend, each times the same.
    if (Math.abs(ax * by - ay * bx) > SHARP * (ax * bx + ay * by)) corners.push(i / 2);
  }
  return corners;
}

/** The way with its corners rounded: one waypoint to the next is a bend in a voyage, not a turn on the spot. @param {Float64Array} points */
export function rounded(points) {
  const corners = cornersOf(points);
  if (!corners.length) return points;
  const along = lengths(points);
  const whole = along[along.length - 1];
  /** @type {number[]} */
  const out = [];
  let at = 0;
  corners.forEach((corner, n) => {
    const [before, after] = [corners[n - 1] ?? 0, corners[n + 1] ?? along.length - 1];
    const reach = Math.min(WIDEST_ROUNDING, ROUNDING * Math.min(along[corner] - along[before], along[after] - along[corner]));
    const from = pointAt(points, along, (along[corner] - reach) / whole);
    const to = pointAt(points, along, (along[corner] + reach) / whole);
    for (; at <= from.before; at++) out.push(points[2 * at], points[2 * at + 1]);
    const [x, y] = [points[2 * corner], points[2 * corner + 1]];
    for (let i = 0; i <= ROUND_PIECES; i++) {
      const t = i / ROUND_PIECES;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      out.push(a * from.x + b * x + c * to.x, a * from.y + b * y + c * to.y);
    }
    at = to.before + 1;
  });
  for (; at < along.length; at++) out.push(points[2 * at], points[2 * at + 1]);
  return Float64Array.from(out);
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
