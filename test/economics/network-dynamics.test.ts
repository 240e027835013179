import { difficultyAtHashrate, hashpriceUsdPhDay, networkHashrateEhs } from "../../src/economics/network";
import { absorbedShare } from "../../src/economics/network-response";
import { earlierOrders, playNetwork, runningClasses, type NetworkBehavior, type NetworkDrivers, type NetworkStart } from "../../src/economics/network-dynamics";
import { smoothStackEquilibrium, stackElasticity, type StackClass } from "../../src/economics/supply-stack";

const difficulty = 127.5e12;
/** Begins an epoch, 620 days before a halving. */
const height = 960_624 - (960_624 % 2016);
const stack: readonly StackClass[] = [{ efficiencyJth: 15, hashrateEhs: 0.5 }, { efficiencyJth: 22, hashrateEhs: 0.3 }, { efficiencyJth: 30, hashrateEhs: 0.2 }];

/** Owners without a band, who order nothing and scrap nothing. Their lag keeps them from overshooting the difficulty, which comes late. */
const prompt: NetworkBehavior = {
  cost: { powerMedianUsdKwh: 0.045, powerSigma: 0.3, poolFee: 0.01, inflexibleShare: 0 },
  stopBand: 0, restartBand: 0, stopDays: 20, restartDays: 20, scrapShareMonth: 0,
  orders: { maxShareMonth: 0, leadDays: 90, efficiencyJth: 13, priceUsdTh: 14, referenceHashpriceUsdPhDay: 38, priceExponent: 0, fullOrderPaybackDays: 400, noOrderPaybackDays: 1100 },
};

function driven(btcPriceUsd: (day: number) => number, availableShare: (day: number) => number = () => 1): NetworkDrivers {
  return { btcPriceUsd, feesBtc: () => 0.03, availableShare };
}

function startAt(behavior: NetworkBehavior, priceUsd: number): NetworkStart {
  const classes = runningClasses(stack, behavior.cost, hashpriceUsdPhDay(priceUsd, difficulty, 3.155), networkHashrateEhs(difficulty));
  return { difficulty, height, epochDays: 0, classes, deliveries: [] };
}

const months = (count: number): number[] => Array.from({ length: count }, (_, i) => (i + 1) * 30);

test("a network that never responds keeps its difficulty: 144 blocks a day, an adjustment of nothing every 14 days", () => {
  const rigid = { ...prompt, cost: { ...prompt.cost, inflexibleShare: 1 } };
  const { periods, retargets } = playNetwork(rigid, startAt(rigid, 70_000), driven((day) => (day < 100 ? 70_000 : 10_000)), [28, 280]);
  expect(retargets.map((each) => each.day)).toEqual(retargets.map((_, i) => expect.closeTo(14 * (i + 1), 6) as number));
  for (const each of retargets) expect(each.change).toBeCloseTo(0, 10);
  expect(periods[0]).toMatchObject({ days: 28, firstHeight: height, blocks: expect.closeTo(28 * 144, 6) as number, difficulty: expect.closeTo(difficulty, 0) as number });
  expect(periods[0]!.hashpriceUsdPhDay).toBeCloseTo(hashpriceUsdPhDay(70_000, difficulty, 3.155), 9);
  expect(periods[1]!.hashrateEhs).toBeCloseTo(networkHashrateEhs(difficulty), 6);
});

test("formulas E4: a hashrate that falls by 15 % halfway through an epoch gives −8.108 %, then −7.5 %", () => {
  const rigid = { ...prompt, cost: { ...prompt.cost, inflexibleShare: 1 } };
  const { retargets } = playNetwork(rigid, startAt(rigid, 70_000), driven(() => 70_000, (day) => (day < 7 - 1e-6 ? 1 : 0.85)), [60]);
  expect(retargets[0]!.day).toBeCloseTo(7 + 8.235, 2);
  expect(retargets[0]!.change).toBeCloseTo(-0.08108, 5);
  expect(retargets[1]!.change).toBeCloseTo(-0.075, 5);
  expect(retargets[2]!.change).toBeCloseTo(0, 8);
});

test("one adjustment goes down to a quarter and up to four times, no further", () => {
  const rigid = { ...prompt, cost: { ...prompt.cost, inflexibleShare: 1 } };
  const { retargets } = playNetwork(rigid, startAt(rigid, 70_000), driven(() => 70_000, (day) => (day < 200 ? 0.1 : 1)), [260]);
  expect(retargets[0]!.change).toBeCloseTo(-0.75, 12);
  expect(retargets[1]!.difficulty / retargets[0]!.difficulty).toBeCloseTo(0.4, 10);
  expect(Math.max(...retargets.map((each) => each.change))).toBe(3);
});

test("after a fall of the price the network settles in the equilibrium of its stack, as the elasticity says", () => {
  const [before, after] = [70_000, 69_900];
  const start = startAt(prompt, before);
  const settle = (price: number): number => playNetwork(prompt, start, driven(() => price), [500]).periods[0]!.difficulty;
  const revenue = (price: number): number => price * 3.155 * 144;
  for (const price of [before, after, 40_000]) {
    expect(settle(price) / difficultyAtHashrate(smoothStackEquilibrium(start.classes, prompt.cost, revenue(price)).hashrateEhs)).toBeCloseTo(1, 4);
  }
  const elasticity = stackElasticity(start.classes, prompt.cost, hashpriceUsdPhDay((before + after) / 2, difficulty, 3.155));
  expect(Math.log(settle(after) / settle(before)) / Math.log(after / before)).toBeCloseTo(absorbedShare(elasticity), 3);
});

test("hashrate falls when the price falls, later with a lag, less with a band; a bounce does not bring all of it back", () => {
  const lower = driven((day) => (day < 30 ? 70_000 : 40_000));
  const play = (change: Partial<NetworkBehavior>, drivers = lower): number[] => {
    const behavior = { ...prompt, ...change };
    return playNetwork(behavior, startAt(behavior, 70_000), drivers, months(12)).periods.map((each) => each.hashrateEhs);
  };
  const [atOnce, lagged, banded] = [play({ stopDays: 0 }), play({}), play({ stopBand: 0.1, restartBand: 0.1 })];
  expect(atOnce[0]).toBeCloseTo(networkHashrateEhs(difficulty), 3);
  expect(atOnce[1]!).toBeLessThan(atOnce[0]! * 0.9);
  expect(lagged[1]!).toBeGreaterThan(atOnce[1]!);
  expect(lagged[11]!).toBeLessThan(lagged[0]! * 0.9);
  expect(banded[11]!).toBeGreaterThan(lagged[11]!);
  // Down and back up to where it was.
  const bounce = driven((day) => (day < 30 || day >= 180 ? 70_000 : 40_000));
  const [free, held] = [play({}, bounce), play({ stopBand: 0.1, restartBand: 0.1 }, bounce)];
  expect(free[11]! / free[0]!).toBeCloseTo(1, 2);
  expect(held[11]!).toBeLessThan(held[0]! * 0.995);
});

test("a band alone holds the hashrate where it is while the price moves inside it", () => {
  const behavior = { ...prompt, stopBand: 0.2, restartBand: 0.2 };
  const { periods } = playNetwork(behavior, startAt(behavior, 70_000), driven((day) => 70_000 * (1 + 0.1 * Math.sin(day / 20))), months(6));
  for (const each of periods) expect(each.hashrateEhs).toBeCloseTo(networkHashrateEhs(difficulty), 6);
});

test("orders arrive after their lead time, those of before the start from its first day; what stands still is scrapped", () => {
  const orders = { ...prompt.orders, leadDays: 91, maxShareMonth: 0.03, fullOrderPaybackDays: 9_000, noOrderPaybackDays: 9_999 };
  const behavior = { ...prompt, orders };
  const start = startAt(behavior, 150_000);
  const installedAtStart = start.classes.reduce((sum, each) => sum + each.hashrateEhs, 0);
  const grown = (deliveries: NetworkStart["deliveries"]): number[] => playNetwork(behavior, { ...start, deliveries }, driven(() => 150_000), months(4)).periods.map((each) => each.installedEhs / installedAtStart);
  const empty = grown([]);
  expect(empty.slice(0, 3)).toEqual([1, 1, 1].map((each) => expect.closeTo(each, 10) as number));
  expect(empty[3]! - 1).toBeCloseTo((0.03 * 29) / 30.4375, 3);
  const full = grown(earlierOrders(orders, behavior.cost, installedAtStart, () => 80));
  expect(full[2]! - 1).toBeCloseTo((0.03 * 91) / 30.4375, 4);

  const scrapping = { ...prompt, scrapShareMonth: 0.1 };
  const idleStart = startAt(scrapping, 20_000);
  const { periods } = playNetwork(scrapping, idleStart, driven(() => 20_000), [30.4375, 60.875]);
  const [installed, running] = [idleStart.classes.reduce((sum, each) => sum + each.hashrateEhs, 0), networkHashrateEhs(difficulty)];
  expect(periods[0]!.installedEhs).toBeLessThan(installed);
  expect(periods[0]!.installedEhs).toBeGreaterThan(installed - 0.1 * (installed - running) * 1.01);
});

test("a halving cuts hashprice on its block, and difficulty follows", () => {
  const start = { ...startAt(prompt, 70_000), height: 1_050_000 - 1008, epochDays: 7 };
  const { periods, retargets } = playNetwork(prompt, start, driven(() => 70_000), [7, 60]);
  expect(periods[0]!.hashpriceUsdPhDay).toBeCloseTo(hashpriceUsdPhDay(70_000, difficulty, 3.155), 6);
  expect(periods[1]!.hashpriceUsdPhDay).toBeLessThan(hashpriceUsdPhDay(70_000, difficulty, 3.155) * 0.75);
  expect(retargets[0]!.height % 2016).toBe(0);
  expect(retargets.at(-1)!.difficulty).toBeLessThan(difficulty * 0.9);
});
