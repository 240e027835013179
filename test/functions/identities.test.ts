import fc from "fast-check";
import { mine } from "./support";

// What must hold between functions whatever the numbers.

const between = (low: number, high: number): fc.Arbitrary<number> => fc.double({ min: 0, max: 1, noNaN: true }).map((share) => low * (high / low) ** share);
const difficulty = between(1e9, 1e15);
const reward = between(0.2, 50);
const price = between(100, 1e6);
const hashprice = between(5, 500);
const efficiency = between(8, 150);
const powerPrice = between(0.005, 0.3);
const fee = fc.double({ min: 0, max: 0.2, noNaN: true });
const pue = between(1, 2);
const number = (value: unknown): number => {
  if (typeof value !== "number") throw new Error(`No number: ${JSON.stringify(value)}`);
  return value;
};
const expectClose = (a: number, b: number, scale = Math.abs(b)): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-11 * scale);

test("DIFFICULTY inverts NETHASHRATE", () => {
  fc.assert(fc.property(difficulty, between(60, 6000), (d, seconds) => expectClose(number(mine("DIFFICULTY")(mine("NETHASHRATE")(d, seconds), seconds)), d)));
});

test("HASHPRICE is homogeneous in the price, and in the reward; in difficulty it goes the other way", () => {
  fc.assert(fc.property(price, difficulty, reward, fee, between(0.01, 100), (p, d, r, f, k) => {
    const base = number(mine("HASHPRICE")(p, d, r, f));
    expectClose(number(mine("HASHPRICE")(k * p, d, r, f)), k * base);
    expectClose(number(mine("HASHPRICE")(p, d, k * r, f)), k * base);
    expectClose(number(mine("HASHPRICE")(p, k * d, r, f)), base / k);
    expectClose(number(mine("HASHPRICE")(p, d, r, f)), p * number(mine("HASHVALUE")(d, r, f)));
  }));
});

test("a machine at its breakeven earns 0, whichever input is solved for", () => {
  fc.assert(fc.property(hashprice, efficiency, powerPrice, fee, pue, (h, e, p, f, u) => {
    const margin = (...args: [number, number, number, number, number]): number => number(mine("MARGIN")(...args));
    const scale = h + 24 * e * p * u;
    const solved = (what: string): number => number(mine("BREAKEVEN")(what, h, e, p, f, u));
    expectClose(margin(h, e, solved("power"), f, u), 0, scale);
    expectClose(margin(h, solved("efficiency"), p, f, u), 0, scale);
    expectClose(margin(solved("hashprice"), e, p, f, u), 0, scale);
    // Fees below 0 and PUEs below 1 say that nothing helps; as arguments they are refused.
    const [breakevenFee, breakevenPue] = [solved("pool_fee"), solved("pue")];
    if (breakevenFee > 0 && breakevenFee < 1) expectClose(margin(h, e, p, breakevenFee, u), 0, scale);
    if (breakevenPue >= 1 && breakevenPue <= 5) expectClose(margin(h, e, p, f, breakevenPue), 0, scale);
  }));
});

test("at BREAKEVENPRICE and at BREAKEVENDIFFICULTY it earns 0 too", () => {
  fc.assert(fc.property(price, difficulty, reward, efficiency, powerPrice, fee, pue, (s, d, r, e, p, f, u) => {
    const margin = (btcPrice: number, at: number): number => number(mine("MARGIN")(mine("HASHPRICE")(btcPrice, at, r), e, p, f, u));
    expectClose(margin(number(mine("BREAKEVENPRICE")(d, r, e, p, f, u)), d), 0, 24 * e * p * u);
    expectClose(margin(s, number(mine("BREAKEVENDIFFICULTY")(s, r, e, p, f, u))), 0, 24 * e * p * u);
  }));
});

test("margins fall as difficulty rises, whatever they are stated in", () => {
  fc.assert(fc.property(price, difficulty, between(1.0001, 10), reward, efficiency, powerPrice, fee, pue, fc.constantFrom("$", "%", "$/MWh"), (s, d, growth, r, e, p, f, u, as) => {
    const margin = (at: number): number => number(mine("MARGIN")(mine("HASHPRICE")(s, at, r), e, p, f, u, as));
    expect(margin(d * growth)).toBeLessThan(margin(d));
  }));
});

test("MACRS writes off the whole cost, with and without bonus, and TAXSHIELD is the tax on it where money has no time value", () => {
  const years = Array.from({ length: 21 }, (_, i) => i + 1);
  fc.assert(fc.property(between(1, 1e9), fc.constantFrom(3, 5, 7, 10, 15, 20), fc.double({ min: 0, max: 1, noNaN: true }), (cost, life, bonus) => {
    expectClose(years.reduce((sum, year) => sum + number(mine("MACRS")(cost, year, life, bonus)), 0), cost);
    expectClose(number(mine("TAXSHIELD")(cost, 0.21, 0, bonus)), 0.21 * cost);
  }));
});

test("MACRS years after the table are 0; parts of a year and other lives are refused", () => {
  expect([6, 7, 100].map((year) => mine("MACRS")(1000, year))).toEqual([57.6, 0, 0]);
  expect(mine("MACRS")(1000, 1.5)).toEqual(expect.objectContaining({ code: "#VALUE!", message: "year is 1.5; give a whole year, 1 for the first." }));
  expect(mine("MACRS")(1000, 1, 4)).toEqual(expect.objectContaining({ code: "#VALUE!", message: "life is 4 years; the table has 3, 5, 7, 10, 15 and 20 years." }));
});

test("BTCTOSELL raises exactly what is missing; RUNWAY times the burn is what there was", () => {
  fc.assert(fc.property(between(1, 1e8), between(1, 1e8), between(1000, 1e6), between(1, 1e5), fee, (cash, cost, s, btc, haircut) => {
    expectClose(cash + s * number(mine("BTCTOSELL")(cash, cost, s)), Math.max(cash, cost));
    expectClose(number(mine("RUNWAY")(cash, btc, s, cost, haircut)) * cost, cash + btc * s * (1 - haircut));
  }));
  expect(mine("RUNWAY")(1e6, 10, 70000, 0)).toEqual(expect.objectContaining({ code: "#N/A", message: "The cash never runs out: monthly_burn is 0, blank or an income." }));
  expect(mine("LTV")(1e6, 0, 200, 10)).toEqual(expect.objectContaining({ code: "#N/A", message: expect.stringMatching(/^There is no collateral/) as unknown }));
});

test("CONVERTMINE there and back is where it began; other kinds are refused", () => {
  const kinds = [["TH", "PH", "EH"], ["$/kWh", "$/MWh", "c/kWh"], ["J/TH", "W/TH"]] as const;
  fc.assert(fc.property(between(1e-6, 1e9), fc.constantFrom(...kinds).chain((units) => fc.tuple(fc.constantFrom<string>(...units), fc.constantFrom<string>(...units))), (value, [from, to]) => {
    expectClose(number(mine("CONVERTMINE")(mine("CONVERTMINE")(value, from, to), to, from)), value);
  }));
  expect(mine("CONVERTMINE")(1, "PH", "c/kWh")).toEqual(expect.objectContaining({ code: "#VALUE!", message: "PH is a unit of hashrate and c/kWh one of power price; give two units of the same kind." }));
});

test("a host's share of a loss is nothing", () => {
  expect(mine("HOSTINGBILL")(100, 3500, 30, 0.075, 0.2, -5000)).toBe(mine("HOSTINGBILL")(100, 3500, 30, 0.075));
});
