import { mine } from "../functions/support";

/** A MINE function's number; an error value fails with the function's own sentence. */
export function mineNumber(id: string, ...args: unknown[]): number {
  const result = mine(id)(...args);
  if (typeof result !== "number") throw new Error(`MINE.${id}(${args.join(", ")}) gives ${JSON.stringify(result)}`);
  return result;
}
