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
