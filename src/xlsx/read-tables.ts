import { parseCellRef, readXlsx, type Sheet, type TableDefinition } from "hucre/xlsx";

/** A cell's value: null for blank, an error as its text "#N/A", a date as its serial number. */
export type FileValue = string | number | boolean | null;

export interface FileTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly FileValue[])[];
}

export interface FileTables {
  readonly sheetNames: readonly string[];
  /** those that the file has, in the order asked for */
  readonly tables: readonly FileTable[];
}

/** Excel's day 0, and the milliseconds of a day. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * Reads Excel tables out of an .xlsx file by their names, in any case. Formulas give the results that stand in the file.
 * @throws Error when the bytes are no such file
 */
export async function readTables(bytes: Uint8Array, names: readonly string[]): Promise<FileTables> {
  const { sheets, tables } = await readSheets(bytes, names);
  return { sheetNames: sheets.map(({ name }) => name), tables };
}

export interface FileSheets {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly FileValue[])[] }[];
  readonly tables: readonly FileTable[];
}

/** The same, with all that the sheets show. */
export async function readSheets(bytes: Uint8Array, names: readonly string[]): Promise<FileSheets> {
  const { sheets } = await readXlsx(bytes);
  const all = sheets.flatMap((sheet) => (sheet.tables ?? []).map((table) => ({ sheet, table })));
  return {
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(fileValue)) })),
    tables: names.flatMap((name) => all.filter(({ table }) => tableName(table).toLowerCase() === name.toLowerCase()).map(({ sheet, table }) => fileTable(sheet, table))),
  };
}

/** The name that Excel shows. */
function tableName({ name, displayName }: TableDefinition): string {
  return displayName ?? name;
}

function fileTable({ rows }: Sheet, table: TableDefinition): FileTable {
  const [from, to] = (table.range ?? "").split(":").map((corner) => parseCellRef(corner));
  const columns = Array.from({ length: to!.col - from!.col + 1 }, (_, i) => from!.col + i);
  const last = table.showTotalRow ? to!.row - 1 : to!.row;
  const row = (r: number): FileValue[] => columns.map((c) => fileValue(rows[r]?.[c]));
  return { name: tableName(table), headers: row(from!.row).map((header) => String(header ?? "")), rows: Array.from({ length: last - from!.row }, (_, i) => row(from!.row + 1 + i)) };
}

function fileValue(value: string | number | boolean | Date | null | undefined): FileValue {
  if (value instanceof Date) return (value.getTime() - SERIAL_ZERO) / DAY;
  return value === undefined || value === "" ? null : value;
}
