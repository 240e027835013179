import { InputError } from "../units/errors";

/** Refuses a count that is not a whole number. */
export function requireWhole(counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isInteger(count)) throw new InputError(`${name} is ${count}; give a whole number.`);
  }
}
