/** Small wire documents for tests. */

/** @param {string} title @param {number[]|null} at lon, lat @param {number[]} [clock] @param {Record<string, unknown>} [more] */
export const stay = (title, at, clock, more = {}) => ({ title, at, clock, more });

/** @param {number} from @param {number} to @param {unknown} geometry */
export const leg = (from, to, geometry) => ({ from, to, geometry });

/** @param {ReturnType<typeof stay>[]} stays @param {ReturnType<typeof leg>[]} [legs] straight ways between neighbours unless told */
export function route(stays, legs) {
  const ways = legs ?? stays.slice(1).map((to, i) => leg(i, i + 1, stays[i].at && to.at ? { type: "LineString", coordinates: [stays[i].at, to.at] } : null));
  const person = (/** @type {number} */ i) => stays[i].more.person ?? "N. N.";
  return {
    type: "FeatureCollection",
    exile_map: { version: 1, title: "N. N.", language: "en", persons: [...new Set(stays.map((_, i) => person(i)))] },
    features: [
      ...stays.map(({ title, at, clock, more }, i) => ({
        type: "Feature",
        id: `s${i}`,
        geometry: at && { type: "Point", coordinates: at },
        when: { label: "" },
        properties: { type: "stay", person: person(i), title, clock: clock ?? [1900 + i, 1900.8 + i], years: [null, null, null, null], move_group: "free", ...more },
      })),
      ...ways.map(({ from, to, geometry }) => ({
        type: "Feature", id: `l${from}`, geometry, properties: { type: "leg", from: `s${from}`, to: `s${to}`, person: person(from), move_group: "free", gap: !geometry },
      })),
    ],
  };
}
