/** The trail: the travelled way's canvas. It grows as the playhead moves on. */
import { paintLeg, sketchLeg } from "./paint.js";

/** @typedef {import("./basemap-draw.js").View} View */

export class Trail {
  /** @param {import("./sheets.js").Sheets} sheets @param {import("./model.js").Leg[]} legs */
  constructor(sheets, legs) {
    this.sheets = sheets;
    this.legs = legs;
    this.drawn = 0;
  }

  /** The camera or the colours have changed. */
  forget() {
    if (this.drawn) this.sheets.wipe("travelled");
    this.drawn = 0;
  }

  /** Shows so many legs, from what is there. @param {View} view @param {number} done @param {import("./theme.js").Theme} theme @param {import("./sheets.js").Sheet} [sheet] */
  show(view, done, theme, sheet = "travelled") {
    if (done < this.drawn) this.forget();
    const ctx = this.sheets.pen(sheet);
    // On the ground itself they are seen for a moment only, until all is drawn.
    const paint = sheet === "base" ? sketchLeg : paintLeg;
    for (const leg of this.legs.slice(this.drawn, done)) paint(ctx, view, leg, theme);
    this.drawn = done;
  }
}
