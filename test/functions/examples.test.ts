import definitions from "../../src/functions/all.registry";
import { checkedFunction } from "../../src/functions/call";
import { formulaText } from "./support";

const examples = definitions.flatMap((definition) => definition.examples.map((example) => ({ definition, example, title: `${formulaText(definition, example.args)} is ${String(example.result)} (${example.source})` })));

/** Numbers within the example's tolerance, everything else equal; tables cell by cell. */
function expectLike(result: unknown, expected: unknown, tolerance: number): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(result) && result.length).toBe(expected.length);
    expected.forEach((each, i) => expectLike((result as unknown[])[i], each, tolerance));
  } else if (typeof expected === "number") {
    expect(typeof result).toBe("number");
    expect(Math.abs((result as number) - expected)).toBeLessThanOrEqual(tolerance * (expected === 0 ? 1 : Math.abs(expected)));
  } else {
    expect(result).toEqual(expected);
  }
}

test.each(examples)("$title", ({ definition, example }) => {
  expectLike(checkedFunction(definition)(example.args), example.result, example.tolerance ?? 1e-12);
});

test("every function that gives a number has a worked example", () => {
  expect(definitions.filter((definition) => definition.result.kind === "number" && definition.examples.length === 0).map((definition) => definition.id)).toEqual([]);
});
