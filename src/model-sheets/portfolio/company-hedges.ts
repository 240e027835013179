import type { Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { constant, hedgeInput } from "./company-inputs";
import { dollars, series as line } from "./make-lines";
import { seriesBinKeys } from "./price-bins-lines";

/** One block for each hedge, and their sum. */
export function hedgeLines({ finance: { hedges }, priceSeries }: Portfolio): BookLine[] {
  return [
    ...hedges.flatMap((hedge, i) => [...(hedge.kind === "hashpriceForward" ? forwardLines(i + 1) : putLines(i + 1, hedge.seriesId, 1 + priceSeries.findIndex(({ id }) => id === hedge.seriesId))), { kind: "gap" as const }]),
    { kind: "heading", text: "Hedges together" },
    dollars("coHedges", "Hedges", `=${hedges.map((_, i) => `[coHedge${i + 1}]`).join("+") || "0"}`),
    { kind: "gap" },
  ];
}

function forwardLines(n: number): BookLine[] {
  return [
    { kind: "heading", text: `Hedge ${n}: hashprice forward, sold` },
    on(n),
    dollars(`coHedge${n}`, `Result of hedge ${n}`, `=(${hedgeInput(n, "hashpriceUsdPhDay")}-[hashprice])*${hedgeInput(n, "hashratePhs")}*[days]*[coHedge${n}On]`),
  ];
}

function putLines(n: number, seriesId: string, series: number): BookLine[] {
  const { prices, shares } = blocksOf(series);
  const strike = hedgeInput(n, "strikeUsdKwh");
  return [
    { kind: "heading", text: `Hedge ${n}: power put on ${seriesId}, bought` },
    on(n),
    line(`coHedge${n}Below`, `Mean shortfall of the hourly price below the strike, hedge ${n}`, "$/kWh", `=SUMPRODUCT((${prices}<${strike})*(${strike}-${prices})*${shares})`, FORMATS.usdKwh),
    dollars(`coHedge${n}Payoff`, `Paid out by hedge ${n}`, `=[coHedge${n}Below]*${hedgeInput(n, "volumeMw")}*${constant("kwPerMw")}*[hours]*[coHedge${n}On]`),
    dollars(`coHedge${n}`, `Result of hedge ${n}`, `=[coHedge${n}Payoff]-${hedgeInput(n, "premiumUsdMonth")}*[coHedge${n}On]`),
  ];
}

function on(n: number): BookLine {
  return line(`coHedge${n}On`, `Hedge ${n} runs (1 = yes)`, "flag", `=IF(AND([month]>=${hedgeInput(n, "firstMonth")},[month]<=${hedgeInput(n, "lastMonth")}),1,0)`, FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole });
}

/** The bins of a series, as ranges. */
function blocksOf(series: number): { readonly prices: string; readonly shares: string } {
  const { prices, shares } = seriesBinKeys(series);
  const block = (keys: readonly string[]): string => `[${keys[0]!}:${keys.at(-1)!}]`;
  return { prices: block(prices), shares: block(shares) };
}
