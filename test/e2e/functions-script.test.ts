import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import definitions from "../../src/functions/all.registry";

// The built functions.js leaves out what only people read. What computes has to be left: every worked example, in the built script.

const calls = new Map<string, (...args: unknown[]) => unknown>();
runInContext(readFileSync(join(__dirname, "../../dist/functions.js"), "utf8"), createContext({ CustomFunctions: { associate: (id: string, call: (...args: unknown[]) => unknown) => calls.set(id, call) } }));

const examples = definitions.flatMap(({ id, examples: all }) => all.map((example) => [id, example] as const));

test.each(examples)("%s: example %#", (id, { args, result, tolerance = 1e-9 }) => {
  const got = calls.get(id)!(...args);
  const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value.flat() : [value]);
  const [actual, expected] = [flat(got), flat(result)];
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    const cell = actual[i];
    if (typeof value === "number") expect(Math.abs((cell as number) - value)).toBeLessThanOrEqual(tolerance * Math.max(1e-300, Math.abs(value)));
    else expect(cell).toBe(value);
  });
});
