// The state behind the object model: the store, plus what a workbook has and the store does not
// (visibility, charts, conditional formats, validations, properties, settings).
import type { ChartModel, ConditionalFormatModel, DataValidationModel, SheetView } from "../contract";
import { HostError } from "../errors";
import { intersection } from "../address";
import type { ObjectEvents } from "../events";
import type { HostObject } from "../object-type";
import type { CellArea, SheetInfo, SheetStore } from "../store";
import { Watched } from "../watched";

export interface SheetState {
  visibility: SheetView["visibility"];
  tabColor: string;
  showGridlines: boolean;
  isProtected: boolean;
  frozenRows: number;
  frozenColumns: number;
  readonly print: PrintSettings;
  readonly customProperties: Map<string, string>;
}

/** How a sheet prints, as the add-in asked for it: the workbench prints nothing. */
export interface PrintSettings {
  orientation: "Portrait" | "Landscape";
  /** null is all of the sheet */
  area: CellArea | null;
  titleRows: CellArea | null;
  titleColumns: CellArea | null;
  zoom: Readonly<Record<string, number>>;
  readonly margins: Record<"LeftHeader" | "CenterHeader" | "RightHeader" | "LeftFooter" | "CenterFooter" | "RightFooter", string>;
}

/** A table: its area has a header row above at least one row of data. */
export interface TableModel {
  readonly id: string;
  readonly name: string;
  readonly area: CellArea & { readonly sheetId: string };
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showFilterButton: boolean;
}

/**
 * The objects that their parts lead back to: a range or chart to its worksheet, a conditional format to its range.
 * The files of owners import those of their parts, so the parts reach their owners through the workbook.
 */
export interface Owners {
  worksheet(book: WorkbookState, id: string): HostObject;
  range(book: WorkbookState, sheetId: string, area: CellArea): HostObject;
}

export class WorkbookState {
  readonly charts = new Watched<readonly ChartModel[]>([]);
  readonly conditionalFormats = new Watched<readonly ConditionalFormatModel[]>([]);
  readonly validations = new Watched<readonly DataValidationModel[]>([]);
  readonly sheetViews = new Watched<readonly SheetView[]>([]);
  readonly customProperties = new Map<string, string | number | boolean>();
  readonly settings = new Map<string, unknown>();
  readonly nameDetails = new Map<string, { comment: string; visible: boolean }>();
  calculationMode = "Automatic";
  private readonly sheetStates = new Map<string, SheetState>();
  private nextId = 1;
  private settled = false;
  private allTables: readonly TableModel[] = [];

  constructor(
    readonly store: SheetStore,
    readonly documentName: string,
    readonly events: ObjectEvents,
    readonly owners: Owners,
    /** Another workbook is asked for: from the base64 text of a file, or empty. */
    readonly openNew: (base64: string | null) => void,
  ) {}

  newId(): string {
    return `{00000000-0000-4000-8000-${String(this.nextId++).padStart(12, "0")}}`;
  }

  /** Calculation may be due: to be called after every write, and before each batch (users write too). */
  touched(): void {
    this.settled = false;
  }

  async settle(): Promise<void> {
    if (this.settled) return;
    await this.store.settle();
    this.settled = true;
  }

  sheet(id: string): SheetInfo {
    const sheet = this.store.sheets().find((each) => each.id === id);
    if (!sheet) throw new HostError("ItemNotFound");
    return sheet;
  }

  /** By id or by name in any case, or null. */
  findSheet(key: unknown): SheetInfo | null {
    const wanted = String(key);
    const sheets = this.store.sheets();
    return sheets.find(({ id }) => id === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
  }

  sheetState(id: string): SheetState {
    this.sheet(id);
    let state = this.sheetStates.get(id);
    if (!state) this.sheetStates.set(id, (state = newSheetState()));
    return state;
  }

  /** Of a protected sheet every cell is locked here. */
  refuseProtected(sheetId: string): void {
    if (this.sheetState(sheetId).isProtected) throw new HostError("AccessDenied", `The sheet "${this.sheet(sheetId).name}" is protected.`);
  }

  publishSheetViews(): void {
    this.sheetViews.set(this.store.sheets().map(({ id }) => ({ sheetId: id, visibility: this.sheetState(id).visibility, printArea: this.sheetState(id).print.area })));
  }

  deleteSheet(id: string): void {
    this.store.deleteSheet(id);
    this.sheetStates.delete(id);
    this.charts.set(this.charts.get().filter(({ sheetId }) => sheetId !== id));
    this.conditionalFormats.set(this.conditionalFormats.get().filter(({ area }) => area.sheetId !== id));
    this.validations.set(this.validations.get().filter(({ area }) => area.sheetId !== id));
    this.tables = this.tables.filter(({ area }) => area.sheetId !== id);
    this.publishSheetViews();
    this.touched();
    this.events.worksheetDeleted(id);
  }

  /** Conditional formats of an area go with its formats. */
  clearConditionalFormats(sheetId: string, area: CellArea): void {
    this.conditionalFormats.set(this.conditionalFormats.get().filter(isOutside(sheetId, area)));
  }

  clearValidations(sheetId: string, area: CellArea): void {
    this.validations.set(this.validations.get().filter(isOutside(sheetId, area)));
  }

  /** Copies an area to the same place of another sheet, conditional formats with the formats. */
  copy(fromSheetId: string, sheetId: string, area: CellArea, what: "Contents" | "Formats"): void {
    this.store.copy(fromSheetId, sheetId, area, what);
    this.touched();
    if (what === "Contents") return;
    this.clearConditionalFormats(sheetId, area);
    const isCopied = (each: ConditionalFormatModel) => each.area.sheetId === fromSheetId && intersection(each.area, area);
    const copies = this.conditionalFormats.get().filter(isCopied).map((each) => ({ ...each, id: this.newId(), area: { ...intersection(each.area, area)!, sheetId } }));
    this.conditionalFormats.set([...this.conditionalFormats.get(), ...copies]);
  }

  get tables(): readonly TableModel[] {
    return this.allTables;
  }

  set tables(tables: readonly TableModel[]) {
    this.allTables = tables;
    this.store.useTables(tables.map(({ name, area: { sheetId, ...area } }) => ({ name, sheetId, area })));
    this.touched();
  }

  /** By id or by name in any case, or null. */
  findTable(key: string): TableModel | null {
    return this.tables.find(({ id }) => id === key) ?? this.tables.find(({ name }) => name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  changeChart(id: string, change: Partial<ChartModel>): void {
    this.charts.set(this.charts.get().map((chart) => (chart.id === id ? { ...chart, ...change } : chart)));
  }

  chart(id: string): ChartModel {
    const chart = this.charts.get().find((each) => each.id === id);
    if (!chart) throw new HostError("ItemNotFound");
    return chart;
  }
}

function newSheetState(): SheetState {
  const margins = { LeftHeader: "", CenterHeader: "", RightHeader: "", LeftFooter: "", CenterFooter: "", RightFooter: "" };
  return {
    visibility: "Visible", tabColor: "", showGridlines: true, isProtected: false, frozenRows: 0, frozenColumns: 0, customProperties: new Map(),
    print: { orientation: "Portrait", area: null, titleRows: null, titleColumns: null, zoom: { scale: 100 }, margins },
  };
}

function isOutside(sheetId: string, area: CellArea): (rule: { readonly area: CellArea & { readonly sheetId: string } }) => boolean {
  return (rule) => rule.area.sheetId !== sheetId || !intersection(rule.area, area);
}
