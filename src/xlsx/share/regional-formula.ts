import type { BookValues } from "./book-values";
import type { Expansion, ExpansionContext } from "./expander";
import { isRelative, relative, fromRelative, shifted, usesName } from "./formulas";
import type { Area, Position } from "./places";
import type { ShareOptions } from "./share-cells";

// One formula that stands for many cells: of a rule, or of a column of a table.

/** Cells in which such a formula is looked at. */
const MOST_CELLS = 20_000;

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

/** The native formula that is right in every cell of a region, or why there is none. */
export function regionalFormula(values: BookValues, { areas, anchor }: Region, formula: string, { expander, lostNames }: ShareOptions, context: Pick<ExpansionContext, "constants">): Expansion {
  if (usesName(formula, lostNames)) return { why: "it uses a name that has no plain formula" };
  const { sheet } = areas[0]!;
  let common: string | undefined;
  let figures = false;
  let failure: Expansion | undefined;
  let looked = 0;
  for (const cell of isRelative(formula) ? cellsOf(values, areas, anchor) : [anchor]) {
    if (++looked > MOST_CELLS) return { why: `it stands for more than ${MOST_CELLS.toLocaleString("en-US")} cells` };
    const found = expander.native(shifted(formula, anchor, cell), { ...context, cells: values.reader({ ...cell, sheet }) });
    if ("why" in found) {
      // Where the function shows an error, such as in blank rows, a rule does nothing.
      failure ??= found;
      if (!found.isError) return found;
      continue;
    }
    const said = relative(found.formula, cell);
    if (common !== undefined && said !== common) return { why: "it would need another figure in each cell" };
    common = said;
    figures ||= found.figures;
  }
  return common === undefined ? failure ?? { why: "it stands for no cells" } : { formula: fromRelative(common, anchor), figures };
}

/** The cells that are in use, and the first one. */
function* cellsOf(values: BookValues, areas: readonly Area[], anchor: Position): Generator<Position> {
  const { lastRow, lastColumn } = values.cellsOf(areas[0]!.sheet);
  let any = false;
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= Math.min(bottom, lastRow); row++) {
      for (let column = left; column <= Math.min(right, lastColumn); column++) {
        any = true;
        yield { row, column };
      }
    }
  }
  if (!any) yield anchor;
}
