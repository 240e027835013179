// The spreadsheet behind the workbench: SheetStore over Univer. The same class serves the browser and Node.
import { CommandType, type ICellData, type ICommandInfo, type IExecutionOptions, ICommandService, type Nullable, ObjectMatrix } from "@univerjs/core";
import { FormulaDataModel, IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import { type ISetRangeValuesMutationParams, SelectionMoveType, SetRangeValuesMutation, SetSelectionsOperation, SetStyleCommand, SheetsSelectionsService } from "@univerjs/sheets";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import type { CellArea, CellComment, CellContent, CellFormat, CellInput, FunctionEvaluator, NamedTable, RecalculationTarget, SheetStore, StoreEvent } from "../host/store";
import { Calculation } from "./calculation";
import { addComment, commentsOf } from "./comments";
import type { Engine } from "./engine";
import { formatOf, GENERAL, styleOf } from "./formats";
import { CallCounter, registerFunctions, type WorksheetFunction } from "./functions";
import { EXCEL_ROWS, WorkbookLayout } from "./layout";
import { areaOf, joinCells, rangeOf } from "./ranges";
import { FormulaTables } from "./tables";
import { typedInput } from "./typed-input";
import { enteredCell, isCellError, shownText, storedValue } from "./values";

/** Height of a line of text by its font size. */
const LINE_HEIGHT = 1.35;
const EMPTY: ICellData = { v: null, f: null, si: null, p: null, t: null, custom: null };
/** A name for a cell or range; anything else a name stands for is a formula. */
const PLAIN_REFERENCE = /^=\s*((?:'[^']+(?:''[^']*)*'|[\w.]+)!)?\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?\s*$/i;

export class UniverStore extends WorkbookLayout implements SheetStore, RecalculationTarget {
  private readonly calls = new CallCounter();
  private readonly calculation: Calculation;
  private readonly formulas: FormulaDataModel;
  private readonly definedNames: IDefinedNamesService;
  private readonly selections: SheetsSelectionsService;
  private readonly tables: FormulaTables;
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private nextName = 1;

  constructor(engine: Engine) {
    super(engine);
    this.formulas = this.injector.get(FormulaDataModel);
    this.definedNames = this.injector.get(IDefinedNamesService);
    this.selections = this.injector.get(SheetsSelectionsService);
    this.calculation = new Calculation(engine, () => this.calls.nextPass(), () => this.tell({ type: "calculated" }));
    this.tables = new FormulaTables(engine, (id, params) => this.change(id, params), (cells) => this.calculation.recalculate(joinCells(cells), true));
    this.injector.get(ICommandService).onCommandExecuted((command, options) => this.observe(command, options));
    this.selections.selectionMoveEnd$.subscribe(() => this.acting || this.tell({ type: "selected", ...this.selection() }));
    this.workbook.activeSheet$.subscribe((sheet) => {
      if (sheet && !this.acting) this.tell({ type: "activated", sheetId: sheet.getSheetId() });
    });
  }

  /** Makes the add-in's functions known: `=NAMESPACE.NAME(…)` asks the evaluator. */
  useFunctions(namespace: string, functions: readonly WorksheetFunction[], evaluator: FunctionEvaluator): void {
    registerFunctions(this.injector, namespace, functions, evaluator, this.calls);
    this.calculation.recalculateAll();
  }

  recalculate(cells: readonly { readonly sheetId: string; readonly row: number; readonly column: number }[]): void {
    this.calculation.recalculate(joinCells(cells.filter(({ sheetId }) => this.workbook.getSheetBySheetId(sheetId))));
  }

  settle(): Promise<void> {
    return this.calculation.settled();
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
    this.calculation.dispose();
    this.engine.univer.dispose();
  }

  /** Emptied first: Univer goes on looking for the formulas of a sheet that is gone. */
  override deleteSheet(sheetId: string): void {
    const used = this.sheets().length > 1 ? this.usedArea(sheetId) : null;
    if (used) this.clear(sheetId, used, "Contents");
    super.deleteSheet(sheetId);
  }

  usedArea(sheetId: string): CellArea | null {
    let bounds: { top: number; left: number; bottom: number; right: number } | null = null;
    const include = (row: number, column: number, cell: Nullable<ICellData>) => {
      if (cell?.v === undefined && !cell?.f && !cell?.si) return;
      bounds = bounds
        ? { top: Math.min(bounds.top, row), left: Math.min(bounds.left, column), bottom: Math.max(bounds.bottom, row), right: Math.max(bounds.right, column) }
        : { top: row, left: column, bottom: row, right: column };
    };
    this.sheet(sheetId).getCellMatrix().forValue(include);
    new ObjectMatrix(this.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[sheetId] ?? {}).forValue(include);
    const found = bounds as { top: number; left: number; bottom: number; right: number } | null;
    return found && areaOf({ startRow: found.top, startColumn: found.left, endRow: found.bottom, endColumn: found.right });
  }

  read(sheetId: string, area: CellArea): CellContent[][] {
    return Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => this.readCell(sheetId, area.row + row, area.column + column)));
  }

  write(sheetId: string, area: CellArea, cells: readonly (readonly (CellInput | null)[])[]): void {
    this.makeRoom(sheetId, area);
    this.setCells(sheetId, area, (row, column) => {
      const input = cells[row]?.[column];
      return input ? enteredCell(input) : undefined;
    });
  }

  /** Enters what a person typed: a formula, a number, a percentage, a date, TRUE, or a text. Reported as the user's edit. */
  enter(sheetId: string, row: number, column: number, typed: string | number | boolean | null): void {
    this.makeRoom(sheetId, { row, column, rows: 1, columns: 1 });
    const { input, numberFormat } = typedInput(typed, this.readFormat(sheetId, row, column).numberFormat ?? GENERAL);
    if (numberFormat) this.writeFormat(sheetId, { row, column, rows: 1, columns: 1 }, { numberFormat });
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, { ...this.target(sheetId), cellValue: { [row]: { [column]: enteredCell(input) } } });
  }

  /** Cells that show an error. */
  errorCells(): { sheetId: string; row: number; column: number }[] {
    return this.sheets().flatMap(({ id: sheetId }) => {
      const found: { sheetId: string; row: number; column: number }[] = [];
      const look = (row: number, column: number, cell: Nullable<ICellData>) => {
        if (isCellError(storedValue(cell))) found.push({ sheetId, row, column });
      };
      this.sheet(sheetId).getCellMatrix().forValue(look);
      new ObjectMatrix(this.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[sheetId] ?? {}).forValue((row, column, cell) => {
        if (!this.sheet(sheetId).getCellRaw(row, column)) look(row, column, cell);
      });
      return found;
    });
  }

  clear(sheetId: string, area: CellArea, what: "All" | "Contents" | "Formats"): void {
    const matrix = this.sheet(sheetId).getCellMatrix();
    const cleared = { All: { ...EMPTY, s: null }, Contents: EMPTY, Formats: { s: null } }[what];
    this.setCells(sheetId, this.within(sheetId, area), (row, column) => {
      const cell = matrix.getValue(area.row + row, area.column + column);
      return cell ? (what === "Formats" ? { ...cleared, t: cell.t } : cleared) : undefined;
    }, what === "Formats");
  }

  copy(fromSheetId: string, sheetId: string, area: CellArea, what: "Contents" | "Formats"): void {
    this.makeRoom(sheetId, area);
    const from = this.sheet(fromSheetId).getCellMatrix();
    const to = this.sheet(sheetId).getCellMatrix();
    this.setCells(sheetId, area, (row, column) => {
      const cell = from.getValue(area.row + row, area.column + column);
      if (what === "Formats") return { s: cell?.s ?? null, t: to.getValue(area.row + row, area.column + column)?.t };
      const { formula } = this.readCell(fromSheetId, area.row + row, area.column + column);
      return formula === null ? { ...EMPTY, v: cell?.v ?? null, t: cell?.t ?? null } : enteredCell({ formula });
    }, what === "Formats");
  }

  readFormat(sheetId: string, row: number, column: number): CellFormat {
    return formatOf(this.sheet(sheetId).getComposedCellStyle(row, column));
  }

  writeFormat(sheetId: string, area: CellArea, format: CellFormat): void {
    this.setStyles(sheetId, area, () => format);
    if (format.fontSize !== undefined && area.rows < EXCEL_ROWS) this.fitRows(sheetId, area, format.fontSize);
  }

  writeNumberFormats(sheetId: string, area: CellArea, formats: readonly (readonly (string | null)[])[]): void {
    this.setStyles(sheetId, area, (row, column) => {
      const numberFormat = formats[row]?.[column];
      return typeof numberFormat === "string" ? { numberFormat } : undefined;
    });
  }

  names(): readonly { name: string; formula: string }[] {
    return Object.values(this.definedNames.getDefinedNameMap(this.engine.unitId) ?? {}).map(({ name, formulaOrRefString }) => ({
      name,
      formula: formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`,
    }));
  }

  addName(name: string, formula: string): void {
    const formulaOrRefString = PLAIN_REFERENCE.test(formula) ? formula.slice(1).trim() : formula;
    this.change(SetDefinedNameMutation.id, { unitId: this.engine.unitId, id: `name-${this.nextName++}`, name, formulaOrRefString, localSheetId: "AllDefaultWorkbook", comment: "", hidden: false });
  }

  deleteName(name: string): void {
    const found = Object.values(this.definedNames.getDefinedNameMap(this.engine.unitId) ?? {}).find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (found) this.change(RemoveDefinedNameMutation.id, { ...found, unitId: this.engine.unitId });
  }

  useTables(tables: readonly NamedTable[]): void {
    this.tables.use(tables, ({ sheetId, area }) => this.read(sheetId, { ...area, rows: 1 })[0]!.map(({ text }) => text));
  }

  selection(): { sheetId: string; area: CellArea } {
    const range = this.selections.getCurrentLastSelection()?.range;
    return { sheetId: this.activeSheetId(), area: range ? areaOf(range) : { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  select(sheetId: string, area: CellArea): void {
    this.activateSheet(sheetId);
    const inside = this.makeRoom(sheetId, area);
    const primary = { actualRow: area.row, actualColumn: area.column, isMerged: false, isMergedMainCell: false, ...rangeOf({ ...area, rows: 1, columns: 1 }) };
    this.change(SetSelectionsOperation.id, { ...this.target(sheetId), selections: [{ range: rangeOf(inside), primary, style: null }], type: SelectionMoveType.MOVE_END, reveal: true });
  }

  note(sheetId: string, row: number, column: number): string | null {
    return this.injector.get(SheetsNoteModel).getNote(this.engine.unitId, sheetId, { row, col: column })?.note ?? null;
  }

  comments(): readonly CellComment[] {
    return this.sheets().flatMap(({ id: sheetId }) => commentsOf(this.engine, sheetId));
  }

  addComment(sheetId: string, row: number, column: number, text: string): string {
    return addComment(this.engine, { sheetId, row, column, text });
  }

  deleteComment(id: string): void {
    const found = this.comments().find((each) => each.id === id);
    if (found) this.injector.get(SheetsNoteModel).removeNote(this.engine.unitId, found.sheetId, { noteId: id });
  }

  spills(sheetId: string): readonly CellArea[] {
    const ranges = new ObjectMatrix(this.formulas.getArrayFormulaRange()[this.engine.unitId]?.[sheetId] ?? {});
    const areas: CellArea[] = [];
    ranges.forValue((_, __, range) => {
      const area = range && areaOf(range);
      if (area && (area.rows > 1 || area.columns > 1)) areas.push(area);
    });
    return areas;
  }

  private readCell(sheetId: string, row: number, column: number): CellContent {
    const sheet = this.sheet(sheetId);
    const cell = sheet.getCellRaw(row, column);
    const spilled = this.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[sheetId]?.[row]?.[column];
    const value = storedValue(cell?.v === undefined && spilled ? spilled : cell);
    const numberFormat = sheet.getComposedCellStyle(row, column).n?.pattern ?? GENERAL;
    return {
      value,
      formula: cell?.f || cell?.si ? (cell.f ?? this.formulas.getFormulaStringByCell(row, column, sheetId, this.engine.unitId) ?? null) : null,
      text: shownText(value, numberFormat),
      numberFormat,
    };
  }

  /** Rows grow with the font, as in Excel. */
  private fitRows(sheetId: string, { row, rows }: CellArea, fontSize: number): void {
    const height = Math.ceil(fontSize * LINE_HEIGHT);
    for (let each = row; each < row + rows; each++) if (this.rowHeight(sheetId, each) < height) this.setRowHeight(sheetId, each, 1, height);
  }

  private setCells(sheetId: string, area: CellArea, cellAt: (row: number, column: number) => ICellData | undefined, looksOnly = false): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let row = 0; row < area.rows; row++) {
      for (let column = 0; column < area.columns; column++) {
        const cell = cellAt(row, column);
        if (cell) (cellValue[area.row + row] ??= {})[area.column + column] = { ...cell };
      }
    }
    if (Object.keys(cellValue).length > 0) this.change(SetRangeValuesMutation.id, { ...this.target(sheetId), cellValue, ...(looksOnly ? { trigger: SetStyleCommand.id } : {}) });
  }

  private setStyles(sheetId: string, area: CellArea, formatAt: (row: number, column: number) => CellFormat | undefined): void {
    const inside = this.makeRoom(sheetId, area);
    const matrix = this.sheet(sheetId).getCellMatrix();
    this.setCells(sheetId, inside, (row, column) => {
      const format = formatAt(row, column);
      // The type goes along, because without it Univer takes a text such as "12" for a number.
      return format && { s: styleOf(format), t: matrix.getValue(area.row + row, area.column + column)?.t };
    }, true);
  }

  private observe(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula) return;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    const entered: { row: number; column: number }[] = [];
    new ObjectMatrix(cellValue ?? {}).forValue((row, column, cell) => {
      if (!cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell) entered.push({ row, column });
    });
    if (entered.length === 0 || this.isByStore(options) || command.type === CommandType.OPERATION) return;
    const rows = entered.map(({ row }) => row);
    const columns = entered.map(({ column }) => column);
    const area = areaOf({ startRow: least(rows), endRow: -least(rows.map((n) => -n)), startColumn: least(columns), endColumn: -least(columns.map((n) => -n)) });
    this.tell({ type: "edited", sheetId: subUnitId, area });
  }

  private tell(event: StoreEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}
