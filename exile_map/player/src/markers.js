/**
 * Markers and labels of a view: near places gathered, repeat visits one marker, names that keep clear of each other.
 * What to draw is decided here and drawn in overlay.js.
 */
import { isArea } from "./areas.js";
import { around, overlap, placeLabels } from "./labels.js";
import { copiesOf, trace } from "./paint.js";

/** @typedef {import("./basemap-draw.js").View} View */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./labels.js").Rect} Rect */
/** @typedef {"now"|"visited"|"ahead"} State */
/** @typedef {{place: number, places: number[], x: number, y: number, r: number, state: State, area: boolean}} Marker */
/** @typedef {{place: number, text: string, numbers: string, state: State, area: boolean, side: number, rect: Rect, room: {r: number, v: number}|null, at: {x: number, y: number}, alpha?: number}} Label `room`: half of what people take there */
/** @typedef {{markers: Marker[], labels: Label[]}} Layout */
/**
 * @typedef {object} Now what the playhead says
 * @property {number} index the stay that is on; beyond the last where the route is seen as a whole
 * @property {boolean} whole every stay counts as visited and none as present
 */
/** @typedef {(text: string, numbers: string, state: State, area: boolean) => {w: number, h: number}} Measure */

const RADIUS = { now: 8, visited: 4.6, ahead: 4 };
/** Markers nearer than this to one that matters more are gathered into it. */
const NEAR = 13;
/** No more names than this, however many the places. */
const MOST_NAMES = 60;

/** The stays of a place that have a say: where we are, were last, or go first. @param {Model} model @param {number} place @param {Now} now */
function spokesman(model, place, now) {
  const { stays } = model.places[place];
  // On the way the next place is called already as it will be.
  const come = stays.filter((i) => i < now.index + 1);
  return come.length && !now.whole ? come[come.length - 1] : stays[0];
}

/** @param {Model} model @param {number} place @param {Now} now @returns {State} */
function stateOf(model, place, now) {
  if (now.whole) return "visited";
  const { stays } = model.places[place];
  if (model.stays[now.index]?.place === place) return "now";
  return stays[0] < now.index ? "visited" : "ahead";
}

/** The places between which somebody is on the way; where he stays, that one. @param {Model} model @param {Now} now */
function endsOf({ stays }, { index, whole }) {
  const to = whole ? null : stays[Math.ceil(index)];
  return to ? [to, index % 1 ? to.before : null].flatMap((stay) => stay?.place ?? []) : [];
}

/**
 * Places in order of importance: here, next, the ones just left, where the way began and ends, the ones to come; of the
 * whole, after the ends where somebody was held, and where most was stayed.
 * @param {Model} model @param {Now} now
 */
function byImportance(model, now) {
  const here = now.index;
  const end = model.stays.length - 1;
  const between = endsOf(model, now);
  const rank = (/** @type {number[]} */ stays) => {
    const ends = stays.includes(0) || stays.includes(end);
    if (now.whole) return ends ? -1e9 : stays[0] / 1000 - stays.length - (stays.some((i) => model.stays[i].stayGroup === "confined") ? 1.5 : 0);
    const next = stays.find((i) => i >= here) ?? Infinity;
    const last = stays.findLast((i) => i <= here) ?? -Infinity;
    return Math.min((next - here) * 1.5, here - last, ends ? 1.9 : Infinity);
  };
  return model.places.map((p) => ({ place: p.index, rank: between.includes(p.index) ? -1 : rank(p.stays) })).sort((a, b) => a.rank - b.rank || a.place - b.place);
}

/** @param {Model} model @param {View} view @param {Now} now @returns {Marker[]} */
export function gatherMarkers(model, view, now) {
  /** @type {Marker[]} */
  const markers = [];
  for (const { place } of byImportance(model, now)) {
    const { x, y } = model.places[place];
    const state = stateOf(model, place, now);
    const area = isArea(model.stays[spokesman(model, place, now)]);
    for (const copy of copiesOf(view, [x, y, x, y])) {
      const px = (x + copy - view.originX) * view.scale;
      const py = (y - view.originY) * view.scale;
      const host = markers.find((m) => Math.hypot(m.x - px, m.y - py) < NEAR + (m.state === "now" ? 4 : 0));
      if (host) {
        if (!host.places.includes(place)) host.places.push(place);
        if (state === "visited" && host.state === "ahead") Object.assign(host, { state, r: RADIUS[state] });
        continue;
      }
      markers.push({ place, places: [place], x: px, y: py, r: RADIUS[state], state, area });
    }
  }
  return markers;
}

/** What a marker may be called. @param {Model} model @param {Marker} marker @param {Now} now @returns {{text: string, numbers: string}[]} */
function namesOf(model, marker, now) {
  // Gathered places go by the one that is here, on the way by both its ends, else by the one most often stayed at.
  const visits = (/** @type {number} */ place) => model.places[place].stays.length;
  const between = endsOf(model, now);
  const ends = marker.places.filter((place) => between.includes(place)).length;
  const places = ends ? marker.places : [...marker.places].sort((a, b) => visits(b) - visits(a));
  const titles = [...new Set(places.map((place) => model.stays[spokesman(model, place, now)].title))];
  const first = titles.slice(0, Math.max(1, ends)).join(" · ");
  const others = titles.length - Math.max(1, ends);
  const short = others > 0 ? `${first} +${others}` : first;
  const shown = others > 1 ? short : titles.join(" · ");
  const cut = (/** @type {string} */ text) => (text.length > 34 ? text.slice(0, 33).trimEnd() + "…" : text);
  const stays = marker.places.flatMap((place) => model.places[place].stays).sort((a, b) => a - b);
  const several = model.persons.length > 1 || model.stays.length > 99 || model.stays.length < 2;
  const numbers = several ? "" : numerals(stays.map((i) => i + 1));
  // What it may be called, the longest first: fewer names before no numbers.
  const texts = shown === short ? [cut(shown)] : [cut(shown), cut(short)];
  return [...texts.map((text) => ({ text, numbers })), ...(numbers ? [{ text: cut(short), numbers: "" }] : [])];
}

/** "2·5·9", and "1–4" where they follow on. @param {number[]} numbers */
export function numerals(numbers) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const n of numbers) {
    const run = runs[runs.length - 1];
    if (run && run[1] === n - 1) run[1] = n;
    else runs.push([n, n]);
  }
  const parts = runs.flatMap(([a, b]) => (b > a + 1 ? [`${a}–${b}`] : a === b ? [`${a}`] : [`${a}`, `${b}`]));
  return parts.length > 5 ? `${parts.slice(0, 4).join("·")}…` : parts.join("·");
}

/** The ways' points on screen, close enough together that no label slips between; of the ways ahead, fewer. @param {Model} model @param {View} view @param {Now} now */
function routePoints({ legs }, view, now) {
  /** @type {Rect[]} */
  const out = [];
  let [px, py, step] = [0, 0, 0];
  const moveTo = (/** @type {number} */ x, /** @type {number} */ y) => void ([px, py] = [x, y]);
  const lineTo = (/** @type {number} */ x, /** @type {number} */ y) => {
    const seen = Math.max(x, px) > 0 && Math.min(x, px) < view.width && Math.max(y, py) > 0 && Math.min(y, py) < view.height;
    const steps = seen ? Math.min(200, Math.ceil(Math.hypot(x - px, y - py) / step)) : 0;
    for (let s = 1; s <= steps; s++) out.push({ x: px + ((x - px) * s) / steps, y: py + ((y - py) * s) / steps, w: 0, h: 0 });
    moveTo(x, y);
  };
  legs.forEach((leg, i) => {
    step = i < now.index ? 7 : 16;
    if (leg.box) for (const copy of copiesOf(view, leg.box)) trace({ moveTo, lineTo }, view, leg, copy);
  });
  return out;
}

/** Markers in view are labelled, of several copies of the world the one nearest the middle. @param {Marker[]} markers @param {View} view */
function labelled(markers, view) {
  /** @type {Map<number, Marker>} */
  const nearest = new Map();
  for (const marker of markers) {
    if (marker.x < 0 || marker.x > view.width || marker.y < 0 || marker.y > view.height) continue;
    const other = nearest.get(marker.place);
    if (!other || Math.abs(marker.x - view.width / 2) < Math.abs(other.x - view.width / 2)) nearest.set(marker.place, marker);
  }
  return [...nearest.values()];
}

/**
 * @param {Model} model @param {View} view @param {Now} now @param {Measure} measure
 * @param {Rect} bounds where labels may stand @param {Rect[]} obstacles @param {Rect[]} [people] what those who are there take
 * @param {Label[]} [before] names stay where these are, if they can
 * @returns {Layout}
 */
export function layOut(model, view, now, measure, bounds, obstacles, people = [], before = []) {
  const markers = gatherMarkers(model, view, now);
  const rowAt = (/** @type {Marker} */ marker) => people.find((p) => overlap(p, around(marker)));
  const isHidden = (/** @type {Marker} */ marker) => {
    const row = rowAt(marker);
    return row && Math.hypot(row.x + row.w / 2 - marker.x, row.y + row.h / 2 - marker.y) > 6 && !endsOf(model, now).includes(marker.place);
  };
  // What is hidden by people elsewhere is not named.
  const named = labelled(markers, view).filter((m) => !isHidden(m)).slice(0, MOST_NAMES).map((marker) => ({ marker, names: namesOf(model, marker, now) }));
  const wishes = named.map(({ marker, names }) => {
    const [whole, ...shorter] = names.map(({ text, numbers }) => measure(text, numbers, marker.state, marker.area));
    const row = rowAt(marker);
    const room = row ? { r: row.w / 2, v: row.h / 2 } : null;
    const old = before.find((l) => l.place === marker.place);
    const kept = old && { side: old.side, text: names.findIndex((n) => n.text === old.text && n.numbers === old.numbers) };
    return { x: marker.x, y: marker.y, r: marker.r + (marker.state === "now" ? 4 : 0), ...room, room, ...whole, shorter: shorter.map(({ w }) => w), kept };
  });
  const placed = placeLabels(wishes, markers.map((m) => around(m, 1)), routePoints(model, view, now), bounds, [...obstacles, ...people]);
  const labels = placed.map(({ wish, side, text, x, y, w, h }) => {
    const { marker, names } = named[wish];
    return { place: marker.place, ...names[text], state: marker.state, area: marker.area, side, rect: { x, y, w, h }, room: wishes[wish].room, at: marker };
  });
  return { markers, labels };
}

/**
 * The layout of one stay alone, for routes too dense to name more.
 * @param {import("./model.js").Stay|undefined} stay @param {View} view @param {Measure} measure
 * @param {Rect} bounds @param {Rect[]} obstacles @returns {Layout}
 */
export function layOutOne(stay, view, measure, bounds, obstacles) {
  if (!stay || stay.place < 0) return { markers: [], labels: [] };
  const [copy] = copiesOf(view, [stay.x, stay.y, stay.x, stay.y]);
  const x = (stay.x + (copy ?? 0) - view.originX) * view.scale;
  const y = (stay.y - view.originY) * view.scale;
  const r = RADIUS.now;
  const area = isArea(stay);
  const markers = [{ place: stay.place, places: [stay.place], x, y, r, state: /** @type {State} */ ("now"), area }];
  const wish = { x, y, r: r + 4, ...measure(stay.title, "", "now", area) };
  const labels = placeLabels([wish], [], [], bounds, obstacles).map(({ side, x, y, w, h }) => ({
    place: stay.place, text: stay.title, numbers: "", state: /** @type {State} */ ("now"), area, side, rect: { x, y, w, h }, room: null, at: wish,
  }));
  return { markers, labels };
}
