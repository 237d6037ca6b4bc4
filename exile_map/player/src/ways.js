/** Ways: which of them lie ahead, and where one is lost. */

/** @typedef {import("./model.js").Model} Model */

/** The ways to come; of several lives, those of the one that is told. @param {Model} model @param {import("./markers.js").Now} now */
export function waysAhead({ legs, stays }, { index, whole }) {
  if (whole) return legs;
  const first = Math.floor(index);
  return legs.slice(first).filter((leg) => stays[leg.index].person === stays[first].person);
}

/**
 * The open ends of the ways lost so far: from the last place known toward the next one, in pixels.
 * @param {Model} model @param {import("./basemap-draw.js").View} view @param {number} done
 */
export function openEnds({ legs, stays }, view, done) {
  const at = (/** @type {import("./model.js").Stay} */ s) => ({ x: (s.x - view.originX) * view.scale, y: (s.y - view.originY) * view.scale });
  return legs.slice(0, done).flatMap(({ index, gap }) => {
    const from = stays[index];
    const lost = stays[index + 1];
    if (!gap || from.place < 0 || lost.place >= 0) return [];
    const next = stays.find((s) => s.index > index && s.place >= 0 && s.person === from.person);
    return next && next.place !== from.place ? [{ from: at(from), to: at(next) }] : [];
  });
}
