import { tokenize } from "@borgar/fx/xlsx";
import { compileFormula, relativeKey, type CompiledFormula } from "../../model-sheets/compile-formula";
import { single, type CellValue } from "../../model-sheets/sheet-functions";
import type { Held } from "./expander";
import type { Place } from "./places";

/** What the calculator of our own workbooks knows of these is not all that Excel knows. */
const KNOWN_IN_PART: ReadonlySet<string> = new Set(["INDEX", "LOOKUP", "RANK", "COUNTIF", "COLUMN"]);

/** What a workbook's cells hold, by sheet, row and column. */
export interface PlainCells {
  readonly sheetNames: readonly string[];
  readonly valueAt: (place: Place) => Held;
}

/** Calculates formulas without functions of the add-in, as far as our own workbooks use Excel. */
export class PlainCalculation {
  private readonly compiled = new Map<string, CompiledFormula | undefined>();
  private readonly placeOfSheet: ReadonlyMap<string, number>;

  constructor(private readonly cells: PlainCells) {
    this.placeOfSheet = new Map(cells.sheetNames.map((name, i) => [name.toLowerCase(), i]));
  }

  /** undefined where there is no result, or none that can be found here */
  value(formula: string, at: Place): CellValue | undefined {
    const site = { sheet: this.cells.sheetNames[at.sheet]!, row: at.row, column: at.column };
    try {
      const value = single(this.compile(`=${formula}`, site)?.value(site, this.read));
      return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
    } catch {
      // A function that is not known, or an error as the result.
      return undefined;
    }
  }

  private compile(formula: string, site: Parameters<typeof compileFormula>[1]): CompiledFormula | undefined {
    const key = `${site.sheet}\u0000${relativeKey(formula, site)}`;
    if (!this.compiled.has(key)) {
      const isKnown = !tokenize(formula).some(({ type, value }) => type === "func" && KNOWN_IN_PART.has(value.toUpperCase()));
      this.compiled.set(key, isKnown ? compileFormula(formula, site, false) : undefined);
    }
    return this.compiled.get(key);
  }

  private readonly read = (sheet: string, row: number, column: number): CellValue => {
    const place = this.placeOfSheet.get(sheet.toLowerCase());
    const value = place === undefined ? undefined : this.cells.valueAt({ sheet: place, row, column });
    if (value === undefined || (typeof value === "object" && value !== null)) throw new Error("a cell holds no value");
    return value as CellValue;
  };
}
