import type { Schema } from "./schema";

/** What one cell of an input table holds; null where it is blank. */
export type TableValue = string | number | boolean | null;

/** One column of an input table: one field of the document. */
export interface TableColumn {
  /** the field below the row's object: "resale.priceUsdTh", "energy.kind" */
  readonly key: string;
  /** title with its unit, once in its table: "Resale price ($/TH)" */
  readonly header: string;
  /** what may stand in it */
  readonly schema: Schema;
}

/** A part of the portfolio document as a rectangle: what stands on the Inputs sheet as an Excel table. */
export interface DocumentTable {
  /** Excel's name of the table: "Sites" */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** one per row, each as long as columns */
  readonly rows: readonly (readonly TableValue[])[];
}
