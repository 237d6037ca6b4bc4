// Makes ../static/: script and stylesheet of the page, the same with all of Leaflet for folium, the basemap, the words.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { leanLeaflet } from "./lean.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const STATIC = fileURLToPath(new URL("../static/", import.meta.url));
/** What script and style of the page may weigh together once gzipped, Leaflet included. */
const BUDGET = 60 * 1024;
/** Oldest browsers we write for. */
const TARGET = ["chrome109", "firefox115", "safari16.4"];

/** @param {string} source @param {string} name @param {import("esbuild").Plugin[]} [plugins] */
async function bundle(source, name, plugins = []) {
  const result = await build({
    entryPoints: [HERE + source],
    bundle: true,
    minify: !process.env.PLAIN,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    loader: { ".png": "dataurl" },
    plugins,
    write: false,
  });
  // A closing tag in the code would end the element that the page puts it in.
  const text = result.outputFiles[0].text.replaceAll("</script", "<\\/script");
  await writeFile(STATIC + name, text);
  const packed = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} bytes, ${packed} gzipped`);
  return packed;
}

await mkdir(STATIC + "lang", { recursive: true });
const size = (await bundle("src/index.js", "page.js", [leanLeaflet])) + (await bundle("player.css", "page.css"));
await bundle("src/index-packed.js", "packed.js", [leanLeaflet]);
await bundle("src/index-folium.js", "player.js");
await bundle("folium.css", "player.css");
await cp(HERE + "basemap/world.json", STATIC + "world.json");
// The pictures of Leaflet's own markers, for layers that folium adds.
for (const name of ["marker-icon", "marker-icon-2x", "marker-shadow"]) {
  await cp(`${HERE}node_modules/leaflet/dist/images/${name}.png`, `${STATIC}${name}.png`);
}
for (const file of (await readdir(HERE + "lang")).sort()) {
  const words = JSON.parse(await readFile(HERE + "lang/" + file, "utf8"));
  await writeFile(STATIC + "lang/" + file, JSON.stringify(words));
}
console.log(`code of the page: ${size} bytes gzipped of ${BUDGET}`);
if (size > BUDGET) {
  console.error("The player has outgrown its budget.");
  process.exitCode = 1;
}
