import type { ByMonth } from "./result";

const VALUES_AT_ONCE = 4096;

/** Gives rows of zeros out of larger pieces of memory. */
export function rowTaker(): (length: number) => Float64Array {
  let values = new Float64Array(0);
  let used = 0;
  return (length) => {
    if (used + length > values.length) [values, used] = [new Float64Array(Math.max(length, VALUES_AT_ONCE)), 0];
    used += length;
    return new Float64Array(values.buffer, (used - length) * values.BYTES_PER_ELEMENT, length);
  };
}

/** Rows of zeros in one piece of memory: thousands of small ones take longer to make than to fill. */
export function emptyRows(count: number, length: number): ByMonth[] {
  const values = new Float64Array(count * length);
  return Array.from({ length: count }, (_, i) => new Float64Array(values.buffer, i * length * values.BYTES_PER_ELEMENT, length));
}

export function emptyRecord<Name extends string>(names: readonly Name[], length: number): Record<Name, ByMonth> {
  const rows = emptyRows(names.length, length);
  const record = {} as Record<Name, ByMonth>;
  names.forEach((name, i) => { record[name] = rows[i]!; });
  return record;
}
