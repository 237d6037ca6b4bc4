/** Kiosk: plays by itself, over and over; a visitor may take it over, and when nobody does any more it begins anew. */

/** Seconds the end stays on before it begins anew. */
const HELD = 6;
/** Seconds without a hand on it after which a stopped player begins anew. */
const IDLE = 60;

/** @param {import("./player.js").Player} player */
export function runKiosk(player) {
  const { clock, root } = player;
  const { signal } = player.abort;
  let waiting = 0;
  const rest = () => clearTimeout(waiting);
  const begin = () => {
    player.closeOpen();
    player.seek(0);
    if (!player.still.matches) player.play();
  };
  const wait = (/** @type {number} */ seconds) => {
    rest();
    waiting = window.setTimeout(begin, seconds * 1000);
  };
  clock.addEventListener("start", rest, { signal });
  clock.addEventListener("stop", () => wait(IDLE), { signal });
  clock.addEventListener("end", () => wait(HELD), { signal });
  for (const type of ["pointerdown", "pointermove", "wheel", "keydown"]) {
    root.addEventListener(type, () => clock.playing || wait(IDLE), { signal, passive: true });
  }
  signal.addEventListener("abort", rest);
  begin();
}
