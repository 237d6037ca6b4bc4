/** Rows of a long list: those in view are made, and no others. */
import { make } from "./dom.js";

/** Pixels of a row; the stylesheet's .em-row says the same. */
const ROW = 56;
/** Rows kept above and below what is in view. */
const SPARE = 8;

export class Rows {
  /** @param {HTMLElement} panel that scrolls @param {import("./model.js").Model} model @param {import("./words.js").Words} words @param {AbortSignal} signal */
  constructor(panel, { stays, persons }, words, signal) {
    this.panel = panel;
    this.stays = stays;
    this.words = words;
    this.persons = persons.length > 1 ? persons : [];
    this.present = -1;
    /** @type {Map<number, HTMLElement>} */
    this.made = new Map();
    this.element = make("ol", { class: "em-rows" });
    this.element.style.height = `${stays.length * ROW}px`;
    panel.addEventListener("scroll", () => this.show(), { signal, passive: true });
    window.addEventListener("resize", () => this.show(), { signal });
    // On paper all of them are in view.
    window.addEventListener("beforeprint", () => this.fill(0, stays.length), { signal });
    window.addEventListener("afterprint", () => this.show(), { signal });
  }

  show() {
    if (this.panel.hidden) return;
    const top = this.panel.scrollTop - this.element.offsetTop;
    this.fill(Math.floor(top / ROW) - SPARE, Math.ceil((top + this.panel.clientHeight) / ROW) + SPARE);
  }

  /** @param {number} from @param {number} to */
  fill(from, to) {
    for (const [index, row] of this.made) {
      // Where the focus is stays, wherever the list is scrolled.
      if ((index >= from && index < to) || row.matches(":focus-within")) continue;
      row.remove();
      this.made.delete(index);
    }
    for (let i = Math.max(0, from); i < Math.min(this.stays.length, to); i++) {
      if (this.made.has(i)) continue;
      const row = this.makeRow(this.stays[i]);
      const next = [...this.made.keys()].filter((other) => other > i).sort((a, b) => a - b)[0];
      this.element.insertBefore(row, this.made.get(next) ?? null);
      this.made.set(i, row);
    }
    this.made.forEach((row, i) => (i === this.present ? row.setAttribute("aria-current", "step") : row.removeAttribute("aria-current")));
  }

  /** @param {import("./model.js").Stay} stay */
  makeRow({ index, id, title, when, person }) {
    const row = make(
      "li", { class: "em-row", "aria-posinset": index + 1, "aria-setsize": this.stays.length, "data-stay": id },
      make("span", { class: "em-number", "aria-hidden": "true" }, this.words.number(index + 1)),
      make("button", { type: "button", class: "em-go", dir: "auto" }, title),
      make("p", { class: "em-when", dir: "auto" }, this.words.list(this.persons[person], when)),
    );
    row.style.top = `${index * ROW}px`;
    return row;
  }

  /** @param {number} index */
  mark(index) {
    this.present = index;
    if (this.panel.hidden) return;
    const at = this.element.offsetTop + index * ROW;
    const { scrollTop, clientHeight } = this.panel;
    if (index >= 0 && (at < scrollTop + 2 * ROW || at > scrollTop + clientHeight - 2 * ROW)) this.panel.scrollTop = at - clientHeight / 2;
    this.show();
  }
}
