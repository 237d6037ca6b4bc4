/** Mounting: the map of many lives put on an element, and the small object by which its host drives it. */
import { latitude, longitude } from "../mercator.js";
import { Corpus } from "./app.js";

/**
 * Puts the map on an element of the page. The element, or `options.host`, gets its events: "ready", "stay", "playing",
 * "paused" and "ended", whose `detail` is what is on.
 * @param {HTMLElement} root @param {import("./data.js").Source} source @param {any} basemap @param {Record<string, string>} strings @param {import("../player.js").Options} options
 */
export function mountCorpus(root, source, basemap, strings, options) {
  const app = new Corpus(root, source, basemap, strings, options);
  // Who mounts it has time to listen.
  queueMicrotask(() => app.tell("ready"));
  return {
    ready: () => true,
    play: () => app.clock.play(),
    pause: () => app.pause(),
    /** From 0, the opening, to 1, the end. */
    seek: (/** @type {number} */ fraction) => app.seekTime(fraction * app.clock.duration),
    /** Opens a person's life; whether there is such a person. */
    goTo: (/** @type {string} */ name) => {
      const person = app.corpus.persons.indexOf(name);
      if (person >= 0) app.visits.open(person);
      return person >= 0;
    },
    duration: () => app.clock.duration,
    state: () => app.clock.fraction,
    now: () => app.now(),
    rate: (/** @type {number} */ rate) => void (app.clock.rate = rate),
    restyle: () => app.restyle(),
    /** What is on screen, for tests and for hosts. */
    inspect: () => {
      app.finish();
      const { scene, timeline, count, visits: { person: asked } } = app;
      const { where } = scene;
      return {
        year: app.year(), playing: app.clock.playing, lives: count, present: where.count, travelling: where.travelling, shaded: scene.crowd.shaded, person: asked,
        histogram: { step: timeline.histogram.step, from: timeline.histogram.from, counts: [...timeline.histogram.counts] },
        names: (scene.names?.shown ?? []).map(({ text }) => text),
        where: Array.from(where.present.subarray(0, where.count), (person) => ({
          person, row: where.row[person], travels: where.state[person] === 2, lat: latitude(where.y[person]), lng: longitude(where.x[person] - Math.floor(where.x[person])),
        })),
      };
    },
    map: app.map,
    signal: app.abort.signal,
    destroy: () => app.destroy(),
  };
}
