/** Deep links of many lives: #year=1938, #person=NAME, #play, and the filters: #moves=forced,flight, #country=NAME, #from=1933, #to=1945. */
import { readLink, readYear } from "../links.js";
import { GROUPS } from "./data.js";
import { everything } from "./filters.js";

/** @typedef {import("./filters.js").Filter} Filter */

/** @param {string} hash @param {import("./data.js").Corpus} corpus */
export function readCorpusLink(hash, { persons, countries }) {
  const { year, person, play } = readLink(hash);
  const said = new Map(hash.replace(/^#/, "").split("&").map((part) => {
    const [name, ...value] = part.split("=");
    return [name, readText(value.join("="))];
  }));
  const filter = everything();
  const groups = (said.get("moves") ?? "").split(",").filter((group) => GROUPS.includes(group));
  if (groups.length) filter.groups = GROUPS.map((group) => groups.includes(group));
  const country = said.get("country");
  if (country) filter.country = countries.indexOf(country);
  const [from, to] = ["from", "to"].map((name) => Math.floor(readYear(said.get(name) ?? "")));
  if (!Number.isNaN(from)) filter.from = from;
  if (!Number.isNaN(to)) filter.to = to;
  const life = said.has("life") ? Number(said.get("life")) : persons.indexOf(person);
  return { year, play, filter, person: Number.isInteger(life) && life >= 0 && life < persons.length && (person || said.has("life")) ? life : -1 };
}

/** @param {string} text */
function readText(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {{filter: Filter, person: number, year: number|null}} state @param {import("./data.js").Corpus} corpus @returns {string} with its "#" */
export function writeCorpusLink({ filter, person, year }, { persons, countries }) {
  const parts = [];
  if (year !== null) parts.push(`year=${year}`);
  if (!filter.groups.every(Boolean)) parts.push(`moves=${GROUPS.filter((_, i) => filter.groups[i]).join(",")}`);
  if (filter.country >= 0) parts.push(`country=${encodeURIComponent(countries[filter.country])}`);
  if (Number.isFinite(filter.from)) parts.push(`from=${filter.from}`);
  if (Number.isFinite(filter.to)) parts.push(`to=${filter.to}`);
  if (person >= 0) parts.push(persons[person] && persons.indexOf(persons[person]) === person ? `person=${encodeURIComponent(persons[person])}` : `life=${person}`);
  return `#${parts.join("&")}`;
}
