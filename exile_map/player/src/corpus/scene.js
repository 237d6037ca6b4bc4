/**
 * The scene of many lives: the basemap, and above it everybody at one moment: who travels, with the ways of late, who
 * stays, and where so many are that they are counted. A function of the moment, the camera and who is shown.
 */
import { cameraOf, drawGround, viewOf } from "../ground.js";
import { Sheets } from "../sheets.js";
import { Crowd } from "./crowd.js";
import { Names } from "./names.js";
import { readPalette } from "./palette.js";
import { Raster } from "./raster.js";
import { Trails, inOrder } from "./trails.js";
import { Whereabouts } from "./whereabouts.js";

/** @typedef {import("./data.js").Corpus} Corpus */
/** @typedef {import("../theme.js").Theme} Theme */
/**
 * @typedef {object} Shown
 * @property {Uint8Array} persons whether each is shown
 * @property {boolean[]} groups which kinds of move are
 * @property {number} from the first moment that is
 * @property {number} to
 */

export class Scene {
  /**
   * @param {import("leaflet").Map} map @param {import("./data.js").Source} source
   * @param {import("../basemap.js").Basemap|null} basemap @param {Element} root @param {Theme} theme
   */
  constructor(map, { corpus, ways, places }, basemap, root, theme) {
    this.map = map;
    this.corpus = corpus;
    this.basemap = basemap;
    this.root = root;
    this.borders = true;
    /** @type {import("../labels.js").Rect[]} what names keep clear of */
    this.obstacles = [];
    this.sheets = new Sheets(map);
    this.raster = new Raster();
    this.where = new Whereabouts(corpus, ways);
    this.crowd = new Crowd(corpus, this.where, this.raster);
    this.trails = new Trails(corpus, ways, this.raster);
    /** Those present, as they are drawn one over another. */
    this.order = new Uint32Array(corpus.persons.length);
    /** @type {Names|null} made when first shown */
    this.names = null;
    this.places = places;
    this.viewKey = "";
    /** @type {Shown|null} those whose ways are all drawn together */
    this.told = null;
    this.theme = theme;
    this.palette = readPalette(theme, root);
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.palette = readPalette(theme, this.root);
    this.viewKey = "";
  }

  /** @param {number} year @param {Shown} shown @param {boolean} whole all ways together, and nobody on them @param {boolean} named with the names of places */
  draw(year, shown, whole, named) {
    const { sheets } = this;
    if (sheets.fit()) this.viewKey = "";
    const view = viewOf(sheets, cameraOf(this.map));
    const key = `${view.scale} ${view.originX} ${view.originY} ${this.borders}`;
    const moved = key !== this.viewKey;
    this.viewKey = key;
    if (moved) drawGround(this, view);
    // All ways together are drawn once for each view of them.
    const told = whole ? shown : null;
    if (!told || moved || told !== this.told) this.drawLives(view, year, shown, whole);
    this.told = told;
    if (named) (this.names ??= new Names(this.places())).show(sheets, view, this.theme, whole ? null : year, moved, this.obstacles);
  }

  /** @param {import("../basemap-draw.js").View} view @param {number} year @param {Shown} shown @param {boolean} whole */
  drawLives(view, year, shown, whole) {
    const { sheets, where, raster, crowd, trails, palette, order } = this;
    where.seek(year, shown);
    const { canvas } = sheets.of.travelled;
    raster.resize(canvas.width, canvas.height, (width, height) => sheets.of.travelled.createImageData(width, height));
    raster.clear();
    trails.look(view, palette.groups, sheets.ratio);
    if (whole) trails.drawAll(shown);
    else {
      crowd.look(view, palette, sheets.ratio);
      const { row, present } = where;
      inOrder(where.count, (i) => this.corpus.group[row[present[i]]], order);
      trails.drawMoment(year, shown, where, order);
      crowd.draw(order, palette.shades);
    }
    if (raster.image) sheets.of.travelled.putImageData(raster.image, 0, 0);
  }
}
