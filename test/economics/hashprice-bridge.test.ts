import fc from "fast-check";
import { hashpriceBridge, type HashpriceFactors } from "../../src/economics/hashprice-bridge";
import { hashpriceUsdPhDay } from "../../src/economics/network";

const hashprice = (at: HashpriceFactors): number => hashpriceUsdPhDay(at.btcPriceUsd, at.difficulty, at.blockRewardBtc);
const sum = (bridge: HashpriceFactors): number => bridge.btcPriceUsd + bridge.difficulty + bridge.blockRewardBtc;

const factors = fc.record({
  btcPriceUsd: fc.double({ min: 1, max: 1e7, noNaN: true }),
  difficulty: fc.double({ min: 1e9, max: 1e16, noNaN: true }),
  blockRewardBtc: fc.double({ min: 0.01, max: 60, noNaN: true }),
});

test("price 100k to 70k, reward 3.18 to 3.15, difficulty 150T to 130T (formulas E10)", () => {
  const before = { btcPriceUsd: 100_000, blockRewardBtc: 3.18, difficulty: 150e12 };
  const after = { btcPriceUsd: 70_000, blockRewardBtc: 3.15, difficulty: 130e12 };
  expect(hashprice(before)).toBeCloseTo(42.6471, 4);
  expect(hashprice(after)).toBeCloseTo(34.1208, 4);
  const bridge = hashpriceBridge(before, after);
  expect(bridge.btcPriceUsd).toBeCloseTo(-13.6341, 4);
  expect(bridge.blockRewardBtc).toBeCloseTo(-0.3623, 4);
  expect(bridge.difficulty).toBeCloseTo(5.4701, 4);
});

test("the contributions sum to the change, whatever moves", () => {
  fc.assert(
    fc.property(factors, factors, (before, after) => {
      const bridge = hashpriceBridge(before, after);
      const scale = Math.max(hashprice(before), hashprice(after), ...Object.values(bridge).map(Math.abs));
      expect(Math.abs(sum(bridge) - (hashprice(after) - hashprice(before)))).toBeLessThanOrEqual(1e-13 * scale);
    }),
  );
});

test("a factor that stays contributes nothing and the others still sum", () => {
  fc.assert(
    fc.property(factors, factors, fc.constantFrom("btcPriceUsd", "difficulty", "blockRewardBtc"), (before, other, fixed) => {
      const after = { ...other, [fixed]: before[fixed] };
      const bridge = hashpriceBridge(before, after);
      expect(Math.abs(bridge[fixed])).toBe(0);
      const scale = Math.max(hashprice(before), hashprice(after), ...Object.values(bridge).map(Math.abs));
      expect(Math.abs(sum(bridge) - (hashprice(after) - hashprice(before)))).toBeLessThanOrEqual(1e-13 * scale);
    }),
  );
});

test("a tiny move, and factors that cancel, do not lose their digits", () => {
  const at = { btcPriceUsd: 67_000, difficulty: 144.4e12, blockRewardBtc: 3.145 };
  const tiny = hashpriceBridge(at, { ...at, btcPriceUsd: 67_000 + 2 ** -20 });
  expect(tiny.btcPriceUsd / ((hashprice(at) * 2 ** -20) / 67_000)).toBeCloseTo(1, 9);
  const doubled = hashpriceBridge(at, { ...at, btcPriceUsd: 134_000, difficulty: 288.8e12 });
  expect(doubled.btcPriceUsd).toBeCloseTo(hashprice(at) * Math.LN2, 12);
  expect(sum(doubled)).toBe(0);
});
