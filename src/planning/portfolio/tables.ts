import type { Portfolio } from "./document";
import type { DocumentTable } from "./document-table";
import { cellOfValue } from "./tables-cells";
import { valueAtKey } from "./tables-fields";
import { ASSUMPTION_COLUMNS, ASSUMPTION_TABLE, ASSUMPTIONS, figureColumns, HOURLY_SERIES, TABLES, type FigureTable, type ListTable } from "./tables-layout";

/** An object of a list, and the name of the one that has the list. */
interface Entry {
  readonly item: unknown;
  readonly parentId?: string;
}

/**
 * The portfolio as input tables, defaults written out. documentOfTables makes the same document of them again, but for the names
 * of CSV files, whose prices stand in a table.
 */
export function portfolioTables(portfolio: Portfolio): readonly DocumentTable[] {
  const tables = TABLES.filter((table) => !("of" in table && table.of === HOURLY_SERIES) || portfolio.priceSeries.length > 0);
  return [assumptions(portfolio), ...tables.map((table) => ("of" in table ? figureTable(table, portfolio) : listTable(table, portfolio)))];
}

/** The position of a column from 0. @throws Error where the table has none of that key */
export function columnIndex(table: DocumentTable, key: string): number {
  return found(table.columns.findIndex((column) => column.key === key), `column of ${table.name}`, key);
}

/** The position from 0 of the row of Assumptions that holds a field of the document, such as "finance.taxRate". @throws Error where there is none */
export function assumptionIndex(key: string): number {
  return found(ASSUMPTIONS.findIndex((each) => each.key === key), "assumption", key);
}

function assumptions(portfolio: Portfolio): DocumentTable {
  const rows = ASSUMPTIONS.map(({ key, label, schema }) => [label, cellOfValue(schema, valueAtKey(portfolio, key)), schema.unit ?? null, schema.description ?? null]);
  return { name: ASSUMPTION_TABLE, title: ASSUMPTION_TABLE, columns: ASSUMPTION_COLUMNS, rows };
}

function listTable(table: ListTable, portfolio: Portfolio): DocumentTable {
  const rows = entriesOf(table, portfolio).map(({ item, parentId }) => table.columns.map(({ key, schema }, c) =>
    table.parent && c === 0 ? parentId! : cellOfValue(schema, valueAtKey(item, key))));
  return { name: table.name, title: titleOf(table.name), columns: table.columns, rows };
}

function figureTable(table: FigureTable, portfolio: Portfolio): DocumentTable {
  const owners = entriesOf(table.of, portfolio).map(({ item }) => item);
  const lists = figureColumns(table, owners.map(nameOf)).flatMap((column) => {
    const values = valueAtKey(owners[column.index], column.list) as readonly number[] | undefined;
    return values ? [{ column: { key: column.key, header: column.header, schema: column.schema }, values }] : [];
  });
  const length = Math.max(0, ...lists.map(({ values }) => values.length));
  return {
    name: table.name,
    title: titleOf(table.name),
    columns: [table.counter, ...lists.map(({ column }) => column)],
    rows: Array.from({ length }, (_, i) => [i + 1, ...lists.map(({ values }) => values[i] ?? null)]),
  };
}

function entriesOf({ list, parent }: ListTable, portfolio: Portfolio): readonly Entry[] {
  const owners = parent ? entriesOf(parent, portfolio).map(({ item }) => item) : [portfolio];
  return owners.flatMap((owner) => ((valueAtKey(owner, list) ?? []) as readonly unknown[]).map((item) => ({ item, parentId: parent && nameOf(owner) })));
}

function nameOf(item: unknown): string {
  return valueAtKey(item, "id") as string;
}

/** "Power ramp" of "PowerRamp" */
function titleOf(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function found(index: number, what: string, key: string): number {
  if (index < 0) throw new Error(`There is no ${what} with the key "${key}".`);
  return index;
}
