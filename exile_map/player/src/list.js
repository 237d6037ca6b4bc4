/**
 * The list panel: the page's own list of stays, taken out of it and shown beside the map; the present one is marked. Of very
 * many stays the page keeps its list for readers without scripts: then there are rows in its stead.
 */
import { iconButton, make, show } from "./dom.js";
import { LONG_ROUTES } from "./long.js";
import { Rows } from "./rows.js";
import { makeMeetings } from "./sums.js";

export class List {
  /**
   * @param {import("./model.js").Model} model @param {import("./words.js").Words} words
   * @param {(id: string) => void} goTo @param {AbortSignal} signal
   */
  constructor(model, words, goTo, signal) {
    /** @type {HTMLElement|undefined} the page's list */
    this.stays = undefined;
    this.close = iconButton("em-close", "close", words.say("close"));
    const head = make("div", { class: "em-panel-head" }, make("p", { class: "em-panel-title" }, words.say("places")), this.close);
    this.element = make("section", { class: "em-panel", id: "em-panel", "aria-label": words.say("places"), hidden: true, tabindex: "-1" }, head);
    this.current = /** @type {Element|null} */ (null);
    this.buttoned = false;
    this.words = words;
    /** @type {HTMLElement|null} */
    this.meetings = null;
    this.model = model;
    this.signal = signal;
    /** Of the stay that is on, or -1. */
    this.present = -1;
    /** @type {Rows|null} */
    this.rows = null;
    this.element.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest("a")) return;
      const item = /** @type {HTMLElement|null} */ (target.closest(".em-stay, .em-row, .em-meet"));
      if (item) goTo(item.dataset.stay ?? item.id.replace(/^stay-/, ""));
    }, { signal });
  }

  /** Takes over the page's list, or makes rows. @param {HTMLElement} [stays] */
  take(stays) {
    const { model, element } = this;
    this.stays = stays;
    this.home = stays?.parentElement;
    this.after = stays?.nextSibling;
    stays?.remove();
    if (LONG_ROUTES && !stays) this.rows = new Rows(element, model, this.words, this.signal);
    element.append(this.rows?.element ?? "");
    this.setModel(model);
    if (this.open) this.toggle(true);
  }

  /** Puts the list into the panel: as long as nobody sees it, it costs the page no elements. */
  fill() {
    this.element.append(this.stays ?? "");
    this.mark(this.present);
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

  /** Other lives are shown. @param {import("./model.js").Model} model */
  setModel(model) {
    this.model = model;
    this.meetings?.remove();
    this.meetings = model.meetings.length ? makeMeetings(this.words, model) : null;
    if (this.meetings) this.element.firstElementChild?.after(this.meetings);
    if (!this.stays || !model.coloured) return;
    const ids = new Set(model.stays.map(({ id }) => `stay-${id}`));
    for (const item of this.stays.children) show(/** @type {HTMLElement} */ (item), ids.has(item.id));
  }

  get open() {
    return !this.element.hidden;
  }

  /** @param {boolean} open */
  toggle(open = !this.open) {
    this.element.hidden = !open;
    if (!open) return void this.stays?.remove();
    if (this.stays && !this.buttoned) this.makeButtons(this.stays);
    this.fill();
    this.close.focus();
    this.reveal();
  }

  /** Scrolls the list, and nothing around it, until the present stay is in view. */
  reveal() {
    if (!this.current) return;
    const [item, panel, head] = [this.current, this.element, this.close].map((e) => e.getBoundingClientRect());
    this.element.scrollTop += Math.min(0, item.top - head.bottom - 10) || Math.max(0, Math.min(item.bottom - panel.bottom, item.top - head.bottom - 10));
  }

  /** @param {number} index of the present stay, or -1 */
  mark(index) {
    this.present = index;
    this.rows?.mark(index);
    const root = /** @type {Document|ShadowRoot} */ (this.element.getRootNode());
    const item = this.rows || index < 0 ? null : root.getElementById(`stay-${this.model.stays[index].id}`);
    if (item === this.current) return;
    this.current?.removeAttribute("aria-current");
    item?.setAttribute("aria-current", "step");
    this.current = item;
    if (this.open) this.reveal();
  }

  /** The list goes back where it was, as it was. */
  restore() {
    if (!this.stays || !this.home) return;
    this.mark(-1);
    for (const item of this.stays.children) show(/** @type {HTMLElement} */ (item), true);
    for (const button of this.stays.querySelectorAll(".em-go")) button.replaceWith(...button.childNodes);
    this.home.insertBefore(this.stays, this.after?.parentNode === this.home ? this.after : null);
  }
}
