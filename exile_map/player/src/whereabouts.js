/** Whereabouts: where each person is at a moment of the playing. */
import { isDrawn } from "./model.js";

/** @typedef {{stay: import("./model.js").Stay, leg: import("./model.js").Leg|null, fraction: number}} Whereabouts a stay, or the way on from it */

/** Where each person is; who is not yet known, or gone, is left out. @param {import("./pacing.js").Schedule} schedule @param {import("./pacing.js").Moment} moment @returns {Whereabouts[]} */
export function whereabouts({ model, comes, goes, even }, { time, year }) {
  /** @type {Map<number, import("./model.js").Stay>} */
  const last = new Map();
  /** @type {Whereabouts[]} */
  const found = [];
  for (let i = 0; i < comes.length && comes[i] <= time; i++) last.set(model.stays[i].person, model.stays[i]);
  for (const stay of last.values()) {
    const { index, after } = stay;
    if (time <= goes[index]) found.push({ stay, leg: null, fraction: 0 });
    if (time <= goes[index] || !after) continue;
    const part = even[after.index] ? (time - goes[index]) / (comes[after.index] - goes[index]) : (year - stay.clock[1]) / (after.clock[0] - stay.clock[1]);
    found.push({ stay, leg: model.legs[after.index - 1], fraction: Math.max(0, Math.min(1, part)) });
  }
  return found.sort((a, b) => a.stay.person - b.stay.person);
}

/**
 * The stays between which those go who are under way while the way to a stay is shown; null where nobody has to go
 * anywhere, because its person was there already or came together with the one told before.
 * @param {import("./pacing.js").Schedule} schedule @param {number} index
 */
export function underWay({ model: { stays, legs }, starts, comes, goes }, index) {
  const [from, to] = [starts[2 * index], starts[2 * index + 1]];
  const last = stays[index - 1];
  if (last && last.place === stays[index].place && (from === to || !isDrawn(legs[index - 1]))) return null;
  return stays.flatMap((stay) => (stay.before && goes[stay.before.index] < to && comes[stay.index] > from ? [stay.before, stay] : []));
}
