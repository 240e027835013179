/** Sum of the amounts of those that come before the n-th: with a merit below (or above) its own, or equal and further up. */
export function ahead(ids: readonly number[], n: number, before: "<" | ">", meritOf: (f: number) => string, amountOf: (f: number) => string): string {
  const block = (of: (f: number) => string, until: number): string => `[$${of(ids[0]!)}:${of(ids[until]!)}]`;
  const own = `[$${meritOf(ids[n]!)}]`;
  const last = ids.length - 1;
  const strictly = `SUMPRODUCT(--(${block(meritOf, last)}${before}${own}),${block(amountOf, last)})`;
  return n === 0 ? `=${strictly}` : `=${strictly}+SUMPRODUCT(--(${block(meritOf, n - 1)}=${own}),${block(amountOf, n - 1)})`;
}
