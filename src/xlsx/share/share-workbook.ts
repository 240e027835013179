import { freezeComputedSpills, freezeDataTables, replaceSpillReferences } from "./after-freezing";
import { openBook, type Book } from "./book";
import { BookValues } from "./book-values";
import { coverChecks, type NativeResult } from "./cover-checks";
import { addCoverSheet, type CoverFact } from "./cover-sheet";
import type { FormulaExpander } from "./expander";
import { inputsText } from "./input-values";
import { refuseLeftOvers } from "./left-over";
import { NameSet } from "./name-set";
import { Parts } from "./parts";
import type { ShareLevel, ShareRecord } from "./record";
import { outdateResults } from "./outdated-results";
import { preparePages } from "./print-pages";
import { calculateOnOpening, refreshResults } from "./refresh-results";
import { ShareRefusal } from "./refusal";
import { NO_RESULT, shareCells } from "./share-cells";
import { shareCharts } from "./share-charts";
import { shareNames } from "./share-names";
import { shareRules } from "./share-rules";
import { shareTables } from "./share-tables";
import { sha256 } from "./sha256";
import { removeWebExtensions } from "./web-extensions";
import type { Edit } from "./xml";

export interface ShareRequest {
  readonly level: ShareLevel;
  readonly expander: FormulaExpander;
  /** what the cover says beside what was done */
  readonly facts: readonly CoverFact[];
}

export interface SharedWorkbook {
  readonly bytes: Uint8Array;
  readonly records: readonly ShareRecord[];
}

/** Cells named in a refusal. */
const MOST_NAMED = 10;

/**
 * A copy of a workbook. Parts that have nothing to do with the add-in are the same bytes.
 * @throws ShareRefusal when the file is no workbook that can be shared
 */
export async function shareWorkbook(file: Uint8Array, { level, expander: given, facts }: ShareRequest): Promise<SharedWorkbook> {
  const parts = new Parts(file);
  const found = parts.check({ mention: given.mention, spills: /anchorarray|#(?:"|&quot;)/i, whatIf: /dataTable/ });
  const book = openBook(parts);
  const expander = given.withOwnNames(new Set(book.names.flatMap(({ name }) => (/^_xl/i.test(name) ? [] : [name.toLowerCase()]))));
  removeWebExtensions(parts);
  const values = new BookValues(parts, book, expander);
  const inputs: CoverFact = ["SHA-256 of its inputs, the cells without formulas", await sha256(inputsText(values))];
  const { records, natives } = level === "live" ? keepCalls(parts, values, found.mention, expander) : replaceCalls(parts, values, found, level, expander);
  if (level === "page") preparePages(parts, book);
  addCoverSheet(parts, book, { level, facts: [...facts, inputs], records, checks: coverChecks(parts, values, natives) });
  return { bytes: parts.write(), records };
}

/** Calls stay; where the file lacks their results, readers without the add-in are given them. */
function keepCalls(parts: Parts, values: BookValues, mentioning: ReadonlySet<string>, expander: FormulaExpander): Done {
  const { book } = values;
  const outdated = outdateResults(values, expander, sheetsIn(book, mentioning));
  const options = { expander, level: "live", lostNames: new NameSet(book) } as const;
  const sheets = sheetsIn(book, mentioning).map((i) => ({ ...shareCells(values, i, options), part: book.sheets[i]!.part }));
  const refreshed = outdated ? refreshedSheets(values, sheets) : [];
  for (const { part } of book.sheets) parts.edit(part, [...sheets, ...refreshed].flatMap((sheet) => (sheet.part === part ? sheet.edits : [])));
  const open = refreshed.flatMap(({ where, unresolved }) => unresolved.map((item): ShareRecord => ({ where, item, functions: [], outcome: "live", why: NO_RESULT })));
  return { records: [...sheets.flatMap(({ records }) => records), ...open], natives: new Map() };
}

/** The places of the worksheets among some parts. */
function sheetsIn(book: Book, among: ReadonlySet<string>): number[] {
  return book.sheets.flatMap(({ part, isWorksheet }, i) => (isWorksheet && among.has(part) ? [i] : []));
}

interface Done {
  readonly records: ShareRecord[];
  /** by the sheet's place */
  readonly natives: ReadonlyMap<number, readonly NativeResult[]>;
}

type Found = Readonly<Record<"mention" | "spills" | "whatIf", ReadonlySet<string>>>;

/** Every call gives way to a native formula or its value, wherever it stands. */
function replaceCalls(parts: Parts, values: BookValues, found: Found, level: ShareLevel, expander: FormulaExpander): Done {
  const { book } = values;
  const mentioning = sheetsIn(book, found.mention);
  values.findPlaceholders(mentioning);
  const outdated = outdateResults(values, expander, mentioning);
  const names = shareNames(values, expander);
  const options = { expander, level, lostNames: names.lost };
  const sheets = book.sheets.flatMap(({ part, isWorksheet }, i) => {
    if (!isWorksheet || !(found.mention.has(part) || !names.lost.isEmpty)) return [];
    const cells = shareCells(values, i, options);
    const rules = shareRules(values, i, options);
    return [{ ...cells, sheet: i, part, edits: [...cells.edits, ...rules.edits], records: [...cells.records, ...rules.records] }];
  });
  const stale = outdated || sheets.some((sheet) => sheet.stale);
  const refreshed = stale ? refreshedSheets(values, sheets) : [];
  refuseUnresolved([...sheets.flatMap(({ unresolved }) => unresolved), ...refreshed.flatMap(({ where, unresolved }) => unresolved.map((address) => `${where}!${address}`))]);
  const tables = shareTables(parts, values, options);
  const records = [...sheets.flatMap((sheet) => sheet.records), ...tables, ...names.records, ...shareCharts(parts, found.mention, options)];
  for (const { part } of book.sheets) parts.edit(part, [...sheets, ...refreshed].flatMap((sheet) => (sheet.part === part ? sheet.edits : [])));
  parts.edit(book.part, names.edits);
  if (stale) calculateOnOpening(parts, book.part);
  const frozenArrays = sheets.flatMap((sheet) => sheet.frozenArrays);
  replaceSpillReferences(parts, found.spills, values, frozenArrays);
  if (frozenArrays.length > 0) records.push(...freezeComputedSpills(parts, found.spills, book));
  const froze = sheets.some((sheet) => sheet.froze);
  const tried = froze || names.fixed || sheets.some(({ fixed }) => fixed) ? freezeDataTables(parts, found.whatIf, book, `a what-if table would calculate with ${froze ? "formulas that are values now" : "figures in place of the machines' names"}`) : [];
  records.push(...tried);
  if (froze || tried.length > 0) removeCalculationChain(parts, book);
  refuseLeftOvers(parts, found.mention, book, names.lost, expander);
  return { records, natives: new Map(sheets.filter((sheet) => sheet.records.length > 0).map(({ sheet, natives }) => [sheet, natives])) };
}

interface RefreshedSheet {
  readonly where: string;
  readonly part: string;
  readonly edits: readonly Edit[];
  /** addresses */
  readonly unresolved: readonly string[];
}

/** Results for what has none, or an untrue one, because cells had none that call the add-in. */
function refreshedSheets(values: BookValues, sheets: readonly { readonly part: string; readonly edits: readonly Edit[] }[]): RefreshedSheet[] {
  return values.book.sheets.flatMap(({ name, part, isWorksheet }, i) => {
    if (!isWorksheet) return [];
    const done = new Set(sheets.flatMap((sheet) => (sheet.part === part ? sheet.edits.map(({ start }) => start) : [])));
    return [{ where: name, part, ...refreshResults(values, i, done) }];
  });
}

function refuseUnresolved(cells: readonly string[]): void {
  if (cells.length === 0) return;
  const named = cells.slice(0, MOST_NAMED).join(", ") + (cells.length > MOST_NAMED ? ` and ${cells.length - MOST_NAMED} more` : "");
  throw new ShareRefusal(`The file has no results for ${named}. Open it in Excel with the add-in, let it calculate, save it, and share that.`);
}

/** Excel makes it anew; one that names cells without formulas would be taken for damage. */
function removeCalculationChain(parts: Parts, book: Book): void {
  for (const { kind, target } of parts.relationships(book.part)) if (kind === "calcChain" && target !== undefined && parts.has(target)) parts.remove(target);
  parts.removeRelationships(book.part, ({ kind }) => kind === "calcChain");
}
