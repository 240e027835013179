import type { Parts, Relationship } from "./parts";
import { ShareRefusal } from "./refusal";
import { attribute, xmlText, XmlTags } from "./xml";

export interface BookSheet {
  readonly name: string;
  readonly part: string;
  /** not a sheet with one chart, or a dialog */
  readonly isWorksheet: boolean;
}

/** A name of the workbook, or of one sheet. */
export interface BookName {
  readonly name: string;
  /** the sheet's place; undefined for the whole workbook */
  readonly sheet: number | undefined;
  readonly formula: string;
  /** its element in the workbook's part */
  readonly start: number;
  readonly end: number;
  /** the formula's place there */
  readonly text: { readonly start: number; readonly end: number };
}

export interface BookTable {
  readonly name: string;
  readonly part: string;
  readonly sheet: number;
  readonly ref: string;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

interface Vocabulary {
  readonly main: string;
  readonly relationships: string;
}

const USUAL: Vocabulary = { main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships" };
const STRICT: Vocabulary = { main: "http://purl.oclc.org/ooxml/spreadsheetml/main", relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships" };

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** The workbook that a package holds. */
export interface Book {
  /** the names by which its parts know their elements and relationships: the usual ones, or the strict variant's */
  readonly vocabulary: Vocabulary;
  /** days are counted from 1904 */
  readonly isFrom1904: boolean;
  /** asks to be calculated when it is opened, as writers do that calculate nothing */
  readonly calculatesOnLoad: boolean;
  readonly part: string;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  readonly tables: readonly BookTable[];
}

/** @throws ShareRefusal when the package holds no workbook, or one that must not be edited */
export function openBook(parts: Parts): Book {
  const part = parts.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
  if (part === undefined || !parts.has(part)) throw new ShareRefusal("The file is no .xlsx workbook.");
  refuseWhatIsNotOurs(parts, part);
  const text = parts.text(part);
  const related = new Map(parts.relationships(part).map((relationship) => [relationship.id, relationship]));
  const sheets: BookSheet[] = [];
  const names: BookName[] = [];
  const tags = new XmlTags(text, part);
  let isFrom1904 = false;
  let calculatesOnLoad = false;
  let vocabulary = USUAL;
  while (tags.next()) {
    if (tags.kind === "close") continue;
    const { tag, start, end } = tags;
    if (tags.depth === 0 && tag.includes(STRICT.main)) vocabulary = STRICT;
    if (tags.name === "calcPr") calculatesOnLoad = ["1", "true"].includes(attribute(tag, "fullCalcOnLoad") ?? "");
    if (tags.name === "workbookPr") isFrom1904 = ["1", "true"].includes(attribute(tag, "date1904") ?? "");
    if (tags.name === "sheet" && tags.depth === 2) sheets.push(sheetOf(tag, related, parts));
    else if (tags.name === "fileSharing") refuseReserved(tag);
    else if (tags.name === "definedName" && tags.kind === "open") {
      const sheet = attribute(tag, "localSheetId");
      const until = tags.skip();
      names.push({ name: attribute(tag, "name") ?? "", sheet: sheet === undefined ? undefined : Number(sheet), formula: xmlText(text.slice(end, until)), start, end: tags.end, text: { start: end, end: until } });
    }
  }
  if (sheets.length === 0) throw new ShareRefusal("The workbook has no sheets.");
  return { part, vocabulary, isFrom1904, calculatesOnLoad, sheets, names, tables: sheets.flatMap((sheet, i) => tablesOf(parts, sheet, i)) };
}

function refuseWhatIsNotOurs(parts: Parts, part: string): void {
  const names = parts.names();
  const type = parts.contentTypes()(part) ?? "";
  const kinds = parts.relationships(part).map(({ kind }) => kind);
  if (/macroEnabled/i.test(type) || kinds.some((kind) => /macrosheet|vbaProject/i.test(kind)) || names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) throw new ShareRefusal("The workbook holds macros. Save it in Excel as .xlsx, without them, and share that.");
  if (type !== WORKBOOK_TYPE) throw new ShareRefusal("The file is no .xlsx workbook: templates, binary workbooks and other documents are not shared.");
  if (parts.has("docProps/custom.xml") && /name\s*=\s*["']_MarkAsFinal["'][^>]*>\s*<(?:\w+:)?bool>\s*(?:true|1)\s*</.test(parts.text("docProps/custom.xml"))) throw new ShareRefusal("The workbook is marked as final. Take the mark off in Excel (File, Info, Protect Workbook), and share that.");
  if (names.some((name) => /^_xmlsignatures\//i.test(name)) || parts.relationships("").some(({ kind }) => kind === "origin")) throw new ShareRefusal("The workbook is signed, and a changed copy would break the signature. Take the signature off, and share that.");
}

function refuseReserved(tag: string): void {
  if ((attribute(tag, "reservationPassword") ?? attribute(tag, "hashValue")) !== undefined) throw new ShareRefusal("The workbook is reserved for reading by a password. Take it off in Excel, and share that.");
  if (["1", "true"].includes(attribute(tag, "readOnlyRecommended") ?? "")) throw new ShareRefusal("The workbook asks to be opened read-only, so whoever made it wants no changed copies. Save it in Excel without that recommendation, and share that.");
}

function sheetOf(tag: string, related: ReadonlyMap<string, Relationship>, parts: Parts): BookSheet {
  const name = attribute(tag, "name") ?? "";
  const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? "";
  const { target, kind } = related.get(id) ?? {};
  if (target === undefined || !parts.has(target)) throw new ShareRefusal(`The file lacks its sheet "${name}"; it is damaged.`);
  if (!parts.xmlNames().has(target)) throw new ShareRefusal(`The file's sheet "${name}" is kept as no XML. Open the workbook in Excel, save it as .xlsx, and share that.`);
  return { name, part: target, isWorksheet: kind === "worksheet" };
}

function tablesOf(parts: Parts, { part }: BookSheet, sheet: number): BookTable[] {
  return parts.relationships(part).flatMap(({ kind, target }) => {
    if (kind !== "table" || target === undefined || !parts.has(target)) return [];
    const tags = new XmlTags(parts.text(target), target);
    const columns: string[] = [];
    let root = "";
    while (tags.next()) {
      if (tags.kind === "close") continue;
      if (tags.depth === 0) root = tags.tag;
      // In names of columns, files spell a line break _x000a_.
      if (tags.name === "tableColumn") columns.push((attribute(tags.tag, "name") ?? "").replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
    }
    return [{
      name: attribute(root, "displayName") ?? attribute(root, "name") ?? "", part: target, sheet, ref: attribute(root, "ref") ?? "A1",
      headerRows: Number(attribute(root, "headerRowCount") ?? 1), totalsRows: Number(attribute(root, "totalsRowCount") ?? 0), columns,
    }];
  });
}
