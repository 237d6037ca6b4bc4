/** Pointing: who is under the pointer, and what a click on them does. */
import { make, show, write } from "../dom.js";

/** @typedef {{x: number, y: number}} Point in the map's pixels */

/** Pixels between the pointer and what it is told, and from there to the map's edge. */
const [BESIDE, ABOVE, EDGE] = [12, 10, 4];

export class Pointing {
  /** @param {import("./app.js").Corpus} app */
  constructor(app) {
    this.app = app;
    this.tip = make("div", { class: "em-tip em-who", dir: "auto", hidden: true, "aria-hidden": "true" });
    app.mapElement.append(this.tip);
  }

  /** Says who is under the pointer. @param {Point} at */
  point({ x, y }) {
    const { app: { clock, scene, mapElement, corpus: { persons }, words, source }, app, tip } = this;
    const people = clock.playing || app.isWhole() ? [] : scene.crowd.hit(x, y);
    mapElement.classList.toggle("em-over", people.length > 0);
    show(tip, people.length > 0);
    if (!people.length) return;
    const where = source.titleOf(scene.where.row[people[0]]);
    write(tip, `${people.length > 1 ? words.count("lives", people.length) : persons[people[0]]} · ${where}`);
    const left = Math.max(EDGE, Math.min(mapElement.clientWidth - tip.offsetWidth - EDGE, x + BESIDE));
    tip.style.transform = `translate(${left}px, ${Math.max(EDGE, y - tip.offsetHeight - ABOVE)}px)`;
  }

  /** A click on one opens that life; on several, it lists them. @param {Point} point */
  pick({ x, y }) {
    const { app } = this;
    if (app.isWhole()) return;
    const people = app.scene.crowd.hit(x, y);
    if (!people.length) return;
    app.pause();
    if (people.length === 1) app.visits.open(people[0]);
    else app.listSpot(people.sort((a, b) => a - b));
  }

  hide() {
    show(this.tip, false);
  }
}
