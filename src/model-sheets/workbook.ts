import type { Look } from "./looks";

// A workbook described as data. Whoever writes it (into Excel, into a file) needs nothing else.

/** A formula in the notation of English Excel, with "=". */
export interface Formula {
  readonly formula: string;
}

/** Text is always text, also when it begins like a formula: the writer sees to it. */
export interface Cell {
  readonly content: string | number | boolean | Formula;
  readonly look: Look;
  /** number format in Excel's notation; General without it */
  readonly format?: string;
}

/** Cells of a sheet: "D60:AN60". */
export interface SheetRange {
  readonly sheet: string;
  readonly address: string;
}

/** Its values stand in one row or one column. */
export interface ChartSeries {
  readonly name: string;
  readonly values: SheetRange;
  /** "#RRGGBB" */
  readonly color: string;
}

export interface Chart {
  /** columns stand, bars lie; columns of several series stand beside each other unless stacked */
  readonly kind: "line" | "column" | "stackedColumn" | "bar";
  readonly name: string;
  readonly title: string;
  readonly categories: SheetRange;
  readonly series: readonly ChartSeries[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  /** the cells it covers */
  readonly topLeft: string;
  readonly bottomRight: string;
}

/** An Excel table, its header row included: "A5:N9". The header cells hold distinct texts; their look is the cells' own. */
export interface SheetTable {
  /** unique in the workbook, no cell address, letters, digits and "_" only */
  readonly name: string;
  readonly address: string;
}

/** Limits of a number; a limit left out is none. */
export interface NumberLimits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** What may be entered. A blank cell is always allowed. */
export type ValidationRule =
  /** one of these, without commas and 255 characters together at most: Excel's limit; longer lists stand in cells */
  | { readonly kind: "list"; readonly values: readonly string[] }
  /** one of what these cells hold, in one row or column */
  | ({ readonly kind: "listRange" } & SheetRange)
  | ({ readonly kind: "decimal" | "whole" } & NumberLimits)
  /** ISO dates, both included */
  | { readonly kind: "date"; readonly from: string; readonly to: string }
  | { readonly kind: "textLength"; readonly maximum: number };

/** What cells refuse, and what they say. Excel takes 32 characters in titles, 225 in the error, 255 in the prompt. */
export interface Validation {
  readonly address: string;
  readonly rule: ValidationRule;
  readonly errorTitle: string;
  readonly errorMessage: string;
  /** shown while the cell is selected */
  readonly promptTitle?: string;
  readonly prompt?: string;
}

/** A look that cells take while a formula is TRUE; earlier ones come first. */
export interface ConditionalFormat {
  readonly address: string;
  /** with "=", as it stands in the top left cell */
  readonly formula: string;
  readonly fontColor?: string;
  readonly fillColor?: string;
  readonly bold?: true;
}

export interface Sheet {
  readonly name: string;
  /** "#RRGGBB" */
  readonly tabColor: string;
  /** points, from column A on */
  readonly columnWidths: readonly number[];
  /** rows of equal length from A1 on; null is an empty cell */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** rows and columns that stay in view */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly orientation: "portrait" | "landscape";
  readonly charts: readonly Chart[];
  readonly tables?: readonly SheetTable[];
  readonly validations?: readonly Validation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  /** what is printed; without it, all */
  readonly printArea?: string;
  /** one page wide and tall; without it, as many pages as stay readable */
  readonly fitToOnePage?: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** the sheet to show when it is written */
  readonly activeSheet: string;
  /** kept with the workbook, not shown in it: the version of its layout */
  readonly customProperties?: Readonly<Record<string, string>>;
}
