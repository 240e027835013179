import type { DocumentTable, TableValue } from "../../planning/portfolio/document-table";
import { ASSUMPTION_TABLE, ASSUMPTIONS } from "../../planning/portfolio/tables-layout";
import { isFixed } from "./fixed-inputs";

/** Tables as they stand in a workbook. */
export interface StandingTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

export interface InputChange {
  readonly table: string;
  readonly row: number;
  readonly column: number;
  readonly value: TableValue;
}

/** A market that follows from others by more than formulas is worked out when the workbook is built. */
const MARKET = /^(market\.|Scenario)/;

/**
 * The cells in which a document differs from the tables in a workbook, where its formulas follow all of them: the same tables,
 * rows, names and kinds. Undefined where more has changed, so that the sheets have to be laid out anew.
 */
export function changedInputs(standing: readonly StandingTable[], tables: readonly DocumentTable[]): readonly InputChange[] | undefined {
  if (standing.length !== tables.length) return undefined;
  const changes: InputChange[] = [];
  for (const table of tables) {
    const there = standing.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
    // An empty table has one blank row in Excel.
    const rows = there?.rows.length === 1 && there.rows[0]!.every((cell) => cell === null) ? [] : there?.rows;
    if (!there || !rows || rows.length !== table.rows.length || there.headers.length !== table.columns.length || table.columns.some(({ header }, c) => there.headers[c] !== header)) return undefined;
    for (let row = 0; row < rows.length; row++) {
      for (let column = 0; column < table.columns.length; column++) {
        const value = table.rows[row]![column]!;
        if (rows[row]![column] === value) continue;
        const key = table.name === ASSUMPTION_TABLE ? ASSUMPTIONS[row]!.key : table.columns[column]!.key;
        if ((table.name === ASSUMPTION_TABLE && column !== 1) || isFixed(table, row, key) || (hasNetworkResponse(tables) && MARKET.test(table.name === ASSUMPTION_TABLE ? key : table.name))) return undefined;
        changes.push({ table: there.name, row, column, value });
      }
    }
  }
  return changes;
}

function hasNetworkResponse(tables: readonly DocumentTable[]): boolean {
  const scenarios = tables.find(({ name }) => name === "Scenarios");
  const kind = scenarios?.columns.findIndex(({ key }) => key === "difficulty.kind") ?? -1;
  return scenarios?.rows.some((row) => row[kind] === "networkResponse") ?? false;
}
