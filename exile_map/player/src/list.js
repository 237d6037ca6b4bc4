/**
 * The list panel: the page's own list of stays, moved beside the map; the present one is marked. Of very many stays the
 * page keeps its list for readers without scripts: then rows are made here, those in view and no others.
 */
import { iconButton, make } from "./dom.js";

/** Pixels of a row; the stylesheet's .em-row says the same. */
const ROW = 56;
/** Rows kept above and below what is in view. */
const SPARE = 8;

/** @typedef {import("./model.js").Stay} Stay */

/** Rows of a long list, made as they come into view. */
class Rows {
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
      if ((index >= from && index < to) || row.contains(document.activeElement)) continue;
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

  /** @param {Stay} stay */
  makeRow({ index, id, title, when, person }) {
    const said = [this.persons[person], when].filter((part) => part).join(" · ");
    const row = make(
      "li", { class: "em-row", "aria-posinset": index + 1, "aria-setsize": this.stays.length, "data-stay": id },
      make("span", { class: "em-number", "aria-hidden": "true" }, this.words.number(index + 1)),
      make("button", { type: "button", class: "em-go", dir: "auto" }, title),
      make("p", { class: "em-when", dir: "auto" }, said),
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

export class List {
  /**
   * @param {HTMLElement|null} stays the page's list @param {import("./model.js").Model} model
   * @param {import("./words.js").Words} words @param {(id: string) => void} goTo @param {AbortSignal} signal
   */
  constructor(stays, model, words, goTo, signal) {
    this.stays = stays;
    this.home = stays?.parentElement ?? null;
    this.after = stays?.nextSibling ?? null;
    this.close = iconButton("em-close", "close", words.say("close"));
    const head = make("div", { class: "em-panel-head" }, make("p", { class: "em-panel-title" }, words.say("places")), this.close);
    this.element = make("section", { class: "em-panel", id: "em-panel", "aria-label": words.say("places"), hidden: true, tabindex: "-1" }, head);
    this.current = /** @type {Element|null} */ (null);
    this.buttoned = false;
    this.model = model;
    this.rows = stays ? null : new Rows(this.element, model, words, signal);
    const shown = stays ?? this.rows?.element;
    if (!shown) return;
    this.element.append(shown);
    shown.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest("a")) return;
      const item = /** @type {HTMLElement|null} */ (target.closest(".em-stay, .em-row"));
      if (item) goTo(item.dataset.stay ?? item.id.replace(/^stay-/, ""));
    }, { signal });
  }

  /** Headings become buttons: what can be clicked can be reached by keyboard. @param {HTMLElement} stays */
  makeButtons(stays) {
    this.buttoned = true;
    for (const heading of stays.querySelectorAll(".em-stay h2")) {
      const button = make("button", { type: "button", class: "em-go" });
      button.append(...heading.childNodes);
      heading.append(button);
    }
  }

  get open() {
    return !this.element.hidden;
  }

  /** @param {boolean} open */
  toggle(open = !this.open) {
    this.element.hidden = !open;
    if (!open) return;
    if (this.stays && !this.buttoned) this.makeButtons(this.stays);
    this.close.focus();
    this.rows?.mark(this.rows.present);
    this.current?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index of the present stay, or -1 */
  mark(index) {
    this.rows?.mark(index);
    const item = this.rows || index < 0 ? null : document.getElementById(`stay-${this.model.stays[index].id}`);
    if (item === this.current) return;
    this.current?.removeAttribute("aria-current");
    item?.setAttribute("aria-current", "step");
    this.current = item;
    if (this.open) item?.scrollIntoView({ block: "nearest" });
  }

  /** The list goes back where it was, as it was. */
  restore() {
    if (!this.stays || !this.home) return;
    this.mark(-1);
    for (const button of this.stays.querySelectorAll(".em-go")) button.replaceWith(...button.childNodes);
    this.home.insertBefore(this.stays, this.after?.parentNode === this.home ? this.after : null);
  }
}
