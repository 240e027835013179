import { areaAddress, type Area } from "../areas";
import { explainFailure, WriteError, type Task } from "../write-error";
import { refuseUnfit, type FormulaCell } from "./fit";
import { inputsOf } from "./inputs";
import { marksOf, markWord } from "./marks";
import { checkOf, noteText } from "./note";
import { cellAddress, cellsOf, isFormula, overlaps, withoutSheet } from "../places";

/** What was frozen: addresses without the sheet, "B4", or "B4:C9" of a formula that spilled. */
export interface Frozen {
  readonly sheet: string;
  readonly addresses: readonly string[];
  /** where the formulas are kept */
  readonly mark: "note" | "comment";
}

export interface FreezeOptions {
  /** which formulas, with "=", give way to their values; the others stay */
  readonly isWanted: (formula: string) => boolean;
  /** "2026-09-30 14:05 UTC" */
  readonly frozenAt: string;
}

export const FREEZE: Task = { thing: "the selected cells", again: "freeze them again", smaller: "Select fewer cells" };

interface Target extends FormulaCell {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly inputs: (string | number | boolean)[][];
}

/**
 * Puts values in place of formulas of the selected cells, each with a note that carries the formula. A formula that spills is
 * frozen with all that it spills. All or nothing; three round trips, and two more after a failure.
 * @returns what was frozen; no addresses where none of the selected cells holds a formula that is wanted
 * @throws WriteError with sentences for the user
 */
export async function freezeSelection({ isWanted, frozenAt }: FreezeOptions): Promise<Frozen> {
  let targets: readonly Target[] = [];
  let sheet = "";
  let writing = false;
  try {
    return await Excel.run(async (context) => {
      const mark = markWord();
      const found = await readSelection(context, isWanted);
      ({ sheet, targets } = found);
      if (targets.length === 0) return { sheet, addresses: [], mark };
      writing = true;
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const [marks] = marksOf(context.workbook);
      for (const { area, inputs, formula, values, numberFormat } of targets) {
        const range = worksheet.getRange(cellsOf(area));
        // In a cell formatted as text, a number would become one.
        if (numberFormat === "@") range.numberFormat = [["General"]];
        range.values = inputs;
        marks!.add(worksheet.getRange(cellAddress(area.row, area.column)), noteText({ formula, address: cellsOf(area), frozenAt, check: checkOf(values) }));
      }
      await context.sync();
      return { sheet, addresses: targets.map(({ area }) => cellsOf(area)), mark };
    });
  } catch (error) {
    if (!writing) throw error instanceof WriteError ? error : explainFailure(error, FREEZE);
    const { whatHappened, whatToDo } = explainFailure(error, FREEZE);
    throw new WriteError(whatHappened, `${whatToDo} ${await undo(sheet, targets, frozenAt)}`, error);
  }
}

/** In two round trips: the selected formulas, and where they spill to. */
async function readSelection(context: Excel.RequestContext, isWanted: FreezeOptions["isWanted"]): Promise<{ sheet: string; targets: Target[] }> {
  const { workbook } = context;
  const used = workbook.getSelectedRange().getUsedRangeOrNullObject().load("address,rowIndex,columnIndex,formulas,values,valueTypes,numberFormat,hasSpill");
  const selected = workbook.getSelectedRange().worksheet.load("name");
  const protection = selected.protection.load("protected");
  const marks = marksOf(workbook);
  for (const each of marks) each.load("items/content");
  await context.sync();
  if (used.isNullObject) return { sheet: selected.name, targets: [] };
  const found = formulaCells(used, isWanted);
  if (found.length === 0 && used.hasSpill === false) return { sheet: selected.name, targets: [] };
  const asked = used.hasSpill === false ? [] : [...found, ...edgeCells(used)].map(({ row, column }) => spillQuestion(selected, row, column));
  const places = marks.flatMap(({ items }) => items.map((mark) => mark.getLocation().load("rowIndex,columnIndex,worksheet/name")));
  await context.sync();
  const shownByOthers = asked.flatMap(({ row, column, parent }) => (parent.isNullObject || withoutSheet(parent.address) === cellAddress(row, column) ? [] : [{ row, column, parent: withoutSheet(parent.address) }]));
  // Excel may tell the formula of a spill in each of its cells.
  const targets = found.flatMap((cell, i) => (shownByOthers.some((each) => isSame(each, cell)) ? [] : [targetOf(cell, asked[i]?.to)]));
  refuseUnfit({
    sheet: selected.name, isProtected: protection.protected, cells: targets,
    partOf: shownByOthers.filter(({ row, column }) => !targets.some(({ area }) => overlaps(area, { row, column, rows: 1, columns: 1 }))),
    taken: places.filter((place) => place.worksheet.name === selected.name).map(({ rowIndex, columnIndex }) => ({ row: rowIndex, column: columnIndex })),
  });
  return { sheet: selected.name, targets };
}

/** Where a cell's formula spills to, and which cell spills into it. */
function spillQuestion(sheet: Excel.Worksheet, row: number, column: number): { row: number; column: number; to: Excel.Range; parent: Excel.Range } {
  const cell = sheet.getRange(cellAddress(row, column));
  return { row, column, to: cell.getSpillingToRangeOrNullObject().load("rowCount,columnCount,values,valueTypes"), parent: cell.getSpillParentOrNullObject().load("address") };
}

function isSame(a: { row: number; column: number }, b: { row: number; column: number }): boolean {
  return a.row === b.row && a.column === b.column;
}

function formulaCells(used: Excel.Range, isWanted: FreezeOptions["isWanted"]): FormulaCell[] {
  return used.formulas.flatMap((line: unknown[], r) => line.flatMap((formula, c) => {
    const value: unknown = used.values[r]?.[c];
    if (!isFormula(formula, value) || !isWanted(formula)) return [];
    return [{ row: used.rowIndex + r, column: used.columnIndex + c, formula, value, type: String(used.valueTypes[r]?.[c]), numberFormat: String(used.numberFormat[r]?.[c]) }];
  }));
}

/**
 * Cells of the first row and column without a formula: where a part of a spill is selected whose formula is not, one of these
 * belongs to it.
 */
function edgeCells(used: Excel.Range): { row: number; column: number }[] {
  return used.formulas.flatMap((line: unknown[], r) => line.flatMap((formula, c) => {
    const isEdge = r === 0 || c === 0;
    return isEdge && !isFormula(formula, used.values[r]?.[c]) && formula !== "" ? [{ row: used.rowIndex + r, column: used.columnIndex + c }] : [];
  }));
}

function targetOf(cell: FormulaCell, spill: Excel.Range | undefined): Target {
  const { row, column } = cell;
  const { values, types, rows, columns } = spill && !spill.isNullObject
    ? { values: spill.values as unknown[][], types: spill.valueTypes as unknown[][], rows: spill.rowCount, columns: spill.columnCount }
    : { values: [[cell.value]], types: [[cell.type]], rows: 1, columns: 1 };
  return { ...cell, area: { row, column, rows, columns }, values, inputs: inputsOf(values, types) };
}

/** Puts the formulas back, and takes the notes away. @returns how that went, as a sentence */
async function undo(sheet: string, targets: readonly Target[], frozenAt: string): Promise<string> {
  try {
    await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const now = targets.map(({ area }) => worksheet.getRange(cellAddress(area.row, area.column)).load("formulas"));
      const marks = marksOf(context.workbook);
      for (const each of marks) each.load("items/content");
      await context.sync();
      const notes = new Set(targets.map(({ area, formula, values }) => noteText({ formula, address: cellsOf(area), frozenAt, check: checkOf(values) })));
      for (const { items } of marks) for (const mark of items) if (notes.has(mark.content)) mark.delete();
      targets.forEach(({ area, formula }, i) => {
        if (now[i]!.formulas[0]?.[0] === formula) return;
        if (area.rows > 1 || area.columns > 1) worksheet.getRange(areaAddress(area)).clear("Contents");
        worksheet.getRange(cellAddress(area.row, area.column)).formulas = [[formula]];
      });
      await context.sync();
    });
    return "The workbook is as it was.";
  } catch {
    return `Some cells may hold values by now: ${targets.map(({ area }) => cellsOf(area)).slice(0, 10).join(", ")}. Undo in Excel (Ctrl+Z) brings the formulas back.`;
  }
}
