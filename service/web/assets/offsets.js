// Code points, which the report counts, and UTF-16 units, which strings here count. Knows nothing of reports.

export class Offsets {
  #astral = [];

  constructor(text) {
    let point = 0;
    for (const char of text) {
      if (char.length === 2) this.#astral.push(point);
      point += 1;
    }
    this.points = point;
    this.units = text.length;
  }

  /** The unit at which code point `point` begins. */
  toUnits(point) {
    return point + this.#countBelow((index) => this.#astral[index] < point);
  }

  /** The code point that unit `unit` belongs to. */
  toPoints(unit) {
    return unit - this.#countBelow((index) => this.#astral[index] + index < unit);
  }

  // How many of the astral characters, in order, `isBelow` holds for.
  #countBelow(isBelow) {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
