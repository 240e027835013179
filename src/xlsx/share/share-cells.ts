import type { BookValues } from "./book-values";
import { cellText, wholeCell, withoutFormula, withFormula, withValue } from "./cell-text";
import type { NativeResult } from "./cover-checks";
import { callsAddIn, type Expansion, type FormulaExpander, type Held, type ReadCells } from "./expander";
import { addressOf, areaOfAddress, shifted } from "./formulas";
import type { NameSet } from "./name-set";
import type { Area, Place } from "./places";
import { REASONS, type ShareLevel, type ShareRecord } from "./record";
import type { CellFormula, SheetCell } from "./sheet-cells";
import { TextWatch } from "./text-watch";
import { attribute, type Edit } from "./xml";

/** Said of cells of a copy whose calls stay. */
export const NO_RESULT = "the file has no result for it, and none could be calculated: it shows what it showed";

const CLOSE_ENOUGH = 1e-9;
/** No function of ours gives as much. */
const MOST_SPILLED = 1_000_000;

export interface SharedCells {
  readonly edits: readonly Edit[];
  readonly records: readonly ShareRecord[];
  /** spills and array formulas that hold their values now */
  readonly frozenArrays: readonly Area[];
  /** some cell has no formula any more */
  readonly froze: boolean;
  /** some figure stands where a cell's machine was read */
  readonly fixed: boolean;
  /** a result had to be found that is not in the file */
  readonly stale: boolean;
  /** results of native formulas */
  readonly natives: readonly NativeResult[];
  /** cells whose result is not in the file and cannot be found */
  readonly unresolved: readonly string[];
}

export interface ShareOptions {
  readonly expander: FormulaExpander;
  readonly level: ShareLevel;
  /** names that cannot stay: cells that use one are frozen */
  readonly lostNames: NameSet;
}

interface Call {
  readonly cell: SheetCell;
  readonly formula: string;
  /** calls nothing itself, but shares a formula with a cell that does */
  readonly isOrphan?: boolean;
}

/** What becomes of the cells of a sheet that call the add-in. */
export function shareCells(values: BookValues, sheet: number, options: ShareOptions): SharedCells {
  const { name } = values.book.sheets[sheet]!;
  const edits: Edit[] = [];
  const records: ShareRecord[] = [];
  const frozenArrays: Area[] = [];
  const unresolved: string[] = [];
  const natives: NativeResult[] = [];
  let [stale, fixed] = [false, false];
  for (const { cell, formula, isOrphan } of callsOf(values, sheet, options)) {
    if (isOrphan) {
      edits.push({ start: cell.start, end: cell.end, text: cellText(withFormula(cell, formula)) });
      continue;
    }
    const at: Place = { sheet, row: cell.row, column: cell.column };
    const block = arrayArea(values, cell.formula!, at);
    const functions = options.expander.functionsIn(formula);
    const isLive = options.level === "live";
    const watch = new TextWatch(values.reader(at));
    const expansion = isLive ? { formula, figures: false } : expansionOf(values, at, cell, formula, watch.read, options);
    fixed ||= "formula" in expansion && expansion.figures && watch.metText;
    const shown = values.shown(cell);
    stale ||= shown === undefined;
    const result = shown === undefined ? values.calculated(formula, at) : undefined;
    const isNative = "formula" in expansion;
    const filled = block && (result !== undefined || !isNative) ? fillBlock(values, block, result ?? values.calculated(formula, at), shown === undefined) : { edits: [], missing: [] };
    const value: Held = Array.isArray(result) ? (result as Held[][])[0]?.[0] : result;
    // A function that nobody knows shows #NAME? for good.
    const isHopeless = "isError" in expansion && expansion.isError === true && cell.type === "e";
    const missing = [...(shown === undefined && !isHopeless && (value === undefined || (Array.isArray(result) && !block)) ? [at] : []), ...filled.missing];
    unresolved.push(...missing.map((place) => `${name}!${addressOf(place)}`));
    let text = isLive ? wholeCell(cell) : isNative ? withFormula(cell, expansion.formula) : withoutFormula(cell);
    if (shown === undefined && value !== undefined) text = withValue(text, value);
    edits.push({ start: cell.start, end: cell.end, text: cellText(text) }, ...filled.edits);
    const known = shown ?? value;
    if (isNative && !isLive && typeof known === "number") natives.push({ row: cell.row, column: cell.column, value: known });
    if (!isNative && block) frozenArrays.push(block);
    records.push({ where: name, item: addressOf(cell), functions, outcome: isLive ? "live" : isNative ? "native" : "frozen", why: isLive && missing.length > 0 ? NO_RESULT : isNative ? (expansion.figures ? REASONS.figures : "") : expansion.why });
  }
  return { edits, records, natives, frozenArrays, unresolved, stale, fixed, froze: records.some(({ outcome }) => outcome === "frozen") };
}

function expansionOf(values: BookValues, at: Place, cell: SheetCell, formula: string, cells: ReadCells, { expander, level, lostNames }: ShareOptions): Expansion {
  if (lostNames.usedIn(formula, at.sheet, values.reader(at))) return { why: REASONS.lostName };
  if (level !== "native") return { why: REASONS.valuesAsked };
  const isArray = attribute(cell.formula!.tag, "t") === "array";
  const shown = values.shown(cell);
  const expansion = expander.native(formula, { cells, isArray, shown });
  if ("why" in expansion || isArray || shown === undefined) return expansion;
  const value = values.calculatedPlainly(expansion.formula, at);
  if (value === undefined && typeof shown === "object" && shown !== null) return { why: "it shows an error, which a plain formula might not" };
  return value === undefined || agrees(value, shown) ? expansion : { why: "the plain formula gives another value than the file shows" };
}

/** Whether two results are one, as two engines calculate it. */
export function agrees(a: Held, b: Held): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= CLOSE_ENOUGH * Math.max(Math.abs(a), Math.abs(b)) : a === b || (a === null && b === 0);
}

/** The cells whose formula calls the add-in or uses a lost name, shared formulas written out. */
function callsOf(values: BookValues, sheet: number, { expander, lostNames }: ShareOptions): Call[] {
  const isCall = (formula: string, { row, column }: SheetCell): boolean => callsAddIn(expander, formula) || lostNames.usedIn(formula, sheet, values.reader({ sheet, row, column }));
  const calls: Call[] = [];
  const masters = new Map<string, Call | null>();
  const followers: [string, SheetCell][] = [];
  const strangers: [string, SheetCell][] = [];
  for (const cell of values.cellsOf(sheet).formulas()) {
    const { tag, text } = cell.formula!;
    const group = attribute(tag, "t") === "shared" ? attribute(tag, "si") ?? "" : undefined;
    if (group !== undefined && text === "") {
      if (masters.get(group) !== null) followers.push([group, cell]);
      continue;
    }
    const call = isCall(text, cell) ? { cell, formula: text } : null;
    if (call) calls.push(call);
    // The first cell with a range gives the others their formula; one with a formula of its own has that.
    if (group === undefined) continue;
    if (masters.has(group)) {
      if (!call) strangers.push([group, cell]);
    } else masters.set(group, call);
  }
  for (const [group, cell] of strangers) if (masters.get(group)) calls.push({ cell, formula: cell.formula!.text, isOrphan: true });
  for (const [group, cell] of followers) {
    const master = masters.get(group);
    if (master) calls.push({ cell, formula: shifted(master.formula, master.cell, cell) });
  }
  return calls;
}

/** The cells of an array formula or spill. */
function arrayArea(values: BookValues, { tag }: CellFormula, { sheet, row, column }: Place): Area | undefined {
  const address = attribute(tag, "t") === "array" ? attribute(tag, "ref") : undefined;
  const { lastRow, lastColumn } = values.cellsOf(sheet);
  return address === undefined ? undefined : areaOfAddress(address, sheet, { row: lastRow, column: lastColumn }) ?? { sheet, top: row, left: column, bottom: row, right: column };
}

/** Values for the cells of a block, its first one aside, that have none in the file. @param isAnew whatever the file says */
function fillBlock(values: BookValues, { sheet, top, left, bottom, right }: Area, result: Held, isAnew: boolean): { edits: Edit[]; missing: Place[] } {
  const edits: Edit[] = [];
  const missing: Place[] = [];
  if ((bottom - top + 1) * (right - left + 1) > MOST_SPILLED) return { edits, missing: [{ sheet, row: top, column: left }] };
  const rows = Array.isArray(result) ? (result as Held[][]) : undefined;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (row === top && column === left) continue;
      const cell = values.cellsOf(sheet).at({ row, column });
      const value = rows?.[row - top]?.[column - left];
      if (cell && cell.value !== undefined && values.shown(cell) !== undefined && !cell.formula && !(isAnew && value !== undefined)) continue;
      if (cell && value !== undefined && !cell.formula) edits.push({ start: cell.start, end: cell.end, text: cellText(withValue(withoutFormula(cell), value)) });
      else missing.push({ sheet, row, column });
    }
  }
  return { edits, missing };
}
