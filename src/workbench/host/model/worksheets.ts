import { MAX_COLUMNS, MAX_ROWS } from "../address";
import { color, flag, integer, oneOf, text } from "../arguments";
import { HostError, notImplemented } from "../errors";
import { EVENT, eventMethods, WORKBOOK_TARGET } from "../events";
import { hostObject, type HostObject, type ObjectType, type Scalar } from "../object-type";
import { chartCollectionType } from "./charts";
import { worksheetPropertyTypes } from "./named-map";
import { pageLayoutType } from "./page-layout";
import { rangeArgument, rangeObject, resolveAddress } from "./range";
import type { WorksheetState } from "./states";
import { tableCollectionType, type TablesState } from "./tables";
import type { WorkbookState } from "./workbook-state";

export function worksheetObject(book: WorkbookState, id: string): HostObject {
  book.sheet(id);
  return hostObject(worksheetType, { book, id });
}

/** Excel's rules for sheet names. https://support.microsoft.com/office/rename-a-worksheet */
function checkedName(book: WorkbookState, value: unknown, self: string | null): string {
  const name = text(value);
  const forbidden = name.trim() === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === "history";
  if (forbidden) throw new HostError("InvalidArgument", `"${name}" cannot be the name of a worksheet: 1 to 31 characters, none of : \\ / ? * [ ], no apostrophe at either end, not "History".`);
  if (book.store.sheets().some((each) => each.id !== self && each.name.toLowerCase() === name.toLowerCase())) throw new HostError("ItemAlreadyExists");
  return name;
}

function freeName(book: WorkbookState): string {
  const taken = new Set(book.store.sheets().map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}

function activate({ book, id }: WorksheetState): null {
  const before = book.store.activeSheetId();
  book.store.activateSheet(id);
  book.events.activated(before, id);
  return null;
}

function visibleSheets(book: WorkbookState): readonly string[] {
  return book.store.sheets().map(({ id }) => id).filter((id) => book.sheetState(id).visibility === "Visible");
}

function freeze({ book, id }: WorksheetState, rows: number, columns: number): null {
  if (rows < 0 || columns < 0) throw new HostError("InvalidArgument");
  Object.assign(book.sheetState(id), { frozenRows: rows, frozenColumns: columns });
  book.store.freeze(id, rows, columns);
  return null;
}

function frozenLocation({ book, id }: WorksheetState): HostObject | null {
  const { frozenRows, frozenColumns } = book.sheetState(id);
  if (frozenRows === 0 && frozenColumns === 0) return null;
  return rangeObject(book, id, { row: 0, column: 0, rows: frozenRows || MAX_ROWS, columns: frozenColumns || MAX_COLUMNS });
}

export const freezePanesType: ObjectType<WorksheetState> = {
  wire: "WorksheetFreezePanes",
  methods: {
    FreezeRows: { since: "ExcelApi 1.7", call: (self, [count]) => freeze(self, integer(count ?? 1), 0) },
    FreezeColumns: { since: "ExcelApi 1.7", call: (self, [count]) => freeze(self, 0, integer(count ?? 1)) },
    FreezeAt: {
      since: "ExcelApi 1.7",
      call(self, [range]) {
        if (range === null) return freeze(self, 0, 0);
        const { area } = rangeArgument(self.book, self.id, range);
        return freeze(self, area.rows === MAX_ROWS ? 0 : area.row + area.rows, area.columns === MAX_COLUMNS ? 0 : area.column + area.columns);
      },
    },
    Unfreeze: { since: "ExcelApi 1.7", call: (self) => freeze(self, 0, 0) },
    GetLocationOrNullObject: { since: "ExcelApi 1.7", call: frozenLocation },
  },
};

function setProtected({ book, id }: WorksheetState, isProtected: boolean): null {
  if (isProtected) book.refuseProtected(id);
  book.sheetState(id).isProtected = isProtected;
  return null;
}

/** All or nothing: options such as unlocked cells, and passwords, are not modelled. */
export const protectionType: ObjectType<WorksheetState> = {
  wire: "WorksheetProtection",
  scalars: { Protected: { since: "ExcelApi 1.2", read: ({ book, id }) => book.sheetState(id).isProtected } },
  methods: {
    Protect: {
      since: "ExcelApi 1.2",
      call(self, [options, password]) {
        if (options !== null || password !== null) throw notImplemented("protection with options or a password");
        return setProtected(self, true);
      },
    },
    Unprotect: { since: "ExcelApi 1.7", call: (self) => setProtected(self, false) },
  },
};

function usedRange({ book, id }: WorksheetState): HostObject | null {
  const area = book.store.usedArea(id);
  return area && rangeObject(book, id, area);
}

const showGridlines: Scalar<WorksheetState> = {
  since: "ExcelApi 1.8",
  read: ({ book, id }) => book.sheetState(id).showGridlines,
  write({ book, id }, value) {
    book.sheetState(id).showGridlines = flag(value);
    book.store.setGridlines(id, flag(value));
  },
};

const ownEvents = (self: WorksheetState) => ({ events: self.book.events, target: self.id });

export const worksheetType: ObjectType<WorksheetState> = {
  wire: "Worksheet",
  identity: { field: "Id", of: ({ id }) => id },
  scalars: {
    Id: { since: "ExcelApi 1.1", read: ({ id }) => id },
    Name: {
      since: "ExcelApi 1.1",
      read: ({ book, id }) => book.sheet(id).name,
      write({ book, id }, value) {
        book.store.renameSheet(id, checkedName(book, value, id));
        book.touched();
      },
    },
    Position: {
      since: "ExcelApi 1.1",
      read: ({ book, id }) => book.store.sheets().findIndex((each) => each.id === id),
      write({ book, id }, value) {
        const position = integer(value);
        if (position < 0 || position >= book.store.sheets().length) throw new HostError("InvalidArgument");
        book.store.moveSheet(id, position);
      },
    },
    Visibility: {
      since: "ExcelApi 1.1",
      read: ({ book, id }) => book.sheetState(id).visibility,
      write({ book, id }, value) {
        const visibility = oneOf(["Visible", "Hidden", "VeryHidden"], value);
        if (visibility !== "Visible" && visibleSheets(book).every((each) => each === id)) throw new HostError("InvalidOperation", "A workbook keeps at least one visible worksheet.");
        book.sheetState(id).visibility = visibility;
        book.publishSheetViews();
      },
    },
    TabColor: {
      since: "ExcelApi 1.7",
      read: ({ book, id }) => book.sheetState(id).tabColor,
      write({ book, id }, value) {
        const next = value === "" ? "" : color(value);
        book.sheetState(id).tabColor = next;
        book.store.setTabColor(id, next);
      },
    },
    ShowGridlines: showGridlines,
    /** showGridlines is set under this name. */
    Gridlines: { ...showGridlines, wireOnly: true },
  },
  links: {
    Charts: { since: "ExcelApi 1.1", follow: (self) => hostObject(chartCollectionType, self) },
    Tables: { since: "ExcelApi 1.1", follow: ({ book, id }) => hostObject<TablesState>(tableCollectionType, { book, sheetId: id }) },
    FreezePanes: { since: "ExcelApi 1.7", follow: (self) => hostObject(freezePanesType, self) },
    Protection: { since: "ExcelApi 1.2", follow: (self) => hostObject(protectionType, self) },
    PageLayout: { since: "ExcelApi 1.9", follow: (self) => hostObject(pageLayoutType, self) },
    CustomProperties: { since: "ExcelApi 1.12", follow: ({ book, id }) => hostObject(worksheetPropertyTypes.collection, book.sheetState(id).customProperties) },
  },
  methods: {
    Activate: { since: "ExcelApi 1.1", call: activate },
    Calculate: { since: "ExcelApi 1.6", calculated: true, call: () => null },
    Delete: {
      since: "ExcelApi 1.1",
      call({ book, id }) {
        if (visibleSheets(book).every((each) => each === id)) throw new HostError("InvalidOperation", "A workbook keeps at least one visible worksheet.");
        const before = book.store.activeSheetId();
        book.deleteSheet(id);
        book.events.activated(before, book.store.activeSheetId());
        return null;
      },
    },
    GetRange: {
      since: "ExcelApi 1.1",
      call({ book, id }, [address]) {
        if (address === null || address === undefined || address === "") return rangeObject(book, id, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
        const range = resolveAddress(book, id, text(address));
        return rangeObject(book, range.sheetId, range.area);
      },
    },
    GetCell: { since: "ExcelApi 1.1", call: ({ book, id }, [row, column]) => rangeObject(book, id, { row: integer(row), column: integer(column), rows: 1, columns: 1 }) },
    GetRangeByIndexes: {
      since: "ExcelApi 1.7",
      call: ({ book, id }, [row, column, rows, columns]) => rangeObject(book, id, { row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) }),
    },
    /** A sheet without content answers its top left cell. */
    GetUsedRange: { since: "ExcelApi 1.1", calculated: true, call: (self) => usedRange(self) ?? rangeObject(self.book, self.id, { row: 0, column: 0, rows: 1, columns: 1 }) },
    GetUsedRangeOrNullObject: { since: "ExcelApi 1.4", calculated: true, call: usedRange },
    ...eventMethods("DataChangedEvent", EVENT.dataChanged, ownEvents),
    ...eventMethods("SelectionChangedEvent", EVENT.selectionChanged, ownEvents),
    ...eventMethods("ActivatedEvent", EVENT.activated, ownEvents),
    ...eventMethods("DeactivatedEvent", EVENT.deactivated, ownEvents),
    ...eventMethods("CalculatedEvent", EVENT.calculated, ownEvents),
  },
};

function byKey(book: WorkbookState, key: unknown): HostObject | null {
  const sheet = book.findSheet(text(key));
  return sheet && worksheetObject(book, sheet.id);
}

function end(book: WorkbookState, last: boolean, visibleOnly: unknown): HostObject {
  const ids = visibleOnly === true ? visibleSheets(book) : book.store.sheets().map(({ id }) => id);
  const id = last ? ids.at(-1) : ids[0];
  if (id === undefined) throw new HostError("ItemNotFound");
  return worksheetObject(book, id);
}

const allEvents = (book: WorkbookState) => ({ events: book.events, target: WORKBOOK_TARGET });

export const worksheetCollectionType: ObjectType<WorkbookState> = {
  wire: "WorksheetCollection",
  methods: {
    Add: {
      since: "ExcelApi 1.1",
      call(book, [name]) {
        const id = book.store.addSheet(name === null || name === undefined ? freeName(book) : checkedName(book, name, null));
        book.touched();
        book.publishSheetViews();
        book.events.worksheetAdded(id);
        return worksheetObject(book, id);
      },
    },
    GetActiveWorksheet: { since: "ExcelApi 1.1", call: (book) => worksheetObject(book, book.store.activeSheetId()) },
    GetCount: { since: "ExcelApi 1.4", call: (book, [visibleOnly]) => (visibleOnly === true ? visibleSheets(book) : book.store.sheets()).length },
    GetFirst: { since: "ExcelApi 1.5", call: (book, [visibleOnly]) => end(book, false, visibleOnly) },
    GetLast: { since: "ExcelApi 1.5", call: (book, [visibleOnly]) => end(book, true, visibleOnly) },
    GetItemOrNullObject: { since: "ExcelApi 1.4", call: (book, [key]) => byKey(book, key) },
    ...eventMethods("DataChangedEvent", EVENT.dataChanged, allEvents),
    ...eventMethods("SelectionChangedEvent", EVENT.selectionChanged, allEvents),
    ...eventMethods("ActivatedEvent", EVENT.activated, allEvents),
    ...eventMethods("DeactivatedEvent", EVENT.deactivated, allEvents),
    ...eventMethods("CalculatedEvent", EVENT.calculated, allEvents),
    ...eventMethods("AddedEvent", EVENT.added, allEvents),
    ...eventMethods("DeletedEvent", EVENT.deleted, allEvents),
  },
  items: (book) => book.store.sheets().map(({ id }) => worksheetObject(book, id)),
  item: byKey,
};
