import { dispatch } from "../../../src/economics/dispatch";
import { hashpriceOf } from "../../../src/planning/portfolio/compare";
import { siteGears } from "../../../src/planning/portfolio/compare-gears";
import { catalogMachine, GENERATIONS, machinesOfSite, machinesToBeginWith, machineToCompare, withoutTwins } from "../../../src/planning/portfolio/compare-machines";
import { marketTerms, sitePower, snapshotTerms } from "../../../src/planning/portfolio/compare-site";
import { readPortfolio, type Portfolio } from "../../../src/planning/portfolio";
import leveraged from "../../../assets/samples/portfolio-leveraged.json";
import s19 from "../../../assets/samples/portfolio-20mw-s19.json";
import { mine } from "../../functions/support";

const read = (document: unknown): Portfolio => {
  const { portfolio, problems } = readPortfolio(document);
  if (!portfolio) throw new Error(problems.map(({ message }) => message).join(" "));
  return portfolio;
};
const SAMPLE = read(s19);
const [HOME] = SAMPLE.sites;
type Change = (portfolio: Portfolio) => Partial<Portfolio>;
const changed = (change: Change): Portfolio => ({ ...SAMPLE, ...change(SAMPLE) });

describe("a site's power", () => {
  test("a fixed price is the price; month 1 begins in August", () => {
    expect(sitePower(SAMPLE, HOME!)).toEqual({ capacityMw: 20, pue: 1.08, runShare: 0.96, priceUsdKwh: 0.055, committedMw: 0, committedUsdKwh: 0, settingsAllowed: true });
  });

  test("demand and peak charges are spread over the hours of running", () => {
    const portfolio = changed(({ contracts: [contract] }) => ({ contracts: [{ ...contract!, demandChargeUsdKwMonth: 7, coincidentPeak: { rateUsdKwYear: 60, peaksPerYear: 4, peaksAvoided: 3, hoursOffYear: 0 } }] }));
    expect(sitePower(portfolio, HOME!).priceUsdKwh).toBeCloseTo(0.055 + (7 + (60 / 12) * 0.25) / (31 * 24 * 0.96), 12);
  });

  test("hosting by nameplate is billed on the machines, in all hours", () => {
    const energy = { kind: "hosting", rateUsdKwh: 0.06, billedOn: "nameplate", nameplateSurcharge: 0.05, profitShare: 0, lowPowerAllowed: false } as const;
    const power = sitePower(changed(({ contracts: [contract] }) => ({ contracts: [{ ...contract!, energy }] })), HOME!);
    expect(power.priceUsdKwh).toBeCloseTo((0.06 * 1.05) / (1.08 * 0.96), 12);
    expect(power.settingsAllowed).toBe(false);
  });

  test("a tariff by hours counts with its hours, as the plan counts it", () => {
    const portfolio = read(leveraged);
    const [site] = portfolio.sites;
    const { energy } = portfolio.contracts.find(({ siteId }) => siteId === site!.id)!;
    if (energy.kind !== "timeOfUse") throw new Error("The sample has no tariff by hours");
    const prices = [energy.otherPriceUsdKwh, ...energy.periods.map(({ priceUsdKwh }) => priceUsdKwh)];
    const { priceUsdKwh } = sitePower({ ...portfolio, contracts: portfolio.contracts.map((each) => ({ ...each, demandChargeUsdKwMonth: 0, coincidentPeak: undefined })) }, site!);
    expect(priceUsdKwh).toBeGreaterThan(Math.min(...prices));
    expect(priceUsdKwh).toBeLessThan(Math.max(...prices));
  });
});

describe("the market", () => {
  test("on its date; the decline is the scenario's", () => {
    const flat = changed(({ market }) => ({ market: { ...market, scenarios: market.scenarios.map((each) => ({ ...each, btcPrice: { kind: "growth", growthMonthly: 0.01 } as const, difficulty: { kind: "growth", growthMonthly: 0.03 } as const })) }, horizonMonths: 12 }));
    const terms = marketTerms(flat);
    expect(hashpriceOf(terms)).toBeCloseTo(Number(mine("HASHPRICE")(SAMPLE.market.start.btcPriceUsd, SAMPLE.market.start.difficulty, 3.125 + SAMPLE.market.start.feesBtcPerBlock)), 9);
    expect(terms.hashpriceDeclineAnnual).toBeCloseTo(1 - (1.01 / 1.03) ** 12, 9);
    expect(marketTerms({ ...flat, horizonMonths: 1 }).hashpriceDeclineAnnual).toBe(0);
  });

  test("without a plan it is the snapshot's", () => {
    expect(snapshotTerms(SAMPLE.market.start)).toMatchObject({ btcPriceUsd: 78456.69, blockRewardBtc: 3.125 + 0.03546574, hashpriceDeclineAnnual: 0.15 });
  });
});

describe("gears", () => {
  const hashprice = hashpriceOf(marketTerms(SAMPLE));
  const power = sitePower(SAMPLE, HOME!);
  const gears = siteGears(SAMPLE, HOME!, power, hashprice);

  test("strikes are STRIKELADDER's, less fees and age", () => {
    const ladder = mine("STRIKELADDER")("S19 95", hashprice, 0, power.pue, false) as (string | number)[][];
    expect(gears.map(({ setting }) => setting)).toEqual(ladder.map(([name]) => name));
    const [{ keptShare }] = gears as [(typeof gears)[0]];
    expect(keptShare).toBeCloseTo(0.99 * 0.98 * 0.98 ** (1999 / 365), 6);
    gears.forEach(({ strikeUsdKwh, marginalJth }, i) => {
      expect(marginalJth).toBeCloseTo(Number(ladder[i]![3]), 9);
      expect(strikeUsdKwh).toBeCloseTo(Number(ladder[i]![4]) * keptShare, 9);
    });
  });

  test("their MW add up to the fleet at full power, and what runs is what dispatch runs", () => {
    const top = gears.at(-1)!;
    expect(top.cumulativeMw).toBeCloseTo((5800 * Math.max(...gears.map(({ setting }) => (setting === "stock" ? 3250 : Number.parseFloat(setting)))) * power.pue) / 1e6, 6);
    const running = gears.reduce((sum, { runningMw }) => sum + runningMw, 0);
    const settings = gears.map((_, i) => ({ hashrateThs: gears.slice(0, i + 1).reduce((sum, each) => sum + each.hashratePhs * 1000 / 5800, 0), powerW: (gears[i]!.cumulativeMw * 1e6) / power.pue / 5800 }));
    const planned = dispatch([{ units: 5800, settings }], { siteMw: 20, netHashpriceUsdPhDay: hashprice * gears[0]!.keptShare, powerPriceUsdKwh: 0.055, pue: power.pue, powerIsSunk: false });
    const dispatched = planned.reduce((sum, { powerMw }) => sum + powerMw, 0);
    expect(Math.abs(running - dispatched)).toBeLessThan(0.01);
    expect(running).toBeGreaterThan(0);
    expect(running).toBeLessThanOrEqual(20);
  });

  test.each([
    [{ priceUsdKwh: 9 }, new Set(["power is dearer"])],
    [{ priceUsdKwh: 0, capacityMw: 100 }, new Set(["runs"])],
    [{ priceUsdKwh: 0, capacityMw: 5 }, new Set(["partly", "no power left"])],
    [{ priceUsdKwh: 9, committedMw: 5, committedUsdKwh: 0 }, new Set(["partly", "power is dearer"])],
  ])("at %j", (change, states) => {
    const found = siteGears(SAMPLE, HOME!, { ...power, ...change }, hashprice);
    expect(new Set(found.map(({ state }) => state))).toEqual(states);
    const { committedMw, capacityMw } = { ...power, ...change };
    const running = found.reduce((sum, { runningMw }) => sum + runningMw, 0);
    if (committedMw > 0) expect(running).toBeCloseTo(committedMw, 9);
    else if (capacityMw === 5) expect(running).toBeCloseTo(5, 9);
  });

  test("where the host allows no other setting there is one gear a fleet", () => {
    expect(siteGears(SAMPLE, HOME!, { ...power, settingsAllowed: false }, hashprice).map(({ setting }) => setting)).toEqual(["stock"]);
  });
});

describe("machines", () => {
  test("of a site: fleets, then candidates at their price in place", () => {
    const found = machinesOfSite(SAMPLE, HOME!);
    expect(found.map(({ from, name, released }) => [from, name, released])).toEqual([["fleet", "Antminer S19 95 TH/s", "2020-05"], ["candidate", "Antminer S21 XP 270 TH/s", "2024-09"], ["candidate", "Antminer S21+ 235 TH/s", "2025-06"]]);
    expect(found[1]!.priceUsdTh).toBeCloseTo(11 * 1.1 + 0.3 + 0.4, 12);
  });

  test("one's own machine has its own figures, and no date of the catalog", () => {
    const own = { id: "S19 95", hashrateThs: 90, powerW: 2700, cooling: "air", settings: [], source: "" } as const;
    expect(machinesOfSite({ ...SAMPLE, machines: [own] }, HOME!)[0]).toMatchObject({ name: "S19 95", hashrateThs: 90, released: "" });
  });

  test("generations are in the catalog, in order of their years; quotes count while they are fresh", () => {
    const years = GENERATIONS.map((name) => Number(catalogMachine(name, "2026-08-21").released.slice(0, 4)));
    expect(years).toEqual([...years].sort());
    expect(catalogMachine("S21 XP", "2026-08-21")).toMatchObject({ priceUsdTh: 11 });
    expect(catalogMachine("S21 200", "2026-08-21")).toMatchObject({ priceUsdTh: undefined, priceSource: "" });
  });

  test("a comparison begins with no machine twice, and none that the site cannot cool", () => {
    const found = machinesToBeginWith(SAMPLE, HOME!);
    expect(found).toEqual(withoutTwins(found));
    expect(found.some(({ name }) => name.includes("Hyd"))).toBe(false);
    expect(found.filter(({ from }) => from === "catalog").length).toBeGreaterThan(4);
  });
});

describe("own machines and own quotes", () => {
  const own = changed(() => ({ machines: [
    { id: "My rig", hashrateThs: 110, powerW: 3080, cooling: "air", priceUsdTh: 6.2, settings: [], source: "dealer" },
    { id: "M60S 186", priceUsdTh: 10.5, quotedOn: "2026-10-01", settings: [], source: "" },
  ] }));

  test("are compared with their figures, at their prices", () => {
    expect(machineToCompare(own, "My rig", "2026-10-01")).toMatchObject({ hashrateThs: 110, powerW: 3080, priceUsdTh: 6.2, priceSource: "MyMachines: dealer" });
    expect(machineToCompare(own, "Whatsminer M60S 186 TH/s", "2026-10-01")).toMatchObject({ hashrateThs: 186, priceUsdTh: 10.5, priceSource: "MyMachines, 2026-10-01" });
    expect(machinesToBeginWith(own, HOME!).find(({ name }) => name === "Whatsminer M60S 186 TH/s")).toMatchObject({ priceUsdTh: 10.5 });
    expect(machineToCompare(own, "S19 95", "2026-10-01")).toEqual(catalogMachine("S19 95", "2026-10-01"));
  });

  test("a fleet and a candidate may name either row", () => {
    const { portfolio, problems } = readPortfolio({ ...s19, machines: own.machines, fleets: s19.fleets.map((fleet) => ({ ...fleet, machine: "My rig" })), candidates: s19.candidates.slice(0, 1).map((each) => ({ ...each, machine: "M60S 186" })) });
    expect(problems).toBeUndefined();
    expect(machinesOfSite(portfolio!, portfolio!.sites[0]!).map(({ name, powerW }) => [name, powerW])).toEqual([["My rig", 3080], ["Whatsminer M60S 186 TH/s", expect.any(Number)]]);
  });
});
