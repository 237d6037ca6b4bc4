/** The wiring: what each control, key, and move of the hand makes the player do. */
import { make } from "./dom.js";
import { listenToKeys } from "./keys.js";
import { secondOfYear } from "./pacing.js";
import { leaveScroll, restUnseen } from "./politeness.js";

/** @typedef {import("./player.js").Player} Player */

/** A tip of more lines is none that anybody reads. */
const MOST_TOLD = 12;

/** @param {Player} player @returns {import("./furniture.js").Handlers} */
export function handlersOf(player) {
  return {
    controls: {
      toggle: () => player.toggle(),
      list: () => player.toggleList(),
      follow: () => player.follow(),
      zoomIn: () => void player.map.zoomIn(),
      zoomOut: () => void player.map.zoomOut(),
      fullscreen: () => void (document.fullscreenElement ? document.exitFullscreen() : (player.options.host ?? player.root).requestFullscreen()),
      save: () => save(player.data),
      resized: () => player.resize(),
      speed: (rate) => void (player.clock.rate = rate * (player.options.rate ?? 1)),
      pace: (pace) => player.setPace(pace),
    },
    card: { begin: () => player.begin(), previous: () => player.step(-1), next: () => player.step(1), resized: () => player.resize(), pictures: player.options.pictures === true },
    goTo: (id) => void player.goTo(id),
    seekYear: (year) => player.seek(secondOfYear(player.schedule, year)),
    lives: (hidden) => player.hideLives(hidden),
    borders: (shown) => player.setBorders(shown),
  };
}

/** Saves the document as a file, without a request. @param {any} data */
function save(data) {
  const href = URL.createObjectURL(new Blob([JSON.stringify(data)]));
  make("a", { href, download: `${data.exile_map.title || "route"}.geojson` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1e4);
}

/** @param {Player} player */
export function listen(player) {
  const { clock, map, furniture } = player;
  const { signal } = player.abort;
  for (const type of ["step", "start", "stop"]) clock.addEventListener(type, () => player.draw(), { signal });
  for (const [type, told] of [["start", "playing"], ["stop", "paused"], ["end", "ended"]]) clock.addEventListener(type, () => player.tell(told), { signal });
  restUnseen(player);
  if (player.options.polite) leaveScroll(player);
  listenToKeys(player.root, player.words.rtl, {
    toggle: () => player.toggle(),
    step: (by) => player.step(by),
    jump: (end) => player.seek(end ? player.schedule.duration : 0),
    help: () => furniture.controls.openHelp(),
    list: () => player.toggleList(),
    zoom: (by) => void (by > 0 ? map.zoomIn() : map.zoomOut()),
    escape: () => player.closeOpen(),
  }, signal);
  furniture.list.close.addEventListener("click", () => player.toggleList(false), { signal });
  listenToMap(player);
  player.watchSize.observe(player.root);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", () => player.restyle(), { signal });
  }
  if (player.options.links === false) return;
  window.addEventListener("hashchange", () => {
    // Going back to where no place was named yet is going back to the opening, with everybody.
    if (location.hash.length < 2) {
      if (player.hidden.size) player.hideLives(new Set());
      player.seek(0);
    }
    player.openLink();
  }, { signal });
}

/** @param {Player} player */
function listenToMap(player) {
  const { map, furniture } = player;
  map.on("dragstart zoomstart", () => player.letGo());
  map.on("move zoom", () => player.looking || player.draw());
  map.on("click", (event) => player.pick(event.containerPoint));
  map.on("mousemove", ({ containerPoint: at }) => {
    const stays = player.scene.hit(at.x, at.y).flatMap((place) => player.model.places[place].stays).sort((a, b) => a - b);
    furniture.mapElement.classList.toggle("em-over", stays.length > 0);
    // What is gathered in a marker, and what its numbers mean.
    furniture.mapElement.title = stays.slice(0, MOST_TOLD).map((i) => `${player.words.number(i + 1)} · ${player.model.stays[i].title}, ${player.model.stays[i].when}`).join("\n");
  });
}
