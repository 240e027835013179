import fc from "fast-check";
import { fleetEfficiencyJth, hashratePhsPerMw, machinesAtPower } from "../../src/economics/fleet";

test("as many machines as the power runs, and no more", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), fc.double({ min: 100, max: 12_000, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true }), (siteMw, powerW, pue) => {
      const machines = machinesAtPower(siteMw, powerW, pue);
      const watts = siteMw * 1e6 * (1 + 1e-11);
      expect(machines * powerW * pue).toBeLessThanOrEqual(watts);
      expect((machines + 1) * powerW * pue * (1 + 1e-11)).toBeGreaterThan(siteMw * 1e6);
    }),
  );
});

test("power that is a whole number of machines runs all of them", () => {
  for (let machines = 1; machines <= 3000; machines++) expect(machinesAtPower((machines * 3.645) / 1000, 3645, 1)).toBe(machines);
});

test("a megawatt's machines have a megawatt's hashrate", () => expect(hashratePhsPerMw(25, 1.04) * 25 * 1.04).toBeCloseTo(1000, 10));

test("a mixed fleet lies between its machines, weighted by hashrate", () => {
  expect(fleetEfficiencyJth([1, 1], [100, 100], [2000, 3000])).toBe(25);
  expect(fleetEfficiencyJth([0, 7], [100, 100], [2000, 3000])).toBe(30);
  expect(fleetEfficiencyJth([0, 0], [100, 100], [2000, 3000])).toBeNaN();
});
