// Notes that the workbench itself puts on cells: a red corner, and the text when the pointer rests on the cell.
import { SheetsNoteModel } from "@univerjs/sheets-note";
import { CellAlertManagerService } from "@univerjs/sheets-ui";
import { type CellNote, heightOf, OWN, WIDTH_PX } from "./comments";
import type { Engine } from "./engine";

export class OwnNotes {
  private readonly model: SheetsNoteModel;
  private readonly shown = new Map<string, CellNote>();

  constructor(private readonly engine: Engine) {
    this.model = engine.injector.get(SheetsNoteModel);
    // The grid explains every error in general words; where a note tells the reason, that is one text too many.
    const alerts = engine.injector.get(CellAlertManagerService);
    alerts.currentAlert$.subscribe((shown) => {
      for (const [alert, { alert: { location } }] of shown) {
        if (this.shown.has(key({ sheetId: location.subUnitId, row: location.row, column: location.col }))) alerts.removeAlert(alert);
      }
    });
  }

  /** Shows exactly these; a note that somebody wrote is left alone. */
  show(notes: readonly CellNote[]): void {
    const wanted = new Map(notes.map((note) => [key(note), note]));
    for (const [id, note] of this.shown) {
      if (wanted.has(id)) continue;
      this.shown.delete(id);
      this.model.removeNote(this.engine.unitId, note.sheetId, { row: note.row, col: note.column });
    }
    for (const [id, note] of wanted) {
      const { sheetId, row, column, text } = note;
      if (this.shown.get(id)?.text === text) continue;
      if (!this.shown.has(id) && this.model.getNote(this.engine.unitId, sheetId, { row, col: column })) continue;
      this.shown.set(id, note);
      this.model.updateNote(this.engine.unitId, sheetId, row, column, { id, row, col: column, note: text, width: WIDTH_PX, height: heightOf(text), show: false });
    }
  }
}

function key({ sheetId, row, column }: Omit<CellNote, "text">): string {
  return `${OWN}${sheetId} ${row} ${column}`;
}
