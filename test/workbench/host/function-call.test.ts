import type { FunctionDefinition, FunctionParameter } from "../../../src/workbench/host";
import { functionResult, isWaiting, wireArguments } from "../../../src/workbench/host/function-call";

const definition = (...parameters: FunctionParameter[]): FunctionDefinition => ({ id: "F", name: "F", parameters });

test("matrices for matrix parameters, bare values for scalars, null for what is left out", () => {
  const f = definition({ name: "m", dimensionality: "matrix" }, { name: "x" }, { name: "y", optional: true }, { name: "z", dimensionality: "matrix", optional: true });
  expect(wireArguments(f, [[[1, null], ["a", true]], [[7]]], false)).toEqual({ values: [[[1, null], ["a", true]], 7, null, null] });
  expect(wireArguments(f, [3, null, 5], false)).toEqual({ values: [[[3]], null, 5, null] });
});

test("repeating parameters gather what follows, each in its own wire form", () => {
  const f = definition({ name: "x" }, { name: "more", repeating: true, dimensionality: "matrix" });
  expect(wireArguments(f, [1, 2, [[3, 4]]], false)).toEqual({ values: [1, [[[2]], [[3, 4]]]] });
  expect(wireArguments(f, [1], false)).toEqual({ values: [1, []] });
});

test("errors reach parameters of type any when allowed, and no others", () => {
  const na = { error: "#N/A" };
  const f = definition({ name: "x", type: "any", dimensionality: "matrix" }, { name: "n", type: "number", optional: true });
  expect(wireArguments(f, [[[1, na]]], true)).toEqual({ values: [[[1, { code: "#N/A", type: "CustomFunctionError" }]], null] });
  expect(wireArguments(f, [[[1, na]]], false)).toEqual(na);
  expect(wireArguments(f, [1, na], true)).toEqual(na);
});

test.each([
  ["number", true, 1],
  ["number", " 1.5 ", 1.5],
  ["string", 12, "12"],
  ["string", false, "FALSE"],
  ["boolean", 0, false],
  ["boolean", "true", true],
  ["any", "12", "12"],
])("a %s parameter takes %p as %p", (type, given, taken) => {
  expect(wireArguments(definition({ name: "x", type }), [given], false)).toEqual({ values: [taken] });
});

test.each([
  ["number", "abc"],
  ["number", ""],
  ["boolean", "yes"],
])("a %s parameter refuses %p by name", (type, given) => {
  expect(wireArguments(definition({ name: "x", type }), [given], false)).toMatchObject({ error: "#VALUE!", message: expect.stringMatching(/^x takes /) as string });
});

test("waiting values are found inside ranges", () => {
  expect([isWaiting([[1, { error: "#BUSY!" }]]), isWaiting({ error: "#N/A" }), isWaiting(null)]).toEqual([true, false, false]);
});

test.each([
  [[1, true, 42], 42],
  [[1, true, [[5]]], 5],
  [[1, true, [[1, "a"], [null, true]]], [[1, "a"], [0, true]]],
  [[1, true, null], 0],
  [[1, false, "no such model", 1], { error: "#N/A", message: "no such model" }],
  [[1, false, "", 2], { error: "#VALUE!" }],
  [[1, false, "NaN", 0], { error: "#VALUE!" }],
  [[1, true, { type: "Error", basicValue: "#N/A", message: "returned" }], { error: "#N/A", message: "returned" }],
  [[1, true, { type: "FormattedNumber", basicValue: 1.5, numberFormat: "0.0" }], 1.5],
  [[1, true, { type: "WebImage", address: "https://example.com" }], { error: "#VALUE!" }],
] as const)("the answer %j is %j", (wire, result) => {
  expect(functionResult(wire as Parameters<typeof functionResult>[0])).toEqual(result);
});
