/**
 * The raster: points, ways and cells written straight into the pixels of one picture. A canvas strokes some thousands of
 * curved ways in 60 ms; here tens of thousands of points and their ways take a few.
 */

/** Points stand at quarters of a pixel, so that they glide. */
const PHASES = 4;
/** Parts of a pixel's side by which edges are smoothed. */
const FINE = 4;

/** @typedef {[number, number, number]} Colour red, green, blue */
/** @typedef {"forced"|"flight"|"free"|"unknown"} Shape */
/**
 * @typedef {object} Stamp
 * @property {number} side pixels
 * @property {Uint32Array[]} phases its pixels, for each place within one pixel
 */
/** @typedef {{width: number, rows: number[]}} Hexagon */
/**
 * @typedef {object} Pen
 * @property {number} wide pixels
 * @property {number} colour blue, green, red
 * @property {number} alpha 0..255
 * @property {number} on pixels of a dash
 * @property {number} off pixels from one to the next; 0 where there is none
 * @property {boolean} gathered whether ways that cross make each other plainer
 */

/** @param {Colour} colour @param {number} alpha 0..255 */
const pack = ([r, g, b], alpha) => ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** Whether a point lies in a shape of radius 1 around (0, 0). Colour alone never tells them apart. @type {Record<Shape, (x: number, y: number) => boolean>} */
const SHAPES = {
  forced: (x, y) => Math.abs(x) + Math.abs(y) <= 1.22,
  flight: (x, y) => y <= 0.78 && y >= 1.9 * Math.abs(x) - 1.12,
  free: (x, y) => x * x + y * y <= 1,
  unknown: (x, y) => Math.abs(x) <= 0.78 && Math.abs(y) <= 0.78,
};

/**
 * A shape with a rim of the paper's colour, so that neighbours can be told apart; hollow where doubtful.
 * @param {Shape} shape @param {number} radius pixels @param {Colour} colour @param {Colour} rim @param {boolean} hollow @param {number} ratio pixels of a CSS pixel
 * @returns {Stamp}
 */
export function makeStamp(shape, radius, colour, rim, hollow, ratio) {
  const inside = SHAPES[shape];
  const edge = 0.9 * ratio;
  const side = 2 * Math.ceil(1.3 * radius + edge) + 1;
  const middle = (side - 1) / 2;
  const hole = hollow ? Math.max(0, 1 - (1.15 * ratio) / radius) : 0;
  const phases = [];
  for (let phase = 0; phase < PHASES * PHASES; phase++) {
    const [dx, dy] = [(phase % PHASES) / PHASES, Math.floor(phase / PHASES) / PHASES];
    const pixels = new Uint32Array(side * side);
    for (let i = 0; i < pixels.length; i++) {
      let [body, whole] = [0, 0];
      for (let n = 0; n < FINE * FINE; n++) {
        const x = (i % side) - middle - dx + ((n % FINE) + 0.5) / FINE - 0.5;
        const y = Math.floor(i / side) - middle - dy + (Math.floor(n / FINE) + 0.5) / FINE - 0.5;
        if (!inside(x / (radius + edge), y / (radius + edge))) continue;
        whole++;
        if (inside(x / radius, y / radius) && !(hole && inside(x / radius / hole, y / radius / hole))) body++;
      }
      if (!whole) continue;
      const part = body / whole;
      const mixed = /** @type {Colour} */ (colour.map((c, k) => Math.round(c * part + rim[k] * (1 - part))));
      pixels[i] = pack(mixed, Math.round((255 * whole) / (FINE * FINE) * (0.72 + 0.28 * part)));
    }
    phases.push(pixels);
  }
  return { side, phases };
}

/** The rows of a hexagon that stands on its corner: what is left free at each end. @param {number} width pixels @returns {Hexagon} */
export function makeHexagon(width) {
  const height = 2 * Math.ceil(width / Math.cos(Math.PI / 6) / 2);
  const rows = Array.from({ length: height }, (_, y) => {
    const from = Math.abs(y + 0.5 - height / 2);
    return Math.max(0, width / 2 - Math.max(0, height / 2 - from) * Math.tan(Math.PI / 3));
  });
  return { width, rows };
}

export class Raster {
  constructor() {
    this.width = 0;
    this.height = 0;
    this.pixels = new Uint32Array(0);
    /** @type {ImageData|null} */
    this.image = null;
  }

  /** @param {number} width @param {number} height @param {(width: number, height: number) => ImageData|null} [make] */
  resize(width, height, make = () => null) {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    this.image = make(width, height);
    this.pixels = this.image ? new Uint32Array(this.image.data.buffer) : new Uint32Array(width * height);
  }

  clear() {
    this.pixels.fill(0);
  }

  /** One pixel over what is there. @param {number} at @param {number} r @param {number} g @param {number} b @param {number} alpha 0..255 */
  blend(at, r, g, b, alpha) {
    const under = this.pixels[at];
    if (!under || alpha >= 255) {
      this.pixels[at] = ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
      return;
    }
    const below = ((under >>> 24) * (255 - alpha)) / 255;
    const whole = alpha + below;
    const part = alpha / whole;
    const [ur, ug, ub] = [under & 255, (under >>> 8) & 255, (under >>> 16) & 255];
    this.pixels[at] = ((Math.round(whole) << 24) | ((ub + (b - ub) * part) << 16) | ((ug + (g - ug) * part) << 8) | (ur + (r - ur) * part)) >>> 0;
  }

  /** A stamp with its middle at a point. @param {Stamp} stamp @param {number} x pixels, not rounded @param {number} y */
  stamp({ side, phases }, x, y) {
    const { width, height, pixels } = this;
    const half = (side - 1) / 2;
    const [px, py] = [Math.floor(x), Math.floor(y)];
    const [left, top] = [px - half, py - half];
    if (left < 0 || top < 0 || left + side > width || top + side > height) return;
    const source = phases[Math.floor((y - py) * PHASES) * PHASES + Math.floor((x - px) * PHASES)];
    for (let j = 0, i = 0; j < side; j++) {
      let at = (top + j) * width + left;
      for (let k = 0; k < side; k++, i++, at++) {
        const pixel = source[i];
        if (!pixel) continue;
        const alpha = pixel >>> 24;
        if (alpha === 255 || !pixels[at]) pixels[at] = pixel;
        else this.blend(at, pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, alpha);
      }
    }
  }

  /** A cell of the density, over all that lies under it. @param {Hexagon} hexagon @param {number} left @param {number} top @param {number} pixel colour and alpha */
  cell({ width, rows }, left, top, pixel) {
    const [r, g, b, alpha] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24];
    for (let y = Math.max(0, -top); y < rows.length && top + y < this.height; y++) {
      const begin = (top + y) * this.width;
      const free = Math.ceil(rows[y]);
      const from = Math.max(0, left + free);
      const to = Math.min(this.width, left + width - free);
      if (from < to) this.pixels.fill(pixel, begin + from, begin + to);
      // Its slanted sides are smooth.
      const part = Math.round(alpha * (free - rows[y]));
      if (!part) continue;
      if (from > 0 && from <= this.width) this.blend(begin + from - 1, r, g, b, part);
      if (to >= 0 && to < this.width) this.blend(begin + to, r, g, b, part);
    }
  }

  /**
   * A straight piece of a way, smoothed. Where ways cross the plainer one is seen, or the last of those that are gathered.
   * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 pixels @param {Pen} pen @param {number} along how much of the way is behind it
   * @returns {number} and with it
   */
  line(x0, y0, x1, y1, { wide, colour, alpha, on, off, gathered }, along) {
    const [dx, dy] = [x1 - x0, y1 - y0];
    const length = Math.sqrt(dx * dx + dy * dy);
    const steep = Math.abs(dy) > Math.abs(dx);
    const a0 = steep ? y0 : x0;
    const a1 = steep ? y1 : x1;
    const b0 = steep ? x0 : y0;
    const reach = Math.abs(a1 - a0);
    if (reach < 1e-6) return along + length;
    const { width, height, pixels } = this;
    const slope = (steep ? dx : dy) / (a1 - a0);
    const stretch = length / reach;
    const half = (wide * stretch) / 2;
    const limit = steep ? height : width;
    const across = steep ? width : height;
    const [step, aside] = steep ? [width, 1] : [1, width];
    const first = Math.max(0, Math.ceil(Math.min(a0, a1)));
    const last = Math.min(limit, Math.ceil(Math.max(a0, a1)));
    const period = on + off;
    const forth = a1 > a0 ? stretch : -stretch;
    let phase = off ? (along + Math.abs(first - a0) * stretch) % period : 0;
    let middle = b0 + (first - a0) * slope + 0.5;
    for (let a = first; a < last; a++, middle += slope) {
      if (off) {
        const here = phase;
        phase += forth;
        if (phase >= period) phase -= period;
        else if (phase < 0) phase += period;
        if (here >= on) continue;
      }
      const from = middle - half;
      const to = middle + half;
      let k = Math.floor(from);
      if (k < 0 || to >= across) continue;
      for (let at = a * step + k * aside; k < to; k++, at += aside) {
        const cover = (to < k + 1 ? to : k + 1) - (from > k ? from : k);
        const strength = (alpha * cover) | 0;
        if (gathered) {
          const under = pixels[at] >>> 24;
          const whole = under + (strength * (255 - under)) / 255;
          // A mixture of colours is in no key: the last has the pixel, or who had it where it is hardly touched.
          pixels[at] = ((whole << 24) | (cover > 0.5 || !under ? colour : pixels[at] & 0xffffff)) >>> 0;
        } else if (strength > pixels[at] >>> 24) pixels[at] = ((strength << 24) | colour) >>> 0;
      }
    }
    return along + length;
  }
}
