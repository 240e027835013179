import { FORMATS } from "./looks";
import type { InputsSheet } from "./inputs-sheet";
import { layOut, type Line, type LinePositions, type SeriesLine, type ValueLine } from "./lines";
import type { Sheet } from "./workbook";

export interface ModelSheet {
  readonly sheet: Sheet;
  readonly positions: LinePositions;
}

/** Rows that stay in view: title, remark, column headers, month and its first day. */
const FROZEN_ROWS = 5;
/** The column header over the start: a month's number is its distance from here. */
const START_HEADER = "$D$3";

/** The monthly model: one line one formula, left to right; figures come in once, as links, and are calculated once. */
export function modelSheet(inputs: InputsSheet, months: number, name: string): ModelSheet {
  const lines: Line[] = [
    { kind: "text", text: "Monthly model", look: "title" },
    { kind: "text", text: "Revenue is positive, costs are negative. Flows fall at month end; those of the start fall at once. One line is one formula.", look: "remark" },
    { kind: "columnHeaders", texts: ["Line", "Value, total or mean", "Unit", "Start"] },
    series("month", "Month", "number", `=COLUMN()-COLUMN(${START_HEADER})`, FORMATS.flag, { look: "timeline" }),
    series("start", "Month begins", "date", "=EDATE([$date],[grown])", FORMATS.date, { look: "timeline" }),
    { kind: "gap" },
    { kind: "heading", text: "Inputs and constants, as the Inputs sheet gives them" },
    ...inputs.lines.map((line) => value(line.key, line.label, line.unit, `=${inputs.reference(line.key)}`, line.format, "link")),
    { kind: "gap" },
    ...timelineLines(),
    { kind: "gap" },
    ...marketLines(),
    { kind: "gap" },
    ...keepLines(),
    { kind: "gap" },
    ...upgradeLines(),
    { kind: "gap" },
    { kind: "heading", text: "Shut down" },
    series("shutResale", "Machines sold, shut down", "$", "=[$resaleValue]*(1-[runs])", FORMATS.usd, { total: "sum" }),
    series("shutCash", "Cash flow, shut down", "$", "=[shutResale]", FORMATS.usd, { total: "sum" }),
    { kind: "gap" },
    ...valueLines(),
    { kind: "gap" },
    ...paybackLines(),
    { kind: "gap" },
    ...secondRouteLines(),
  ];
  const { rows, positions } = layOut(lines, months);
  return {
    sheet: {
      name, rows, tabColor: "#1F3864", columnWidths: [250, 165, 85, ...rows[0]!.slice(3).map(() => 82)],
      freeze: { rows: FROZEN_ROWS, columns: 3 }, orientation: "landscape", charts: [],
    },
    positions,
  };
}

function timelineLines(): Line[] {
  return [
    { kind: "heading", text: "Timeline and halving" },
    series("runs", "Machines run (1 = yes)", "flag", "=IF([month]>0,1,0)", FORMATS.flag),
    series("grown", "Months of growth", "months", "=MAX([month]-1,0)", FORMATS.flag),
    series("end", "Month ends", "date", "=EDATE([$date],[month])", FORMATS.date),
    series("days", "Days", "days", "=[end]-[start]", FORMATS.whole, { total: "sum" }),
    series("blocks", "Blocks", "blocks", "=[days]*[$blocksPerDay]", FORMATS.whole, { total: "sum" }),
    series("firstHeight", "Height of the first block", "blocks", "=[$height0]+1+([start]-[$date])*[$blocksPerDay]", FORMATS.whole),
    series("halvings", "Halvings before it", "number", "=INT([firstHeight]/[$halvingInterval])", FORMATS.flag),
    series("halvingHeight", "Height of the next halving", "blocks", "=([halvings]+1)*[$halvingInterval]", FORMATS.whole),
    series("share", "Share of blocks before that halving", "share", "=IF([blocks]>0,MIN([blocks],[halvingHeight]-[firstHeight])/[blocks],1)", FORMATS.percent),
    series("subsidyBefore", "Subsidy before that halving", "BTC/block", "=INT([$initialSubsidy]/[$subsidyDivisor]^[halvings])/[$satoshi]", FORMATS.btc),
    series("subsidyAfter", "Subsidy after that halving", "BTC/block", "=INT([$initialSubsidy]/[$subsidyDivisor]^([halvings]+1))/[$satoshi]", FORMATS.btc),
    series("subsidy", "Mean subsidy", "BTC/block", "=[subsidyBefore]*[share]+[subsidyAfter]*(1-[share])", FORMATS.btc),
  ];
}

function marketLines(): Line[] {
  return [
    { kind: "heading", text: "Market" },
    series("price", "BTC price by month", "$", "=[$price0]*(1+[$priceGrowth])^[grown]", FORMATS.usd),
    series("difficulty", "Difficulty by month", "number", "=[$difficulty0]*(1+[$difficultyGrowth])^[grown]", FORMATS.scientific),
    series("network", "Network hashrate", "EH/s", "=[difficulty]*[$hashesPerDifficulty]/[$blockSeconds]/[$hashesPerEh]", FORMATS.decimals),
    series("reward", "Block reward", "BTC/block", "=[subsidy]+[$fees]", FORMATS.btc),
    series("hashprice", "Hashprice", "$/PH/day", "=[price]*[reward]*[$secondsPerDay]*[$hashesPerPh]/([difficulty]*[$hashesPerDifficulty])", FORMATS.decimals, { total: "=AVERAGE([hashprice+])" }),
    series("netHashprice", "Hashprice after the pool fee", "$/PH/day", "=[hashprice]*(1-[$poolFee])", FORMATS.decimals),
  ];
}

/** Lines that running machines have under either alternative; `own` is "keep" or "up". */
function runningLines(own: string, suffix: string): Line[] {
  return [
    value(`${own}Ph`, `Hashrate, ${suffix}`, "PH/s", `=[$${own}Units]*[$${own}Ths]/[$thPerPh]`, FORMATS.decimals),
    value(`${own}Efficiency`, `Efficiency, ${suffix}`, "J/TH", `=[$${own}W]/[$${own}Ths]`, FORMATS.decimals),
    value(`${own}Mw`, `Power drawn, ${suffix}`, "MW", `=[$${own}Units]*[$${own}W]*[$pue]/[$wPerMw]`, FORMATS.decimals),
    value(`${own}KwhPh`, `Energy of 1 PH/s, ${suffix}`, "kWh/day", `=[$hoursPerDay]*[$${own}Efficiency]*[$thPerPh]/[$wPerKw]*[$pue]`, FORMATS.decimals),
    value(`${own}Breakeven`, `Breakeven power price today, ${suffix}`, "$/kWh", `=[netHashprice<]/[$${own}KwhPh]`, FORMATS.usdKwh),
    series(`${own}Revenue`, `Revenue after the pool fee, ${suffix}`, "$", `=[netHashprice]*[$${own}Ph]*[days]*[$uptime]`, FORMATS.usd, { total: "sum" }),
    series(`${own}Btc`, `Bitcoin mined after the pool fee, ${suffix}`, "BTC", `=[${own}Revenue]/[price]`, FORMATS.btcMined, { total: "sum" }),
    series(`${own}Energy`, `Energy, ${suffix}`, "kWh", `=[$${own}KwhPh]*[$${own}Ph]*[days]*[$uptime]`, FORMATS.usd, { total: "sum" }),
    series(`${own}Power`, `Power cost, ${suffix}`, "$", `=-[${own}Energy]*[$powerPrice]`, FORMATS.usd, { total: "sum" }),
    series(`${own}Fixed`, `Fixed costs, ${suffix}`, "$", "=-[$fixedOpex]*[runs]", FORMATS.usd, { total: "sum" }),
    series(`${own}Operating`, `Operating cash flow, ${suffix}`, "$", `=[${own}Revenue]+[${own}Power]+[${own}Fixed]`, FORMATS.usd, { total: "sum" }),
  ];
}

function keepLines(): Line[] {
  return [
    { kind: "heading", text: "Keep the fleet" },
    value("keepFit", "Machines that fit the site, keep", "machines", "=INT([$siteMw]*[$wPerMw]/([$keepW]*[$pue]))", FORMATS.whole),
    value("keepUnits", "Machines that run, keep", "machines", "=MIN([$units],[$keepFit])", FORMATS.whole),
    ...runningLines("keep", "keep"),
    series("keepCash", "Cash flow, keep", "$", "=[keepOperating]", FORMATS.usd, { total: "sum" }),
  ];
}

function upgradeLines(): Line[] {
  return [
    { kind: "heading", text: "Upgrade to the candidate" },
    value("upUnits", "Machines that run, upgrade", "machines", "=INT([$siteMw]*[$wPerMw]/([$upW]*[$pue]))", FORMATS.whole),
    ...runningLines("up", "upgrade"),
    value("purchaseValue", "Price of the machines", "$", "=[$upPh]*[$thPerPh]*[$upPrice]", FORMATS.usd),
    value("resaleValue", "Resale value of the fleet", "$", "=[$units]*[$keepThs]*[$resalePrice]", FORMATS.usd),
    series("upPurchase", "Machines bought, upgrade", "$", "=-[$purchaseValue]*(1-[runs])", FORMATS.usd, { total: "sum" }),
    series("upResale", "Machines sold, upgrade", "$", "=[$resaleValue]*(1-[runs])", FORMATS.usd, { total: "sum" }),
    series("upCash", "Cash flow, upgrade", "$", "=[upOperating]+[upPurchase]+[upResale]", FORMATS.usd, { total: "sum" }),
  ];
}

function valueLines(): Line[] {
  const alternatives = [["keep", "keep"], ["up", "upgrade"], ["shut", "shut down"]] as const;
  return [
    { kind: "heading", text: "Discounting: the totals are the net present values" },
    value("monthlyRate", "Monthly rate", "a month", "=(1+[$rate])^(1/[$monthsPerYear])-1", FORMATS.rate),
    series("factor", "Discount factor", "share", "=1/(1+[$monthlyRate])^[month]", FORMATS.factor),
    ...alternatives.map(([own, text]) => series(`${own}Present`, `Present value, ${text}`, "$", `=[${own}Cash]*[factor]`, FORMATS.usd, { total: "sum" })),
    ...alternatives.map(([own, text]) => series(`${own}Cumulative`, `Cumulative present value, ${text}`, "$", `=SUM([${own}Present^])`, FORMATS.usd)),
  ];
}

function paybackLines(): Line[] {
  return [
    { kind: "heading", text: "Payback of the upgrade, against the better of keeping and shutting down" },
    value("againstKeep", "Counted against keeping (1) or shutting down (0)", "flag", "=IF([$keepPresent]>=[$shutPresent],1,0)", FORMATS.flag),
    value("against", "Counted against, in words", "text", '=IF([$againstKeep]=1,"keeping","shutting down")'),
    series("extra", "Cash flow of the upgrade beyond that", "$", "=[upCash]-IF([$againstKeep]=1,[keepCash],[shutCash])", FORMATS.usd, { total: "sum" }),
    series("extraSum", "Running total", "$", "=SUM([extra^])", FORMATS.usd),
    series("recovered", "Recovered (1 = yes)", "flag", "=IF([extraSum]>=0,1,0)", FORMATS.flag),
    series("crossing", "First month of it", "flag", "=IF(AND([recovered]=1,SUM([recovered^])=1),1,0)", FORMATS.flag, { total: "sum" }),
    series("payback", "Payback inside that month", "months", "=IF([crossing]*[runs]=1,[month]-[extraSum]/[extra],0)", FORMATS.decimals, { total: '=IF([$crossing]=0,"never",SUM([payback:]))' }),
  ];
}

function secondRouteLines(): Line[] {
  return [
    { kind: "heading", text: "Second routes, for the checks" },
    series("hashpriceByShare", "Hashprice by share of the network", "$/PH/day", "=[price]*[reward]*[$blocksPerDay]*[$hashesPerPh]/([network]*[$hashesPerEh])", FORMATS.decimals, { total: "=AVERAGE([hashpriceByShare+])" }),
    value("keepNpvFunction", "Keep by the NPV function", "$", "=[keepCash<]+NPV([$monthlyRate],[keepCash+])", FORMATS.usd),
    value("upNpvFunction", "Upgrade by the NPV function", "$", "=[upCash<]+NPV([$monthlyRate],[upCash+])", FORMATS.usd),
    value("blocksByHeight", "Blocks by height", "blocks", "=[firstHeight>]+[blocks>]-[firstHeight<]", FORMATS.whole),
    value("powerDrawn", "Most power drawn", "MW", "=MAX([$keepMw],[$upMw])", FORMATS.decimals),
    value("fewestUnits", "Fewest machines that run", "machines", "=MIN([$keepUnits],[$upUnits])", FORMATS.whole),
    value("lastMonth", "Last month", "number", "=[month>]", FORMATS.whole),
    value("largestFlow", "Largest total, for the tolerance", "$", "=MAX(1,[$keepRevenue],[$upRevenue],[$purchaseValue])", FORMATS.usd),
    value("usdTolerance", "Tolerance in dollars", "$", "=[$tolerance]*[$largestFlow]", FORMATS.usdCents),
  ];
}

function value(key: string, label: string, unit: string, formula: string, format?: string, look: ValueLine["look"] = "calculation"): ValueLine {
  return { kind: "value", key, label, unit, formula, look, format };
}

function series(key: string, label: string, unit: string, formula: string, format: string, more: Pick<SeriesLine, "look" | "total"> = {}): SeriesLine {
  return { kind: "series", key, label, unit, formula, format, ...more };
}
