// Makes ../static/: script and stylesheet of the page, the same with all of Leaflet for folium, the module of the custom
// element with each basemap, that of the notebook's widget, the basemaps (for the picture too), the words.
import { build, transform } from "esbuild";
import { minify } from "terser";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { writeAtlas } from "./atlas.mjs";
import { inShadow } from "./shadow.mjs";
import { leanLeaflet } from "./lean.mjs";
import { sketch } from "./sketch.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const STATIC = fileURLToPath(new URL("../static/", import.meta.url));
/** What script and style of the page may weigh together once gzipped, Leaflet included. */
const BUDGET = 60 * 1024;
/** What the module of the element may weigh gzipped, by its basemap: code, style and the words of 14 languages, for few lives and for many. */
const ELEMENT_BUDGET = { none: 120 * 1024, "110m": 140 * 1024, "10m": 272 * 1024 };
/** What script and style of the page of many lives may weigh together gzipped; the player of one life is in it. */
const CORPUS_BUDGET = 88 * 1024;
/** The same of the notebook's widget, with the fine basemap. */
const WIDGET_BUDGET = 240 * 1024;
/** Oldest browsers we write for. */
const TARGET = ["chrome109", "firefox115", "safari16.4"];

/** Pages carry these themselves: they are minified once more, which makes them three parts in a hundred smaller once gzipped. */
const IN_PAGES = ["page.js", "packed.js", "corpus.js"];

/** @param {string} source @param {string} name @param {import("esbuild").Plugin[]} [plugins] */
async function bundle(source, name, plugins = []) {
  const result = await build({
    entryPoints: [HERE + source],
    bundle: true,
    minify: !process.env.PLAIN,
    // Leaflet's private names are nobody else's in a page of ours; folium's page shares them with other layers.
    mangleProps: name === "page.js" ? /^_[a-z]/ : undefined,
    reserveProps: /^_leaflet/,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    loader: { ".png": "dataurl" },
    plugins,
    write: false,
  });
  // A closing tag in the code would end the element that the page puts it in.
  const bundled = result.outputFiles[0].text;
  const squeezed = IN_PAGES.includes(name) && !process.env.PLAIN ? await minify(bundled, { format: { ecma: 2020 } }) : null;
  const text = (squeezed?.code ?? bundled).replaceAll("</script", "<\\/script");
  await writeFile(STATIC + name, text);
  const packed = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} bytes, ${packed} gzipped`);
  return packed;
}

/**
 * Answers a bundle's question otherwise than its module does: as a word of the source, so that what is imported for the other answer falls away too.
 * @param {string} word @param {boolean} given @returns {import("esbuild").Plugin}
 */
const answer = (word, given) => ({
  name: word,
  setup({ onLoad }) {
    onLoad({ filter: /player.src.[\w-]+\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(new RegExp(`^import \\{ ${word} \\}.*`, "m"), "").replace(new RegExp(`(?<!const )\\b${word}\\b`, "g"), String(given)),
      loader: "js",
    }));
  },
});
/** For the page of few stays: it leaves out what only long routes need. */
const fewStays = answer("LONG_ROUTES", false);

/**
 * A module for other people's pages, the custom element or the notebook's widget: all it needs but the document.
 * @param {string} source @param {string} basemap JSON, or nothing @param {string} name @param {Record<string, unknown>} words by language @param {string[]} sheets
 */
async function bundleModule(source, basemap, name, words, sheets) {
  const styles = await Promise.all(sheets.map((file) => readFile(HERE + file, "utf8")));
  const style = await transform(inShadow(styles.join("\n").replace('@import "./player.css";', "")), { loader: "css", minify: true, target: TARGET });
  const carried = { STRINGS: words, BASEMAP: basemap, STYLE: style.code.trim() };
  /** @type {import("esbuild").Plugin} */
  const carry = {
    name: "carry",
    setup({ onLoad }) {
      onLoad({ filter: /carried\.js$/ }, () => ({
        contents: Object.entries(carried).map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`).join("\n"),
        loader: "js",
      }));
    },
  };
  const result = await build({
    entryPoints: [HERE + source],
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    banner: { js: "/*! exile_map, MIT. Contains Leaflet 1.9.4, BSD-2-Clause, © 2010–2023 Volodymyr Agafonkin, © 2010–2011 CloudMade. */" },
    plugins: [leanLeaflet, carry],
    write: false,
  });
  const { text } = result.outputFiles[0];
  await writeFile(STATIC + name, text);
  const packed = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} bytes, ${packed} gzipped`);
  return packed;
}

await mkdir(STATIC + "lang/corpus", { recursive: true });
const size = (await bundle("src/index.js", "page.js", [leanLeaflet, fewStays])) + (await bundle("player.css", "page.css"));
await bundle("src/index-packed.js", "packed.js", [leanLeaflet]);
const corpusSize = (await bundle("src/corpus/index.js", "corpus.js", [leanLeaflet])) + (await bundle("corpus.css", "corpus.css"));
await bundle("src/index-folium.js", "player.js", [answer("LAYERED", true)]);
await bundle("folium.css", "player.css");
const world = JSON.parse(await readFile(HERE + "basemap/world.json", "utf8"));
await writeFile(STATIC + "world.json", JSON.stringify({ sketch: sketch(world), ...world }));
await cp(HERE + "basemap/world-110m.json", STATIC + "world-110m.json");
await writeAtlas(HERE + "basemap/world.json", STATIC + "atlas");
// The pictures of Leaflet's own markers, for layers that folium adds.
for (const name of ["marker-icon", "marker-icon-2x", "marker-shadow"]) {
  await cp(`${HERE}node_modules/leaflet/dist/images/${name}.png`, `${STATIC}${name}.png`);
}
/** @type {Record<string, unknown>} */
const languages = {};
/** @type {Record<string, unknown>} with what is said of many lives */
const all = {};
for (const file of (await readdir(HERE + "lang")).sort()) {
  const words = JSON.parse(await readFile(HERE + "lang/" + file, "utf8"));
  languages[file.replace(".json", "")] = words;
  await writeFile(STATIC + "lang/" + file, JSON.stringify(words));
  // What only a page of many lives says is in no other.
  const ours = JSON.parse(await readFile(HERE + "lang-corpus/" + file, "utf8"));
  await writeFile(STATIC + "lang/corpus/" + file, JSON.stringify(ours));
  all[file.replace(".json", "")] = { ...words, ...ours };
}
console.log(`code of the page: ${size} bytes gzipped of ${BUDGET}`);
if (size > BUDGET) {
  console.error("The player has outgrown its budget.");
  process.exitCode = 1;
}
console.log(`code of the page of many lives: ${corpusSize} bytes gzipped of ${CORPUS_BUDGET}`);
if (corpusSize > CORPUS_BUDGET) {
  console.error("The page of many lives has outgrown its budget.");
  process.exitCode = 1;
}
for (const [name, budget] of Object.entries(ELEMENT_BUDGET)) {
  const file = { none: "", "110m": "world-110m.json", "10m": "world.json" }[name];
  const basemap = file ? (await readFile(HERE + "basemap/" + file, "utf8")).trim() : "";
  if ((await bundleModule("src/element.js", basemap, `exile-map.${name}.js`, all, ["player.css", "corpus.css", "element.css"])) > budget) {
    console.error(`The element with basemap ${name} has outgrown its budget of ${budget} bytes.`);
    process.exitCode = 1;
  }
}
const fine = (await readFile(HERE + "basemap/world.json", "utf8")).trim();
if ((await bundleModule("src/widget.js", fine, "widget.js", languages, ["player.css", "element.css"])) > WIDGET_BUDGET) {
  console.error(`The notebook's widget has outgrown its budget of ${WIDGET_BUDGET} bytes.`);
  process.exitCode = 1;
}
