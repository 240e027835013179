import { writeXlsx } from "hucre/xlsx";
import { calculateWorkbook } from "../../src/model-sheets";
import { readTables, workbookFile } from "../../src/xlsx";
import { FLEETS, fleetWorkbook } from "../model-sheets/support/fleet-workbook";

test("a written table is read back, by its name in any case", async () => {
  const workbook = fleetWorkbook();
  const bytes = await workbookFile(workbook, { title: "", madeAt: new Date("2026-08-21T12:00:00Z"), valueOf: calculateWorkbook(workbook) });
  expect(await readTables(bytes, ["Sites", "fleets_"])).toEqual({
    sheetNames: ["Fleets", "Months"],
    tables: [{
      name: "Fleets_",
      headers: ["Fleet", "Units", "Power W", "Load kW", "From"],
      rows: FLEETS.map(({ name, units, powerW }, i) => [name, units, powerW, units * powerW / 1000, 46_023 + i]),
    }],
  });
});

test("blanks, texts like errors, truth values, a time of day, and a total row that is no data", async () => {
  const cells = new Map<string, { value?: string | number | boolean | Date; style?: object; formula?: string; formulaResult?: string }>([
    ["1,1", { value: "A" }], ["1,2", { value: "B" }],
    ["2,1", { value: true }], ["2,2", { value: 46_023.5, style: { numFmt: "yyyy-mm-dd hh:mm" } }],
    ["4,1", { formula: "NA()", formulaResult: "#N/A" }], ["4,2", { formula: "T(1)", formulaResult: "" }],
    ["5,1", { value: "Total" }],
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: "My sites", cells, tables: [{ name: "Sites", range: "B2:C6", showTotalRow: true, columns: [{ name: "A" }, { name: "B" }] }] }] });
  expect((await readTables(bytes, ["Sites"])).tables).toEqual([{ name: "Sites", headers: ["A", "B"], rows: [[true, 46_023.5], [null, null], ["#N/A", null]] }]);
});

test("what is no .xlsx file is refused", async () => {
  await expect(readTables(new TextEncoder().encode("no file"), ["Sites"])).rejects.toThrow();
});
