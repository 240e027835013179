import type { ScenarioInputs } from "../planning";
import { excelSerial } from "../units/dates";
import {
  BLOCKS_PER_HALVING, HASHES_PER_DIFFICULTY, HASHES_PER_EH, HASHES_PER_PH, HOURS_PER_DAY, INITIAL_SUBSIDY_SATOSHI, SATOSHI_PER_BTC, SECONDS_PER_DAY,
  TARGET_BLOCKS_PER_DAY, TARGET_BLOCK_SECONDS, TH_PER_PH, W_PER_KW, W_PER_MW,
} from "../units/constants";
import { sheetReference } from "./address";
import { FORMATS } from "./looks";
import type { Cell, Sheet } from "./workbook";

/** One figure of the Inputs sheet. */
export interface InputLine {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly value: string | number;
  readonly format?: string;
  readonly note: string;
}

interface Section {
  readonly title: string;
  /** people may change them */
  readonly inputs: boolean;
  readonly lines: readonly InputLine[];
}

export interface InputsSheet {
  readonly sheet: Sheet;
  readonly lines: readonly InputLine[];
  /** a figure's cell as other sheets name it: Inputs!$B$7 */
  reference(key: string): string;
  /** the cell that counts the figures changed since the build, as other sheets name it */
  readonly changedCount: string;
}

const HEADERS = ["Input", "Value", "Unit", "At build", "Changed", "Source or note"];
const VALUE = 1;
const AT_BUILD = 3;
const CHANGED = 4;
/** Row of the count of changed figures, between the remark and the headers. */
const COUNT_ROW = 3;

/** Relative difference that checks let pass: far above the rounding of either engine, far below a cent in a hundred thousand dollars. */
const CHECK_TOLERANCE = 1e-9;

/** Every assumption with its value, unit and source; inputs first, then the constants of the protocol and of time. */
export function inputsSheet(inputs: ScenarioInputs, name: string): InputsSheet {
  const rows: (Cell | null)[][] = [
    textRow("Scenario inputs", "title"),
    textRow("Blue cells are inputs: change them and the model recalculates. Revenue is positive, costs are negative. Black is calculated, green is read from another sheet.", "remark"),
    emptyRow(),
    emptyRow(),
    HEADERS.map((text, i): Cell => ({ content: text, look: i === 0 ? "columnHeader" : i === VALUE || i === AT_BUILD || i === CHANGED ? "columnHeaderRight" : "columnHeaderIndented" })),
  ];
  const rowByKey = new Map<string, number>();
  const first = rows.length + 1;
  for (const section of sections(inputs)) {
    rows.push(HEADERS.map((_, i): Cell => ({ content: i === 0 ? section.title : "", look: "heading" })));
    for (const line of section.lines) {
      rows.push(lineRow(line, section.inputs, rows.length + 1));
      rowByKey.set(line.key, rows.length);
    }
  }
  const countRow = rows[COUNT_ROW - 1]!;
  countRow[AT_BUILD] = { content: "Changed since build", look: "atBuild" };
  countRow[CHANGED] = { content: { formula: `=SUM(E${first}:E${rows.length})` }, look: "total", format: FORMATS.flag };
  const reference = (key: string): string => {
    const row = rowByKey.get(key);
    if (row === undefined) throw new Error(`The Inputs sheet has no "${key}"`);
    return `${sheetReference(name)}!$B$${row}`;
  };
  return {
    sheet: {
      name, rows, tabColor: "#0000FF", columnWidths: [180, 165, 80, 165, 60, 600], freeze: { rows: 5, columns: 1 }, orientation: "landscape", charts: [],
    },
    lines: sections(inputs).flatMap((section) => section.lines),
    reference,
    changedCount: `${sheetReference(name)}!$E$${COUNT_ROW}`,
  };
}

function lineRow(line: InputLine, isInput: boolean, row: number): Cell[] {
  const { label, unit, value, format, note } = line;
  return [
    { content: label, look: "label" },
    { content: value, look: isInput ? "input" : "constant", format },
    { content: unit, look: "unit" },
    { content: value, look: "atBuild", format },
    { content: { formula: `=IF(B${row}=D${row},0,1)` }, look: "calculation", format: FORMATS.changed },
    { content: note, look: "note" },
  ];
}

function textRow(text: string, look: "title" | "remark"): (Cell | null)[] {
  return HEADERS.map((_, i): Cell | null => (i === 0 ? { content: text, look } : null));
}

function emptyRow(): (Cell | null)[] {
  return HEADERS.map(() => null);
}

function sections({ site, fleet, candidate, horizon, market }: ScenarioInputs): Section[] {
  const onDate = `${market.date}, ${market.source}`;
  return [
    { title: "Site", inputs: true, lines: [
      { key: "siteMw", label: "Site power", unit: "MW", value: site.powerCapacityMw, format: FORMATS.decimals, note: "Power the site may draw at the meter" },
      { key: "powerPrice", label: "Power price", unit: "$/kWh", value: site.powerPriceUsdKwh, format: FORMATS.usdKwh, note: "At the meter, all charges in it" },
      { key: "pue", label: "PUE", unit: "ratio", value: site.pue, format: FORMATS.ratio, note: "Site power divided by machine power" },
      { key: "uptime", label: "Uptime", unit: "share", value: site.uptime, format: FORMATS.percent, note: "Share of the time that machines run" },
      { key: "poolFee", label: "Pool fee", unit: "share", value: site.poolFee, format: FORMATS.percent, note: "Share of revenue that the pool keeps" },
      { key: "fixedOpex", label: "Fixed costs", unit: "$/month", value: site.fixedOpexUsdMonth, format: FORMATS.usd, note: "Staff, rent, insurance; due while machines run" },
    ] },
    { title: "Fleet", inputs: true, lines: [
      { key: "keepMachine", label: "Fleet machine", unit: "name", value: fleet.machine.name, note: "Label only; the figures below count" },
      { key: "keepThs", label: "Fleet hashrate", unit: "TH/s", value: fleet.machine.hashrateThs, format: FORMATS.decimals, note: fleet.machine.source },
      { key: "keepW", label: "Fleet power", unit: "W", value: fleet.machine.powerW, format: FORMATS.whole, note: fleet.machine.source },
      { key: "units", label: "Fleet units", unit: "machines", value: fleet.units, format: FORMATS.whole, note: "Machines owned; as many run as the site's power allows" },
      { key: "resalePrice", label: "Fleet resale price", unit: "$/TH", value: fleet.resaleUsdTh, format: FORMATS.decimals, note: "What a buyer pays for the machines today" },
    ] },
    { title: "Candidate", inputs: true, lines: [
      { key: "upMachine", label: "Candidate machine", unit: "name", value: candidate.machine.name, note: "Label only; the figures below count" },
      { key: "upThs", label: "Candidate hashrate", unit: "TH/s", value: candidate.machine.hashrateThs, format: FORMATS.decimals, note: candidate.machine.source },
      { key: "upW", label: "Candidate power", unit: "W", value: candidate.machine.powerW, format: FORMATS.whole, note: candidate.machine.source },
      { key: "upPrice", label: "Candidate price", unit: "$/TH", value: candidate.landedPriceUsdTh, format: FORMATS.decimals, note: "With duty, freight and installation" },
    ] },
    { title: "Market on the start date", inputs: true, lines: [
      { key: "date", label: "Market date", unit: "date", value: excelSerial(market.date), format: FORMATS.date, note: "Month 1 begins on this day" },
      { key: "price0", label: "BTC price", unit: "$", value: market.btcPriceUsd, format: FORMATS.usdCents, note: onDate },
      { key: "difficulty0", label: "Difficulty", unit: "number", value: market.difficulty, format: FORMATS.whole, note: onDate },
      { key: "fees", label: "Fees", unit: "BTC/block", value: market.feesBtcPerBlock, format: FORMATS.btc, note: `${onDate}; held for all months` },
      { key: "height0", label: "Block height", unit: "blocks", value: market.height, format: FORMATS.whole, note: `Newest block, ${onDate}` },
    ] },
    { title: "Plan", inputs: true, lines: [
      { key: "rate", label: "Discount rate", unit: "a year", value: horizon.discountRateAnnual, format: FORMATS.percent, note: "Effective annual rate" },
      { key: "priceGrowth", label: "BTC price growth", unit: "a month", value: horizon.priceGrowthMonthly, format: FORMATS.percent, note: "From one month to the next; an assumption, not a forecast" },
      { key: "difficultyGrowth", label: "Difficulty growth", unit: "a month", value: horizon.difficultyGrowthMonthly, format: FORMATS.percent, note: "From one month to the next; an assumption, not a forecast" },
    ] },
    { title: "Constants", inputs: false, lines: [
      { key: "months", label: "Months", unit: "months", value: horizon.months, format: FORMATS.whole, note: "Fixed when the workbook was built: the model has one column a month" },
      { key: "hashesPerDifficulty", label: "Hashes per difficulty", unit: "hashes", value: HASHES_PER_DIFFICULTY, format: FORMATS.whole, note: "2^32, the industry's convention (Bitcoin Wiki, Difficulty)" },
      { key: "blockSeconds", label: "Block time", unit: "seconds", value: TARGET_BLOCK_SECONDS, format: FORMATS.whole, note: "What the protocol aims at (Bitcoin Core)" },
      { key: "blocksPerDay", label: "Blocks a day", unit: "blocks", value: TARGET_BLOCKS_PER_DAY, format: FORMATS.whole, note: "86,400 seconds divided by 600" },
      { key: "halvingInterval", label: "Halving interval", unit: "blocks", value: BLOCKS_PER_HALVING, format: FORMATS.whole, note: "Bitcoin Core, nSubsidyHalvingInterval" },
      { key: "initialSubsidy", label: "Subsidy of the first block", unit: "satoshi", value: INITIAL_SUBSIDY_SATOSHI, format: FORMATS.whole, note: "Bitcoin Core, GetBlockSubsidy" },
      { key: "subsidyDivisor", label: "Subsidy divisor", unit: "per halving", value: 2, format: FORMATS.whole, note: "Bitcoin Core, GetBlockSubsidy; cut to whole satoshi" },
      { key: "satoshi", label: "Satoshi per BTC", unit: "satoshi", value: SATOSHI_PER_BTC, format: FORMATS.whole, note: "By definition" },
      { key: "secondsPerDay", label: "Seconds a day", unit: "seconds", value: SECONDS_PER_DAY, format: FORMATS.whole, note: "By definition" },
      { key: "hoursPerDay", label: "Hours a day", unit: "hours", value: HOURS_PER_DAY, format: FORMATS.whole, note: "By definition" },
      { key: "monthsPerYear", label: "Months a year", unit: "months", value: 12, format: FORMATS.whole, note: "By definition" },
      { key: "hashesPerPh", label: "Hashes per PH", unit: "hashes", value: HASHES_PER_PH, format: FORMATS.scientific, note: "By definition" },
      { key: "hashesPerEh", label: "Hashes per EH", unit: "hashes", value: HASHES_PER_EH, format: FORMATS.scientific, note: "By definition" },
      { key: "thPerPh", label: "TH per PH", unit: "TH", value: TH_PER_PH, format: FORMATS.whole, note: "By definition" },
      { key: "wPerKw", label: "W per kW", unit: "W", value: W_PER_KW, format: FORMATS.whole, note: "By definition" },
      { key: "wPerMw", label: "W per MW", unit: "W", value: W_PER_MW, format: FORMATS.whole, note: "By definition" },
      { key: "leastMachines", label: "Fewest machines", unit: "machines", value: 1, format: FORMATS.whole, note: "A plan needs a machine of either kind that runs" },
      { key: "tolerance", label: "Check tolerance", unit: "share", value: CHECK_TOLERANCE, format: FORMATS.scientific, note: "Difference that checks let pass, as a share of the largest flow" },
    ] },
  ];
}
