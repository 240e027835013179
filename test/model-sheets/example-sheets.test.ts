import { exampleSheets, type ExampleGroup, type WorkedExample } from "../../src/model-sheets";
import type { Cell } from "../../src/model-sheets";

const scalar: WorkedExample = {
  name: "MINE.HASHCOST", summary: "What it costs.", resultUnit: "$/PH/day", expected: 24, tolerance: 1e-9, source: "by hand",
  arguments: [
    { name: "efficiency", unit: "J/TH", note: "", values: ["S21 XP"] },
    { name: "prices", unit: "$/kWh", note: "", values: [0.04, 0.05] },
    { name: "load", unit: "number", note: "", values: [] },
    { name: "headers", unit: "TRUE or FALSE", note: "", values: [false] },
    { name: "weights", unit: "number", note: "", values: [] },
  ],
};
const table = (rows: number): WorkedExample => ({
  ...scalar, name: "MINE.LADDER", expected: [["Profile", "W"], ...Array.from({ length: rows - 1 }, (_, i) => [`p${i}`, i])],
});
const group = (title: string, ...examples: WorkedExample[]): ExampleGroup => ({ title, examples });
const contents = (rows: readonly (readonly (Cell | null)[])[]): unknown[][] => rows.map((row) => row.map((cell) => (cell === null ? null : typeof cell.content === "object" ? cell.content.formula : cell.content)));

test("arguments stand in input cells, the call refers to them, the check compares with the example", () => {
  const [sheet] = exampleSheets([group("Unit economics", scalar)], []).sheets;
  const cells = contents(sheet!.rows);
  expect(cells.slice(4)).toEqual([
    ["MINE.HASHCOST", "What it costs.", "", "", ""],
    ["Argument", "Value", "Unit", "Example", "Note"],
    ["efficiency", "S21 XP", "J/TH", "S21 XP", ""],
    ["prices", 0.04, "$/kWh", 0.04, ""],
    [null, 0.05, null, 0.05, null],
    ["load", "left out", "number", "left out", ""],
    ["headers", false, "TRUE or FALSE", false, ""],
    ["weights", "left out", "number", "left out", ""],
    ["Result", "=MINE.HASHCOST(B7,B8:B9,,B11)", "$/PH/day", 24, "=MINE.HASHCOST(B7,B8:B9,,B11)"],
    ["Check", '=IF(SUMPRODUCT(--(B7:B12<>D7:D12))>0,"inputs changed",IFERROR(IF(ABS(B13-D13)<=$D$14*IF(D13=0,1,ABS(D13)),"agrees","differs"),"differs"))', "tolerance", 1e-9, "Expected: by hand"],
    [null, null, null, null, null],
  ]);
  expect(sheet!.rows[6]![1]!.look).toBe("input");
  expect(sheet!.rows[12]![4]!.content).toMatch(/^=/);
  expect(cells[2]!.slice(0, 4)).toEqual(["Checks", '=IF(COUNTIF($B$5:$B$15,"differs")=0,"None differs","See below")', '=COUNTIF($B$5:$B$15,"agrees")', "of 1 agree"]);
});

test("a table has empty cells for every cell that it spills into, and long ones come last", () => {
  const [sheet] = exampleSheets([group("Hardware", table(40), table(3))], []).sheets;
  const anchors = sheet!.rows.flatMap((row, r) => (typeof row[1]?.content === "object" && row[1].content.formula.startsWith("=MINE.") ? [r] : []));
  expect(anchors).toHaveLength(2);
  [3, 40].forEach((rows, i) => {
    const anchor = anchors[i]!;
    for (let r = 0; r < rows; r++) {
      for (let c = 1; c <= 2; c++) if (r > 0 || c > 1) expect(sheet!.rows[anchor + r]![c]!.content).toBe("");
    }
    expect(sheet!.rows[anchor + rows]![0]!.content).toBe(i === 0 ? "Expected" : "Expected, first 12 rows");
  });
  const checks = contents(sheet!.rows).filter(([label]) => label === "Check").map(([, formula]) => formula);
  // Numbers by difference, texts by equality.
  expect(checks[0]).toContain("SUMPRODUCT(--(B14:B16<>B17:B19))");
  expect(checks[0]).toContain("SUMPRODUCT(--(ABS(C15:C16-C18:C19)>");
});

test("sheets get free names that Excel takes", () => {
  const groups = [group("Power and curtailment", scalar), group("Network", scalar)];
  expect(exampleSheets(groups, []).sheets.map(({ name }) => name)).toEqual(["Examples Power & curtailment", "Examples Network"]);
  const names = exampleSheets(groups, ["EXAMPLES NETWORK"]).sheets.map(({ name }) => name);
  expect(names).toEqual(["Examples Power & curtailment 2", "Examples Network 2"]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  expect(exampleSheets(groups, []).activeSheet).toBe("Examples Power & curtailment");
});
