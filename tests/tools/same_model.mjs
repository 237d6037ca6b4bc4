// Says where the model of packed routes differs from that of the same routes as GeoJSON:
// node same_model.mjs PACKED.json ROUTES.geojson
import { readFile } from "node:fs/promises";
import { boxOf } from "../../exile_map/player/src/line.js";
import { readModel } from "../../exile_map/player/src/model.js";
import { makeSchedule } from "../../exile_map/player/src/pacing.js";
import { usedOf } from "../../exile_map/player/src/used.js";
import { unpack } from "../../exile_map/player/src/unpack.js";

const [packed, geojson] = await Promise.all(process.argv.slice(2).map(async (name) => JSON.parse(await readFile(name, "utf8"))));
let opened = null;
await unpack(packed.head, packed.columns, async () => packed.texts, (document) => (opened = document));
const [ours, theirs] = [readModel(opened), readModel(geojson)];
const differences = [];
const near = (a, b, by) => Object.is(a, b) || Math.abs(a - b) <= by;
const compare = (what, a, b, by = 1e-9) => {
  const numbers = typeof a === "number" && typeof b === "number";
  if (numbers ? !near(a, b, by) : JSON.stringify(a) !== JSON.stringify(b)) differences.push(`${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);
};
for (const key of ["title", "persons", "sums"]) compare(key, ours[key], theirs[key]);
compare("stays", ours.stays.length, theirs.stays.length);
theirs.stays.forEach((stay, i) => {
  for (const key of ["before", "after"]) compare(`${stay.id} ${key}`, ours.stays[i][key]?.id, stay[key]?.id);
  for (const key of Object.keys(stay).filter((name) => name !== "before" && name !== "after")) {
    const [a, b] = [ours.stays[i][key], stay[key]];
    if (key === "years" || key === "clock") b.forEach((year, k) => compare(`${stay.id} ${key} ${k}`, a[k], year, 1.1e-4));
    else compare(`${stay.id} ${key}`, a, b, { radiusKm: 0.01, letters: 2 }[key] ?? 1e-7);
  }
});
theirs.legs.forEach((leg, i) => {
  const way = ours.legs[i];
  for (const key of ["moveGroup", "move", "mode", "via", "gap", "doubtful"]) compare(`leg ${i} ${key}`, way[key], leg[key]);
  for (const key of ["from", "to"]) compare(`leg ${i} ${key}`, way[key]?.id, leg[key]?.id);
  compare(`leg ${i} km`, way.km, leg.km, 0.1);
  compare(`leg ${i} drawn`, way.points !== null, leg.points !== null);
  if (!leg.points || !way.points) return;
  const ends = (points) => [points[0], points[1], points[points.length - 2], points[points.length - 1]];
  ends(leg.points).forEach((value, k) => compare(`leg ${i} end ${k}`, ends(way.points)[k], value, 3e-6));
  compare(`leg ${i} length`, way.lengths[way.lengths.length - 1], leg.lengths[leg.lengths.length - 1], 0.002);
  // GeoJSON's repeated ways are bowed apart, which many are not: the box must hold the way that is drawn.
  const drawn = boxOf([way.points]);
  if (way.box.some((side, k) => (k < 2 ? side > drawn[k] + 1e-9 : side < drawn[k] - 1e-9))) differences.push(`leg ${i}: its box is too small`);
});
compare("places", ours.places.map((place) => place.stays), theirs.places.map((place) => place.stays));
theirs.box?.forEach((side, k) => compare(`box ${k}`, ours.box[k], side, 1e-3));
const used = ({ said, means, ...signs }) => ({ ...signs, means: [...means].sort(), said: [...said].flatMap(([kind, words]) => [...words].map((word) => [kind, ...word])).sort() });
compare("used", used(usedOf(ours)), used(usedOf(theirs)));
const schedules = [ours, theirs].map((model) => makeSchedule(model));
for (const key of ["starts", "begins", "until", "comes"]) schedules[1][key].forEach((value, i) => compare(`schedule ${key} ${i}`, schedules[0][key][i], value, 2e-4 * (key === "starts" || key === "comes" ? 1000 : 1)));
console.log(differences.join("\n"));
process.exitCode = differences.length ? 1 : 0;
