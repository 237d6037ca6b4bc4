/** The crowd: everybody at one moment, as points, and where so many are that points would be a blot, as cells. */
import { CELL, CROWD, Cells, shadeOf } from "./cells.js";
import { GROUPS } from "./data.js";
import { makeHexagon, makeStamp } from "./raster.js";
import { TRAVELS } from "./whereabouts.js";

/** @typedef {import("../basemap-draw.js").View} View */

const RADIUS = 3.1;
/** On maps nearer than the first of these points grow, to the second. */
const [GROWS, GROWN] = [4, 8];
/** CSS pixels: so near a point is pointed at, and so near the nearest are those on its very spot. */
const [NEAR, SPOT] = [9, 1.5];
/** How large each kind's shape is beside a circle, so that all look as large. */
const SIZES = [1.08, 1.12, 0.94, 0.94];

export class Crowd {
  /** @param {import("./data.js").Corpus} corpus @param {import("./whereabouts.js").Whereabouts} where @param {import("./raster.js").Raster} raster */
  constructor(corpus, where, raster) {
    this.corpus = corpus;
    this.where = where;
    this.raster = raster;
    this.cells = new Cells(corpus.count);
    /** The cell of each who is present and stays; -1 for the others. */
    this.cellOf = new Int32Array(corpus.persons.length);
    this.stampKey = "";
    /** @type {import("./raster.js").Stamp[]} of each group: known, then doubtful */
    this.stamps = [];
    this.hexagon = makeHexagon(CELL);
    /** How many cells are shaded. */
    this.shaded = 0;
    this.ratio = 1;
    /** @type {View} */
    this.view = { scale: 1, originX: 0, originY: 0, width: 0, height: 0 };
  }

  /** The points as large as this view has them. @param {View} view @param {import("./palette.js").Palette} palette @param {number} ratio pixels of a CSS pixel */
  look(view, { groups, rim }, ratio) {
    this.view = view;
    this.ratio = ratio;
    const grown = Math.max(0, Math.min(1, (Math.log2(view.scale / 256) - GROWS) / (GROWN - GROWS)));
    const radius = Math.round(4 * RADIUS * (1 + 0.5 * grown)) / 4;
    const key = `${radius} ${ratio} ${groups} ${rim}`;
    if (key === this.stampKey) return;
    this.stampKey = key;
    this.stamps = GROUPS.flatMap((group, i) => [false, true].map((hollow) =>
      makeStamp(/** @type {import("./raster.js").Shape} */ (group), radius * ratio * SIZES[i], groups[i], rim, hollow, ratio)));
    this.hexagon = makeHexagon(CELL * ratio - ratio);
  }

  /** The copies of the world that are in view: whole numbers to add to a place's x. */
  copies() {
    const { originX, width, scale } = this.view;
    const first = Math.floor(originX);
    return Array.from({ length: Math.floor(originX + width / scale) - first + 1 }, (_, i) => first + i);
  }

  /** @param {Uint32Array} order those present, as they are drawn one over another @param {Uint32Array} shades a pixel of each shade */
  draw(order, shades) {
    const { view, cells, raster, hexagon, ratio } = this;
    const pixels = view.scale * ratio;
    cells.rescale(pixels);
    this.shaded = 0;
    for (const copy of this.copies()) {
      const [left, top] = [(view.originX - copy) * pixels, view.originY * pixels];
      cells.lay(left, top, raster.width, raster.height, CELL * ratio);
      this.count(pixels);
      for (let i = cells.columns * cells.rows - 1; i >= 0; i--) {
        if (cells.counts[i] < CROWD) continue;
        const middle = cells.middle(i);
        this.shaded++;
        raster.cell(hexagon, Math.round(middle.x - left - hexagon.width / 2), Math.round(middle.y - top - hexagon.rows.length / 2), shades[shadeOf(cells.counts[i])]);
      }
      this.drawStaying(order, left, top, pixels);
    }
    this.drawTravelling(order, pixels);
  }

  /** How many stay in each cell. @param {number} pixels of a world */
  count(pixels) {
    const { cells, cellOf, where: { count, present, state, row, x, y } } = this;
    for (let i = 0; i < count; i++) {
      const person = present[i];
      const known = state[person] !== TRAVELS && !Number.isNaN(x[person]);
      cellOf[i] = known ? cells.count(row[person], (x[person] - Math.floor(x[person])) * pixels, y[person] * pixels) : -1;
    }
  }

  /** Those who stay where few do. @param {Uint32Array} order @param {number} left @param {number} top @param {number} pixels of a world */
  drawStaying(order, left, top, pixels) {
    const { corpus: { group, doubt }, cells: { counts }, cellOf, where: { count, present, row, x, y }, stamps, raster } = this;
    for (let n = 0; n < count; n++) {
      const i = order[n];
      if (cellOf[i] < 0 || counts[cellOf[i]] >= CROWD) continue;
      const person = present[i];
      const at = row[person];
      raster.stamp(stamps[2 * group[at] + doubt[at]], (x[person] - Math.floor(x[person])) * pixels - left, y[person] * pixels - top);
    }
  }

  /** Those who travel. @param {Uint32Array} order @param {number} pixels of a world */
  drawTravelling(order, pixels) {
    const { view, corpus: { group, doubt }, where: { count, present, state, row, x, y }, stamps, raster } = this;
    const copies = this.copies();
    for (let n = 0; n < count; n++) {
      const person = present[order[n]];
      if (state[person] !== TRAVELS) continue;
      const at = row[person];
      const inWorld = x[person] - Math.floor(x[person]) - view.originX;
      for (const copy of copies) raster.stamp(stamps[2 * group[at] + doubt[at]], (inWorld + copy) * pixels, (y[person] - view.originY) * pixels);
    }
  }

  /** Who is under a point of the map's box: those of one shaded cell, or of the points so near. @param {number} px CSS pixels @param {number} py @returns {number[]} */
  hit(px, py) {
    const { view, where: { count, present, state, x, y }, cells, ratio } = this;
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
        if (far < NEAR) near.push({ person, far });
        if (asked >= 0 && state[person] !== TRAVELS && cells.at(wx, wy) === asked) here.push(person);
      }
      if (here.length >= CROWD) inCell.push(...here);
    }
    if (inCell.length) return inCell;
    near.sort((a, b) => a.far - b.far || a.person - b.person);
    // The nearest alone, unless others are on the very spot.
    return near.filter(({ far }) => far < near[0].far + SPOT).map(({ person }) => person);
  }
}
