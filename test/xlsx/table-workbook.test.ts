import { JSDOM } from "jsdom";
import { calculateWorkbook, type Workbook } from "../../src/model-sheets";
import { workbookFile } from "../../src/xlsx";
import { FLEETS, fleetWorkbook, MONTHS } from "../model-sheets/support/fleet-workbook";
import { readParts, type Parts } from "./support/package";
import { openInLibreOffice } from "./support/recalculate";

const { DOMParser } = new JSDOM().window;
const madeAt = new Date("2026-08-21T12:00:00Z");

function fileOf(workbook: Workbook): Promise<Uint8Array> {
  return workbookFile(workbook, { title: "Fleets", madeAt, valueOf: calculateWorkbook(workbook) });
}

let bytes: Uint8Array;
let parts: Parts;
beforeAll(async () => {
  bytes = await fileOf(fleetWorkbook());
  parts = readParts(bytes);
});

function xml(name: string): Element {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`There is no part ${name}`);
  return new DOMParser().parseFromString(text, "application/xml").documentElement;
}

const all = (element: Element, tag: string): Element[] => [...element.getElementsByTagName(tag)];
const attributes = (element: Element): Record<string, string> => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

test("a sheet's elements come in the order of the schema", () => {
  expect([...xml("xl/worksheets/sheet1.xml").children].map(({ tagName }) => tagName)).toEqual([
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "conditionalFormatting", "dataValidations", "pageMargins", "pageSetup", "headerFooter", "drawing", "tableParts",
  ]);
});

test("a table with its range, columns and filter, and no looks of its own", () => {
  const table = xml("xl/tables/table1.xml");
  expect(attributes(table)).toMatchObject({ id: "1", name: "Fleets_", displayName: "Fleets_", ref: "A3:E6" });
  expect(all(table, "autoFilter").map((each) => each.getAttribute("ref"))).toEqual(["A3:E6"]);
  expect(all(table, "tableColumn").map((each) => each.getAttribute("name"))).toEqual(["Fleet", "Units", "Power W", "Load kW", "From"]);
  expect(attributes(all(table, "tableStyleInfo")[0]!)).toMatchObject({ name: "TableStyleLight1", showRowStripes: "0", showColumnStripes: "0" });
});

test("headers that Excel would repair are refused", async () => {
  const [fleets, months] = fleetWorkbook().sheets;
  const twice = { ...fleets!, rows: fleets!.rows.map((row, i) => (i === 2 ? row.map((cell) => ({ ...cell!, content: "Units" })) : row)) };
  await expect(fileOf({ sheets: [twice, months!], activeSheet: "Months" })).rejects.toThrow("The headers of table Fleets_ must be distinct texts.");
});

test("validations: lists, limits, dates, texts; a list that is too long is left out", () => {
  const shared = { allowBlank: "1", showErrorMessage: "1", errorStyle: "stop", errorTitle: "Fleets", error: "Not a fleet." };
  const rules = all(xml("xl/worksheets/sheet1.xml"), "dataValidation").map((each) => [attributes(each), ...[...each.children].map(({ textContent }) => textContent)]);
  expect(rules).toEqual([
    [{ ...shared, type: "list", sqref: "A4:A6", showInputMessage: "1", promptTitle: "Machine", prompt: "Choose one." }, '"S21,M66S,A ""quoted"" one"'],
    [{ ...shared, type: "whole", operator: "between", sqref: "B4:B6" }, "0", "100000"],
    [{ ...shared, type: "custom", sqref: "C4:C6" }, "IFERROR(AND(ISNUMBER(C4),C4<=20000,C4>0),FALSE)"],
    [{ ...shared, type: "date", operator: "between", sqref: "E4:E6" }, "46023", "50040"],
    [{ ...shared, type: "list", sqref: "G4" }, "Fleets!$A$4:$A$6"],
    [{ ...shared, type: "textLength", operator: "lessThanOrEqual", sqref: "G5" }, "31"],
  ]);
});

test("conditional formats in their order, each with its own format", () => {
  const rules = all(xml("xl/worksheets/sheet1.xml"), "cfRule");
  expect(rules.map((rule) => [rule.parentElement!.getAttribute("sqref"), rule.getAttribute("type"), rule.getAttribute("priority"), rule.textContent])).toEqual([
    ["D4:D6", "expression", "1", "$D4>4000"], ["D4:D6", "expression", "2", "$D4=0"],
  ]);
  const formats = all(xml("xl/styles.xml"), "dxf");
  const [alarm] = rules.map((rule) => formats[Number(rule.getAttribute("dxfId"))]!);
  expect([all(alarm!, "b").length, all(alarm!, "color")[0]!.getAttribute("rgb"), all(alarm!, "bgColor")[0]!.getAttribute("rgb")]).toEqual([1, "FF9C0006", "FFFFC7CE"]);
});

test("charts: columns, bars and stacked columns, in rows and in columns", () => {
  const charts = ["chart1", "chart2", "chart3"].map((name) => xml(`xl/charts/${name}.xml`)).map((chart) => ({
    bars: all(chart, "c:barDir").map((each) => each.getAttribute("val")),
    grouping: all(chart, "c:grouping").map((each) => each.getAttribute("val")),
    values: all(chart, "c:val").map((each) => all(each, "c:f")[0]!.textContent),
    categories: all(all(chart, "c:cat")[0]!, "c:f")[0]!.textContent,
    titles: all(chart, "c:title").map((title) => title.textContent),
  }));
  expect(charts).toEqual([
    { bars: ["col"], grouping: ["clustered"], values: ["Fleets!$B$4:$B$6"], categories: "Fleets!$A$4:$A$6", titles: ["Fleets as column", "Fleet", "Number"] },
    { bars: ["bar"], grouping: ["clustered"], values: ["Fleets!$D$4:$D$6"], categories: "Fleets!$A$4:$A$6", titles: ["Fleets as bar", "Fleet", "Number"] },
    { bars: ["col"], grouping: ["stacked"], values: ["Months!$B$2:$Y$2", "Months!$B$3:$Y$3"], categories: "Months!$B$1:$Y$1", titles: ["Load", "Month", "kW"] },
  ]);
});

test("print area, one page, and the property with the layout's version", () => {
  expect(all(xml("xl/workbook.xml"), "definedName").map((name) => [name.getAttribute("name"), name.getAttribute("localSheetId"), name.textContent])).toEqual([
    ["_xlnm.Print_Area", "0", "Fleets!$A$1:$E$6"],
    ["_xlnm.Print_Titles", "0", "Fleets!$A:$A,Fleets!$1:$3"],
    ["_xlnm.Print_Titles", "1", "Months!$A:$A,Months!$1:$1"],
  ]);
  const setup = all(xml("xl/worksheets/sheet2.xml"), "pageSetup")[0]!;
  expect(["fitToWidth", "fitToHeight"].map((name) => setup.getAttribute(name))).toEqual(["1", "1"]);
  const [property] = all(xml("docProps/custom.xml"), "property");
  expect([property!.getAttribute("name"), property!.textContent]).toEqual(["Hashplan layout", "1"]);
});

test("LibreOffice opens it and calculates the same values", () => {
  const [opened] = openInLibreOffice([{ bytes, sheets: ["Fleets", "Months"] }]);
  expect(opened!.get("Fleets")!.slice(2, 3 + FLEETS.length).map((row) => row.slice(0, 4))).toEqual([
    ["Fleet", "Units", "Power W", "Load kW"],
    ...FLEETS.map(({ name, units, powerW }) => [name, String(units), String(powerW), String(units * powerW / 1000)]),
  ]);
  const [month, load, growth] = opened!.get("Months")!;
  expect([month!.at(-1), load!.at(-1), growth!.at(-1)]).toEqual([String(MONTHS), "9000", String(MONTHS - 1)]);
});

test("100,000 formulas are written within seconds", async () => {
  const rows = Array.from({ length: 1000 }, (_, r) => Array.from({ length: 100 }, (__, c) => ({ content: { formula: `=$A${r + 1}*${c}` }, look: "calculation", format: "#,##0" } as const)));
  const sheet = { ...fleetWorkbook().sheets[1]!, rows, charts: [] };
  const from = Date.now();
  const file = await workbookFile({ sheets: [sheet], activeSheet: sheet.name }, { title: "", madeAt, valueOf: () => 1 });
  expect(file.length).toBeGreaterThan(100_000);
  expect(Date.now() - from).toBeLessThan(15_000);
}, 30_000);
