/** The trail: the travelled way's canvas. */
import { paintLegs, sketchLeg } from "./paint.js";

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

  /** Shows so many legs: all anew, for their casings lie under all of them. @param {View} view @param {number} done @param {import("./theme.js").Theme} theme @param {import("./sheets.js").Sheet} [sheet] */
  show(view, done, theme, sheet = "travelled") {
    if (done === this.drawn) return;
    this.forget();
    const [ctx, legs] = [this.sheets.pen(sheet), this.legs.slice(0, done)];
    // On the ground itself they are seen for a moment only, until all is drawn.
    if (sheet === "base") for (const leg of legs) sketchLeg(ctx, view, leg, theme);
    else paintLegs(ctx, view, legs, theme);
    this.drawn = done;
  }
}
