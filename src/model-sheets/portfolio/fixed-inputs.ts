import type { DocumentTable, TableValue } from "../../planning/portfolio/document-table";
import { formOf, PORTFOLIO_SCHEMA, resolved, type Schema } from "../../planning/portfolio/schema";

// Which cells of the Inputs sheet the formulas follow, and which were taken into account when the workbook was built.

/** Keys by table that decide how the workbook is built, or that only the planner looks at. */
const FIXED: Readonly<Record<string, RegExp>> = {
  Assumptions: /^(schemaVersion|horizonMonths|market\.start\.date|market\.hashpriceVolatilityAnnual)$/,
  Sites: /^(id|cooling|minHoursOff)$/,
  PowerRamp: /^siteId$/,
  Contracts: /^(id|siteId|energy\.(kind|seriesId|billedOn|resale\.kind|resale\.seriesId))$/,
  TariffPeriods: /^(contractId|months|days|fromHour|toHour)$/,
  Fleets: /^(id|siteId|machine|operation\.profile)$/,
  Candidates: /^(id|machine|operation\.profile)$/,
  MyMachines: /^(id|cooling)$/,
  MachineSettings: /^(machineId|name)$/,
  HourlySeries: /^(id|csvFile)$/,
  HourlyPrices: /./,
  Scenarios: /^(id|(btcPrice|fees|difficulty)\.kind|difficulty\.(?!growthMonthly).*)$/,
  ScenarioTables: /^month$/,
  NetworkStack: /./,
  Debts: /^(id|securedOn)$/,
  Hedges: /^(kind|seriesId)$/,
};

/** The list that a table's rows are of, where a row's fields depend on a kind. */
const ITEMS: Readonly<Record<string, string>> = { Contracts: "contract", Scenarios: "marketScenario", Hedges: "hedge" };

/** Whether a change of the cell has no effect until the workbook is built again. */
export function isFixed(table: DocumentTable, row: number, key: string): boolean {
  return (FIXED[table.name]?.test(key) ?? true) || !belongs(table, row, key) || isOfCatalog(table, row, key);
}

/** An own row without figures stands for a machine of the catalog, whose figures are on the Catalog sheet. */
function isOfCatalog({ name, columns, rows }: DocumentTable, row: number, key: string): boolean {
  return name === "MyMachines" && (key === "hashrateThs" || key === "powerW") && rows[row]![columns.findIndex((column) => column.key === key)] === null;
}

/** Whether a field belongs to the kind of its row: a fixed price has no cap. */
function belongs(table: DocumentTable, row: number, key: string): boolean {
  const item = ITEMS[table.name];
  if (item === undefined) return true;
  const valueOf = (name: string): TableValue => table.rows[row]![table.columns.findIndex((column) => column.key === name)] ?? null;
  let schema: Schema | undefined = item === "hedge" ? PORTFOLIO_SCHEMA.$defs!["finance"]!.properties!["hedges"]!.items! : PORTFOLIO_SCHEMA.$defs![item]!;
  let at = "";
  for (const name of key.split(".")) {
    schema = schema && formOf(resolved(schema), { kind: valueOf(`${at}kind`) });
    schema = schema && resolved(schema).properties?.[name];
    at += `${name}.`;
  }
  return schema !== undefined;
}
