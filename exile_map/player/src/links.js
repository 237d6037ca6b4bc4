/** Deep links: #stay=ID, #year=1936 (44BCE or -43 too), #person=NAME alone, #play, #kiosk. */

/** @param {string} text an astronomical year, or one with BCE */
export function readYear(text) {
  const bce = /^\s*(\d+)\s*(bce|bc)\s*$/i.exec(text);
  if (bce) return 1 - Number(bce[1]);
  return /^\s*[-−]?\d+(\.\d+)?\s*$/.test(text) ? Number(text.replace("−", "-")) : NaN;
}

/** @param {string} hash @returns {{stay: string|null, year: number, person: string, play: boolean, kiosk: boolean}} */
export function readLink(hash) {
  /** @type {Record<string, string>} */
  const said = {};
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [name, ...value] = part.split("=");
    try {
      said[name] = decodeURIComponent(value.join("="));
    } catch {
      said[name] = value.join("=");
    }
  }
  return { stay: said.stay ?? null, year: said.year === undefined ? NaN : readYear(said.year), person: said.person ?? "", play: "play" in said, kiosk: "kiosk" in said };
}
