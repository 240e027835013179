// What the objects of the model stand for: each a place in one workbook.
import type { CellArea } from "../store";
import type { WorkbookState } from "./workbook-state";

export interface WorksheetState {
  readonly book: WorkbookState;
  readonly id: string;
}

/** An area of one sheet. Its row and column are fixed: the workbench moves no references when rows are inserted. */
export interface RangeState {
  readonly book: WorkbookState;
  readonly sheetId: string;
  readonly area: CellArea;
}

export interface ChartState {
  readonly book: WorkbookState;
  readonly id: string;
}

export interface TableState {
  readonly book: WorkbookState;
  readonly id: string;
}
