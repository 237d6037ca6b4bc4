/** Names: of the places that most lives went through, those that are in view, as they were called at the time. */

/** @typedef {{text: string, x: number, y: number, stays: number, from: number, to: number}} Title */
/** @typedef {import("../basemap-draw.js").View} View */

/** So many are tried in a view. */
const TRIED = 600;
/** Square pixels of the map for each name. */
const ROOM = 30_000;
const SIZE = 13;
const AIR = 7;
/** Places of fewer stays than this part of the most frequent one's are named only near by. */
const MINOR = 0.02;
const NEAR_ZOOM = 5;

/** What places were called, where, and between which years. @param {import("./data.js").Corpus} corpus @param {ArrayLike<number>} codes @param {string[]} texts @returns {Title[]} */
export function readTitles({ count, xs, ys, comes, goes }, codes, texts) {
  const found = texts.map((text) => ({ text, x: 0, y: 0, stays: 0, from: Infinity, to: -Infinity, first: NaN }));
  for (let row = 0; row < count; row++) {
    if (Number.isNaN(xs[row])) continue;
    const title = found[codes[row]];
    const x = xs[row] - Math.floor(xs[row]);
    if (Number.isNaN(title.first)) title.first = x;
    title.x += x - Math.round(x - title.first);
    title.y += ys[row];
    title.stays++;
    title.from = Math.min(title.from, comes[row]);
    title.to = Math.max(title.to, goes[row]);
  }
  return found.filter(({ stays }) => stays > 0).map(({ text, x, y, stays, from, to }) => ({ text, x: x / stays, y: y / stays, stays, from, to }))
    .sort((a, b) => b.stays - a.stays || (a.text < b.text ? -1 : 1));
}

export class Names {
  /** @param {Title[]} titles those of most stays first */
  constructor(titles) {
    this.titles = titles;
    this.key = "";
    /** @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {{text: string, x: number, y: number, w: number, h: number}[]} */
    this.shown = [];
  }

  /**
   * @param {import("../sheets.js").Sheets} sheets @param {View} view @param {import("../theme.js").Theme} theme
   * @param {number|null} year null for all times @param {boolean} moved @param {import("../labels.js").Rect[]} obstacles
   */
  show(sheets, view, theme, year, moved, obstacles) {
    const key = year === null ? "all" : String(Math.floor(year));
    if (!moved && key === this.key) return;
    this.key = key;
    const ctx = sheets.wipe("overlay");
    ctx.font = `500 ${SIZE}px ${theme.serif}`;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    this.shown = this.place(ctx, view, year === null ? null : Math.floor(year), obstacles);
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = theme.casing;
    ctx.fillStyle = theme.ink;
    for (const { text, x, y } of this.shown) {
      ctx.strokeText(text, x, y);
      ctx.fillText(text, x, y);
    }
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {number|null} year @param {import("../labels.js").Rect[]} obstacles */
  place(ctx, { scale, originX, originY, width, height }, year, obstacles) {
    const most = Math.max(6, (width * height) / ROOM);
    const least = Math.log2(scale / 256) < NEAR_ZOOM ? (this.titles[0]?.stays ?? 0) * MINOR : 0;
    /** @type {typeof this.shown} */
    const shown = [];
    const tried = this.titles.slice(0, TRIED);
    for (const title of tried) {
      const { text, x: worldX, y: worldY, stays, from, to } = title;
      if (stays < least || shown.length >= most) break;
      if (year !== null && (from > year + 1 || to < year)) continue;
      const y = (worldY - originY) * scale;
      if (y < 12 || y > height - 12) continue;
      let w = this.widths.get(text);
      if (w === undefined) this.widths.set(text, (w = ctx.measureText(text).width));
      for (let copy = Math.floor(originX); copy <= originX + width / scale; copy++) {
        const middle = (worldX + copy - originX) * scale;
        if (middle < 0 || middle > width) continue;
        const isOverOther = (/** @type {number} */ left) => tried.some((other) => {
          const at = (other.x + copy - originX) * scale;
          return other !== title && at > left - AIR && at < left + w && Math.abs((other.y - worldY) * scale) < SIZE;
        });
        // East of the place, else west, where it would not be taken for another's name.
        for (const x of [middle + AIR, middle - AIR - w]) {
          const box = { text, x, y, w, h: SIZE + 4 };
          if (x < 4 || x + w > width - 4) continue;
          if (obstacles.some((o) => x < o.x + o.w && o.x < x + w && y - 9 < o.y + o.h && o.y < y + 9)) continue;
          if (shown.some((other) => x < other.x + other.w + 6 && other.x < x + w + 6 && Math.abs(other.y - y) < box.h)) continue;
          if (x < middle && isOverOther(x)) continue;
          shown.push(box);
          break;
        }
      }
    }
    return shown;
  }
}
