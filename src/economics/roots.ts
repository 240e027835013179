/**
 * Where a function changes its sign, by halving an interval until no number lies between its ends.
 * @param f negative at `low` and not at `high`, or the other way round
 */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  const negativeAtLow = f(low) < 0;
  let [from, to] = [low, high];
  for (;;) {
    const middle = from + (to - from) / 2;
    if (!(middle > from && middle < to)) return middle;
    if (f(middle) < 0 === negativeAtLow) from = middle;
    else to = middle;
  }
}

/**
 * Where a rising function crosses zero: false position with Illinois' halving, in about ten steps.
 * @param f 0 or below at `low`, 0 or above at `high`
 * @param tolerance width of the interval, or size of f, at which it stops
 */
export function risingRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [from, to, atFrom, atTo] = [low, high, f(low), f(high)];
  if (Math.abs(atFrom) <= tolerance) return from;
  if (Math.abs(atTo) <= tolerance) return to;
  let moved: "from" | "to" | undefined; // an end that stays for two steps counts half
  while (to - from > tolerance) {
    const straight = (from * atTo - to * atFrom) / (atTo - atFrom);
    const x = straight > from && straight < to ? straight : (from + to) / 2;
    const y = f(x);
    if (Math.abs(y) <= tolerance) return x;
    if (y < 0) {
      [from, atFrom] = [x, y];
      if (moved === "from") atTo /= 2;
      moved = "from";
    } else {
      [to, atTo] = [x, y];
      if (moved === "to") atFrom /= 2;
      moved = "to";
    }
  }
  return (from + to) / 2;
}
