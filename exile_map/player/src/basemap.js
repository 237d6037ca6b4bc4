/**
 * The basemap: from the compact text of `basemap/world.json` to points ready for drawing.
 *
 * The file is one JSON object:
 *
 * - `format`, `source`: what it is and whose;
 * - `sketch`: the land alone and coarse, the same in small, in the pages' own basemap only;
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
import { FINEST_ZOOM, leastAt, thin, withChunks } from "./basemap-levels.js";

/** @typedef {import("./basemap-levels.js").Level} Level */

/**
 * The points of all arcs, those of arc i from `starts[i]` to `starts[i + 1]`.
 *
 * @typedef {object} Lines
 * @property {Float32Array} xs World units: 0 at 180° W, 1 at 180° E, and on.
 * @property {Float32Array} ys World units: 0 at 85.0511° N, 1 at 85.0511° S.
 * @property {Uint32Array} starts
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
 * @property {Level} lines All there is.
 * @property {Float32Array} arcBoxes West, north, east and south of every arc.
 * @property {Rings} land
 * @property {Rings} lakes To be filled over the land; the islands in them are holes.
 * @property {string[]} countries The ISO 3166-1 alpha-2 codes there are shapes for; `countryRings` has the shapes.
 * @property {(iso2: string) => Rings | undefined} countryRings
 * @property {(zoom: number) => Level} level
 * @property {Basemap} [sketch] The land alone and coarse.
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
 * @property {BasemapFile} [sketch]
 */

/** The `format` this decoder reads. */
export const FORMAT = "exile-map-basemap/1";

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
  const texts = new Map(Object.entries(file.countries));
  const numbers = remember(() => readNumbers(file.arcs, short));
  /** @type {Float32Array|undefined} the same whichever level is made first */
  let boxes;
  // Levels and countries are made when first asked for: at the start there is no time for what may never be seen.
  const level = remember((/** @type {number} */ zoom) => {
    const { lines, arcBoxes } = readArcs(numbers(0), 2 ** -file.grid, leastAt(zoom));
    boxes ??= arcBoxes;
    return withChunks(lines);
  });
  const arcBoxes = () => boxes ?? (level(FINEST_ZOOM), /** @type {any} */ (boxes));
  const land = remember(() => withBoxes(readRun(readNumbers(file.land, short), 0), arcBoxes()));
  const lakes = remember(() => withBoxes(readRun(readNumbers(file.lakes, short), land(0).refs.length), arcBoxes()));
  return {
    source,
    coastCount,
    firstBorder,
    edge,
    get arcCount() { return arcBoxes().length / 4; },
    get lines() { return level(FINEST_ZOOM); },
    get arcBoxes() { return arcBoxes(); },
    get land() { return land(0); },
    get lakes() { return lakes(0); },
    countries: [...texts.keys()],
    countryRings: remember((iso2) => {
      const text = texts.get(iso2);
      return text === undefined ? undefined : withBoxes(readRings(readNumbers(text, short)), arcBoxes());
    }),
    level,
    sketch: file.sketch && decodeBasemap(file.sketch),
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
 * @param {number} least Area of the smallest triangle kept, in square world units.
 * @returns {{lines: Lines, arcBoxes: Float32Array}}
 */
function readArcs(numbers, cell, least) {
  // A point takes two numbers; the one that closes a ring takes none, but the ring's own number makes up for half.
  const xs = new Float32Array(numbers.length);
  const ys = new Float32Array(numbers.length);
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const boxes = [];
  const here = { x: 0, y: 0 };
  let size = 0;
  for (let at = 0; at < numbers.length; ) {
    const head = numbers[at++];
    const start = size;
    size = readArc(numbers, at, head >> 1, cell, here, xs, ys, size, boxes);
    at += head & ~1;
    if (head & 1) {
      xs[size] = xs[start];
      ys[size++] = ys[start];
    }
    if (least) size = thin(xs, ys, start, size - 1, least);
    starts.push(start);
  }
  starts.push(size);
  const lines = { xs: xs.slice(0, size), ys: ys.slice(0, size), starts: new Uint32Array(starts) };
  return { lines, arcBoxes: new Float32Array(boxes) };
}

/**
 * A function of its own, called for each arc: a browser makes such a one fast sooner than one long walk along all.
 *
 * @param {Uint32Array} numbers
 * @param {number} at
 * @param {number} count Points.
 * @param {number} cell World units.
 * @param {{x: number, y: number}} here The last point read, in cells.
 * @param {Float32Array} xs
 * @param {Float32Array} ys
 * @param {number} size Points that are there already.
 * @param {number[]} boxes Get one more.
 * @returns {number} Points that are there now.
 */
function readArc(numbers, at, count, cell, here, xs, ys, size, boxes) {
  let { x, y } = here;
  let west = Infinity;
  let north = Infinity;
  let east = -Infinity;
  let south = -Infinity;
  for (const end = at + 2 * count; at < end; at += 2) {
    x += signed(numbers[at]);
    y += signed(numbers[at + 1]);
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
    xs[size] = x * cell;
    ys[size++] = y * cell;
  }
  here.x = x;
  here.y = y;
  boxes.push(west * cell, north * cell, east * cell, south * cell);
  return size;
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
  const refs = [];
  for (let i = 0; i < size; i++) refs.push(firstArc + i);
  return { refs, starts };
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
  const boxes = new Float32Array(4 * (starts.length - 1));
  for (let ring = 0, box = 0; ring + 1 < starts.length; ring++, box += 4) {
    for (let i = starts[ring]; i < starts[ring + 1]; i++) {
      const arc = 4 * (refs[i] < 0 ? ~refs[i] : refs[i]);
      const first = i === starts[ring];
      for (let side = 0; side < 4; side++) {
        const at = arcBoxes[arc + side];
        if (first || (side < 2 ? at < boxes[box + side] : at > boxes[box + side])) boxes[box + side] = at;
      }
    }
  }
  return { refs: new Int32Array(refs), starts: new Uint32Array(starts), boxes };
}
