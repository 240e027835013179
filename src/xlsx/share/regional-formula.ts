import { tokenize } from "@borgar/fx/xlsx";
import type { BookValues } from "./book-values";
import type { Expansion, ExpansionContext } from "./expander";
import { fromRelative, isRelative, moves, relative, shifted } from "./formulas";
import type { Area, Place, Position } from "./places";
import { REASONS } from "./record";
import type { ShareOptions } from "./share-cells";
import { TextWatch } from "./text-watch";

// One formula that stands for many cells: of a rule, or of a column of a table.

/** Cells in which such a formula is looked at. */
const MOST_CELLS = 20_000;
const ANOTHER_FIGURE = "it would need another figure in each cell";

/** The cells that a formula stands for. */
export interface Region {
  readonly areas: readonly Area[];
  /** where the formula is written for */
  readonly anchor: Position;
}

/** The region of "B2:B9 D2"; undefined where it is none. */
export function regionOf(areas: readonly (Area | undefined)[]): Region | undefined {
  const known = areas.filter((area) => area !== undefined);
  if (known.length === 0 || known.length < areas.length) return undefined;
  return { areas: known, anchor: { row: Math.min(...known.map(({ top }) => top)), column: Math.min(...known.map(({ left }) => left)) } };
}

/**
 * The native formula that is right in every cell of a region, or why there is none.
 * @param grows more cells will come, with other inputs
 */
export function regionalFormula(values: BookValues, region: Region, formula: string, { expander, lostNames }: ShareOptions, context: Pick<ExpansionContext, "constants">, grows = false): Expansion {
  const { anchor } = region;
  const { sheet } = region.areas[0]!;
  if (lostNames.usedIn(formula, sheet, values.reader({ ...anchor, sheet }))) return { why: REASONS.lostName };
  let common: string | undefined;
  let [figures, moving] = [false, false];
  let constant: string | undefined;
  let failure: Expansion | undefined;
  let looked = 0;
  const reach = reachOf(values, { ...anchor, sheet }, formula);
  for (const cell of cellsOf(region, reach)) {
    if (++looked > MOST_CELLS) return { why: `it stands for more than ${MOST_CELLS.toLocaleString("en-US")} cells` };
    const watch = new TextWatch(values.reader({ ...cell, sheet }), isRelative);
    const found = expander.native(shifted(formula, anchor, cell), { ...context, cells: watch.read });
    if ("why" in found) {
      // Where the function shows an error, such as in blank rows, a rule does nothing.
      failure ??= found;
      if (!found.isError) return found;
      continue;
    }
    const said = relative(found.formula, cell);
    if (common !== undefined && said !== common) return { why: ANOTHER_FIGURE };
    if (common === undefined && context.constants) {
      const plain = expander.native(shifted(formula, anchor, cell), { cells: watch.read });
      constant = "why" in plain ? plain.why : undefined;
      moving = constant !== undefined && isRelative(formula);
    }
    common = said;
    figures ||= found.figures;
    moving ||= found.figures && watch.metText;
  }
  if (common === undefined) return failure ?? { why: "it stands for no cells" };
  // What stands beside some of the cells: the others would get its figure too.
  const isWhole = failure === undefined && !grows && region.areas.every((area) => area.bottom <= reach.row && area.right <= reach.column);
  return moving && !isWhole ? { why: ANOTHER_FIGURE } : { formula: fromRelative(common, anchor), figures, constant };
}

/** How far down and across a region must be looked at until all that its formula reads is blank; the anchor's, where it reads the same everywhere. */
function reachOf(values: BookValues, anchor: Place, formula: string): Position & { readonly isSameInRow: boolean; readonly isSameInColumn: boolean } {
  let [row, column] = [-1, -1];
  for (const { type, value } of tokenize(`=${formula}`)) {
    if (!type.startsWith("range") && type !== "structured") continue;
    const area = values.areaOf(value, anchor) ?? { ...anchor, top: anchor.row, left: anchor.column };
    const { lastRow, lastColumn } = values.cellsOf(area.sheet);
    if (moves(value, anchor, { row: anchor.row + 1, column: anchor.column })) row = Math.max(row, lastRow - area.top + anchor.row);
    if (moves(value, anchor, { row: anchor.row, column: anchor.column + 1 })) column = Math.max(column, lastColumn - area.left + anchor.column);
  }
  return { row: row < 0 ? Infinity : row, column: column < 0 ? Infinity : column, isSameInColumn: row < 0, isSameInRow: column < 0 };
}

/** The cells of a region for which its formula may read something, and its first one. */
function* cellsOf({ areas }: Region, reach: ReturnType<typeof reachOf>): Generator<Position> {
  for (const { top, left, bottom, right } of areas) {
    const lastRow = reach.isSameInColumn ? top : Math.max(top, Math.min(bottom, reach.row));
    const lastColumn = reach.isSameInRow ? left : Math.max(left, Math.min(right, reach.column));
    for (let row = top; row <= lastRow; row++) for (let column = left; column <= lastColumn; column++) yield { row, column };
  }
}
