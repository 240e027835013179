import type { SheetTable } from "../model-sheets";

export interface TableBefore extends SheetTable {
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showFilterButton: boolean;
}

/** A sheet that may be replaced, as it was before. */
export interface SheetBefore {
  readonly name: string;
  /** how far its cells reach */
  readonly rows: number;
  readonly columns: number;
  readonly charts: readonly { readonly id: string; readonly name: string }[];
  readonly tables: readonly TableBefore[];
}

export interface WorkbookBefore {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly tableNames: readonly string[];
  readonly replaceable: readonly SheetBefore[];
}

/** What the workbook holds, and more of the sheets that may be replaced, in one round trip, or two where these have tables. */
export async function readBefore(replaceSheets: readonly string[]): Promise<WorkbookBefore> {
  return Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/id,items/name");
    tables.load("items/name");
    const asked = replaceSheets.map((name) => {
      const sheet = worksheets.getItemOrNullObject(name).load("name");
      return {
        sheet, protection: sheet.protection.load("protected"), used: sheet.getUsedRangeOrNullObject().load("rowIndex,rowCount,columnIndex,columnCount"), charts: sheet.charts.load("items/id,items/name"),
        tables: sheet.tables.load("items/name,items/style,items/showBandedRows,items/showFilterButton"),
      };
    });
    await context.sync();
    const there = asked.filter(({ sheet }) => !sheet.isNullObject).map((each) => ({
      ...each, tables: each.tables.items.map((table) => ({ table, range: table.getRange().load("address") })),
    }));
    // Known before anything is touched: a protected sheet could not be put back either.
    if (there.some(({ protection }) => protection.protected)) throw Object.assign(new Error("A sheet is protected."), { code: "AccessDenied" });
    if (there.some((each) => each.tables.length > 0)) await context.sync();
    return {
      sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
      tableNames: tables.items.map(({ name }) => name),
      replaceable: there.map(({ sheet, used, charts, ...each }) => ({
        name: sheet.name,
        rows: used.isNullObject ? 1 : used.rowIndex + used.rowCount,
        columns: used.isNullObject ? 1 : used.columnIndex + used.columnCount,
        charts: charts.items.map(({ id, name }) => ({ id, name })),
        tables: each.tables.map(({ table: { name, style, showBandedRows, showFilterButton }, range }) => ({ name, address: withoutSheet(range.address), style, showBandedRows, showFilterButton })),
      })),
    };
  });
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
