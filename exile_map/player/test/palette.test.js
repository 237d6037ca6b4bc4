import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../player.css", import.meta.url), "utf8");
const DARK = css.indexOf("prefers-color-scheme: dark");
/** @typedef {[number, number, number]} Rgb linear */
/** How colours look to people with none of one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const SIGHTS = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** @param {string} name @param {number} from @returns {Rgb} */
function colour(name, from) {
  const hex = /#([0-9a-f]{6})/.exec(css.slice(css.indexOf(`--em-${name}:`, from)))?.[1] ?? assert.fail(name);
  return /** @type {Rgb} */ ([0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)));
}

/** @param {Rgb} rgb @param {number[][]} sight */
const seen = (rgb, sight) => sight.map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, i) => sum + part * rgb[i], 0))));

/** OKLab (Ottosson 2020): distances in it are those the eye sees. @param {number[]} rgb linear */
function oklab([r, g, b]) {
  const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

/** By WCAG. @param {Rgb} a @param {Rgb} b */
function contrast(a, b) {
  const [low, high] = [a, b].map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

for (const [theme, from] of /** @type {[string, number][]} */ ([["light", 0], ["dark", DARK]])) {
  const lives = Array.from({ length: 8 }, (_, i) => colour(`p${i + 1}`, from));

  test(`in the ${theme} theme eight lives are told apart by every kind of sight`, () => {
    for (const [name, sight] of Object.entries(SIGHTS)) {
      const labs = lives.map((rgb) => oklab(seen(rgb, sight)));
      labs.forEach((a, i) => labs.slice(i + 1).forEach((b, j) => {
        const apart = Math.hypot(...a.map((c, k) => c - b[k]));
        assert.ok(apart > 0.095, `${name}: ${i + 1} and ${i + j + 2} are ${apart.toFixed(3)} apart`);
      }));
    }
  });

  test(`in the ${theme} theme no life is dull beside a neon one`, () => {
    const lch = lives.map(oklab).map(([l, a, b]) => [l, Math.hypot(a, b)]);
    const [light, colourful] = [0, 1].map((i) => lch.map((parts) => parts[i]).sort((a, b) => a - b));
    // Where hue is not seen lightness has to tell: it may differ this much, and no more.
    assert.ok(light[7] - light[0] < 0.22, `lightness ${light.map((n) => n.toFixed(2))}`);
    assert.ok(colourful[0] > 0.09 && colourful[7] / colourful[0] < 1.8, `chroma ${colourful.map((n) => n.toFixed(3))}`);
  });

  test(`in the ${theme} theme what has been of the timeline stands out, and what is ahead is still seen`, () => {
    const veil = Number(/\.em-veil \{[^}]*opacity: ([\d.]+)/.exec(css)?.[1]);
    const [paper, bar] = ["paper", "bar"].map((name) => colour(name, from));
    // Browsers mix colours as they are written.
    const [light, dark] = [paper, bar].map((rgb) => rgb.map((c) => c ** (1 / 2.2)));
    const ahead = /** @type {Rgb} */ (light.map((c, i) => (c * veil + dark[i] * (1 - veil)) ** 2.2));
    assert.ok(contrast(bar, paper) >= 3, `${contrast(bar, paper)}`);
    assert.ok(contrast(ahead, paper) > 1.5 && contrast(bar, ahead) > 1.5, `${contrast(ahead, paper)}, ${contrast(bar, ahead)}`);
  });

  test(`in the ${theme} theme lives stand out from land and sea, and initials from their discs`, () => {
    lives.forEach((life, i) => {
      for (const ground of ["land", "sea", "paper"]) assert.ok(contrast(life, colour(ground, from)) >= 3, `${i + 1} on ${ground}`);
      assert.ok(contrast(life, colour("casing", from)) >= 4.5, `initials of ${i + 1}`);
    });
  });
}

for (const [theme, from, apart] of /** @type {[string, number, number][]} */ ([["light", 0, 1.1], ["dark", DARK, 1.35]])) {
  test(`in the ${theme} theme the way ahead is seen on land and sea and is no coast, and land and sea are told apart`, () => {
    const [land, sea, ahead, coast] = ["land", "sea", "ahead", "coast"].map((name) => colour(name, from));
    assert.ok(contrast(ahead, land) >= 3 && contrast(ahead, sea) >= 3);
    assert.ok(contrast(ahead, coast) >= 1.9);
    assert.ok(contrast(land, sea) >= apart);
  });
}
