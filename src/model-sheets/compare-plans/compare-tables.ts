import type { GivenTable, TableValue } from "../../planning/portfolio";
import { isDay } from "../../planning/portfolio";
import { ASSUMPTION_TABLE, ASSUMPTIONS, INPUT_TABLES, TABLES } from "../../planning/portfolio/tables-layout";
import type { Schema } from "../../planning/portfolio/schema";
import { isoDay } from "../../units/dates";
import { isClose, type InputChange } from "./comparison";

/** What was typed in one workbook and not, or otherwise, in the other. */
export function compareTables(before: readonly GivenTable[], after: readonly GivenTable[]): InputChange[] {
  return INPUT_TABLES.flatMap((name) => {
    const find = (tables: readonly GivenTable[]): GivenTable => tables.find((table) => table.name === name) ?? { name, headers: [], rows: [] };
    return name === ASSUMPTION_TABLE ? compareAssumptions(find(before), find(after)) : compareLists(find(before), find(after));
  });
}

function compareAssumptions(before: GivenTable, after: GivenTable): InputChange[] {
  const rows = (table: GivenTable): Map<string, readonly TableValue[]> => new Map(table.rows.map((row) => [String(row[0]), row]));
  const [from, to] = [rows(before), rows(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((label): InputChange[] => {
    const schema = ASSUMPTIONS.find((each) => each.label === label)?.schema;
    const [old, now] = [from.get(label), to.get(label)];
    const what = old === undefined ? "added" : now === undefined ? "removed" : "changed";
    if (isSame(old?.[1], now?.[1])) return [];
    return [{ what, table: ASSUMPTION_TABLE, row: label, column: String((now ?? old)?.[2] ?? ""), before: shown(schema, old?.[1]), after: shown(schema, now?.[1]) }];
  });
}

function compareLists(before: GivenTable, after: GivenTable): InputChange[] {
  const keys = keyColumns(before, after);
  const rows = (table: GivenTable): Map<string, readonly TableValue[]> => new Map(table.rows.filter((row) => row.some((value) => value !== null)).map((row, i) => [keyOf(table, row, keys, i), row]));
  const [from, to] = [rows(before), rows(after)];
  const headers = [...new Set([...before.headers, ...after.headers])];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key): InputChange[] => {
    const [old, now] = [from.get(key), to.get(key)];
    if (!old || !now) return [{ what: old ? "removed" : "added", table: before.name, row: key, column: "", before: null, after: null }];
    return headers.flatMap((column): InputChange[] => {
      const [was, is] = [old[before.headers.indexOf(column)], now[after.headers.indexOf(column)]];
      return isSame(was, is) ? [] : [{ what: "changed", table: before.name, row: key, column, before: shown(schemaOf(before.name, column), was), after: shown(schemaOf(before.name, column), is) }];
    });
  });
}

/** How many of the first columns tell rows apart: a name, or what the row belongs to and a name. */
function keyColumns(...tables: readonly GivenTable[]): number {
  const isEnough = (columns: number): boolean => tables.every((table) => new Set(table.rows.map((row) => JSON.stringify(row.slice(0, columns)))).size === table.rows.length);
  return isEnough(1) ? 1 : isEnough(2) ? 2 : 0;
}

function keyOf(table: GivenTable, row: readonly TableValue[], columns: number, index: number): string {
  if (columns === 0) return `${String(row[0])}, row ${index + 1}`;
  return row.slice(0, columns).map((value, c) => String(shown(schemaOf(table.name, table.headers[c]!), value) ?? "")).join(", ");
}

function schemaOf(table: string, header: string): Schema | undefined {
  const layout = TABLES.find(({ name }) => name === table);
  return layout && "columns" in layout ? layout.columns.find((column) => column.header === header)?.schema : undefined;
}

function shown(schema: Schema | undefined, value: TableValue | undefined): TableValue {
  if (value === undefined || value === "") return null;
  return schema && typeof value === "number" && isDay(schema) ? isoDay(value) : value;
}

function isSame(a: TableValue | undefined, b: TableValue | undefined): boolean {
  return typeof a === "number" && typeof b === "number" ? isClose(a, b) : (a ?? "") === (b ?? "");
}
