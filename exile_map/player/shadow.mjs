// The page's stylesheet as that of a shadow tree: what it asks of the window is asked of the element instead, and its
// measures do not follow the host page's root.
const SIZED = /@media (?=\(m(?:ax|in)-(?:width|height): ?\d)([^{]+)/g;
const SHARE = /min\((\d+px), (\d+)vw\)/g;
const ALL = /\b100v([wh])\b/g;
const PIXELS_PER_REM = 16;
/** What the host page sets for itself is inherited by everything in it, and so would be by us. */
const RESET = ".exile-map{all:initial}";

/** @param {string} css */
export function inShadow(css) {
  return RESET + css
    .replace(SIZED, (_, query) => `@container exile-map ${query.replaceAll(",", " or")}`)
    .replace(SHARE, "min($1, $2cqw)")
    .replace(ALL, "100cq$1")
    .replace(/(\d*\.?\d+)rem\b/g, (_, number) => `${Number(number) * PIXELS_PER_REM}px`);
}
