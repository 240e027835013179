import { columnName } from "./address";
import { areaOf, compileFormula, relativeKey, type Area, type CompiledFormula, type Site } from "./compile-formula";
import { single, type CellValue } from "./sheet-functions";
import type { Cell, Workbook } from "./workbook";

/** What a cell of a workbook holds once it is calculated; null where it is blank. */
export type ValueOf = (sheet: string, address: string) => CellValue;

interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** results so far, a row each once one of its cells is asked for */
  readonly results: (Result[] | undefined)[];
}

/** Of a cell: its value, what went wrong, or how far it is. */
type Result = CellValue | undefined | typeof WAITING | typeof CALCULATING | CalculationError;
const WAITING = Symbol("waiting");
const CALCULATING = Symbol("calculating");

/** A cell whose formula waits for the cells that it names. */
interface Frame extends Site {
  readonly grid: Grid;
  readonly formula: string;
  readonly cells: Iterator<readonly [Grid, number, number]>;
  waitsForItself: boolean;
}

/**
 * Calculates every formula of a workbook description, in double precision as spreadsheets do. It knows what the described
 * workbooks use of Excel, and nothing else of it.
 * @returns the values by sheet and address, "B12"
 * @throws Error naming the cell when a formula has no result: a function that is not known here, a reference that leads nowhere or
 *   back to itself, a division by zero
 */
export function calculateWorkbook(workbook: Workbook): ValueOf {
  const grids = new Map<string, Grid>();
  for (const { name, rows } of workbook.sheets) grids.set(name.toLowerCase(), { name, rows, results: [] });
  // As formulas write them, to be found without another look at the letters.
  const byName = new Map<string, Grid | undefined>();
  const compiled = new Map<string, CompiledFormula | Error>();

  const gridOf = (name: string): Grid | undefined => {
    if (!byName.has(name)) byName.set(name, grids.get(name.toLowerCase()));
    return byName.get(name);
  };

  const formulaAt = (grid: Grid, row: number, column: number): string | undefined => {
    const content = grid.rows[row]?.[column]?.content;
    return typeof content === "object" ? content.formula : undefined;
  };

  const compiledAt = (formula: string, at: Site): CompiledFormula | Error => {
    const key = `${at.sheet}\u0000${relativeKey(formula, at)}`;
    let known = compiled.get(key);
    if (known === undefined) {
      try {
        known = compileFormula(formula, at);
      } catch (error) {
        known = error instanceof Error ? error : new Error(String(error));
      }
      compiled.set(key, known);
    }
    return known;
  };

  const read = (sheet: string, row: number, column: number): CellValue => {
    const grid = gridOf(sheet);
    if (!grid) throw new Error(`there is no sheet "${sheet}"`);
    const content = grid.rows[row]?.[column]?.content ?? "";
    if (typeof content !== "object") return content === "" ? null : content;
    const known = grid.results[row]?.[column];
    if (known === CALCULATING) throw new Error("a formula depends on its own result");
    if (known instanceof CalculationError) throw known;
    if (known === undefined || known === WAITING) return calculate(grid, row, column, content.formula);
    return known;
  };

  const calculate = (grid: Grid, row: number, column: number, formula: string): CellValue => {
    const results = resultsOf(grid, row);
    results[column] = CALCULATING;
    try {
      const at = { sheet: grid.name, row, column };
      const ready = compiledAt(formula, at);
      if (ready instanceof Error) throw ready;
      // A formula that reads a blank cell shows 0.
      const value = single(ready.value(at, read)) ?? 0;
      if (typeof value === "number" && !Number.isFinite(value)) throw new Error("the result is no number");
      results[column] = value;
      return value;
    } catch (error) {
      // Whoever asks again is to hear the same.
      const told = error instanceof CalculationError ? error : new CalculationError(`${grid.name}!${columnName(column)}${row + 1} holds ${formula}, which cannot be calculated: ${error instanceof Error ? error.message : String(error)}.`);
      results[column] = told;
      throw told;
    }
  };

  /** Calculates what a cell needs before the cell, without a call inside a call for each: lines can be long. */
  const prepare = (grid: Grid, row: number, column: number): void => {
    const frames: Frame[] = [];
    const wait = (on: Grid, r: number, c: number, formula: string): void => {
      resultsOf(on, r)[c] = WAITING;
      frames.push({ grid: on, sheet: on.name, row: r, column: c, formula, cells: namedCells(compiledAt(formula, { sheet: on.name, row: r, column: c }), { sheet: on.name, row: r, column: c }, gridOf), waitsForItself: false });
    };
    const first = formulaAt(grid, row, column);
    if (first === undefined || grid.results[row]?.[column] !== undefined) return;
    wait(grid, row, column, first);
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const next = frame.cells.next();
      if (!next.done) {
        const [on, r, c] = next.value;
        const formula = formulaAt(on, r, c);
        const known = formula === undefined ? null : on.results[r]?.[c];
        if (known === WAITING) frame.waitsForItself = true;
        else if (known === undefined) wait(on, r, c, formula!);
        continue;
      }
      frames.pop();
      if (frame.grid.results[frame.row]![frame.column] !== WAITING) continue;
      // Named in a circle, but perhaps not read in one: that shows when it is read.
      if (frame.waitsForItself && frames.length > 0) frame.grid.results[frame.row]![frame.column] = undefined;
      else attempt(() => calculate(frame.grid, frame.row, frame.column, frame.formula));
    }
  };

  return (sheet, address) => {
    const area = areaOf(address, { sheet, row: 0, column: 0 });
    if (typeof area === "string") throw new Error(area);
    const { top, left } = area({ sheet, row: 0, column: 0 });
    const grid = gridOf(sheet);
    if (grid) prepare(grid, top, left);
    return read(sheet, top, left);
  };
}

/** What went wrong in one cell, told once and not by every cell that reads it. */
class CalculationError extends Error {
  override readonly name = "CalculationError";
}

function resultsOf(grid: Grid, row: number): Result[] {
  return (grid.results[row] ??= []);
}

function* namedCells(formula: CompiledFormula | Error, at: Site, gridOf: (name: string) => Grid | undefined): Generator<readonly [Grid, number, number], undefined> {
  if (formula instanceof Error) return undefined;
  for (const areaAt of formula.areas) {
    const { sheet, top, left, bottom, right }: Area = areaAt(at);
    const grid = gridOf(sheet);
    if (!grid) continue;
    for (let row = top; row <= Math.min(bottom, grid.rows.length - 1); row++) {
      for (let column = left; column <= right; column++) yield [grid, row, column];
    }
  }
  return undefined;
}

function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // Kept with the cell, for whoever reads it.
  }
}
