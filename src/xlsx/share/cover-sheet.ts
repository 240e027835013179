import type { Book } from "./book";
import type { CoverCheck } from "./cover-checks";
import { coverStyles, type CoverStyles } from "./cover-styles";
import { LEVEL_WORDS } from "./level-words";
import type { Parts } from "./parts";
import { outcomes, type ShareLevel, type ShareRecord } from "./record";
import { attribute, escaped, withAttribute, XmlTags, type Edit } from "./xml";

/** The label of a fact on the cover, and the fact. */
export type CoverFact = readonly [string, string];

export interface CoverContent {
  readonly level: ShareLevel;
  readonly facts: readonly CoverFact[];
  readonly records: readonly ShareRecord[];
  readonly checks: readonly CoverCheck[];
}

const NAME = "Shared copy";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
/** Lines of the list; what is beyond is counted. */
const MOST_LINES = 100;
/** Cells that a line names; what is beyond is counted. */
const MOST_CELLS = 8;
/** Characters of each column, and points of a row. */
const WIDTHS = [50, 34, 26, 18, 70];
const ROW_POINTS = 15;
const OUTCOMES = { native: "Native formula", frozen: "Value", removed: "Removed", live: "Live function" } as const;

/** A text, or a number or formula with its result. */
type CoverCell = readonly [string, keyof CoverStyles] | { readonly formula?: string; readonly value: string | number };

type Row = readonly CoverCell[];

/** Adds a first sheet that tells what was done; the sheet that was in front stays there. */
export function addCoverSheet(parts: Parts, book: Book, content: CoverContent): void {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  let name = NAME;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${NAME} ${i}`;
  let number = book.sheets.length + 1;
  while (parts.has(`xl/worksheets/sheet${number}.xml`)) number += 1;
  const styles = coverStyles(parts, book);
  const id = parts.add(`xl/worksheets/sheet${number}.xml`, sheetText(coverRows(content), styles, book.vocabulary.main), { from: book.part, type: `${book.vocabulary.relationships}/worksheet`, contentType: SHEET_TYPE });
  parts.edit(book.part, workbookEdits(parts.text(book.part), book, name, id));
}

function coverRows({ level, facts, records, checks }: CoverContent): Row[] {
  const { native, frozen, removed, live } = outcomes(records);
  const counts = level === "live" ? [["Formulas that call the add-in", live] as const] : [["Native formulas", native] as const, ["Values in place of formulas", frozen] as const, ["Rules and names removed", removed] as const];
  const lines = linesOf(records);
  const more = lines.slice(MOST_LINES);
  const before: Row[] = [
    [[NAME, "title"]],
    ...LEVEL_WORDS[level].lines.map((line): Row => [[line, "plain"]]),
    [],
    ...facts.map(([label, fact]): Row => [[label, "plain"], [fact, "plain"]]),
    ...counts.map(([label, count]): Row => [[label, "plain"], { value: count }]),
    [],
  ];
  return [
    ...before,
    ...checkRows(checks, before.length + 1),
    ...(lines.length > 0 ? [["Where", "Cells", "Functions", "Now", "Why"].map((text) => [text, "header"] as const)] : []),
    ...lines.slice(0, MOST_LINES).map((line): Row => line.map((text) => [text, "wrapped"])),
    ...(more.length > 0 ? [[[`and ${more.length} more lines like these`, "plain"] as const]] : []),
  ];
}

/** Live formulas beside what they gave when the copy was made. @param first the row of the heading */
function checkRows(checks: readonly CoverCheck[], first: number): Row[] {
  if (checks.length === 0) return [];
  const [from, to] = [first + 2, first + 1 + checks.length];
  return [
    ["Live checks", "Now", "When shared", "Same"].map((text) => [text, "header"] as const),
    [["All checks", "plain"], { formula: `IF(COUNTIF(D${from}:D${to},"yes")=ROWS(D${from}:D${to}),"as when shared","see below")`, value: "as when shared" }],
    ...checks.map(({ label, formula, value, tolerance }, i): Row => {
      const [now, then] = [`B${from + i}`, `C${from + i}`];
      const same = typeof value === "number" ? `ABS(${now}-${then})<=${tolerance}` : `${now}=${then}`;
      return [[label, "wrapped"], { formula, value }, typeof value === "number" ? { value } : [value, "wrapped"], { formula: `IFERROR(IF(${same},"yes","no"),"no")`, value: "yes" }];
    }),
    [],
  ];
}

/** One line for all formulas of a sheet that fared alike. */
function linesOf(records: readonly ShareRecord[]): string[][] {
  const groups = new Map<string, ShareRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.where, record.functions, record.outcome, record.why]);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()].map((group) => {
    const { where, functions, outcome, why } = group[0]!;
    const named = group.slice(0, MOST_CELLS).map(({ item }) => item).join(", ");
    return [where, group.length > MOST_CELLS ? `${named} and ${group.length - MOST_CELLS} more` : named, functions.join(", "), OUTCOMES[outcome], why];
  });
}

/** Texts stand in the cells themselves, as texts: none can become a formula. */
function sheetText(rows: readonly Row[], styles: CoverStyles, main: string): string {
  const cells = rows.map((row, r) => `<row r="${r + 1}"${heightOf(row)}>${row.map((cell, c) => cellText(cell, `${"ABCDE"[c]}${r + 1}`, styles)).join("")}</row>`);
  const widths = WIDTHS.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${cells.join("")}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** Not every reader makes rows as high as their wrapped texts. */
function heightOf(row: Row): string {
  const lines = Math.max(1, ...row.map((cell, c) => ("length" in cell && cell[1] === "wrapped" ? Math.ceil(cell[0].length / (WIDTHS[c]! - 2)) : 1)));
  return lines > 1 ? ` ht="${lines * ROW_POINTS}" customHeight="1"` : "";
}

function cellText(cell: CoverCell, address: string, styles: CoverStyles): string {
  if ("length" in cell) return `<c r="${address}"${styles[cell[1]]} t="inlineStr"><is><t xml:space="preserve">${escaped(cell[0])}</t></is></c>`;
  const { formula, value } = cell;
  return `<c r="${address}"${styles.figure}${typeof value === "string" ? ' t="str"' : ""}>${formula === undefined ? "" : `<f>${escaped(formula)}</f>`}<v>${escaped(String(value))}</v></c>`;
}

/** The new sheet comes first: places of sheets that are counted move on by one. */
function workbookEdits(text: string, { part, vocabulary }: Book, name: string, id: string): Edit[] {
  const edits: Edit[] = [];
  const ids: number[] = [];
  let first: { at: number; prefix: string } | undefined;
  const tags = new XmlTags(text, part);
  const moved = (tag: string, place: string): string => withAttribute(tag, place, String(Number(attribute(tag, place) ?? 0) + 1));
  while (tags.next()) {
    if (tags.kind === "close") continue;
    const { tag, start, end } = tags;
    if (tags.name === "sheet" && tags.depth === 2) {
      first ??= { at: start, prefix: tags.prefix };
      ids.push(Number(attribute(tag, "sheetId") ?? 0));
    } else if (tags.name === "workbookView") edits.push({ start, end, text: attribute(tag, "firstSheet") === undefined ? moved(tag, "activeTab") : moved(moved(tag, "activeTab"), "firstSheet") });
    else if (tags.name === "definedName" && attribute(tag, "localSheetId") !== undefined) edits.push({ start, end, text: moved(tag, "localSheetId") });
  }
  const sheet = `<${first!.prefix}sheet xmlns:r="${vocabulary.relationships}" name="${escaped(name)}" sheetId="${Math.max(...ids) + 1}" r:id="${id}"/>`;
  return [...edits, { start: first!.at, end: first!.at, text: sheet }];
}
