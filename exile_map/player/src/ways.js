/** Ways: which of them lie ahead, and where one is lost. */

/** @typedef {import("./model.js").Model} Model */

/** The ways to come; of several lives, the next one of each. @param {Model} model @param {import("./markers.js").Now} now */
export function waysAhead({ legs, coloured }, { index, whole }) {
  const ahead = whole ? legs : legs.slice(Math.floor(index));
  return coloured && !whole ? ahead.filter(({ from }) => !from || from.index <= index) : ahead;
}

/**
 * The open ends of the ways lost so far: from the last place known toward the next one, in pixels.
 * @param {Model} model @param {import("./basemap-draw.js").View} view @param {number} done
 */
export function openEnds({ legs }, view, done) {
  const at = (/** @type {import("./model.js").Stay} */ s) => ({ x: (s.x - view.originX) * view.scale, y: (s.y - view.originY) * view.scale });
  return legs.slice(0, done).flatMap(({ from, to, gap }) => {
    if (!gap || !from || from.place < 0 || to.place >= 0) return [];
    let next = to.after;
    while (next && next.place < 0) next = next.after;
    return next && next.place !== from.place ? [{ from: at(from), to: at(next) }] : [];
  });
}
