import type { DocumentTable, TableColumn } from "../../planning/portfolio/document-table";
import { isDay } from "../../planning/portfolio/tables-fields";
import { ASSUMPTIONS } from "../../planning/portfolio/tables-layout";
import { columnName } from "../address";
import type { Look } from "../looks";
import type { Cell, SheetTable, Validation } from "../workbook";
import type { NamedCell } from "./book-line";
import { isFixed } from "./fixed-inputs";
import { formatOf, isNumeric, validationOf } from "./input-format";

/** A table of the document in its place on a sheet. */
export interface PlacedTable {
  readonly table: DocumentTable;
  /** rows of its title, of its headers, and of its first and last entry, counted from 1 */
  readonly titleRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** What one row of a table is called before its name. */
const ENTRY: Readonly<Record<string, string>> = {
  Sites: "Site", PowerRamp: "Ramp date", Contracts: "Contract", TariffPeriods: "Period", Fleets: "Fleet", Candidates: "Candidate", MyMachines: "Own machine",
  MachineSettings: "Setting", HourlySeries: "Hourly series", Scenarios: "Scenario", ScenarioTables: "Month", NetworkStack: "Network class", Debts: "Debt", Hedges: "Hedge",
};
const ASSUMPTION_VALUE = 1;

/** Tables one below another. @param firstRow row of the first title */
export function placeTables(tables: readonly DocumentTable[], firstRow: number): { readonly placed: readonly PlacedTable[]; readonly nextRow: number } {
  let row = firstRow;
  const placed = tables.map((table): PlacedTable => {
    const at = { table, titleRow: row, headerRow: row + 1, firstRow: row + 2, lastRow: row + 1 + Math.max(1, table.rows.length) };
    row = at.lastRow + 2;
    return at;
  });
  return { placed, nextRow: row };
}

/** The rows of a table from its title to the gap behind it. An empty table has one blank entry, as Excel's tables do. */
export function tableRows({ table }: PlacedTable, lookOf: (row: number, column: TableColumn) => Look, titleLook: Look = "heading"): (Cell | null)[][] {
  const entries = table.rows.length > 0 ? table.rows : [table.columns.map(() => null)];
  return [
    table.columns.map((_, c): Cell => ({ content: c === 0 ? table.title : "", look: titleLook })),
    table.columns.map((column): Cell => ({ content: column.header, look: "tableHeader" })),
    ...entries.map((entry, r) => entry.map((content, c): Cell => {
      const column = columnAt(table, r, c);
      return { content: content ?? "", look: lookOf(r, column), format: formatOf(column.schema) };
    })),
    [],
  ];
}

/** The look of an input that people may change, or of one that is fixed. */
export function inputLook(table: DocumentTable, row: number, { key, schema }: TableColumn): Look {
  const beside = table.name === "Assumptions" ? BESIDE_ASSUMPTIONS[key] : undefined;
  if (beside) return beside;
  const numeric = isNumeric(schema);
  if (table.rows.length === 0 || isFixed(table, row, key)) return numeric ? "constant" : "constantText";
  return numeric ? "input" : "inputText";
}

const BESIDE_ASSUMPTIONS: Readonly<Record<string, Look>> = { assumption: "label", unit: "unit", note: "note" };

/** The column of a cell. Of the assumptions each row has a field of its own in the value column. */
export function columnAt(table: DocumentTable, row: number, column: number): TableColumn {
  const own = table.columns[column]!;
  const field = table.name === "Assumptions" && column === ASSUMPTION_VALUE ? ASSUMPTIONS[row] : undefined;
  return field ? { key: field.key, header: field.label, schema: field.schema } : own;
}

export function excelTable({ table, headerRow, lastRow }: PlacedTable): SheetTable {
  return { name: table.name, address: `A${headerRow}:${columnName(table.columns.length - 1)}${lastRow}` };
}

/** What the table's inputs refuse. */
export function tableValidations({ table, firstRow, lastRow }: PlacedTable, scenarioIds: { readonly sheet: string; readonly address: string }): Validation[] {
  if (table.name === "Assumptions") {
    return table.rows.flatMap((_, r): Validation[] => {
      const { key, schema, header } = columnAt(table, r, ASSUMPTION_VALUE);
      const address = `B${firstRow + r}`;
      if (key === "market.scenarioId") return [{ address, rule: { kind: "listRange", ...scenarioIds }, errorTitle: "That does not fit", errorMessage: `${header} must be one of the names in the table of scenarios.` }];
      const validation = isFixed(table, r, key) ? undefined : validationOf(schema);
      return validation ? [{ address, ...validation }] : [];
    });
  }
  if (table.rows.length === 0) return [];
  return table.columns.flatMap(({ key, schema }, c): Validation[] => {
    const validation = table.rows.every((_, r) => isFixed(table, r, key)) ? undefined : validationOf(schema);
    return validation ? [{ address: `${columnName(c)}${firstRow}:${columnName(c)}${lastRow}`, ...validation }] : [];
  });
}

/** The table's cells as formulas name them: finance.taxRate, Sites.1.uptime, ScenarioTables.12.2.btcPrice. */
export function tableCells({ table, firstRow }: PlacedTable, sheet: string): NamedCell[] {
  return table.rows.flatMap((_, r) => table.columns.flatMap((__, c): NamedCell[] => {
    if (table.name === "Assumptions" && c !== ASSUMPTION_VALUE) return [];
    const { key, header, schema } = columnAt(table, r, c);
    const unit = schema.unit ?? (isDay(schema) ? "date" : isNumeric(schema) ? "number" : schema.type === "boolean" ? "true or false" : "text");
    const label = table.name === "Assumptions" ? header : `${entryName(table, r)}: ${withoutUnit(header, schema.unit)}`;
    return [{ key: keyOf(table, r, key), label, unit, format: formatOf(schema), sheet, address: `$${columnName(c)}$${firstRow + r}` }];
  }));
}

function keyOf(table: DocumentTable, row: number, key: string): string {
  if (table.name === "Assumptions") return key;
  const list = /^\w+\.scenarios\[(\d+)\]\.(\w+)\.values$/.exec(key);
  return `${table.name}.${row + 1}.${list ? `${Number(list[1]) + 1}.${list[2]!}` : key}`;
}

function entryName(table: DocumentTable, row: number): string {
  const name = ["id", "name"].map((key) => table.columns.findIndex((column) => column.key === key)).filter((c) => c >= 0).map((c) => table.rows[row]![c])[0];
  const numbered = name === undefined || !table.columns.some(({ key }) => key === "id");
  return [ENTRY[table.name], ...(numbered ? [row + 1] : []), ...(name === undefined ? [] : [name])].join(" ");
}

function withoutUnit(header: string, unit: string | undefined): string {
  return unit !== undefined && header.endsWith(` (${unit})`) ? header.slice(0, -unit.length - 3) : header;
}
