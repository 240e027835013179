import type { TableColumn } from "./document-table";
import { PORTFOLIO_SCHEMA, resolved, type Schema } from "./schema";
import { fieldsOf, figureListsOf, propertiesOf, schemaAt, withUnit, type CellField } from "./tables-fields";

// Which part of the document stands in which table. Fields, titles, units and ranges come from the schema.

/** A list of objects, one a row. */
export interface ListTable {
  readonly name: string;
  /** dotted key of the list in the object that has it: "market.scenarios" in the document, "powerRamp" in a site */
  readonly list: string;
  /** the table whose rows have such a list each; their names stand in the first column */
  readonly parent?: ListTable;
  readonly item: Schema;
  readonly columns: readonly TableColumn[];
}

/** Lists of figures, one a column, their positions counted in the first. */
export interface FigureTable {
  readonly name: string;
  /** the table whose rows have the lists */
  readonly of: ListTable;
  readonly counter: TableColumn;
}

/** A list of figures as a column of its table. */
export interface FigureColumn extends TableColumn {
  /** which row of the table that has the lists, from 0 */
  readonly index: number;
  /** dotted key of the list in that row's object */
  readonly list: string;
}

/** One value for the whole document, a row each; keys are those of the document: "finance.taxRate". */
export const ASSUMPTIONS: readonly CellField[] = fieldsOf(PORTFOLIO_SCHEMA, ["", "market", "market.start", "finance"]);

export const ASSUMPTION_TABLE = "Assumptions";

export const ASSUMPTION_COLUMNS: readonly TableColumn[] = [
  { key: "assumption", header: "Assumption", schema: { type: "string" } },
  { key: "value", header: "Value", schema: {} },
  { key: "unit", header: "Unit", schema: { type: "string" } },
  { key: "note", header: "Meaning", schema: { type: "string" } },
];

const SITES = listTable("Sites", "sites");
const CONTRACTS = listTable("Contracts", "contracts");
const OWN_MACHINES = listTable("MyMachines", "machines");
export const HOURLY_SERIES = listTable("HourlySeries", "priceSeries");
const SCENARIOS = listTable("Scenarios", "market.scenarios");

/** All tables but that of assumptions. */
export const TABLES: readonly (ListTable | FigureTable)[] = [
  SITES,
  listTable("PowerRamp", "powerRamp", SITES, "Site"),
  CONTRACTS,
  listTable("TariffPeriods", "energy.periods", CONTRACTS, "Contract"),
  listTable("Fleets", "fleets"),
  listTable("Candidates", "candidates"),
  OWN_MACHINES,
  listTable("MachineSettings", "settings", OWN_MACHINES, "Machine"),
  HOURLY_SERIES,
  { name: "HourlyPrices", of: HOURLY_SERIES, counter: counter("Hour", 8784) },
  SCENARIOS,
  { name: "ScenarioTables", of: SCENARIOS, counter: counter("Month") },
  listTable("NetworkStack", "difficulty.stack", SCENARIOS, "Scenario"),
  listTable("Debts", "finance.debts"),
  listTable("Hedges", "finance.hedges"),
];

/** Names of all tables that a workbook may have. */
export const INPUT_TABLES: readonly string[] = [ASSUMPTION_TABLE, ...TABLES.map(({ name }) => name)];

/**
 * The columns that lists of figures would have: "bear: BTC price ($)".
 * @param names of the objects that have the lists; those that differ in case only get numbers, as Excel takes them for one
 */
export function figureColumns({ of }: FigureTable, names: readonly string[]): readonly FigureColumn[] {
  const taken = new Set<string>();
  const free = (header: string): string => {
    let unique = header;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${header} (${n})`;
    taken.add(unique.toLowerCase());
    return unique;
  };
  const lists = figureListsOf(of.item);
  return names.flatMap((name, index) => lists.map(({ key, label, schema }) => {
    const unit = schema.unit ?? unitAtStart(label);
    const header = free(withUnit(label === "" ? name : `${name}: ${label}`, unit));
    return { key: `${of.list}[${index}].${key}`, header, schema: { ...schema, unit }, index, list: key };
  }));
}

function listTable(name: string, list: string, parent?: ListTable, parentHeader = ""): ListTable {
  const item = resolved(schemaAt(parent?.item ?? PORTFOLIO_SCHEMA, list).items!);
  const own = fieldsOf(item).map(({ key, label, schema }) => ({ key, header: withUnit(label, schema.unit), schema }));
  const owner = parent && { key: `${parentHeader.toLowerCase()}Id`, header: parentHeader, schema: { ...propertiesOf(parent.item)["id"]!, title: parentHeader } };
  return { name, list, parent, item, columns: owner ? [owner, ...own] : own };
}

function counter(header: string, maximum?: number): TableColumn {
  return { key: header.toLowerCase(), header, schema: { type: "integer", title: header, minimum: 1, maximum } };
}

/** Paths of a scenario begin at the start's values, are called as these are, and have their units. */
function unitAtStart(title: string): string | undefined {
  return Object.values(propertiesOf(schemaAt(PORTFOLIO_SCHEMA, "market.start"))).find((field) => field.title === title)?.unit;
}
