/** The card: what is told of the present stay; at the opening and the end, the title of the whole. */
import { dotted, icon, make, setIcon, show, write } from "./dom.js";
import { ageOf, durationOf, wayOf } from "./facts.js";
import { LONG_ROUTES } from "./long.js";
import { fillSums, meetingsOf, nameLife } from "./sums.js";
import { DOT, arrowed, yearsOf } from "./words.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Stay} Stay */
/** @typedef {import("./model.js").Leg} Leg */

/** The first so large a number takes browsers 20 ms to write: it comes once the route is seen. */
const MANY = 1000;

/** Links lead only where a reader would expect. @param {string} url */
export function safeLink(url) {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(url.trim()) ? url.trim() : "";
}

/** Pictures come with the document, or from elsewhere where the host lets them. @param {string} source @param {boolean} linked */
export function safeImage(source, linked = false) {
  if (/^data:/i.test(source)) return /^data:image\/(png|jpeg|gif|webp|avif);base64,/i.test(source) ? source : "";
  return linked && (/^https?:\/\//i.test(source) || !/^[^/?#]*:/.test(source)) ? source : "";
}

/** What is doubtful about a stay, in sentences. @param {Words} words @param {Stay} stay */
export function doubts(words, stay) {
  return [
    stay.note && /[.!?。؟]$/.test(stay.note) ? stay.note : stay.note && `${stay.note}.`,
    stay.certainty === "uncertain" && words.say("uncertain"),
    stay.certainty === "less-certain" && words.say("less_certain"),
    stay.place >= 0 && stay.precision === "region" && words.say("precision_region"),
    stay.place >= 0 && stay.precision === "country" && words.say("precision_country"),
    stay.approximate && words.say("approximate"),
    stay.uncertain && words.say("uncertain_dates"),
    stay.inferred.includes("start") && words.say("inferred_start"),
    stay.inferred.includes("end") && words.say("inferred_end"),
  ].filter((sentence) => sentence).join(" ");
}

/** The line under the name: where it is, and what it is called today. @param {Words} words @param {Stay} stay */
export const contextOf = (words, stay) => [
  stay.context,
  stay.now && !stay.context.includes(stay.now) && words.say("today", { place: stay.now }),
  stay.place < 0 && words.say("place_not_found"),
];

export class Card {
  /**
   * @param {Model} model @param {Words} words
   * @param {{begin: () => void, previous: () => void, next: () => void, resized: () => void, pictures: boolean}} act @param {AbortSignal} signal
   */
  constructor(model, words, act, signal) {
    this.model = model;
    this.pictures = act.pictures;
    this.words = words;
    this.shown = NaN;
    this.parts = this.makeParts();
    this.title = this.makeTitle();
    this.element = make("section", { class: "em-card", "aria-label": model.title || words.say("map") }, this.title.element, this.parts.element);
    this.title.begin.addEventListener("click", act.begin, { signal });
    this.parts.image.addEventListener("error", () => show(this.parts.figure, false), { signal });
    this.parts.image.addEventListener("load", () => this.fit(), { signal });
    this.parts.fold.addEventListener("click", () => {
      this.element.classList.toggle("em-open");
      act.resized();
    }, { signal });
    this.parts.previous.addEventListener("click", act.previous, { signal });
    this.parts.next.addEventListener("click", act.next, { signal });
  }

  makeTitle() {
    const { model, words } = this;
    const { stays } = model;
    const places = model.places.length;
    const lives = model.persons.length;
    const counts = make("p", { class: "em-counts" }, "\u00a0");
    const count = () => dotted(counts, [lives > 1 && words.count("lives", lives), words.count("stays", stays.length), words.count("places", places)]);
    if (!LONG_ROUTES || stays.length < MANY) count();
    const journey = lives > 1 || stays.length < 2 ? "" : words.say("journey", { from: stays[0].title, to: stays[stays.length - 1].title });
    const sums = make("div", { class: "em-sums", role: "group", "aria-label": words.say("figures"), hidden: true });
    const mark = icon("play");
    const label = make("span", {}, words.say("begin"));
    const begin = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "em-begin" }, mark, label));
    const element = make(
      "div",
      { class: "em-title" },
      // Of several names none is parted.
      make("p", { class: "em-name", dir: "auto" }, lives > 1 ? model.persons.reduce((title, name) => title.replace(name, () => name.replaceAll(" ", "\u00a0")), model.title) : model.title),
      make("p", { class: "em-life" }, yearsOf(words, model.stays)),
      counts,
      make("p", { class: "em-journey", dir: "auto" }, journey === model.title ? "" : journey),
      stays.length ? begin : make("p", {}, words.say("empty")),
      sums,
    );
    return { element, begin, mark, label, sums, count };
  }

  makeParts() {
    const line = (/** @type {string} */ tag, /** @type {string} */ name) => make(tag, { class: name, dir: "auto" });
    const [person, place, when, met] = [line("p", "em-eyebrow"), line("h2", "em-place"), line("p", "em-when"), line("p", "em-met")];
    const context = make("p", { class: "em-context" });
    const [facts, lasted] = [0, 1].map(() => make("span", { class: "em-facts" }));
    const [how, kind] = [make("span", { class: "em-chip" }), make("span", { class: "em-chip em-chip-kind" })];
    const [story, quote, doubt, source] = [line("div", "em-story"), line("blockquote", "em-quote"), line("p", "em-doubt"), line("p", "em-source")];
    const cited = make("span", { dir: "auto" });
    const link = make("a", { rel: "noopener noreferrer", target: "_blank" }, this.words.say("link"));
    source.append(cited, " ", link);
    const image = /** @type {HTMLImageElement} */ (make("img", { class: "em-image", alt: "" }));
    const credit = line("figcaption", "em-image-credit");
    const figure = make("figure", { class: "em-figure" }, image, credit);
    const text = make("div", { class: "em-text", tabindex: "-1" }, figure, story, quote, met, doubt, source);
    const [previous, next] = ["previous", "next"].map((step) => /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: `em-step em-step-${step}` }, make("span"))));
    const position = make("p", { class: "em-position" });
    const fold = make("button", { type: "button", class: "em-fold" });
    const element = make("div", { class: "em-stay-card" }, position, person, place, context, when, make("div", { class: "em-chips" }, make("p", { class: "em-came" }, how, facts), make("p", { class: "em-lasted" }, kind, lasted)), text, make("div", { class: "em-steps" }, previous, fold, next));
    return { element, person, place, context, when, met, how, kind, facts, lasted, story, quote, doubt, source, cited, link, image, credit, figure, text, fold, previous, next, position };
  }

  /** Other lives are shown. @param {Model} model */
  setModel(model) {
    this.model = model;
    this.shown = NaN;
  }

  /**
   * @param {number} index of the stay, or -1 for the title @param {boolean} over whether the playing is over
   * @param {Leg|null} way to the stay that somebody is still on @returns {boolean} whether the card changed
   */
  update(index, over, way) {
    const key = index < 0 ? (over ? -2 : -1) : way ? index - 0.5 : index;
    if (key === this.shown) return false;
    this.shown = key;
    const stay = this.model.stays[index];
    show(this.title.element, !stay);
    show(this.parts.element, Boolean(stay));
    this.element.classList.toggle("em-titled", !stay);
    if (over && !this.title.sums.childElementCount) fillSums(this.title.sums, this.model, this.words);
    show(this.title.sums, over && this.title.sums.childElementCount > 0);
    setIcon(this.title.mark, over ? "replay" : "play");
    write(this.title.label, this.words.say(over ? "replay" : "begin"));
    if (stay) this.tell(stay, way);
    return true;
  }

  /** @param {Stay} stay @param {Leg|null} way to it: only where it leads is told until one is there */
  tell(stay, way) {
    const { parts, words, model } = this;
    const on = Boolean(way);
    this.element.classList.toggle("em-on", on);
    if (model.persons.length > 1) nameLife(parts.person, model, stay.person);
    else write(parts.person, model.title);
    write(parts.met, meetingsOf(words, model, stay, on));
    write(parts.place, way ? arrowed(way) : stay.title);
    dotted(parts.context, contextOf(words, stay));
    write(parts.when, stay.when);
    write(parts.how, stay.move);
    parts.how.className = `em-chip em-chip-${stay.moveGroup}`;
    write(parts.kind, stay.stay);
    dotted(parts.facts, [...wayOf(words, model, stay), !on && ageOf(words, model, stay)]);
    write(parts.lasted, durationOf(words, stay));
    parts.kind.classList.toggle("em-chip-confined", stay.stayGroup === "confined");
    this.tellText(stay);
    const [before, after] = [model.stays[stay.index - 1], way ? stay : model.stays[stay.index + 1]];
    this.nameStep(parts.previous, before, "previous");
    this.nameStep(parts.next, after, "next");
    write(parts.position, way ? words.say("on_way") : words.say("position", { n: words.number(stay.index + 1), total: words.number(model.stays.length) }));
    for (const part of [parts.person, parts.context, parts.when, parts.how, parts.kind, parts.facts, parts.lasted, parts.met, parts.story, parts.quote, parts.doubt]) show(part, part.textContent !== "");
    parts.text.scrollTop = parts.element.scrollTop = 0;
    this.fit();
  }

  /** Where the card is small its text ends with a whole line, and a button has the rest. */
  fit() {
    const { text, fold, met, story, quote } = this.parts;
    const { classList } = this.element;
    const open = classList.contains("em-open");
    const small = getComputedStyle(fold).float !== "none";
    const tooLong = () => text.scrollHeight > text.clientHeight + 1;
    classList.remove("em-cut");
    text.style.maxHeight = "";
    const cut = small && !open && tooLong();
    classList.toggle("em-cut", cut);
    show(fold, small && (open || cut));
    write(fold, this.words.say(open ? "collapse" : "expand"));
    fold.setAttribute("aria-expanded", String(open));
    // What scrolls can be reached by keyboard; what does not is no stop on the way.
    text.tabIndex = !small && tooLong() ? 0 : -1;
    if (!cut) return;
    const { top } = text.getBoundingClientRect();
    const lines = document.createRange();
    lines.setStartBefore(story);
    lines.setEndAfter(quote);
    const ends = [...lines.getClientRects(), met.getBoundingClientRect()].map(({ bottom }) => bottom - top).filter((end) => end <= text.clientHeight);
    text.style.maxHeight = `${Math.max(0, ...ends)}px`;
  }

  /** @param {Stay} stay */
  tellText(stay) {
    const { parts, words } = this;
    const paragraphs = stay.story.split(/\n\s*\n/).filter((p) => p.trim());
    parts.story.replaceChildren(...paragraphs.map((p) => make("p", { dir: "auto" }, p)));
    write(parts.quote, stay.quote);
    write(parts.doubt, doubts(words, stay));
    const link = safeLink(stay.url);
    write(parts.cited, stay.source ? words.say("source", { source: stay.source }) : "");
    if (link) parts.link.setAttribute("href", link);
    show(parts.link, link !== "");
    const picture = safeImage(stay.image, this.pictures);
    if (picture) parts.image.src = picture;
    else parts.image.removeAttribute("src");
    parts.image.alt = stay.imageAlt;
    write(parts.credit, stay.imageCredit);
    show(parts.figure, picture !== "");
    show(parts.source, stay.source !== "" || link !== "");
  }

  /** @param {HTMLButtonElement} button @param {Stay|undefined} stay @param {"previous"|"next"} step */
  nameStep(button, stay, step) {
    button.disabled = !stay;
    const several = this.model.persons.length > 1;
    // No line ends within a name, at its hyphen.
    const name = stay?.title.replaceAll("-", "\u2011") ?? "";
    // Whose it is, or which of the visits to one place.
    dotted(/** @type {Element} */ (button.firstElementChild), stay && several ? [this.model.marks[stay.person], name] : [stay ? this.words.number(stay.index + 1) + DOT + name : ""]);
    if (stay) button.setAttribute("aria-label", this.words.say(step, { place: this.words.list(several && this.model.persons[stay.person], stay.title) }));
    else button.removeAttribute("aria-label");
    button.classList.toggle("em-none", !stay);
  }
}
