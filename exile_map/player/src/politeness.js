/** Politeness: what a player that is a guest in another page does not do to its readers. */
import { make, write } from "./dom.js";

/** Milliseconds for which the hint how to zoom stays on the map. */
const SHOWN = 1600;

/** The scroll of the host's page is never taken: Ctrl or two fingers zoom, and the map says so. @param {import("./player.js").Player} player */
export function leaveScroll({ root, map, words, furniture: { mapElement }, abort: { signal } }) {
  const hint = make("p", { class: "em-hint", "aria-hidden": "true" });
  root.append(hint);
  root.classList.add("em-polite");
  let fading = 0;
  signal.addEventListener("abort", () => hint.remove());
  const tell = (/** @type {string} */ key) => {
    write(hint, words.say(key, { key: /Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl" }));
    hint.classList.add("em-shown");
    clearTimeout(fading);
    fading = window.setTimeout(() => hint.classList.remove("em-shown"), SHOWN);
  };
  const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ act) => mapElement.addEventListener(type, (event) => {
    // On the full screen there is nothing else to scroll.
    if (!document.fullscreenElement) act(event);
    else map.dragging.enable();
  }, { capture: true, passive: true, signal });
  on("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopImmediatePropagation();
    tell("hint_wheel");
  });
  // Two fingers move the map by Leaflet's own pinching.
  on("pointerdown", (event) => map.dragging[event.pointerType === "touch" ? "disable" : "enable"]());
  on("touchmove", (event) => event.touches.length > 1 || tell("hint_touch"));
}

/** Rests while nobody can see it, and goes on when somebody can again. @param {import("./player.js").Player} player */
export function restUnseen(player) {
  const { clock, root } = player;
  const { signal } = player.abort;
  let inView = true;
  const look = () => {
    const seen = inView && !document.hidden;
    if (!seen && clock.playing) {
      clock.pause();
      player.resting = true;
    } else if (seen && player.resting) {
      player.resting = false;
      clock.play();
    }
  };
  const watch = new IntersectionObserver((entries) => {
    inView = entries[entries.length - 1].isIntersecting;
    look();
  });
  watch.observe(root);
  signal.addEventListener("abort", () => watch.disconnect());
  document.addEventListener("visibilitychange", look, { signal });
  clock.addEventListener("start", look, { signal });
}
