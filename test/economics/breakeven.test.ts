import { breakevenBtcPriceUsd, breakevenDifficulty, breakevenEfficiencyJth, breakevenHashpriceUsdPhDay, breakevenPoolFee, breakevenPowerPriceUsdKwh, breakevenPue, headroom } from "../../src/economics/breakeven";
import { hashpriceUsdPhDay, hashvalueBtcPhDay, networkHashrateEhs } from "../../src/economics/network";
import { hashcostUsdPhDay, marginUsdPhDay } from "../../src/economics/unit-economics";

/** Independent calculations (numpy) for difficulty 144.4E12, reward 3.145 BTC, 67,000 $/BTC, pool fee 1 %, 55 $/MWh. */
const oracle = [
  { jPerTh: 29.5, powerUsdMwh: 41.04725103345218, hashcostUsdPhDay: 38.94, btcUsd: 89774.58678041177 },
  { jPerTh: 21.5, powerUsdMwh: 56.32064676682973, hashcostUsdPhDay: 28.38, btcUsd: 65428.93612809672 },
  { jPerTh: 17.5, powerUsdMwh: 69.19393745639081, hashcostUsdPhDay: 23.1, btcUsd: 53256.1108019392 },
  { jPerTh: 13.5, powerUsdMwh: 89.69584485087698, hashcostUsdPhDay: 17.820000000000004, btcUsd: 41083.28547578167 },
];
const hashprice = hashpriceUsdPhDay(67_000, 144.4e12, 3.145);
const close = (actual: number, expected: number): void => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);

test.each(oracle)("$jPerTh J/TH", (row) => {
  const machine = { efficiencyJth: row.jPerTh, powerPriceUsdKwh: 0.055, pue: 1, otherUsdPhDay: 0 };
  close(breakevenPowerPriceUsdKwh({ ...machine, hashpriceUsdPhDay: hashprice, poolFee: 0.01 }) * 1000, row.powerUsdMwh);
  close(hashcostUsdPhDay(machine), row.hashcostUsdPhDay);
  close(breakevenBtcPriceUsd(144.4e12, 3.145, 0.01, machine), row.btcUsd);
});

test("efficiency at 55 $/MWh", () => close(breakevenEfficiencyJth({ hashpriceUsdPhDay: hashprice, poolFee: 0.01, powerPriceUsdKwh: 0.055, pue: 1, otherUsdPhDay: 0 }), 22.01625282703344));

test.each([
  { D: 144.4e12, R: 3.145, P: 67_000, btc: 0.0004381343846175809, usd: 29.35500376937792, ehs: 1033.6554625706667 },
  { D: 152.27e12, R: 3.15, P: 83_000, btc: 0.0004161501804481326, usd: 34.54046497719501, ehs: 1089.9911169365334 },
  { D: 155.97e12, R: 3.145, P: 104_000, btc: 0.0004056331675243873, usd: 42.18584942253628, ehs: 1116.4767485952 },
  { D: 125.86e12, R: 3.145, P: 69_000, btc: 0.0005026744409564491, usd: 34.68453642599499, ehs: 900.9409731242666 },
])("hashprice at difficulty $D (independent calculation)", ({ D, R, P, btc, usd, ehs }) => {
  close(hashvalueBtcPhDay(D, R), btc);
  close(hashpriceUsdPhDay(P, D, R), usd);
  close(networkHashrateEhs(D), ehs);
});

test("at every breakeven the margin is zero, with other cost and PUE in play", () => {
  const at = { hashpriceUsdPhDay: 41, poolFee: 0.02, efficiencyJth: 21.5, powerPriceUsdKwh: 0.048, pue: 1.07, otherUsdPhDay: 3.2 };
  const margin = (x: typeof at): number => marginUsdPhDay(x.hashpriceUsdPhDay, x.poolFee, x);
  expect(Math.abs(margin(at))).toBeGreaterThan(1);
  for (const solved of [
    { powerPriceUsdKwh: breakevenPowerPriceUsdKwh(at) },
    { efficiencyJth: breakevenEfficiencyJth(at) },
    { hashpriceUsdPhDay: breakevenHashpriceUsdPhDay(at) },
    { poolFee: breakevenPoolFee(at) },
    { pue: breakevenPue(at) },
  ]) expect(margin({ ...at, ...solved })).toBeCloseTo(0, 11);
});

test.each([
  { jPerTh: 29.5, difficulty: 107767691804190.81 },
  { jPerTh: 21.5, difficulty: 147867298056912.97 },
  { jPerTh: 17.5, difficulty: 181665537612778.78 },
  { jPerTh: 13.5, difficulty: 235492363572120.6 },
])("breakeven difficulty of $jPerTh J/TH (independent calculation)", ({ jPerTh, difficulty }) => {
  close(breakevenDifficulty(67_000, 3.145, 0.01, { efficiencyJth: jPerTh, powerPriceUsdKwh: 0.055, pue: 1, otherUsdPhDay: 0 }), difficulty);
});

test("an input that worsens by its headroom leaves a margin of zero", () => {
  const at = { hashpriceUsdPhDay: 41, poolFee: 0.02, efficiencyJth: 21.5, powerPriceUsdKwh: 0.048, pue: 1.07, otherUsdPhDay: 3.2 };
  expect(marginUsdPhDay(at.hashpriceUsdPhDay * (1 - headroom("hashpriceUsdPhDay", at)), at.poolFee, at)).toBeCloseTo(0, 11);
  for (const variable of ["powerPriceUsdKwh", "efficiencyJth"] as const) {
    expect(marginUsdPhDay(at.hashpriceUsdPhDay, at.poolFee, { ...at, [variable]: at[variable] * (1 + headroom(variable, at)) })).toBeCloseTo(0, 11);
    expect(headroom(variable, { ...at, hashpriceUsdPhDay: 20 })).toBeLessThan(0);
  }
});
