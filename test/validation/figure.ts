/** A number with the range it may lie in. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A number without rounding: a count, a protocol constant, or what a publisher supposes (a power price of 0.05 $/kWh is not a measured 0.045 to 0.055). */
export function exact(value: number): Figure {
  return { value, low: value, high: value };
}

/**
 * A number as printed: it may be off by half a unit of its last digit.
 * "48" is 47.5 to 48.5, "0.3800" is 0.37995 to 0.38005, "1.4363e+13" is 1.43625E13 to 1.43635E13; commas group thousands.
 */
export function printed(text: string): Figure {
  const match = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text.replaceAll(",", ""));
  if (!match) throw new Error(`"${text}" is not a printed number`);
  const value = Number(match[0]);
  const halfUnit = 0.5 * 10 ** (Number(match[3] ?? 0) - (match[2]?.length ?? 0));
  return { value, low: value - halfUnit, high: value + halfUnit };
}

/**
 * A calculation on figures. The range comes from the corners of the inputs' ranges, which is exact
 * for a calculation that only rises or only falls in each input, as all of ours do.
 */
export function combine<K extends string>(inputs: Record<K, Figure>, calculate: (x: Record<K, number>) => number): Figure {
  const entries = Object.entries<Figure>(inputs) as [K, Figure][];
  const at = (pick: (figure: Figure, i: number) => number): number =>
    calculate(Object.fromEntries(entries.map(([name, figure], i) => [name, pick(figure, i)])) as Record<K, number>);
  const corners = Array.from({ length: 2 ** entries.length }, (_, corner) => at((figure, i) => (corner & (1 << i) ? figure.high : figure.low)));
  return { value: at((figure) => figure.value), low: Math.min(...corners), high: Math.max(...corners) };
}

/** The same figure, allowed to be off by a further share of its value. */
export function widened(figure: Figure, share: number): Figure {
  const more = Math.abs(figure.value) * share;
  return { value: figure.value, low: figure.low - more, high: figure.high + more };
}

export function overlap(a: Figure, b: Figure): boolean {
  return a.low <= b.high && b.low <= a.high;
}
