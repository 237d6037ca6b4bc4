/** A field with suggestions, as the ARIA combobox pattern has it: the focus stays in the field, the list is told beside. */
import { make } from "../dom.js";

/** @typedef {{text: string, value: number}} Choice */

let made = 0;

export class Combobox {
  /**
   * @param {string} label @param {string} hint @param {{suggest: (text: string) => Choice[], choose: (value: number) => void, none: string}} acts @param {AbortSignal} signal
   */
  constructor(label, hint, acts, signal) {
    const id = `em-combo-${++made}`;
    this.acts = acts;
    this.list = make("ul", { class: "em-options", id, role: "listbox", "aria-label": label, hidden: true });
    this.input = /** @type {HTMLInputElement} */ (make("input", {
      class: "em-field", type: "text", role: "combobox", "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
      placeholder: hint, autocomplete: "off", spellcheck: "false", dir: "auto",
    }));
    this.element = make("div", { class: "em-combo" }, this.input, this.list);
    /** @type {Choice[]} */
    this.choices = [];
    this.active = -1;
    this.listen(signal);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const on = (/** @type {HTMLElement} */ target, /** @type {string} */ type, /** @type {(event: any) => void} */ act) => target.addEventListener(type, act, { signal });
    on(this.input, "input", () => this.suggest());
    on(this.input, "focus", () => this.input.value && this.suggest());
    on(this.input, "blur", () => this.close());
    on(this.input, "keydown", (event) => this.press(event));
    // The focus stays where it is.
    on(this.list, "pointerdown", (event) => event.preventDefault());
    on(this.list, "click", (event) => {
      const option = /** @type {Element} */ (event.target).closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  get open() {
    return !this.list.hidden;
  }

  suggest() {
    this.choices = this.acts.suggest(this.input.value);
    this.active = -1;
    const asked = this.input.value.trim() !== "";
    const none = asked && !this.choices.length ? [make("li", { class: "em-no-option" }, this.acts.none)] : [];
    this.list.replaceChildren(...none, ...this.choices.map(({ text }, i) =>
      make("li", { class: "em-option", role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false", dir: "auto" }, text)));
    this.list.hidden = !this.list.childElementCount;
    this.input.setAttribute("aria-expanded", String(this.choices.length > 0));
    this.mark();
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  mark() {
    [...this.list.querySelectorAll("[role=option]")].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.active)));
    const option = this.list.querySelector("[aria-selected=true]");
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { key } = event;
    if (key === "Escape" && (this.open || this.input.value)) {
      if (!this.open) this.clear();
      this.close();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && !this.open) this.suggest();
    else if (key === "ArrowDown" && this.choices.length) this.active = (this.active + 1) % this.choices.length;
    else if (key === "ArrowUp" && this.choices.length) this.active = (this.active <= 0 ? this.choices.length : this.active) - 1;
    else if (key === "Enter" && this.open && this.choices.length) this.choose(Math.max(0, this.active));
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (this.open) this.mark();
  }

  /** @param {number} index */
  choose(index) {
    const choice = this.choices[index];
    if (!choice) return;
    this.input.value = choice.text;
    this.close();
    this.acts.choose(choice.value);
  }

  clear() {
    this.input.value = "";
    this.acts.choose(-1);
  }
}
