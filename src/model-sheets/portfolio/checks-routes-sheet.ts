import { FORMATS } from "../looks";
import type { BookLine, BookSheet } from "./book-line";
import { constant, debtInput, finance } from "./company-inputs";
import { HEAD_LINES, sheetHead } from "./links";
import { monthSumLines, sumKey } from "./checks-months";
import { unitLines } from "./checks-units";
import { sumOf } from "./company-lines";
import { dollars, plus, series, value } from "./make-lines";
import { LABELS, ROWS, UNITS } from "./model-alternative";
import type { Structure } from "./structure";

/** Figures of the fleets that add up to totals. */
export const ADDED = ROWS.filter((name) => name !== "MachineValue" && name !== "ConnectedKw");

/** The same figures worked out another way, for the Checks sheet to compare. */
export function secondRoutesSheet(structure: Structure, name: string): BookSheet {
  const { sites, fleets, portfolio } = structure;
  const { debts } = portfolio.finance;
  const lines: BookLine[] = [
    ...sheetHead("Second routes", "Figures of the other sheets worked out another way; the Checks sheet holds both beside each other."),
    { kind: "gap" },
    { kind: "links", heading: "From other sheets" },
    { kind: "gap" },
    { kind: "heading", text: "Tolerance" },
    value("rtNone", "Nothing", "any", "=0", FORMATS.flag),
    value("rtLargest", "Largest total of the plan", "$", "=MAX(1,[$totalRevenue],-[$totalPower],-[$totalPurchase],[$totalSales],[coDebt<],[coCashClose<])", FORMATS.usd),
    value("rtTolerance", "Differences in dollars that pass", "$", `=${constant("tolerance")}*[$rtLargest]`, FORMATS.usdCents),
    { kind: "gap" },
    { kind: "heading", text: "Market" },
    value("rtMonths", "Last month of the timeline", "number", "=[month>]", FORMATS.whole),
    series("rtReward", "Block reward of the scenario that decides", "BTC/block", `=CHOOSE([$scenario],${portfolio.market.scenarios.map((_, k) => `[m${k + 1}Reward]`).join(",")})`, FORMATS.btc),
    series("rtNetwork", "Network hashrate at the target pace", "PH/s", `=[difficulty]*${constant("hashesPerDifficulty")}*${constant("blocksPerDay")}/${constant("secondsPerDay")}/${constant("hashesPerPh")}`, FORMATS.usd),
    series("rtHashprice", "Hashprice by share of the network", "$/PH/day", `=[btcPrice]*[rtReward]*${constant("blocksPerDay")}/[rtNetwork]`, FORMATS.decimals, { total: "=AVERAGE([rtHashprice+])" }),
    value("rtHashpriceMean", "Hashprice by difficulty, mean of the months", "$/PH/day", "=AVERAGE([hashprice+])", FORMATS.decimals),
    { kind: "gap" },
    { kind: "heading", text: "Value by the NPV function" },
    value("rtRate", "Discount rate a month", "a month", `=(1+${finance("discountRateAnnual")})^(1/${constant("monthsPerYear")})-1`, FORMATS.rate),
    ...fleets.map(({ i, fleet }) => value(`rtNpv${i}`, `NPV by function, fleet ${fleet.id}`, "$", `=[f${i}Cash<]+NPV([$rtRate],[f${i}Cash+])`, FORMATS.usd)),
    value("rtNpv", "NPV by function, company", "$", "=[coFree<]+NPV([$rtRate],[coFree+])", FORMATS.usd),
    value("rtNpvExtra", "NPV by function, against keeping", "$", "=[coExtra<]+NPV([$rtRate],[coExtra+])", FORMATS.usd),
    { kind: "gap" },
    { kind: "heading", text: "Fleets and sites add up to the company" },
    ...fleets.map(({ i, fleet }) => dollars(`rtOperating${i}`, `Operation of fleet ${fleet.id}`, `=[f${i}Revenue]+[f${i}Power]+[f${i}Repairs]+[f${i}Switching]+[f${i}Moving]`)),
    dollars("rtFleets", "Operation of all fleets", sumOf(fleets.length, (i) => `rtOperating${i}`)),
    ...ADDED.map((name) => value(`rtTotal${name}`, `${LABELS[name]}, fleets added up`, UNITS[name] ?? "$", `=${plus(fleets.map(({ i }) => `[$f${i}${name}]`))}`, FORMATS.usd)),
    ...sites.map(({ j, site }) => dollars(`rtSite${j}`, `Costs of site ${site.id}`, `=[s${j}Fixed]+[s${j}Commitment]`)),
    value("rtSites", "Costs of all sites", "$", `=${plus(sites.map(({ j }) => `[$rtSite${j}]`))}`, FORMATS.usd),
    value("rtIncome", "Income before tax from fleets, sites, overhead, hedges and interest", "$", "=[$rtTotalTaxable]+[$rtSites]+[$coOverhead]+[$coHedges]+[$coInterest]", FORMATS.usd),
    value("rtNet", "Net income from income and tax", "$", "=[$rtIncome]+[$coTax]", FORMATS.usd),
    value("rtEbitda", "EBITDA from fleets, sites, overhead and hedges", "$", "=[$rtFleets]+[$rtSites]+[$coOverhead]+[$coHedges]", FORMATS.usd),
    { kind: "gap" },
    { kind: "heading", text: "Balances from their totals" },
    value("rtCash", "Cash at the end, from totals", "$", `=${finance("treasury.cashUsd")}+[$coFree]-[$totalRevenue]+[$coService]+[$coProceeds]`, FORMATS.usd),
    value("rtCashEnd", "Cash at the end, by months", "$", "=[coCashClose>]", FORMATS.usd),
    value("rtBtc", "Bitcoin at the end, from totals", "BTC", `=${finance("treasury.btc")}+[$coMined]-[$coSold]`, FORMATS.btcMined),
    value("rtBtcEnd", "Bitcoin at the end, by months", "BTC", "=[coBtcClose>]", FORMATS.btcMined),
    value("rtLosses", "Losses carried forward at the end, from totals", "$", "=[$coLossesMade]+[$coLossesUsed]", FORMATS.usd),
    value("rtLossesEnd", "Losses carried forward at the end, by months", "$", "=[coLossesClose>]", FORMATS.usd),
    value("rtTax", "Tax, from totals", "$", `=-${finance("taxRate")}*([$coIncome]+[$coLossesMade]+[$coLossesUsed])`, FORMATS.usd),
    ...debts.flatMap(({ id }, d) => [
      value(`rtDebt${d + 1}`, `Debt ${id} at the end, from totals`, "$", `=${debtInput(d + 1, "principalUsd")}+[$coDebt${d + 1}Repaid]`, FORMATS.usd),
      value(`rtDebt${d + 1}End`, `Debt ${id} at the end, by months`, "$", `=[coDebt${d + 1}Close>]`, FORMATS.usd),
    ]),
    dollars("rtMined", "Bitcoin mined at the month's price", "=[coMined]*[btcPrice]"),
    { kind: "gap" },
    ...unitLines(structure),
    { kind: "gap" },
    { kind: "heading", text: "Sums of all months" },
    ...monthSumLines(portfolio),
    value("rtConnected", "Power connected at all sites", "MW", `=${plus(sites.map(({ j }) => `[$${sumKey(`s${j}ConnectedMw`)}]`))}`, FORMATS.decimals),
    series("rtConnectedFleets", "Power connected of all fleets", "MW", `=[totalConnectedKw]/${constant("kwPerMw")}`, FORMATS.decimals, { total: "sum" }),
    { kind: "gap" },
    { kind: "heading", text: "What cannot be" },
    series("rtOversold", "Bitcoin sold beyond what there is", "BTC", "=MAX(0,[coSold]-[coBtcOpen]-[coMined])", FORMATS.btcMined, { total: "sum" }),
    ...sites.map(({ j, site }) => series(`rtOver${j}`, `Power connected beyond the limit of ${site.id}`, "MW", `=MAX(0,[s${j}ConnectedMw]-[s${j}CapacityMw])`, FORMATS.decimals, { total: "sum" })),
    ...sites.map(({ j, site }) => series(`rtRoom${j}`, `Power for machines at the meter, not the limit of ${site.id}`, "MW", `=ABS([s${j}MachineW]*[s${j}Pue]/${constant("wPerMw")}-[s${j}CapacityMw])`, FORMATS.decimals, { total: "sum" })),
    ...sites.filter(({ fleets: own }) => own.length > 0).map(({ j, site, fleets: own }) => series(`rtSlots${j}`, `Power of all fleets, neither their demand nor the power for machines of ${site.id}`, "MW", `=ABS(${plus(own.map((i) => `[f${i}Slot]`))}-MIN([s${j}MachineW],${plus(own.map((i) => `[$f${i}Demand]`))}))*[runs]/${constant("wPerMw")}`, FORMATS.decimals, { total: "sum" })),
    ...sites.map(({ j, site, contracts }) => series(`rtContracts${j}`, `Months without exactly one contract in force at ${site.id}`, "months", `=ABS(${plus(contracts.map(({ c }) => `[c${c}InForce]`))}-[runs])`, FORMATS.whole, { total: "sum" })),
    ...sites.filter(({ ramp }) => ramp.length > 0).map(({ j, site, ramp }) => value(`rtRamp${j}`, `Ramp dates of ${site.id} that are not after the one before`, "dates", `=SUMPRODUCT(--([$s${j}RampDate1:s${j}RampDate${ramp.length}]<=[$s${j}RampDate0:s${j}RampDate${ramp.length - 1}]))`, FORMATS.whole)),
    series("rtEnergyMost", "Energy of all that is connected, without a stop", "kWh", `=[coConnected]*${constant("kwPerMw")}*[hours]`, FORMATS.usd, { total: "sum" }),
    { kind: "gap" },
    { kind: "heading", text: "Energy from hashrate, if all fleets are kept" },
    ...fleets.map(({ i, fleet, j, machine }) => series(`rtKwh${i}`, `PH-days times J/TH, ${fleet.id}`, "kWh", `=[f${i}a1PhDays]/[f${i}Age]*[$${machine.w}]/[$${machine.ths}]*${constant("hoursPerDay")}*[s${j}Pue]`, FORMATS.usd, { total: "sum" })),
  ];
  return { name, tabColor: "#9C0006", lines, frozenLines: HEAD_LINES };
}
