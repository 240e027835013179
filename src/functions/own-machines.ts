import type { AsicModel, Cooling } from "../catalog/catalog";
import { findBins, whichBin } from "../catalog/lookup";
import { isoDay } from "../units/dates";
import { InputError, NotAvailableError } from "../units/errors";

/** The columns of the table MyMachines, in its order; headers begin with these words. */
const COLUMNS = ["name", "hashrate", "power", "cooling", "price", "quoted", "source"] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, unknown>>>;

/** Machines that stand in a range, before those of the catalog. */
export class OwnMachines {
  private readonly rows: readonly Row[];

  /** @param range rows of the table MyMachines, with its headers or without */
  constructor(range: readonly (readonly unknown[])[] = []) {
    const [first = []] = range;
    const headed = first.some((cell) => columnOf(cell) === "hashrate");
    const columns = headed ? first.map(columnOf) : COLUMNS;
    this.rows = (headed ? range.slice(1) : range).map((row) => Object.fromEntries(columns.map((column, i) => [column, isEmpty(row[i]) ? undefined : row[i]])) as Row).filter((row) => row.name !== undefined);
  }

  get names(): readonly string[] {
    return this.rows.map(({ name }) => String(name));
  }

  /** The machines that a name means: the own one, else the bins of the catalog. @throws InputError, NotAvailableError */
  bins(name: string): readonly AsicModel[] {
    const row = this.row(name);
    return row && hasFigures(row) ? [machineOf(row)] : findBins(name);
  }

  /** The one machine. @throws InputError, NotAvailableError */
  model(name: string): AsicModel {
    const bins = this.bins(name);
    if (bins.length > 1) throw new NotAvailableError(whichBin(name, bins));
    return bins[0]!;
  }

  /** Every own machine with figures. @throws InputError */
  models(): readonly AsicModel[] {
    return this.rows.filter(hasFigures).map(machineOf);
  }

  /** The own quote for a machine of any of its names, and its day; undefined where there is none. */
  quote(name: string): { readonly priceUsdTh: number; readonly day: string | undefined } | undefined {
    const row = this.row(name) ?? this.rows.find((each) => !hasFigures(each) && means(String(each.name), name));
    if (row?.price === undefined) return undefined;
    return { priceUsdTh: positive(row, "price", "$/TH"), day: typeof row.quoted === "number" ? isoDay(row.quoted) : (row.quoted as string | undefined) };
  }

  private row(name: string): Row | undefined {
    return this.rows.find((row) => plain(row.name) === plain(name));
  }
}

function columnOf(header: unknown): Column | undefined {
  const text = plain(header);
  return /^(machine|model)/.test(text) ? "name" : COLUMNS.find((column) => text.startsWith(column));
}

function hasFigures(row: Row): boolean {
  return row.hashrate !== undefined || row.power !== undefined;
}

function machineOf(row: Row): AsicModel {
  const [hashrateThs, powerW] = [positive(row, "hashrate", "TH/s"), positive(row, "power", "W")];
  const text = (cell: unknown): string => (typeof cell === "string" ? cell : "");
  return {
    id: "", manufacturer: "", model: String(row.name), hashrateThs, powerW, efficiencyJth: powerW / hashrateThs, cooling: text(row.cooling) as Cooling, released: "",
    source: text(row.source), source2: "", confidence: "" as AsicModel["confidence"],
  };
}

function positive(row: Row, column: Column, unit: string): number {
  const value = row[column];
  if (typeof value === "number" && value > 0 && value < 1e9) return value;
  throw new InputError(`machines: ${column} of "${String(row.name).slice(0, 40)}" is ${value === undefined ? "blank" : typeof value === "number" || typeof value === "string" ? value.toString().slice(0, 40) : "no number"}; give a number in ${unit}, above 0.`);
}

function means(name: string, other: string): boolean {
  try {
    const bins = findBins(other);
    return findBins(name).some((bin) => bins.includes(bin));
  } catch (error) {
    if (error instanceof NotAvailableError) return false;
    throw error;
  }
}

function plain(cell: unknown): string {
  return typeof cell === "string" || typeof cell === "number" ? String(cell).trim().toLowerCase() : "";
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === "";
}
