import fc from "fast-check";
import { hashpriceBridge, hashpriceBridgeBySource } from "../../src/economics/hashprice-bridge";
import { hashpriceUsdPhDay } from "../../src/economics/network";

const source = fc.record({ btcPriceUsd: fc.double({ min: 1, max: 1e6, noNaN: true }), difficulty: fc.double({ min: 1e12, max: 1e15, noNaN: true }), subsidyBtc: fc.double({ min: 0.1, max: 50, noNaN: true }), feesBtc: fc.double({ min: 0, max: 10, noNaN: true }) });
type Source = Parameters<typeof hashpriceBridgeBySource>[0];
const hashprice = ({ btcPriceUsd, difficulty, subsidyBtc, feesBtc }: Source): number => hashpriceUsdPhDay(btcPriceUsd, difficulty, subsidyBtc + feesBtc);

test("the four sources add up to the change, subsidy and fees to what the bridge of factors gives the reward", () => {
  fc.assert(fc.property(source, source, (before, after) => {
    const parts = hashpriceBridgeBySource(before, after);
    const reward = hashpriceBridge({ ...before, blockRewardBtc: before.subsidyBtc + before.feesBtc }, { ...after, blockRewardBtc: after.subsidyBtc + after.feesBtc }).blockRewardBtc;
    const size = Math.abs(parts.btcPriceUsd) + Math.abs(parts.difficulty) + Math.abs(parts.subsidyBtc) + Math.abs(parts.feesBtc) + hashprice(before) + hashprice(after);
    expect(Math.abs(parts.btcPriceUsd + parts.difficulty + parts.subsidyBtc + parts.feesBtc - (hashprice(after) - hashprice(before)))).toBeLessThanOrEqual(1e-9 * size);
    expect(Math.abs(parts.subsidyBtc + parts.feesBtc - reward)).toBeLessThanOrEqual(1e-9 * size);
  }));
});

test("a halving that fees make up for is seen: subsidy takes what fees give", () => {
  const before = { btcPriceUsd: 100_000, difficulty: 1e14, subsidyBtc: 3.125, feesBtc: 0 };
  const { subsidyBtc, feesBtc, ...rest } = hashpriceBridgeBySource(before, { ...before, subsidyBtc: 1.5625, feesBtc: 1.5625 });
  // Half the hashprice each: 144 blocks a day, 600 s times a PH/s over 1E14 times 2^32 hashes, 3.125 BTC at 100,000 $.
  const half = ((86_400 * 1e15) / (1e14 * 2 ** 32)) * 1.5625 * 100_000;
  expect(rest).toEqual({ btcPriceUsd: 0, difficulty: -0 });
  expect(feesBtc).toBeCloseTo(half, 10);
  expect(subsidyBtc).toBeCloseTo(-half, 10);
});
