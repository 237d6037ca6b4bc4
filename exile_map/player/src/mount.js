/** Mounting: a player put on an element, and the small object by which its host drives it. */
import { inspect } from "./inspect.js";
import { Player } from "./player.js";

/**
 * Puts a player on an element of the page.
 * @param {HTMLElement} root @param {any} data the wire document @param {any} basemap @param {Record<string, string>} strings @param {import("./player.js").Options} [options]
 */
export function mount(root, data, basemap, strings, options = {}) {
  const player = new Player(root, data, basemap, strings, options);
  return {
    ready: () => true,
    play: () => player.play(),
    pause: () => player.clock.pause(),
    seek: (/** @type {number} */ fraction) => player.seek(fraction * player.schedule.duration),
    goTo: (/** @type {string} */ id) => player.goTo(id),
    state: () => player.clock.fraction,
    /** How fast the clock goes beside real time. */
    rate: (/** @type {number} */ rate) => void (player.clock.rate = rate),
    inspect: () => inspect(player),
    map: player.map,
    destroy: () => player.destroy(),
  };
}
