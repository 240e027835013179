import { FORMATS } from "../looks";
import type { Check } from "./checks-row";
import { unitChecks } from "./checks-units";
import { CATALOG_OFF } from "./catalog-sheet";
import { ADDED } from "./checks-routes-sheet";
import { LABELS, UNITS } from "./model-alternative";
import { choosesTargets, MOVES_OFF } from "./power-move-targets";
import type { Report } from "./summary-grid";

const KIND = "Second route";

/** Checks that count whatever the inputs are. */
export function routeChecks({ portfolio }: Report): Check[] {
  const { fleets, sites, finance } = portfolio;
  const usd = (label: string, key: string, other: string): Check => ({ kind: KIND, label, unit: "$", format: FORMATS.usdCents, key, other, within: "dollars" });
  const share = (label: string, unit: string, format: string, key: string, other: string, rule?: "at most"): Check => ({ kind: KIND, label, unit, format, key, other, rule, within: "share" });
  const other = (label: string, key: string, second: string): Check => share(label, key === "totalKwh" ? "kWh" : "PH-days", FORMATS.decimals, key, second);
  return [
    share("Months: on the timeline, planned", "months", FORMATS.whole, "rtMonths", "horizonMonths"),
    share("Mean hashprice: by difficulty, by share of the network", "$/PH/day", FORMATS.decimals, "rtHashpriceMean", "rtHashprice"),
    share("Energy: used, not above that of all that is connected", "kWh", FORMATS.usd, "totalKwh", "rtEnergyMost", "at most"),
    ...fleets.map(({ id }, i) => share(`Energy of ${id} if kept: by draw and hours, by hashrate and J/TH`, "kWh", FORMATS.usd, `f${i + 1}a1Kwh`, `rtKwh${i + 1}`)),
    ...sites.map(({ id }, j) => share(`Power connected beyond the limit of ${id}`, "MW", FORMATS.decimals, `rtOver${j + 1}`, "rtNone")),
    ...sites.map(({ id }, j) => share(`Power for machines at the meter, not the limit of ${id}`, "MW", FORMATS.decimals, `rtRoom${j + 1}`, "rtNone")),
    ...sites.flatMap(({ id }, j) => (fleets.some(({ siteId }) => siteId === id) ? [share(`Power of all fleets at ${id}: their demand, or what machines may draw`, "MW", FORMATS.decimals, `rtSlots${j + 1}`, "rtNone")] : [])),
    share("Catalog: power less J/TH times hashrate, squares added up", "W²", FORMATS.scientific, CATALOG_OFF, "rtNone"),
    ...sites.map(({ id }, j) => share(`Months without exactly one contract in force at ${id}`, "months", FORMATS.whole, `rtContracts${j + 1}`, "rtNone")),
    ...sites.flatMap(({ id, powerRamp }, j) => (powerRamp.length === 0 ? [] : [share(`Ramp dates of ${id} that are not after the one before`, "dates", FORMATS.whole, `rtRamp${j + 1}`, "rtNone")])),
    ...(choosesTargets(portfolio) ? [share("Relocation: fleets for which other sites than those built in are the cheapest; if any, build the workbook again", "fleets", FORMATS.whole, MOVES_OFF, "rtNone")] : []),
    ...fleets.map(({ id }, i) => usd(`NPV of ${id}: by factors, by NPV function`, `f${i + 1}ChosenNpv`, `rtNpv${i + 1}`)),
    usd("NPV of the company: by factors, by NPV function", "coPresent", "rtNpv"),
    usd("NPV against keeping: by factors, by NPV function", "coExtraPresent", "rtNpvExtra"),
    usd("EBITDA: of the company, of fleets and sites", "coEbitda", "rtEbitda"),
    ...ADDED.map((name) => (UNITS[name] === undefined ? usd : other)(`${LABELS[name]}: of all fleets, fleets added up`, `total${name}`, `rtTotal${name}`)),
    share("Power connected, sum of all months: by sites, by fleets", "MW", FORMATS.decimals, "rtConnected", "rtConnectedFleets"),
    usd("Income before tax: by months, from totals", "coIncome", "rtIncome"),
    usd("Net income: by months, from totals", "coNet", "rtNet"),
    usd("Revenue: in dollars, as bitcoin at the month's price", "totalRevenue", "rtMined"),
    usd("Tax: by months, from totals", "coTax", "rtTax"),
    usd("Losses carried forward: by months, from totals", "rtLossesEnd", "rtLosses"),
    usd("Cash at the end: by months, from totals", "rtCashEnd", "rtCash"),
    share("Bitcoin at the end: by months, from totals", "BTC", FORMATS.btcMined, "rtBtcEnd", "rtBtc"),
    share("Bitcoin sold beyond what there is", "BTC", FORMATS.btcMined, "rtOversold", "rtNone"),
    ...unitChecks(portfolio, KIND),
    ...finance.debts.map(({ id }, d) => usd(`Debt ${id} at the end: by months, from totals`, `rtDebt${d + 1}End`, `rtDebt${d + 1}`)),
  ];
}
