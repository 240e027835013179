import { fullName } from "../../src/catalog/catalog";
import { suggest } from "../../src/taskpane/machine-names";
import { brightness } from "../../src/taskpane/theme";
import { parseNumber, type NumberKind } from "../../src/taskpane/typed-number";

test.each<[string, NumberKind, number]>([
  ["60,000", "number", 60_000],
  ["127,479,855,693,691.4", "difficulty", 127_479_855_693_691.4],
  ["127.5T", "difficulty", 127.5e12],
  ["1.3e14", "difficulty", 1.3e14],
  [" .5 ", "number", 0.5],
  ["-2", "percent", -0.02],
  ["1.1", "percent", 0.011],
  ["7", "percent", 0.07],
  ["97 %", "percent", 0.97],
  ["97%", "share", 0.97],
  ["1.1 %", "share", 0.011],
  ["0.97", "share", 0.97],
  ["97", "share", 97],
  ["$78,456.69", "number", 78_456.69],
  ["1\u202f234\u202f567.5", "number", 1_234_567.5],
  ["78 456", "number", 78_456],
  ["−2", "percent", -0.02],
])("%j (%s) is read", (text, kind, value) => {
  expect(parseNumber(text, kind)).toBe(value);
});

test.each(["", "abc", "0,045", "1,00", "12T", "1e", "--1", "1 2", "Infinity", "0x10", "5%", "20 $", "$"])("%j is no number", (text) => {
  expect(parseNumber(text, "number")).toBeNaN();
});

test("suggestions need every word, in any order", () => {
  expect(suggest("pro s19j 104").map(fullName)).toEqual(["Antminer S19j Pro 104 TH/s"]);
  expect(suggest("no such machine")).toEqual([]);
});

test.each([["#FFFFFF", 1], ["#000000", 0], ["#262626", 38 / 255], ["white", 1]])("brightness of %s", (color, expected) => {
  expect(brightness(color)).toBeCloseTo(expected, 12);
});
