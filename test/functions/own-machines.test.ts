import definitions from "../../src/functions/all.registry";
import { NativeFormulas } from "../../src/functions/native-formula";
import { OwnMachines } from "../../src/functions/own-machines";
import { PORTFOLIO_SCHEMA } from "../../src/planning/portfolio/schema";
import { TABLES } from "../../src/planning/portfolio/tables-layout";
import { InputError } from "../../src/units/errors";
import { mine } from "./support";

// Machines of the table MyMachines in the functions: by their names, before the catalog, with its headers or without.

const [table] = TABLES.filter(({ name }) => name === "MyMachines");
const HEADERS = "columns" in table! ? table.columns.map(({ header }) => header) : [];
const ROWS = [
  ["My rig", 110, 3080, "air", 6.2, 46300, "measured", 46290],
  ["S21 XP 270", "", "", "", 10.5, "2026-10-01", "dealer", ""],
  ["S19j Pro 104", 100, 3100, "air", "", "", "worn", ""],
];
const [asic, asics] = [mine("ASIC"), mine("ASICS")];

test("the table's headers are those that the functions know, in their order", () => {
  expect(HEADERS).toEqual(["Name", "Hashrate (TH/s)", "Power (W)", "Cooling", "Price ($/TH)", "Quoted on", "Source", "As of"]);
  expect(Object.keys(PORTFOLIO_SCHEMA.$defs!["machine"]!.properties!)).toEqual(["id", "hashrateThs", "powerW", "cooling", "priceUsdTh", "quotedOn", "settings", "source", "asOf"]);
});

describe.each([["without headers", ROWS], ["with headers", [HEADERS, ...ROWS]], ["with headers in another order", [HEADERS, ...ROWS].map((row) => [...row].reverse())]])("%s", (_, range) => {
  test.each([
    ["My rig", "efficiency", 28], ["my RIG ", "hashrate", 110], ["My rig", "power", 3080], ["My rig", "cooling", "air"], ["My rig", "price", 6.2], ["My rig", "as_of", "2026-10-05"], ["My rig", "source", "measured"],
    // The own row goes before the catalog's machine of the same name; other names are the catalog's.
    ["S19j Pro 104", "efficiency", 31], ["Antminer S19j Pro 104 TH/s", "efficiency", 29.5], ["S21 XP 270", "efficiency", 13.5], ["S21 XP", "power", 3645],
    // A quote holds for the machine, whichever name it is asked by.
    ["S21 XP 270", "price", 10.5], ["antminer-s21-xp-270t", "price", 10.5], ["S21 XP 270", "as_of", "2026-10-01"], ["S19 XP 140", "price", 4.6],
  ])("%s, %s", (name, field, expected) => expect(asic(name, field, null, range)).toBe(expected));
});

test("a column of names of both kinds", () => {
  expect(asic([["My rig"], ["S21 XP"], ["Nobody's"]], "efficiency", null, ROWS)).toEqual([[28], [13.5], [expect.objectContaining({ code: "#N/A" })]]);
});

test("what an own machine has not is not available, and its settings are its nameplate", () => {
  for (const field of ["maker", "release", "confidence"]) expect(asic("My rig", field, null, ROWS)).toMatchObject({ code: "#N/A" });
  expect(mine("ASICPROFILES")("My rig", false, 0, 0, 1, ROWS)).toEqual([["stock", 110, 3080, 28, 28, true, "nameplate", "stock", "measured", expect.stringContaining("only the nameplate")]]);
  expect(mine("STRIKELADDER")("My rig", 40, 0, 1, false, ROWS)).toEqual([["stock", 110, 3080, 28, 40 / (24 * 28)]]);
  expect(mine("BESTPROFILE")("My rig", 40, 0.05, 0, 1, "metered", ROWS)).toBe("stock");
  expect(mine("FLEETPLAN")(1, [["My rig"], ["S21"]], [[10], [10]], 40, 0.05, 1, "profiles", false, ROWS)).toEqual([
    ["Antminer S21 200 TH/s", "stock", 10, 2, 0.035, 17.5, expect.any(Number), expect.any(Number), ""], ["My rig 110 TH/s", "stock", 10, 1.1, 0.0308, 28, expect.any(Number), expect.any(Number), ""],
  ]);
});

test("ASICS has own machines among the catalog's, in order and under the same conditions", () => {
  const rows = asics("eff>27.9;eff<28.2", false, ROWS) as unknown[][];
  expect(rows.map((row) => row[2])).toContain("My rig");
  expect(rows.map((row) => row[5])).toEqual([...rows.map((row) => row[5] as number)].sort((a, b) => a - b));
  expect((asics("", false, ROWS) as unknown[][]).length).toBe((asics("", false) as unknown[][]).length + 2);
});

test.each([
  [[["Rig", 0, 3000]], 'machines: hashrate of "Rig" is 0; give a number in TH/s, above 0.'],
  [[["Rig", 100, ""]], 'machines: power of "Rig" is blank; give a number in W, above 0.'],
  [[["Rig", "100", 3000]], 'machines: hashrate of "Rig" is 100; give a number in TH/s, above 0.'],
])("a row that cannot be read says so: %j", (range, sentence) => {
  expect(asic("Rig", "power", null, range)).toMatchObject({ code: "#VALUE!", message: sentence });
  // Others are not held up by it.
  expect(asic("S21 XP", "power", null, range)).toBe(3645);
});

test("no table, an empty one and something else", () => {
  expect([asic("S21 XP", "power", null, null), asic("S21 XP", "power", null, [HEADERS, HEADERS.map(() => "")]), asic("S21 XP", "power", null, [[null]])]).toEqual([3645, 3645, 3645]);
  expect(asic("S21 XP", "power", null, 7)).toMatchObject({ code: "#VALUE!", message: "machines is 7; give the range of your own machines, such as MyMachines." });
  expect(() => new OwnMachines([["Rig", -1, 5]]).model("rig")).toThrow(InputError);
});

test("in a copy without the add-in an own machine's figure stands as a number, or the formula is frozen where the table cannot be read", () => {
  const formulas = new NativeFormulas(definitions);
  const formula = 'MINE.BREAKEVEN("power",45,MINE.ASIC("My rig","efficiency",,Sheet1!A1:H3))';
  expect(formulas.native(formula, { cells: () => ROWS, constants: true })).toEqual({ formula: "((45*(1-0)-0)/(24*((28))*1))", figures: false });
  expect(formulas.native(formula, { cells: () => undefined, constants: true })).toMatchObject({ isError: false, why: expect.stringMatching(/./) as string });
});
