/** Messages: the door for a page that frames this one; docs/embedding.md has the protocol. */

/** Raised when a host would misunderstand. */
const VERSION = 1;
export const EVENTS = ["ready", "stay", "playing", "paused", "ended"];

/** @param {HTMLElement} root @param {ReturnType<typeof import("./mount.js").mount>} map */
export function answerParent(root, map) {
  const host = window.parent;
  if (host === window) return;
  const allowed = root.dataset.origins?.split(" ");
  const listed = (/** @type {string} */ origin) => !allowed || allowed.includes(origin);
  // Where only some may listen nothing is told before it is known who does; not every browser says it by itself.
  let target = allowed ? [...(location.ancestorOrigins ?? [])].slice(0, 1).find(listed) : "*";
  const tell = (/** @type {string} */ event) => target && host.postMessage({ exileMap: VERSION, event, ...map.now() }, target);
  for (const event of EVENTS) root.addEventListener(event, () => tell(event), { signal: map.signal });
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== host || !listed(origin) || data?.exileMap !== VERSION) return;
    if (allowed) target = origin;
    const { command, to } = data;
    if (command === "play" || command === "pause") map[/** @type {"play"} */ (command)]();
    else if (command === "seek" && typeof to === "number") map.seek(to);
    else if (command === "goTo" && typeof to === "string") map.goTo(to);
    else if (command !== "state") return;
    tell("state");
  }, { signal: map.signal });
}
