import { NameSet } from "../../../src/xlsx/share/name-set";
import { readParts, writeParts } from "../support/package";
import { handMade, handMadeParts, type PackageSpec } from "./support/hand-made";
import { mine, share, shareAndRecalculate } from "./support/shared";

// Names that cannot stay in a copy, and whatever leads to them; parts under unusual names.

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const cost = mine("HASHCOST", 20, 0.05);

const book = { sheets: [{ name: "One", part: "", isWorksheet: true }, { name: "It's two", part: "", isWorksheet: true }], names: [] };
const name = (text: string, sheet?: number) => ({ name: text, sheet, formula: "1", start: 0, end: 0, text: { start: 0, end: 0 } });

test("a sheet's own name hides the workbook's, and a reference may say whose it means", () => {
  const names = new NameSet({ ...book, names: [name("Rate"), name("Rate", 1)] });
  names.add({ name: "Rate", sheet: undefined });
  expect(["Rate*2", "'It''s two'!Rate", "One!rate", 'INDIRECT("Rate")', 'HYPERLINK("#One!Rate","x")', '"Rate"', "Rates"].map((formula) => names.usedIn(formula, 0))).toEqual([true, false, true, true, true, false, false]);
  expect([names.usedIn("Rate", 1), names.usedIn("Rate", undefined), names.usedIn("[0]!Rate", 1)]).toEqual([false, true, true]);
  expect([names.usedIn("INDIRECT(A1)", 0, () => "One!RATE"), names.usedIn("INDIRECT(A1)", 0, () => 3), names.usedIn("LEN(A1)", 0, () => "Rate")]).toEqual([true, false, false]);
});

const lost: PackageSpec = {
  names: '<definedName name="Machines">MINE.ASICS()</definedName><definedName name="Rate" localSheetId="0">MINE.ASICS()</definedName><definedName name="Rate">Two!$A$1</definedName>',
  sheets: [
    {
      name: "One", cells: { A1: "Machines", B1: { f: "ROWS(INDIRECT(A1))", v: 314 }, B2: { f: 'ROWS(INDIRECT("Machines"))', v: 314 }, B3: { f: "ROWS(Rate)", v: 314 } },
      after: '<hyperlinks><hyperlink ref="A1" location="Machines" display="Machines"/><hyperlink ref="A2" location="Two!A1" display="Two"/></hyperlinks>',
    },
    { name: "Two", cells: { A1: 7, B1: { f: "Rate*2", v: 14 } } },
  ],
};

test("what finds a lost name by its text is frozen, its link goes, and names of the same word stay", async () => {
  const [shared] = await shareAndRecalculate([lost]);
  expect(shared!.shared.records.map(({ where, item, outcome }) => `${where} ${item}: ${outcome}`)).toEqual([
    "One B1: frozen", "One B2: frozen", "One B3: frozen", "One Link of A1: removed", "Names Machines: removed", "One Rate: removed",
  ]);
  const [one, two] = ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet1.xml"].map((part) => shared!.parts.get(part)!);
  expect([one, two].some((text) => text!.includes("<f>Rate*2</f>"))).toBe(true);
  expect([one, two].join("")).toContain('location="Two!A1"');
  expect([one, two].join("")).not.toContain('location="Machines"');
});

test("a name that gives another value than cells show is taken for lost", async () => {
  const [shared] = await shareAndRecalculate([{
    names: '<definedName name="Cost">MINE.HASHCOST(20,0.05)</definedName><definedName name="Other">MINE.HASHCOST(20,0.05)</definedName>',
    sheets: [{ name: "One", cells: { A1: { f: "Cost*2", v: 2 * cost + 1 }, A2: { f: "Other*2", v: 2 * cost } } }],
  }]);
  expect(shared!.shared.records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([
    ["A1", "frozen", "it uses a name that has no plain formula"],
    ["Cost", "removed", "it gives another value now than cells show that use it"],
    ["Other", "native", ""],
  ]);
});

test("a form control of an older drawing that shows a lost name is refused", async () => {
  const vml = `<xml xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ClientData ObjectType="Drop"><x:FmlaRange>Machines</x:FmlaRange><br></x:ClientData></xml>`;
  await expect(share(handMade({ ...lost, parts: { "xl/drawings/vmlDrawing1.vml": [vml, "application/vnd.openxmlformats-officedocument.vmlDrawing"] } }))).rejects.toThrow(/vmlDrawing1\.vml uses the add-in.*: Machines\. Take that out/);
});

test("a sheet is found by its type, whatever its part is called", async () => {
  const parts = handMadeParts({ sheets: [{ name: "One", cells: { A1: { f: "MINE.HASHCOST(20,0.05)", v: cost } } }] });
  const renamed = new Map([...parts].map(([part, text]) => [part.replace("worksheets/sheet1.xml", "worksheets/sheet1.data"), text.replaceAll("worksheets/sheet1.xml", "worksheets/sheet1.data")]));
  expect(renamed.get("[Content_Types].xml")).toContain(`/xl/worksheets/sheet1.data" ContentType="${SHEET}"`);
  const { bytes, records } = await share(writeParts(renamed));
  expect(records.map(({ item, outcome }) => [item, outcome])).toEqual([["A1", "native"]]);
  expect([...readParts(bytes)].filter(([, text]) => /MINE\./.test(text))).toEqual([]);
  const untyped = new Map([...renamed].map(([part, text]) => [part, text.replace(SHEET, "application/octet-stream")]));
  await expect(share(writeParts(untyped))).rejects.toThrow(/sheet "One" is kept as no XML\. Open the workbook in Excel/);
});

test("a LAMBDA of the workbook's own stays, also where it is named like a function of ours", async () => {
  const { records, bytes } = await share(handMade({
    names: '<definedName name="MINE.SiteCost">_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)</definedName>',
    sheets: [{ name: "One", cells: { A1: { f: "MINE.SiteCost(3)", v: 6 }, A2: { f: "MINE.SiteCost(3)+MINE.HASHCOST(20,0.05)", v: 6 + cost }, A3: { f: "MINE.SiteCosts(3)", v: { error: "#NAME?" } } } }],
  }));
  expect(records.map(({ item, outcome }) => [item, outcome])).toEqual([["A2", "native"], ["A3", "frozen"]]);
  expect(readParts(bytes).get("xl/worksheets/sheet1.xml")).toContain("<f>MINE.SiteCost(3)</f>");
});

test("references to a spill that is values now: by a name they become its cells, by what is calculated they are values", async () => {
  const spill = { f: "MINE.ASICS()", v: "S19", attributes: ' t="array" ref="A1:A3"', cell: ' cm="1"' };
  const cells = {
    A1: spill, A2: "S19j", A3: "S19 Pro",
    C1: { f: "COUNTA(_xlfn.ANCHORARRAY(Own))", v: 3 }, C2: { f: "COUNTA(_xlfn.ANCHORARRAY( A1 ))", v: 3 }, C3: { f: 'COUNTA(INDIRECT("A1#"))', v: 3 }, C4: { f: "COUNTA(_xlfn.ANCHORARRAY(OFFSET(A1,0,0)))", v: 3 },
  };
  const [shared] = await shareAndRecalculate([{ names: '<definedName name="Own">One!$A$1</definedName>', sheets: [{ name: "One", cells }] }]);
  expect(shared!.shared.records.map(({ item, outcome }) => [item, outcome])).toEqual([["A1", "frozen"], ["C3", "frozen"], ["C4", "frozen"]]);
  expect(shared!.parts.get("xl/worksheets/sheet1.xml")).toMatch(/COUNTA\(One!\$A\$1:\$A\$3\).*COUNTA\(\$A\$1:\$A\$3\)/);
});
