/** The one clock: a playhead in seconds, moved by frames or by hand. Time and frames are arguments. */

/**
 * @typedef {object} ClockOptions
 * @property {() => number} [now] milliseconds
 * @property {(step: () => void) => number} [request] asks for the next frame
 * @property {(id: number) => void} [cancel]
 * @property {number} [rate] 1 is real time
 */

/** A frame that comes later than this (a hidden tab) does not make the playing leap. */
const LONGEST_STEP = 0.25;

export class Clock extends EventTarget {
  /** @param {number} duration seconds @param {ClockOptions} [options] */
  constructor(duration, options = {}) {
    super();
    this.duration = duration;
    this.rate = options.rate ?? 1;
    this.time = 0;
    this.playing = false;
    this.now = options.now ?? (() => performance.now());
    this.request = options.request ?? ((step) => requestAnimationFrame(step));
    this.cancel = options.cancel ?? ((id) => cancelAnimationFrame(id));
    this.frame = 0;
    this.last = 0;
    this.step = this.step.bind(this);
  }

  /** The playhead from 0 to 1. */
  get fraction() {
    return this.duration > 0 ? this.time / this.duration : 0;
  }

  play() {
    if (this.playing) return;
    if (this.time >= this.duration) this.move(0);
    this.playing = true;
    this.last = this.now();
    this.dispatchEvent(new Event("start"));
    this.frame = this.request(this.step);
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.cancel(this.frame);
    this.dispatchEvent(new Event("stop"));
  }

  /** @param {number} time seconds */
  seek(time) {
    this.last = this.now();
    this.move(time);
  }

  /** @param {number} time */
  move(time) {
    this.time = Math.max(0, Math.min(this.duration, Number.isFinite(time) ? time : 0));
    this.dispatchEvent(new Event("step"));
  }

  step() {
    if (!this.playing) return;
    const now = this.now();
    const passed = Math.max(0, Math.min(LONGEST_STEP, (now - this.last) / 1000));
    this.last = now;
    this.move(this.time + passed * this.rate);
    if (this.time < this.duration) {
      this.frame = this.request(this.step);
      return;
    }
    this.playing = false;
    this.dispatchEvent(new Event("stop"));
    this.dispatchEvent(new Event("end"));
  }
}
