import type { Area } from "../areas";
import { explainFailure, WriteError, type Task } from "../write-error";
import { inputsOf } from "./inputs";
import { marksOf, type Mark } from "./marks";
import { checkOf, readNote, type FrozenNote } from "./note";
import { cellAddress, cellsOf, isFormula, overlaps, sizeOf, withoutSheet } from "../places";

/** A frozen cell of the workbook. */
export interface FrozenCell {
  readonly sheet: string;
  /** without the sheet: "B4", or "B4:C9" of a formula that spilled */
  readonly address: string;
  readonly formula: string;
  readonly frozenAt: string;
}

export interface Unfrozen {
  readonly restored: readonly FrozenCell[];
  /** those that stay frozen: the cell stands elsewhere than when it was frozen, or holds another value by now */
  readonly left: readonly (FrozenCell & { readonly why: "moved" | "changed" })[];
}

const UNFREEZE: Task = { thing: "the frozen cells", again: "unfreeze them again", smaller: "Select fewer cells" };

interface Found extends FrozenCell {
  readonly mark: Mark;
  readonly note: FrozenNote;
  readonly area: Area;
  readonly isProtected: boolean;
  readonly range: Excel.Range;
}

/** The workbook's frozen cells, in two round trips. Throws WriteError. */
export async function frozenCells(): Promise<FrozenCell[]> {
  try {
    return await Excel.run(async (context) => (await findFrozen(context)).map(({ sheet, address, formula, frozenAt }) => ({ sheet, address, formula, frozenAt })));
  } catch (error) {
    throw explainFailure(error, UNFREEZE);
  }
}

/**
 * Puts the formulas of frozen cells back as they were written, and takes their notes away. Cells that were moved or changed since
 * stay as they are. All or nothing of the rest; three round trips, and two more after a failure.
 * @param where the selected cells only, or all of the workbook
 * @throws WriteError with sentences for the user
 */
export async function unfreeze(where: "selection" | "workbook"): Promise<Unfrozen> {
  let writing: readonly Found[] = [];
  try {
    return await Excel.run(async (context) => {
      const found = await findFrozen(context, where);
      const locked = found.find(({ isProtected }) => isProtected);
      if (locked) throw new WriteError(`The sheet ${locked.sheet} is protected.`, "Remove its protection (Review, Unprotect Sheet), and unfreeze again. Nothing was changed.", undefined);
      const fates = found.map((each) => ({ each, why: whyLeft(each) }));
      writing = fates.flatMap(({ each, why }) => (why ? [] : [each]));
      for (const { range, area, sheet, formula } of writing) {
        if (area.rows > 1 || area.columns > 1) range.clear("Contents");
        context.workbook.worksheets.getItem(sheet).getRange(cellAddress(area.row, area.column)).formulas = [[formula]];
      }
      for (const { mark } of writing) mark.delete();
      await context.sync();
      return { restored: writing.map(shown), left: fates.flatMap(({ each, why }) => (why ? [{ ...shown(each), why }] : [])) };
    });
  } catch (error) {
    if (error instanceof WriteError) throw error;
    const { whatHappened, whatToDo } = explainFailure(error, UNFREEZE);
    throw new WriteError(whatHappened, writing.length === 0 ? whatToDo : `${whatToDo} ${await undo(writing)}`, error);
  }
}

function shown({ sheet, address, formula, frozenAt }: Found): FrozenCell {
  return { sheet, address, formula, frozenAt };
}

function whyLeft({ note, area, range }: Found): "moved" | "changed" | undefined {
  if (cellsOf(area) !== note.address) return "moved";
  const hasFormula = range.formulas.some((line: unknown[], r) => line.some((each, c) => isFormula(each, range.values[r]?.[c])));
  return !hasFormula && checkOf(range.values) === note.check ? undefined : "changed";
}

/** The frozen cells with what stands in them; of the selection, or of the workbook. */
async function findFrozen(context: Excel.RequestContext, where: "selection" | "workbook" = "workbook"): Promise<Found[]> {
  const { workbook } = context;
  const marks = marksOf(workbook);
  for (const each of marks) each.load("items/content");
  const selection = where === "selection" ? workbook.getSelectedRange().load("rowIndex,columnIndex,rowCount,columnCount,worksheet/name") : undefined;
  await context.sync();
  const ours = marks.flatMap(({ items }) => items.flatMap((mark) => {
    const note = readNote(mark.content);
    if (!note) return [];
    const { rows, columns } = sizeOf(note.address);
    const cell = mark.getLocation();
    const range = cell.getAbsoluteResizedRange(rows, columns).load("address,rowIndex,columnIndex,formulas,values,valueTypes");
    return [{ mark, note, rows, columns, range, sheet: cell.worksheet.load("name"), protection: cell.worksheet.protection.load("protected") }];
  }));
  if (ours.length === 0) return [];
  await context.sync();
  return ours.map(({ mark, note, rows, columns, range, sheet, protection }) => ({
    mark, note, range, sheet: sheet.name, address: withoutSheet(range.address), formula: note.formula, frozenAt: note.frozenAt, isProtected: protection.protected,
    area: { row: range.rowIndex, column: range.columnIndex, rows, columns },
  })).filter(({ sheet, area }) => !selection || (sheet === selection.worksheet.name && overlaps(area, { row: selection.rowIndex, column: selection.columnIndex, rows: selection.rowCount, columns: selection.columnCount })));
}

/** Puts values back where formulas were written, and notes that are gone. @returns how that went, as a sentence */
async function undo(written: readonly Found[]): Promise<string> {
  try {
    await Excel.run(async (context) => {
      const [first, ...others] = marksOf(context.workbook);
      for (const each of [first!, ...others]) each.load("items/content");
      await context.sync();
      const there = new Set([first!, ...others].flatMap(({ items }) => items.map(({ content }) => content)));
      for (const { sheet, area, range, mark } of written) {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.getRange(cellsOf(area)).values = inputsOf(range.values, range.valueTypes);
        if (!there.has(mark.content)) first!.add(worksheet.getRange(cellAddress(area.row, area.column)), mark.content);
      }
      await context.sync();
    });
    return "The workbook is as it was.";
  } catch {
    return `Look at ${written.map(({ sheet, address }) => `${sheet}!${address}`).slice(0, 10).join(", ")}: some may hold their formula again. Undo in Excel (Ctrl+Z) takes that back.`;
  }
}
