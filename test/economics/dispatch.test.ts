import fc from "fast-check";
import { dispatch, type DispatchFleet, type DispatchSite } from "../../src/economics/dispatch";
import { gearMarginUsdDay, type OperatingPoint } from "../../src/economics/gears";

const point = fc.record({ hashrateThs: fc.integer({ min: 50, max: 300 }), powerW: fc.integer({ min: 1000, max: 6000 }) });
const fleet = fc.record({ units: fc.integer({ min: 0, max: 3 }), settings: fc.array(point, { minLength: 1, maxLength: 3 }) });
const site = fc.record({
  siteMw: fc.double({ min: 0, max: 0.03, noNaN: true }),
  netHashpriceUsdPhDay: fc.double({ min: 10, max: 80, noNaN: true }),
  powerPriceUsdKwh: fc.double({ min: 0.01, max: 0.12, noNaN: true }),
  pue: fc.double({ min: 1, max: 1.3, noNaN: true }),
  powerIsSunk: fc.constant(false),
});

/** The best margin over every choice of settings, machine by machine. */
function best(machines: readonly (readonly OperatingPoint[])[], at: DispatchSite, leftW: number): number {
  const [settings, ...others] = machines;
  if (!settings) return 0;
  const off = best(others, at, leftW);
  return settings.reduce((most, each) => (each.powerW > leftW ? most : Math.max(most, gearMarginUsdDay(each, at.netHashpriceUsdPhDay, at.powerPriceUsdKwh, at.pue) + best(others, at, leftW - each.powerW))), off);
}

test("every machine is in one group, the MW are kept, and no step runs above its strike", () => {
  fc.assert(fc.property(fc.array(fleet, { maxLength: 4 }), site, (fleets, at) => {
    const groups = dispatch(fleets, at);
    fleets.forEach((each, i) => expect(groups.filter((group) => group.fleet === i).reduce((sum, group) => sum + group.units, 0)).toBe(each.units));
    expect(groups.reduce((sum, group) => sum + group.powerMw, 0)).toBeLessThanOrEqual(at.siteMw * (1 + 1e-9));
    for (const group of groups) if (group.point) expect(group.strikeUsdKwh).toBeGreaterThanOrEqual(at.powerPriceUsdKwh);
  }));
});

test("with MW to spare it is the best of all choices; with scarce MW it misses less than the best step's worth of one machine", () => {
  fc.assert(fc.property(fc.array(fleet, { minLength: 1, maxLength: 3 }), site, fc.boolean(), (fleets, at, spare) => {
    const limited = spare ? { ...at, siteMw: 1 } : at;
    const groups = dispatch(fleets, limited);
    const margin = groups.reduce((sum, group) => sum + group.marginUsdDay, 0);
    const most = best(fleets.flatMap((each) => Array.from({ length: each.units }, () => each.settings)), limited, (limited.siteMw * 1e6) / limited.pue);
    const largest = Math.max(...fleets.flatMap((each) => each.settings.map((setting) => gearMarginUsdDay(setting, limited.netHashpriceUsdPhDay, limited.powerPriceUsdKwh, limited.pue))), 0);
    expect(margin).toBeLessThanOrEqual(most + 1e-9);
    expect(margin).toBeGreaterThanOrEqual(most - (spare ? 1e-9 : largest + 1e-9));
  }), { numRuns: 300 });
});

describe("a fleet with a second gear", () => {
  const fleets: readonly DispatchFleet<OperatingPoint>[] = [
    { units: 10, settings: [{ hashrateThs: 190, powerW: 3610 }, { hashrateThs: 233, powerW: 5126 }] },
    { units: 10, settings: [{ hashrateThs: 104, powerW: 3068 }] },
  ];
  const at = (powerPriceUsdKwh: number, siteMw = 1, powerIsSunk = false): readonly (readonly unknown[])[] =>
    dispatch(fleets, { siteMw, netHashpriceUsdPhDay: 40, powerPriceUsdKwh, pue: 1, powerIsSunk }).map((group) => [group.fleet, group.point?.powerW, group.units, group.heldBack]);

  // Strikes by hand: 40 / (24 · ε): 0.0877 at 19 J/TH, 0.0565 at 29.5, 0.0473 at 35.26.
  test("gives up the dear step first, then the old machines, then all", () => {
    expect(at(0.04)).toEqual([[1, 3068, 10, "top"], [0, 5126, 10, "top"]]);
    expect(at(0.05)).toEqual([[0, 3610, 10, "power price"], [1, 3068, 10, "top"]]);
    expect(at(0.06)).toEqual([[0, 3610, 10, "power price"], [1, undefined, 10, "power price"]]);
    expect(at(0.09)).toEqual([[0, undefined, 10, "power price"], [1, undefined, 10, "power price"]]);
  });

  test("fills scarce power by marginal J/TH: the old machines before the second gear", () => {
    // 36.1 kW and 30.68 kW leave 3.22 kW: two steps of 1.516 kW.
    expect(at(0.04, 0.07)).toEqual([[0, 3610, 8, "MW cap"], [1, 3068, 10, "top"], [0, 5126, 2, "top"]]);
  });

  test("power that is sunk is used up whatever its price", () => {
    expect(at(0.5, 1, true)).toEqual(at(0.04));
  });
});
