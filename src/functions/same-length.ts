import { InputError } from "../units/errors";

/** Refuses ranges that belong together row by row but differ in their number of cells. */
export function requireSameLength(ranges: Readonly<Record<string, readonly unknown[]>>): void {
  const [first, ...others] = Object.entries(ranges);
  for (const [name, cells] of others) {
    if (cells.length !== first![1].length) throw new InputError(`${first![0]} has ${first![1].length} cells and ${name} has ${cells.length}; give ranges of the same length.`);
  }
}
