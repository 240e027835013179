// Sheets as such: their order, names, sizes, panes and looks. Cells are store.ts's.
import { BooleanNumber, CommandType, type ICommandInfo, ICommandService, type Injector, type Workbook, type Worksheet } from "@univerjs/core";
import { IDefinedNamesService, IFunctionService } from "@univerjs/engine-formula";
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetCommand,
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { CellArea, SheetInfo } from "../host/store";
import { emptySheet, type Engine } from "./engine";
import { toPixels, toPoints } from "./formats";
import { areaOf, rangeOf } from "./ranges";

/** Marks commands that the store itself gives, so that they are not taken for the user's. */
const BY_STORE = { byStore: true } as const;
export const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;

export class WorkbookLayout {
  protected readonly injector: Injector;
  protected readonly workbook: Workbook;
  protected readonly commands: ICommandService;
  /** True while the store changes something, for observers that see no command options. */
  protected acting = false;
  private nextSheet = 2;

  constructor(protected readonly engine: Engine) {
    this.injector = engine.injector;
    this.workbook = engine.workbook;
    this.commands = engine.injector.get(ICommandService);
  }

  sheets(): readonly SheetInfo[] {
    return this.workbook.getSheets().map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getName() }));
  }

  activeSheetId(): string {
    return this.workbook.ensureActiveSheet().getSheetId();
  }

  activateSheet(sheetId: string): void {
    if (sheetId !== this.activeSheetId()) this.run({ id: SetWorksheetActiveOperation.id, type: CommandType.OPERATION, params: this.target(sheetId) });
  }

  addSheet(name: string): string {
    const taken = new Set(this.sheets().map(({ id }) => id));
    while (taken.has(`sheet-${this.nextSheet}`)) this.nextSheet++;
    const id = `sheet-${this.nextSheet++}`;
    this.change(InsertSheetMutation.id, { unitId: this.engine.unitId, index: this.sheets().length, sheet: emptySheet(id, name) });
    return id;
  }

  deleteSheet(sheetId: string): void {
    const sheets = this.sheets();
    const index = sheets.findIndex(({ id }) => id === sheetId);
    const neighbor = sheets[index + 1] ?? sheets[index - 1];
    if (index < 0 || !neighbor) throw new Error("A workbook keeps at least one sheet.");
    if (sheetId === this.activeSheetId()) this.activateSheet(neighbor.id);
    this.run({ id: RemoveSheetCommand.id, type: CommandType.COMMAND, params: this.target(sheetId) });
  }

  /** Formulas and names that refer to the sheet follow. */
  renameSheet(sheetId: string, name: string): void {
    // Univer keeps formulas parsed together with what their names stood for.
    const names = Object.values(this.injector.get(IDefinedNamesService).getDefinedNameMap(this.engine.unitId) ?? {});
    this.injector.get(IFunctionService).deleteFormulaAstCacheKey(...names.map((each) => each.name));
    this.run({ id: SetWorksheetNameCommand.id, type: CommandType.COMMAND, params: { ...this.target(sheetId), name } });
  }

  moveSheet(sheetId: string, position: number): void {
    const fromOrder = this.sheets().findIndex(({ id }) => id === sheetId);
    if (fromOrder !== position) this.change(SetWorksheetOrderMutation.id, { ...this.target(sheetId), fromOrder, toOrder: position });
  }

  setSheetShown(sheetId: string, shown: boolean): void {
    // Univer's page turns to a sheet that is shown, even where it was.
    if (shown !== (this.sheet(sheetId).isSheetHidden() === BooleanNumber.TRUE)) return;
    this.change(SetWorksheetHideMutation.id, { ...this.target(sheetId), hidden: shown ? BooleanNumber.FALSE : BooleanNumber.TRUE });
  }

  columnWidth(sheetId: string, column: number): number {
    return toPoints(this.sheet(sheetId).getColumnWidth(column));
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    const area = this.makeRoom(sheetId, { row: 0, column, rows: 1, columns });
    this.change(SetWorksheetColWidthMutation.id, { ...this.target(sheetId), ranges: [rangeOf(area)], colWidth: toPixels(width) });
  }

  rowHeight(sheetId: string, row: number): number {
    return toPoints(this.sheet(sheetId).getRowHeight(row));
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number): void {
    const area = this.makeRoom(sheetId, { row, column: 0, rows, columns: 1 });
    this.change(SetWorksheetRowHeightMutation.id, { ...this.target(sheetId), ranges: [rangeOf(area)], rowHeight: toPixels(height) });
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.change(SetFrozenMutation.id, { ...this.target(sheetId), startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1, ySplit: rows, xSplit: columns });
  }

  setGridlines(sheetId: string, shown: boolean): void {
    this.change(ToggleGridlinesMutation.id, { ...this.target(sheetId), showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  setTabColor(sheetId: string, color: string): void {
    this.change(SetTabColorMutation.id, { ...this.target(sheetId), color });
  }

  merge(sheetId: string, area: CellArea): void {
    this.change(AddWorksheetMergeMutation.id, { ...this.target(sheetId), ranges: [rangeOf(this.makeRoom(sheetId, area))] });
  }

  merges(sheetId: string): readonly CellArea[] {
    return this.sheet(sheetId).getMergeData().map(areaOf);
  }

  protected sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`There is no sheet ${sheetId}.`);
    return sheet;
  }

  protected target(sheetId: string): { unitId: string; subUnitId: string } {
    return { unitId: this.engine.unitId, subUnitId: sheetId };
  }

  /** The part of an area that the sheet has. */
  protected within(sheetId: string, { row, column, rows, columns }: CellArea): CellArea {
    const sheet = this.sheet(sheetId);
    return { row, column, rows: Math.max(0, Math.min(rows, sheet.getRowCount() - row)), columns: Math.max(0, Math.min(columns, sheet.getColumnCount() - column)) };
  }

  /** Makes the sheet large enough for the area; whole columns and rows end where the grid ends. */
  protected makeRoom(sheetId: string, area: CellArea): CellArea {
    const sheet = this.sheet(sheetId);
    const rows = area.row + (area.rows < EXCEL_ROWS ? area.rows : 1);
    const columns = area.column + (area.columns < EXCEL_COLUMNS ? area.columns : 1);
    if (rows > sheet.getRowCount()) this.change(SetWorksheetRowCountMutation.id, { ...this.target(sheetId), rowCount: rows + SPARE_ROWS });
    if (columns > sheet.getColumnCount()) this.change(SetWorksheetColumnCountMutation.id, { ...this.target(sheetId), columnCount: columns + SPARE_COLUMNS });
    return this.within(sheetId, area);
  }

  protected change(id: string, params: object): void {
    this.run({ id, type: CommandType.MUTATION, params });
  }

  protected isByStore(options: object | undefined): boolean {
    return this.acting || (options !== undefined && "byStore" in options);
  }

  private run({ id, params }: ICommandInfo): void {
    const outer = this.acting;
    this.acting = true;
    try {
      if (this.commands.syncExecuteCommand(id, params, BY_STORE) === false) throw new Error(`The grid refused ${id}.`);
    } finally {
      this.acting = outer;
    }
  }
}
