import { columnName, sheetReference } from "../address";
import { FORMATS } from "../looks";
import type { Cell, Sheet } from "../workbook";
import type { NamedCell } from "./book-line";
import { validationOf } from "./input-format";
import { resolved, PORTFOLIO_SCHEMA, type Schema } from "../../planning/portfolio/schema";
import { hasFigures } from "../../planning/portfolio/machines";
import type { CatalogMachine, Structure } from "./structure";

/** Whether each setting shows its own efficiency. */
export const CATALOG_OFF = "catalogOff";
const MISSED = "Power less J/TH times hashrate, squares added up";

const HEADERS = ["Machine", "Setting", "Hashrate (TH/s)", "Power (W)", "Efficiency (J/TH)", "Cooling", "Hashrate at build (TH/s)", "Power at build (W)", "Source"];
const FIRST_ROW = 6;
const FIELDS = [["hashrateThs", "C", "Hashrate", "TH/s", FORMATS.decimals], ["powerW", "D", "Power", "W", FORMATS.whole]] as const;

/**
 * Every machine of the plan with all settings that an owner can choose, so that the file stands alone. Figures from the catalog
 * are inputs: whoever measured his machines may correct them. Those of own machines come from the Inputs sheet.
 */
export function catalogSheet({ machines, portfolio }: Structure, name: string, inputs: readonly NamedCell[]): { readonly sheet: Sheet; readonly cells: readonly NamedCell[]; readonly changed: string } {
  const all = machines.flatMap((machine) => machine.settings.map((setting, k) => ({ machine, setting, k: k + 1, own: ownKeys(portfolio, machine, setting.name) })));
  // Those that link to Inputs stand last: there their changes are counted already.
  const ofCatalog = all.filter(({ own }) => own === undefined);
  const settings = [...ofCatalog, ...all.filter(({ own }) => own !== undefined)];
  const lastCounted = FIRST_ROW - 1 + ofCatalog.length;
  const lastRow = FIRST_ROW + settings.length - 1;
  const cells: NamedCell[] = [];
  const rows = settings.map(({ machine, setting, k, own }, i): Cell[] => {
    const row = FIRST_ROW + i;
    const figures = FIELDS.map(([field, column, title, unit, format]): Cell => {
      cells.push({ key: `Machine.${machine.m}.${k}.${field}`, label: `${machine.name}, ${setting.name}: ${title.toLowerCase()}`, unit, format, sheet: name, address: `$${column}$${row}` });
      const input = own && inputs.find(({ key }) => key === `${own}.${field}`)!;
      return input ? { content: { formula: `=${sheetReference(input.sheet)}!${input.address}` }, look: "link", format } : { content: setting[field], look: "input", format };
    });
    return [
      { content: machine.name, look: "label" }, { content: setting.name, look: "label" }, ...figures,
      { content: { formula: `=D${row}/C${row}` }, look: "calculation", format: FORMATS.decimals }, { content: machine.cooling, look: "constantText" },
      { content: setting.hashrateThs, look: "atBuild", format: FORMATS.decimals }, { content: setting.powerW, look: "atBuild", format: FORMATS.whole }, { content: machine.source, look: "note" },
    ];
  });
  const changedRow = 3;
  cells.push({ key: CATALOG_OFF, label: MISSED, unit: "W²", format: FORMATS.scientific, sheet: name, address: `$C$${changedRow + 1}` });
  const missed = `D${FIRST_ROW}:D${lastRow}-E${FIRST_ROW}:E${lastRow}*C${FIRST_ROW}:C${lastRow}`;
  const schema = (field: string): Schema => resolved(PORTFOLIO_SCHEMA.$defs!["machineSetting"]!).properties![field]!;
  return {
    sheet: {
      name, tabColor: "#0000FF", columnWidths: [160, 90, 100, 90, 100, 80, 120, 110, 500], freeze: { rows: FIRST_ROW - 1, columns: 2 }, orientation: "landscape", charts: [],
      rows: [
        line({ content: "Machines of the plan", look: "title" }),
        line({ content: "Settings by their power at the build, highest first. Blue figures may be corrected; what a fleet runs at is chosen when the workbook is built.", look: "remark" }),
        line({ content: "Figures changed since the build", look: "label" }, null, { content: { formula: lastCounted < FIRST_ROW ? "=0" : `=SUMPRODUCT(--(C${FIRST_ROW}:D${lastCounted}<>G${FIRST_ROW}:H${lastCounted}))` }, look: "calculation", format: FORMATS.changed }, { content: "cells", look: "unit" }),
        line({ content: MISSED, look: "label" }, null, { content: { formula: `=SUMPRODUCT(${missed},${missed})` }, look: "calculation", format: FORMATS.scientific }, { content: "W²", look: "unit" }),
        HEADERS.map((content): Cell => ({ content, look: "tableHeader" })),
        ...rows,
      ],
      tables: [{ name: "MachineCatalog", address: `A${FIRST_ROW - 1}:${columnName(HEADERS.length - 1)}${lastRow}` }],
      validations: FIELDS.map(([field, column]) => ({ address: `${column}${FIRST_ROW}:${column}${lastRow}`, ...validationOf(schema(field))! })),
    },
    cells,
    changed: `${sheetReference(name)}!$C$${changedRow}`,
  };
}

/** The start of the keys of an own machine's setting on the Inputs sheet; undefined for a machine of the catalog. */
function ownKeys({ machines }: Structure["portfolio"], machine: CatalogMachine, setting: string): string | undefined {
  const own = machines.findIndex((each) => each.id === machine.name && hasFigures(each));
  if (own < 0) return undefined;
  const within = machines[own]!.settings.findIndex(({ name }) => name === setting);
  if (within < 0) return `MyMachines.${own + 1}`;
  return `MachineSettings.${machines.slice(0, own).reduce((sum, { settings }) => sum + settings.length, 0) + within + 1}`;
}

function line(...cells: (Cell | null)[]): (Cell | null)[] {
  return HEADERS.map((_, i) => cells[i] ?? null);
}
