/** Rows and columns are counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A cell of the workbook: which sheet, row and column. */
export interface Place extends Position {
  readonly sheet: number;
}

/** From its first to its last row and column. */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
