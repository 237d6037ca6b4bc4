/**
 * The scene of many lives: the basemap, and above it everybody at one moment: who travels, with the ways of late, who
 * stays, and where so many are that they are counted. A function of the moment, the camera and who is shown.
 */
import { drawBasemap } from "../basemap-draw.js";
import { scaleOf } from "../camera.js";
import { worldX, worldY } from "../mercator.js";
import { Sheets } from "../sheets.js";
import { colourOf } from "../theme.js";
import { CELL, CROWD, Cells, SHADES, shadeOf } from "./cells.js";
import { GROUPS, after } from "./data.js";
import { Names } from "./names.js";
import { Raster, makeHexagon, makeStamp } from "./raster.js";
import { TRAVELS, Whereabouts } from "./whereabouts.js";

/** @typedef {import("./data.js").Corpus} Corpus */
/** @typedef {import("./raster.js").Colour} Colour */
/** @typedef {import("../basemap-draw.js").View} View */
/**
 * @typedef {object} Shown
 * @property {Uint8Array} persons whether each is shown
 * @property {boolean[]} groups which kinds of move are
 * @property {number} from the first moment that is
 * @property {number} to
 */

/** A way is seen for this part of all the years after it was gone. */
const TRAIL = 1 / 48;
/** Of more ways at once every second, fourth … stands for all. */
const MOST_WAYS = 1600;
/** Of all ways together so many are shown at the opening. */
const MOST_OPENING = 3000;
const OPENING_ALPHA = 60;
const RADIUS = 3.1;
/** On maps nearer than the first of these points grow, to the second. */
const [GROWS, GROWN] = [4, 8];
/** How ways are drawn, as on maps of one life but finer. */
const LINES = [
  { wide: 1.7, on: 1, off: 0 }, { wide: 1.5, on: 6, off: 4 }, { wide: 1, on: 1, off: 0 }, { wide: 1.3, on: 1.6, off: 3.4 },
];
const SPREAD = 2654435761;

/** Reads a colour as CSS has it. @param {string} css @returns {Colour} */
export function colourFrom(css) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d"));
  ctx.fillStyle = css;
  ctx.fillRect(0, 0, 1, 1);
  const [r, g, b] = ctx.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

export class Scene {
  /**
   * @param {import("leaflet").Map} map @param {Corpus} corpus @param {import("./ways.js").Ways} ways @param {import("./names.js").Title[]} titles
   * @param {import("../basemap.js").Basemap|null} basemap @param {Element} root
   */
  constructor(map, corpus, ways, titles, basemap, root) {
    this.map = map;
    this.corpus = corpus;
    this.ways = ways;
    this.basemap = basemap;
    this.root = root;
    this.borders = true;
    /** @type {import("../labels.js").Rect[]} what names keep clear of */
    this.obstacles = [];
    this.sheets = new Sheets(map);
    this.raster = new Raster();
    this.cells = new Cells(corpus.count);
    this.where = new Whereabouts(corpus, ways);
    /** The cell of each who is present and stays; -1 for the others. */
    this.cellOf = new Int32Array(corpus.persons.length);
    /** Those present, as they are drawn one over another. */
    this.order = new Uint32Array(corpus.persons.length);
    this.names = new Names(titles);
    this.trail = (corpus.to - corpus.from) * TRAIL;
    this.viewKey = "";
    this.stampKey = "";
    /** @type {import("./raster.js").Stamp[]} of each group: known, then doubtful */
    this.stamps = [];
    this.hexagon = makeHexagon(CELL);
    /** @type {View} */
    this.view = { scale: 1, originX: 0, originY: 0, width: 0, height: 0 };
    /** @type {import("../theme.js").Theme} */
    this.theme = /** @type {any} */ (null);
    /** @type {Colour[]} */
    this.colours = [];
    /** @type {Uint32Array} a pixel of each shade */
    this.shades = new Uint32Array(SHADES.length + 1);
    /** How many cells are shaded. */
    this.shaded = 0;
  }

  /** @param {import("../theme.js").Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.colours = GROUPS.map((group) => colourFrom(colourOf(theme, group)));
    const read = (/** @type {string} */ name) => colourFrom(getComputedStyle(this.root).getPropertyValue(name));
    const [few, many] = [read("--em-few"), read("--em-many")];
    this.shades.forEach((_, i) => {
      const part = i / SHADES.length;
      const [r, g, b] = few.map((c, k) => Math.round(c + (many[k] - c) * part));
      this.shades[i] = ((Math.round(150 + 90 * part) << 24) | (b << 16) | (g << 8) | r) >>> 0;
    });
    this.viewKey = this.stampKey = "";
  }

  /** @returns {View} what the map looks at now, unrounded */
  look() {
    const { lat, lng } = this.map.getCenter();
    const scale = scaleOf(this.map.getZoom());
    const { width, height } = this.sheets;
    return { scale, originX: worldX(lng) - width / 2 / scale, originY: worldY(lat) - height / 2 / scale, width, height };
  }

  /** @param {number} year @param {Shown} shown @param {boolean} whole all ways together, and nobody on them */
  draw(year, shown, whole) {
    if (this.sheets.fit()) this.viewKey = this.stampKey = "";
    const view = (this.view = this.look());
    const key = `${view.scale} ${view.originX} ${view.originY} ${this.borders}`;
    const moved = key !== this.viewKey;
    this.viewKey = key;
    if (moved) this.drawBase(view);
    this.where.seek(year, shown);
    const { canvas } = this.sheets.of.travelled;
    this.raster.resize(canvas.width, canvas.height, (width, height) => this.sheets.of.travelled.createImageData(width, height));
    this.raster.clear();
    if (whole) this.drawAll(shown);
    else {
      this.makeStamps();
      const { present, count, row } = this.where;
      inOrder(count, (i) => this.corpus.group[row[present[i]]], this.order);
      this.drawTrails(year, shown);
      this.drawCells();
      this.drawTravelling();
    }
    if (this.raster.image) this.sheets.of.travelled.putImageData(this.raster.image, 0, 0);
    this.names.show(this.sheets, view, this.theme, whole ? null : year, moved, this.obstacles);
  }

  /** @param {View} view */
  drawBase(view) {
    this.sheets.lay();
    const ctx = this.sheets.wipe("base");
    const { land, sea, coast, border } = this.theme;
    if (this.basemap) {
      drawBasemap(ctx, this.basemap, view, { land, sea, coast, border, borders: this.borders, coastWidth: 0.9, borderWidth: 0.7 });
      return;
    }
    ctx.fillStyle = sea;
    ctx.fillRect(0, 0, view.width, view.height);
  }

  /** The points as large as this view has them. */
  makeStamps() {
    const grown = Math.max(0, Math.min(1, (this.map.getZoom() - GROWS) / (GROWN - GROWS)));
    const radius = Math.round(4 * RADIUS * (1 + 0.5 * grown)) / 4;
    const { ratio } = this.sheets;
    const key = `${radius} ${ratio}`;
    if (key === this.stampKey) return;
    this.stampKey = key;
    const rim = colourFrom(this.theme.casing);
    this.stamps = GROUPS.flatMap((group, i) => [false, true].map((hollow) =>
      makeStamp(/** @type {import("./raster.js").Shape} */ (group), radius * ratio * (i === 0 ? 1.08 : i === 1 ? 1.12 : 0.94), this.colours[i], rim, hollow, ratio)));
    this.hexagon = makeHexagon(CELL * ratio - ratio);
  }

  /** The copies of the world that are in view: whole numbers to add to a place's x. */
  copies() {
    const { originX, width, scale } = this.view;
    const first = Math.floor(originX);
    return Array.from({ length: Math.floor(originX + width / scale) - first + 1 }, (_, i) => first + i);
  }

  /** Where so many stay that they are counted. */
  drawCells() {
    const { view, cells, cellOf, where: { count, present, state, row, x, y }, raster, hexagon, sheets: { ratio } } = this;
    const pixels = view.scale * ratio;
    cells.rescale(pixels);
    this.shaded = 0;
    for (const copy of this.copies()) {
      const [left, top] = [(view.originX - copy) * pixels, view.originY * pixels];
      cells.lay(left, top, raster.width, raster.height, CELL * ratio);
      for (let i = 0; i < count; i++) {
        const person = present[i];
        const known = state[person] !== TRAVELS && !Number.isNaN(x[person]);
        cellOf[i] = known ? cells.count(row[person], (x[person] - Math.floor(x[person])) * pixels, y[person] * pixels) : -1;
      }
      for (let i = cells.columns * cells.rows - 1; i >= 0; i--) {
        if (cells.counts[i] < CROWD) continue;
        const middle = cells.middle(i);
        this.shaded++;
        raster.cell(hexagon, Math.round(middle.x - left - hexagon.width / 2), Math.round(middle.y - top - hexagon.rows.length / 2), this.shades[shadeOf(cells.counts[i])]);
      }
      this.drawStaying(left, top, pixels);
    }
  }

  /** Those who stay where few do. @param {number} left @param {number} top @param {number} pixels of a world */
  drawStaying(left, top, pixels) {
    const { corpus: { group, doubt }, cells: { counts }, cellOf, order, where: { count, present, row, x, y }, stamps, raster } = this;
    for (let n = 0; n < count; n++) {
      const i = order[n];
      if (cellOf[i] < 0 || counts[cellOf[i]] >= CROWD) continue;
      const person = present[i];
      const at = row[person];
      raster.stamp(stamps[2 * group[at] + doubt[at]], (x[person] - Math.floor(x[person])) * pixels - left, y[person] * pixels - top);
    }
  }

  /** Those who travel. */
  drawTravelling() {
    const { view, corpus: { group, doubt }, order, where: { count, present, state, row, x, y }, stamps, raster, sheets: { ratio } } = this;
    const pixels = view.scale * ratio;
    const copies = this.copies();
    for (let n = 0; n < count; n++) {
      const person = present[order[n]];
      if (state[person] !== TRAVELS) continue;
      const at = row[person];
      const inWorld = x[person] - Math.floor(x[person]) - view.originX;
      for (const copy of copies) raster.stamp(stamps[2 * group[at] + doubt[at]], (inWorld + copy) * pixels, (y[person] - view.originY) * pixels);
    }
  }

  /** The ways of late, the older the fainter, and those that are being gone. @param {number} year @param {Shown} shown */
  drawTrails(year, { persons, groups, from }) {
    const { corpus: { moves, comes, group, personOf, moved }, order, where: { count, present, state, row, part, travelling }, trail } = this;
    const first = after(moves, comes, Math.max(year - trail, from - 1e-9));
    const last = after(moves, comes, year);
    const lately = moves.subarray(first, last).filter((to) => moved[to] === 2 && groups[group[to]] && persons[personOf[to]]);
    const limit = sample(lately.length + travelling, MOST_WAYS);
    const some = lately.filter((to) => hash(to) <= limit);
    const pens = GROUPS.map((_, kind) => this.pen(kind));
    for (const i of inOrder(some.length, (i) => group[some[i]], new Uint32Array(some.length))) {
      const pen = pens[group[some[i]]];
      pen.alpha = 190 * (1 - (year - comes[some[i]]) / trail) ** 1.6;
      this.strokeWay(some[i], 1, pen);
    }
    for (let n = 0; n < count; n++) {
      const person = present[order[n]];
      if (state[person] !== TRAVELS || hash(row[person]) > limit) continue;
      const pen = pens[group[row[person]]];
      pen.alpha = 210;
      this.strokeWay(row[person], part[person], pen);
    }
  }

  /** All ways together, as the opening shows them. @param {Shown} shown */
  drawAll({ persons, groups, from, to: end }) {
    const { corpus: { moves, comes, group, personOf, moved } } = this;
    const chosen = moves.filter((to) => groups[group[to]] && moved[to] === 2 && persons[personOf[to]] && comes[to] >= from && comes[to] <= end);
    const limit = sample(chosen.length, MOST_OPENING);
    const ways = chosen.filter((to) => hash(to) <= limit);
    // The fewer, the plainer.
    const alpha = Math.max(OPENING_ALPHA, Math.min(170, 40_000 / Math.max(1, ways.length)));
    const pens = GROUPS.map((_, kind) => ({ ...this.pen(kind), alpha, mixed: true }));
    // As they were gone: one kind over all others would seem to be the most.
    for (const to of ways) this.strokeWay(to, 1, pens[group[to]]);
  }

  /** How ways of a kind are drawn. @param {number} kind @returns {import("./raster.js").Pen} */
  pen(kind) {
    const { ratio } = this.sheets;
    const { wide, on, off } = LINES[kind];
    const [r, g, b] = this.colours[kind];
    return { wide: wide * ratio, on: on * ratio, off: off * ratio, colour: (b << 16) | (g << 8) | r, alpha: 255, mixed: false };
  }

  /** @param {number} to the stay it leads to @param {number} part how much of it @param {import("./raster.js").Pen} pen */
  strokeWay(to, part, pen) {
    if (pen.alpha < 3) return;
    const { view, ways, raster, sheets: { ratio } } = this;
    const pieces = ways.pieces[to] || ways.make(to);
    const { points } = ways;
    const begin = ways.first[to];
    const pixels = view.scale * ratio;
    const [near, far] = [points[begin], points[begin + 2 * pieces]];
    const whole = part * pieces;
    // In each copy of the world that it reaches into.
    const last = Math.floor(view.originX + view.width / view.scale - Math.min(near, far));
    for (let copy = Math.ceil(view.originX - Math.max(near, far)); copy <= last; copy++) {
      const [left, top] = [view.originX - copy, view.originY];
      let along = 0;
      let [x0, y0] = [(near - left) * pixels, (points[begin + 1] - top) * pixels];
      for (let k = 1; k - 1 < whole; k++) {
        let [x1, y1] = [(points[begin + 2 * k] - left) * pixels, (points[begin + 2 * k + 1] - top) * pixels];
        if (k > whole) {
          x1 = x0 + (x1 - x0) * (whole - k + 1);
          y1 = y0 + (y1 - y0) * (whole - k + 1);
        }
        along = raster.line(x0, y0, x1, y1, pen, along);
        x0 = x1;
        y0 = y1;
      }
    }
  }

  /** Who is under a point of the map's box: those of one shaded cell, or of the points so near. @param {number} px CSS pixels @param {number} py @returns {number[]} */
  hit(px, py) {
    const { view, where: { count, present, state, x, y }, cells, sheets: { ratio } } = this;
    const pixels = view.scale * ratio;
    /** @type {{person: number, far: number}[]} */
    const near = [];
    /** @type {number[]} */
    const inCell = [];
    for (const copy of this.copies()) {
      const [left, top] = [(view.originX - copy) * pixels, view.originY * pixels];
      cells.lay(left, top, this.raster.width, this.raster.height, CELL * ratio);
      const asked = cells.at(left + px * ratio, top + py * ratio);
      /** @type {number[]} */
      const here = [];
      for (let i = 0; i < count; i++) {
        const person = present[i];
        if (Number.isNaN(x[person])) continue;
        const [wx, wy] = [(x[person] - Math.floor(x[person])) * pixels, y[person] * pixels];
        const far = Math.hypot(wx - left - px * ratio, wy - top - py * ratio) / ratio;
        if (far < 9) near.push({ person, far });
        if (asked >= 0 && state[person] !== TRAVELS && cells.at(wx, wy) === asked) here.push(person);
      }
      if (here.length >= CROWD) inCell.push(...here);
    }
    if (inCell.length) return inCell;
    near.sort((a, b) => a.far - b.far || a.person - b.person);
    // The nearest alone, unless others are on the very spot.
    return near.filter(({ far }) => far < near[0].far + 1.5).map(({ person }) => person);
  }
}

/** Numbers as they are drawn one over another: those of force last. @param {number} count @param {(i: number) => number} kindOf @param {Uint32Array} out */
function inOrder(count, kindOf, out) {
  const ends = new Uint32Array(GROUPS.length + 1);
  for (let i = 0; i < count; i++) ends[GROUPS.length - kindOf(i)]++;
  for (let k = 1; k <= GROUPS.length; k++) ends[k] += ends[k - 1];
  for (let i = 0; i < count; i++) out[ends[GROUPS.length - 1 - kindOf(i)]++] = i;
  return out;
}

/** A number that looks random and is the same each time. @param {number} row */
const hash = (row) => Math.imul(row, SPREAD) >>> 0;

/** The bound of hashes under which no more than about so many of all lie. Halves, so that few come and go. @param {number} all @param {number} most */
function sample(all, most) {
  let limit = 2 ** 32;
  for (let left = all; left > most; left /= 2) limit /= 2;
  return limit - 1;
}
