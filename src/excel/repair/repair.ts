import { explainFailure, WriteError, type Task } from "../write-error";
import { areasByValue, areaAddress, type Area } from "../areas";
import { cellAddress } from "../places";
import { scanFormulas, type ScannedCell, type ScannedSheet } from "./scan-formulas";

export interface RepairOptions {
  /** whether a formula, with "=", calls one of our functions, under whatever name */
  readonly isOurs: (formula: string) => boolean;
  /** the formula as it is to be entered: our functions under their own names */
  readonly asEntered: (formula: string) => string;
  readonly onProgress?: (step: string) => void;
  /** how long to wait between looks at whether functions have answered, ms */
  readonly patienceMs?: number;
}

/** A cell, "Model!B4", with what it shows. */
export interface BrokenCell {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly shows: string;
}

export interface Repaired {
  /** cells that showed #NAME? or had one of our functions under another name */
  readonly before: number;
  /** those that still do, protected sheets' among them */
  readonly after: number;
  /** entered again, with a name's formula among them */
  readonly entered: number;
  /** names whose formula was entered again */
  readonly names: readonly string[];
  /** entered again, and still without a result */
  readonly left: readonly BrokenCell[];
  /** sheets whose cells could not be touched, with how many of them are broken */
  readonly protectedSheets: readonly { readonly name: string; readonly cells: number }[];
  /** cells that Excel did not let enter again */
  readonly refused: readonly BrokenCell[];
  /** functions have not answered yet */
  readonly waiting: number;
}

const REPAIR: Task = { thing: "the formulas", again: "repair again", smaller: "Close other workbooks" };
const NAME_ERROR = "#NAME?";
const BUSY = "#BUSY!";
const LOOKS = 20;
const PATIENCE_MS = 500;

/**
 * Enters every broken call of our functions again: cells that show #NAME?, as after opening a file before the add-in was there, and
 * formulas that have our functions under Excel's stand-in for functions it does not know. Protected sheets are left alone and told of.
 * One round trip for each sheet that has such cells, beside those of the look at all formulas before.
 * @throws WriteError with sentences for the user
 */
export async function repairFormulas({ isOurs, asEntered, onProgress = () => undefined, patienceMs = PATIENCE_MS }: RepairOptions): Promise<Repaired> {
  const isBroken = (formula: string, value: unknown): boolean => isOurs(formula) && (value === NAME_ERROR || asEntered(formula) !== formula);
  try {
    return await Excel.run(async (context) => {
      onProgress("Looking at the formulas");
      const sheets = (await scanFormulas(context, isBroken, (done, all) => onProgress(`Looking at the formulas, ${done.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} cells`))).filter(({ cells }) => cells.length > 0);
      const names = await repairNames(context, asEntered);
      const open = sheets.filter(({ isProtected }) => !isProtected);
      const refused: BrokenCell[] = [];
      let entered = 0;
      for (const sheet of open) {
        onProgress(`Entering formulas on ${sheet.name} again`);
        const not = await enterAgain(context, sheet.name, sheet.cells, asEntered);
        refused.push(...not.map((cell) => brokenCell(sheet.name, cell, cell.value)));
        entered += sheet.cells.length - not.length;
      }
      onProgress("Waiting for the results");
      const { left, waiting } = await lookAgain(context, open.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ row, column }) => !refused.some((cell) => cell.sheet === sheet.name && cell.address === cellAddress(row, column))) })), isBroken, patienceMs);
      const protectedSheets = sheets.filter(({ isProtected }) => isProtected).map(({ name, cells }) => ({ name, cells: cells.length }));
      return {
        before: sheets.reduce((sum, { cells }) => sum + cells.length, 0), entered, names, left, refused, protectedSheets, waiting,
        after: left.length + refused.length + protectedSheets.reduce((sum, { cells }) => sum + cells, 0),
      };
    });
  } catch (error) {
    if (error instanceof WriteError) throw error;
    const { whatHappened, whatToDo } = explainFailure(error, REPAIR);
    throw new WriteError(whatHappened, `${whatToDo} Formulas that were entered already are the same as before, and stay.`, error);
  }
}

/** Names of the workbook that stand for a call under another name. */
async function repairNames(context: Excel.RequestContext, asEntered: RepairOptions["asEntered"]): Promise<string[]> {
  const { names } = context.workbook;
  names.load("items/name,items/formula");
  await context.sync();
  const broken = names.items.filter(({ formula }) => typeof formula === "string" && asEntered(formula) !== formula);
  for (const item of broken) item.formula = asEntered(String(item.formula));
  if (broken.length > 0) await context.sync();
  return broken.map(({ name }) => name);
}

/**
 * In one round trip where Excel takes all; else halves are tried apart, down to the cells that it does not take, such as parts of arrays.
 * @returns the cells that were not taken
 */
async function enterAgain(context: Excel.RequestContext, sheet: string, cells: readonly ScannedCell[], asEntered: RepairOptions["asEntered"]): Promise<readonly ScannedCell[]> {
  try {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    for (const { area, formulas } of areasOf(cells)) worksheet.getRange(areaAddress(area)).formulas = formulas.map((line) => line.map(asEntered));
    await context.sync();
    return [];
  } catch (error) {
    if (codeOf(error) === "InvalidOperationInCellEditMode") throw error;
    if (cells.length === 1) return cells;
    const half = cells.length >> 1;
    return [...(await enterAgain(context, sheet, cells.slice(0, half), asEntered)), ...(await enterAgain(context, sheet, cells.slice(half), asEntered))];
  }
}

/** Looks until every function has answered, or patience ends. */
async function lookAgain(context: Excel.RequestContext, sheets: readonly ScannedSheet[], isBroken: (formula: string, value: unknown) => boolean, patienceMs: number): Promise<{ left: BrokenCell[]; waiting: number }> {
  for (let look = 1; ; look++) {
    const asked = sheets.flatMap(({ name, cells }) => areasOf(cells).map(({ area }) => ({ name, area, range: context.workbook.worksheets.getItem(name).getRange(areaAddress(area)).load("formulas,values") })));
    // Each look is a round trip of its own: functions answer in their time.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    const now = asked.flatMap(({ name, area, range }) => range.formulas.flatMap((line: unknown[], r) => line.map((formula, c) => ({ name, row: area.row + r, column: area.column + c, formula: String(formula), value: range.values[r]?.[c] as unknown }))));
    const waiting = now.filter(({ value }) => value === BUSY).length;
    if (waiting === 0 || look === LOOKS) return { waiting, left: now.filter(({ formula, value }) => isBroken(formula, value)).map(({ name, ...cell }) => brokenCell(name, cell, cell.value)) };
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
  }
}

/** Cells as rectangles with their formulas. */
function areasOf(cells: readonly ScannedCell[]): { area: Area; formulas: string[][] }[] {
  if (cells.length === 0) return [];
  const top = Math.min(...cells.map(({ row }) => row));
  const rows: (ScannedCell | undefined)[][] = [];
  const width = Math.max(...cells.map(({ column }) => column)) + 1;
  for (const cell of cells) (rows[cell.row - top] ??= new Array<ScannedCell | undefined>(width).fill(undefined))[cell.column] = cell;
  const filled = Array.from(rows, (row) => row ?? []);
  const areas = areasByValue(filled.map((row) => Array.from({ length: width }, (_, column) => (row[column] ? true : undefined)))).get(true) ?? [];
  return areas.map(({ row, column, rows: height, columns }) => ({
    area: { row: row + top, column, rows: height, columns },
    formulas: Array.from({ length: height }, (_, r) => Array.from({ length: columns }, (__, c) => filled[row + r]![column + c]!.formula)),
  }));
}

function brokenCell(sheet: string, { row, column, formula }: Pick<ScannedCell, "row" | "column" | "formula">, value: unknown): BrokenCell {
  return { sheet, address: cellAddress(row, column), formula, shows: String(value) };
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
