import type { ByMonth } from "./result";

/** Rows of zeros in one piece of memory: thousands of small ones take longer to make than to fill. */
export function emptyRows(count: number, length: number): ByMonth[] {
  const values = new Float64Array(count * length);
  return Array.from({ length: count }, (_, i) => new Float64Array(values.buffer, i * length * values.BYTES_PER_ELEMENT, length));
}

export function emptyRecord<Name extends string>(names: readonly Name[], length: number): Record<Name, ByMonth> {
  const rows = emptyRows(names.length, length);
  return Object.fromEntries(names.map((name, i) => [name, rows[i]!])) as Record<Name, ByMonth>;
}
