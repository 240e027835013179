// Comments of cells, which the grid shows as notes: a red corner, and the text when the pointer rests on the cell.
import { SheetsNoteModel } from "@univerjs/sheets-note";
import type { Engine } from "./engine";

export interface CellNote {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export const WIDTH_PX = 280;
/** As styles.css sets the text of a note. */
const LINE_PX = 18;
const MARGINS_PX = 20;
const CHARACTERS_A_LINE = 42;
/** With this the ids of the workbench's own notes begin, which are no comments. */
export const OWN = "workbench ";

/** The comments of a sheet. */
export function commentsOf({ injector, unitId }: Engine, sheetId: string): (CellNote & { readonly id: string })[] {
  const notes = [...(injector.get(SheetsNoteModel).getSheetNotes(unitId, sheetId)?.values() ?? [])];
  return notes.filter(({ id }) => !id.startsWith(OWN)).map(({ id, row, col, note }) => ({ id, sheetId, row, column: col, text: note }));
}

/** @returns the new comment's id */
export function addComment({ injector, unitId }: Engine, { sheetId, row, column, text }: CellNote): string {
  const id = crypto.randomUUID();
  injector.get(SheetsNoteModel).updateNote(unitId, sheetId, row, column, { id, row, col: column, note: text, width: WIDTH_PX, height: heightOf(text), show: false });
  return id;
}

/** Pixels of a note's text. */
export function heightOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  return LINE_PX * lines + MARGINS_PX;
}
