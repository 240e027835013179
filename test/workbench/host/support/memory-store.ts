// A test double of the grid: literal values, and formulas that are one function call such as =NS.NAME(1,"x",A1:B2)
// or one reference such as =A1. It calculates nothing else and shows number formats as they are stored.
import { areaAddress, parseAddress } from "../../../../src/workbench/host/address";
import { scriptValue } from "../../../../src/workbench/host/cell-input";
import type { CellArea, CellComment, CellContent, CellFormat, CellInput, CellValue, FunctionEvaluator, RecalculationTarget, SheetInfo, SheetStore, StoreEvent } from "../../../../src/workbench/host/store";

interface Sheet {
  readonly id: string;
  name: string;
  readonly cells: Map<string, { value: CellValue; formula: string | null }>;
  readonly spilled: Map<string, CellValue>;
  readonly spillAreas: Map<string, CellArea>;
  formats: { area: CellArea; format: CellFormat }[];
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
}

const key = (row: number, column: number) => `${row},${column}`;
const covers = (area: CellArea, row: number, column: number) => row >= area.row && column >= area.column && row < area.row + area.rows && column < area.column + area.columns;

export class MemoryStore implements SheetStore, RecalculationTarget {
  private list: Sheet[] = [];
  private active = "";
  private nextId = 1;
  private selected: { sheetId: string; area: CellArea };
  private definedNames: { name: string; formula: string }[] = [];
  private remarks: CellComment[] = [];
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private calculation: Promise<void> | null = null;
  private evaluator: FunctionEvaluator | null = null;
  /** What the host asked for that has no state here, for tests to look at. */
  readonly asked: string[] = [];

  constructor() {
    this.active = this.addSheet("Sheet1");
    this.selected = { sheetId: this.active, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  useFunctions(evaluator: FunctionEvaluator): void {
    this.evaluator = evaluator;
  }

  // What a user does.
  type(address: string, input: string | number | boolean | null): void {
    const area = this.area(address);
    this.write(this.active, area, [[typeof input === "string" && input.startsWith("=") ? { formula: input } : { value: input }]]);
    this.emit({ type: "edited", sheetId: this.active, area });
  }

  click(address: string): void {
    this.select(this.active, this.area(address));
    this.emit({ type: "selected", sheetId: this.active, area: this.area(address) });
  }

  value(address: string): CellValue {
    return this.content(this.sheet(this.active), this.area(address).row, this.area(address).column).value;
  }

  /** Values as the add-in would see them, of an area of the active sheet. */
  shown(address: string): (string | number | boolean)[][] {
    return this.read(this.active, this.area(address)).map((row) => row.map(({ value }) => scriptValue(value)));
  }

  sheets(): readonly SheetInfo[] {
    return this.list.map(({ id, name }) => ({ id, name }));
  }

  activeSheetId(): string {
    return this.active;
  }

  activateSheet(sheetId: string): void {
    this.active = this.sheet(sheetId).id;
  }

  addSheet(name: string): string {
    const id = `sheet-${this.nextId++}`;
    this.list.push({ id, name, cells: new Map(), spilled: new Map(), spillAreas: new Map(), formats: [], widths: new Map(), heights: new Map() });
    return id;
  }

  deleteSheet(sheetId: string): void {
    this.list = this.list.filter(({ id }) => id !== sheetId);
    if (this.active === sheetId) this.active = this.list[0]?.id ?? "";
  }

  renameSheet(sheetId: string, name: string): void {
    this.sheet(sheetId).name = name;
  }

  moveSheet(sheetId: string, position: number): void {
    const sheet = this.sheet(sheetId);
    this.list = this.list.filter((each) => each !== sheet);
    this.list.splice(position, 0, sheet);
  }

  usedArea(sheetId: string): CellArea | null {
    const { cells, spilled } = this.sheet(sheetId);
    const at = [...[...cells].filter(([, { value, formula }]) => formula !== null || (value !== null && value !== "")).map(([each]) => each), ...spilled.keys()].map((each) => each.split(",").map(Number));
    if (at.length === 0) return null;
    const rows = at.map(([row = 0]) => row);
    const columns = at.map(([, column = 0]) => column);
    const row = Math.min(...rows);
    const column = Math.min(...columns);
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }

  read(sheetId: string, area: CellArea): CellContent[][] {
    const sheet = this.sheet(sheetId);
    return Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => this.content(sheet, area.row + row, area.column + column)));
  }

  write(sheetId: string, area: CellArea, cells: readonly (readonly (CellInput | null)[])[]): void {
    const sheet = this.sheet(sheetId);
    cells.forEach((line, row) =>
      line.forEach((input, column) => {
        if (input === null) return;
        sheet.cells.set(key(area.row + row, area.column + column), "formula" in input ? { value: null, formula: input.formula } : { value: input.value, formula: null });
      }),
    );
    this.schedule();
  }

  clear(sheetId: string, area: CellArea, what: "All" | "Contents" | "Formats"): void {
    const sheet = this.sheet(sheetId);
    if (what !== "Formats") for (const each of [...sheet.cells.keys()]) if (covers(area, Number(each.split(",")[0]), Number(each.split(",")[1]))) sheet.cells.delete(each);
    if (what !== "Contents") sheet.formats = sheet.formats.filter(({ area: formatted }) => !covers(area, formatted.row, formatted.column));
    this.schedule();
  }

  copy(fromSheetId: string, sheetId: string, area: CellArea, what: "Contents" | "Formats"): void {
    const [from, to] = [this.sheet(fromSheetId), this.sheet(sheetId)];
    this.clear(sheetId, area, what);
    if (what === "Formats") to.formats.push(...from.formats);
    else for (const [at, cell] of from.cells) if (covers(area, Number(at.split(",")[0]), Number(at.split(",")[1]))) to.cells.set(at, { ...cell });
  }

  readFormat(sheetId: string, row: number, column: number): CellFormat {
    return this.sheet(sheetId).formats.filter(({ area }) => covers(area, row, column)).reduce<CellFormat>((sum, { format }) => ({ ...sum, ...format, borders: { ...sum.borders, ...format.borders } }), {});
  }

  writeFormat(sheetId: string, area: CellArea, format: CellFormat): void {
    this.sheet(sheetId).formats.push({ area, format });
  }

  writeNumberFormats(sheetId: string, area: CellArea, formats: readonly (readonly (string | null)[])[]): void {
    formats.forEach((line, row) =>
      line.forEach((numberFormat, column) => numberFormat !== null && this.writeFormat(sheetId, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 }, { numberFormat })),
    );
  }

  columnWidth(sheetId: string, column: number): number {
    return this.sheet(sheetId).widths.get(column) ?? 48;
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    for (let index = 0; index < columns; index++) this.sheet(sheetId).widths.set(column + index, width);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.sheet(sheetId).heights.get(row) ?? 15;
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number): void {
    for (let index = 0; index < rows; index++) this.sheet(sheetId).heights.set(row + index, height);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.asked.push(`freeze ${this.sheet(sheetId).name} ${rows} ${columns}`);
  }

  setGridlines(sheetId: string, shown: boolean): void {
    this.asked.push(`gridlines ${this.sheet(sheetId).name} ${shown}`);
  }

  setTabColor(sheetId: string, color: string): void {
    this.asked.push(`tab ${this.sheet(sheetId).name} ${color}`);
  }

  merge(sheetId: string, area: CellArea): void {
    this.asked.push(`merge ${this.sheet(sheetId).name} ${areaAddress(area)}`);
  }

  names(): readonly { name: string; formula: string }[] {
    return this.definedNames;
  }

  /** Its formulas refer to cells only. */
  useTables(): void {}

  addName(name: string, formula: string): void {
    this.definedNames.push({ name, formula });
  }

  deleteName(name: string): void {
    this.definedNames = this.definedNames.filter((each) => each.name !== name);
  }

  selection(): { sheetId: string; area: CellArea } {
    return this.selected;
  }

  select(sheetId: string, area: CellArea): void {
    this.activateSheet(sheetId);
    this.selected = { sheetId, area };
  }

  merges(): readonly CellArea[] {
    return [];
  }

  spills(sheetId: string): readonly CellArea[] {
    return [...this.sheet(sheetId).spillAreas.values()];
  }

  note(sheetId: string, row: number, column: number): string | null {
    return this.remarks.find((each) => each.sheetId === sheetId && each.row === row && each.column === column)?.text ?? null;
  }

  comments(): readonly CellComment[] {
    return this.remarks;
  }

  addComment(sheetId: string, row: number, column: number, text: string): string {
    const id = `comment-${this.nextId++}`;
    this.remarks.push({ id, sheetId, row, column, text });
    return id;
  }

  deleteComment(id: string): void {
    this.remarks = this.remarks.filter((each) => each.id !== id);
  }

  async settle(): Promise<void> {
    while (this.calculation) await this.calculation;
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  recalculate(): void {
    this.schedule();
  }

  private emit(event: StoreEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private sheet(id: string): Sheet {
    const sheet = this.list.find((each) => each.id === id);
    if (!sheet) throw new Error(`No sheet ${id}.`);
    return sheet;
  }

  private area(address: string): CellArea {
    const area = parseAddress(address);
    if (!area) throw new Error(`No address: ${address}`);
    return area;
  }

  private content(sheet: Sheet, row: number, column: number): CellContent {
    const cell = sheet.cells.get(key(row, column)) ?? { value: sheet.spilled.get(key(row, column)) ?? null, formula: null };
    return { ...cell, text: String(scriptValue(cell.value)), numberFormat: this.readFormat(sheet.id, row, column).numberFormat ?? "General" };
  }

  /** Calculates in a later task, as a grid does. */
  private schedule(): void {
    this.calculation ??= new Promise((resolve) =>
      setTimeout(() => {
        this.calculation = null;
        this.calculate();
        this.emit({ type: "calculated" });
        resolve();
      }, 0),
    );
  }

  /** Every formula once per pass, until nothing changes. */
  private calculate(): void {
    for (let pass = 0; pass < 20; pass++) {
      const before = JSON.stringify(this.list.map(({ cells, spilled }) => [[...cells], [...spilled]]));
      for (const sheet of this.list) {
        sheet.spilled.clear();
        sheet.spillAreas.clear();
        for (const [at, cell] of sheet.cells) {
          if (cell.formula === null) continue;
          const [row = 0, column = 0] = at.split(",").map(Number);
          const result = this.result(sheet, row, column, cell.formula.slice(1));
          if (!Array.isArray(result)) {
            cell.value = result;
            continue;
          }
          sheet.spillAreas.set(at, { row, column, rows: result.length, columns: result[0]?.length ?? 0 });
          result.forEach((line, r) => line.forEach((value, c) => (r || c ? sheet.spilled.set(key(row + r, column + c), value) : (cell.value = value))));
        }
      }
      if (before === JSON.stringify(this.list.map(({ cells, spilled }) => [[...cells], [...spilled]]))) return;
    }
  }

  private result(sheet: Sheet, row: number, column: number, body: string): CellValue | CellValue[][] {
    const call = /^([A-Z][A-Z0-9.]*)\((.*)\)$/i.exec(body);
    if (!call) return this.argument(sheet, body);
    const args = call[2] === "" ? [] : (call[2] ?? "").split(",").map((text) => this.argument(sheet, text.trim()));
    return this.evaluator?.evaluate({ sheetId: sheet.id, row, column, callIndex: 0, name: (call[1] ?? "").toUpperCase(), args }) ?? { error: "#NAME?" };
  }

  private argument(sheet: Sheet, text: string): CellValue | CellValue[][] {
    if (text === "") return null;
    if (text.startsWith('"')) return text.slice(1, -1);
    if (/^(true|false)$/i.test(text)) return /^t/i.test(text);
    if (Number.isFinite(Number(text))) return Number(text);
    const area = parseAddress(text);
    if (!area) return { error: "#NAME?" };
    const cells = this.read(sheet.id, area).map((line) => line.map(({ value }) => value));
    return area.rows === 1 && area.columns === 1 ? (cells[0]?.[0] ?? null) : cells;
  }
}
