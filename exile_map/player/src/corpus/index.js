/** The door of a page of many lives: opens its columns, mounts the map of all, and gives it to the page and its host. */
import { content, read } from "../door.js";
import { latitude, longitude } from "../mercator.js";
import { answerParent } from "../messages.js";
import { inflated, locate, openColumns } from "../unpack.js";
import { Corpus } from "./app.js";
import { readCorpus } from "./data.js";

async function begin() {
  const root = document.getElementById("exile-map");
  if (!root) return;
  const head = read("em-data");
  const open = openColumns(head, await inflated(content("em-columns")));
  const where = locate(open);
  const corpus = readCorpus(head, open, where);
  const texts = content("em-texts");
  const app = new Corpus(root, { head, open, where, corpus, texts, basemap: read("em-basemap"), strings: read("em-strings") ?? {} });
  // What was unpacked need not be kept as text.
  for (const id of ["em-columns", "em-texts"]) document.getElementById(id)?.remove();
  const map = api(app);
  answerParent(root, /** @type {any} */ (map));
  Object.assign(window, { exileMap: map });
  app.tell("ready");
}

/** The small object that the page, messages and tests drive it by. @param {Corpus} app */
function api(app) {
  return {
    ready: () => true,
    play: () => app.clock.play(),
    pause: () => app.pause(),
    /** From 0, the opening, to 1, the end. */
    seek: (/** @type {number} */ fraction) => app.seekTime(fraction * app.clock.duration),
    /** Opens a person's life; whether there is such a person. */
    goTo: (/** @type {string} */ name) => {
      const person = app.corpus.persons.indexOf(name);
      if (person >= 0) app.openLife(person);
      return person >= 0;
    },
    duration: () => app.clock.duration,
    state: () => app.clock.fraction,
    now: () => app.now(),
    rate: (/** @type {number} */ rate) => void (app.clock.rate = rate),
    restyle: () => app.restyle(),
    /** What is on screen, for tests and for hosts. */
    inspect: () => {
      const { scene, timeline, count, asked } = app;
      const { where } = scene;
      return {
        year: app.year(), playing: app.clock.playing, lives: count, present: where.count, travelling: where.travelling, shaded: scene.shaded, person: asked,
        histogram: { step: timeline.histogram.step, from: timeline.histogram.from, counts: [...timeline.histogram.counts] },
        names: scene.names.shown.map(({ text }) => text),
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

void begin();
