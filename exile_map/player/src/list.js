/** The list panel: the page's own list of stays, moved beside the map; the present one is marked. */
import { iconButton, make } from "./dom.js";

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
    this.ids = model.stays.map((stay) => `stay-${stay.id}`);
    if (!stays) return;
    this.element.append(stays);
    stays.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target.closest("a")) return;
      const item = target.closest(".em-stay");
      if (item) goTo(item.id.replace(/^stay-/, ""));
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
    this.current?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} index of the present stay, or -1 */
  mark(index) {
    const item = index < 0 ? null : document.getElementById(this.ids[index]);
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
