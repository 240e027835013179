// The grid without a screen, for Node: the same store over the same formula engine.
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import formulaTexts from "@univerjs/sheets-formula/locale/en-US";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { startEngine } from "./engine";
import { UniverStore } from "./store";

export function createHeadlessStore(firstSheetName?: string): UniverStore {
  return new UniverStore(startEngine([[UniverFormulaEnginePlugin], [UniverSheetsPlugin], [UniverSheetsFormulaPlugin], [UniverSheetsNotePlugin]], { firstSheetName, locales: { enUS: formulaTexts } }));
}
