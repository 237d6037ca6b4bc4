/**
 * Natural Earth as directed arcs, unfolded across the 180th meridian.
 *
 * The source cuts Russia and Fiji in two at 180 degrees and wraps Antarctica around the pole. Here the halves are
 * joined again, at longitudes that run on past 180, so that there is no cut edge to hide and no band to draw;
 * Antarctica alone stays open, and is closed by the caller along the map's lower edge.
 */

/** Ends that lie on the 180th meridian are the same point if they differ by less, in degrees. */
const SNAP = 0.01;

/** Closed lines around less, in km², are slips of the source, not places: the Vatican has 0.44. */
const SLIP = 0.01;

/**
 * @param {any} source A parsed world-atlas topology.
 * @param {(shape: any, box: number[]) => string} codeOf The code of a polygon.
 * @returns {{arcs: number[][][], refs: Map<string, number[]>}} Arcs of [lon, lat], and the directed arcs (~i is arc i
 *   backwards) of every code.
 */
export function unfold(source, codeOf) {
  const pieces = [];
  const arcs = [];
  const seams = [];
  for (const coded of source.arcs) {
    const parts = splitAtMeridian(unwrap(decode(coded, source.transform)));
    for (const part of parts) shiftEast(part, seams);
    pieces.push(parts.filter((part) => !isSlip(part)).map((part) => arcs.push(part) - 1));
  }
  const refs = new Map();
  for (const shape of source.objects.countries.geometries) {
    for (const polygon of shape.type === "Polygon" ? [shape.arcs] : shape.arcs ?? []) {
      const directed = polygon.flat().flatMap((ref) => (ref < 0 ? pieces[~ref].map((piece) => ~piece).reverse() : pieces[ref]));
      const code = codeOf(shape, boxOf(directed.map((ref) => arcs[ref < 0 ? ~ref : ref])));
      // A shape without a code is land all the same, and has borders.
      const key = code || `~${shape.properties.name}`;
      refs.set(key, (refs.get(key) ?? []).concat(directed));
    }
  }
  return { arcs, refs };
}

function decode(coded, { scale, translate }) {
  let x = 0;
  let y = 0;
  return coded.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

function unwrap(points) {
  let last = points[0][0];
  return points.map(([lon, lat]) => {
    last = lon + 360 * Math.round((last - lon) / 360);
    return [last, lat];
  });
}

const onMeridian = ([lon]) => Math.abs(Math.abs(lon) - 180) < 1e-6;

const isSlip = (points) => isClosed([0], [points]) && Math.abs(areaOf([0], [points])) < SLIP;

/** The cut edges go; what is left of the arc is one piece or more. */
function splitAtMeridian(points) {
  const pieces = [];
  let piece = [points[0]];
  for (let i = 1; i < points.length; i++) {
    if (onMeridian(points[i - 1]) && onMeridian(points[i]) && Math.abs(points[i][0] - points[i - 1][0]) < 1) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
    piece.push(points[i]);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

function shiftEast(piece, seams) {
  const ends = [piece[0], piece[piece.length - 1]];
  const west = ends.some((end) => Math.abs(end[0] + 180) < 1e-6);
  const east = ends.some((end) => Math.abs(end[0] - 180) < 1e-6);
  if (west && east) {
    // Around the pole: both ends are one point, half of it on either side of the map.
    ends[1][1] = ends[0][1];
    return;
  }
  if (west) for (const point of piece) point[0] += 360;
  for (const end of ends) {
    if (!onMeridian(end)) continue;
    end[0] = 180;
    const seam = seams.find((lat) => Math.abs(lat - end[1]) < SNAP);
    if (seam === undefined) seams.push(end[1]);
    else end[1] = seam;
  }
}

function boxOf(lines) {
  const points = lines.flat();
  return points.reduce(
    ([west, south, east, north], [lon, lat]) => [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

/**
 * Joins directed arcs to rings; arcs that are walked both ways lie inside and vanish.
 *
 * @param {number[]} directed
 * @param {number[][][]} arcs
 * @returns {number[][]} Rings of directed arcs. A ring that does not close goes around the pole.
 */
export function stitch(directed, arcs) {
  const turns = new Map();
  for (const ref of directed) {
    const arc = ref < 0 ? ~ref : ref;
    turns.set(arc, (turns.get(arc) ?? 0) + (ref < 0 ? -1 : 1));
  }
  // The source walks a few spurs to and fro, some more than once: what counts is the balance.
  const outer = [...new Set(directed)].filter((ref) => (ref < 0 ? turns.get(~ref) < 0 : turns.get(ref) > 0));
  const startOf = (ref) => pointKey(ref < 0 ? arcs[~ref].at(-1) : arcs[ref][0]);
  const endOf = (ref) => startOf(~ref);
  const byStart = new Map();
  for (const ref of outer) byStart.set(startOf(ref), [...(byStart.get(startOf(ref)) ?? []), ref]);
  const rings = [];
  const done = new Set();
  for (const first of outer) {
    if (done.has(first)) continue;
    const ring = [];
    for (let ref = first; ref !== undefined; ref = (byStart.get(endOf(ref)) ?? []).find((next) => !done.has(next))) {
      done.add(ref);
      ring.push(ref);
      if (endOf(ref) === startOf(first)) break;
    }
    rings.push(ring);
  }
  return rings;
}

const pointKey = ([lon, lat]) => `${lon.toFixed(5)},${lat.toFixed(5)}`;

/** Whether the ring comes back to where it began. */
export function isClosed(ring, arcs) {
  const end = (ref) => pointKey(ref < 0 ? arcs[~ref][0] : arcs[ref].at(-1));
  const start = (ref) => pointKey(ref < 0 ? arcs[~ref].at(-1) : arcs[ref][0]);
  return end(ring.at(-1)) === start(ring[0]);
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = Math.PI / 180;

/** Length of a line on the sphere, km; good for short steps. */
export function lengthOf(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [lon0, lat0] = points[i - 1];
    const [lon1, lat1] = points[i];
    sum += Math.hypot((lon1 - lon0) * Math.cos(((lat0 + lat1) / 2) * radians), lat1 - lat0);
  }
  return sum * radians * EARTH_RADIUS_KM;
}

/** Signed area of a ring on the sphere, km²: positive where the ring goes around land clockwise. */
export function areaOf(ring, arcs) {
  let sum = 0;
  for (const ref of ring) {
    const points = arcs[ref < 0 ? ~ref : ref];
    let part = 0;
    for (let i = 1; i < points.length; i++) {
      const [lon0, lat0] = points[i - 1];
      const [lon1, lat1] = points[i];
      part += (lon1 - lon0) * radians * (2 + Math.sin(lat0 * radians) + Math.sin(lat1 * radians));
    }
    sum += ref < 0 ? -part : part;
  }
  return (sum * EARTH_RADIUS_KM ** 2) / 2;
}
