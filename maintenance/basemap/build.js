/**
 * Makes the player's basemap out of Natural Earth. See README.md for the options and the format.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { codeOf } from "./countries.js";
import { bestShort, encode, zigzag } from "../../exile_map/player/encode.mjs";
import { readRings } from "./lakes.js";
import { weigh } from "./simplify.js";
import { areaOf, isClosed, lengthOf, stitch, unfold } from "./topology.js";

const MAX_LATITUDE = 85.0511287798066;

/**
 * How much detail a region is worth: [west, south, east, north, factor on areas]. Readers zoom in where lives were
 * lived; the fjords of the far north and south would take a third of the file. The first that fits counts.
 */
const IMPORTANCE = [
  [-180, -90, 180, -60, 0.05],
  [-180, 60, -25, 90, 0.15],
  [-180, 66, 20, 90, 0.3],
  [20, 70, 191, 90, 0.15],
  [-80, -57, -60, -42, 0.3],
  [-140, 48, -120, 60, 0.5],
  [-11, 34, 43, 61, 4],
];

/** Lakes are there to be recognised, and are not worth a coast's detail. */
const LAKE_IMPORTANCE = 0.3;

/** Narrower lakes, in km, are mostly dammed rivers, which most of the lives shown here never saw. */
const MIN_LAKE_WIDTH = 5.5;

const { values: options } = parseArgs({
  options: {
    resolution: { type: "string", default: "10m" },
    size: { type: "string", default: "200000" },
    "min-island": { type: "string", default: "10" },
    lakes: { type: "string" },
    "min-lake": { type: "string", default: "400" },
    grid: { type: "string", default: "16" },
    output: { type: "string", default: fileURLToPath(new URL("../../exile_map/player/basemap/world.json", import.meta.url)) },
  },
});
const size = Number(options.size);
const minIsland = Number(options["min-island"]);
const minLake = Number(options["min-lake"]);
const grid = Number(options.grid);
const cells = 2 ** grid;

const source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/countries-${options.resolution}.json`), "utf8"));
const world = choose(unfold(source, codeOf));
const lines = world.arcs.map(project);

let low = 0;
let high = 1e6;
for (let step = 0; step < 40; step++) {
  const middle = step < 20 ? Math.sqrt(Math.max(low, 1e-3) * high) : (low + high) / 2;
  if (write(middle).length > size) low = middle;
  else high = middle;
}
const text = write(high);
writeFileSync(options.output, text);
const points = lines.reduce((sum, line) => sum + pick(line, high).length, 0);
console.log(`${options.output}: ${text.length} bytes, ${points} points of ${lines.reduce((sum, line) => sum + line.xs.length, 0)}, ${lines.length} arcs, ${Object.keys(JSON.parse(text).countries).length} countries`);
console.log(`smallest detail kept: a triangle of ${(high * (40075 / cells) ** 2).toFixed(2)} km²`);

/**
 * Leaves out what is too small and puts the rest in the order of the file: coasts, ring by ring, shores of lakes, borders.
 *
 * @returns {{arcs: number[][][], rings: number[], edge: number, coasts: number, borders: number, countries: [string, number[][]][], floors: number[]}}
 */
function choose({ arcs, refs }) {
  const shapes = [...refs].map(([code, directed]) => [code, stitch(directed, arcs)]).filter(([, rings]) => rings.length > 0);
  const owners = new Map();
  for (const [code, rings] of shapes) for (const ref of rings.flat()) owners.set(ref, code);

  const largest = new Set();
  for (const [code, rings] of shapes) {
    if (!code.startsWith("~")) largest.add([...rings].sort((a, b) => areaOf(b, arcs) - areaOf(a, arcs))[0][0]);
  }
  const land = stitch([...refs.values()].flat(), arcs);
  const polar = land.filter((ring) => !isClosed(ring, arcs));
  if (polar.length !== 1) throw new Error(`${polar.length} land rings do not close; only Antarctica's should not`);
  // A country keeps its largest island, however small.
  const kept = land.filter((ring) => polar[0] === ring || Math.abs(areaOf(ring, arcs)) >= minIsland || ring.some((ref) => largest.has(ref)));
  const drowned = new Set(land.filter((ring) => !kept.includes(ring)).flat());

  for (const [code, rings] of shapes) {
    const torn = rings.find((ring) => ring.some((ref) => drowned.has(ref)) && ring.some((ref) => kept.some((other) => other.includes(ref))));
    if (torn) throw new Error(`${code}: a ring with one coast kept and one left out`);
  }

  const order = sortNear(kept, arcs, owners);
  const result = { arcs: [], rings: [], edge: -1, coasts: 0, borders: 0, countries: [], floors: [] };
  const numbers = new Map();
  for (const ring of order) {
    const floor = minPoints(Math.abs(areaOf(ring, arcs)));
    if (ring.length > 1 && isWhole(ring, shapes)) {
      // An island cut by the meridian, or by a line that no longer counts: its parts are one again.
      for (const ref of ring) numbers.set(ref, undefined);
      numbers.set(ring[0], result.arcs.length);
      const points = ring.flatMap((ref, i) => (ref < 0 ? [...arcs[~ref]].reverse() : arcs[ref]).slice(i > 0 ? 1 : 0));
      result.arcs.push(fromTip(points));
      result.floors.push(floor);
      result.rings.push(1);
      continue;
    }
    for (const ref of ring) {
      const points = ref < 0 ? [...arcs[~ref]].reverse() : arcs[ref];
      numbers.set(ref, result.arcs.length).set(~ref, ~result.arcs.length);
      result.arcs.push(ring.length === 1 && ring !== polar[0] ? fromTip(points) : points);
      result.floors.push(ring.length === 1 && ring !== polar[0] ? floor : 2);
    }
    if (ring === polar[0]) {
      const lat = arcs[ring[0]][0][1];
      result.edge = result.arcs.length;
      result.arcs.push([[180, lat], [180, -90], [-180, -90], [-180, lat]]);
      result.floors.push(4);
    }
    result.rings.push(ring.length + (ring === polar[0] ? 1 : 0));
  }
  result.coasts = result.arcs.length;
  for (const shore of options.lakes ? chooseLakes(options.lakes) : []) {
    result.floors.push(minPoints(Math.abs(areaOf([0], [shore]))));
    result.arcs.push(shore);
  }
  result.borders = result.arcs.length;

  const closedBorder = (ref) => isClosed([ref], arcs);
  const inner = [...owners.keys()].filter((ref) => !numbers.has(ref) && ref >= 0 && !drowned.has(ref) && !drowned.has(~ref));
  for (const ref of sortNear(inner.map((one) => [one]), arcs, new Map()).flat()) {
    numbers.set(ref, result.arcs.length).set(~ref, ~result.arcs.length);
    result.arcs.push(arcs[ref]);
    result.floors.push(closedBorder(ref) ? minPoints(Math.abs(areaOf([ref], arcs))) : 2);
  }
  for (const [code, rings] of shapes.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (code.startsWith("~")) continue;
    const numbered = rings.filter((ring) => !ring.some((ref) => drowned.has(ref))).map((ring) => ring.map((ref) => numbers.get(ref)).filter((number) => number !== undefined));
    if (code === "AQ") for (const ring of numbered) if (ring.includes(result.edge - 1)) ring.push(result.edge);
    result.countries.push([code, numbered.sort((a, b) => a[0] - b[0])]);
  }
  return result;
}

/** Whether the land ring is one country's, with no border coming ashore. */
function isWhole(ring, shapes) {
  const members = new Set(ring);
  return shapes.some(([, rings]) => rings.some((other) => other.length === ring.length && other.every((ref) => members.has(ref))));
}

/** The shores of the larger lakes, and of the larger islands in them. */
function chooseLakes(path) {
  const rings = readRings(readFileSync(path)).filter((ring) => {
    const area = areaOf([0], [ring]);
    if (area < 0) return area <= -minLake && -area / lengthOf(ring) >= MIN_LAKE_WIDTH / 2;
    return area >= minLake && area / (lengthOf(ring) / 2) >= MIN_LAKE_WIDTH;
  });
  return sortNear(rings.map((_, i) => [i]), rings, new Map()).map(([i]) => fromTip(rings[i]));
}

/** A small island keeps enough corners to be no triangle. */
function minPoints(km2) {
  return 1 + Math.max(4, Math.min(9, Math.round(3 + Math.log2(Math.max(1, km2) / 8))));
}

/** A closed line, begun at its farthest point from the middle: the first point is the one no simplification takes. */
function fromTip(points) {
  const ring = points.slice(1);
  const middle = [0, 1].map((axis) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length);
  const far = ([lon, lat]) => ((lon - middle[0]) * Math.cos((lat * Math.PI) / 180)) ** 2 + (lat - middle[1]) ** 2;
  let tip = 0;
  for (let i = 1; i < ring.length; i++) if (far(ring[i]) > far(ring[tip])) tip = i;
  return [...ring.slice(tip), ...ring.slice(0, tip + 1)];
}

/** Near neighbours side by side, a country's rings together: small differences make short numbers. */
function sortNear(rings, arcs, owners) {
  const head = (ring) => (ring[0] < 0 ? arcs[~ring[0]].at(-1) : arcs[ring[0]][0]);
  const groups = new Map();
  for (const ring of rings) {
    const owner = owners.get(ring[0]) ?? "";
    groups.set(owner, [...(groups.get(owner) ?? []), ring]);
  }
  const sorted = [];
  let here = [0, 0];
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const left = new Set(group);
    while (left.size > 0) {
      let best;
      let least = Infinity;
      for (const ring of left) {
        const [lon, lat] = head(ring);
        const distance = Math.abs(lon - here[0]) + Math.abs(lat - here[1]);
        if (distance < least) [best, least] = [ring, distance];
      }
      left.delete(best);
      sorted.push(best);
      here = head(best);
    }
  }
  return sorted;
}

/** An arc on the Mercator grid, its points weighed by their area on the ground, not on the map. */
function project(points, index) {
  const xs = Float64Array.from(points, ([lon]) => ((lon + 180) / 360) * cells);
  const ys = Float64Array.from(points, ([, lat]) => {
    const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * cells;
  });
  const lake = index >= world.coasts && index < world.borders;
  const weights = weigh(xs, ys, (i) => Math.cos((points[i][1] * Math.PI) / 180) ** 2 * importanceOf(points[i]) * (lake ? LAKE_IMPORTANCE : 1));
  if (index === world.edge) weights.fill(Infinity);
  const floor = Math.min(world.floors[index], points.length);
  const byWeight = [...weights].sort((a, b) => b - a);
  return { xs: xs.map(Math.round), ys: ys.map(Math.round), weights, always: byWeight[floor - 1] };
}

function importanceOf([lon, lat]) {
  const region = IMPORTANCE.find(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);
  return region ? region[4] : 1;
}

/** The points of an arc that weigh enough, those that fall together taken once. */
function pick(line, threshold) {
  const { xs, ys, weights, always } = line;
  const least = Math.min(threshold, always);
  const chosen = [];
  for (let i = 0; i < xs.length; i++) {
    if (weights[i] < least) continue;
    const last = chosen.at(-1);
    if (last !== undefined && xs[last] === xs[i] && ys[last] === ys[i]) {
      if (i === xs.length - 1 && chosen.length > 1) chosen[chosen.length - 1] = i;
      else if (i !== xs.length - 1) continue;
      else chosen.push(i);
      continue;
    }
    chosen.push(i);
  }
  return chosen;
}

function write(threshold) {
  const numbers = [];
  let x = 0;
  let y = 0;
  const step = (line, i) => {
    numbers.push(zigzag(line.xs[i] - x), zigzag(line.ys[i] - y));
    x = line.xs[i];
    y = line.ys[i];
  };
  for (const line of lines) {
    const chosen = pick(line, threshold);
    const closed = chosen.length > 3 && line.xs[0] === line.xs.at(-1) && line.ys[0] === line.ys.at(-1);
    const coded = closed ? chosen.slice(0, -1) : chosen;
    numbers.push(2 * coded.length + (closed ? 1 : 0));
    for (const i of coded) step(line, i);
  }
  const rings = runs(world.rings.map((length) => ({ refs: length, single: length === 1 })), ({ refs }) => [refs]);
  const countries = world.countries.map(([code, list]) => [code, encodeRings(list)]);
  const short = bestShort(numbers);
  const head = {
    format: "exile-map-basemap/1",
    source: `Natural Earth 1:${options.resolution}, public domain`,
    grid,
    short,
    coasts: world.coasts,
    borders: world.borders,
    edge: world.edge,
    land: encode(rings, short),
    lakes: encode(world.borders > world.coasts ? [0, world.borders - world.coasts] : [], short),
    countries: Object.fromEntries(countries.map(([code, list]) => [code, encode(list, short)])),
    arcs: encode(numbers, short),
  };
  return JSON.stringify(head) + "\n";
}

/** Rings as numbers: k and what tells its k arcs, or 0 and how many rings of the next one arc each follow. */
function runs(rings, tell) {
  const numbers = [];
  for (let i = 0; i < rings.length; i++) {
    let end = i;
    while (end < rings.length && rings[end].single) end++;
    if (end - i > 0) {
      numbers.push(0, end - i);
      i = end - 1;
    } else numbers.push(...tell(rings[i]));
  }
  return numbers;
}

function encodeRings(list) {
  let next = 0;
  const rings = list.map((refs) => {
    const steps = refs.map((ref) => {
      const number = ref < 0 ? ~ref : ref;
      // The sign bit says which way the arc is walked.
      const step = 2 * zigzag(number - next) + (ref < 0 ? 1 : 0);
      next = number + 1;
      return step;
    });
    return { steps, single: steps.length === 1 && steps[0] === 0 };
  });
  return runs(rings, ({ steps }) => [steps.length, ...steps]);
}
