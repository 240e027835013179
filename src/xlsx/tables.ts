import { parseCellRef, type TableDefinition } from "hucre/xlsx";
import type { Sheet, SheetTable } from "../model-sheets";

/**
 * A table whose looks are its cells' own: no table style adds to them.
 * @throws Error when its header cells are no distinct texts, which Excel would repair
 */
export function fileTable({ name, address }: SheetTable, { rows }: Sheet): TableDefinition {
  const [from, to] = address.split(":").map((corner) => parseCellRef(corner));
  const headers = (rows[from!.row] ?? []).slice(from!.col, to!.col + 1).map((cell) => (typeof cell?.content === "string" ? cell.content : ""));
  const distinct = new Set(headers.filter((header) => header !== "").map((header) => header.toLowerCase()));
  if (distinct.size < to!.col - from!.col + 1) throw new Error(`The headers of table ${name} must be distinct texts.`);
  return { name, range: address, columns: headers.map((header) => ({ name: header })), style: "TableStyleLight1", showRowStripes: false };
}
