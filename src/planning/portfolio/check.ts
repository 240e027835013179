import type { Cooling } from "../../catalog/catalog";
import { HOURS_PER_YEAR } from "../../units/constants";
import { excelSerial } from "../../units/dates";
import type { Contract, Portfolio, TariffPeriod } from "./document";
import { hoursOffYear } from "./hours-off";
import { hasFigures, machineOf } from "./machines";
import { misfit, type Place, type PortfolioProblem } from "./problem";
import { either, PORTFOLIO_SCHEMA, resolved, ruleOf, shownNumber } from "./schema";
import { schemaAt } from "./tables-fields";

// What the schema cannot say: that names exist and are given once, that dates are days, that tables are long enough.

const HOURS_OF_A_YEAR = [8760, 8784];
/** Day of the first block, and the last day that plans are made for. */
const [FIRST_DATE, LAST_DATE] = ["2009-01-03", "2140-12-31"];
/** Shares typed with a few digits need not add up to 1 exactly. */
const SHARE_TOLERANCE = 1e-6;
const NAMES_SHOWN = 12;
/** What a price of an hourly series may be: files are not looked at by the schema. */
const PRICE = schemaAt(resolved(schemaAt(PORTFOLIO_SCHEMA, "priceSeries").items!), "valuesUsdKwh").items!;

/** What every check needs. */
interface Check {
  readonly portfolio: Portfolio;
  /** Excel serial of the market date; NaN where it is no day */
  readonly start: number;
  /** Notes a value that does not fit. @param rule completes "… must" */
  readonly demand: (fits: boolean, place: Place, rule: string, more?: string) => void;
  /** Notes a name that is none of those known. */
  readonly refers: (known: readonly { readonly id: string }[], what: string, name: string, place: Place) => void;
}

/** Every way in which the parts of a portfolio do not fit together; empty when it can be planned. */
export function checkPortfolio(portfolio: Portfolio): PortfolioProblem[] {
  const problems: PortfolioProblem[] = [];
  const demand: Check["demand"] = (fits, place, rule, more) => {
    if (fits) return;
    const problem = misfit(portfolio, place, rule);
    problems.push(more === undefined ? problem : { ...problem, message: `${problem.message} ${more}` });
  };
  const refers: Check["refers"] = (known, what, name, place) => {
    const names = known.map(({ id }) => id);
    demand(names.includes(name), place, names.length === 0 ? `name ${what}, and there is none` : `name ${what}: ${either(names.slice(0, NAMES_SHOWN))}`);
  };
  const check: Check = { portfolio, start: excelSerial(portfolio.market.start.date), demand, refers };
  checkNames(check);
  checkOwnMachines(check);
  checkSeries(check);
  checkSites(check);
  portfolio.contracts.forEach((contract, i) => checkContract(check, contract, ["contracts", i]));
  checkFleets(check);
  checkMarket(check);
  checkFinance(check);
  return problems;
}

function checkNames({ portfolio, demand }: Check): void {
  const once = (list: Place, named: readonly { readonly id: string }[]): void => {
    const taken = new Set<string>();
    named.forEach(({ id }, i) => {
      // Excel looks names up without regard to case.
      demand(!taken.has(id.toLowerCase()), [...list, i, "id"], "be given once, in whatever case");
      taken.add(id.toLowerCase());
    });
  };
  for (const list of ["machines", "priceSeries", "sites", "contracts", "fleets", "candidates"] as const) once([list], portfolio[list]);
  once(["market", "scenarios"], portfolio.market.scenarios);
  once(["finance", "debts"], portfolio.finance.debts);
  portfolio.machines.forEach(({ settings }, i) => settings.forEach(({ name }, k) =>
    demand(settings.findIndex((each) => each.name.toLowerCase() === name.toLowerCase()) === k && name.toLowerCase() !== "stock", ["machines", i, "settings", k, "name"], 'be given once, and not be "stock"')));
}

/** Figures are given together; without them the catalog has to know the machine. */
function checkOwnMachines({ portfolio, demand }: Check): void {
  portfolio.machines.forEach((machine, i) => {
    if (hasFigures(machine)) return;
    const missing = (["hashrateThs", "powerW", "cooling"] as const).filter((field) => machine[field] === undefined);
    const known = machineOf({ machines: [] }, machine.id);
    if (missing.length === 3 && !("unknown" in known)) return;
    for (const field of missing) demand(false, ["machines", i, field], missing.length < 3 ? "be given where other figures are" : "be given, or the name be one of the catalog", missing.length === 3 && "unknown" in known && field === missing[0] ? known.unknown : undefined);
  });
}

function checkSeries({ portfolio, demand }: Check): void {
  portfolio.priceSeries.forEach((series, i) => {
    // A file that could not be read has left them out, and has been complained of.
    const values = series.valuesUsdKwh as readonly number[] | undefined;
    const { minimum, maximum } = PRICE;
    const wrong = (values ?? []).findIndex((price) => price < minimum! || price > maximum!);
    demand(wrong < 0, ["priceSeries", i, "csvFile"], `have prices ${ruleOf(PRICE).replace("a number ", "")}, and hour ${wrong + 1} has ${shownNumber(values?.[wrong] ?? 0)}`);
    demand(values === undefined || HOURS_OF_A_YEAR.includes(values.length), ["priceSeries", i, series.csvFile === undefined ? "valuesUsdKwh" : "csvFile"],
      `have the hours of a year, 8,760 or 8,784 prices, and not ${values?.length ?? 0}`);
  });
}

function checkSites({ portfolio, start, demand }: Check): void {
  portfolio.sites.forEach((site, i) => {
    site.powerRamp.forEach(({ date }, k) => {
      const before = k === 0 ? start : excelSerial(site.powerRamp[k - 1]!.date);
      demand(excelSerial(date) > before, ["sites", i, "powerRamp", k, "date"], `be a day after ${k === 0 ? "the market date" : "the ramp date before it"}`);
    });
    demand(portfolio.contracts.some((contract) => contract.siteId === site.id && contract.firstMonth === 1), ["contracts"], `have one for site "${site.id}" from month 1 on`);
  });
}

function checkContract(check: Check, contract: Contract, at: Place): void {
  const { portfolio: { sites, contracts, priceSeries, horizonMonths }, demand, refers } = check;
  const { energy, coincidentPeak } = contract;
  const here: Place = [...at, "energy"];
  refers(sites, "a site", contract.siteId, [...at, "siteId"]);
  demand(contract.firstMonth <= horizonMonths, [...at, "firstMonth"], `be a month of the plan, 1 to ${horizonMonths}`);
  demand(contracts.find((each) => each.siteId === contract.siteId && each.firstMonth === contract.firstMonth) === contract, [...at, "firstMonth"], "differ from that of the site's other contracts");
  if (energy.kind === "indexed") {
    refers(priceSeries, "an hourly series", energy.seriesId, [...here, "seriesId"]);
    demand((energy.floorUsdKwh ?? -Infinity) <= (energy.capUsdKwh ?? Infinity), [...here, "floorUsdKwh"], "not be above the cap");
  }
  if (energy.kind === "fixed" && energy.resale?.kind === "indexed") refers(priceSeries, "an hourly series", energy.resale.seriesId, [...here, "resale", "seriesId"]);
  if (energy.kind === "timeOfUse") {
    energy.periods.forEach((period, k) => {
      demand(period.toHour > period.fromHour, [...here, "periods", k, "toHour"], "be later than the first hour; a period past midnight is two");
      const other = energy.periods.slice(0, k).find((each) => overlap(each, period));
      demand(other === undefined, [...here, "periods", k, "name"], `have hours of its own, and some are those of "${other?.name ?? ""}"`);
    });
  }
  const hoursOff = hoursOffYear(contract);
  demand(hoursOff < HOURS_PER_YEAR, [...at, coincidentPeak ? "coincidentPeak" : "demandResponse", "hoursOffYear"], `leave hours to run: all stops together are ${shownNumber(hoursOff)} hours of ${shownNumber(HOURS_PER_YEAR)} a year`);
  if (coincidentPeak) demand(coincidentPeak.peaksAvoided <= coincidentPeak.peaksPerYear, [...at, "coincidentPeak", "peaksAvoided"], `be at most the ${coincidentPeak.peaksPerYear} peaks of a year`);
}

function overlap(a: TariffPeriod, b: TariffPeriod): boolean {
  const sameDays = a.days === "all" || b.days === "all" || a.days === b.days;
  return sameDays && a.months.some((month) => b.months.includes(month)) && a.fromHour < b.toHour && b.fromHour < a.toHour;
}

function checkFleets(check: Check): void {
  const { portfolio: { sites, fleets, candidates }, start, demand, refers } = check;
  fleets.forEach((fleet, i) => {
    const at: Place = ["fleets", i];
    refers(sites, "a site", fleet.siteId, [...at, "siteId"]);
    const inService = excelSerial(fleet.inServiceOn);
    demand(inService >= excelSerial(FIRST_DATE) && !(inService > start), [...at, "inServiceOn"], `be a day from ${FIRST_DATE} to the market date`);
    demand(fleet.bookValueUsd === 0 || fleet.bookMonthsLeft > 0, [...at, "bookMonthsLeft"], "be above 0 while the books show a value");
    const cooling = checkMachine(check, fleet.machine, fleet.operation.profile, at);
    const site = sites.find((each) => each.id === fleet.siteId);
    if (cooling && site) demand(site.cooling.includes(cooling), [...at, "siteId"], `name a site with ${cooling} cooling, which "${fleet.machine}" needs`);
  });
  candidates.forEach((candidate, i) => checkMachine(check, candidate.machine, candidate.operation.profile, ["candidates", i]));
}

/** Checks a machine's name and setting; gives its cooling where the machine is known. */
function checkMachine({ portfolio, demand }: Check, name: string, profile: string, at: Place): Cooling | undefined {
  const machine = machineOf(portfolio, name);
  if ("unknown" in machine) {
    demand(false, [...at, "machine"], "name a machine of the catalog or one of your own", machine.unknown);
    return undefined;
  }
  const settings = machine.settings.map((setting) => setting.name);
  demand(settings.includes(profile), [...at, "operation", "profile"], `be a setting of ${machine.name}: ${either(settings)}`);
  return machine.cooling;
}

function checkMarket({ portfolio: { market, horizonMonths }, start, demand, refers }: Check): void {
  demand(start >= excelSerial(FIRST_DATE) && start <= excelSerial(LAST_DATE), ["market", "start", "date"], `be a day from ${FIRST_DATE} to ${LAST_DATE}`);
  refers(market.scenarios, "a scenario", market.scenarioId, ["market", "scenarioId"]);
  market.scenarios.forEach((scenario, i) => {
    for (const field of ["btcPrice", "fees", "difficulty"] as const) {
      const path = scenario[field];
      const at: Place = ["market", "scenarios", i, field];
      if (path.kind === "table") {
        demand(path.values.length >= horizonMonths, [...at, "values"], `have a value for each of the ${horizonMonths} months`);
        if (field !== "fees") path.values.forEach((value, k) => demand(value > 0, [...at, "values", k], "be above 0"));
      } else if (path.kind === "networkResponse") {
        const sum = path.stack.reduce((total, each) => total + each.hashrateShare, 0);
        demand(Math.abs(sum - 1) <= SHARE_TOLERANCE, [...at, "stack"], `have shares that add up to 1, and they add up to ${Number(sum.toPrecision(8))}`);
        demand(path.orders.noOrderPaybackDays > path.orders.fullOrderPaybackDays, [...at, "orders", "noOrderPaybackDays"], "be longer than the payback up to which the most is ordered");
      }
    }
  });
}

function checkFinance({ portfolio: { finance, fleets, priceSeries, horizonMonths }, demand, refers }: Check): void {
  finance.debts.forEach((debt, i) => {
    demand(debt.interestOnlyMonths < debt.termMonths, ["finance", "debts", i, "interestOnlyMonths"], "be below the term");
    debt.securedOn.forEach((name, k) => {
      refers(fleets, "a fleet", name, ["finance", "debts", i, "securedOn", k]);
      demand(debt.securedOn.indexOf(name) === k, ["finance", "debts", i, "securedOn", k], "be given once");
    });
  });
  const pledged = finance.debts.reduce((sum, debt) => sum + debt.btcPledged, 0);
  demand(pledged <= finance.treasury.btc, ["finance", "treasury", "btc"], `cover the ${pledged} BTC that debts pledge`);
  finance.hedges.forEach((hedge, i) => {
    const at: Place = ["finance", "hedges", i];
    demand(hedge.lastMonth >= hedge.firstMonth && hedge.lastMonth <= horizonMonths, [...at, "lastMonth"], `be a month from the first one to month ${horizonMonths}`);
    if (hedge.kind === "powerPut") refers(priceSeries, "an hourly series", hedge.seriesId, [...at, "seriesId"]);
  });
}
