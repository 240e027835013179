import fc from "fast-check";
import { blackCall, optionStripUsdPh } from "../../src/economics/options";
import { marginValueUsdPh } from "../../src/economics/mining-value";
import { switchingThresholds } from "../../src/economics/switching";
import { InputError, NotAvailableError } from "../../src/units/errors";

test("Black's formula (oracles.json: 50, 40, 60 %, 1 year)", () => expect(blackCall(50, 40, 0.6)).toBeCloseTo(16.31244579131957, 12));

describe("strip of options (formulas E9: hashprice 45, cost 36, drift −0.20, rate 0.10, 4 years)", () => {
  const strip = (sigma: number, kappa = 0): number => optionStripUsdPh({ hashpriceUsdPhDay: 45, hashcostUsdPhDay: 36, years: 4, discountRate: 0.1, drift: -0.2, sigma, kappa });
  test.each([[0, 0, 1700.03], [0.3, 0, 4619.69], [0.5, 0, 8009.72], [0.7, 0, 11433.73], [0.5, 0.5, 5199.05], [0.5, 1, 4095.63], [0.5, 2, 3181.39]])(
    "σ %d, κ %d", (sigma, kappa, expected) => expect(Math.abs(strip(sigma, kappa) - expected)).toBeLessThanOrEqual(0.005));
  test("without volatility it is the value with a stop, to the step", () => {
    expect(strip(0) / marginValueUsdPh({ hashpriceUsdPhDay: 45, hashcostUsdPhDay: 36, declineRate: 0.2 }, 4, 0.1, true)).toBeCloseTo(1, 2);
  });
  test("property: never below 0 nor below running on, and more volatility is worth more", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0.1, max: 100, noNaN: true }), fc.double({ min: 0.01, max: 2, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (h, c, sigma, kappa) => {
      const value = (volatility: number): number => optionStripUsdPh({ hashpriceUsdPhDay: h, hashcostUsdPhDay: c, years: 3, discountRate: 0.1, drift: -0.1, sigma: volatility, kappa });
      expect(value(sigma)).toBeGreaterThanOrEqual(value(0) - 1e-6);
      expect(value(sigma * 1.1)).toBeGreaterThanOrEqual(value(sigma) - 1e-6);
    }));
  });
});

describe("thresholds of stopping and restarting", () => {
  /** oracles.json, "dixit": solved by Newton's method on the four equations. */
  const oracle = [
    { k: 4, l: 0, mu: 0, sigma: 0.1, rho: 0.025, restart: 1.4666789057430203, shutdown: 0.7657318807766541 },
    { k: 4, l: 0, mu: 0, sigma: 0.2, rho: 0.025, restart: 1.7830674814433336, shutdown: 0.6550332438439354 },
    { k: 4, l: 0, mu: 0, sigma: 0.4, rho: 0.025, restart: 2.4578931943892406, shutdown: 0.5248391851657883 },
    { k: 4, l: 2, mu: 0, sigma: 0.1, rho: 0.025, restart: 1.517686363345109, shutdown: 0.7052322195288463 },
    { k: 0.1, l: 0.05, mu: -0.15, sigma: 0.6, rho: 0.12, restart: 1.4861136497495693, shutdown: 0.746711580741027 },
    { k: 0.02, l: 0.02, mu: 0, sigma: 0.6, rho: 0.1, restart: 1.2577070671660588, shutdown: 0.8077906348021184 },
  ];
  test.each(oracle)("Dixit 1989: k $k, l $l, μ $mu, σ $sigma, ρ $rho", ({ k, l, mu, sigma, rho, restart, shutdown }) => {
    const found = switchingThresholds({ costYear: 1, drift: mu, sigma, rate: rho, restartCost: k, shutdownCost: l });
    expect(found.restart / restart).toBeCloseTo(1, 11);
    expect(found.shutdown / shutdown).toBeCloseTo(1, 11);
  });

  test.each([[0.5, 43.99, 30.66], [0.2, 40.85, 33.44], [0.4, 42.96, 31.44], [0.6, 45.01, 29.97], [0.8, 47.01, 28.76]])("formulas E9, σ %d", (sigma, restart, shutdown) => {
    const found = switchingThresholds({ costYear: 36 * 365, drift: -0.15, sigma, rate: 0.37, restartCost: 300, shutdownCost: 100 });
    expect(Math.abs(found.restart / 365 - restart)).toBeLessThanOrEqual(0.005);
    expect(Math.abs(found.shutdown / 365 - shutdown)).toBeLessThanOrEqual(0.005);
  });

  test("where stopping costs nearly all, the restart threshold is that of an investment that never stops (oracles.json)", () => {
    expect(switchingThresholds({ costYear: 1, drift: 0, sigma: 0.1, rate: 0.025, restartCost: 4, shutdownCost: 40 - 1e-9 }).restart).toBeCloseTo(1.7140833264451425, 9);
    expect(() => switchingThresholds({ costYear: 1, drift: 0, sigma: 0.1, rate: 0.025, restartCost: 4, shutdownCost: 40 })).toThrow(NotAvailableError);
  });

  test("what has no answer is refused", () => {
    const x = { costYear: 1, drift: 0.03, sigma: 0.1, rate: 0.025, restartCost: 4, shutdownCost: 0 };
    expect(() => switchingThresholds(x)).toThrow(InputError);
    expect(() => switchingThresholds({ ...x, drift: 0, shutdownCost: -5 })).toThrow(InputError);
  });

  test("without switching costs both are the cost itself", () => {
    expect(switchingThresholds({ costYear: 7, drift: -0.1, sigma: 0.4, rate: 0.1, restartCost: 0, shutdownCost: 0 })).toEqual({ shutdown: 7, restart: 7 });
  });

  test("property: shutdown ≤ cost + interest on the costs ≤ restart, and the band widens with volatility and cost", () => {
    fc.assert(fc.property(fc.double({ min: -0.5, max: 0.05, noNaN: true }), fc.double({ min: 0.02, max: 1.5, noNaN: true }), fc.double({ min: 0.06, max: 0.6, noNaN: true }), fc.double({ min: 1e-4, max: 2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (drift, sigma, rate, restartCost, shutdownCost) => {
      const x = { costYear: 1, drift, sigma, rate, restartCost, shutdownCost };
      const { shutdown, restart } = switchingThresholds(x);
      expect(shutdown).toBeLessThanOrEqual(1 - rate * shutdownCost + 1e-9);
      expect(restart).toBeGreaterThanOrEqual(1 + rate * restartCost - 1e-9);
      const moreVolatile = switchingThresholds({ ...x, sigma: sigma * 1.2 });
      expect(moreVolatile.restart / moreVolatile.shutdown).toBeGreaterThanOrEqual((restart / shutdown) * (1 - 1e-9));
      const dearer = switchingThresholds({ ...x, restartCost: restartCost * 1.2 });
      expect(dearer.restart).toBeGreaterThanOrEqual(restart - 1e-9);
      expect(dearer.shutdown).toBeLessThanOrEqual(shutdown + 1e-9);
    }));
  });
});
