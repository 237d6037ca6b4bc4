/** The roster: the lives that are shown, or those at one spot, as a list; those in view are made, and no others. */
import { iconButton, make, write } from "../dom.js";

/** @typedef {import("../words.js").Words} Words */

/** Pixels of a row; the stylesheet's .em-row says the same. */
const ROW = 56;
const SPARE = 2;

export class Roster {
  /**
   * @param {import("./data.js").Corpus} corpus @param {(row: number) => string} titleOf the name of a stay's place
   * @param {Words} words @param {(person: number) => void} open @param {AbortSignal} signal
   */
  constructor(corpus, titleOf, words, open, signal) {
    this.corpus = corpus;
    this.titleOf = titleOf;
    this.words = words;
    /** @type {ArrayLike<number>} */
    this.people = [];
    /** @type {Map<number, HTMLElement>} */
    this.made = new Map();
    this.title = make("p", { class: "em-panel-title" });
    this.close = iconButton("em-close", "close", words.say("close"));
    this.rows = make("ol", { class: "em-rows" });
    this.element = make("section", { class: "em-panel em-roster", id: "em-roster", "aria-label": words.say("persons"), hidden: true, tabindex: "-1" },
      make("div", { class: "em-panel-head" }, this.title, this.close), this.rows);
    this.element.addEventListener("scroll", () => this.show(), { signal, passive: true });
    window.addEventListener("resize", () => this.show(), { signal });
    this.rows.addEventListener("click", (event) => {
      const row = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest(".em-row"));
      if (row) open(Number(row.dataset.person));
    }, { signal });
  }

  /** @param {string} title @param {ArrayLike<number>} people */
  fill(title, people) {
    this.people = people;
    write(this.title, title);
    this.rows.style.height = `${people.length * ROW}px`;
    for (const row of this.made.values()) row.remove();
    this.made.clear();
    this.element.scrollTop = 0;
    this.show();
  }

  show() {
    const { element, rows, people, made } = this;
    if (element.hidden) return;
    const top = element.scrollTop - rows.offsetTop;
    const from = Math.max(0, Math.floor(top / ROW) - SPARE);
    const to = Math.min(people.length, Math.ceil((top + element.clientHeight) / ROW) + SPARE);
    for (const [index, row] of made) {
      // Where the focus is stays, wherever the list is scrolled.
      if ((index >= from && index < to) || row.matches(":focus-within")) continue;
      row.remove();
      made.delete(index);
    }
    for (let i = from; i < to; i++) {
      if (made.has(i)) continue;
      const row = this.makeRow(i);
      const next = [...made.keys()].filter((other) => other > i).sort((a, b) => a - b)[0];
      rows.insertBefore(row, made.get(next) ?? null);
      made.set(i, row);
    }
  }

  /** @param {number} index */
  makeRow(index) {
    const { corpus: { persons, starts, comes, goes }, words } = this;
    const person = this.people[index];
    const [first, last] = [starts[person], starts[person + 1] - 1];
    const [from, to] = [words.year(comes[first]), words.year(Math.max(comes[first], goes[last] - 1e-6))];
    const ends = [this.titleOf(first), this.titleOf(last)];
    const where = first === last || ends[0] === ends[1] ? ends[0] : ends.join(words.rtl ? " ← " : " → ");
    const row = make(
      "li", { class: "em-row", "aria-posinset": index + 1, "aria-setsize": this.people.length, "data-person": person },
      make("button", { type: "button", class: "em-go", dir: "auto" }, persons[person] || "?"),
      make("p", { class: "em-when", dir: "auto" }, `${from === to ? from : words.say("range", { from, to })} · ${where}`),
    );
    row.style.top = `${index * ROW}px`;
    return row;
  }
}
