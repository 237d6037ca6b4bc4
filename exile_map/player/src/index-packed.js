/** The door of a page of many stays: opens its blocks and mounts the player; the texts come after. */
import { begin, content, read } from "./door.js";
import { unpack } from "./unpack.js";

const data = read("em-data");
/** The route is seen before anything else is done. */
const seen = () => new Promise((done) => (document.hidden ? done(null) : requestAnimationFrame(() => setTimeout(done))));
/** The texts are among the last things in the page. */
const texts = async () => {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  return content("em-texts");
};
if (data?.packed) {
  unpack(data, content("em-columns"), texts, (opened) => {
    begin(opened);
    return seen();
  });
} else begin(data);
