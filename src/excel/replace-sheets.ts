import { sheetReference, type Sheet } from "../model-sheets";
import { areaAddress } from "./areas";
import { addTable } from "./sheet-parts";
import type { SheetBefore, TableBefore } from "./workbook-before";

// Sheets whose content is replaced where they stand, so that formulas elsewhere that point at them keep pointing. Until
// all is written, each has a copy on a sheet of its own, from which a failure is undone.

export interface Replacement {
  readonly before: SheetBefore;
  readonly sheet: Sheet;
  /** the name of the copy */
  readonly copy: string;
}

export function replacements(before: readonly SheetBefore[], sheets: readonly Sheet[], takenNames: readonly string[]): Replacement[] {
  const taken = new Set(takenNames.map((name) => name.toLowerCase()));
  return sheets.flatMap((sheet) => {
    const found = before.find(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
    if (!found) return [];
    const copy = freeName(sheet.name, taken);
    taken.add(copy.toLowerCase());
    return [{ before: found, sheet, copy }];
  });
}

/** Copies the sheets, then makes room on them: what the new content does not overwrite goes; a table that is the same again stays. */
export function makeRoom({ workbook: { worksheets } }: Excel.RequestContext, replaced: readonly Replacement[]): void {
  const copies = replaced.map(({ before, copy }) => {
    const target = worksheets.add(unfinished(copy));
    copyCells(target, before.name, before);
    return { target, copy };
  });
  // The names say that every copy is complete: only then is a failure undone from them.
  for (const { target, copy } of copies) target.name = copy;
  for (const { before, sheet } of replaced) {
    const target = worksheets.getItem(before.name);
    for (const table of before.tables) if (!isKept(table, sheet)) target.tables.getItem(table.name).convertToRange();
    for (const { id, name } of before.charts) target.charts.getItem(id).name = `${name} (before)`;
    target.getRange().clear("Formats");
    clearBeyond(target, { rows: sheet.rows.length, columns: sheet.rows[0]?.length ?? 0 });
  }
}

/** Whether the new content has the same table at the same place: formulas that name its columns go on naming them. */
export function isKept({ name, address }: TableBefore, { tables = [] }: Sheet): boolean {
  return tables.some((table) => table.name === name && table.address === address);
}

/** Takes away what `makeRoom` kept for a failure. */
export function forgetBefore({ workbook: { worksheets } }: Excel.RequestContext, replaced: readonly Replacement[]): void {
  for (const { before: { name, charts } } of replaced) for (const { id } of charts) worksheets.getItem(name).charts.getItem(id).delete();
  for (const { copy } of replaced) worksheets.getItem(copy).delete();
}

/**
 * Removes the sheets that a failed write added, and puts those that it replaced back as they were, in two round trips.
 * @param added names of the description's sheets that were not there
 */
export async function putBack(idsBefore: ReadonlySet<string>, added: readonly string[], replaced: readonly Replacement[]): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    const now = replaced.map((each) => {
      const target = worksheets.getItem(each.before.name);
      return { each, target, charts: target.charts.load("items/id"), tables: target.tables.load("items/name") };
    });
    await context.sync();
    const begun = worksheets.items.filter(({ id, name }) => !idsBefore.has(id) && isBegun(name, added, replaced));
    if (replaced.every(({ copy }) => begun.some(({ name }) => name === copy))) {
      for (const { each, target, charts, tables } of now) putSheetBack(target, each, charts.items, tables.items);
    }
    begun.forEach((sheet) => sheet.delete());
    await context.sync();
  });
}

/** Whether a sheet that was not there before is one that the write began. */
export function isBegun(name: string, added: readonly string[], replaced: readonly Replacement[]): boolean {
  return added.includes(name) || replaced.some(({ copy }) => name === copy || name === unfinished(copy));
}

function putSheetBack(target: Excel.Worksheet, { before, sheet, copy }: Replacement, chartsNow: readonly Excel.Chart[], tablesNow: readonly Excel.Table[]): void {
  for (const chart of chartsNow) {
    const old = before.charts.find(({ id }) => id === chart.id);
    if (old) chart.name = old.name;
    else chart.delete();
  }
  const gone = before.tables.filter((table) => !isKept(table, sheet));
  const kept = before.tables.filter((table) => !gone.includes(table)).map(({ name }) => name);
  for (const table of tablesNow) if (!kept.includes(table.name)) table.convertToRange();
  clearBeyond(target, before);
  target.getRange().clear("Formats");
  copyCells(target, copy, before);
  for (const old of gone) {
    const table = addTable(target, old);
    table.style = old.style;
    table.showBandedRows = old.showBandedRows;
    table.showFilterButton = old.showFilterButton;
  }
}

/** Rows and columns from A1 on. */
type Size = Pick<SheetBefore, "rows" | "columns">;

function copyCells(target: Excel.Worksheet, from: string, { rows, columns }: Size): void {
  const area = areaAddress({ row: 0, column: 0, rows, columns });
  // Not all in one, which would copy tables too, under other names.
  for (const what of ["Formulas", "Formats"] as const) target.getRange(area).copyFrom(`${sheetReference(from)}!${area}`, what);
}

const EXCEL = { rows: 1_048_576, columns: 16_384 } as const;

/** Clears what stands below and right of the first rows and columns. */
function clearBeyond(target: Excel.Worksheet, { rows, columns }: Size): void {
  target.getRangeByIndexes(rows, 0, EXCEL.rows - rows, EXCEL.columns).clear("Contents");
  target.getRangeByIndexes(0, columns, EXCEL.rows, EXCEL.columns - columns).clear("Contents");
}

function unfinished(copy: string): string {
  return copy.replace("(before", "(copying");
}

/** Within the 31 characters of a sheet's name. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const candidate = (number: number): string => `${name.slice(0, 16)} (before${number > 1 ? ` ${number}` : ""})`;
  let number = 1;
  while (taken.has(candidate(number).toLowerCase())) number++;
  return candidate(number);
}
