/** Whole numbers as printable ASCII that neither HTML, JSON, JavaScript nor a template engine reads as its own. */

const LEFT_OUT = " \"&'<>\\`${}";

/** Every other printable character of ASCII is a digit. */
export const DIGITS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((character) => !LEFT_OUT.includes(character))
  .join("");

/** Digits after the escape: enough for any difference of two places on the grid. */
const LONG = 3;

/** -1, 1, -2, 2 … as 1, 2, 3, 4 … @param {number} value */
export const zigzag = (value) => (value < 0 ? -2 * value - 1 : 2 * value);

/**
 * Numbers below `short` take one digit. The digits from there on, but for the last, begin a number of two;
 * the last begins one of 1 + LONG.
 *
 * @param {number[]} numbers
 * @param {number} short
 */
export function encode(numbers, short) {
  const base = DIGITS.length;
  let text = "";
  for (const number of numbers) {
    const above = number - short;
    if (above < 0) text += DIGITS[number];
    else if (above < (base - 1 - short) * base) text += DIGITS[short + Math.floor(above / base)] + DIGITS[above % base];
    else if (number < base ** LONG) {
      text += DIGITS[base - 1];
      for (let place = LONG - 1; place >= 0; place--) text += DIGITS[Math.floor(number / base ** place) % base];
    } else throw new RangeError(`${number} is too large to be written`);
  }
  return text;
}

/** The `short` that makes the text shortest. @param {number[]} numbers */
export function bestShort(numbers) {
  const base = DIGITS.length;
  let best = 1;
  let least = Infinity;
  for (let short = 1; short < base; short++) {
    let length = 0;
    for (const number of numbers) length += number < short ? 1 : number < short + (base - 1 - short) * base ? 2 : 1 + LONG;
    if (length < least) [best, least] = [short, length];
  }
  return best;
}
