import { tokenize } from "@borgar/fx/xlsx";
import type { BookValues } from "./book-values";
import { callsAddIn, type FormulaExpander } from "./expander";
import { areaOfAddress, shifted } from "./formulas";
import { NameSet } from "./name-set";
import type { Area, Place } from "./places";
import type { SheetCell } from "./sheet-cells";
import { attribute } from "./xml";

// A file that was saved where nobody calculated the add-in's functions: calls show #NAME?, and what reads them shows that too,
// or a figure that looks like any other, as IFERROR(A2,0) does.

/** Functions that make something else of an error. */
const CATCHERS = /\b(?:IFERROR|IFNA|ISERR|ISERROR|ISNA|ISNUMBER|ISTEXT|ISNONTEXT|ISLOGICAL|ERROR\.TYPE|TYPE|COUNT|COUNTA|AGGREGATE)\(/i;
/** Names in names. */
const DEEPEST = 8;

interface Reading {
  readonly sheet: number;
  readonly cell: SheetCell;
  readonly areas: readonly Area[];
}

/**
 * Finds the calls without a result, and makes the results of all cells that read them count for nothing.
 * @param mentioning the sheets that call the add-in
 * @returns whether there is such a call
 */
export function outdateResults(values: BookValues, expander: FormulaExpander, mentioning: readonly number[]): boolean {
  const open = openCalls(values, expander, mentioning);
  if (open.length === 0) return false;
  const marked = new Marks();
  const mark = (sheet: number, cell: SheetCell): void => {
    for (const each of blockOf(values, sheet, cell)) marked.add(sheet, each);
  };
  for (const { sheet, cell } of open) mark(sheet, cell);
  let waiting = values.book.sheets.flatMap(({ isWorksheet }, sheet) => (isWorksheet ? [...readingsOf(values, sheet)] : [])).filter(({ sheet, cell }) => !marked.has(sheet, cell));
  for (let before = -1; before < marked.size; ) {
    before = marked.size;
    waiting = waiting.filter(({ sheet, cell, areas }) => {
      if (!areas.some((area) => marked.meets(area))) return true;
      mark(sheet, cell);
      return false;
    });
    // Some sheets are calculated from right to left, or from below.
    waiting.reverse();
  }
  for (const [sheet, cells] of marked.cells) values.outdate(sheet, cells.values());
  return true;
}

function openCalls(values: BookValues, expander: FormulaExpander, mentioning: readonly number[]): { readonly sheet: number; readonly cell: SheetCell }[] {
  const names = new NameSet(values.book, values.book.names.filter(({ formula }) => callsAddIn(expander, formula)));
  const sheets = !names.isEmpty ? values.book.sheets.flatMap(({ isWorksheet }, sheet) => (isWorksheet ? [sheet] : [])) : mentioning;
  const isCall = (formula: string, sheet: number): boolean => callsAddIn(expander, formula) || names.usedIn(formula, sheet);
  const open: { sheet: number; cell: SheetCell }[] = [];
  const doubtful: typeof open = [];
  for (const sheet of sheets) {
    for (const cell of values.cellsOf(sheet).formulas()) {
      if (values.shown(cell) !== undefined) {
        if (CATCHERS.test(cell.formula!.text) && isCall(cell.formula!.text, sheet)) doubtful.push({ sheet, cell });
      } else if (isCall(values.formulaOf(sheet, cell), sheet)) open.push({ sheet, cell });
    }
  }
  if (!open.some(({ cell }) => cell.type === "e")) return open;
  return [...open, ...doubtful.filter(({ sheet, cell }) => {
    // An error that the function itself gives was caught rightly.
    const found = expander.native(cell.formula!.text, { cells: values.reader({ ...cell, sheet }), constants: true });
    return !("why" in found && found.isError);
  })];
}

/** A cell, and where it spills what it fills. */
function blockOf(values: BookValues, sheet: number, cell: SheetCell): SheetCell[] {
  const area = attribute(cell.formula!.tag, "t") === "array" ? areaOfAddress(attribute(cell.formula!.tag, "ref") ?? "", sheet, cell) : undefined;
  if (!area) return [cell];
  const cells = values.cellsOf(sheet);
  const block = [cell];
  for (let row = area.top; row <= Math.min(area.bottom, cells.lastRow); row++) {
    for (let column = area.left; column <= Math.min(area.right, cells.lastColumn); column++) {
      const each = cells.at({ row, column });
      if (each && !each.formula) block.push(each);
    }
  }
  return block;
}

function* readingsOf(values: BookValues, sheet: number): Generator<Reading> {
  for (const cell of values.cellsOf(sheet).formulas()) {
    const { tag } = cell.formula!;
    const table = attribute(tag, "t") === "dataTable" ? areaOfAddress(attribute(tag, "ref") ?? "", sheet, cell) : undefined;
    // A what-if table calculates with the formulas above it, beside it, or in its corner.
    const areas = table ? [{ ...table, top: table.top - 1, left: table.left - 1 }] : areasIn(values, values.formulaOf(sheet, cell), { ...cell, sheet }, 0);
    if (areas.length > 0) yield { sheet, cell, areas };
  }
}

/** The areas that a formula reads, by itself and through names. */
function areasIn(values: BookValues, formula: string, at: Place, depth: number): Area[] {
  if (formula === "" || depth > DEEPEST) return [];
  return tokenize(`=${formula}`).flatMap(({ type, value }) => {
    if (!type.startsWith("range") && type !== "structured") return [];
    const area = values.areaOf(value, at);
    if (area) return [area];
    const name = type === "range_named" ? values.nameOf(value, at) : undefined;
    return name ? areasIn(values, shifted(name.formula, { row: 0, column: 0 }, at), { ...at, sheet: name.sheet ?? at.sheet }, depth + 1) : [];
  });
}

/** Cells that are marked, sheet by sheet. */
class Marks {
  size = 0;
  readonly cells = new Map<number, Map<string, SheetCell>>();
  /** the rows, by sheet and column */
  private readonly rows = new Map<number, Map<number, Set<number>>>();

  add(sheet: number, cell: SheetCell): void {
    const cells = entry(this.cells, sheet, () => new Map<string, SheetCell>());
    const key = `${cell.row} ${cell.column}`;
    if (cells.has(key)) return;
    cells.set(key, cell);
    entry(entry(this.rows, sheet, () => new Map<number, Set<number>>()), cell.column, () => new Set<number>()).add(cell.row);
    this.size += 1;
  }

  has(sheet: number, { row, column }: SheetCell): boolean {
    return this.rows.get(sheet)?.get(column)?.has(row) ?? false;
  }

  meets({ sheet, top, left, bottom, right }: Area): boolean {
    for (const [column, rows] of this.rows.get(sheet) ?? []) {
      if (column < left || column > right) continue;
      if (bottom - top < rows.size) {
        for (let row = top; row <= bottom; row++) if (rows.has(row)) return true;
      } else for (const row of rows) if (row >= top && row <= bottom) return true;
    }
    return false;
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
