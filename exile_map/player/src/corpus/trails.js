/** Trails: the ways that are drawn: those of late, the older the fainter; those that are being gone; or all together. */
import { GROUPS, after } from "./data.js";
import { TRAVELS } from "./whereabouts.js";

/** @typedef {import("../basemap-draw.js").View} View */
/** @typedef {import("./scene.js").Shown} Shown */
/** @typedef {import("./raster.js").Colour} Colour */
/** @typedef {import("./raster.js").Pen} Pen */

/** A way is seen for this part of all the years after it was gone. */
const TRAIL = 1 / 48;
/** Of more ways at once every second, fourth … stands for all. */
const MOST_WAYS = 1600;
/** Of all ways together so many are shown at the opening. */
const MOST_OPENING = 3000;
const OPENING_ALPHA = 60;
/** How ways are drawn, as on maps of one life but finer. */
const LINES = [
  { wide: 1.7, on: 1, off: 0 }, { wide: 1.5, on: 6, off: 4 }, { wide: 1, on: 1, off: 0 }, { wide: 1.3, on: 1.6, off: 3.4 },
];
const SPREAD = 2654435761;
/** How plain a way is that has just been gone, and one that is being gone, of 255. */
const [FRESH, GOING] = [235, 255];

export class Trails {
  /** @param {import("./data.js").Corpus} corpus @param {import("./ways.js").Ways} ways @param {import("./raster.js").Raster} raster */
  constructor(corpus, ways, raster) {
    this.corpus = corpus;
    this.ways = ways;
    this.raster = raster;
    this.trail = (corpus.to - corpus.from) * TRAIL;
    /** @type {Pen[]} of each group */
    this.pens = [];
    this.ratio = 1;
    /** @type {View} */
    this.view = { scale: 1, originX: 0, originY: 0, width: 0, height: 0 };
  }

  /** @param {View} view @param {Colour[]} colours of each group @param {number} ratio pixels of a CSS pixel */
  look(view, colours, ratio) {
    this.view = view;
    this.ratio = ratio;
    this.pens = LINES.map(({ wide, on, off }, kind) => {
      const [r, g, b] = colours[kind];
      return { wide: wide * ratio, on: on * ratio, off: off * ratio, colour: (b << 16) | (g << 8) | r, alpha: 255, gathered: false };
    });
  }

  /** The ways at a moment. @param {number} year @param {Shown} shown @param {import("./whereabouts.js").Whereabouts} where @param {Uint32Array} order those present, as they are drawn one over another */
  drawMoment(year, { persons, groups, from }, { count, present, state, row, part, travelling }, order) {
    const { corpus: { moves, comes, group, personOf, moved }, trail, pens } = this;
    const first = after(moves, comes, Math.max(year - trail, from - 1e-9));
    const last = after(moves, comes, year);
    const lately = moves.subarray(first, last).filter((to) => moved[to] === 2 && groups[group[to]] && persons[personOf[to]]);
    const limit = sample(lately.length + travelling, MOST_WAYS);
    const some = lately.filter((to) => hash(to) <= limit);
    for (const i of inOrder(some.length, (i) => group[some[i]], new Uint32Array(some.length))) {
      const pen = pens[group[some[i]]];
      pen.alpha = FRESH * (1 - (year - comes[some[i]]) / trail) ** 1.6;
      this.stroke(some[i], 1, pen);
    }
    for (let n = 0; n < count; n++) {
      const person = present[order[n]];
      if (state[person] !== TRAVELS || hash(row[person]) > limit) continue;
      const pen = pens[group[row[person]]];
      pen.alpha = GOING;
      this.stroke(row[person], part[person], pen);
    }
  }

  /** All ways together, as the opening shows them. @param {Shown} shown */
  drawAll({ persons, groups, from, to: end }) {
    const { corpus: { moves, comes, group, personOf, moved }, pens } = this;
    const chosen = moves.filter((to) => groups[group[to]] && moved[to] === 2 && persons[personOf[to]] && comes[to] >= from && comes[to] <= end);
    const limit = sample(chosen.length, MOST_OPENING);
    const ways = chosen.filter((to) => hash(to) <= limit);
    // The fewer, the plainer.
    const alpha = Math.max(OPENING_ALPHA, Math.min(170, 40_000 / Math.max(1, ways.length)));
    const gathered = pens.map((pen) => ({ ...pen, alpha, gathered: true }));
    // As they were gone: one kind over all others would seem to be the most.
    for (const to of ways) this.stroke(to, 1, gathered[group[to]]);
  }

  /** @param {number} to the stay it leads to @param {number} part how much of it @param {Pen} pen */
  stroke(to, part, pen) {
    if (pen.alpha < 3) return;
    const { view, ways, raster, ratio } = this;
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
}

/** Numbers as they are drawn one over another: those of force last. @param {number} count @param {(i: number) => number} kindOf @param {Uint32Array} out */
export function inOrder(count, kindOf, out) {
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
