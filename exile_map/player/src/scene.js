/**
 * The scene: the map's canvases and what is on each. A function of the moment and the camera; nothing is drawn again
 * that has not changed: the travelled way's canvas is left alone until one more way is gone, or the camera moves.
 */
import { isArea, makeArea, paintArea } from "./areas.js";
import { levelFor } from "./basemap-levels.js";
import { ease } from "./camera.js";
import { cameraOf, drawGround, viewOf } from "./ground.js";
import { pointAt } from "./line.js";
import { gatherMarkers, layOut, layOutOne } from "./markers.js";
import { LAYERED } from "./layered.js";
import { latitude, longitude } from "./mercator.js";
import { blendLabels, makeMeasure, paintOverlay } from "./overlay.js";
import { FOLLOWED, isOld } from "./model.js";
import { middleOf, momentAt } from "./pacing.js";
import { paintAhead } from "./paint.js";
import { boxesOf, gatherPeople } from "./people.js";
import { Sheets } from "./sheets.js";
import { LongTrail } from "./long-trail.js";
import { LONG_ROUTES } from "./long.js";
import { Trail } from "./trail.js";
import { openEnds, waysAhead } from "./ways.js";
import { whereabouts } from "./whereabouts.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./pacing.js").Moment} Moment */
/** @typedef {import("./markers.js").Layout} Layout */
/** @typedef {import("./markers.js").Now} Now */
/** @typedef {import("./labels.js").Rect} Rect */
/** The opening shows the whole route until here, then it fades into the way ahead. */
export const OPENING_HELD = 0.3;
const OPENING_FADED = 0.6;
/** So much weaker are the ways gone while another is, but for this part of its time at both ends. */
const BACK = 0.4;
const TURN = 0.12;
/** Milliseconds without drawing after which stays are arranged beforehand. */
const AT_REST = 200;

export class Scene {
  /**
   * @param {import("leaflet").Map} map @param {import("./pacing.js").Schedule} schedule
   * @param {import("./basemap.js").Basemap|null} basemap @param {import("./theme.js").Theme} theme @param {boolean} rtl
   */
  constructor(map, schedule, basemap, theme, rtl) {
    this.map = map;
    this.schedule = schedule;
    const { model } = schedule;
    this.model = model;
    this.basemap = basemap;
    this.theme = theme;
    this.rtl = rtl;
    this.borders = !isOld(model);
    this.whole = false;
    this.waiting = this.prepared = 0;
    this.strength = 1;
    this.dense = LONG_ROUTES && model.stays.length > FOLLOWED;
    /** @type {Rect[]} */
    this.obstacles = [];
    /** @type {(index: number) => Camera|null} the camera planned for a stay, or for the whole (-1); null when let go */
    this.planned = () => null;
    this.sheets = new Sheets(map);
    this.trail = LONG_ROUTES && this.dense ? new LongTrail(this.sheets, model.legs) : new Trail(this.sheets, model.legs);
    this.measure = makeMeasure(this.sheets.of.overlay, theme);
    /** @type {Map<string, import("./areas.js").Area|null>} */
    this.areas = new Map();
    /** @type {Map<number, Layout>} */
    this.layouts = new Map();
    this.viewKey = this.underKey = this.overlayKey = "";
    /** @type {Moment|null} */
    this.moment = null;
    /** @type {Layout} */
    this.layout = { markers: [], labels: [] };
    /** @type {import("./overlay.js").Overlay["ways"]} */
    this.ways = [];
    /** @type {import("./people.js").Group[]} */
    this.people = [];
  }

  /** Other lives, or another pace. @param {import("./pacing.js").Schedule} schedule */
  setSchedule(schedule) {
    this.schedule = schedule;
    this.model = schedule.model;
    this.trail.legs = this.model.legs;
    this.areas.clear();
    this.forget();
  }

  /** @param {import("./theme.js").Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.measure = makeMeasure(this.sheets.of.overlay, theme);
    this.areas.clear();
    this.forget();
  }

  /** Everything is to be drawn anew. */
  forget() {
    clearTimeout(this.waiting);
    this.prepared = 0;
    this.layouts.clear();
    this.viewKey = this.underKey = this.overlayKey = "";
  }

  /** @param {Moment} moment @param {boolean} still no growing lines @param {boolean} whole with markers, names and the way ahead */
  draw(moment, still, whole) {
    if (this.sheets.fit()) this.forget();
    const view = viewOf(this.sheets, cameraOf(this.map));
    const key = `${view.scale} ${view.originX} ${view.originY} ${this.borders}`;
    // The first frame has the land without its lines, and the route on the same sheet: a browser takes long to make one.
    const moved = key !== this.viewKey || !whole || !this.whole;
    this.viewKey = key;
    this.whole = whole;
    if (whole) this.drawUnder(view, moment, moved);
    else drawGround(this, view, true);
    this.drawTravelled(view, moment, moved, still);
    this.moment = moment;
    if (!whole) return;
    this.drawOverlay(view, moment, moved, still);
    this.prepare();
  }

  /** The land, areas and the way ahead: on one sheet, for each costs time whenever it changes. @param {View} view @param {Moment} moment @param {boolean} moved */
  drawUnder(view, moment, moved) {
    const now = this.nowOf(moment);
    // What the opening shows hides the whole way ahead: of very many ways that saves time until it is seen.
    const hidden = LONG_ROUTES && this.dense && moment.phase === "opening" && moment.fraction <= OPENING_HELD;
    const key = `${this.dense ? hidden : Math.floor(now.index)} ${now.whole}`;
    if (!moved && key === this.underKey) return;
    this.underKey = key;
    const ground = drawGround(this, view);
    const ctx = LAYERED ? this.sheets.wipe("under") : ground;
    if (hidden) return;
    const seen = new Set();
    const reached = this.dense ? [] : this.model.stays.filter((s) => s.index <= now.index && isArea(s)).reverse();
    for (const stay of reached) {
      const area = this.areaOf(stay);
      if (!area || seen.has(area)) continue;
      seen.add(area);
      paintArea(ctx, view, area, stay.index === now.index, this.theme.stipple);
    }
    paintAhead(ctx, view, this.dense ? this.model.legs : waysAhead(this.model, now), this.theme);
  }

  /** @param {import("./model.js").Stay} stay */
  areaOf(stay) {
    const key = stay.areaCountry || `${stay.place} ${stay.radiusKm} ${stay.areaRing?.length}`;
    let area = this.areas.get(key);
    if (area === undefined) this.areas.set(key, (area = makeArea(stay, this.basemap, this.theme.area)));
    return area;
  }

  /** Legs done at a moment. @param {Moment} moment @param {boolean} still */
  legsDone({ phase, index, fraction, time }, still) {
    const all = this.model.legs.length;
    if (phase === "opening") return fraction < (still ? OPENING_HELD : OPENING_FADED) ? all : 0;
    if (phase === "closing") return all;
    let done = phase === "leg" && still && fraction > 0 ? index + 1 : index;
    // Who came together with the one that is told has come too.
    while (this.schedule.comes[done + 1] <= time) done++;
    return done;
  }

  /** @param {View} view @param {Moment} moment @param {boolean} moved @param {boolean} still */
  drawTravelled(view, moment, moved, still) {
    const done = this.legsDone(moment, still);
    const { canvas } = this.sheets.of.travelled;
    const fading = moment.phase === "opening" && moment.fraction > OPENING_HELD && done > 0;
    // While somebody is on the way, what was gone before stands back.
    const going = moment.phase === "leg" && !still && !this.dense ? Math.min(1, moment.fraction / TURN, (1 - moment.fraction) / TURN) : 0;
    this.strength = fading ? 1 - (moment.fraction - OPENING_HELD) / (OPENING_FADED - OPENING_HELD) : 1 - BACK * going;
    canvas.style.opacity = String(this.strength);
    if (moved) this.trail.forget();
    this.trail.show(view, done, this.theme, this.whole ? "travelled" : "base");
  }

  /** @param {Moment} moment @returns {Now} */
  nowOf({ phase, index, fraction }) {
    const whole = phase === "closing" || (phase === "opening" && fraction < OPENING_FADED);
    if (whole) return { index: this.model.stays.length, whole };
    if (phase === "opening") return { index: 0, whole };
    return { index: phase === "leg" ? index + 0.5 : index, whole };
  }

  /**
   * The layout at a planned camera, remembered. Names stay where they were at the stay before, but for every eighth: so
   * none takes long, wherever the playhead comes from.
   * @param {number} index of the stay; -1 for the whole, a half more for the middle of the way on
   * @returns {Layout|null}
   */
  layoutOf(index) {
    const camera = this.planned(index);
    if (!camera) return null;
    let layout = this.layouts.get(index);
    if (!layout) {
      const now = { index: index < 0 ? this.model.stays.length : index, whole: index < 0 };
      const view = viewOf(this.sheets, camera);
      // The land at that scale is made, too.
      if (this.basemap) levelFor(this.basemap, view.scale);
      const people = index < 0 ? [] : this.peopleAt(view, momentAt(this.schedule, middleOf(this.schedule, index)));
      const before = index > 0 && index % 8 ? this.layoutOf(Math.ceil(index) - 1) : null;
      this.layouts.set(index, (layout = this.layOutNow(view, now, people, before?.labels)));
    }
    return layout;
  }

  /** Arranges what has not been seen yet, as long as nothing is drawn: so that one gets about quickly. @param {number} [after] milliseconds */
  prepare(after = AT_REST) {
    clearTimeout(this.waiting);
    if (this.dense || this.prepared >= this.model.stays.length) return;
    this.waiting = window.setTimeout(() => {
      this.layoutOf(this.prepared);
      this.prepared += 0.5;
      this.prepare(0);
    }, after);
  }

  /** @param {View} view @param {Now} now @param {import("./people.js").Group[]} people @param {import("./markers.js").Label[]} [before] */
  layOutNow(view, now, people, before) {
    return layOut(this.model, view, now, this.measure, this.bounds(), this.obstacles, boxesOf(people), before);
  }

  /** Where everybody is, of several lives. @param {Moment} moment @param {boolean} still nobody is seen on his way @returns {import("./whereabouts.js").Whereabouts[]} */
  whereAt(moment, still) {
    if (!this.model.coloured || moment.phase === "opening" || moment.phase === "closing") return [];
    const where = whereabouts(this.schedule, moment);
    return still ? where.map(({ stay, leg }) => ({ stay: leg?.to.index === moment.index + 1 ? leg.to : stay, leg: null, fraction: 0 })) : where;
  }

  /** @param {View} view @param {Moment} moment @param {boolean} [still] */
  peopleAt(view, moment, still = false) {
    return gatherPeople(this.model, this.whereAt(moment, still), view, moment.phase === "leg" ? moment.index + 1 : moment.index);
  }

  /** Markers and names at a moment. @param {View} view @param {Moment} moment @param {boolean} still */
  arrange(view, moment, still) {
    const { phase, index, fraction } = moment;
    // Of very many places only the present one is marked and named.
    if (LONG_ROUTES && this.dense) return layOutOne(this.model.stays[this.nowOf(moment).index], view, this.measure, this.bounds(), this.obstacles);
    const turns = { opening: [-1, 0, 0], stay: [index], leg: [index, index + 0.5, index + 1], closing: [index, -1, -1] }[phase];
    const layouts = turns.flatMap((turn) => this.layoutOf(turn) ?? []);
    if (layouts.length < turns.length) return this.layOutNow(view, this.nowOf(moment), this.peopleAt(view, moment));
    const part = phase === "opening" ? (fraction - OPENING_HELD) / (1 - OPENING_HELD) : phase === "closing" ? fraction / 0.6 : still ? Math.ceil(fraction) : fraction;
    if (part <= 0 || phase === "stay") return layouts[0];
    if (part >= 1) return layouts[2];
    const markers = gatherMarkers(this.model, view, this.nowOf(moment));
    return { markers, labels: blendLabels(layouts, part, markers, this.measure, this.bounds(), [...this.obstacles, ...boxesOf(this.people)]) };
  }

  /** Where labels may stand. @returns {Rect} */
  bounds() {
    return { x: 4, y: 4, w: this.sheets.width - 8, h: this.sheets.height - 8 };
  }

  /** @param {View} view @param {Moment} moment @param {boolean} moved @param {boolean} still */
  drawOverlay(view, moment, moved, still) {
    const { phase, index, fraction } = moment;
    const ways = this.waysAt(moment, still);
    const there = this.whereAt(moment, still).map(({ stay }) => stay.index).join();
    const key = phase === "stay" && !ways.length ? `stay ${index} ${there}` : `${phase} ${index} ${fraction}`;
    if (!moved && key === this.overlayKey) return;
    this.overlayKey = key;
    const people = (this.people = this.peopleAt(view, moment, still));
    const layout = this.arrange(view, moment, still);
    const count = this.legsDone(moment, still);
    const gaps = this.dense ? [] : openEnds(this.model, view, count + (phase === "leg" ? 1 : 0));
    const done = this.dense ? [] : this.model.legs.slice(0, count);
    paintOverlay(this.sheets.wipe("overlay"), { view, theme: this.theme, ...layout, ways, people, gaps, done, strength: this.strength, rtl: this.rtl });
    Object.assign(this, { layout, ways });
  }

  /** The ways being travelled. @param {Moment} moment @param {boolean} still @returns {import("./overlay.js").Overlay["ways"]} */
  waysAt(moment, still) {
    const { phase, index, fraction } = moment;
    if (!this.model.coloured) {
      const leg = phase === "leg" ? this.model.legs[index] : null;
      return leg?.points ? [{ leg, fraction: still ? 1 : ease(fraction) }] : [];
    }
    return this.whereAt(moment, still).flatMap(({ leg, fraction }) => (leg?.points ? [{ leg, fraction }] : []));
  }

  /** Where the traveller is. @returns {{lat: number, lng: number}|null} */
  traveller() {
    const { moment, model } = this;
    if (!moment || moment.phase === "opening" || moment.phase === "closing") return null;
    const stay = model.stays[moment.index];
    const told = model.stays[moment.phase === "leg" ? moment.index + 1 : moment.index];
    const way = this.ways.find(({ leg }) => leg.to === told);
    const at = way?.leg.lengths ? pointAt(/** @type {Float64Array} */ (way.leg.points), way.leg.lengths, way.fraction) : stay;
    return at && !Number.isNaN(at.x) ? { lat: latitude(at.y), lng: longitude(at.x) } : null;
  }

  /** The places of the marker under a point of the map's box. @param {number} x @param {number} y */
  hit(x, y) {
    const marker = this.layout.markers.find((m) => Math.hypot(m.x - x, m.y - y) < Math.max(13, m.r + 5));
    return marker ? marker.places : [];
  }
}
