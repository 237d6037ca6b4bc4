/** Lives as a page carries them: in packed columns, and their texts, which are unpacked when the first life is opened. */
import { inflated, locate, openColumns } from "../unpack.js";
import { list, text } from "../wire.js";
import { readCorpus } from "./data.js";
import { lifeDocument } from "./life.js";
import { readTitles } from "./names.js";
import { Ways } from "./ways.js";

/** @typedef {ReturnType<typeof openColumns>} Open */

/** @param {Open} open @param {ReturnType<typeof locate>} where @param {import("./data.js").Corpus} corpus @param {(person: number) => Promise<any>} life @returns {import("./data.js").Source} */
export function sourceOf(open, where, corpus, life) {
  const { columns: { title }, lists } = open;
  const titles = list(lists.title).map((name) => text(name));
  return { corpus, ways: new Ways(open, where), titleOf: (row) => titles[title[row]], places: () => readTitles(corpus, title, titles), life };
}

/** @param {any} head what is read first @param {Uint8Array} block the columns @param {() => Promise<string>} texts in base64, once they have come */
export function openLives(head, block, texts) {
  const open = openColumns(head, block);
  const where = locate(open);
  const corpus = readCorpus(head, open, where);
  /** @type {Promise<void>|null} */
  let reading = null;
  return sourceOf(open, where, corpus, async (person) => {
    reading ??= texts().then(inflated).then((block) => void (open.texts.block = block));
    await reading;
    return lifeDocument(head, open, where, corpus, person);
  });
}
