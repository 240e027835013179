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
  frozenRows: number;
  frozenColumns: number;
  orientation: "Portrait" | "Landscape";
  readonly customProperties: Map<string, string>;
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

  constructor(
    readonly store: SheetStore,
    readonly documentName: string,
    readonly events: ObjectEvents,
    readonly owners: Owners,
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
    if (!state) this.sheetStates.set(id, (state = { visibility: "Visible", tabColor: "", showGridlines: true, frozenRows: 0, frozenColumns: 0, orientation: "Portrait", customProperties: new Map() }));
    return state;
  }

  publishSheetViews(): void {
    this.sheetViews.set(this.store.sheets().map(({ id }) => ({ sheetId: id, visibility: this.sheetState(id).visibility })));
  }

  deleteSheet(id: string): void {
    this.store.deleteSheet(id);
    this.sheetStates.delete(id);
    this.charts.set(this.charts.get().filter(({ sheetId }) => sheetId !== id));
    this.conditionalFormats.set(this.conditionalFormats.get().filter(({ area }) => area.sheetId !== id));
    this.validations.set(this.validations.get().filter(({ area }) => area.sheetId !== id));
    this.publishSheetViews();
    this.touched();
    this.events.worksheetDeleted(id);
  }

  /** Conditional formats and validations of an area go with its formats. */
  clearRules(sheetId: string, area: CellArea): void {
    const outside = (rule: { readonly area: CellArea & { readonly sheetId: string } }) => rule.area.sheetId !== sheetId || !intersection(rule.area, area);
    if (!this.conditionalFormats.get().every(outside)) this.conditionalFormats.set(this.conditionalFormats.get().filter(outside));
    if (!this.validations.get().every(outside)) this.validations.set(this.validations.get().filter(outside));
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
