import { cellInput, scriptValue } from "../../../src/workbench/host/cell-input";
import { HostError } from "../../../src/workbench/host/errors";

test.each([
  [1.5, { value: 1.5 }],
  [true, { value: true }],
  ["", { value: null }],
  ["200", { value: 200 }],
  [" -1.5e3 ", { value: -1500 }],
  [".5", { value: 0.5 }],
  ["1e999", { value: "1e999" }],
  ["0x10", { value: "0x10" }],
  ["Infinity", { value: "Infinity" }],
  ["true", { value: true }],
  ["#n/a", { value: { error: "#N/A" } }],
  ["=A1+1", { formula: "=A1+1" }],
  ["=", { value: "=" }],
  ["'=A1", { value: "=A1" }],
  ["'007", { value: "007" }],
  ["5%", { value: "5%" }],
  ["2026-01-31", { value: "2026-01-31" }],
  ["Antminer S21", { value: "Antminer S21" }],
])("%p becomes %p", (written, input) => {
  expect(cellInput(written, false)).toEqual(input);
});

test("cells formatted as text take everything as text", () => {
  expect(["=A1", "12", "true"].map((each) => cellInput(each, true))).toEqual([{ value: "=A1" }, { value: "12" }, { value: "true" }]);
});

test.each([[NaN], [Infinity], [{}], ["x".repeat(32_768)], ["=" + "1+".repeat(4_096) + "1"]])("refuses what no cell takes", (written) => {
  expect(() => cellInput(written, false)).toThrow(HostError);
});

test("values as add-ins read them", () => {
  expect([null, { error: "#N/A" }, 0, false, "x"].map(scriptValue)).toEqual(["", "#N/A", 0, false, "x"]);
});
