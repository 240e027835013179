// What Excel's part needs from a spreadsheet. The protocol and object model (host/) are written against this
// interface; grid/ implements it over Univer, in the browser and headless in Node alike.
// Rows and columns count from 0. Reading and writing is synchronous; calculation is not: settle() waits for it.
//
// What the host relies on:
// - An area may be whole columns (1,048,576 rows) or whole rows (16,384 columns) in writeFormat, clear, setColumnWidth,
//   setRowHeight and select; read() and write() are only called for bounded areas, which may lie outside the grid's present size.
// - read() gives a formula cell its full text, exactly as before, until somebody changes the cell: the host compares it
//   to recognize answers that come too late. Cells that a table spills into have formula null.
// - settle() returns promptly when nothing is due; it is called before every read of calculated values.
// - subscribe() reports what the user does. The host reports the add-in's own changes itself; "calculated" follows every calculation.

export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An Excel error value such as #N/A, with the sentence a custom function gave for it, if any. */
export interface CellError {
  readonly error: string;
  readonly message?: string;
}

export type CellValue = number | string | boolean | null | CellError;

/** What a cell holds: `formula` begins with "=" and is null for a constant; `text` is the value as the number format shows it. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly text: string;
  readonly numberFormat: string;
}

export type CellInput = { readonly value: CellValue } | { readonly formula: string };

/** Formats are patches: a missing key leaves what is there. Colors are "#RRGGBB"; sizes are points. */
export interface CellFormat {
  numberFormat?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  fontName?: string;
  fontSize?: number;
  fontColor?: string;
  fillColor?: string | null;
  horizontalAlignment?: "General" | "Left" | "Center" | "Right";
  verticalAlignment?: "Top" | "Center" | "Bottom";
  wrapText?: boolean;
  indentLevel?: number;
  /** Edges of each cell of the area: the host has already translated the edges and inner lines of a range. */
  borders?: Partial<Record<"EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight", { style: "None" | "Continuous" | "Double"; color: string; weight: "Thin" | "Medium" | "Thick" }>>;
}

/** A remark of somebody on one cell. */
export interface CellComment {
  readonly id: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
}

/** A user's (not the add-in's) change of cells or selection. */
export type StoreEvent =
  | { readonly type: "edited"; readonly sheetId: string; readonly area: CellArea }
  | { readonly type: "selected"; readonly sheetId: string; readonly area: CellArea }
  | { readonly type: "activated"; readonly sheetId: string }
  | { readonly type: "calculated" };

/** A table as formulas see it: `Name`, `Name[Column]`, `Name[#All]`. */
export interface NamedTable {
  readonly name: string;
  readonly sheetId: string;
  /** with its header row */
  readonly area: CellArea;
}

export interface SheetStore {
  sheets(): readonly SheetInfo[];
  activeSheetId(): string;
  activateSheet(sheetId: string): void;
  /** Adds an empty sheet at the end and returns its id. The name is checked by the caller. */
  addSheet(name: string): string;
  deleteSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;

  /** The smallest area that holds every value and formula, or null for an empty sheet. */
  usedArea(sheetId: string): CellArea | null;
  read(sheetId: string, area: CellArea): CellContent[][];
  /** Writes one matrix of the area's shape; `null` leaves a cell as it is. */
  write(sheetId: string, area: CellArea, cells: readonly (readonly (CellInput | null)[])[]): void;
  clear(sheetId: string, area: CellArea, what: "All" | "Contents" | "Formats"): void;

  /** Copies cells to the same place of another sheet: formulas and values as they stand, blanks too, or their formats. */
  copy(fromSheetId: string, sheetId: string, area: CellArea, what: "Contents" | "Formats"): void;

  readFormat(sheetId: string, row: number, column: number): CellFormat;
  writeFormat(sheetId: string, area: CellArea, format: CellFormat): void;
  /** Number formats by cell, of the area's shape. */
  writeNumberFormats(sheetId: string, area: CellArea, formats: readonly (readonly (string | null)[])[]): void;
  /** Widths and heights in points, as Office.js gives them. */
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void;
  rowHeight(sheetId: string, row: number): number;
  setRowHeight(sheetId: string, row: number, rows: number, height: number): void;
  freeze(sheetId: string, rows: number, columns: number): void;
  setGridlines(sheetId: string, shown: boolean): void;
  setTabColor(sheetId: string, color: string): void;
  merge(sheetId: string, area: CellArea): void;
  merges(sheetId: string): readonly CellArea[];

  /** Where formulas spill to, each area with its formula in the first cell. */
  spills(sheetId: string): readonly CellArea[];

  names(): readonly { name: string; formula: string }[];
  addName(name: string, formula: string): void;
  deleteName(name: string): void;

  /** The tables that formulas may refer to, all of them. */
  useTables(tables: readonly NamedTable[]): void;

  selection(): { sheetId: string; area: CellArea };
  select(sheetId: string, area: CellArea): void;

  note(sheetId: string, row: number, column: number): string | null;
  /** Of all sheets; the workbench's own remarks on errors are none. */
  comments(): readonly CellComment[];
  /** @returns its id */
  addComment(sheetId: string, row: number, column: number, text: string): string;
  deleteComment(id: string): void;

  /** Resolves when no calculation is running or due. Custom functions that wait for an answer do not count. */
  settle(): Promise<void>;
  subscribe(listener: (event: StoreEvent) => void): () => void;
}

/** One call of an add-in function as a formula makes it. `callIndex` tells several calls in one cell apart, in evaluation order. */
export interface FunctionCall {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly callIndex: number;
  /** With namespace, upper case: "MINE.HASHPRICE". */
  readonly name: string;
  /** Bare values for single cells and literals, matrices for ranges, null for an omitted argument. */
  readonly args: readonly (CellValue | CellValue[][])[];
}

/** The custom-function side of the host, called by the grid's formula engine while it calculates. */
export interface FunctionEvaluator {
  /**
   * The known result, or the error #BUSY! while the add-in is being asked or an argument is #BUSY! itself; the cell is
   * calculated again when its answer is there. A table of one cell comes as its bare value.
   */
  evaluate(call: FunctionCall): CellValue | CellValue[][];
}

/** Cells whose pending function results have arrived and that must be calculated again. */
export interface RecalculationTarget {
  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): void;
}
