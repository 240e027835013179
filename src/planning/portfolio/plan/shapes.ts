import { DAYS_PER_YEAR } from "../../../units/constants";
import type { Resale } from "../document";
import type { MarketMonth } from "../market-month";
import type { ByMonth } from "./result";
import { MONTHS_PER_YEAR } from "./site-months";

/** A row by month, scale · shape: many fleets share a shape. */
export interface ScaledRow {
  readonly scale: number;
  readonly shape: ByMonth;
}

/** Rows that need powers: for thousands of fleets each is computed once. */
export class Shapes {
  readonly #aging = new Map<number, ByMonth>();
  readonly #resale = new Map<number, Map<number, ByMonth>>();

  constructor(private readonly months: readonly MarketMonth[]) {}

  /** Share of the hashrate that age leaves. @param leftAnnual after a year @param from Excel serial of the day in service */
  aging(leftAnnual: number, from: number): ScaledRow {
    const { start } = this.months[0]!;
    if (from > start) return { scale: 1, shape: this.#row((month) => leftAnnual ** (Math.max(0, month.start - from) / DAYS_PER_YEAR)) };
    const shape = known(this.#aging, leftAnnual, () => this.#row((month) => leftAnnual ** ((month.start - start) / DAYS_PER_YEAR)));
    return { scale: leftAnnual ** ((start - from) / DAYS_PER_YEAR), shape };
  }

  /** What a TH sells for at the end of each month, $; index 0: today. */
  resale({ priceUsdTh, declineAnnual, hashpriceExponent }: Resale): ScaledRow {
    const { hashpriceUsdPhDay: today } = this.months[0]!;
    const declining = known(this.#resale, declineAnnual, () => new Map<number, ByMonth>());
    const shape = known(declining, hashpriceExponent, () => {
      const row = this.#row(({ hashpriceUsdPhDay }, t) => (1 - declineAnnual) ** (t / MONTHS_PER_YEAR) * (hashpriceUsdPhDay / today) ** hashpriceExponent);
      row[0] = 1;
      return row;
    });
    return { scale: priceUsdTh, shape };
  }

  #row(of: (month: MarketMonth, t: number) => number): ByMonth {
    const row = new Float64Array(this.months.length + 1);
    this.months.forEach((month, i) => { row[i + 1] = of(month, i + 1); });
    return row;
  }
}

/** The value of a key, made where there is none. */
export function known<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = values.get(key);
  if (found !== undefined) return found;
  const made = make();
  values.set(key, made);
  return made;
}
