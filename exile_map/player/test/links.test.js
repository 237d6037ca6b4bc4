import assert from "node:assert/strict";
import { test } from "node:test";
import { safeImage, safeLink } from "../src/card.js";
import { readLink, readYear } from "../src/links.js";
import { numerals } from "../src/markers.js";

test("a link names a stay, a year or the wish to play", () => {
  assert.deepEqual(readLink("#stay=2-paris&play"), { stay: "2-paris", year: NaN, person: "", play: true, kiosk: false });
  assert.equal(readLink("#stay=caf%C3%A9").stay, "café");
  assert.equal(readLink("#year=1936").year, 1936);
  assert.equal(readLink("#person=Anna%20Seghers&year=1941").person, "Anna Seghers");
  assert.deepEqual(readLink(""), { stay: null, year: NaN, person: "", play: false, kiosk: false });
});

test("years before the era are read in both ways of writing them", () => {
  assert.deepEqual([readYear("44BCE"), readYear("44 bc"), readYear("-43"), readYear("−43")], [-43, -43, -43, -43]);
  assert.ok(Number.isNaN(readYear("soon")));
});

test("a link that is badly escaped does no harm", () => {
  assert.equal(readLink("#stay=%E0%A4%A").stay, "%E0%A4%A");
});

test("links lead to the web or to mail and nowhere else", () => {
  assert.equal(safeLink("https://example.org/a?b=c"), "https://example.org/a?b=c");
  for (const bad of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc", "//example.org", "https://a b"]) assert.equal(safeLink(bad), "");
});

test("pictures come with the page", () => {
  assert.notEqual(safeImage("data:image/png;base64,AAAA"), "");
  for (const bad of ["https://example.org/a.png", "data:image/svg+xml;base64,AAAA", "javascript:1"]) assert.equal(safeImage(bad), "");
});

test("visits that follow on are written as a run", () => {
  assert.deepEqual([numerals([2, 5, 9]), numerals([1, 2, 3, 4]), numerals([3, 4]), numerals([1, 3, 5, 7, 9, 11])], ["2·5·9", "1–4", "3·4", "1·3·5·7…"]);
});
