/** The stays as a document: the ordered list that a page brings itself, made here where none came with it. */
import { contextOf, doubts, safeLink } from "./card.js";
import { make } from "./dom.js";

/** More than this are listed as they come into view, by the list itself. */
const MOST = 400;

/** @param {import("./model.js").Model} model @param {import("./words.js").Words} words */
export function makeStays({ stays, persons }, words) {
  if (stays.length > MOST) return null;
  return make("ol", { class: "em-stays" }, ...stays.map((stay) => {
    /** @type {[string, string, string][]} */
    const lines = [
      ["p", "em-person", persons.length > 1 ? persons[stay.person] : ""],
      ["h2", "em-place", stay.title],
      ["p", "em-context", words.list(...contextOf(words, stay))],
      ["p", "em-when", stay.when],
      ["p", "em-how", words.list(stay.move, stay.stay)],
      .../** @type {[string, string, string][]} */ (stay.story.split("\n").map((text) => ["p", "em-story", text.trim()])),
      ["blockquote", "em-quote", stay.quote],
      ["p", "em-doubt", doubts(words, stay)],
    ];
    const parts = lines.filter(([, , text]) => text).map(([tag, name, text]) => make(tag, { class: name, dir: "auto" }, text));
    const link = safeLink(stay.url);
    const source = stay.source ? words.say("source", { source: stay.source }) : "";
    if (source || link) {
      const more = link ? [" ", make("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, words.say("link"))] : [];
      parts.push(make("p", { class: "em-source", dir: "auto" }, source, ...more));
    }
    return make("li", { class: "em-stay", id: `stay-${stay.id}` }, ...parts);
  }));
}
