import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import definitions from "../../../src/functions/all.registry";
import { dataVersions } from "../../../src/functions/data-versions";
import { NativeFormulas } from "../../../src/functions/native-formula";
import { shareCopy, SHARE_LEVELS } from "../../../src/xlsx/share";
import { readParts, writeParts } from "../support/package";
import { openInLibreOffice } from "../support/recalculate";
import { handMade, type SheetSpec } from "./support/hand-made";
import { expectNoAddIn, mine, share } from "./support/shared";

// What the levels differ in: pages to print, and functions that stay live.

const CALL = { f: "_xldudf_MINE_HASHCOST(A1,0.05)", v: 24 };
const PANE = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews>';

const column = (rows: number): SheetSpec["cells"] => Object.fromEntries(Array.from({ length: rows }, (_, i) => [`A${i + 1}`, i]));

/** Three sheets: a short one, a long one with frozen rows, and one whose author set it up. */
function workbook(): Buffer {
  return handMade({
    sheets: [
      { name: "Short", cells: { A1: 20, B1: CALL } },
      { name: "Long & wide", cells: { ...column(300), Z1: "wide" }, before: PANE },
      { name: "Own", cells: column(300), before: '<sheetPr><tabColor rgb="FF00702E"/></sheetPr>', after: '<pageMargins left="1" right="1" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="portrait" r:id="rIdP"/><headerFooter><oddFooter>Ours</oddFooter></headerFooter>', related: [["rIdP", "printerSettings", "../printerSettings/printerSettings1.bin"]] },
    ],
    names: `<definedName name="_xlnm.Print_Titles" localSheetId="2">Own!$1:$1</definedName>`,
    parts: { "xl/printerSettings/printerSettings1.bin": ["x", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"] },
  });
}

test("page: values, and every sheet in landscape, as wide as the page, with its titles on each page", async () => {
  const parts = readParts((await share(workbook(), "page")).bytes);
  const [short, long, own] = [1, 2, 3].map((i) => parts.get(`xl/worksheets/sheet${i}.xml`)!);
  expect(short).toContain('<c r="B1" t="n"><v>24</v></c>');
  expect(short).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  expect(short).toContain('<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="1"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>');
  expect(long).toContain('<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(own).toContain('<sheetPr><tabColor rgb="FF00702E"/><pageSetUpPr fitToPage="1"/></sheetPr>');
  expect(own).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>Ours</oddFooter></headerFooter>');
  expect(parts.get("xl/workbook.xml")).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="3">Own!$1:$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">'Long &amp; wide'!$1:$2</definedName>`);
  expectNoAddIn(parts);
});

test("page: LibreOffice prints the short sheet on one page and the long one on several, all in landscape", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  try {
    writeFileSync(join(folder, "page.xlsx"), (await share(workbook(), "page")).bytes);
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "page.xlsx")], { stdio: "pipe" });
    const pdf = readFileSync(join(folder, "page.pdf"), "latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => Number(width) > Number(height));
    // The cover, the short sheet, and two sheets of 300 rows.
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.length).toBeLessThan(25);
    expect(boxes).not.toContain(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("live: cells stay as they are, a missing result is filled in, and no task pane opens by itself", async () => {
  const file = handMade({
    sheets: [{ name: "X", cells: { A1: 20, B1: CALL, B2: { f: "MINE.HASHCOST(A1,0.06)", v: { error: "#NAME?" } }, B3: { f: 'MINE.ASIC("S21","efficiency")', v: 17.5 }, B4: { f: "A1*2", v: 40 } } }],
    names: '<definedName name="Cost">MINE.HASHCOST(X!$A$1,0.05)</definedName>',
    packageRelated: '<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>',
    parts: { "xl/webextensions/taskpanes.xml": ["<x/>", "application/vnd.ms-office.webextensiontaskpanes+xml"] },
  });
  const { bytes, records } = await share(file, "live");
  const [before, after] = [readParts(file), readParts(bytes)];
  const sheet = "xl/worksheets/sheet1.xml";
  expect(after.get(sheet)).toBe(before.get(sheet)!.replace(' t="e"', "").replace("<v>#NAME?</v>", `<v>${mine("HASHCOST", 20, 0.06)}</v>`));
  expect(after.get("xl/workbook.xml")).toContain('<definedName name="Cost">MINE.HASHCOST(X!$A$1,0.05)</definedName>');
  expect([...after.keys()].filter((name) => /webextension/i.test(name))).toEqual([]);
  expect(records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["B1 live", "B2 live", "B3 live"]);
  const cover = after.get("xl/worksheets/sheet2.xml")!;
  expect(cover).toContain("whoever calculates it needs the add-in");
  expect(cover).toContain("Live function");
});

test.each(SHARE_LEVELS)("%s: the copy says what was asked for, versions and the file's hash", async (level) => {
  const file = workbook();
  const { bytes, summary } = await shareCopy(file, { level, expander: new NativeFormulas(definitions), madeAt: new Date("2026-09-30T14:05:00Z"), versions: dataVersions() });
  const cover = readParts(bytes).get("xl/worksheets/sheet4.xml")!;
  for (const text of ["2026-09-30 14:05:00 UTC", createHash("sha256").update(file).digest("hex"), ...dataVersions().flat()]) expect(cover).toContain(text);
  expect(summary[0]).toBe({ page: "Native formulas: 0. Values in place of formulas: 1. Rules and names removed: 0.", values: "Native formulas: 0. Values in place of formulas: 1. Rules and names removed: 0.", native: "Native formulas: 1. Values in place of formulas: 0. Rules and names removed: 0.", live: "Formulas that call the add-in, as they were: 1." }[level]);
});

test("live checks on the cover: they hold as shared, and tell when a figure or an error is new", async () => {
  const { bytes } = await share(handMade({
    sheets: [
      { name: "It's", cells: { A1: 20, A2: 30, A3: { f: "NA()", v: { error: "#N/A" } }, B1: { f: "MINE.HASHCOST(A1,0.05)", v: 24 }, B2: { f: "MINE.HASHCOST(A2,0.05)", v: 36 }, D1: { f: "MINE.HASHCOST(A2,0.05)", v: 36 } } },
      { name: "Checks", cells: { A4: "Master check", C4: { f: 'IF(1=1,"All hold","See below")', v: "All hold" } } },
    ],
  }));
  const changed = new Map(readParts(bytes));
  changed.set("xl/worksheets/sheet1.xml", changed.get("xl/worksheets/sheet1.xml")!.replace("<v>30</v>", "<v>31</v>"));
  expect(changed.get("xl/worksheets/sheet1.xml")).toContain("<v>31</v>");
  const [same, other] = openInLibreOffice([bytes, writeParts(changed)].map((each) => ({ bytes: each, sheets: ["Shared copy"] })));
  const checksIn = (rows: readonly (readonly string[])[]): string[][] => rows.slice(rows.findIndex(([label]) => label === "Live checks"), rows.findIndex(([label]) => label === "Where")).map((row) => row.slice(0, 4)).filter(([label]) => label !== "");
  expect(checksIn(same!.get("Shared copy")!)).toEqual([
    ["Live checks", "Now", "When shared", "Same"],
    ["All checks", "as when shared", "", ""],
    ["The workbook's own master check", "All hold", "All hold", "yes"],
    ["Native formulas on It's, all 3 added up", "96", "96", "yes"],
    ["Cells with an error on It's", "1", "1", "yes"],
  ]);
  expect(checksIn(other!.get("Shared copy")!).map(([, , , holds]) => holds)).toEqual(["Same", "", "yes", "no", "yes"]);
  expect(checksIn(other!.get("Shared copy")!)[1]).toContain("see below");
});

test("the hash of the inputs stays where only formulas, results and spills differ, and tells other inputs apart", async () => {
  const hashOf = async (cells: SheetSpec["cells"]): Promise<string> => /SHA-256 of its inputs[^<]*<\/t><\/is><\/c><c [^>]*><is><t[^>]*>([\da-f]{64})</.exec(readParts((await share(handMade({ sheets: [{ name: "X", cells }] }))).bytes).get("xl/worksheets/sheet2.xml")!)![1]!;
  const spill = (f: string, b: number, below: number): SheetSpec["cells"] => ({ A1: 20, B1: { f, v: b, attributes: ' t="array" ref="B1:B2"' }, B2: below });
  const plain = await hashOf(spill("ROW(1:2)", 1, 2));
  expect(await hashOf(spill("ROW(1:2)*2", 2, 4))).toBe(plain);
  expect(await hashOf({ ...spill("ROW(1:2)", 1, 2), A1: 21 })).not.toBe(plain);
  expect(await hashOf({ ...spill("ROW(1:2)", 1, 2), A1: "20" })).not.toBe(plain);
});
