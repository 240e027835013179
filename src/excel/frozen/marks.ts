// Where the formula of a frozen cell is kept: a note on the cell (ExcelApi 1.18), and in an Excel without notes for add-ins a comment
// (ExcelApi 1.10). Both go with their cell when rows are inserted or moved.

/** As much of a note or comment as is needed. */
export interface Mark {
  readonly content: string;
  getLocation(): Excel.Range;
  delete(): void;
}

export interface Marks {
  readonly items: readonly Mark[];
  add(cell: Excel.Range, content: string): unknown;
  load(names: string): unknown;
}

/** How the marks of new frozen cells are called. */
export function markWord(): "note" | "comment" {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.18") ? "note" : "comment";
}

/** Notes where this Excel has them, and comments: a workbook may have been frozen in another Excel. New frozen cells get one of the first. */
export function marksOf(workbook: Excel.Workbook): readonly Marks[] {
  return markWord() === "note" ? [workbook.notes, workbook.comments] : [workbook.comments];
}
