/** The keyboard: only while the focus is in the player, and never against what a control does itself. */

/**
 * @typedef {object} KeyActs
 * @property {() => void} toggle @property {(by: number) => void} step @property {(end: boolean) => void} jump
 * @property {() => void} help @property {() => void} list @property {() => boolean} escape @property {(by: number) => void} zoom
 */

const FIVE = 5;

/** What has its own use of a key. @param {Element} target @param {string} key */
function owns(target, key) {
  if (target.closest("dialog")) return true;
  if (key !== "Escape" && target.matches("input, select, textarea, [contenteditable]")) return true;
  if (key === " " && target.closest("button, a, summary")) return true;
  const scrolls = target.closest(".em-panel, .em-text, .em-title");
  return scrolls !== null && scrolls.scrollHeight > scrolls.clientHeight && key !== "Escape" && key !== "?";
}

/** @param {HTMLElement} root @param {boolean} rtl @param {KeyActs} acts @param {AbortSignal} signal */
export function listenToKeys(root, rtl, acts, signal) {
  const on = rtl ? -1 : 1;
  /** @type {Record<string, () => void|boolean>} */
  const table = {
    " ": acts.toggle,
    ArrowRight: () => acts.step(on),
    ArrowLeft: () => acts.step(-on),
    ArrowUp: () => acts.step(1),
    ArrowDown: () => acts.step(-1),
    PageUp: () => acts.step(FIVE),
    PageDown: () => acts.step(-FIVE),
    Home: () => acts.jump(false),
    End: () => acts.jump(true),
    "?": acts.help,
    l: acts.list,
    L: acts.list,
    "+": () => acts.zoom(1),
    "=": () => acts.zoom(1),
    "-": () => acts.zoom(-1),
    Escape: acts.escape,
  };
  root.addEventListener("keydown", (event) => {
    const act = table[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (owns(/** @type {Element} */ (event.target), event.key)) return;
    if (act() !== false) event.preventDefault();
  }, { signal });
}
