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

/** Cells of a sheet that a chart reads, in one row: "D60:AN60". */
export interface SheetRange {
  readonly sheet: string;
  readonly address: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: SheetRange;
  /** "#RRGGBB" */
  readonly color: string;
}

/** A line chart whose series stand in rows. */
export interface LineChart {
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
  readonly charts: readonly LineChart[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** the sheet to show when it is written */
  readonly activeSheet: string;
}
