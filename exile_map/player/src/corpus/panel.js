/** The title of the map and the filters under it: a card on wide screens, on phones a line that opens to a sheet. */
import { iconButton, make, show, write } from "../dom.js";
import { Combobox } from "./combobox.js";
import { GROUPS } from "./data.js";
import { everything, find, fold, isOpen } from "./filters.js";

/** @typedef {import("./filters.js").Filter} Filter */
/** @typedef {import("../words.js").Words} Words */

const SUGGESTED = 8;

export class Panel {
  /**
   * @param {import("./data.js").Corpus} corpus @param {Words} words
   * @param {{filter: (filter: Filter) => void, open: (person: number) => void, resized: () => void}} acts @param {AbortSignal} signal
   */
  constructor(corpus, words, acts, signal) {
    this.corpus = corpus;
    this.words = words;
    this.acts = acts;
    this.filter = everything();
    const first = words.year(corpus.from);
    const last = words.year(Math.max(corpus.from, corpus.to - 1e-6));
    // A map that was given no title is called by its number of lives, which is then said once.
    this.named = corpus.title !== "" && corpus.title !== words.say("corpus_title", { n: corpus.persons.length });
    this.name = make("p", { class: "em-name", dir: "auto" }, corpus.title);
    this.counts = make("p", { class: "em-counts" }, "\u00a0");
    this.boxes = GROUPS.map((group) => /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true, value: group })));
    this.search = new Combobox(words.say("find_person"), words.say("find_person"), this.searching(), signal);
    this.country = new Combobox(words.say("country"), words.say("any"), this.countries(), signal);
    this.from = this.yearField("from_year", corpus.from);
    this.to = this.yearField("to_year", Math.max(corpus.from, corpus.to - 1e-6));
    this.count = make("p", { class: "em-sifted" });
    this.clear = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-only em-clear", hidden: true }, words.say("clear")));
    this.toggle = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-button em-filter-toggle", "aria-expanded": "false", "aria-controls": "em-filters" }, words.say("filter")));
    this.close = iconButton("em-close em-sheet-close", "close", words.say("close"));
    const kinds = make("fieldset", { class: "em-kinds" }, make("legend", {}, words.say("kind_of_move")), ...GROUPS.map((group, i) =>
      make("label", {}, this.boxes[i], make("span", { class: `em-sign em-sign-${group} em-dot`, "aria-hidden": "true" }), make("span", {}, words.say(group)))));
    const country = make("fieldset", { hidden: !corpus.countries.some((name) => name) }, make("legend", {}, words.say("country")), this.country.element);
    const years = make("fieldset", { class: "em-years-asked" }, make("legend", {}, words.say("years")), this.from, make("span", { "aria-hidden": "true" }, "–"), this.to);
    this.body = make("div", { class: "em-filters", id: "em-filters", hidden: true }, kinds, country, years);
    this.element = make(
      "section", { class: "em-card em-cartouche", "aria-label": words.say("filter") }, this.close,
      make("div", { class: "em-cartouche-head" },
        this.name,
        make("p", { class: "em-life" }, first === last ? first : words.say("range", { from: first, to: last })),
        this.counts),
      make("div", { class: "em-asking" }, this.search.element, this.toggle),
      this.body, make("div", { class: "em-sifting" }, this.count, this.clear),
    );
    this.listen(signal);
    show(this.clear, false);
  }

  /** Says how many lives and moves there are: browsers take long to write the first number, so not before the map is seen. */
  countAll() {
    const { corpus, words } = this;
    const lives = words.count("lives", corpus.persons.length);
    if (!this.named) write(this.name, lives);
    write(this.counts, (this.named ? `${lives} · ` : "") + words.count("moves_n", corpus.moves.length));
  }

  /** @param {string} label @param {number} year */
  yearField(label, year) {
    return /** @type {HTMLInputElement} */ (make("input", { class: "em-field em-year-field", type: "number", step: 1, inputmode: "numeric", "aria-label": this.words.say(label), placeholder: Math.floor(year) }));
  }

  searching() {
    const { corpus } = this;
    /** @type {string[]|null} made when first asked for */
    let folded = null;
    return {
      none: this.words.say("nothing_found"),
      suggest: (/** @type {string} */ text) => find((folded ??= corpus.persons.map(fold)), text, SUGGESTED).map((person) => ({ text: corpus.persons[person] || "?", value: person })),
      choose: (/** @type {number} */ person) => person >= 0 && this.acts.open(person),
    };
  }

  countries() {
    const { countries } = this.corpus;
    const folded = countries.map(fold);
    const sorted = countries.map((text, value) => ({ text, value })).filter(({ text }) => text).sort((a, b) => a.text.localeCompare(b.text, this.words.say("lang")));
    return {
      none: this.words.say("nothing_found"),
      // Without a letter all of them, in the order of the alphabet.
      suggest: (/** @type {string} */ text) => (text.trim() ? find(folded, text, SUGGESTED).map((value) => ({ text: countries[value], value })) : sorted.slice(0, SUGGESTED)),
      choose: (/** @type {number} */ country) => this.change({ country }),
    };
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const on = (/** @type {HTMLElement} */ target, /** @type {string} */ type, /** @type {() => void} */ act) => target.addEventListener(type, act, { signal });
    for (const box of this.boxes) on(box, "change", () => this.change({ groups: this.boxes.map((each) => each.checked) }));
    // A field that was emptied asks for nothing.
    on(this.country.input, "change", () => this.country.input.value.trim() || this.change({ country: -1 }));
    for (const field of [this.from, this.to]) on(field, "change", () => this.change(this.yearsAsked()));
    on(this.clear, "click", () => {
      this.set(everything());
      this.toggle.focus();
    });
    on(this.toggle, "click", () => this.open(this.body.hidden));
    on(this.close, "click", () => this.open(false));
  }

  yearsAsked() {
    const read = (/** @type {HTMLInputElement} */ field, /** @type {number} */ none) => (field.value.trim() && Number.isFinite(field.valueAsNumber) ? Math.floor(field.valueAsNumber) : none);
    const [from, to] = [read(this.from, -Infinity), read(this.to, Infinity)];
    return from <= to ? { from, to } : { from: to, to: from };
  }

  /** @param {boolean} open */
  open(open) {
    show(this.body, open);
    this.element.classList.toggle("em-open", open);
    this.toggle.setAttribute("aria-expanded", String(open));
    if (!open) this.toggle.focus();
    this.acts.resized();
  }

  /** @param {Partial<Filter>} part */
  change(part) {
    // Nobody asks for no kind of move: then all are meant.
    const groups = part.groups && !part.groups.some(Boolean) ? GROUPS.map(() => true) : part.groups;
    this.set({ ...this.filter, ...part, ...(groups ? { groups } : {}) });
  }

  /** @param {Filter} filter */
  set(filter) {
    this.filter = filter;
    this.boxes.forEach((box, i) => (box.checked = filter.groups[i]));
    if (filter.country < 0) this.country.input.value = "";
    else this.country.input.value = this.corpus.countries[filter.country];
    this.from.value = Number.isFinite(filter.from) ? String(filter.from) : "";
    this.to.value = Number.isFinite(filter.to) ? String(filter.to) : "";
    this.acts.filter(filter);
  }

  /** Says how many are shown. @param {number} count */
  tell(count) {
    const { words, corpus } = this;
    const all = isOpen(this.filter);
    write(this.count, all ? "" : words.say("of_lives", { n: words.number(count), total: words.number(corpus.persons.length) }));
    show(this.clear, !all);
  }
}
