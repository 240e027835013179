// What the workbench page and the tests see of the host. Nothing here knows a DOM: the page (or a jsdom shell)
// carries the text messages between the add-in's frame and `receive`/`post`.
import type { CellArea, FunctionEvaluator, RecalculationTarget, SheetStore } from "./store";

/** The parts of functions.json that Excel reads when it calls a function. */
export interface FunctionMetadata {
  readonly functions: readonly FunctionDefinition[];
  /** Lets errors through to parameters of type "any". At the top level only: Excel reads it nowhere else. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface FunctionParameter {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface HostOptions {
  readonly store: SheetStore;
  /** functions.json as built. */
  readonly metadata: FunctionMetadata;
  /** The manifest's function namespace, e.g. "MINE". */
  readonly namespace: string;
  /** The manifest's requirement sets, e.g. { ExcelApi: "1.12", SharedRuntime: "1.1" }. Members above them are refused. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Sends one text message to the add-in's frame (browser: `frame.contentWindow.postMessage(text, addinOrigin)`). */
  post(text: string): void;
  /** Origin of the page that plays Excel. office.js accepts it only over https and with the add-in's own host name. */
  readonly origin: string;
  readonly documentName?: string;
  readonly locale?: string;
  /** Document settings the file already holds: name to JSON text. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when the add-in shows or hides its task pane (Office.addin.showAsTaskpane / hide). */
  onShowPane?(shown: boolean): void;
  /** Whether a cell is being edited: Excel then refuses every batch that does not ask to be delayed. */
  isEditing?(): boolean;
  /** Called when keyboard focus leaves the frame with Tab (+1) or Shift+Tab (-1). */
  onFocusLeaves?(direction: 1 | -1): void;
  /** Called with the file that the add-in wants opened as another workbook; null for an empty one. Left out, that is refused. */
  onNewWorkbook?(file: Uint8Array | null): void;
  readonly faults?: Faults;
}

/** Failures that nobody can provoke by hand in Excel, for tests. Fields may be changed while the host runs. */
export interface Faults {
  /** The next `count` object-model batches are answered with this error: 5004 cell edit mode, 5102 activity limit, 7000 access denied, … */
  failNext?: { error: number; count: number };
  /** Milliseconds every object-model batch waits before it runs. */
  latencyMs?: number;
}

/** A value that can be watched: `get()` now, `subscribe()` for changes (the listener is called after each change). */
export interface Observable<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
}

export interface SheetArea extends CellArea {
  readonly sheetId: string;
}

export interface ChartSeriesModel {
  readonly id: string;
  /** A text, or the cell that holds it. */
  readonly name: string | SheetArea;
  readonly values: SheetArea | null;
  readonly categories: SheetArea | null;
  readonly chartType: string;
  readonly axisGroup: string;
  readonly lineColor: string | null;
  readonly lineWeight: number | null;
  readonly lineStyle: string | null;
  readonly fillColor: string | null;
  readonly markerStyle: string;
  readonly smooth: boolean;
}

export interface ChartAxisModel {
  readonly title: string;
  readonly titleVisible: boolean;
  readonly visible: boolean;
  readonly numberFormat: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorGridlines: boolean;
  /** "NextToAxis", "Low" (at the lower end of the other axis), "High" or "None". */
  readonly tickLabelPosition: string;
}

/** A chart as the page draws it. Positions and sizes are points from the sheet's top left corner. */
export interface ChartModel {
  readonly id: string;
  readonly sheetId: string;
  readonly name: string;
  /** Excel.ChartType, e.g. "Line", "ColumnClustered". */
  readonly type: string;
  readonly title: string;
  readonly titleVisible: boolean;
  readonly legendVisible: boolean;
  readonly legendPosition: string;
  readonly valueAxis: ChartAxisModel;
  readonly categoryAxis: ChartAxisModel;
  readonly series: readonly ChartSeriesModel[];
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface ConditionalFormatModel {
  readonly id: string;
  readonly area: SheetArea;
  readonly type: "CellValue" | "Custom";
  /** CellValue: {formula1, formula2?, operator}; Custom: {formula}. */
  readonly rule: Readonly<Record<string, string>> | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly fillColor: string | null;
  readonly priority: number;
  readonly stopIfTrue: boolean;
}

export interface DataValidationModel {
  readonly area: SheetArea;
  /** As Office.js has it: one key such as `decimal`, `list`, `wholeNumber`, `custom`. */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly errorAlert: Readonly<Record<string, unknown>> | null;
  readonly prompt: Readonly<Record<string, unknown>> | null;
  readonly ignoreBlanks: boolean;
}

export interface SheetView {
  readonly sheetId: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** What is printed, or null for all. */
  readonly printArea: CellArea | null;
}

/** One thing the add-in asked for, in order, for the page's log. */
export interface CallLogEntry {
  readonly kind: "member" | "function" | "service" | "refused";
  /** "Range.Values", "Worksheets.Add", "MINE.HASHPRICE" … */
  readonly name: string;
  readonly count: number;
}

export interface Host {
  /** A text message from the add-in's frame. The transport has already checked its origin; the conversation is checked here. */
  receive(text: string): void;
  /** JSON text for the frame's `name`; the frame's `src` is the add-in's own address, untouched. */
  frameName(): string;
  /** Resolves when the add-in has asked for the application context, i.e. office.js trusts this page and runs. */
  readonly connected: Promise<void>;

  readonly evaluator: FunctionEvaluator;
  /** Where cells are announced whose function results have arrived. */
  connect(target: RecalculationTarget): void;
  /** The sentence for a cell's note when a function of the cell gave the error the cell shows; null otherwise. */
  errorMessage(sheetId: string, row: number, column: number): string | null;
  /** Function calls asked of the add-in and not yet answered. */
  pendingFunctions(): number;
  /** Resolves when no batch runs, no function call is pending and the store has settled. */
  idle(): Promise<void>;

  readonly charts: Observable<readonly ChartModel[]>;
  readonly conditionalFormats: Observable<readonly ConditionalFormatModel[]>;
  readonly validations: Observable<readonly DataValidationModel[]>;
  readonly sheetViews: Observable<readonly SheetView[]>;
  /** What the add-in called, most recent last, repeats of the last entry counted; at most 500 entries. */
  readonly calls: Observable<readonly CallLogEntry[]>;

  /** A ribbon button of type ExecuteFunction. Resolves when the add-in calls event.completed(). */
  invokeCommand(functionName: string, controlId: string): Promise<void>;
  /** The user opened or closed the pane; the add-in is told (onVisibilityModeChanged). */
  setPaneShown(shown: boolean): void;
  /** Document settings as saved by the add-in: name to JSON text. */
  settings(): Readonly<Record<string, string>>;
  dispose(): void;
}
