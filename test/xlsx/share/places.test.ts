import { handMade, handMadeParts, MAIN, xml, type PackageSpec } from "./support/hand-made";
import { mine, share, shareAndRecalculate } from "./support/shared";
import { readParts, writeParts } from "../support/package";

// Formulas outside of plain cells: names, rules, tables, charts, what-if tables, LET and LAMBDA, and what an add-in leaves in a file.

const hashcost = (efficiency: unknown, price: unknown): number => mine("HASHCOST", efficiency, price);
const sheet = (parts: ReadonlyMap<string, string>, number = 1): string => parts.get(`xl/worksheets/sheet${number}.xml`)!;

const TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const names: PackageSpec = {
  sheets: [
    {
      name: "Plan's",
      cells: {
        A1: 20, A2: 0.05, A3: "S21 XP",
        B1: { f: "Cost*2", v: 48 },
        B2: { f: "_xldudf_MINE_HASHCOST(Machine,Power)", v: hashcost("S21 XP", 0.05) },
        B3: { f: "Figure+1", v: 14.5 },
        B4: { f: "INDEX(Machines,2,1)&\"\"", v: "S21" },
        B5: { f: "Both", v: 37.5 },
      },
    },
    { name: "Other", cells: { A1: { f: "'Plan''s'!B1+1", v: 49 } } },
  ],
  names: [
    `<definedName name="_xldudf_MINE_HASHCOST" hidden="1">#NAME?</definedName>`,
    `<definedName name="Both">Figure+Cost</definedName>`,
    `<definedName name="Cost">${xml("MINE.HASHCOST('Plan''s'!$A$1,'Plan''s'!$A$2)")}</definedName>`,
    `<definedName name="Figure">_xldudf_MINE_ASIC(Machine,"efficiency")</definedName>`,
    `<definedName name="Machine">${xml("'Plan''s'!$A$3")}</definedName>`,
    `<definedName name="Machines" localSheetId="0">MINE.ASICS()</definedName>`,
    `<definedName name="Power">${xml("'Plan''s'!$A$2")}</definedName>`,
  ].join(""),
};

const table: PackageSpec = {
  sheets: [{
    name: "Fleet",
    cells: {
      A1: "Machine", B1: "J/TH", C1: "Cost", D1: "Own", A2: "a", B2: 20, A3: "b", B3: 30, A4: "c", B4: 15,
      C2: { f: "MINE.HASHCOST(Fleet[[#This Row],[J/TH]],0.05)", v: 24 }, C3: { f: "MINE.HASHCOST(Fleet[[#This Row],[J/TH]],0.05)", v: 36 }, C4: { f: "MINE.HASHCOST(Fleet[[#This Row],[J/TH]],0.05)", v: 18 },
      D2: { f: 'MINE.ASIC("S21","efficiency")', v: 17.5 }, D3: 1, D4: 2,
      F1: { f: "SUM(Fleet[Cost])", v: 78 },
    },
    after: '<tableParts count="1"><tablePart r:id="rIdT"/></tableParts>',
    related: [["rIdT", "table", "../tables/table1.xml"]],
  }],
  parts: {
    "xl/tables/table1.xml": [`<table xmlns="${MAIN}" id="1" name="Fleet" displayName="Fleet" ref="A1:D4"><autoFilter ref="A1:D4"/><tableColumns count="4"><tableColumn id="1" name="Machine"/><tableColumn id="2" name="J/TH"/><tableColumn id="3" name="Cost"><calculatedColumnFormula>MINE.HASHCOST(Fleet[[#This Row],[J/TH]],0.05)</calculatedColumnFormula></tableColumn><tableColumn id="4" name="Own"><calculatedColumnFormula>MINE.ASIC("S21","efficiency")</calculatedColumnFormula></tableColumn></tableColumns></table>`, TABLE],
  },
};

const whatIf: PackageSpec = {
  sheets: [{
    name: "What if",
    cells: {
      A1: 20, B1: { f: 'A1*MINE.ASIC("S21","efficiency")', v: 350 }, A3: 10, A4: 30,
      B3: { f: "", v: 175, attributes: ' t="dataTable" ref="B3:B4" dt2D="0" dtr="0" r1="A1"' }, B4: 525,
      C1: { f: "B3+B4", v: 700 },
    },
  }],
};

test("names, tables and what-if tables: LibreOffice agrees with every cell", async () => {
  const [named, tabled, tried] = await shareAndRecalculate([names, table, whatIf]);
  const workbook = named!.parts.get("xl/workbook.xml")!;
  expect(workbook).toContain("name=\"Cost\">24*('Plan''s'!$A$1)*('Plan''s'!$A$2)*1+0<");
  expect(workbook).toContain('<definedName name="Figure">13.5</definedName>');
  expect(workbook).not.toContain('name="Machines"');
  expect(named!.shared.records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([
    ["B2", "native", "with figures of the machines in place of their names"],
    ["B4", "frozen", "it uses a name that has no plain formula"],
    ["Cost", "native", ""],
    ["Figure", "frozen", "ASIC has no plain formula"],
    ["Machines", "removed", "ASICS has no plain formula"],
  ]);
  expect(tabled!.parts.get("xl/tables/table1.xml")).toMatch(/<calculatedColumnFormula>24\*.*Fleet\[\[#This Row\],\[J\/TH\]\].*<\/calculatedColumnFormula><\/tableColumn><tableColumn id="4" name="Own"><\/tableColumn>/);
  expect(sheet(tried!.parts)).not.toContain("dataTable");
});

const rules: PackageSpec = {
  sheets: [{
    name: "Rules",
    cells: { A1: 20, A2: 30, A3: 40, B1: 0.05, C1: "S21 XP", C2: "S19", D1: 30 },
    after: [
      '<conditionalFormatting sqref="A1:A3"><cfRule type="expression" dxfId="0" priority="1"><formula>MINE.HASHCOST(A1,$B$1)&gt;30</formula></cfRule><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>25</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="C1:C2"><cfRule type="expression" dxfId="0" priority="3"><formula>_xldudf_MINE_HASHCOST(C1,$B$1)&gt;30</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="D1"><cfRule type="cellIs" dxfId="0" priority="4" operator="greaterThan"><formula>MINE.ASIC($C$1,"efficiency")</formula></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="A1:A2"><cfRule type="dataBar" priority="5"><dataBar><cfvo type="num" val="0"/><cfvo type="formula" val="MINE.HASHCOST($A$3,$B$1)"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>',
      '<dataValidations count="2"><dataValidation type="decimal" operator="lessThan" allowBlank="1" sqref="B1" prompt=" sqref=\'Z9\' "><formula1>MINE.BREAKEVEN("power",45,$A$1)</formula1></dataValidation><dataValidation type="list" sqref="C1:C2"><formula1>MINE.ASICS()</formula1></dataValidation></dataValidations>',
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>MINE.ASICS()</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    ].join(""),
  }],
};

test("rules: native, with values, or gone", async () => {
  const [shared] = await shareAndRecalculate([rules]);
  const text = sheet(shared!.parts);
  expect(shared!.shared.records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([
    ["Conditional format of A1:A3", "native", ""],
    ["Conditional format of C1:C2", "removed", "it would need another figure in each cell"],
    ["Conditional format of D1", "frozen", "ASIC has no plain formula"],
    ["Conditional format of A1:A2", "native", ""],
    ["Validation of B1", "native", ""],
    ["Validation of C1:C2", "removed", "ASICS has no plain formula"],
    ["Validation of A1", "removed", "ASICS has no plain formula"],
  ]);
  expect(text).toMatch(/<formula>\(24\*A1\*.*\)&gt;30<\/formula><\/cfRule><cfRule type="cellIs" dxfId="0" priority="2"/);
  expect(text).not.toContain('sqref="C1:C2"');
  expect(text).toContain("<formula>13.5</formula>");
  expect(text).toMatch(/<cfvo type="formula" val="24\*/);
  expect(text).toContain('<dataValidations count="1"><dataValidation type="decimal"');
  expect(text).toContain('main"></ext></extLst>');
});

test("LET and LAMBDA: names that stand for cells are followed, and what may be a machine is a value", async () => {
  const cells = {
    A1: 20, A2: "S21 XP",
    B1: { f: "_xlfn.LET(_xlpm.e,A1,_xlpm.p,0.05,MINE.HASHCOST(_xlpm.e,_xlpm.p)*2)", v: 48 },
    B2: { f: "_xlfn.LET(_xlpm.e,A2,MINE.HASHCOST(_xlpm.e,0.05))", v: hashcost(13.5, 0.05) },
    B3: { f: "_xlfn.LAMBDA(_xlpm.e,MINE.HASHCOST(_xlpm.e,0.05))(A1)", v: 24 },
    B4: { f: "_xlfn.LAMBDA(_xlpm.p,MINE.HASHCOST(20,_xlpm.p))(0.05)", v: 24 },
    B5: { f: "_xlfn.MAP(A1:A1,_xldudf_MINE_NETHASHRATE)", v: 1, attributes: ' t="array" ref="B5"', cell: ' cm="1"' },
    B6: { f: "MINE.HASHCOST(INDEX(A1:A2,1),0.05)", v: 24 },
    B7: { f: "MINE.HASHCOST(20,RAND())", v: 11 },
    B8: { f: "[1]!MINE.HASHCOST(20,0.05)", v: 24 },
  };
  const { bytes, records } = await share(handMade({ sheets: [{ name: "X", cells }] }));
  const text = sheet(readParts(bytes));
  expect(records.map(({ item, outcome, why }) => `${item} ${outcome} ${why}`.trim())).toEqual([
    "B1 native",
    "B2 native with figures of the machines in place of their names",
    "B3 frozen an argument is worked out by Excel and may be the name of a machine",
    "B4 native",
    "B5 frozen NETHASHRATE is handed on as a function",
    "B6 frozen an argument is worked out by Excel and may be the name of a machine",
    "B7 frozen HASHCOST computes with a random number",
    "B8 frozen the formula could not be read",
  ]);
  expect(text).toMatch(/<f>_xlfn\.LET\(_xlpm\.e,A1,_xlpm\.p,0\.05,\(24\*_xlpm\.e\*_xlpm\.p\*.*\)\*2\)<\/f><v>48<\/v>/);
  expect(text).toContain('<c r="B5" t="n"><v>1</v></c>');
});

test("series named by what cannot stay keep their points; other charts keep their bytes", async () => {
  const chart = (reference: string): string => `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:tx><c:strRef><c:f>${reference}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Cost</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>${reference}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chartSpace>`;
  const file = handMadeParts({
    sheets: [{ name: "X", cells: { A1: { f: "Machines", v: "S21" } } }],
    names: '<definedName name="Machines">MINE.ASICS()</definedName>',
    parts: { "xl/charts/chart1.xml": [chart("book!Machines"), CHART], "xl/charts/chart2.xml": [chart("X!$A$1"), CHART] },
  });
  const parts = readParts((await share(writeParts(file))).bytes);
  expect(parts.get("xl/charts/chart1.xml")).toContain('<c:tx><c:v>Cost</c:v></c:tx><c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val>');
  expect(parts.get("xl/charts/chart2.xml")).toBe(chart("X!$A$1"));
});
