/**
 * The basemap: from the compact text of `basemap/world.json` to points ready for drawing.
 *
 * The file is one JSON object:
 *
 * - `format`, `source`: what it is and whose;
 * - `grid`: points lie on a Web Mercator grid of 2**grid cells a side, (0, 0) at 180° W and 85.0511° N.
 *   x runs on past the world's right edge where land crosses the 180th meridian, so no shape is cut in two;
 * - `arcs`: the lines all shapes are made of. An arc is 2 × points (+ 1 if it closes on itself), then the steps
 *   Δx, Δy (zigzag) from point to point, the first from the last point of the arc before;
 * - `coasts`, `borders`: the arcs before number `coasts` are coast, those from `borders` on borders, and those between
 *   the shores of lakes; `edge`: the one coast that is none, Antarctica's way along the map's lower edge;
 * - `land`: its rings, each the next few arcs: `k` for a ring of k arcs, or `0 n` for n rings of one arc; `lakes`: the
 *   same, of the arcs that follow;
 * - `countries`: rings by ISO 3166-1 alpha-2 code: `k` and k steps, or `0 n` for the n arcs that follow, a ring each.
 *   A step is 2 × zigzag(number − (the number before + 1)), + 1 if the arc is walked backwards.
 *
 * Numbers are in base 84, the digits being printable ASCII without those that HTML, JSON, scripts or templates
 * read as their own. A number below `short` is one digit; the other digits but the last begin a number of two; the
 * last is followed by three.
 *
 * Exteriors run clockwise, holes (the Caspian Sea, enclaves, islands in lakes) the other way: fill with the nonzero rule.
 */

/**
 * The points of all arcs, those of arc i from `starts[i]` to `starts[i + 1]`.
 *
 * @typedef {object} Lines
 * @property {Float32Array} xs World units: 0 at 180° W, 1 at 180° E, and on.
 * @property {Float32Array} ys World units: 0 at 85.0511° N, 1 at 85.0511° S.
 * @property {Uint32Array} starts
 */

/**
 * One level of detail, and what is needed to leave out what is not in view.
 *
 * @typedef {object} Culling
 * @property {Uint32Array} chunks The boxes of arc i are those from `chunks[i]` to `chunks[i + 1]`.
 * @property {Float32Array} boxes West, north, east and south of every chunk of CHUNK steps.
 *
 * @typedef {Lines & Culling} Level
 */

/**
 * A shape's outline: directed arcs, ring after ring; `~i` is arc i backwards.
 *
 * @typedef {object} Rings
 * @property {Int32Array} refs
 * @property {Uint32Array} starts Ring r is `refs` from `starts[r]` to `starts[r + 1]`.
 * @property {Float32Array} boxes West, north, east and south of every ring.
 */

/**
 * @typedef {object} Basemap
 * @property {string} source Whom to credit.
 * @property {number} arcCount
 * @property {number} coastCount Arcs before this one are coast.
 * @property {number} firstBorder Arcs from this one on are borders.
 * @property {number} edge The arc along the map's lower edge, never stroked; -1 if there is none.
 * @property {Lines} lines All there is.
 * @property {Float32Array} arcBoxes West, north, east and south of every arc.
 * @property {Rings} land
 * @property {Rings} lakes To be filled over the land; the islands in them are holes.
 * @property {string[]} countries The ISO 3166-1 alpha-2 codes there are shapes for; `countryRings` has the shapes.
 * @property {(iso2: string) => Rings | undefined} countryRings
 * @property {(zoom: number) => Level} level
 */

/**
 * @typedef {object} BasemapFile
 * @property {string} format
 * @property {string} source
 * @property {number} grid
 * @property {number} short
 * @property {number} coasts
 * @property {number} borders
 * @property {number} edge
 * @property {string} land
 * @property {string} lakes
 * @property {Record<string, string>} countries
 * @property {string} arcs
 */

/** The `format` this decoder reads. */
export const FORMAT = "exile-map-basemap/1";

/** Steps per chunk: short enough to cull a continent's coast well, long enough to keep boxes few. */
export const CHUNK = 32;

/** Zooms above the one before this draw every point. */
export const FINEST_ZOOM = 7;

/** The largest triangle, in square pixels, a coarser level may flatten. */
const FLAT = 1.5;

/** Pixels of a world one world unit wide, at zoom 0. */
const TILE = 256;

const LEFT_OUT = " \"&'<>\\`${}";
const BASE = 95 - LEFT_OUT.length;
const LONG = 3;

const VALUES = new Uint8Array(128);
for (let code = 32, value = 0; code < 127; code++) {
  if (!LEFT_OUT.includes(String.fromCharCode(code))) VALUES[code] = value++;
}

/**
 * @param {string} text
 * @param {number} short
 * @returns {Uint32Array} The numbers written in the text.
 */
function readNumbers(text, short) {
  const numbers = new Uint32Array(text.length);
  let size = 0;
  let at = 0;
  while (at < text.length) {
    let number = VALUES[text.charCodeAt(at++)];
    if (number === BASE - 1) {
      number = 0;
      for (let i = 0; i < LONG; i++) number = number * BASE + VALUES[text.charCodeAt(at++)];
    } else if (number >= short) {
      number = short + (number - short) * BASE + VALUES[text.charCodeAt(at++)];
    }
    numbers[size++] = number;
  }
  return numbers.subarray(0, size);
}

/**
 * @param {number} number
 * @returns {number} 0, -1, 1, -2 … for 0, 1, 2, 3 …
 */
function signed(number) {
  return (number >> 1) ^ -(number & 1);
}

/**
 * @param {BasemapFile} file The parsed JSON.
 * @returns {Basemap}
 */
export function decodeBasemap(file) {
  if (file.format !== FORMAT) throw new TypeError(`a basemap of format ${JSON.stringify(file.format)}, not ${FORMAT}`);
  const { source, coasts: coastCount, borders: firstBorder, edge, short } = file;
  const { lines, arcBoxes } = readArcs(readNumbers(file.arcs, short), 2 ** -file.grid);
  const land = readRun(readNumbers(file.land, short), 0);
  const lakes = readRun(readNumbers(file.lakes, short), land.refs.length);
  const texts = new Map(Object.entries(file.countries));
  // Levels and countries are made when first asked for: at the start there is no time for what may never be seen.
  return {
    source,
    arcCount: lines.starts.length - 1,
    coastCount,
    firstBorder,
    edge,
    lines,
    arcBoxes,
    land: withBoxes(land, arcBoxes),
    lakes: withBoxes(lakes, arcBoxes),
    countries: [...texts.keys()],
    countryRings: remember((iso2) => {
      const text = texts.get(iso2);
      return text === undefined ? undefined : withBoxes(readRings(readNumbers(text, short)), arcBoxes);
    }),
    level: remember((zoom) => withChunks(zoom < FINEST_ZOOM ? coarsen(lines, FLAT / (TILE * 2 ** zoom) ** 2) : lines)),
  };
}

/**
 * @template Key, Value
 * @param {(key: Key) => Value} make
 * @returns {(key: Key) => Value} The same, made once for every key.
 */
function remember(make) {
  /** @type {Map<Key, {value: Value}>} */
  const made = new Map();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/**
 * @param {Uint32Array} numbers
 * @param {number} cell World units.
 * @returns {{lines: Lines, arcBoxes: Float32Array}}
 */
function readArcs(numbers, cell) {
  // A point takes two numbers; the one that closes a ring takes none, but the ring's own number makes up for half.
  const xs = new Float32Array(numbers.length);
  const ys = new Float32Array(numbers.length);
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const boxes = [];
  let size = 0;
  let x = 0;
  let y = 0;
  for (let at = 0; at < numbers.length; ) {
    const head = numbers[at++];
    const start = size;
    let west = Infinity;
    let north = Infinity;
    let east = -Infinity;
    let south = -Infinity;
    for (const end = at + (head & ~1); at < end; at += 2) {
      x += signed(numbers[at]);
      y += signed(numbers[at + 1]);
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
      xs[size] = x * cell;
      ys[size++] = y * cell;
    }
    if (head & 1) {
      xs[size] = xs[start];
      ys[size++] = ys[start];
    }
    starts.push(start);
    boxes.push(west * cell, north * cell, east * cell, south * cell);
  }
  starts.push(size);
  const lines = { xs: xs.slice(0, size), ys: ys.slice(0, size), starts: Uint32Array.from(starts) };
  return { lines, arcBoxes: Float32Array.from(boxes) };
}

/**
 * @param {Lines} lines
 * @returns {Level}
 */
function withChunks({ xs, ys, starts }) {
  const arcCount = starts.length - 1;
  const chunks = new Uint32Array(arcCount + 1);
  for (let arc = 0; arc < arcCount; arc++) {
    chunks[arc + 1] = chunks[arc] + Math.max(1, Math.ceil((starts[arc + 1] - starts[arc] - 1) / CHUNK));
  }
  const boxes = new Float32Array(4 * chunks[arcCount]);
  for (let arc = 0; arc < arcCount; arc++) {
    for (let chunk = chunks[arc], from = starts[arc]; chunk < chunks[arc + 1]; chunk++, from += CHUNK) {
      const last = Math.min(from + CHUNK, starts[arc + 1] - 1);
      let west = xs[from];
      let east = west;
      let north = ys[from];
      let south = north;
      for (let i = from + 1; i <= last; i++) {
        const x = xs[i];
        const y = ys[i];
        if (x < west) west = x;
        else if (x > east) east = x;
        if (y < north) north = y;
        else if (y > south) south = y;
      }
      boxes[4 * chunk] = west;
      boxes[4 * chunk + 1] = north;
      boxes[4 * chunk + 2] = east;
      boxes[4 * chunk + 3] = south;
    }
  }
  return { xs, ys, starts, chunks, boxes };
}

/**
 * The same arcs with fewer points: one walk along each, taking back every point whose triangle with its neighbours
 * has become too small to see. Ends stay, so that shapes fit, and a ring keeps a triangle, so that none collapses.
 *
 * @param {Lines} lines
 * @param {number} least Area of the smallest triangle kept, in square world units.
 * @returns {Lines}
 */
function coarsen({ xs, ys, starts }, least) {
  const outXs = new Float32Array(xs.length);
  const outYs = new Float32Array(ys.length);
  const outStarts = new Uint32Array(starts.length);
  const twice = 2 * least;
  let size = 0;
  for (let arc = 0; arc + 1 < starts.length; arc++) {
    const first = starts[arc];
    const last = starts[arc + 1] - 1;
    const closed = xs[first] === xs[last] && ys[first] === ys[last];
    const far = closed ? farthest(xs, ys, first, last, first) : first;
    const wide = closed ? farthest(xs, ys, first, last, far) : first;
    outStarts[arc] = size;
    // Below `floor` nothing is taken back.
    let floor = size + 1;
    for (let i = first; i <= last; i++) {
      const x = xs[i];
      const y = ys[i];
      while (size > floor) {
        const ax = outXs[size - 2];
        const ay = outYs[size - 2];
        if (Math.abs((outXs[size - 1] - ax) * (y - ay) - (x - ax) * (outYs[size - 1] - ay)) >= twice) break;
        size--;
      }
      outXs[size] = x;
      outYs[size++] = y;
      if (i === far || i === wide) floor = size;
    }
  }
  outStarts[starts.length - 1] = size;
  return { xs: outXs.slice(0, size), ys: outYs.slice(0, size), starts: outStarts };
}

/**
 * @param {Float32Array} xs
 * @param {Float32Array} ys
 * @param {number} first
 * @param {number} last
 * @param {number} other
 * @returns {number} The point of the line farthest from its first, or from the chord between its first and another.
 */
function farthest(xs, ys, first, last, other) {
  const x = xs[first];
  const y = ys[first];
  const dx = xs[other] - x;
  const dy = ys[other] - y;
  let far = first;
  let most = 0;
  for (let i = first + 1; i < last; i++) {
    const distance = other === first ? (xs[i] - x) ** 2 + (ys[i] - y) ** 2 : Math.abs((xs[i] - x) * dy - (ys[i] - y) * dx);
    if (distance > most) {
      most = distance;
      far = i;
    }
  }
  return far;
}

/** @param {number} count */
function emptyBoxes(count) {
  const boxes = new Float32Array(4 * count);
  for (let i = 0; i < boxes.length; i += 4) {
    boxes[i] = boxes[i + 1] = Infinity;
    boxes[i + 2] = boxes[i + 3] = -Infinity;
  }
  return boxes;
}

/**
 * @param {Float32Array} boxes
 * @param {number} index The box that grows.
 * @param {Float32Array} others
 * @param {number} other The box it takes in.
 */
function include(boxes, index, others, other) {
  const i = 4 * index;
  const j = 4 * other;
  boxes[i] = Math.min(boxes[i], others[j]);
  boxes[i + 1] = Math.min(boxes[i + 1], others[j + 1]);
  boxes[i + 2] = Math.max(boxes[i + 2], others[j + 2]);
  boxes[i + 3] = Math.max(boxes[i + 3], others[j + 3]);
}

/**
 * @param {Uint32Array} numbers
 * @param {number} firstArc
 * @returns {{refs: number[], starts: number[]}} Rings of consecutive arcs.
 */
function readRun(numbers, firstArc) {
  const starts = [0];
  let size = 0;
  for (let at = 0; at < numbers.length; ) {
    const count = numbers[at++];
    if (count > 0) starts.push((size += count));
    else for (let left = numbers[at++]; left > 0; left--) starts.push(++size);
  }
  return { refs: Array.from({ length: size }, (_, i) => firstArc + i), starts };
}

/**
 * @param {Uint32Array} numbers
 * @returns {{refs: number[], starts: number[]}}
 */
function readRings(numbers) {
  /** @type {number[]} */
  const refs = [];
  const starts = [0];
  let arc = 0;
  for (let at = 0; at < numbers.length; ) {
    const count = numbers[at++];
    for (const end = at + count; at < end; at++) {
      arc += signed(numbers[at] >> 1);
      refs.push(numbers[at] & 1 ? ~arc : arc);
      arc++;
    }
    if (count > 0) starts.push(refs.length);
    else for (let left = numbers[at++]; left > 0; left--) starts.push(refs.push(arc++));
  }
  return { refs, starts };
}

/**
 * @param {{refs: number[], starts: number[]}} rings
 * @param {Float32Array} arcBoxes
 * @returns {Rings}
 */
function withBoxes({ refs, starts }, arcBoxes) {
  const boxes = emptyBoxes(starts.length - 1);
  for (let ring = 0; ring + 1 < starts.length; ring++) {
    for (let i = starts[ring]; i < starts[ring + 1]; i++) include(boxes, ring, arcBoxes, refs[i] < 0 ? ~refs[i] : refs[i]);
  }
  return { refs: Int32Array.from(refs), starts: Uint32Array.from(starts), boxes };
}

/**
 * The level of detail for a scale: nothing larger than a triangle of FLAT square pixels is missing from it. It is made
 * when first asked for, in a few milliseconds, and kept.
 *
 * @param {Basemap} basemap
 * @param {number} scale Pixels per world unit: 256 × 2**zoom.
 * @returns {Level}
 */
export function levelFor(basemap, scale) {
  // A zoom that is whole but for rounding is whole.
  const zoom = Math.max(0, Math.ceil(Math.log2(scale / TILE) - 1e-6));
  return basemap.level(Math.min(zoom, FINEST_ZOOM));
}

/**
 * @param {Basemap} basemap
 * @param {Rings} rings
 * @param {number} x World units; any world copy will do.
 * @param {number} y
 * @returns {boolean} Whether the point lies inside, by the nonzero rule.
 */
export function contains(basemap, rings, x, y) {
  const home = x - Math.floor(x);
  // Shapes run past the world's right edge, never past its left.
  return winding(basemap.lines, rings, home, y) !== 0 || winding(basemap.lines, rings, home + 1, y) !== 0;
}

/**
 * @param {Lines} lines
 * @param {Rings} rings
 * @param {number} x
 * @param {number} y
 */
function winding({ xs, ys, starts }, rings, x, y) {
  let turns = 0;
  for (let ring = 0; ring + 1 < rings.starts.length; ring++) {
    const box = 4 * ring;
    if (x < rings.boxes[box] || x > rings.boxes[box + 2] || y < rings.boxes[box + 1] || y > rings.boxes[box + 3]) continue;
    for (let r = rings.starts[ring]; r < rings.starts[ring + 1]; r++) {
      const ref = rings.refs[r];
      const arc = ref < 0 ? ~ref : ref;
      const sign = ref < 0 ? -1 : 1;
      for (let i = starts[arc] + 1; i < starts[arc + 1]; i++) {
        const above = ys[i - 1] <= y;
        if (above === ys[i] <= y) continue;
        const crossing = xs[i - 1] + ((y - ys[i - 1]) / (ys[i] - ys[i - 1])) * (xs[i] - xs[i - 1]);
        if (crossing > x) turns += above ? sign : -sign;
      }
    }
  }
  return turns;
}

/**
 * @param {number} lon Degrees.
 * @returns {number} World units.
 */
export function worldX(lon) {
  return (lon + 180) / 360;
}

/**
 * @param {number} lat Degrees; beyond ±85.0511 it is the map's edge.
 * @returns {number} World units.
 */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.max(0, Math.min(1, y));
}
