import type { KeyedLine, Line } from "../lines";
import type { Sheet } from "../workbook";

/** A line of a book: as on one sheet, or a link to a line of another sheet. */
export type BookLine =
  | Line
  /** the line of another sheet, with its label and unit; formulas of this sheet that name the key read it here */
  | { readonly kind: "link"; readonly of: string }
  /** links to all lines and inputs of other sheets that this sheet's formulas name, or to those whose key begins with one of `prefixes` */
  | { readonly kind: "links"; readonly heading: string; readonly prefixes?: readonly string[] };

/** A sheet before its cells are laid out. */
export interface BookSheet extends Pick<Sheet, "name" | "tabColor"> {
  readonly lines: readonly BookLine[];
  /** lines that stay in view */
  readonly frozenLines: number;
}

/** A cell beside the book's lines that formulas may name: an input, a setting of a machine. */
export interface NamedCell {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
  readonly sheet: string;
  /** "$B$7" */
  readonly address: string;
}

/** Where a key stands. */
export interface Spot {
  readonly sheet: string;
  /** row counted from 1; 0 for a named cell */
  readonly row: number;
  readonly source: KeyedLine | NamedCell;
}
