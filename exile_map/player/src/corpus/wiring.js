/** The wiring: what each control, key, and move of the hand makes the map of many lives do. */
import { listenToKeys } from "../keys.js";
import { leaveScroll, restUnseen } from "../politeness.js";

/** @typedef {import("./app.js").Corpus} App */

/** Bins that a page of the keyboard leads on. */
const PAGE = 10;

/** What each control does. @param {App} app */
export function actsOf(app) {
  return {
    toggle: () => app.toggle(),
    list: () => app.toggleList(),
    zoomIn: () => void app.map.zoomIn(),
    zoomOut: () => void app.map.zoomOut(),
    fullscreen: () => void (document.fullscreenElement ? document.exitFullscreen() : (app.options.host ?? document.documentElement).requestFullscreen()),
    table: () => app.controls.openTable(app.table()),
    speed: (/** @type {number} */ rate) => void (app.clock && (app.clock.rate = rate)),
  };
}

/** What keys, hand and browser make the map do. @param {App} app */
export function listen(app) {
  const { clock, map, root, controls, roster } = app;
  const { signal } = app.abort;
  for (const type of ["step", "start", "stop"]) clock.addEventListener(type, () => app.draw(), { signal });
  for (const [type, told] of [["start", "playing"], ["stop", "paused"], ["end", "ended"]]) clock.addEventListener(type, () => app.tell(told), { signal });
  clock.addEventListener("stop", () => app.announce(), { signal });
  restUnseen(/** @type {any} */ (app));
  if (app.options.polite) leaveScroll(/** @type {any} */ (app));
  listenToKeys(root, app.words.rtl, {
    toggle: () => app.toggle(),
    step: (by) => app.seekYear(app.binStart(Math.abs(by) > 1 ? PAGE * Math.sign(by) : by)),
    jump: (end) => app.seekTime(end ? clock.duration : 0),
    help: () => controls.openHelp(),
    list: () => app.toggleList(),
    zoom: (by) => void (by > 0 ? map.zoomIn() : map.zoomOut()),
    escape: () => app.closeOpen(),
  }, signal);
  roster.close.addEventListener("click", () => app.toggleList(false), { signal });
  map.on("move zoom", () => app.draw());
  map.on("click", ({ containerPoint }) => app.pointing.pick(containerPoint));
  map.on("mousemove", ({ containerPoint }) => app.pointing.point(containerPoint));
  map.on("mouseout movestart", () => app.pointing.hide());
  clock.addEventListener("step", () => app.pointing.hide(), { signal });
  app.watchSize.observe(root);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", () => app.restyle(), { signal });
  if (app.visits.linked) window.addEventListener("hashchange", () => app.visits.follow(), { signal });
  window.addEventListener("beforeprint", () => app.print(), { signal });
  window.addEventListener("afterprint", () => root.querySelector(".em-table-print")?.remove(), { signal });
}
