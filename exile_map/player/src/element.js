/** The custom element's door: `<exile-map src="life.geojson">`; docs/embedding.md tells of it. */
import { refusal } from "./admission.js";
import { BASEMAP } from "./carried.js";
import { documentOfPage, gatherLives, isMany, openDocument } from "./corpus/gathered.js";
import { mountCorpus } from "./corpus/mount.js";
import { make } from "./dom.js";
import { mount } from "./mount.js";
import { labelled, makeRoot, prepared, stringsOf } from "./shelter.js";
import { sheetOf } from "./style.js";
import { makeWords } from "./words.js";

/** @typedef {Omit<ReturnType<typeof mount>, "inspect"|"now">&{inspect: () => any, now: () => {playing: boolean, progress: number, [what: string]: unknown}}} Mounted */

/** How near the view it comes before it is loaded: about a screen. */
const NEAR = "100%";

/** @type {unknown} parsed once for all elements */
let basemap;
const world = () => (basemap ??= BASEMAP ? JSON.parse(BASEMAP) : null);

export class ExileMapElement extends HTMLElement {
  static observedAttributes = ["src", "lang", "theme", "stay", "images", "view"];

  /** @type {Mounted|null} */
  #map = null;
  /** @type {any} the document given by hand */
  #given = null;
  /** @type {any} the document shown */
  #document = null;
  /** @type {import("./corpus/data.js").Source|null} the lives of a document that is packed */
  #packed = null;
  /** @type {AbortController|null} of what goes on while it is in a page */
  #life = null;
  /** @type {((map: Mounted) => void)[]} what was asked before it was ready */
  #asked = [];
  #loading = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    // What was set before the module came hides the property of the same name.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete (/** @type {any} */ (this).data);
      this.data = data;
    }
    this.#begin();
  }

  disconnectedCallback() {
    this.#end();
  }

  /** @param {string} name @param {string|null} before @param {string|null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#life) return;
    if (name === "theme") this.#dress();
    else if (name === "stay") after !== null && this.goTo(after);
    else if (name === "src") this.#again();
    else if (this.#document) this.#show(this.#document);
  }

  /** The document itself, instead of `src`; null gives way to `src` again. */
  get data() {
    return this.#document ?? this.#given;
  }

  set data(document) {
    this.#given = document ?? null;
    if (this.#life) this.#again();
  }

  /** Whether a map is shown. */
  ready() {
    return this.#map !== null;
  }

  play() {
    this.#ask((map) => map.play());
  }

  pause() {
    this.#ask((map) => map.pause());
  }

  /** @param {number} fraction from 0, the opening, to 1, the end */
  seek(fraction) {
    this.#ask((map) => map.seek(Number(fraction)));
  }

  /** @param {string} id of a stay; of many lives, the name of a person */
  goTo(id) {
    this.#ask((map) => void map.goTo(String(id)));
  }

  /** The playhead, from 0 to 1, or nothing while there is no map yet. */
  state() {
    return this.#map?.state() ?? null;
  }

  /** What is on, or nothing while there is no map yet. */
  now() {
    return this.#map?.now() ?? null;
  }

  /** @param {(map: Mounted) => void} act */
  #ask(act) {
    // In its turn: what was asked before comes first.
    if (this.#map && !this.#asked.length) return act(this.#map);
    this.#asked.push(act);
    if (this.#life) this.#load();
  }

  #again() {
    this.#end();
    this.#begin();
  }

  /** Waits until it comes near the view: a map that nobody sees costs nothing. */
  #begin() {
    this.#life = new AbortController();
    this.#dress();
    this.#put();
    if (this.#asked.length) return void this.#load();
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      this.#load();
    }, { rootMargin: NEAR });
    watch.observe(this);
    this.#life.signal.addEventListener("abort", () => watch.disconnect());
  }

  #end() {
    this.#life?.abort();
    this.#life = null;
    this.#map?.destroy();
    this.#map = this.#document = this.#packed = null;
    this.#loading = false;
    this.shadowRoot?.replaceChildren();
  }

  #dress() {
    const { shadowRoot } = this;
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [sheetOf(this.getAttribute("theme"))];
    this.#map?.restyle();
  }

  /** @param {Node[]} nodes */
  #put(...nodes) {
    this.shadowRoot?.replaceChildren(...nodes);
  }

  async #load() {
    if (this.#loading) return;
    this.#loading = true;
    const life = /** @type {AbortController} */ (this.#life);
    try {
      const read = await (this.#given ?? this.#fetch(life.signal));
      if (life.signal.aborted) return;
      const no = refusal(read);
      if (no) throw new TypeError(no);
      this.#packed = read.packed ? await openDocument(read) : null;
      if (!life.signal.aborted) this.#show(read);
    } catch (error) {
      if (!life.signal.aborted) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {AbortSignal} signal */
  async #fetch(signal) {
    const src = this.getAttribute("src");
    if (!src) throw new TypeError("it has no src");
    let answer;
    try {
      answer = await fetch(src, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    } catch {
      throw new TypeError(`${src} could not be fetched`);
    }
    if (!answer.ok) throw new TypeError(`${src} could not be fetched: ${answer.status}`);
    const text = await answer.text();
    try {
      return text.trimStart().startsWith("<") ? documentOfPage(text) : JSON.parse(text);
    } catch {
      throw new TypeError(`${src} is no JSON, and no map of ours`);
    }
  }

  /** @param {any} read the document */
  #show(read) {
    const before = this.#map?.now();
    this.#map?.destroy();
    this.#map = null;
    this.#document = read;
    const strings = this.#strings();
    const options = { host: this, links: false, polite: true, pictures: this.getAttribute("images") === "link" };
    const source = this.#packed ?? (isMany(read, this.getAttribute("view")) ? gatherLives(read) : null);
    const root = source ? makeRoot(read.exile_map.title, makeWords(strings)) : prepared(read, strings);
    this.#put(root);
    /** @type {Mounted} */
    const map = (this.#map = source ? mountCorpus(root, source, world(), strings, options) : mount(root, read, world(), strings, options));
    labelled(root);
    if (before) map.seek(before.progress);
    else this.#asked.unshift(...this.#wished());
    if (before?.playing) map.play();
    // Mounted a moment ago, it tells first that it is ready.
    queueMicrotask(() => map === this.#map && this.#asked.splice(0).forEach((act) => act(map)));
  }

  /** What its attributes ask of it at first. @returns {((map: Mounted) => void)[]} */
  #wished() {
    const stay = this.getAttribute("stay");
    const plays = this.hasAttribute("autoplay") && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    return [(map) => stay !== null && map.goTo(stay), (map) => plays && map.play()];
  }

  /** A sentence for readers, what stands in the page for those without scripts, and the reason for whoever made the page. @param {string} reason */
  #fail(reason) {
    const words = makeWords(this.#strings());
    const said = make("p", { class: "em-failed", role: "alert" }, words.say("failed"));
    this.#put(make("div", { class: "exile-map em-without", lang: words.say("lang"), dir: words.rtl ? "rtl" : "ltr" }, said, make("slot"), make("p", { class: "em-reason", lang: "en", dir: "ltr" }, reason)));
    this.#asked.length = 0;
    this.dispatchEvent(new CustomEvent("error", { detail: { reason } }));
  }

  /** The words of the language asked for, else of the document's, else English. */
  #strings() {
    return stringsOf(this.getAttribute("lang"), this.#document?.exile_map?.language);
  }
}

if (!customElements.get("exile-map")) customElements.define("exile-map", ExileMapElement);
