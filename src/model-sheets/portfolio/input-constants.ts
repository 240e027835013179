import { macrsShares, RECOVERY_YEARS } from "../../economics/depreciation";
import {
  BLOCKS_PER_HALVING, DAYS_PER_YEAR, HASHES_PER_DIFFICULTY, HASHES_PER_PH, HOURS_PER_DAY, INITIAL_SUBSIDY_SATOSHI, KW_PER_MW, SATOSHI_PER_BTC, SECONDS_PER_DAY, TARGET_BLOCKS_PER_DAY, TH_PER_PH,
  W_PER_KW, W_PER_MW,
} from "../../units/constants";
import { FORMATS } from "../looks";
import type { Cell } from "../workbook";
import type { NamedCell } from "./book-line";

/** Relative difference that checks let pass: far above the rounding of either engine, far below a cent in a hundred thousand dollars. */
const CHECK_TOLERANCE = 1e-9;
/** Quotients that are whole stay whole. */
const WHOLE_GUARD = 1e-9;
/** Larger than any figure of a plan. */
const NO_LIMIT = 1e300;
/** Plans have 120 months at most. */
const TAX_YEARS = 10;
const PERCENT = 100;

interface Constant {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly format: string;
  readonly note: string;
}

const CONSTANTS: readonly Constant[] = [
  { key: "hashesPerDifficulty", label: "Hashes per difficulty", unit: "hashes", value: HASHES_PER_DIFFICULTY, format: FORMATS.whole, note: "2^32, the industry's convention (Bitcoin Wiki, Difficulty)" },
  { key: "blocksPerDay", label: "Blocks a day", unit: "blocks", value: TARGET_BLOCKS_PER_DAY, format: FORMATS.whole, note: "86,400 seconds divided by 600, which the protocol aims at" },
  { key: "halvingInterval", label: "Halving interval", unit: "blocks", value: BLOCKS_PER_HALVING, format: FORMATS.whole, note: "Bitcoin Core, nSubsidyHalvingInterval" },
  { key: "initialSubsidy", label: "Subsidy of the first block", unit: "satoshi", value: INITIAL_SUBSIDY_SATOSHI, format: FORMATS.whole, note: "Bitcoin Core, GetBlockSubsidy" },
  { key: "subsidyDivisor", label: "Subsidy divisor", unit: "per halving", value: 2, format: FORMATS.whole, note: "Bitcoin Core, GetBlockSubsidy; cut to whole satoshi" },
  { key: "satoshi", label: "Satoshi per BTC", unit: "satoshi", value: SATOSHI_PER_BTC, format: FORMATS.whole, note: "By definition" },
  { key: "secondsPerDay", label: "Seconds a day", unit: "seconds", value: SECONDS_PER_DAY, format: FORMATS.whole, note: "By definition" },
  { key: "hoursPerDay", label: "Hours a day", unit: "hours", value: HOURS_PER_DAY, format: FORMATS.whole, note: "By definition" },
  { key: "daysPerYear", label: "Days a year", unit: "days", value: DAYS_PER_YEAR, format: FORMATS.whole, note: "Of yearly rates: age and repairs" },
  { key: "hoursPerYear", label: "Hours a year", unit: "hours", value: DAYS_PER_YEAR * HOURS_PER_DAY, format: FORMATS.whole, note: "365 days of 24 hours" },
  { key: "monthsPerYear", label: "Months a year", unit: "months", value: 12, format: FORMATS.whole, note: "By definition" },
  { key: "monthsPerSeason", label: "Months a season", unit: "months", value: 3, format: FORMATS.whole, note: "Winter is December to February" },
  { key: "hashesPerPh", label: "Hashes per PH", unit: "hashes", value: HASHES_PER_PH, format: FORMATS.scientific, note: "By definition" },
  { key: "thPerPh", label: "TH per PH", unit: "TH", value: TH_PER_PH, format: FORMATS.whole, note: "By definition" },
  { key: "phPerEh", label: "PH per EH", unit: "PH", value: 1000, format: FORMATS.whole, note: "By definition" },
  { key: "wPerKw", label: "W per kW", unit: "W", value: W_PER_KW, format: FORMATS.whole, note: "By definition" },
  { key: "kwPerMw", label: "kW per MW", unit: "kW", value: KW_PER_MW, format: FORMATS.whole, note: "By definition" },
  { key: "wPerMw", label: "W per MW", unit: "W", value: W_PER_MW, format: FORMATS.whole, note: "By definition" },
  { key: "centsPerUsd", label: "Cents per dollar", unit: "cents", value: 100, format: FORMATS.whole, note: "Alternatives are compared in whole cents, so that rounding decides nothing" },
  { key: "wholeGuard", label: "Guard of whole numbers", unit: "machines", value: WHOLE_GUARD, format: FORMATS.scientific, note: "Added before a number of machines is cut to a whole one" },
  { key: "noLimit", label: "No limit", unit: "number", value: NO_LIMIT, format: FORMATS.scientific, note: "Stands for a limit that is left blank" },
  { key: "tolerance", label: "Check tolerance", unit: "share", value: CHECK_TOLERANCE, format: FORMATS.scientific, note: "Difference that checks let pass, as a share of the largest flow" },
];

/** The constants of protocol, time and units, and the tax table. @param firstRow row of the heading */
export function constantRows(firstRow: number, sheet: string, depreciationYears: string): { readonly rows: (Cell | null)[][]; readonly cells: NamedCell[] } {
  const rows: (Cell | null)[][] = [headingRow("Constants")];
  const cells: NamedCell[] = [];
  for (const { key, label, unit, value, format, note } of CONSTANTS) {
    cells.push({ key, label, unit, format, sheet, address: `$B$${firstRow + rows.length}` });
    rows.push([{ content: label, look: "label" }, { content: value, look: "constant", format }, { content: unit, look: "unit" }, { content: note, look: "note" }]);
  }
  rows.push([]);
  const tax = taxTable(firstRow + rows.length, sheet, depreciationYears);
  return { rows: [...rows, ...tax.rows], cells: [...cells, ...tax.cells] };
}

/** Years down, lives across; the share by the chosen life first. */
function taxTable(firstRow: number, sheet: string, depreciationYears: string): { readonly rows: (Cell | null)[][]; readonly cells: NamedCell[] } {
  const header = firstRow + 1;
  const percent = `$B$${header + 1}`;
  const lives = RECOVERY_YEARS.map((life): Cell => ({ content: life, look: "constant", format: FORMATS.whole }));
  const [first, last] = ["D", columnOf(lives.length - 1)];
  const rows: (Cell | null)[][] = [
    headingRow("Tax depreciation of new machines (IRS Publication 946, Table A-1, half-year convention)"),
    [{ content: "Year of service", look: "tableHeader" }, { content: "Chosen life", look: "tableHeader" }, { content: "Unit", look: "tableHeader" }, ...lives],
    [{ content: "Percent of one", look: "label" }, { content: PERCENT, look: "constant", format: FORMATS.whole }, { content: "%", look: "unit" }],
  ];
  const cells: NamedCell[] = [];
  for (let year = 1; year <= TAX_YEARS; year++) {
    const row = firstRow + rows.length;
    const chosen = `=INDEX($${first}${row}:$${last}${row},MATCH(${depreciationYears},$${first}$${header}:$${last}$${header},0))/${percent}`;
    cells.push({ key: `macrs.${year}`, label: `Written off in year ${year} of service`, unit: "share", format: FORMATS.percent, sheet, address: `$B$${row}` });
    rows.push([
      { content: `Year ${year}`, look: "label" }, { content: { formula: chosen }, look: "calculation", format: FORMATS.percent }, { content: "share; table in %", look: "unit" },
      ...RECOVERY_YEARS.map((life): Cell => ({ content: percentOf(macrsShares(life)[year - 1] ?? 0), look: "constant", format: FORMATS.ratio })),
    ]);
  }
  return { rows, cells };
}

/** 33.33 of 0.3333, as the table is printed. */
function percentOf(share: number): number {
  return Number((share * PERCENT).toFixed(3));
}

function columnOf(index: number): string {
  return String.fromCharCode("D".charCodeAt(0) + index);
}

export function headingRow(text: string): Cell[] {
  return Array.from({ length: 4 }, (_, i) => ({ content: i === 0 ? text : "", look: "heading" }));
}
