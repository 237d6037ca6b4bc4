/**
 * Mounting: a player put on an element, and the small object by which its host drives it: the page (`window.exileMap`),
 * the custom element, messages and the notebook are doors to this one. docs/embedding.md tells of it.
 */
import { inspect } from "./inspect.js";
import { Player } from "./player.js";

/**
 * Puts a player on an element of the page. The element, or `options.host`, gets its events: "ready", "stay", "playing",
 * "paused" and "ended", whose `detail` is what is on.
 * @param {HTMLElement} root @param {any} data the wire document @param {any} basemap @param {Record<string, string>} strings @param {import("./player.js").Options} [options]
 */
export function mount(root, data, basemap, strings, options = {}) {
  const player = new Player(root, data, basemap, strings, options);
  // Who mounts it has time to listen.
  queueMicrotask(() => player.tell("ready"));
  return {
    ready: () => true,
    play: () => player.play(),
    pause: () => player.pause(),
    /** From 0, the opening, to 1, the end. */
    seek: (/** @type {number} */ fraction) => player.seek(fraction * player.schedule.duration),
    /** Whether there is such a stay. */
    goTo: (/** @type {string} */ id) => player.goTo(id),
    /** How long it plays, in seconds. */
    duration: () => player.schedule.duration,
    /** The playhead, from 0 to 1. */
    state: () => player.clock.fraction,
    /** What is on. */
    now: () => player.now(),
    /** How fast the clock goes beside real time. */
    rate: (/** @type {number} */ rate) => void (player.clock.rate = rate),
    /** The colours have changed. */
    restyle: () => player.restyle(),
    inspect: () => inspect(player),
    map: player.map,
    /** Aborted when it is destroyed. */
    signal: player.abort.signal,
    destroy: () => player.destroy(),
  };
}
