import type { DocumentTable } from "../../planning/portfolio/document-table";
import { FORMATS } from "../looks";
import type { Cell, Sheet } from "../workbook";
import { excelTable, placeTables, tableRows } from "./input-tables";
import { padded } from "./inputs-sheet";

const FIRST_TABLE_ROW = 4;

/** The hourly prices that the price-duration tables were computed from. */
export function hourlySheet(table: DocumentTable, name: string): Sheet {
  const placed = placeTables([table], FIRST_TABLE_ROW).placed[0]!;
  const width = table.columns.length;
  const rows: (Cell | null)[][] = [
    [{ content: "Hourly prices", look: "title" }],
    [{ content: "From 1 January, in local standard time. The price-duration tables on Power were computed from them when the workbook was built: a change here has no effect until it is built again.", look: "remark" }],
    [],
    ...tableRows(placed, (_, column) => (column.key === "hour" ? "label" : "constant")),
  ];
  return {
    name, rows: rows.map((row) => padded(row, width).map((cell, c) => (cell && c > 0 && typeof cell.content === "number" ? { ...cell, format: FORMATS.usdKwh } : cell))), tabColor: "#0000FF",
    columnWidths: [90, ...Array.from({ length: width - 1 }, () => 140)], freeze: { rows: FIRST_TABLE_ROW + 1, columns: 1 }, orientation: "portrait", charts: [], tables: [excelTable(placed)],
  };
}
