import { parseA1Ref } from "@borgar/fx/xlsx";
import type { Book } from "./book";
import { pageSize } from "./page-size";
import type { Parts } from "./parts";
import { addNames, namesOf } from "./workbook-names";
import { attribute, escaped, withAttribute, XmlTags, type Edit } from "./xml";

// Sheets set up to print: landscape, as wide as the page, on one page where that can still be read.

/** Points inside the margins of a landscape page, of A4 and Letter the smaller. */
const PAGE = { width: 690, height: 470 };
/** Smaller print than this share of its size goes on several pages instead. */
const SMALLEST = 0.4;
/** Rows that repeat on each page; more than a few would leave no place. */
const MOST_TITLES = 10;
/** What may stand after the settings of the page, in the schema's order. */
const AFTER: ReadonlySet<string> = new Set(["headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "drawingHF", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"]);

/** Sets every sheet up to print. Print areas, repeated rows, margins, headers and footers of the user's own stay. */
export function preparePages(parts: Parts, book: Book): void {
  const names = namesOf(parts, book.part);
  const added: { sheet: number; name: string; formula: string }[] = [];
  book.sheets.forEach(({ name, part, isWorksheet }, sheet) => {
    if (!isWorksheet) return;
    const own = (kind: string): string | undefined => names.find((each) => each.sheet === sheet && each.name.toLowerCase() === kind)?.formula;
    const area = own("_xlnm.print_area");
    const found = pieces(parts.text(part), part);
    const { width, height } = pageSize(parts, part, area);
    const scale = Math.min(1, PAGE.width / width);
    const onOnePage = height * scale <= PAGE.height || PAGE.height / height >= SMALLEST;
    parts.edit(part, setUp(found, onOnePage));
    const titles = found.frozenRows > 0 ? found.frozenRows : headerRow(book, sheet);
    if (!onOnePage && own("_xlnm.print_titles") === undefined && titles > 0 && titles <= MOST_TITLES) added.push({ sheet, name: "_xlnm.Print_Titles", formula: `'${name.replaceAll("'", "''")}'!$1:$${titles}` });
  });
  addNames(parts, book.part, added);
}

interface TagAt {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

interface Pieces {
  /** before the name of each element */
  readonly prefix: string;
  readonly root: TagAt;
  readonly sheetPr: TagAt | undefined;
  /** where the end tag of the sheet's properties starts, if they have one */
  readonly sheetPrClose: number;
  /** of the sheet's properties, what comes after `pageSetUpPr` in the schema: nothing does */
  readonly fit: TagAt | undefined;
  readonly setup: TagAt | undefined;
  readonly footer: boolean;
  /** where the settings of the page go, and where the footer goes */
  readonly setupAt: number;
  readonly footerAt: number;
  readonly frozenRows: number;
}

function pieces(text: string, part: string): Pieces {
  const tags = new XmlTags(text, part);
  const found: { -readonly [Key in keyof Pieces]?: Pieces[Key] } = { sheetPrClose: -1, footer: false, frozenRows: 0 };
  let after: number | undefined;
  let afterFooter: number | undefined;
  while (tags.next()) {
    const at = { start: tags.start, end: tags.end, tag: tags.tag };
    const { name, depth, kind } = tags;
    if (kind === "close") {
      if (name === "sheetPr") found.sheetPrClose = at.start;
      if (depth === 0) {
        after ??= at.start;
        afterFooter ??= at.start;
      }
      continue;
    }
    if (depth === 0) Object.assign(found, { root: at, prefix: tags.prefix });
    else if (name === "sheetData") tags.skip();
    else if (name === "sheetPr" && depth === 1) found.sheetPr = at;
    else if (name === "pageSetUpPr" && depth === 2) found.fit = at;
    else if (name === "pane" && depth === 3 && /^frozen/.test(attribute(at.tag, "state") ?? "")) found.frozenRows = Number(attribute(at.tag, "ySplit") ?? 0);
    else if (depth === 1) {
      if (name === "pageSetup") found.setup = at;
      if (name === "headerFooter") found.footer = true;
      if (AFTER.has(name)) {
        after ??= at.start;
        if (name !== "headerFooter") afterFooter ??= at.start;
      }
    }
  }
  return { ...found, setupAt: after, footerAt: afterFooter } as Pieces;
}

function setUp({ prefix, root, sheetPr, sheetPrClose, fit, setup, footer, setupAt, footerAt }: Pieces, onOnePage: boolean): Edit[] {
  const edits: Edit[] = [];
  const isFitted = fit !== undefined && ["1", "true"].includes(attribute(fit.tag, "fitToPage") ?? "");
  if (fit) edits.push({ ...fit, text: withAttribute(fit.tag, "fitToPage", "1") });
  else if (sheetPrClose >= 0) edits.push({ start: sheetPrClose, end: sheetPrClose, text: `<${prefix}pageSetUpPr fitToPage="1"/>` });
  else if (sheetPr) edits.push({ ...sheetPr, text: `${sheetPr.tag.replace(/\s*\/>$/, ">")}<${prefix}pageSetUpPr fitToPage="1"/></${prefix}sheetPr>` });
  else edits.push({ start: root.end, end: root.end, text: `<${prefix}sheetPr><${prefix}pageSetUpPr fitToPage="1"/></${prefix}sheetPr>` });
  // Whoever fitted a sheet to one page keeps that.
  const isOnePage = isFitted && (attribute(setup?.tag ?? "", "fitToWidth") ?? "1") === "1" && (attribute(setup?.tag ?? "", "fitToHeight") ?? "1") === "1";
  const settings = [["orientation", "landscape"], ["scale", undefined], ["fitToWidth", "1"], ["fitToHeight", onOnePage || isOnePage ? "1" : "0"]] as const;
  // The printer's own settings, in a part beside the sheet, would turn the page back.
  const tag = [...settings, ["id", undefined] as const].reduce((text, [name, value]) => withAttribute(text, name, value), setup?.tag.replace(/\s[\w.-]+:id\s*=\s*(?:"[^"]*"|'[^']*')/, "") ?? `<${prefix}pageSetup/>`);
  edits.push(setup ? { ...setup, text: tag } : { start: setupAt, end: setupAt, text: tag });
  if (!footer) edits.push({ start: footerAt, end: footerAt, text: `<${prefix}headerFooter><${prefix}oddFooter>${escaped("&L&A&RPage &P of &N")}</${prefix}oddFooter></${prefix}headerFooter>` });
  return edits;
}

/** The row of a table's headers, if the table is the first thing on the sheet that repeats. */
function headerRow({ tables }: Book, sheet: number): number {
  const tops = tables.flatMap((table) => {
    const parsed = table.sheet === sheet && table.headerRows > 0 ? parseA1Ref(table.ref) : undefined;
    return parsed && "range" in parsed ? [(parsed.range.top ?? 0) + 1] : [];
  });
  return tops.length === 1 ? tops[0]! : 0;
}
