import { typedInput } from "../../../src/workbench/grid/typed-input";

test.each([
  ["=1+1", "General", { input: { formula: "=1+1" } }],
  ["12.5", "General", { input: { value: 12.5 } }],
  ["5%", "General", { input: { value: 0.05 }, numberFormat: "0%" }],
  ["5%", "0.00", { input: { value: 0.05 } }],
  ["2026-01-31", "General", { input: { value: 46_053 }, numberFormat: "yyyy-mm-dd" }],
  ["true", "General", { input: { value: true } }],
  ["#n/a", "General", { input: { value: { error: "#N/A" } } }],
  ["'007", "General", { input: { value: "007" } }],
  ["007", "@", { input: { value: "007" } }],
  ["S21 XP", "General", { input: { value: "S21 XP" } }],
  ["=", "General", { input: { value: "=" } }],
  ["", "General", { input: { value: null } }],
  [3, "General", { input: { value: 3 } }],
  [null, "General", { input: { value: null } }],
])("%p typed into a cell of format %s", (typed, format, expected) => {
  expect(typedInput(typed, format)).toEqual(expected);
});
