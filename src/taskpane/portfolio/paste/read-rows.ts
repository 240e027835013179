import { machineOf } from "../../../planning/portfolio";
import type { Schema } from "../../../planning/portfolio/schema";
import { TABLES } from "../../../planning/portfolio/tables-layout";
import { namesIn, valueAt, withValue, type Draft } from "../../store";
import { newEntry } from "../../store/templates";
import { fieldValue } from "../field-text";

/** What stands in one column of pasted rows. */
interface Column {
  readonly key: string;
  readonly header: string;
  readonly schema: Schema;
}

/** Fleets read from pasted rows, or why there are none. */
export type RowsReading = { readonly fleets: readonly unknown[]; readonly remarks: readonly string[]; readonly wrong?: undefined } | { readonly wrong: string };

const FLEETS = TABLES.find((table): table is Extract<(typeof TABLES)[number], { columns: unknown }> => table.name === "Fleets" && "columns" in table)!;
/** Without headers the columns are these, in this order. */
const POSITIONAL = ["machine", "units", "siteId"];

/**
 * Rows copied from a spreadsheet, as fleets. With a first row of headers as on the sheet Inputs each column is known by its name;
 * without one the columns are machine, units and site. What is not given is as in a new fleet.
 */
export function fleetsOfRows(text: string, draft: Draft): RowsReading {
  const rows = text.replace(/\r/g, "").split("\n").filter((row) => row.trim() !== "").map((row) => row.split("\t").map((cell) => cell.trim()));
  const [first = []] = rows;
  if (rows.length === 0) return { wrong: "Nothing was pasted. Copy rows of a sheet and paste them here." };
  const named = first.map(columnOf);
  const headed = named.some((column) => column !== undefined) && !first.some((cell) => /^[\d,.]+$/.test(cell));
  if (headed && !named.some((column) => column?.key === "machine")) return { wrong: `The headers have no column "Machine". Name it as on the sheet Inputs: ${FLEETS.columns.map(({ header }) => header).join(", ")}.` };
  const columns = headed ? named : POSITIONAL.map((key) => FLEETS.columns.find((column) => column.key === key));
  const remarks = headed ? first.filter((_, i) => named[i] === undefined).map((header) => `The column "${header}" is not read.`) : ["No headers found: the columns are taken as machine, units and site."];
  const fleets: unknown[] = [];
  let grown = draft;
  for (const row of headed ? rows.slice(1) : rows) {
    const fleet = fleetOf(row, columns, grown);
    fleets.push(fleet);
    grown = withValue(grown, ["fleets"], [...((valueAt(grown, ["fleets"]) ?? []) as unknown[]), fleet]);
  }
  return fleets.length === 0 ? { wrong: "There are headers and no rows below them. Copy the rows too." } : { fleets, remarks };
}

function fleetOf(row: readonly string[], columns: readonly (Column | undefined)[], draft: Draft): unknown {
  let fleet: unknown = newEntry(draft, ["fleets"]);
  columns.forEach((column, i) => {
    const cell = row[i] ?? "";
    if (!column || cell === "") return;
    const { key, schema } = column;
    const value = schema.type === "number" || schema.type === "integer" ? fieldValue(schema, cell) : key === "siteId" ? sameName(draft, cell) : key === "inServiceOn" ? dayOf(cell) : cell;
    fleet = withValue(fleet, key.split("."), value);
  });
  if (!columns.some((column) => column?.key === "id")) fleet = withValue(fleet, ["id"], nameFor(fleet, draft));
  return fleet;
}

function columnOf(header: string): Column | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/\s*\(.*\)$/, "").trim();
  return FLEETS.columns.find((column) => column.header.toLowerCase() === header.toLowerCase()) ?? FLEETS.columns.find((column) => plain(column.header) === plain(header) || column.key.toLowerCase() === header.toLowerCase());
}

/** A site's name in any case. */
function sameName(draft: Draft, name: string): string {
  return namesIn(draft, ["sites"]).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}

/** "Home S19 95", numbered where it is taken. */
function nameFor(fleet: unknown, draft: Draft): string {
  const text = (key: string): string => { const value = valueAt(fleet, [key]); return typeof value === "string" ? value : ""; };
  const machine = machineOf({ machines: [] }, text("machine"));
  const stem = `${text("siteId")} ${"unknown" in machine ? text("machine") : machine.name.replace(/ TH\/s$/, "").replace(/^Antminer /, "")}`.slice(0, 36).trim();
  const taken = new Set(namesIn(draft, ["fleets"]));
  for (let n = 1; ; n++) {
    const name = n === 1 ? stem : `${stem} ${n}`;
    if (!taken.has(name)) return name;
  }
}

/** "3/1/2021" as "2021-03-01"; other texts as they are. */
function dayOf(text: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}
