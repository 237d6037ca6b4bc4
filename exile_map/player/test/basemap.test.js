import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { decodeBasemap } from "../src/basemap.js";
import { CHUNK, FINEST_ZOOM, levelFor } from "../src/basemap-levels.js";
import { worldX, worldY } from "../src/mercator.js";
import { sketch } from "../sketch.mjs";
import { contains } from "./inside.js";
import { countryPath, drawBasemap } from "../src/basemap-draw.js";

const text = readFileSync(new URL("../basemap/world.json", import.meta.url), "utf8");
/** @type {import("../src/basemap.js").BasemapFile} */
const file = JSON.parse(text);
const basemap = decodeBasemap(file);

const style = { land: "land", sea: "sea", coast: "coast", border: "border", borders: true };

/** @param {number} lat @param {number} lon */
const onLand = (lat, lon) => contains(basemap, basemap.land, worldX(lon), worldY(lat)) && !contains(basemap, basemap.lakes, worldX(lon), worldY(lat));

/** @param {string} iso2 @param {number} lat @param {number} lon */
const inCountry = (iso2, lat, lon) => {
  const rings = basemap.countryRings(iso2);
  assert.ok(rings, iso2);
  return contains(basemap, rings, worldX(lon), worldY(lat));
};

/**
 * @param {number} zoom
 * @param {number} lat
 * @param {number} lon
 */
function viewAt(zoom, lat, lon) {
  const scale = 256 * 2 ** zoom;
  const [width, height] = [1280, 760];
  return { scale, originX: worldX(lon) - width / 2 / scale, originY: worldY(lat) - height / 2 / scale, width, height };
}

/** A context that writes down what it is told. */
class Recorder {
  /** @type {{kind: "fill" | "stroke", colour: string, lines: [number, number][][]}[]} */
  painted = [];
  /** @type {{colour: string, box: number[]}[]} */
  rectangles = [];
  /** @type {[number, number][][]} */
  lines = [];
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 1;
  lineJoin = /** @type {CanvasLineJoin} */ ("miter");
  lineCap = /** @type {CanvasLineCap} */ ("butt");
  beginPath() {
    this.lines = [];
  }
  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.lines.push([[x, y]]);
  }
  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.lines[this.lines.length - 1].push([x, y]);
  }
  /** @param {number[]} box */
  fillRect(...box) {
    this.rectangles.push({ colour: this.fillStyle, box });
  }
  fill() {
    this.painted.push({ kind: "fill", colour: this.fillStyle, lines: this.lines });
  }
  stroke() {
    this.painted.push({ kind: "stroke", colour: this.strokeStyle, lines: this.lines });
  }
}

/**
 * @param {import("../src/basemap-draw.js").View} view
 * @param {typeof style} [inStyle]
 */
function drawn(view, inStyle = style) {
  const recorder = new Recorder();
  drawBasemap(recorder, basemap, view, inStyle);
  return recorder;
}

/**
 * @param {[number, number][][]} lines
 * @param {number} x
 * @param {number} y
 */
function windingOf(lines, x, y) {
  let turns = 0;
  for (const line of lines) {
    line.forEach(([x1, y1], i) => {
      const [x0, y0] = line[(i + line.length - 1) % line.length];
      if (y0 <= y === y1 <= y) return;
      if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) turns += y0 <= y ? 1 : -1;
    });
  }
  return turns;
}

test("the file is at most 200 KB and needs no escaping in a script element", () => {
  assert.ok(text.length <= 200_000, `${text.length} bytes`);
  assert.match(text, /^[\x20-\x25\x27-\x3b\x3d\x3f-\x7e]*\n$/);
  assert.doesNotMatch(text, /\\|\$\{|\{\{|\{%/);
});

test("the file says whose data it is", () => {
  assert.match(basemap.source, /Natural Earth.*public domain/);
});

test("a file of another format is refused", () => {
  assert.throws(() => decodeBasemap({ ...file, format: "exile-map-basemap/9" }), /exile-map-basemap\/9/);
});

test("every kind of number, line and ring comes out as it was written", () => {
  const digits = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => !" \"&'<>\\`${}".includes(c));
  assert.equal(digits.length, 84);
  /** @param {number[]} numbers */
  const write = (...numbers) =>
    numbers
      .map((n) => {
        if (n < 10) return digits[n];
        if (n < 10 + 73 * 84) return digits[10 + Math.floor((n - 10) / 84)] + digits[(n - 10) % 84];
        return digits[83] + digits[Math.floor(n / 7056)] + digits[Math.floor(n / 84) % 84] + digits[n % 84];
      })
      .join("");
  const tiny = decodeBasemap({
    format: "exile-map-basemap/1",
    source: "nobody",
    grid: 14,
    short: 10,
    coasts: 2,
    borders: 3,
    edge: -1,
    land: write(1, 0, 1),
    lakes: write(0, 1),
    countries: { AA: write(2, 0, 2 * 2 + 1), BB: write(0, 2) },
    // A line of two points, two rings of three, a border: numbers of four digits, two and one.
    arcs: write(4, 16384, 16, 8191, 199) + write(7, 0, 0, 8, 0, 0, 8) + write(7, 0, 0, 8, 0, 0, 8) + write(4, 0, 0, 2, 2),
  });
  const { xs, ys, starts } = tiny.lines;
  assert.deepEqual([...starts], [0, 2, 6, 10, 12]);
  assert.deepEqual([...xs].map((x) => x * 16384).slice(0, 6), [8192, 4096, 4096, 4100, 4100, 4096]);
  assert.deepEqual([...ys].map((y) => y * 16384).slice(0, 6), [8, -92, -92, -92, -88, -92]);
  assert.deepEqual([...tiny.land.refs], [0, 1]);
  assert.deepEqual([...tiny.lakes.refs], [2]);
  assert.deepEqual([...(tiny.countryRings("AA")?.refs ?? [])], [0, ~2]);
  assert.deepEqual([...(tiny.countryRings("BB")?.starts ?? [])], [0, 1, 2]);
});

test("every ring closes", () => {
  const { xs, ys, starts } = basemap.lines;
  const all = [basemap.land, basemap.lakes, ...basemap.countries.map((iso2) => basemap.countryRings(iso2))];
  for (const rings of all) {
    assert.ok(rings);
    for (let ring = 0; ring + 1 < rings.starts.length; ring++) {
      const refs = rings.refs.slice(rings.starts[ring], rings.starts[ring + 1]);
      refs.forEach((ref, i) => {
        const next = refs[(i + 1) % refs.length];
        const end = ref < 0 ? starts[~ref] : starts[ref + 1] - 1;
        const start = next < 0 ? starts[~next + 1] - 1 : starts[next];
        assert.deepEqual([xs[end], ys[end]], [xs[start], ys[start]]);
      });
    }
  }
});

test("no line crosses a quarter of the map, but for the lower edge", () => {
  const { xs, ys, starts } = basemap.lines;
  for (let arc = 0; arc < basemap.arcCount; arc++) {
    if (arc === basemap.edge) continue;
    for (let i = starts[arc] + 1; i < starts[arc + 1]; i++) {
      assert.ok(Math.abs(xs[i] - xs[i - 1]) < 0.25 && Math.abs(ys[i] - ys[i - 1]) < 0.25, `arc ${arc}`);
    }
  }
});

test("nothing is left of the cuts along the 180th meridian", () => {
  const { xs, starts } = basemap.lines;
  for (let arc = 0; arc < basemap.arcCount; arc++) {
    if (arc === basemap.edge) continue;
    for (let i = starts[arc] + 1; i < starts[arc + 1]; i++) {
      assert.ok(!(xs[i] === xs[i - 1] && xs[i] % 1 === 0), `arc ${arc}`);
    }
  }
  assert.ok(inCountry("RU", 66, -175) && inCountry("RU", 68, 179.99) && inCountry("RU", 67, 180), "Chukotka");
  assert.ok(inCountry("FJ", -16.8, -179.98), "Taveuni");
});

test("Antarctica reaches the lower edge, which is never stroked", () => {
  const { xs, ys, starts } = basemap.lines;
  const at = starts[basemap.edge];
  assert.equal(starts[basemap.edge + 1] - at, 4);
  assert.deepEqual([...xs.slice(at, at + 4)], [1, 1, 0, 0]);
  assert.deepEqual([...ys.slice(at + 1, at + 3)], [1, 1]);
  assert.ok(onLand(-84.9, 0) && onLand(-84.9, 120) && inCountry("AQ", -80, 50));
  for (const { kind, lines } of drawn(viewAt(1, -60, 180)).painted) {
    if (kind !== "stroke") continue;
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) assert.ok(Math.abs(line[i][0] - line[i - 1][0]) < 128);
    }
  }
});

test("below the map's lower edge there is land", () => {
  const below = drawn(viewAt(0, -60, 0)).rectangles.find(({ colour }) => colour === "land");
  assert.ok(below && below.box[1] < 760 && below.box[1] + below.box[3] >= 760);
});

const ISLANDS = [
  ["Elba", 42.78, 10.28],
  ["Saint Helena", -15.96, -5.7],
  ["Ascension", -7.94, -14.36],
  ["Lipari", 38.48, 14.94],
  ["Guernsey", 49.45, -2.58],
  ["Jersey", 49.22, -2.13],
  ["Malta", 35.88, 14.44],
  ["Martinique", 14.65, -61.0],
  ["Solovki", 65.08, 35.7],
  ["Réunion", -21.1, 55.5],
  ["Ikaria", 37.6, 26.15],
  ["Agios Efstratios", 39.52, 25.02],
  ["Sakhalin", 50, 143],
  ["Norfolk Island", -29.03, 167.95],
];
for (const [name, lat, lon] of ISLANDS) {
  test(`${name} is there`, () => assert.ok(onLand(Number(lat), Number(lon))));
}

test("Elba is no triangle", () => {
  const { land, lines } = basemap;
  const x = worldX(10.28);
  const y = worldY(42.78);
  const ring = Array.from({ length: land.starts.length - 1 }, (_, i) => i).find((i) => {
    const [west, north, east, south] = land.boxes.slice(4 * i, 4 * i + 4);
    return east - west < 0.01 && west < x && x < east && north < y && y < south;
  });
  assert.ok(ring !== undefined);
  const arc = land.refs[land.starts[ring]];
  assert.ok(lines.starts[arc + 1] - lines.starts[arc] >= 10);
});

test("cities are on land, and in their countries", () => {
  for (const [iso2, lat, lon] of /** @type {[string, number, number][]} */ ([
    ["RU", 55.75, 37.62], ["FR", 48.86, 2.35], ["DE", 52.52, 13.4], ["ES", 40.42, -3.7], ["MX", 19.43, -99.13],
    ["CH", 47.37, 8.54], ["BE", 50.85, 4.35], ["RU", 51.77, 55.1], ["US", 40.1, -75.2], ["CN", 39.9, 116.4],
    ["AU", -33.9, 150.9], ["ZA", -26.2, 28.05], ["BR", -15.8, -47.9], ["TR", 39.93, 32.85], ["UA", 44.95, 34.1],
    ["KZ", 43.25, 76.95], ["DZ", 36.5, 3], ["GF", 4, -53], ["CY", 35.3, 33.4], ["XK", 42.65, 21.1],
    ["SO", 9.5, 45], ["GL", 72, -40], ["NC", -21.5, 165.5], ["LS", -29.5, 28.3], ["SJ", 78.5, 16],
  ])) {
    assert.ok(onLand(lat, lon), `${iso2} ${lat} ${lon} is land`);
    assert.ok(inCountry(iso2, lat, lon), `${lat} ${lon} is ${iso2}`);
  }
  assert.ok(!inCountry("FR", 4, -53) && !inCountry("RU", 44.95, 34.1) && !inCountry("ZA", -29.5, 28.3));
  assert.equal(basemap.countryRings("ZZ"), undefined);
});

test("seas and lakes are not land", () => {
  for (const [lat, lon] of [
    [0, -30], [35, 18], [43, 35], [42, 51], [58, 20], [56, 3], [40, -40], [-30, 90], [10, -140], [60, -85],
    [75, -5], [65, -170], [-60, 0], [-75, -175], [43.5, 15], [38.5, 4.5], [15, 65], [20, 38], [26.5, 52], [55, 150],
    [60.8, 31.5], [53.5, 108], [-1, 33], [44, -87], [46.45, 6.6],
  ]) {
    assert.ok(!onLand(lat, lon), `${lat} ${lon} is water`);
  }
});

test("coarser levels have fewer points, and every ring keeps a triangle", () => {
  const counts = Array.from({ length: FINEST_ZOOM + 1 }, (_, zoom) => levelFor(basemap, 256 * 2 ** zoom).xs.length);
  counts.reduce((coarse, fine) => {
    assert.ok(coarse < fine);
    return fine;
  });
  assert.ok(counts[2] * 4 < counts[FINEST_ZOOM], `${counts}`);
  const { xs, ys, starts } = levelFor(basemap, 256);
  for (let arc = 0; arc < basemap.arcCount; arc++) {
    const last = starts[arc + 1] - 1;
    const closed = xs[starts[arc]] === xs[last] && ys[starts[arc]] === ys[last];
    assert.ok(last - starts[arc] >= (closed ? 3 : 1), `arc ${arc}`);
  }
  assert.equal(levelFor(basemap, 256 * 2 ** 12), levelFor(basemap, 256 * 2 ** 8));
  assert.equal(levelFor(basemap, 256 * 2 ** 3.2), levelFor(basemap, 256 * 2 ** 4));
});

test("at zoom 2 a tenth of the points is drawn", () => {
  const points = drawn({ ...viewAt(2, 0, 0), originX: 0, originY: 0, width: 1024, height: 1024 })
    .painted.filter(({ kind, colour }) => kind === "fill" && colour === "land")
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + line.length, 0);
  assert.ok(points * 8 < basemap.lines.xs.length, `${points}`);
});

test("every chunk lies in its box", () => {
  const { xs, ys, starts, chunks, boxes } = levelFor(basemap, 256 * 16);
  for (let arc = 0; arc < basemap.arcCount; arc++) {
    for (let i = starts[arc]; i < starts[arc + 1] - 1; i++) {
      const box = 4 * (chunks[arc] + Math.floor((i - starts[arc]) / CHUNK));
      for (const j of [i, i + 1]) {
        assert.ok(xs[j] >= boxes[box] && xs[j] <= boxes[box + 2] && ys[j] >= boxes[box + 1] && ys[j] <= boxes[box + 3]);
      }
    }
  }
});

test("what is left out beyond the view does not change what is filled within it", () => {
  const view = viewAt(6.3, 42.2, 11.5);
  const land = drawn(view).painted.find(({ kind, colour }) => kind === "fill" && colour === "land");
  assert.ok(land);
  let both = 0;
  for (let px = 20; px < view.width; px += 61) {
    for (let py = 20; py < view.height; py += 47) {
      const expected = contains(basemap, basemap.land, view.originX + px / view.scale, view.originY + py / view.scale);
      assert.equal(windingOf(land.lines, px, py) !== 0, expected, `${px} ${py}`);
      both |= expected ? 1 : 2;
    }
  }
  assert.equal(both, 3);
  const points = land.lines.reduce((sum, line) => sum + line.length, 0);
  assert.ok(points < basemap.lines.xs.length / 8, `${points}`);
});

test("every world copy in view is drawn, wherever the camera has wandered", () => {
  const home = viewAt(2, 30, 20);
  for (const turns of [-3, 1, 2]) {
    const land = drawn({ ...home, originX: home.originX + turns }).painted[0].lines;
    assert.equal(land.length, drawn(home).painted[0].lines.length);
  }
  const wide = drawn({ ...home, originX: -1, originY: 0, width: 3072, height: 1024 }).painted[0].lines;
  const moscow = [worldX(37.62) * 1024, worldY(55.75) * 1024];
  for (const copy of [0, 1, 2]) assert.notEqual(windingOf(wide, moscow[0] + 1024 * copy, moscow[1]), 0);
});

test("coordinates are not rounded to pixels", () => {
  const lines = drawn(viewAt(4.37, 50, 15)).painted[0].lines;
  assert.ok(lines.flat().filter(([x, y]) => Number.isInteger(x) && Number.isInteger(y)).length < 5);
});

test("borders can be switched off", () => {
  const colours = (/** @type {boolean} */ borders) => new Set(drawn(viewAt(4, 50, 15), { ...style, borders }).painted.map(({ colour }) => colour));
  assert.ok(colours(true).has("border"));
  assert.ok(!colours(false).has("border"));
});

test("a country's path is its shape, and an unknown one is empty", () => {
  const recorder = new Recorder();
  const view = viewAt(5, 46.5, 2);
  assert.equal(countryPath(recorder, basemap, "FR", view), true);
  const at = (/** @type {number} */ lat, /** @type {number} */ lon) =>
    windingOf(recorder.lines, (worldX(lon) - view.originX) * view.scale, (worldY(lat) - view.originY) * view.scale);
  assert.notEqual(at(48.86, 2.35), 0);
  assert.notEqual(at(42.1, 9.1), 0);
  assert.equal(at(50.85, 4.35), 0);
  assert.equal(countryPath(recorder, basemap, "ZZ", view), false);
  assert.equal(recorder.lines.length, 0);
});

test("the sketch is the land, small, and passes for it in a first frame of the world only", () => {
  const small = sketch(file);
  assert.ok(JSON.stringify(small).length < 14_000);
  assert.doesNotMatch(JSON.stringify(small), /['&<>`$]|\{\{|\{%/);
  const whole = decodeBasemap({ ...file, sketch: small });
  const land = decodeBasemap(small);
  const inland = /** @type {[number, number][]} */ ([[48, 2], [60, 100], [-25, 135], [0, 20], [40, -100], [-80, 90], [20, -99], [66, -178]]);
  for (const [lat, lon] of inland) assert.ok(contains(land, land.land, worldX(lon), worldY(lat)), `${lat} ${lon}`);
  for (const [lat, lon] of [[0, -30], [0, -150], [35, 18], [58, 20], [42, 51]]) assert.ok(!contains(land, land.land, worldX(lon), worldY(lat)), `${lat} ${lon}`);
  const points = (/** @type {number} */ zoom, /** @type {boolean} */ rough) => {
    const recorder = new Recorder();
    drawBasemap(recorder, whole, viewAt(zoom, 45, 10), { ...style, rough });
    return recorder.painted[0].lines.flat().length;
  };
  assert.ok(points(2, true) < 0.7 * points(2, false));
  assert.equal(points(5, true), points(5, false));
});
