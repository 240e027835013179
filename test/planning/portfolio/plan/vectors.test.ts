import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marketPath, planPortfolio, readPortfolioText, type AlternativePlan, type AlternativeRows, type CompanyPlan } from "../../../../src/planning/portfolio";

// Plans of the samples and of three portfolios made to be awkward, held against an independent calculation in Python
// (test/fixtures/portfolio-plan.py), which was written from docs/planning.md alone.

const ROOT = join(__dirname, "../../../..");
const FOLDER = join(ROOT, "test/fixtures/portfolio-vectors");
/** Of the largest figure of a row: what sums in another order may differ by. */
const TOLERANCE = 1e-9;

/** Sum, discounted sum, then the values of the sample months. */
type Row = readonly (number | null)[];
interface Vector {
  readonly portfolio: string;
  readonly scenarioId: string;
  readonly sampleMonths: readonly number[];
  readonly market: readonly (readonly number[])[];
  readonly fleets: readonly { readonly id: string; readonly chosen: string; readonly runnerUp: string | null; readonly alternatives: readonly VectorAlternative[] }[];
  readonly sites: readonly { readonly id: string; readonly closes: boolean; readonly bestExitsUsd: number; readonly bestStaysUsd: number }[];
  readonly company: {
    readonly rows: Readonly<Record<string, Row>>; readonly npvUsd: number; readonly runwayMonths: number | string; readonly ladderUsdPhDay: Readonly<Record<string, number | null>>;
    readonly planAgainstKeep: Returns & { readonly npvUsd: number }; readonly debts: readonly { readonly id: string; readonly rows: Readonly<Record<string, Row>> }[];
  };
}
interface Returns { readonly paybackMonths?: number | string; readonly irrAnnual?: number | null; readonly moic?: number | null }
interface VectorAlternative extends Returns {
  readonly label: string; readonly available: boolean; readonly npvUsd?: number; readonly usdMwYear?: number | null; readonly units?: number; readonly keptOld?: number; readonly worthPayingUsdTh?: number;
  readonly rows?: Readonly<Record<string, Row>>;
}

const ROWS: Readonly<Record<string, keyof AlternativeRows>> = {
  revenue: "revenueUsd", power: "powerUsd", repairs: "repairsUsd", switching: "switchingUsd", moving: "movingUsd", purchase: "purchaseUsd", sales: "salesUsd", depreciation: "depreciationUsd",
  taxable: "taxableUsd", tax: "taxUsd", cashFlow: "cashFlowUsd", phDays: "phDays", kwh: "energyKwh", demandResponse: "creditUsd", machineValue: "machineValueUsd",
};
const COMPANY_ROWS = {
  revenue: "revenueUsd", power: "powerUsd", repairs: "repairsUsd", siteCosts: "siteCostsUsd", overhead: "overheadUsd", hedges: "hedgesUsd", ebitda: "ebitdaUsd", depreciation: "depreciationUsd",
  purchase: "purchaseUsd", sales: "salesUsd", interest: "interestUsd", principal: "principalUsd", tax: "taxUsd", losses: "lossesUsd", freeCashFlow: "freeCashFlowUsd", btcMined: "btcMined", btcSold: "btcSold",
  btc: "btcBalance", cash: "cashUsd", debt: "debtUsd", dscr: "dscr", phDays: "phDays", kwh: "energyKwh",
} as const satisfies Readonly<Record<string, keyof CompanyPlan>>;

const hourlyPrices = readFileSync(join(ROOT, "assets/samples/hourly-prices.csv"), "utf8");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && !name.endsWith(".portfolio.json"));

test("there are vectors", () => expect(files.length).toBeGreaterThanOrEqual(12));

describe.each(files)("%s", (file) => {
  const vector = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Vector;
  const { portfolio } = readPortfolioText(readFileSync(join(ROOT, vector.portfolio), "utf8"), () => hourlyPrices) as { portfolio: NonNullable<ReturnType<typeof readPortfolioText>["portfolio"]> };
  const path = marketPath(portfolio.market, portfolio.market.scenarios.find(({ id }) => id === vector.scenarioId)!, portfolio.horizonMonths);
  const plan = planPortfolio(portfolio, path);

  const near = (actual: number, expected: number, scale: number): boolean => Math.abs(actual - expected) <= TOLERANCE * Math.max(Math.abs(expected), scale);
  const expectNear = (what: string, actual: number, expected: number, scale = 0): void => expect({ what, actual, expected, near: near(actual, expected, scale) }).toEqual({ what, actual, expected, near: true });
  /** Rows left out of the vector are all zero; ratios left out are not there in any month. */
  const expectRow = (what: string, row: Float64Array, expected: Row | undefined, scale: number): void => {
    const largest = Math.max(scale, ...row.filter(Number.isFinite).map(Math.abs));
    if (!expected) return row.forEach((value, t) => (/dscr|ltv/.test(what) ? expect(value).toBeNaN() : expectNear(`${what} ${t}`, value, 0, scale)));
    const [sum, discounted, ...samples] = expected;
    samples.forEach((value, i) => {
      const t = vector.sampleMonths[i]!;
      if (value === null) expect({ what, t, value: row[t] }).toEqual({ what, t, value: NaN });
      else expectNear(`${what} ${t}`, row[t]!, value, largest);
    });
    if (sum !== null) expectNear(`${what} sum`, row.reduce((a, b) => a + b, 0), sum!, largest * row.length);
    if (discounted !== null) expectNear(`${what} discounted`, row.reduce((a, b, t) => a + b * plan.discountFactors[t]!, 0), discounted!, largest * row.length);
  };
  const expectReturns = (what: string, actual: { readonly paybackMonths: number | "never"; readonly irrAnnual: number | undefined; readonly moic: number | undefined }, expected: Returns): void => {
    for (const name of ["paybackMonths", "irrAnnual", "moic"] as const) {
      const [a, e] = [actual[name], expected[name] ?? undefined];
      if (typeof e === "number" && typeof a === "number") expectNear(`${what} ${name}`, a, e, 1);
      else expect({ what, name, value: a }).toEqual({ what, name, value: e });
    }
  };

  test("the market is the one the vector was computed with", () => {
    path.months.forEach(({ month, start, end, days, btcPriceUsd, hashpriceUsdPhDay }, i) => {
      [month, start, end, days, btcPriceUsd, hashpriceUsdPhDay].forEach((value, k) => expectNear(`month ${month}`, value, vector.market[i]![k]!));
    });
  });

  test("every alternative of every fleet", () => {
    plan.fleets.forEach((fleet, f) => {
      const expected = vector.fleets[f]!;
      // What a contract forbids, or no setting allows, is not listed by the other calculation.
      const listed = fleet.alternatives.filter(({ unavailableBecause }) => !/does not allow|draws less power/.test(unavailableBecause ?? ""));
      expect(listed.map(labelOf)).toEqual(expected.alternatives.map(({ label }) => label));
      listed.forEach((alternative, a) => {
        const wanted = expected.alternatives[a]!;
        const what = `${fleet.fleetId}, ${wanted.label}`;
        expect({ what, available: alternative.available }).toEqual({ what, available: wanted.available });
        if (!wanted.available) return;
        const flow = Math.max(1, ...alternative.rows.revenueUsd, ...alternative.rows.powerUsd.map(Math.abs), ...alternative.rows.salesUsd, ...alternative.rows.purchaseUsd.map(Math.abs));
        for (const [name, row] of Object.entries(ROWS)) expectRow(`${what}: ${name}`, alternative.rows[row], wanted.rows![name], name === "kwh" || name === "phDays" ? 1 : flow);
        expectRow(`${what}: resaleForgone`, alternative.rows.resaleForgoneUsd.map((value) => 0 - value), wanted.rows!.resaleForgone, flow);
        expectNear(`${what}: NPV`, alternative.npvUsd, wanted.npvUsd!, flow);
        if (typeof wanted.usdMwYear === "number") expectNear(`${what}: $/MW-year`, alternative.usdPerMwYear, wanted.usdMwYear, flow);
        if (!alternative.upgrade) return;
        expect({ what, units: alternative.upgrade.units, kept: alternative.upgrade.oldUnitsKept }).toEqual({ what, units: wanted.units, kept: wanted.keptOld });
        expectReturns(what, alternative.upgrade, wanted);
        expectNear(`${what}: worth`, alternative.upgrade.worthUsdTh, wanted.worthPayingUsdTh!, 100);
      });
    });
  });

  test("what is chosen, and which sites close", () => {
    expect(plan.fleets.map(({ alternatives, chosen }) => labelOf(alternatives[chosen]!))).toEqual(vector.fleets.map(({ chosen }) => chosen));
    expect(plan.fleets.map(({ alternatives, runnerUp }) => (runnerUp === undefined ? null : labelOf(alternatives[runnerUp]!)))).toEqual(vector.fleets.map(({ runnerUp }) => runnerUp));
    plan.sites.forEach((site, s) => {
      const { closes, bestExitsUsd, bestStaysUsd } = vector.sites[s]!;
      expect(site.closes).toBe(closes);
      expectNear(site.siteId, site.closedUsd, bestExitsUsd, 1e6);
      expectNear(site.siteId, site.openUsd, bestStaysUsd, 1e6);
    });
  });

  test("the company", () => {
    const { company } = plan;
    const flow = Math.max(1, ...company.revenueUsd, ...company.salesUsd, ...company.cashUsd.map(Math.abs));
    for (const [name, row] of Object.entries(COMPANY_ROWS)) expectRow(name, company[row], vector.company.rows[name], name.startsWith("btc") ? 1 : name === "dscr" ? 100 : name === "kwh" || name === "phDays" ? 1 : flow);
    vector.company.debts.forEach(({ id, rows }, d) => {
      const debt = company.debts[d]!;
      expect(debt.debtId).toBe(id);
      for (const [name, row] of [["interest", debt.interestUsd], ["principal", debt.principalUsd], ["balance", debt.balanceUsd], ["ltv", debt.ltv]] as const) expectRow(`${id} ${name}`, row, rows[name], name === "ltv" ? 1 : flow);
    });
    expectNear("NPV", company.npvUsd, vector.company.npvUsd, flow);
    expectNear("against keep", company.againstKeep.npvUsd, vector.company.planAgainstKeep.npvUsd, flow);
    expectReturns("against keep", company.againstKeep, vector.company.planAgainstKeep);
    expect(company.runwayMonths).toBe(vector.company.runwayMonths);
    const { fleetBeforeCredits, ...ladder } = vector.company.ladderUsdPhDay;
    for (const [name, value] of Object.entries({ ...ladder, beforeCredits: fleetBeforeCredits! })) {
      const actual = company.ladder[name as keyof typeof company.ladder];
      if (value === null) expect(actual).toBeNaN();
      else expectNear(name, actual, value, 1);
    }
  });
});

function labelOf({ kind, targetId }: AlternativePlan): string {
  return targetId === undefined ? (kind === "shutdown" ? "shutDown" : kind) : `${kind}: ${targetId}`;
}
