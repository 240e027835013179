import type { MarketPath, MarketScenario, MarketStart, Portfolio, ValuePath } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { sheetHead } from "./links";
import { flags, heading, linked, remark, series, stamped, value } from "./make-lines";

/** The start's figure that a path begins at, by the path's field in a scenario. */
const START = { btcPrice: "market.start.btcPriceUsd", fees: "market.start.feesBtcPerBlock", difficulty: "market.start.difficulty" } as const;
const AMOUNT = { btcPrice: ["BTC price", "$", FORMATS.usd], fees: ["Fees", "BTC/block", FORMATS.btc], difficulty: ["Difficulty", "number", FORMATS.scientific] } as const;
type PathField = keyof typeof START;

/** The timeline, every scenario's market month by month, and the one that decides. @param paths one for each scenario of the document */
export function marketLines({ market, horizonMonths }: Portfolio, paths: readonly MarketPath[]): BookLine[] {
  const { scenarios } = market;
  const choice = (field: string): string => `=CHOOSE([$scenario],${scenarios.map((_, k) => `[m${k + 1}${field}]`).join(",")})`;
  return [
    ...sheetHead("Market", "The timeline, each scenario by month, and the scenario that decides. Flows of a month fall at its end, those of the start at once.", [
      series("month", "Month", "number", "=COLUMN()-COLUMN($D$3)", FORMATS.flag),
      series("start", "Month begins", "date", "=EDATE([$market.start.date],[grown])", FORMATS.date),
    ]),
    series("end", "Month ends", "date", "=EDATE([$market.start.date],[month])", FORMATS.date),
    series("days", "Days", "days", "=[end]-[start]", FORMATS.whole, { total: "sum", totalFormat: FORMATS.whole }),
    series("hours", "Hours", "hours", "=[days]*[$hoursPerDay]", FORMATS.whole, { total: "sum", totalFormat: FORMATS.whole }),
    flags("runs", "A month and not the start", "=IF([month]>0,1,0)"),
    series("grown", "Months of growth", "months", "=MAX([month]-1,0)", FORMATS.whole),
    flags("firstMonth", "First month", "=IF([month]=1,1,0)"),
    flags("lastMonth", "Last month", "=IF([month]=[$horizonMonths],1,0)"),
    value("monthlyRate", "Discount rate by month", "a month", "=(1+[$finance.discountRateAnnual])^(1/[$monthsPerYear])-1", FORMATS.rate),
    series("discountFactor", "Discount factor", "share", "=1/(1+[$monthlyRate])^[month]", FORMATS.factor),
    value("discountSum", "Discount factors of all months", "months", "=SUM([discountFactor+])", FORMATS.decimals),
    { kind: "gap" },
    { kind: "links", heading: "Inputs and constants" },
    ...heading("The scenario that decides"),
    ...scenarios.map((scenario, k) => linked(`m${k + 1}Id`, `Scenario ${k + 1}`, "name", `Scenarios.${k + 1}.id`)),
    value("scenario", "Number of the scenario that decides", "number", `=MATCH([$market.scenarioId],[$m1Id:m${scenarios.length}Id],0)`, FORMATS.whole),
    series("btcPrice", "BTC price by month", "$", choice("BtcPrice"), FORMATS.usd, { total: "=AVERAGE([btcPrice+])", totalFormat: FORMATS.usd }),
    series("difficulty", "Difficulty by month", "number", choice("Difficulty"), FORMATS.scientific),
    series("hashprice", "Hashprice by month", "$/PH/day", choice("Hashprice"), FORMATS.decimals, { total: "=AVERAGE([hashprice+])", totalFormat: FORMATS.decimals }),
    series("hashpriceRatio", "Hashprice over that of month 1", "ratio", "=IF([runs]=1,[hashprice]/[hashprice|],1)", FORMATS.ratio),
    ...scenarios.flatMap((scenario, k) => scenarioLines(scenario, k + 1, paths[k]!, market.start, horizonMonths)),
  ];
}

function scenarioLines(scenario: MarketScenario, k: number, path: MarketPath, market: MarketStart, months: number): BookLine[] {
  const { difficulty } = scenario;
  const own = (name: string): string => `m${k}${name}`;
  const of = (text: string): string => `${text}, ${scenario.id}`;
  const response = difficulty.kind === "networkResponse";
  return [
    ...heading(`Scenario ${k}: ${scenario.id}`),
    ...(response ? [remark(`Difficulty and the pace of blocks follow from the price by the model of the world's machines in the tables Scenarios and NetworkStack. They were computed when the workbook was built, for the market of that date, and stay as they are when inputs change.`)] : []),
    pathLine("btcPrice", own("BtcPrice"), k, of, scenario.btcPrice, months),
    pathLine("fees", own("Fees"), k, of, scenario.fees, months),
    ...(response
      ? [
          stamped(own("Difficulty"), of("Difficulty"), "number", FORMATS.scientific, [market.difficulty, ...path.months.map((month) => month.difficulty)]),
          stamped(own("Blocks"), of("Blocks"), "blocks", FORMATS.whole, [0, ...path.months.map(({ blocks }) => blocks)]),
          stamped(own("FirstHeight"), of("Height of the first block"), "blocks", FORMATS.whole, [market.height + 1, ...path.months.map(({ firstHeight }) => firstHeight)]),
        ]
      : [
          pathLine("difficulty", own("Difficulty"), k, of, difficulty, months),
          series(own("Blocks"), of("Blocks"), "blocks", "=[days]*[$blocksPerDay]", FORMATS.whole),
          series(own("FirstHeight"), of("Height of the first block"), "blocks", "=[$market.start.height]+1+([start]-[$market.start.date])*[$blocksPerDay]", FORMATS.whole),
        ]),
    series(own("Halvings"), of("Halvings before it"), "number", `=INT([${own("FirstHeight")}]/[$halvingInterval])`, FORMATS.flag),
    series(own("Before"), of("Blocks before the next halving"), "blocks", `=MIN([${own("Blocks")}],([${own("Halvings")}]+1)*[$halvingInterval]-[${own("FirstHeight")}])`, FORMATS.whole),
    series(own("Share"), of("Share of blocks before that halving"), "share", `=IF([${own("Blocks")}]>0,[${own("Before")}]/[${own("Blocks")}],1)`, FORMATS.percent),
    series(own("SubsidyBefore"), of("Subsidy before that halving"), "BTC/block", `=INT([$initialSubsidy]/[$subsidyDivisor]^[${own("Halvings")}])/[$satoshi]`, FORMATS.btc),
    series(own("SubsidyAfter"), of("Subsidy after that halving"), "BTC/block", `=INT([$initialSubsidy]/[$subsidyDivisor]^([${own("Halvings")}]+1))/[$satoshi]`, FORMATS.btc),
    series(own("Subsidy"), of("Mean subsidy"), "BTC/block", `=[${own("SubsidyBefore")}]*[${own("Share")}]+[${own("SubsidyAfter")}]*(1-[${own("Share")}])`, FORMATS.btc),
    series(own("Reward"), of("Block reward"), "BTC/block", `=[${own("Subsidy")}]+[${own("Fees")}]`, FORMATS.btc),
    series(own("Hashprice"), of("Hashprice"), "$/PH/day", `=[${own("BtcPrice")}]*[${own("Reward")}]*[$secondsPerDay]*[$hashesPerPh]/([${own("Difficulty")}]*[$hashesPerDifficulty])`, FORMATS.decimals, {
      total: `=AVERAGE([${own("Hashprice")}+])`, totalFormat: FORMATS.decimals,
    }),
  ];
}

/** A path that grows from the start's value, or stands in the table of the scenario; the start itself is that of the market date. */
function pathLine(field: PathField, key: string, k: number, of: (text: string) => string, path: ValuePath, months: number): BookLine {
  const [label, unit, format] = AMOUNT[field];
  if (path.kind === "growth") return series(key, of(label), unit, `=[$${START[field]}]*(1+[$Scenarios.${k}.${field}.growthMonthly])^[grown]`, format);
  return { kind: "picked", key, label: of(label), unit, format, keys: [START[field], ...Array.from({ length: months }, (_, i) => `ScenarioTables.${i + 1}.${k}.${field}`)] };
}

