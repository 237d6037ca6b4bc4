/** Visits: one life opened from among all, by the address where there is one, so that the browser's own button leads back. */
import { readCorpusLink, writeCorpusLink } from "./links.js";
import { Single } from "./single.js";

/** @typedef {import("./app.js").Corpus} App */

export class Visits {
  /** @param {App} app @param {boolean} linked whether the address names what is shown */
  constructor(app, linked) {
    this.app = app;
    this.linked = linked;
    /** Whose life is asked for; -1 for nobody's. */
    this.person = -1;
    /** @type {Single|null} */
    this.single = null;
    /** @type {Element|null} what had the focus before a life was opened */
    this.focused = null;
    this.pushed = false;
    this.title = document.title;
  }

  /** @param {number} person */
  linkTo(person) {
    return writeCorpusLink({ filter: this.app.panel.filter, person, year: null }, this.app.corpus);
  }

  /** The address names what is shown. */
  remember() {
    if (!this.linked) return;
    try {
      history.replaceState(history.state, "", this.linkTo(this.person));
    } catch {
      // A frame without an address of its own has none to change.
    }
  }

  /** @param {number} person */
  open(person) {
    this.focused = /** @type {Document|ShadowRoot} */ (this.app.root.getRootNode()).activeElement;
    if (!this.linked) return this.turnTo(person);
    this.pushed = true;
    location.hash = this.linkTo(person);
  }

  /** Goes back to all lives, at the same moment. */
  leave() {
    if (!this.linked) this.turnTo(-1);
    else if (this.pushed) history.back();
    else location.hash = this.linkTo(-1);
  }

  /** Does what the address says. */
  follow() {
    const { app } = this;
    const { year, play, person, filter } = readCorpusLink(location.hash, app.corpus);
    const back = this.person >= 0 && person < 0;
    this.turnTo(person);
    // Who comes back from a life finds all as he left them, whatever the address said before.
    if (back) return;
    if (!Number.isNaN(year)) app.seekYear(year);
    if (person < 0 && !sameFilter(filter, app.panel.filter)) app.panel.set(filter);
    if (play && !app.still.matches) app.clock.play();
  }

  /** @param {number} person */
  turnTo(person) {
    if (person === this.person) return;
    this.person = person;
    if (person >= 0) void this.show(person);
    else this.hide();
  }

  /** @param {number} person */
  async show(person) {
    const { app } = this;
    const { root, words, source, basemap, strings, options } = app;
    app.pause();
    const life = await source.life(person);
    if (this.person !== person || app.abort.signal.aborted) return;
    this.single?.remove();
    const back = `${words.rtl ? "→" : "←"} ${words.say("all_lives")}`;
    const year = app.isWhole() ? NaN : app.year();
    root.inert = true;
    root.classList.add("em-away");
    this.single = new Single(root, life, basemap, strings, { year, back, leave: () => this.leave(), options });
    if (this.linked) document.title = app.corpus.persons[person] || this.title;
    app.tell("stay");
  }

  hide() {
    if (!this.single) return;
    const { app } = this;
    this.single.remove();
    this.single = null;
    this.pushed = false;
    app.root.inert = false;
    app.root.classList.remove("em-away");
    if (this.linked) document.title = this.title;
    if (app.measured !== app.sizeNow()) app.resize();
    app.draw();
    const to = this.focused instanceof HTMLElement && this.focused.isConnected ? this.focused : app.controls.play;
    to.focus({ preventScroll: true });
    app.tell("stay");
  }
}

/** @param {import("./filters.js").Filter} a @param {import("./filters.js").Filter} b */
const sameFilter = (a, b) => a.country === b.country && a.from === b.from && a.to === b.to && a.groups.every((group, i) => group === b.groups[i]);
