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
/** @typedef {"now"|"next"|"visited"|"ahead"} State `next`: where the present way leads */
/** @typedef {{place: number, places: number[], x: number, y: number, r: number, state: State, area: boolean, ends: number, life: number}} Marker `ends` and `life` as of a place */
/** @typedef {{place: number, text: string, numbers: string, small: boolean, state: State, area: boolean, side: number, rect: Rect, room: {r: number, v: number}|null, at: {x: number, y: number}, alpha?: number}} Label `room`: half of what people take there */
/** @typedef {{markers: Marker[], labels: Label[]}} Layout */
/**
 * @typedef {object} Now what the playhead says
 * @property {number} index the stay that is on; beyond the last where the route is seen as a whole
 * @property {boolean} whole every stay counts as visited and none as present
 */
/** @typedef {{text: string, numbers: string, small: boolean}} Told what a marker is called, in small letters where there is little room */
/** @typedef {(told: Told, state: State, area: boolean) => {w: number, h: number}} Measure */

const RADIUS = { now: 8, next: 7, visited: 4.6, ahead: 4 };
/** Markers nearer than this to one that matters more are gathered into it. */
const NEAR = 13;
/** What a shorter text costs: it is taken where it saves crossing the route. */
const SHORTER_COST = 3;
/** A name stands badly before it loses the numbers of its stays. */
const NUMBERLESS_COST = 30;
/** Rather than to stand worse than this, a name leaves its place to its number. */
const DEAREST = 60;
/** Of the whole, where a number would tell nothing yet, it may stand worse. */
const DEAREST_OF_ALL = 260;
/** So often is it tried to name more of the whole. */
const TRIES = 5;
/** Longer names are cut, and of more together the first stands for all. */
const LONGEST = 34;
/** There are more places than the name tells. */
const MORE = "\u00a0…";
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
  if (model.stays[Math.ceil(now.index)]?.place === place) return now.index % 1 ? "next" : "now";
  return stays[0] < now.index ? "visited" : "ahead";
}

/** The places between which somebody is on the way; where he stays, that one; of the whole, where lives begin and end. @param {Model} model @param {Now} now */
function endsOf({ stays, places }, { index, whole }) {
  if (whole) return places.flatMap((p) => (p.ends ? p.index : []));
  const to = stays[Math.ceil(index)];
  return to ? [to, index % 1 ? to.before : null].flatMap((stay) => stay?.place ?? []) : [];
}

/** How far a marker reaches with its halo. @param {Marker} marker */
export const reachOf = ({ r, state }) => r + (state === "now" ? 4 : 0);

/** How long somebody stayed at some places. @param {Model} model @param {number[]} some */
const yearsAt = ({ stays, places }, some) => some.flatMap((place) => places[place].stays).reduce((sum, i) => sum + stays[i].clock[1] - stays[i].clock[0], 0);

/**
 * Places in order of importance: here, next, the ones just left, where the way began and ends, the ones to come; of the
 * whole, after the ends where somebody stayed longest.
 * @param {Model} model @param {Now} now
 */
function byImportance(model, now) {
  const here = now.index;
  const between = endsOf(model, now);
  const rank = (/** @type {import("./model.js").Place} */ { index, stays, ends }) => {
    if (now.whole) return -yearsAt(model, [index]);
    const next = stays.find((i) => i >= here) ?? Infinity;
    const last = stays.findLast((i) => i <= here) ?? -Infinity;
    return Math.min((next - here) * 1.5, here - last, ends ? 1.9 : Infinity);
  };
  return model.places.map((p) => ({ place: p.index, rank: between.includes(p.index) ? -1e9 : rank(p) })).sort((a, b) => a.rank - b.rank || a.place - b.place);
}

/** @param {Model} model @param {View} view @param {Now} now @returns {Marker[]} */
export function gatherMarkers(model, view, now) {
  /** @type {Marker[]} */
  const markers = [];
  for (const { place } of byImportance(model, now)) {
    const { x, y, ends = 0, life = -1 } = model.places[place];
    const state = stateOf(model, place, now);
    const area = isArea(model.stays[spokesman(model, place, now)]);
    for (const copy of copiesOf(view, [x, y, x, y])) {
      const px = (x + copy - view.originX) * view.scale;
      const py = (y - view.originY) * view.scale;
      const host = markers.find((m) => Math.hypot(m.x - px, m.y - py) < NEAR + reachOf(m) - m.r);
      if (host) {
        if (!host.places.includes(place)) host.places.push(place);
        if (ends) host.life = host.ends && host.life !== life ? -2 : life;
        host.ends |= ends;
        if (state === "visited" && host.state === "ahead") Object.assign(host, { state, r: RADIUS[state] });
        continue;
      }
      markers.push({ place, places: [place], x: px, y: py, r: RADIUS[state], state, area, ends, life });
    }
  }
  return markers;
}

/** What a marker may be called, the best first. @param {Model} model @param {Marker} marker @param {Now} now @returns {Told[]} */
function namesOf(model, marker, now) {
  // Gathered places go by the one that is here, on the way by both its ends, else by the one most often stayed at.
  const visits = (/** @type {number} */ place) => model.places[place].stays.length;
  const between = endsOf(model, now);
  const ends = marker.places.filter((place) => between.includes(place)).length;
  const places = ends ? marker.places : [...marker.places].sort((a, b) => visits(b) - visits(a));
  const titles = [...new Set(places.map((place) => model.stays[spokesman(model, place, now)].title))];
  // Of the whole, one place may have had several names.
  const all = new Set(places.map((place) => [...new Set(model.places[place].stays.map((i) => model.stays[i].title))].join(", ")));
  const first = titles.slice(0, Math.max(1, ends)).join(" · ");
  const others = titles.length - Math.max(1, ends);
  const cut = (/** @type {string} */ text) => (text.length > LONGEST ? text.slice(0, LONGEST - 1).trimEnd() + "…" : text);
  const short = cut(first) + (others > 0 ? MORE : "");
  const whole = [...(now.whole ? [[...all]] : []), titles].map((some) => some.join(" · ")).find((text) => text.length <= LONGEST) ?? short;
  const stays = marker.places.flatMap((place) => model.places[place].stays).sort((a, b) => a - b);
  const several = model.persons.length > 1 || model.stays.length > 99 || model.stays.length < 2;
  const numbers = several ? "" : numerals(stays.map((i) => i + 1));
  const small = marker.r < RADIUS.next;
  // Fewer names before smaller letters, these before no numbers; last, the numbers alone.
  return [
    { text: whole, numbers, small: false }, ...(whole === short ? [] : [{ text: short, numbers, small: false }]), ...(small ? [{ text: short, numbers, small }] : []),
    ...(numbers ? [{ text: short, numbers: "", small }, { text: "", numbers, small }] : []),
  ];
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
  const ends = endsOf(model, now);
  const matters = (/** @type {Marker} */ { places }) => places.some((place) => ends.includes(place));
  const rowAt = (/** @type {Marker} */ marker) => people.find((p) => overlap(p, around(marker)));
  const isHidden = (/** @type {Marker} */ marker) => {
    const row = rowAt(marker);
    return row && Math.hypot(row.x + row.w / 2 - marker.x, row.y + row.h / 2 - marker.y) > 6 && !ends.includes(marker.place);
  };
  // What is hidden by people elsewhere is not named; what is gathered counts together.
  const seen = labelled(markers, view).filter((m) => !isHidden(m));
  if (now.whole) seen.sort((a, b) => Number(matters(b)) - Number(matters(a)) || yearsAt(model, b.places) - yearsAt(model, a.places));
  const named = seen.slice(0, MOST_NAMES).map((marker) => ({ marker, names: namesOf(model, marker, now) }));
  const wishes = named.map(({ marker, names }) => {
    const offers = names.map((told, i) => ({
      ...measure(told, marker.state, marker.area),
      cost: told.numbers === names[0].numbers ? SHORTER_COST * i : NUMBERLESS_COST,
      // Where we are is named before others get their numbers.
      tier: !told.text ? 2 : told.numbers === names[0].numbers || matters(marker) ? 0 : 1,
    }));
    const row = rowAt(marker);
    const room = row ? { r: row.w / 2, v: row.h / 2 } : null;
    const old = before.find((l) => l.place === marker.place);
    const kept = old && { side: old.side, text: names.findIndex((n) => n.text === old.text && n.numbers === old.numbers && n.small === old.small) };
    return { x: marker.x, y: marker.y, r: reachOf(marker), ...room, room, offers, kept, dearest: names[0].numbers && !matters(marker) ? (now.whole ? DEAREST_OF_ALL : DEAREST) : undefined };
  });
  const [boxes, route] = [markers.map((m) => around(m, 1)), routePoints(model, view, now)];
  const place = (/** @type {number[]} */ order) => placeLabels(order.map((i) => wishes[i]), boxes, route, bounds, [...obstacles, ...people]).map(({ wish, side, text, x, y, w, h }) => {
    const { marker, names } = named[order[wish]];
    return { place: marker.place, ...names[text], state: marker.state, area: marker.area, side, rect: { x, y, w, h }, room: wishes[order[wish]].room, at: marker };
  });
  let order = named.map((_, i) => i);
  let [labels, last] = Array(2).fill(place(order));
  const told = (/** @type {Label[]} */ some) => some.filter((l) => l.text).length;
  // Of the whole, who found no room for a name chooses first, if thereby more are named.
  for (let tries = now.whole ? TRIES : 0; tries && told(last) < order.length; tries--) {
    const has = (/** @type {number} */ i) => last.some((/** @type {Label} */ l) => l.text && l.place === named[i].marker.place);
    // Where lives begin and end comes before these all the same.
    const late = (/** @type {number} */ i) => has(i) && !matters(named[i].marker);
    order = [...order.filter((i) => !late(i)), ...order.filter(late)];
    last = place(order);
    if (told(last) > told(labels)) labels = last;
  }
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
  const markers = [{ place: stay.place, places: [stay.place], x, y, r, state: /** @type {State} */ ("now"), area, ends: 0, life: -1 }];
  const told = { text: stay.title, numbers: "", small: false };
  const wish = { x, y, r: r + 4, offers: [measure(told, "now", area)] };
  const labels = placeLabels([wish], [], [], bounds, obstacles).map(({ side, x, y, w, h }) => ({
    place: stay.place, ...told, state: /** @type {State} */ ("now"), area, side, rect: { x, y, w, h }, room: null, at: wish,
  }));
  return { markers, labels };
}
