import { JSDOM } from "jsdom";
import { calculateWorkbook, LOOKS, type Cell, type Sheet, type Workbook } from "../../src/model-sheets";
import { workbookFile } from "../../src/xlsx";
import { sampleWorkbook } from "../model-sheets/support/sample-workbook";
import { readParts, type Parts } from "./support/package";

const sheetNames = { inputs: "Inputs 2", model: "Model 2", summary: "Summary" };
const workbook = sampleWorkbook(sheetNames);
const [inputs, model, summary] = workbook.sheets as [Sheet, Sheet, Sheet];
const valueOf = calculateWorkbook(workbook);
const madeAt = new Date("2026-08-21T12:00:00Z");
const { DOMParser } = new JSDOM().window;

let bytes: Uint8Array;
let parts: Parts;
beforeAll(async () => {
  bytes = await workbookFile(workbook, { title: "A & B", madeAt, valueOf });
  parts = readParts(bytes);
});

/** A part as XML. Throws when it is missing or not well formed. */
function xml(name: string, of: Parts = parts): Element {
  const text = of.get(name);
  if (text === undefined) throw new Error(`There is no part ${name}`);
  const document = new DOMParser().parseFromString(text, "application/xml");
  const error = document.querySelector("parsererror");
  if (error) throw new Error(`${name}: ${error.textContent}`);
  return document.documentElement;
}

const children = (element: Element): string[] => [...element.children].map(({ tagName }) => tagName);
const all = (element: Element, tag: string): Element[] => [...element.getElementsByTagName(tag)];
const cellsOf = (sheet: Element): Map<string, Element> => new Map(all(sheet, "c").map((cell) => [cell.getAttribute("r")!, cell]));
const sheetPart = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;

/** What a cell shows without being calculated. */
function shown(cell: Element | undefined, of: Parts = parts): string | undefined {
  const value = cell?.getElementsByTagName("v")[0]?.textContent ?? undefined;
  if (cell?.getAttribute("t") === "inlineStr") return cell.textContent ?? undefined;
  return cell?.getAttribute("t") === "s" ? (all(xml("xl/sharedStrings.xml", of), "si")[Number(value)]!.textContent ?? undefined) : value;
}

function oneSheet(cells: readonly (Cell | null)[], name = "S"): Workbook {
  return {
    sheets: [{ name, rows: [cells], tabColor: "#123456", columnWidths: [72], freeze: { rows: 0, columns: 0 }, orientation: "portrait", charts: [] }],
    activeSheet: name,
  };
}

describe("the package", () => {
  test("every part is well formed and has a content type, and every relationship leads to a part", () => {
    const types = xml("[Content_Types].xml");
    const overrides = new Set(all(types, "Override").map((each) => each.getAttribute("PartName")));
    const extensions = new Set(all(types, "Default").map((each) => each.getAttribute("Extension")));
    for (const name of parts.keys()) {
      xml(name);
      if (name !== "[Content_Types].xml") expect({ name, typed: overrides.has(`/${name}`) || extensions.has(name.split(".").at(-1)!) }).toEqual({ name, typed: true });
    }
    for (const part of overrides) expect(parts.has(part!.slice(1))).toBe(true);
    const relationships = [...parts.keys()].filter((name) => name.endsWith(".rels"));
    expect(relationships.length).toBeGreaterThan(3);
    for (const name of relationships) {
      const folder = name.replace(/_rels\/[^/]+$/, "");
      for (const { target } of all(xml(name), "Relationship").map((each) => ({ target: each.getAttribute("Target")! }))) {
        expect(parts.has(new URL(target, `file:///${folder}`).pathname.slice(1))).toBe(true);
      }
    }
  });

  test("sheets in order, the summary shown first, calculated anew on opening", () => {
    const book = xml("xl/workbook.xml");
    expect(children(book)).toEqual(["bookViews", "sheets", "definedNames", "calcPr"]);
    expect(all(book, "sheet").map((sheet) => sheet.getAttribute("name"))).toEqual(["Inputs 2", "Model 2", "Summary"]);
    expect(all(book, "workbookView")[0]!.getAttribute("activeTab")).toBe("2");
    expect(all(book, "calcPr")[0]!.getAttribute("fullCalcOnLoad")).toBe("1");
  });

  test("title, author and day stand in its properties, and the same description gives the same file", async () => {
    const core = xml("docProps/core.xml");
    expect([...core.children].map(({ tagName, textContent }) => [tagName, textContent])).toEqual([
      ["dc:title", "A & B"], ["dc:creator", "Hashplan"], ["dcterms:created", "2026-08-21T12:00:00Z"], ["dcterms:modified", "2026-08-21T12:00:00Z"],
    ]);
    expect(Buffer.from(await workbookFile(workbook, { title: "A & B", madeAt, valueOf })).equals(Buffer.from(bytes))).toBe(true);
  });

  test("a sheet's elements come in the order of the schema", () => {
    const order = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "pageMargins", "pageSetup", "headerFooter", "drawing"];
    workbook.sheets.forEach((sheet, i) => expect(children(xml(sheetPart(i)))).toEqual(order.filter((tag) => tag !== "drawing" || sheet.charts.length > 0)));
  });
});

describe("cells", () => {
  test("every cell of the description is there with its content, and every formula with its result", () => {
    let formulas = 0;
    workbook.sheets.forEach(({ name, rows }, i) => {
      const cells = cellsOf(xml(sheetPart(i)));
      const addresses = rows.flatMap((row, r) => row.flatMap((cell, c) => (cell ? [{ cell, address: `${letters(c)}${r + 1}` }] : [])));
      expect([...cells.keys()].sort()).toEqual(addresses.map(({ address }) => address).sort());
      for (const { cell: { content }, address } of addresses) {
        const cell = cells.get(address)!;
        if (typeof content !== "object") {
          expect(shown(cell)).toBe(content === "" ? undefined : String(content));
          continue;
        }
        formulas++;
        const result = valueOf(name, address);
        expect(cell.getElementsByTagName("f")[0]!.textContent).toBe(content.formula.slice(1));
        expect([cell.getAttribute("t"), shown(cell)]).toEqual([typeof result === "string" ? "str" : null, String(Object.is(result, -0) ? 0 : result)]);
      }
    });
    expect(formulas).toBeGreaterThan(2_000);
  });

  test("styles exist, and every font has its name and size", () => {
    const styles = xml("xl/styles.xml");
    const count = all(all(styles, "cellXfs")[0]!, "xf").length;
    workbook.sheets.forEach((_, i) => {
      for (const cell of cellsOf(xml(sheetPart(i))).values()) expect(Number(cell.getAttribute("s") ?? 0)).toBeLessThan(count);
    });
    for (const font of all(styles, "font")) expect([all(font, "name")[0]?.getAttribute("val"), Number(all(font, "sz")[0]?.getAttribute("val")) >= 11]).toEqual(["Calibri", true]);
  });

  test("an input is blue on yellow, right-aligned, in its number format; a header has its line", () => {
    const styleOf = (cell: Element): Record<string, string | null | undefined> => {
      const styles = xml("xl/styles.xml");
      const format = all(all(styles, "cellXfs")[0]!, "xf")[Number(cell.getAttribute("s"))]!;
      const part = (tag: string, parent: string, id: string): Element => all(all(styles, parent)[0]!, tag)[Number(format.getAttribute(id))]!;
      const font = part("font", "fonts", "fontId");
      return {
        color: all(font, "color")[0]?.getAttribute("rgb"),
        bold: String(all(font, "b").length),
        fill: all(part("fill", "fills", "fillId"), "fgColor")[0]?.getAttribute("rgb"),
        line: all(part("border", "borders", "borderId"), "bottom")[0]?.getAttribute("style"),
        align: all(format, "alignment")[0]?.getAttribute("horizontal"),
        format: all(styles, "numFmt").find((each) => each.getAttribute("numFmtId") === format.getAttribute("numFmtId"))?.getAttribute("formatCode"),
      };
    };
    const cells = cellsOf(xml(sheetPart(0)));
    const row = inputs.rows.findIndex((line) => line[0]?.content === "Power price") + 1;
    expect(styleOf(cells.get(`B${row}`)!)).toEqual({ color: `FF${LOOKS.input.fontColor.slice(1)}`, bold: "0", fill: `FF${LOOKS.input.fillColor.slice(1)}`, line: null, align: "right", format: "0.0000" });
    expect(styleOf(cells.get("A5")!)).toMatchObject({ bold: "1", line: "thin", fill: "FFE7EBF3" });
    const date = inputs.rows.findIndex((line) => line[0]?.content === "Market date") + 1;
    expect([shown(cells.get(`B${date}`)), styleOf(cells.get(`B${date}`)!).format]).toEqual(["46255", "yyyy-mm-dd"]);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "007", "Mar 21", "#N/A", "TRUE", "a_x0041_b", " spaces ", "two\nlines", "<&>\"'", "\u0007bell", "🙂", "_x000D_"])("the text %j stays that text", async (text) => {
    const written = readParts(await workbookFile(oneSheet([{ content: text, look: "label" }, { content: { formula: "=A1" }, look: "label" }]), { title: "", madeAt, valueOf: () => text }));
    const cells = cellsOf(xml("xl/worksheets/sheet1.xml", written));
    const decoded = (cell: Element | undefined): string | undefined => shown(cell, written)?.replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    expect(all(cells.get("A1")!, "f")).toHaveLength(0);
    expect(cells.get("A1")!.getAttribute("t")).toMatch(/^(s|inlineStr)$/);
    expect([decoded(cells.get("A1")), decoded(cells.get("B1"))]).toEqual([text, text]);
  });

  test("truth values are truth values", async () => {
    const written = readParts(await workbookFile(oneSheet([{ content: true, look: "label" }, { content: { formula: "=A1" }, look: "label" }]), { title: "", madeAt, valueOf: () => false }));
    const cells = cellsOf(xml("xl/worksheets/sheet1.xml", written));
    expect(["A1", "B1"].map((address) => [cells.get(address)!.getAttribute("t"), shown(cells.get(address), written)])).toEqual([["b", "1"], ["b", "0"]]);
  });

  test.each<[string, Workbook, string]>([
    ["a number that is none", oneSheet([{ content: NaN, look: "label" }]), "NaN"],
    ["a text longer than a cell", oneSheet([{ content: "x".repeat(32_768), look: "label" }]), "at most 32767 characters"],
    ["a name longer than a sheet's", oneSheet([], "x".repeat(32)), "31"],
  ])("%s is refused", async (_, refused, why) => {
    await expect(workbookFile(refused, { title: "", madeAt, valueOf: () => 0 })).rejects.toThrow(why);
  });
});

describe("sheets", () => {
  test("no gridlines, a tab color, widths, and what stays in view", () => {
    const [view, pane] = [all(xml(sheetPart(1)), "sheetView")[0]!, all(xml(sheetPart(1)), "pane")[0]!];
    expect(view.getAttribute("showGridLines")).toBe("0");
    expect(["xSplit", "ySplit", "topLeftCell", "state"].map((name) => pane.getAttribute(name))).toEqual(["3", "5", "D6", "frozen"]);
    expect(all(xml(sheetPart(2)), "pane")).toHaveLength(0);
    expect(all(xml(sheetPart(0)), "tabColor")[0]!.getAttribute("rgb")).toBe("FF0000FF");
    // 250 points are 333 pixels, and a digit of the default font has 7.
    expect(Number(all(xml(sheetPart(1)), "col")[0]!.getAttribute("width"))).toBeCloseTo(333 / 7, 6);
    expect(all(xml(sheetPart(1)), "col")).toHaveLength(model.columnWidths.length);
  });

  test("pages: orientation, width, what is repeated, name and number", () => {
    const setups = workbook.sheets.map((_, i) => {
      const sheet = xml(sheetPart(i));
      const setup = all(sheet, "pageSetup")[0]!;
      return [all(sheet, "pageSetUpPr")[0]!.getAttribute("fitToPage"), ...["orientation", "fitToWidth", "fitToHeight"].map((name) => setup.getAttribute(name)), all(sheet, "oddFooter")[0]!.textContent];
    });
    expect(setups).toEqual([
      ["1", "landscape", "1", "0", "&L&A&RPage &P of &N"],
      ["1", "landscape", "4", "0", "&L&A&RPage &P of &N"],
      ["1", "portrait", "1", "0", "&L&A&RPage &P of &N"],
    ]);
    expect(all(xml("xl/workbook.xml"), "definedName").map((name) => [name.getAttribute("name"), name.getAttribute("localSheetId"), name.textContent])).toEqual([
      ["_xlnm.Print_Titles", "0", "'Inputs 2'!$A:$A,'Inputs 2'!$1:$5"],
      ["_xlnm.Print_Titles", "1", "'Model 2'!$A:$C,'Model 2'!$1:$5"],
    ]);
  });

  test("the chart reads the described ranges, whole and fixed", () => {
    const chart = xml("xl/charts/chart1.xml");
    const [described] = summary.charts;
    const fixed = (address: string): string => `'Model 2'!${address.replace(/[A-Z]+|\d+/g, "$$$&")}`;
    const series = all(chart, "c:ser").map((each) => ({
      name: all(each, "c:tx")[0]!.textContent, categories: all(all(each, "c:cat")[0]!, "c:f")[0]!.textContent,
      values: all(all(each, "c:val")[0]!, "c:f")[0]!.textContent, color: all(each, "a:srgbClr")[0]!.getAttribute("val"),
    }));
    expect(series).toEqual(described!.series.map(({ name, values, color }) => ({ name, categories: fixed(described!.categories.address), values: fixed(values.address), color: color.slice(1) })));
    expect(series[0]!.values).toMatch(/^'Model 2'!\$D\$\d+:\$AN\$\d+$/);
    expect(all(chart, "c:title").map((title) => title.textContent)).toEqual(["Two lines ($)", "Month", "$"]);
    expect(all(chart, "c:lineChart")).toHaveLength(1);
    const drawing = xml("xl/drawings/drawing3.xml");
    expect(["xdr:from", "xdr:to"].map((corner) => ["xdr:col", "xdr:row"].map((tag) => all(all(drawing, corner)[0]!, tag)[0]!.textContent))).toEqual([["0", "26"], ["6", "44"]]);
  });
});

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
}
