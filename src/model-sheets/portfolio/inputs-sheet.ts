import type { DocumentTable } from "../../planning/portfolio/document-table";
import { sheetReference } from "../address";
import { FORMATS } from "../looks";
import type { Cell, Sheet } from "../workbook";
import type { NamedCell } from "./book-line";
import { isFixed } from "./fixed-inputs";
import { constantRows, headingRow } from "./input-constants";
import { excelTable, inputLook, placeTables, tableCells, tableRows, tableValidations, type PlacedTable } from "./input-tables";

export interface InputsSheet {
  readonly sheet: Sheet;
  readonly cells: readonly NamedCell[];
  readonly placed: readonly PlacedTable[];
}

/** Where the first table's title stands, below title and remarks. */
export const FIRST_TABLE_ROW = 6;

/** Fields that may be left blank, by table, and the row of the constants that a blank stands for; a minus sign turns it round. */
const BLANK_MEANS: readonly { readonly table: string; readonly key: string; readonly constant: string; readonly sign: "" | "-" }[] = [
  { table: "Contracts", key: "energy.capUsdKwh", constant: "noLimit", sign: "" },
  { table: "Contracts", key: "energy.floorUsdKwh", constant: "noLimit", sign: "-" },
  { table: "Candidates", key: "availableUnits", constant: "noLimit", sign: "" },
];

/** The document as tables, the constants, and what blank limits mean. */
export function inputsSheet(tables: readonly DocumentTable[], name: string): InputsSheet {
  const { placed, nextRow } = placeTables(tables, FIRST_TABLE_ROW);
  const named = placed.flatMap((each) => tableCells(each, name));
  const addressOf = (key: string): string => named.find((cell) => cell.key === key)!.address;
  const constants = constantRows(nextRow, name, addressOf("finance.depreciationYears"));
  const limits = limitRows(placed, [...named, ...constants.cells], nextRow + constants.rows.length + 1);
  const width = Math.max(...tables.map(({ columns }) => columns.length));
  const rows = [
    text("Inputs", "title"),
    text("Blue cells are inputs: change them and all sheets recalculate. Grey cells decide how the workbook is built: a change of theirs has no effect until it is built again.", "remark"),
    text("Black is calculated, green is read from another sheet, grey italics were computed when the workbook was built. Revenue is positive, costs are negative.", "remark"),
    text("What the figures were when the workbook was built stands on AtBuild, in the same places.", "remark"),
    [],
    ...placed.flatMap((each) => tableRows(each, (row, column) => inputLook(each.table, row, column))),
    ...constants.rows,
    [],
    ...limits.rows,
  ];
  const scenarios = placed.find(({ table }) => table.name === "Scenarios")!;
  const replaced = new Set(limits.cells.map(({ key }) => key));
  return {
    sheet: {
      name, rows: rows.map((row) => padded(row, width)), tabColor: "#0000FF", columnWidths: [200, 130, ...Array.from({ length: width - 2 }, () => 110)],
      freeze: { rows: 0, columns: 1 }, orientation: "landscape", charts: [], tables: placed.map(excelTable),
      validations: placed.flatMap((each) => tableValidations(each, { sheet: name, address: `$A$${scenarios.firstRow}:$A$${scenarios.lastRow}` })),
    },
    placed,
    cells: [...named.filter(({ key }) => !replaced.has(key)), ...constants.cells, ...limits.cells],
  };
}

/** Limits in force: what is given, or none. Formulas name these instead of the inputs. */
function limitRows(placed: readonly PlacedTable[], cells: readonly NamedCell[], firstRow: number): { readonly rows: (Cell | null)[][]; readonly cells: NamedCell[] } {
  const own: NamedCell[] = [];
  const rows: (Cell | null)[][] = [];
  for (const { table, key, constant, sign } of BLANK_MEANS) {
    const { table: found } = placed.find((each) => each.table.name === table)!;
    found.rows.forEach((_, r) => {
      if (isFixed(found, r, key)) return;
      const input = cells.find((cell) => cell.key === `${table}.${r + 1}.${key}`)!;
      const none = cells.find((cell) => cell.key === constant)!.address;
      own.push({ ...input, label: `${input.label}, in force`, address: `$B$${firstRow + rows.length + 1}` });
      rows.push([
        { content: `${input.label}, in force`, look: "label" }, { content: { formula: `=IF(${input.address}="",${sign}${none},${input.address})` }, look: "calculation", format: FORMATS.general },
        { content: input.unit, look: "unit" }, { content: "A blank input is no limit", look: "note" },
      ]);
    });
  }
  return { rows: rows.length === 0 ? [] : [headingRow("Limits that may be left blank"), ...rows], cells: own };
}

/** The Inputs as they were when the workbook was built, and how many differ now. */
export function atBuildSheet({ placed, sheet: inputs }: InputsSheet, name: string, catalogChanged: string): { readonly sheet: Sheet; readonly cells: readonly NamedCell[] } {
  const counted = placed.filter(({ table }) => table.rows.length > 0);
  const rows: (Cell | null)[][] = [
    text("Inputs when the workbook was built", "title"),
    text("In the same places as on Inputs, for comparison. The figure beside a table's title counts the cells that differ now.", "remark"),
    [label("Inputs changed since the build"), { content: { formula: `=B4+${counted.map(({ titleRow }) => `B${titleRow}`).join("+")}` }, look: "total", format: FORMATS.changed }, { content: "cells", look: "unit" }],
    [label("Settings of machines changed"), { content: { formula: `=${catalogChanged}` }, look: "link", format: FORMATS.changed }, { content: "cells", look: "unit" }],
    [],
    ...placed.flatMap((each) => tableRows(each, (_, column) => (column.schema.type === "number" || column.schema.type === "integer" ? "atBuild" : "atBuildText"), "columnHeader")),
  ];
  for (const { table, titleRow, firstRow, lastRow } of counted) {
    const range = `$A$${firstRow}:$${lastColumn(table)}$${lastRow}`;
    rows[titleRow - 1]![1] = { content: { formula: `=SUMPRODUCT(--(${sheetReference(inputs.name)}!${range}<>${range}))` }, look: "calculation", format: FORMATS.changed };
  }
  const width = Math.max(...rows.map((row) => row.length));
  return {
    sheet: {
      name, rows: rows.map((row) => padded(row, width)), tabColor: "#7F7F7F", columnWidths: inputs.columnWidths, freeze: { rows: 0, columns: 1 }, orientation: "landscape", charts: [],
    },
    cells: [{ key: "inputsChanged", label: "Inputs changed since the build", unit: "cells", format: FORMATS.flag, sheet: name, address: "$B$3" }],
  };
}

function lastColumn(table: DocumentTable): string {
  return excelTable({ table, titleRow: 0, headerRow: 1, firstRow: 2, lastRow: 2 }).address.replace(/^A1:|\d+$/g, "");
}

function label(content: string): Cell {
  return { content, look: "label" };
}

function text(content: string, look: "title" | "remark"): (Cell | null)[] {
  return [{ content, look }];
}

export function padded(row: readonly (Cell | null)[], width: number): (Cell | null)[] {
  return Array.from({ length: width }, (_, i) => row[i] ?? null);
}
