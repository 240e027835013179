// Tables: a name, an area and a look of their own over cells. They do not grow with what is written below them.
import { areaAddress, intersection } from "../address";
import { flag, text } from "../arguments";
import { HostError, notImplemented } from "../errors";
import { hostObject, stateOf, type HostObject, type ObjectType } from "../object-type";
import type { CellArea } from "../store";
import { checkedName } from "./names";
import { rangeObject, rangeType, resolveAddress } from "./range";
import type { TableState } from "./states";
import { tableRowTypes } from "./table-rows";
import type { TableModel, WorkbookState } from "./workbook-state";

/** The tables of one sheet, or with null those of the workbook. */
export interface TablesState {
  readonly book: WorkbookState;
  readonly sheetId: string | null;
}

/** Excel's own look for a new table. */
const NEW_STYLE = "TableStyleMedium2";

function model({ book, id }: TableState): TableModel {
  const found = book.tables.find((each) => each.id === id);
  if (!found) throw new HostError("ItemNotFound");
  return found;
}

function change(self: TableState, patch: Partial<TableModel>): void {
  const { id } = model(self);
  self.book.tables = self.book.tables.map((each) => (each.id === id ? { ...each, ...patch } : each));
}

function remove(self: TableState): TableModel {
  const table = model(self);
  self.book.tables = self.book.tables.filter(({ id }) => id !== table.id);
  return table;
}

/** Names of tables and defined names share one space. */
function freeName(self: TableState, value: unknown): string {
  const name = checkedName(value);
  const same = self.book.findTable(name);
  const isTaken = (same && same.id !== self.id) || self.book.store.names().some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new HostError("InvalidArgument", `"${name}" is the name of another table or of cells.`);
  return name;
}

function part(self: TableState, cut: (area: CellArea) => Partial<CellArea>): HostObject {
  const { area: { sheetId, ...area } } = model(self);
  return rangeObject(self.book, sheetId, { ...area, ...cut(area) });
}

export const tableType: ObjectType<TableState> = {
  wire: "Table",
  identity: { field: "Id", of: ({ id }) => id },
  scalars: {
    Id: { since: "ExcelApi 1.1", read: ({ id }) => id },
    Name: { since: "ExcelApi 1.1", read: (self) => model(self).name, write: (self, value) => change(self, { name: freeName(self, value) }) },
    Style: { since: "ExcelApi 1.1", read: (self) => model(self).style, write: (self, value) => change(self, { style: text(value) }) },
    ShowHeaders: { since: "ExcelApi 1.1", read: () => true },
    ShowBandedRows: { since: "ExcelApi 1.3", read: (self) => model(self).showBandedRows, write: (self, value) => change(self, { showBandedRows: flag(value) }) },
    ShowFilterButton: { since: "ExcelApi 1.3", read: (self) => model(self).showFilterButton, write: (self, value) => change(self, { showFilterButton: flag(value) }) },
  },
  links: {
    Rows: { since: "ExcelApi 1.1", follow: (self) => hostObject(tableRowTypes.collection, self) },
    Worksheet: { since: "ExcelApi 1.2", follow: (self) => self.book.owners.worksheet(self.book, model(self).area.sheetId) },
  },
  methods: {
    GetRange: { since: "ExcelApi 1.1", call: (self) => part(self, () => ({})) },
    GetHeaderRowRange: { since: "ExcelApi 1.1", call: (self) => part(self, () => ({ rows: 1 })) },
    GetDataBodyRange: { since: "ExcelApi 1.1", call: (self) => part(self, ({ row, rows }) => ({ row: row + 1, rows: rows - 1 })) },
    ConvertToRange: {
      since: "ExcelApi 1.2",
      call(self) {
        const { area } = remove(self);
        return rangeObject(self.book, area.sheetId, area);
      },
    },
    Delete: {
      since: "ExcelApi 1.1",
      call(self) {
        const { area } = remove(self);
        self.book.store.clear(area.sheetId, area, "All");
        self.book.touched();
        return null;
      },
    },
  },
};

/** A header that Excel would have to invent or change is refused. */
function checkHeaders(book: WorkbookState, sheetId: string, area: CellArea): void {
  const headers = (book.store.read(sheetId, { ...area, rows: 1 })[0] ?? []).map(({ value }) => (typeof value === "string" ? value.toLowerCase() : ""));
  if (headers.includes("") || new Set(headers).size < headers.length) throw notImplemented("tables whose headers are no distinct texts");
}

function add({ book, sheetId }: TablesState, [address, hasHeaders]: readonly unknown[]): HostObject {
  const { area, ...place } = stateOf(rangeType, address) ?? resolveAddress(book, sheetId ?? book.store.activeSheetId(), text(address));
  if (sheetId !== null && place.sheetId !== sheetId) throw new HostError("InvalidArgument");
  if (!flag(hasHeaders) || area.rows < 2) throw notImplemented("tables without a header row or without rows");
  if (book.tables.some((each) => each.area.sheetId === place.sheetId && intersection(each.area, area))) throw new HostError("InvalidArgument", `Another table covers cells of ${areaAddress(area)}.`);
  checkHeaders(book, place.sheetId, area);
  let number = 1;
  while (book.findTable(`Table${number}`)) number++;
  const table: TableModel = { id: book.newId(), name: `Table${number}`, area: { ...area, sheetId: place.sheetId }, style: NEW_STYLE, showBandedRows: true, showFilterButton: true };
  book.tables = [...book.tables, table];
  return hostObject(tableType, { book, id: table.id });
}

function all({ book, sheetId }: TablesState): readonly TableModel[] {
  return sheetId === null ? book.tables : book.tables.filter(({ area }) => area.sheetId === sheetId);
}

function find(self: TablesState, key: unknown): HostObject | null {
  const table = self.book.findTable(text(key));
  return table && all(self).includes(table) ? hostObject(tableType, { book: self.book, id: table.id }) : null;
}

export const tableCollectionType: ObjectType<TablesState> = {
  wire: "TableCollection",
  scalars: { Count: { since: "ExcelApi 1.1", read: (self) => all(self).length } },
  methods: {
    Add: { since: "ExcelApi 1.1", calculated: true, call: add },
    GetCount: { since: "ExcelApi 1.4", call: (self) => all(self).length },
    GetItemAt: {
      since: "ExcelApi 1.1",
      call(self, [index]) {
        const table = all(self)[Number(index)];
        if (!table) throw new HostError("InvalidArgument");
        return hostObject(tableType, { book: self.book, id: table.id });
      },
    },
    GetItemOrNullObject: { since: "ExcelApi 1.4", call: (self, [key]) => find(self, key) },
  },
  items: (self) => all(self).map(({ id }) => hostObject(tableType, { book: self.book, id })),
  item: find,
};
