// Rows added to the end of a table. What stands below is not moved.
import { flag } from "../arguments";
import { HostError, notImplemented } from "../errors";
import { hostObject, type ObjectType } from "../object-type";
import { rangeObject } from "./range";
import { writeCells } from "./range-write";
import type { TableState } from "./states";
import type { TableModel } from "./workbook-state";

interface TableRowState extends TableState {
  /** counted from 0, without the header */
  readonly index: number;
}

function model({ book, id }: TableState): TableModel {
  const found = book.tables.find((each) => each.id === id);
  if (!found) throw new HostError("ItemNotFound");
  return found;
}

const tableRowType: ObjectType<TableRowState> = {
  wire: "TableRow",
  scalars: { Index: { since: "ExcelApi 1.1", read: ({ index }) => index } },
  methods: {
    GetRange: {
      since: "ExcelApi 1.1",
      call(self) {
        const { sheetId, ...area } = model(self).area;
        return rangeObject(self.book, sheetId, { ...area, row: area.row + 1 + self.index, rows: 1 });
      },
    },
  },
};

/** The new cells take the number formats of the row above, as Excel has it. */
function add(self: TableState, [index, values, alwaysInsert]: readonly unknown[]): unknown {
  const { book } = self;
  const table = model(self);
  const { sheetId, ...area } = table.area;
  const count = Array.isArray(values) ? values.length : 1;
  if ((index !== null && index !== undefined && index !== -1) || (alwaysInsert !== undefined && alwaysInsert !== null && !flag(alwaysInsert))) throw notImplemented("rows added anywhere but at the end of a table");
  const added = { ...area, row: area.row + area.rows, rows: count };
  if (book.store.read(sheetId, added).some((row) => row.some(({ value }) => value !== null))) throw notImplemented("rows added to a table with something below it");
  const above = book.store.read(sheetId, { ...area, row: added.row - 1, rows: 1 })[0] ?? [];
  book.store.writeNumberFormats(sheetId, added, Array.from({ length: count }, () => above.map(({ numberFormat }) => numberFormat)));
  if (Array.isArray(values)) writeCells({ book, sheetId, area: added }, values);
  book.tables = book.tables.map((each) => (each.id === table.id ? { ...each, area: { ...table.area, rows: area.rows + count } } : each));
  return hostObject(tableRowType, { book, id: table.id, index: area.rows - 1 });
}

const tableRowCollectionType: ObjectType<TableState> = {
  wire: "TableRowCollection",
  scalars: { Count: { since: "ExcelApi 1.1", read: (self) => model(self).area.rows - 1 } },
  methods: { Add: { since: "ExcelApi 1.1", calculated: true, call: add } },
};

export const tableRowTypes = { collection: tableRowCollectionType, entry: tableRowType } as const;
