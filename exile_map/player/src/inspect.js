/** What is on screen now, for tests and for hosts. */
import { cameraOf } from "./ground.js";
import { isFar } from "./labels.js";
import { latitude, longitude } from "./mercator.js";
import { momentAt } from "./pacing.js";
import { captionOf, yearText } from "./words.js";

/** @param {import("./player.js").Player} player */
export function inspect(player) {
  player.finish();
  const { schedule, clock, model, scene, words, following } = player;
  const moment = momentAt(schedule, clock.time);
  const camera = cameraOf(player.map);
  const { layout } = scene;
  return {
    phase: moment.phase,
    stay: moment.phase === "stay" ? model.stays[moment.index].id : null,
    index: moment.index,
    fraction: moment.fraction,
    year: moment.year,
    yearText: yearText(words, model, moment),
    caption: captionOf(words, model, moment, player.wayNow(moment)),
    playing: clock.playing,
    following,
    labels: layout.labels.map(({ text, numbers, rect, at, side, alpha }) => ({ text, numbers, ...rect, at: { x: at.x, y: at.y }, side, far: isFar(side), alpha })),
    markers: layout.markers.map(({ x, y, r, places, state, ends }) => ({
      x, y, r, state, ends, stays: places.flatMap((place) => model.places[place].stays.map((i) => model.stays[i].id)),
    })),
    traveller: scene.traveller(),
    people: scene.people.flatMap(({ discs, met }) => discs.map(({ x, y, r, slot }) => ({ x, y, r, slot, met }))),
    camera: { lat: latitude(camera.y), lng: longitude(camera.x), zoom: camera.zoom },
    drawn: { legs: scene.trail.drawn, partial: scene.ways[0]?.fraction ?? 0 },
  };
}
