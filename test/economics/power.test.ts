import fc from "fast-check";
import { allInPowerPriceUsdKwh, coincidentPeakSavingUsd, loadWeightedPrice, netPowerPriceUsdKwh, strikePriceUsdKwh } from "../../src/economics/power";
import { marginUsdPhDay } from "../../src/economics/unit-economics";

const none = { energyUsdKwh: 0, demandUsdKwMonth: 0, loadFactor: 0.95, deliveryUsdKwh: 0, coincidentPeakUsdKwYear: 0, coincidentPeakShare: 1 };

test("demand and coincident-peak charges per kWh (formulas E7)", () => {
  expect(allInPowerPriceUsdKwh({ ...none, demandUsdKwMonth: 9 })).toBeCloseTo(0.012978, 6);
  expect(allInPowerPriceUsdKwh({ ...none, coincidentPeakUsdKwYear: 60 })).toBeCloseTo(0.00721, 6);
});

test("a flat load pays the plain parts", () => {
  const tariff = { ...none, loadFactor: 1, energyUsdKwh: 0.03, deliveryUsdKwh: 0.005, demandUsdKwMonth: 7.3, coincidentPeakUsdKwYear: 87.6, coincidentPeakShare: 0.5 };
  expect(allInPowerPriceUsdKwh(tariff)).toBeCloseTo(0.03 + 0.005 + 0.01 + 0.005, 12);
});

test("at the strike the margin is zero, adders included", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 300, noNaN: true }), fc.double({ min: 5, max: 120, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true }), (hashprice, efficiencyJth, fee, pue, adders) => {
      const strike = strikePriceUsdKwh(hashprice, efficiencyJth, fee, pue, adders);
      expect(Math.abs(marginUsdPhDay(hashprice, fee, { efficiencyJth, powerPriceUsdKwh: strike + adders, pue, otherUsdPhDay: 0 })) / hashprice).toBeLessThan(1e-12);
    }),
  );
});

test("a mean lies between its prices and does not depend on the load's unit", () => {
  expect(loadWeightedPrice([0.03, 0.08], [18, 6])).toBeCloseTo(0.0425, 12);
  expect(loadWeightedPrice([0.03, 0.08], [18, 6], [10, 2])).toBe(loadWeightedPrice([0.03, 0.08], [18, 6], [5, 1]));
  expect(loadWeightedPrice([0.03, 0.08], [0, 0])).toBeNaN();
});

test("credits beyond the bill make the price negative", () => expect(netPowerPriceUsdKwh(1e6, 1.5e6, 2e7)).toBeCloseTo(-0.025, 12));

test("a site that earns nothing from mining loses nothing by stopping", () => {
  const site = { siteMw: 50, rateUsdKwYear: 60, peaks: 4, peaksHit: 3, hoursOff: 40 };
  expect(coincidentPeakSavingUsd(site, 0.05, 0.05)).toBeCloseTo(2_250_000, 6);
  expect(coincidentPeakSavingUsd(site, 0.1, 0.05)).toBeCloseTo(2_150_000, 6);
});
