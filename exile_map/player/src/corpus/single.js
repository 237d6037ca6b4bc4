/** A single life, opened from among all: the usual player in front of the map of all, and a button that leads back. */
import { make } from "../dom.js";
import { Player } from "../player.js";
import { secondOfYear } from "../pacing.js";
import { prepared } from "../shelter.js";

export class Single {
  /**
   * @param {HTMLElement} all the map of all lives @param {any} document of the life @param {any} basemap @param {Record<string, string>} strings
   * @param {{year: number, back: string, leave: () => void, options: import("../player.js").Options}} told the moment it is opened at, what the button says and does, and how the map of all was mounted
   */
  constructor(all, document, basemap, strings, { year, back, leave, options: { pictures, polite } }) {
    this.element = make("div", { class: "em-one" });
    const root = prepared(document, strings);
    this.element.append(root);
    all.after(this.element);
    this.player = new Player(root, document, basemap, strings, { links: false, pictures, polite });
    this.back = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-back" }, back));
    // Among the furniture names keep clear of it.
    this.player.furniture.aside.prepend(this.back);
    this.player.resize();
    const { stays } = this.player.model;
    const last = stays[stays.length - 1];
    if (last && year > stays[0].clock[0] && year <= last.clock[1]) this.player.seek(secondOfYear(this.player.schedule, year));
    this.back.addEventListener("click", leave);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || /** @type {Element} */ (event.target).closest("dialog")) return;
      event.preventDefault();
      leave();
    });
    this.back.focus();
  }

  remove() {
    this.player.destroy();
    this.element.remove();
  }
}
