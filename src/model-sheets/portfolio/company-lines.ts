/** A balance at the start of a month: what the last one left, or `first` at the start. */
export function opening(close: string, first: string): string {
  return `=IF([runs]=1,[${close}-1],${first})`;
}

/** The sum of lines of this sheet that stand below each other. @param key of the nth, counted from 1 */
export function sumOf(count: number, key: (n: number) => string): string {
  return count === 1 ? `=[${key(1)}]` : `=SUM([${key(1)}:${key(count)}])`;
}
