import { hashpriceUsdPhDay } from "../../src/economics/network";
import { normalQuantile } from "../../src/economics/normal";
import { quantiles } from "../../src/economics/quantiles";
import { seededRandom, xoshiro128 } from "../../src/economics/random";
import { hashpriceQuantiles, simulatePath, type SimulationInputs } from "../../src/economics/simulation";

const flat: SimulationInputs = { months: 24, start: { btcPriceUsd: 67_000, difficulty: 1.444e14, height: 935_424, feesBtc: 0.02 }, priceDrift: 0, priceVolatility: 0, elasticity: 0 };
const moving: SimulationInputs = { ...flat, priceDrift: 0.1, priceVolatility: 0.55, elasticity: 0.3 };

describe("the generator", () => {
  test("xoshiro128** gives the numbers of the reference implementation", () => {
    expect(Array.from({ length: 4 }, xoshiro128([1, 2, 3, 4]))).toEqual([11520, 0, 5927040, 70819200]);
    expect(Array.from({ length: 3 }, xoshiro128([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]))).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840]);
  });
  test("first numbers of neighboring seeds fill the range evenly", () => {
    const bins = new Array<number>(16).fill(0);
    for (let seed = 0; seed < 16_000; seed++) bins[seededRandom(seed)() >>> 28]!++;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(37.7); // 0.1 % quantile at 15 degrees of freedom
  });
});

test("quantiles are those of the sorted sample", () => {
  const random = seededRandom(7);
  const sample = Float64Array.from({ length: 1001 }, () => random() % 500);
  const sorted = sample.slice().sort();
  expect(quantiles(sample, [0, 0.05, 0.5, 0.95, 1])).toEqual([sorted[0], sorted[50], sorted[500], sorted[950], sorted[1000]]);
  expect(quantiles(Float64Array.of(4, 1), [0.25])).toEqual([1.75]);
});

describe("a path", () => {
  test("stands still without drift, volatility and response", () => {
    const path = simulatePath(flat, 1);
    expect([...path.btcPriceUsd]).toEqual(new Array(24).fill(67_000));
    expect([...path.difficulty].every((each) => Math.abs(each / 1.444e14 - 1) < 1e-12)).toBe(true);
  });
  test("grows by its drift", () => expect(simulatePath({ ...flat, priceDrift: 0.3 }, 1).btcPriceUsd[11]! / 67_000).toBeCloseTo(Math.exp(0.3), 12));
  test("is the same for the same seed, to the last bit, and another one for another seed", () => {
    const path = simulatePath({ ...moving, months: 12 }, 42);
    const last = [path.btcPriceUsd[11], path.difficulty[11], path.hashpriceUsdPhDay[11]] as const;
    expect(last).toEqual([23066.179761158186, 113621285182964.66, 12.843710442628229]);
    // The same model written in Python with the C library's exp and scipy's normal quantile.
    [23066.17976115818, 113621285182964.64, 12.843710442628229].forEach((independent, i) => expect(Math.abs(last[i]! / independent - 1)).toBeLessThan(1e-13));
    expect(simulatePath(moving, 43).btcPriceUsd[0]).not.toBe(path.btcPriceUsd[0]);
  });
  test("halves the subsidy at 1,050,000 and lets hashrate and difficulty give way", () => {
    const path = simulatePath({ ...flat, elasticity: 0.4, start: { ...flat.start, height: 1_049_000, feesBtc: 0 } }, 1);
    expect(path.hashpriceUsdPhDay[0]).toBe(hashpriceUsdPhDay(67_000, path.difficulty[0]!, 1.5625));
    expect(path.difficulty[23]! / 1.444e14).toBeCloseTo(0.5 ** 0.4, 6);
  });
  test("after a lasting rise in revenue hashrate has taken its share of it", () => {
    const path = simulatePath({ ...flat, elasticity: 0.5, priceDrift: 0.2, months: 120 }, 1);
    const growthYear = Math.log(path.difficulty[101]! / path.difficulty[77]!) / 2; // far from a halving
    expect(growthYear).toBeCloseTo(0.1, 2);
  });
});

describe("many paths", () => {
  test("without response hashprice is lognormal: quantiles against the closed form", () => {
    const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
    const found = hashpriceQuantiles({ ...moving, elasticity: 0, months: 12 }, 20_000, 5, shares);
    const today = simulatePath({ ...flat, months: 1 }, 1).hashpriceUsdPhDay[0]!;
    for (const month of [1, 6, 12]) {
      const deviation = 0.55 * Math.sqrt(month / 12);
      shares.forEach((share, i) => {
        const exact = today * Math.exp((0.1 * month) / 12 - deviation ** 2 / 2 + deviation * normalQuantile(share));
        expect(Math.abs(Math.log(found[month - 1]![i]! / exact))).toBeLessThan(deviation * 0.04);
      });
    }
  });
  test("response narrows the spread of hashprice", () => {
    const spread = (elasticity: number): number => {
      const [low, high] = hashpriceQuantiles({ ...moving, elasticity }, 2000, 9, [0.1, 0.9]).at(-1)!;
      return Math.log(high! / low!);
    };
    expect(spread(0.5) / spread(0)).toBeGreaterThan(0.45);
    expect(spread(0.5) / spread(0)).toBeLessThan(0.65);
  });
  test("one path is the path of its seed", () => {
    expect(hashpriceQuantiles(moving, 1, 42, [0.5]).flat()).toEqual([...simulatePath(moving, 42).hashpriceUsdPhDay]);
  });
  test("extreme markets end in numbers", () => {
    for (const extreme of [{ priceVolatility: 5, priceDrift: -5 }, { priceVolatility: 5, priceDrift: 5 }, { priceVolatility: 0.01, priceDrift: 5 }]) {
      const path = simulatePath({ ...moving, ...extreme, elasticity: 1, months: 600 }, 3);
      expect([...path.hashpriceUsdPhDay].every(Number.isFinite)).toBe(true);
    }
  });
});
