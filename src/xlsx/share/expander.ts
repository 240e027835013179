// What the sharing of a file needs to know of the add-in's functions. Formulas come and go without "=".

/** What cells hold: null for blank, an object with the error's code, rows for a range. */
export type Held = unknown;

/** What a reference's cells hold, or undefined where that cannot be said. */
export type ReadCells = (reference: string) => Held;

export interface ExpansionContext {
  readonly cells: ReadCells;
  /** an array formula, whose ranges are taken cell by cell */
  readonly isArray?: boolean;
  /** the result in the file; undefined where that says nothing */
  readonly shown?: Held;
  /** Where there is no native formula, the call's value takes its place. */
  readonly constants?: boolean;
}

/**
 * The native formula, and whether figures stand in it where machines were named; or why there is none: the end of a sentence.
 * constant: why a value stands in it in place of a call
 */
export type Expansion =
  | { readonly formula: string; readonly figures: boolean; readonly constant?: string }
  /** isError: because the add-in's own result is an error */
  | { readonly why: string; readonly isError?: boolean };

/** Rewrites formulas that call the add-in. */
export interface FormulaExpander {
  /** matches any text that calls the add-in, and little else */
  readonly mention: RegExp;
  /** the names of the add-in's functions in a formula, without its namespace */
  readonly functionsIn: (formula: string) => readonly string[];
  readonly native: (formula: string, context: ExpansionContext) => Expansion;
  /** the same, with names of the workbook's own that look like the add-in's functions; in lower case */
  readonly withOwnNames: (names: ReadonlySet<string>) => FormulaExpander;
  readonly value: (formula: string, cells: ReadCells) => { readonly known: true; readonly value: Held } | { readonly known: false };
}

export function callsAddIn(expander: FormulaExpander, formula: string): boolean {
  return expander.mention.test(formula) && expander.functionsIn(formula).length > 0;
}
