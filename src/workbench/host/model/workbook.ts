import { parseAddress } from "../address";
import { oneOf, text } from "../arguments";
import { HostError, notImplemented } from "../errors";
import type { ObjectEvents } from "../events";
import { hostObject, type HostObject, type ObjectType } from "../object-type";
import type { SheetStore } from "../store";
import { commentCollectionType } from "./comments";
import { workbookPropertyTypes, settingTypes } from "./named-map";
import { nameCollectionType } from "./names";
import { rangeObject } from "./range";
import { tableCollectionType, type TablesState } from "./tables";
import { WorkbookState } from "./workbook-state";
import { worksheetCollectionType, worksheetObject } from "./worksheets";

/** The workbook over a grid, as the object model has it. */
export function openWorkbook(store: SheetStore, documentName: string, events: ObjectEvents, openNew: WorkbookState["openNew"] = refuseNew): WorkbookState {
  return new WorkbookState(store, documentName, events, { worksheet: worksheetObject, range: rangeObject }, openNew);
}

function refuseNew(): never {
  throw notImplemented("another workbook");
}

export const applicationType: ObjectType<WorkbookState> = {
  wire: "Application",
  scalars: {
    /** The workbench always calculates automatically; other modes are kept and read back. */
    CalculationMode: {
      since: "ExcelApi 1.1",
      read: (book) => book.calculationMode,
      write: (book, value) => void (book.calculationMode = oneOf(["Automatic", "AutomaticExceptTables", "Manual"], value)),
    },
    CalculationState: { since: "ExcelApi 1.9", calculated: true, read: () => "Done" },
  },
  methods: {
    Calculate: { since: "ExcelApi 1.1", calculated: true, call: () => null },
    SuspendApiCalculationUntilNextSync: { since: "ExcelApi 1.6", call: () => null },
    SuspendScreenUpdatingUntilNextSync: { since: "ExcelApi 1.9", call: () => null },
  },
};

export const propertiesType: ObjectType<WorkbookState> = {
  wire: "DocumentProperties",
  links: { Custom: { since: "ExcelApi 1.7", follow: (book) => hostObject(workbookPropertyTypes.collection, book.customProperties) } },
};

/** The reference of a change event is the full address. */
function eventRange(book: WorkbookState, reference: unknown): HostObject | null {
  const parsed = typeof reference === "string" ? parseAddress(reference) : null;
  const sheet = parsed?.sheet ? book.findSheet(parsed.sheet) : null;
  return parsed && sheet && rangeObject(book, sheet.id, parsed);
}

export const workbookType: ObjectType<WorkbookState> = {
  wire: "Workbook",
  scalars: {
    Name: { since: "ExcelApi 1.7", read: (book) => book.documentName },
    ReadOnly: { since: "ExcelApi 1.8", read: () => false },
  },
  links: {
    Application: { since: "ExcelApi 1.1", follow: (book) => hostObject(applicationType, book) },
    Worksheets: { since: "ExcelApi 1.1", follow: (book) => hostObject(worksheetCollectionType, book) },
    Tables: { since: "ExcelApi 1.1", follow: (book) => hostObject<TablesState>(tableCollectionType, { book, sheetId: null }) },
    Comments: { since: "ExcelApi 1.10", follow: (book) => hostObject(commentCollectionType, book) },
    Names: { since: "ExcelApi 1.1", follow: (book) => hostObject(nameCollectionType, book) },
    Properties: { since: "ExcelApi 1.7", follow: (book) => hostObject(propertiesType, book) },
    Settings: { since: "ExcelApi 1.4", follow: (book) => hostObject(settingTypes.collection, book.settings) },
  },
  methods: {
    /** What Excel.createWorkbook() asks Excel on the web. */
    CreateAndOpenWorkbook: { call: (book, [base64]) => (book.openNew(base64 === null || base64 === undefined ? null : text(base64)), null) },
    GetSelectedRange: {
      since: "ExcelApi 1.1",
      call(book) {
        const { sheetId, area } = book.store.selection();
        return rangeObject(book, sheetId, area);
      },
    },
    GetActiveCell: {
      since: "ExcelApi 1.7",
      call(book) {
        const { sheetId, area } = book.store.selection();
        return rangeObject(book, sheetId, { ...area, rows: 1, columns: 1 });
      },
    },
    _GetRangeForEventByReferenceId: {
      call(book, [reference]) {
        const range = eventRange(book, reference);
        if (!range) throw new HostError("InvalidReference");
        return range;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: { call: (book, [reference]) => eventRange(book, reference) },
  },
};
