import type { TableValue } from "./document-table";
import { either, PORTFOLIO_SCHEMA } from "./schema";
import { isBlank, valueOfCell } from "./tables-cells";
import { objectFrom } from "./tables-fields";
import { ASSUMPTION_COLUMNS, ASSUMPTION_TABLE, ASSUMPTIONS, figureColumns, HOURLY_SERIES, INPUT_TABLES, TABLES, type FigureTable, type ListTable } from "./tables-layout";
import { cellText, findNames, tableProblem, type NameSearch, type TableCell, type TableProblem } from "./tables-problems";

/** An input table as it stands in the workbook. */
export interface GivenTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** The document for readPortfolio and where its values stand, or what is wrong with the tables. */
export type TablesReading =
  | {
    readonly document: unknown;
    /** The cell of a value at a problem's path such as "fleets[2].resale.priceUsdTh", or of what the value is part of. */
    readonly cellOf: (path: string) => TableCell | undefined;
    readonly problems?: undefined;
  }
  | { readonly document?: undefined; readonly cellOf?: undefined; readonly problems: readonly TableProblem[] };

/** An object that a row stands for. */
interface Entry {
  readonly item: Record<string, unknown>;
  readonly path: string;
}

/** A row that is not blank, and which of its table it is, from 1. */
interface FilledRow {
  readonly row: readonly TableValue[];
  readonly number: number;
}

/** What has been read so far. */
interface State {
  readonly problems: TableProblem[];
  /** by path in the document */
  readonly cells: Map<string, TableCell>;
  /** by name of the table */
  readonly entries: Map<string, readonly Entry[]>;
}

/**
 * The document that input tables stand for. Tables, columns and assumptions are found by name, whatever their order and case; a
 * blank row is no row, and a blank cell leaves its field out. Values are not checked: that is readPortfolio's part.
 */
export function documentOfTables(tables: readonly GivenTable[]): TablesReading {
  const state: State = { problems: [], cells: new Map(), entries: new Map() };
  const optional = TABLES.filter((table) => "of" in table && table.of === HOURLY_SERIES).map(({ name }) => name);
  const positions = find(state, { owner: "The workbook", what: "table", given: tables.map(({ name }) => name), expected: INPUT_TABLES, optional, cellOf: (table) => ({ table }) });
  const given = (name: string): GivenTable => tables[positions.get(name) ?? -1] ?? { name, headers: [], rows: [] };
  // What is missing altogether has been told.
  if (state.problems.length > 0) return { problems: state.problems };
  const document = readAssumptions(state, given(ASSUMPTION_TABLE));
  for (const table of TABLES) {
    if ("of" in table) readFigures(state, table, given(table.name));
    else readList(state, document, table, given(table.name));
  }
  // Prices that stand in a table are the ones that count.
  for (const { item } of state.entries.get(HOURLY_SERIES.name)!) if (item["valuesUsdKwh"] !== undefined) delete item["csvFile"];
  return state.problems.length > 0 ? { problems: state.problems } : { document, cellOf: (path) => cellAt(state.cells, path) };
}

function readAssumptions(state: State, { headers, rows }: GivenTable): Record<string, unknown> {
  const columns = findColumns(state, ASSUMPTION_TABLE, headers, ASSUMPTION_COLUMNS.map(({ header }) => header));
  const [labels, values] = ASSUMPTION_COLUMNS.slice(0, 2).map(({ header }) => columns.get(header)) as [number | undefined, number | undefined];
  if (labels === undefined || values === undefined) return {};
  const header = ASSUMPTION_COLUMNS[0]!.header;
  const positions = find(state, {
    owner: ASSUMPTION_TABLE, what: "row",
    given: rows.map((row) => (row.every(isBlank) ? undefined : String(row[labels] ?? ""))),
    expected: ASSUMPTIONS.map(({ label }) => label),
    cellOf: (_, i) => ({ table: ASSUMPTION_TABLE, row: i === undefined ? undefined : i + 1, header }),
  });
  const cells = new Map(ASSUMPTIONS.map(({ key, label, schema }) => {
    const r = positions.get(label);
    if (r !== undefined) noteCell(state, "", key, { table: ASSUMPTION_TABLE, row: r + 1, header: ASSUMPTION_COLUMNS[1]!.header });
    return [key, r === undefined ? undefined : valueOfCell(schema, rows[r]![values] ?? null)];
  }));
  return objectFrom(PORTFOLIO_SCHEMA, (key) => cells.get(key)) ?? {};
}

function readList(state: State, document: Record<string, unknown>, table: ListTable, { headers, rows }: GivenTable): void {
  const columns = findColumns(state, table.name, headers, table.columns.map(({ header }) => header));
  const owners = table.parent ? state.entries.get(table.parent.name)! : [{ item: document, path: "" }];
  for (const { path } of owners) state.cells.set(below(path, table.list), { table: table.name });
  if (!table.parent) listIn(document, table.list);
  const entries: Entry[] = [];
  rows.forEach((row, r) => {
    if (row.every(isBlank)) return;
    const cells = new Map(table.columns.map(({ key, header, schema }) => [key, valueOfCell(schema, row[columns.get(header) ?? -1] ?? null)]));
    const first = table.columns[0]!;
    const owner = table.parent ? owners.find(({ item }) => item["id"] === cells.get(first.key)) : owners[0];
    if (!owner) {
      if (columns.has(first.header)) state.problems.push(orphan(table, r + 1, cells.get(first.key) as string | undefined, owners));
      return;
    }
    const list = listIn(owner.item, table.list);
    const entry = { item: objectFrom(table.item, (key) => cells.get(key)) ?? {}, path: `${below(owner.path, table.list)}[${list.length}]` };
    list.push(entry.item);
    entries.push(entry);
    for (const { key, header } of table.parent ? table.columns.slice(1) : table.columns) noteCell(state, entry.path, key, { table: table.name, row: r + 1, header });
  });
  state.entries.set(table.name, entries);
}

function readFigures(state: State, table: FigureTable, { headers, rows }: GivenTable): void {
  const owners = state.entries.get(table.of.name)!;
  const columns = figureColumns(table, owners.map(({ item }) => String((item["id"] as string | undefined) ?? "")));
  for (const { key, header } of columns) state.cells.set(key, { table: table.name, header });
  // A table that may be missing, and is.
  if (headers.length === 0) return;
  const possible = columns.map(({ header }) => header);
  const positions = findColumns(state, table.name, headers, [table.counter.header, ...possible], possible);
  const filled = rows.map((row, r) => ({ row, number: r + 1 })).filter(({ row }) => !row.every(isBlank));
  checkCounter(state, table, filled, positions.get(table.counter.header));
  for (const { index, list, key, header } of columns) {
    const column = filled.map(({ row }) => row[positions.get(header) ?? -1] ?? null);
    while (column.length > 0 && isBlank(column.at(-1))) column.pop();
    if (column.length === 0) continue;
    listIn(owners[index]!.item, list).push(...column.map((value) => (isBlank(value) ? null : value)));
    column.forEach((_, i) => state.cells.set(`${key}[${i}]`, { table: table.name, row: filled[i]!.number, header }));
  }
}

/** Holds rows to their order: the first is for hour or month 1. */
function checkCounter({ problems }: State, { name, counter: { header } }: FigureTable, filled: readonly FilledRow[], position: number | undefined): void {
  if (position === undefined) return;
  const i = filled.findIndex(({ row }, at) => row[position] !== at + 1);
  if (i < 0) return;
  const cell = { table: name, row: filled[i]!.number, header };
  problems.push(tableProblem(cell, filled[i]!.row[position], `be ${i + 1}`, `${cellText(cell)} must be ${i + 1}: the rows count up from 1. Sort the table by ${header} and fill the gaps.`));
}

function findColumns(state: State, table: string, headers: readonly string[], expected: readonly string[], optional?: readonly string[]): ReadonlyMap<string, number> {
  return find(state, { owner: table, what: "column", given: headers, expected, optional, cellOf: (header) => ({ table, header }) });
}

function find(state: State, search: NameSearch): ReadonlyMap<string, number> {
  const { positions, problems } = findNames(search);
  state.problems.push(...problems);
  return positions;
}

/** A row of something that is not there. */
function orphan(table: ListTable, row: number, name: string | undefined, owners: readonly Entry[]): TableProblem {
  const cell = { table: table.name, row, header: table.columns[0]!.header };
  const known = owners.map(({ item }) => item["id"]).filter((id) => typeof id === "string");
  const rule = known.length === 0 ? `name a row of ${table.parent!.name}, and there is none` : `name a row of ${table.parent!.name}: ${either(known)}`;
  return tableProblem(cell, name, rule, `${cellText(cell)} must ${rule}; it is ${name === undefined ? "blank" : `"${name}"`}.`);
}

/** Notes the cell of a field, and of the objects around it that have none yet. */
function noteCell({ cells }: State, path: string, key: string, cell: TableCell): void {
  const names = key.split(".");
  for (let n = path === "" ? 1 : 0; n < names.length; n++) {
    const around = below(path, names.slice(0, n).join("."));
    if (!cells.has(around)) cells.set(around, cell);
  }
  cells.set(below(path, key), cell);
}

function cellAt(cells: ReadonlyMap<string, TableCell>, path: string): TableCell | undefined {
  for (let at = path; at !== ""; at = at.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "")) if (cells.has(at)) return cells.get(at);
  return undefined;
}

/** The list at a dotted key of an object, made where it is not there. */
function listIn(owner: Record<string, unknown>, key: string): unknown[] {
  const names = key.split(".");
  const last = names.pop()!;
  const holder = names.reduce((at, name) => (at[name] ??= {}) as Record<string, unknown>, owner);
  return (holder[last] ??= []) as unknown[];
}

function below(path: string, key: string): string {
  return path === "" || key === "" ? path + key : `${path}.${key}`;
}
