import { cellText, documentOfTables, portfolioTables, readPortfolio, type DocumentTable, type GivenTable, type Portfolio, type TableValue } from "../../../src/planning/portfolio";
import { smallDocument } from "./support";

export const small = readPortfolio(smallDocument()).portfolio!;

/** As they would stand in the workbook. */
export function written(tables: readonly DocumentTable[]): GivenTable[] {
  return tables.map(({ name, columns, rows }) => ({ name, headers: columns.map(({ header }) => header), rows }));
}

/** The small portfolio's tables with one of them changed. */
export function changed(name: string, change: (table: GivenTable) => Partial<GivenTable>, portfolio = small): GivenTable[] {
  return written(portfolioTables(portfolio)).map((table) => (table.name === name ? { ...table, ...change(table) } : table));
}

export function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((each, i) => (i === index ? item : each));
}

/** With the cell below a header replaced; row from 1. */
export function withCell(name: string, row: number, header: string, value: TableValue, portfolio = small): GivenTable[] {
  return changed(name, ({ headers, rows }) => {
    expect(headers).toContain(header);
    return { rows: rows.map((each, r) => (r === row - 1 ? replaced(each, headers.indexOf(header), value) : each)) };
  }, portfolio);
}

/** What is wrong, each with its cell: 'Fleets, row 1, Units (machines): …'. */
export function problemsOf(tables: readonly GivenTable[]): string[] {
  const read = documentOfTables(tables);
  if (read.problems) return read.problems.map(({ cell, message }) => `${cellText(cell)}: ${message}`);
  return (readPortfolio(read.document).problems ?? []).map(({ path, message }) => `${cellText(read.cellOf(path)!)}: ${message}`);
}

export function portfolioOf(tables: readonly GivenTable[]): Portfolio {
  expect(problemsOf(tables)).toEqual([]);
  return readPortfolio(documentOfTables(tables).document).portfolio!;
}
