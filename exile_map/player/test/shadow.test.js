import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inShadow } from "../shadow.mjs";

test("what the stylesheet asks of the window it asks of the element", () => {
  const css = inShadow("@media (max-width: 720px), (max-height: 520px) { .a { width: 1.5rem; left: min(310px, 46vw) } } @media print { .b { left: 0 } }");
  assert.ok(css.includes("@container exile-map (max-width: 720px) or (max-height: 520px) {"), css);
  assert.ok(css.includes("width: 24px; left: min(310px, 46cqw)"), css);
  assert.ok(css.includes("@media print"), css);
});

test("nothing of the player's own style follows the host page's window or root", async () => {
  const css = inShadow(await readFile(new URL("../player.css", import.meta.url), "utf8"));
  assert.doesNotMatch(css, /@media \((min|max)-/);
  assert.doesNotMatch(css, /\drem\b|\dv[wh]\b/);
  assert.doesNotMatch(css, /(^|[\s,}])(:root|html|body)\b/m);
});
