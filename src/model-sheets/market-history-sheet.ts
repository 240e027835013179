import { columnName } from "./address";
import { FORMATS, type Look } from "./looks";
import type { Cell, Workbook } from "./workbook";

/** Figures of the market that a plan was made with. */
export interface MarketFigures {
  /** Excel serial of the day */
  readonly date: number;
  /** ISO */
  readonly time: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly feesBtcPerBlock: number;
  readonly hashrateEhs: number;
  readonly height: number;
  readonly source: string;
}

/** The Excel table that keeps the figures taken from hosts, one row each time. */
export const MARKET_HISTORY_TABLE = "MarketHistory";

const COLUMNS: readonly { readonly header: string; readonly key: keyof MarketFigures; readonly width: number; readonly format?: string; readonly look?: Look }[] = [
  { header: "Date", key: "date", width: 80, format: FORMATS.date },
  { header: "BTC price ($)", key: "btcPriceUsd", width: 90, format: FORMATS.usdCents },
  { header: "Difficulty", key: "difficulty", width: 150, format: FORMATS.whole },
  { header: "Fees (BTC/block)", key: "feesBtcPerBlock", width: 100, format: FORMATS.btc },
  { header: "Height", key: "height", width: 80, format: FORMATS.whole },
  { header: "Hashrate (EH/s)", key: "hashrateEhs", width: 100, format: FORMATS.decimals },
  { header: "Source", key: "source", width: 140, look: "constantText" },
  { header: "Time", key: "time", width: 170, look: "constantText" },
];

/** A row of the table by its headers. */
export function marketHistoryRow(figures: MarketFigures): Readonly<Record<string, string | number>> {
  return Object.fromEntries(COLUMNS.map(({ header, key }) => [header, figures[key]]));
}

/** A sheet of its own with the table and its first row. @param taken names of sheets, in any case */
export function marketHistoryWorkbook(figures: MarketFigures, taken: readonly string[]): Workbook {
  const name = freeName("Market history", taken);
  const blank = COLUMNS.map(() => null);
  const first = (content: string, look: Look): (Cell | null)[] => [{ content, look }, ...blank.slice(1)];
  return {
    sheets: [{
      name,
      rows: [
        first("Market history", "title"),
        first("Figures that were taken from a host into the portfolio, one row each time. Nothing here follows by itself.", "remark"),
        blank,
        COLUMNS.map(({ header }) => ({ content: header, look: "tableHeader" })),
        COLUMNS.map(({ key, format, look = "constant" }) => ({ content: figures[key], look, format })),
      ],
      tabColor: "#7F7F7F",
      columnWidths: COLUMNS.map(({ width }) => width),
      freeze: { rows: 4, columns: 1 },
      orientation: "landscape",
      charts: [],
      tables: [{ name: MARKET_HISTORY_TABLE, address: `A4:${columnName(COLUMNS.length - 1)}5` }],
    }],
    activeSheet: name,
  };
}

function freeName(name: string, taken: readonly string[]): string {
  const isTaken = (candidate: string): boolean => taken.some((each) => each.toLowerCase() === candidate.toLowerCase());
  let number = 1;
  const candidate = (): string => (number === 1 ? name : `${name} ${number}`);
  while (isTaken(candidate())) number++;
  return candidate();
}
