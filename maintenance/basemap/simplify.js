/** Which points of a line matter: Visvalingam and Whyatt's effective areas. */

/**
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 * @param {(i: number) => number} importance Factor on the area of the triangle at point i.
 * @returns {Float64Array} The weight of every point; the ends weigh Infinity.
 */
export function weigh(xs, ys, importance) {
  const n = xs.length;
  const weights = new Float64Array(n).fill(Infinity);
  const before = Int32Array.from({ length: n }, (_, i) => i - 1);
  const after = Int32Array.from({ length: n }, (_, i) => i + 1);
  const areas = new Float64Array(n);
  const area = (i) => {
    const a = before[i];
    const b = after[i];
    return importance(i) * Math.abs((xs[a] - xs[i]) * (ys[b] - ys[i]) - (xs[b] - xs[i]) * (ys[a] - ys[i])) / 2;
  };
  const heap = new Heap(areas);
  for (let i = 1; i < n - 1; i++) {
    areas[i] = area(i);
    heap.push(i);
  }
  let least = 0;
  while (heap.size > 0) {
    const i = heap.pop();
    // A point never goes before those whose going made it small.
    least = Math.max(least, areas[i]);
    weights[i] = least;
    const a = before[i];
    const b = after[i];
    after[a] = b;
    before[b] = a;
    for (const neighbour of [a, b]) {
      if (neighbour === 0 || neighbour === n - 1) continue;
      areas[neighbour] = area(neighbour);
      heap.move(neighbour);
    }
  }
  return weights;
}

/** A binary heap of indices, smallest key first; ties go to the smaller index, so that runs agree. */
class Heap {
  constructor(keys) {
    this.keys = keys;
    this.items = [];
    this.places = new Int32Array(keys.length);
  }

  get size() {
    return this.items.length;
  }

  push(item) {
    this.places[item] = this.items.push(item) - 1;
    this.#up(this.places[item]);
  }

  pop() {
    const [first] = this.items;
    const last = this.items.pop();
    if (this.items.length > 0) {
      this.#set(0, last);
      this.#down(0);
    }
    return first;
  }

  move(item) {
    this.#up(this.places[item]);
    this.#down(this.places[item]);
  }

  #before(a, b) {
    return this.keys[a] < this.keys[b] || (this.keys[a] === this.keys[b] && a < b);
  }

  #set(place, item) {
    this.items[place] = item;
    this.places[item] = place;
  }

  #up(place) {
    const item = this.items[place];
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#before(item, this.items[parent])) break;
      this.#set(place, this.items[parent]);
      place = parent;
    }
    this.#set(place, item);
  }

  #down(place) {
    const item = this.items[place];
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && this.#before(this.items[child + 1], this.items[child])) child++;
      if (!this.#before(this.items[child], item)) break;
      this.#set(place, this.items[child]);
      place = child;
    }
    this.#set(place, item);
  }
}
