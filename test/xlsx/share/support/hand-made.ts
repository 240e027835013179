import { writeParts } from "../../support/package";

// Packages as other writers make them, from their cells: what a test is about stands in the test.

export type Value = number | string | boolean;

/** A formula as the file stores it, without "=". */
export interface FormulaCell {
  readonly f: string;
  /** its result; undefined writes none */
  readonly v?: Value | { readonly error: string };
  /** attributes of the formula's element: ' t="shared" si="0"' */
  readonly attributes?: string;
  /** attributes of the cell's element: ' cm="1"' */
  readonly cell?: string;
}

export interface SheetSpec {
  readonly name: string;
  readonly cells: Readonly<Record<string, Value | FormulaCell>>;
  /** what stands before the cells */
  readonly before?: string;
  /** what stands after the cells */
  readonly after?: string;
  /** relationships: id, kind and target */
  readonly related?: readonly (readonly [string, string, string])[];
}

export interface PackageSpec {
  readonly sheets: readonly SheetSpec[];
  /** elements of the list of names */
  readonly names?: string;
  /** more parts: text and content type */
  readonly parts?: Readonly<Record<string, readonly [string, string]>>;
  /** of the workbook: id, kind and target */
  readonly related?: readonly (readonly [string, string, string])[];
  /** of the package */
  readonly packageRelated?: string;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function handMade(spec: PackageSpec): Buffer {
  return writeParts(handMadeParts(spec));
}

export function handMadeParts({ sheets, names, parts = {}, related = [], packageRelated = "" }: PackageSpec): Map<string, string> {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const types = [
    override("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    override("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"),
    ...sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")),
    ...Object.entries(parts).map(([part, [, type]]) => override(part, type)),
  ];
  return new Map([
    ["[Content_Types].xml", `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`],
    ["_rels/.rels", relationships([["rId1", "officeDocument", "xl/workbook.xml"]], packageRelated)],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets>${names ? `<definedNames>${names}</definedNames>` : ""}</workbook>`],
    ["xl/_rels/workbook.xml.rels", relationships([...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const), ["rIdStyles", "styles", "styles.xml"], ...related])],
    ["xl/styles.xml", `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`],
    ...sheets.flatMap(({ cells, before = "", after = "", related: links }, i): [string, string][] => [
      [`xl/worksheets/sheet${i + 1}.xml`, `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rowsOf(cells)}</sheetData>${after}</worksheet>`],
      ...(links ? [[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(links)] as [string, string]] : []),
    ]),
    ...Object.entries(parts).map(([part, [text]]): [string, string] => [part, text]),
  ]);
}

export function relationships(links: readonly (readonly [string, string, string])[], more = ""): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${links.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join("")}${more}</Relationships>`;
}

export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function rowsOf(cells: SheetSpec["cells"]): string {
  const rows = new Map<number, [number, string][]>();
  for (const [address, content] of Object.entries(cells)) {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    rows.set(Number(digits), [...(rows.get(Number(digits)) ?? []), [column, cellOf(address, content)]]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, each]) => `<row r="${row}">${each.sort(([a], [b]) => a - b).map(([, text]) => text).join("")}</row>`).join("");
}

function cellOf(address: string, content: Value | FormulaCell): string {
  if (typeof content === "string") return `<c r="${address}" t="inlineStr"><is><t>${xml(content)}</t></is></c>`;
  if (typeof content !== "object") return `<c r="${address}"${typeof content === "boolean" ? ' t="b"' : ""}><v>${Number(content)}</v></c>`;
  const { f, v, attributes = "", cell = "" } = content;
  const formula = f === "" && attributes ? `<f${attributes}/>` : `<f${attributes}>${xml(f)}</f>`;
  if (v === undefined) return `<c r="${address}"${cell}>${formula}</c>`;
  const [type, text] = typeof v === "object" ? ["e", v.error] : typeof v === "string" ? ["str", v] : typeof v === "boolean" ? ["b", String(Number(v))] : ["n", String(v)];
  return `<c r="${address}" t="${type}"${cell}>${formula}<v>${xml(text)}</v></c>`;
}
