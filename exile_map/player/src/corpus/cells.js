/** Cells: where so many are that points would be a blot, how many they are, in hexagons that stay with the land. */

/** From so many lives in a cell on, it is shaded. */
export const CROWD = 4;
/** The least number of lives of each shade but the first: half a power of ten each. */
export const SHADES = [10, 30, 100, 300, 1000];
/** Pixels of a cell's width. */
export const CELL = 18;

/** The shade of a number of lives. @param {number} count */
export function shadeOf(count) {
  let shade = 0;
  while (shade < SHADES.length && count >= SHADES[shade]) shade++;
  return shade;
}

const UNKNOWN = -(2 ** 31);

/**
 * The grid over one view: its columns and rows are counted from the world's corner.
 */
export class Cells {
  /** @param {number} [stays] of how many stays the cells are remembered */
  constructor(stays = 0) {
    /** Column and row of each stay's cell, at one scale of the map: most people are where they were a moment ago. */
    this.columnOf = new Int32Array(stays);
    this.rowOf = new Int32Array(stays).fill(UNKNOWN);
    this.scale = 0;
    this.column = 0;
    this.row = 0;
    this.columns = 0;
    this.rows = 0;
    this.counts = new Uint32Array(0);
    /** Of those in each cell: the sums of their places, in pixels from the world's corner. */
    this.xs = new Float64Array(0);
    this.ys = new Float64Array(0);
    this.left = 0;
    this.top = 0;
    this.wide = CELL;
    this.high = CELL;
  }

  /** @param {number} left pixels of the view's corner from the world's @param {number} top @param {number} width @param {number} height @param {number} cell pixels */
  lay(left, top, width, height, cell) {
    this.wide = cell;
    this.high = (cell * Math.sqrt(3)) / 2;
    this.left = Math.floor(left / this.wide) - 1;
    this.top = Math.floor(top / this.high) - 1;
    this.columns = Math.ceil(width / this.wide) + 4;
    this.rows = Math.ceil(height / this.high) + 4;
    const size = this.columns * this.rows;
    if (this.counts.length < size) {
      this.counts = new Uint32Array(size);
      this.xs = new Float64Array(size);
      this.ys = new Float64Array(size);
      return;
    }
    for (const sums of [this.counts, this.xs, this.ys]) sums.fill(0, 0, size);
  }

  /** Forgets the cells of stays if the map is at another scale. @param {number} scale pixels of the world */
  rescale(scale) {
    if (scale === this.scale) return;
    this.scale = scale;
    this.rowOf.fill(UNKNOWN);
  }

  /** The cell of a point, or -1 beyond the grid. @param {number} x pixels from the world's corner @param {number} y */
  at(x, y) {
    this.find(x, y);
    return this.index(this.column, this.row);
  }

  /** @param {number} column @param {number} row counted from the world's corner @returns {number} */
  index(column, row) {
    const i = column - this.left;
    const j = row - this.top;
    return i < 0 || j < 0 || i >= this.columns || j >= this.rows ? -1 : j * this.columns + i;
  }

  /** Finds the cell of a point. @param {number} x pixels from the world's corner @param {number} y */
  find(x, y) {
    const { wide, high } = this;
    const row = Math.round(y / high);
    const column = Math.round(x / wide - (row & 1) / 2);
    // Between two rows the nearer middle decides.
    const other = row + (y < row * high ? -1 : 1);
    const beside = Math.round(x / wide - (other & 1) / 2);
    const far = (x - (column + (row & 1) / 2) * wide) ** 2 + (y - row * high) ** 2;
    const farther = (x - (beside + (other & 1) / 2) * wide) ** 2 + (y - other * high) ** 2;
    this.column = far <= farther ? column : beside;
    this.row = far <= farther ? row : other;
  }

  /** Counts one who is at a stay, and returns the cell. @param {number} stay @param {number} x pixels from the world's corner @param {number} y */
  count(stay, x, y) {
    if (this.rowOf[stay] === UNKNOWN) {
      this.find(x, y);
      this.columnOf[stay] = this.column;
      this.rowOf[stay] = this.row;
    }
    const at = this.index(this.columnOf[stay], this.rowOf[stay]);
    if (at < 0) return at;
    this.counts[at]++;
    this.xs[at] += x;
    this.ys[at] += y;
    return at;
  }

  /** Where those of a cell are in the middle: what all of them call one town is not moved from it. @param {number} index */
  middle(index) {
    return { x: this.xs[index] / this.counts[index], y: this.ys[index] / this.counts[index] };
  }
}
