import { handMade, MAIN, type SheetSpec } from "./support/hand-made";
import { mine, share } from "./support/shared";
import { readParts } from "../support/package";

// One formula that stands for many cells: it must be right in every one of them, by what it reads there.

const TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const cost = (machine: string): number => mine("HASHCOST", machine, 0.05);

function fleet(machines: readonly string[], formula: string): Buffer {
  const rows = machines.flatMap((machine, i): [string, SheetSpec["cells"][string]][] => [[`A${i + 2}`, machine], [`B${i + 2}`, 0.05], [`C${i + 2}`, { f: formula, v: cost(machine) }]]);
  const last = machines.length + 2;
  const total = '_xldudf_MINE_ASIC("S21","efficiency")';
  return handMade({
    sheets: [{
      name: "Data",
      cells: { A1: "Model", B1: "Price", C1: "Cost", ...Object.fromEntries(rows), [`A${last}`]: "Total", [`C${last}`]: { f: total, v: 17.5 } },
      after: '<tableParts count="1"><tablePart r:id="rIdT"/></tableParts>',
      related: [["rIdT", "table", "../tables/table1.xml"]],
    }],
    parts: {
      "xl/tables/table1.xml": [`<table xmlns="${MAIN}" id="1" name="Fleet" displayName="Fleet" ref="A1:C${last}" totalsRowCount="1"><autoFilter ref="A1:C${last - 1}"/><tableColumns count="3"><tableColumn id="1" name="Model" totalsRowLabel="Total"/><tableColumn id="2" name="Price"/><tableColumn id="3" name="Cost" totalsRowFunction="custom"><calculatedColumnFormula>${formula}</calculatedColumnFormula><totalsRowFormula>${total.replaceAll('"', "&quot;")}</totalsRowFormula></tableColumn></tableColumns></table>`, TABLE],
    },
  });
}

test.each([
  ["different machines", ["S21", "S19 XP", "S19j Pro"], "_xldudf_MINE_HASHCOST(Fleet[[#This Row],[Model]],Fleet[[#This Row],[Price]])"],
  ["one machine, and new rows may hold another", ["S21", "S21"], "_xldudf_MINE_HASHCOST(Fleet[[#This Row],[Model]],Fleet[[#This Row],[Price]])"],
  ["as the sheet shows it", ["S21", "S19 XP"], "_xldudf_MINE_HASHCOST([@Model],[@Price])"],
])("columns of tables that name machines fill no new rows: %s", async (_, machines, formula) => {
  const { bytes, records } = await share(fleet(machines, formula));
  expect(readParts(bytes).get("xl/tables/table1.xml")).toContain('<tableColumn id="3" name="Cost" totalsRowFunction="custom"></tableColumn>');
  expect(records.filter(({ item }) => item.includes("Fleet")).map(({ where, item, functions, outcome, why }) => [where, item, ...functions, outcome, why])).toEqual([
    ["Data", "New rows of Fleet[Cost]", "HASHCOST", "removed", "it would need another figure in each cell"],
    ["Data", "Total of Fleet[Cost]", "ASIC", "removed", "ASIC has no plain formula"],
  ]);
});

test("a machine that the column's formula names itself is right in every row", async () => {
  const { bytes, records } = await share(fleet(["S21", "S21"], "_xldudf_MINE_HASHCOST(Data!$A$2,Fleet[[#This Row],[Price]])"));
  expect(readParts(bytes).get("xl/tables/table1.xml")).toMatch(/<calculatedColumnFormula>24\*17\.5\*.*Fleet\[\[#This Row\],\[Price\]\]/);
  expect(records.find(({ item }) => item === "New rows of Fleet[Cost]")).toMatchObject({ outcome: "native", why: "with figures of the machines in place of their names" });
});

const format = (sqref: string, formula: string): string => `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;

test("rules of blank cells are held against what they read", async () => {
  const cells = { A1: "Model", B1: "Price", A2: "S21", B2: 0.05, A3: "S19j Pro", B3: 0.05, A4: "S19 XP", B4: 0.05 };
  const { records } = await share(handMade({
    sheets: [{
      name: "D",
      cells,
      after: format("D2:D4", "_xldudf_MINE_HASHCOST($A2,$B2)&gt;30") + format("F2", "_xldudf_MINE_HASHCOST($A2,$B2)&gt;30") + format("G4:G9", "_xldudf_MINE_HASHCOST($A4,$B4)&lt;30")
        + '<dataValidations count="1"><dataValidation type="custom" sqref="E2:E4" allowBlank="1"><formula1>E2&gt;_xldudf_MINE_HASHCOST($A2,$B2)</formula1></dataValidation></dataValidations>',
    }],
  }));
  const another = ["removed", "it would need another figure in each cell"];
  expect(records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([
    ["Conditional format of D2:D4", ...another],
    ["Conditional format of F2", "native", "with figures of the machines in place of their names"],
    // Beside S19 XP and blank cells.
    ["Conditional format of G4:G9", ...another],
    ["Validation of E2:E4", ...another],
  ]);
});

test("a rule of a whole blank column stays where what it reads is numbers", async () => {
  const { bytes, records } = await share(handMade({ sheets: [{ name: "D", cells: { B1: "Efficiency", B2: 22, B3: 23 }, after: format("C:C", "_xldudf_MINE_HASHCOST($B1,0.05)&gt;20") }] }));
  expect(records.map(({ item, outcome }) => [item, outcome])).toEqual([["Conditional format of C:C", "native"]]);
  expect(readParts(bytes).get("xl/worksheets/sheet1.xml")).toContain("<formula>(24*$B1*0.05*1+0)&gt;20</formula>");
});
