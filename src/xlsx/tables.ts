import { parseCellRef, type TableDefinition } from "hucre/xlsx";
import type { Sheet, SheetTable } from "../model-sheets";

/**
 * A table whose looks are its cells' own: no table style adds to them.
 * @throws Error when its header cells are no distinct texts, which Excel would repair
 */
export function fileTable({ name, address }: SheetTable, { rows }: Sheet): TableDefinition {
  const [from, to] = address.split(":").map((corner) => parseCellRef(corner));
  const headers = (rows[from!.row] ?? []).slice(from!.col, to!.col + 1).map((cell) => cell?.content);
  const isSound = headers.length === to!.col - from!.col + 1 && headers.every((header) => typeof header === "string" && header !== "");
  if (!isSound || new Set(headers.map((header) => String(header).toLowerCase())).size < headers.length) throw new Error(`The headers of table ${name} must be distinct texts.`);
  return { name, range: address, columns: headers.map((header) => ({ name: String(header) })), style: "TableStyleLight1", showRowStripes: false };
}
