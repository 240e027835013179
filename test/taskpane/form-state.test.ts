import { asicModels, fullName } from "../../src/catalog/catalog";
import { catalogMachine, defaultScenario } from "../../src/planning";
import { completedName, initialForm, parseNumber, readForm } from "../../src/taskpane/form-state";
import { suggest } from "../../src/taskpane/MachineField";
import { brightness } from "../../src/taskpane/theme";

test("the form, filled and read back, is the default scenario to the last digit", () => {
  expect(readForm(initialForm()).inputs).toEqual(defaultScenario());
});

test.each<[string, Parameters<typeof parseNumber>[1], number]>([
  ["60,000", "number", 60_000],
  ["127,479,855,693,691.4", "difficulty", 127_479_855_693_691.4],
  ["127.5T", "difficulty", 127.5e12],
  ["1.3e14", "difficulty", 1.3e14],
  [" .5 ", "number", 0.5],
  ["-2", "percent", -0.02],
  ["1.1", "percent", 0.011],
  ["7", "percent", 0.07],
  ["97 %", "percent", 0.97],
  ["$78,456.69", "number", 78_456.69],
])("%j (%s) is read", (text, kind, value) => {
  expect(parseNumber(text, kind)).toBe(value);
});

test.each(["", "abc", "0,045", "1,00", "12T", "1e", "--1", "1 2", "Infinity", "0x10", "5%", "20 $", "$"])("%j is no number", (text) => {
  expect(parseNumber(text, "number")).toBeNaN();
});

test("a text that is no number is named in its message, a missing one is not", () => {
  const message = (typed: string) => readForm({ ...initialForm(), texts: { ...initialForm().texts, "site.pue": typed } }).messages.get("site.pue");
  expect(message("1,05")).toBe('"1,05" is no number. PUE must be from 1 to 2. Give site power divided by machine power, such as 1.05.');
  expect(message(" ")).toBe("PUE must be from 1 to 2. Give site power divided by machine power, such as 1.05.");
  expect(message("1.05")).toBeUndefined();
});

test("every name that the list offers means that one machine", () => {
  for (const model of asicModels()) {
    expect(catalogMachine(fullName(model))).toMatchObject({ name: fullName(model), hashrateThs: model.hashrateThs, powerW: model.powerW });
  }
});

test("suggestions need every word, in any order", () => {
  expect(suggest("pro s19j 104").map(fullName)).toEqual(["Antminer S19j Pro 104 TH/s"]);
  expect(suggest("no such machine")).toEqual([]);
});

test("a short name is completed, an unknown or ambiguous one is left as it is", () => {
  expect(completedName("s19j pro 104")).toBe("Antminer S19j Pro 104 TH/s");
  expect(completedName("S99")).toBe("S99");
  expect(completedName("S19j Pro")).toBe("S19j Pro");
});

test.each([["#FFFFFF", 1], ["#000000", 0], ["#262626", 38 / 255], ["white", 1]])("brightness of %s", (color, expected) => {
  expect(brightness(color)).toBeCloseTo(expected, 12);
});
