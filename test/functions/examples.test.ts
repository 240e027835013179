import definitions from "../../src/functions/all.registry";
import { checkedFunction } from "../../src/functions/call";
import { formulaText } from "./support";

const examples = definitions.flatMap((definition) => definition.examples.map((example) => ({ definition, example, title: `${formulaText(definition, example.args)} is ${String(example.result)} (${example.source})` })));

test.each(examples)("$title", ({ definition, example }) => {
  const result = checkedFunction(definition)(example.args);
  if (typeof example.result !== "number") return expect(result).toEqual(example.result);
  expect(typeof result).toBe("number");
  const allowed = (example.tolerance ?? 1e-12) * Math.max(Math.abs(example.result), example.result === 0 ? 1 : 0);
  expect(Math.abs((result as number) - example.result)).toBeLessThanOrEqual(allowed);
});

test("every function that gives a number has a worked example", () => {
  expect(definitions.filter((definition) => definition.result.kind === "number" && definition.examples.length === 0).map((definition) => definition.id)).toEqual([]);
});
