// Tax depreciation of machines and sites in the United States.

/** Lives of property under the general system whose yearly shares are held here, in years. */
export type RecoveryYears = 3 | 5 | 7 | 10 | 15 | 20;

/** Percent of the basis written off in each tax year, half-year convention. Source: IRS Publication 946, Table A-1. */
const PERCENT: Readonly<Record<RecoveryYears, readonly number[]>> = {
  3: [33.33, 44.45, 14.81, 7.41],
  5: [20, 32, 19.2, 11.52, 11.52, 5.76],
  7: [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46],
  10: [10, 18, 14.4, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28],
  15: [5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.95],
  20: [3.75, 7.219, 6.677, 6.177, 5.713, 5.285, 4.888, 4.522, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 4.462, 4.461, 2.231],
};

/** The lives that {@link macrsShares} knows, in years. */
export const RECOVERY_YEARS: readonly RecoveryYears[] = [3, 5, 7, 10, 15, 20];

/** Shares of the basis written off in tax year 1, 2, …; one year more than the life, since the first is half a year. */
export function macrsShares(life: RecoveryYears): readonly number[] {
  return PERCENT[life].map((percent) => percent / 100);
}

/**
 * Depreciation of one tax year, $: the bonus share at once, the rest by the half-year table.
 * @param costUsd cost of the property, $
 * @param year tax year, 1 for the one in which it is placed in service
 * @param bonus share of the cost written off in year 1, 0 to 1
 * @returns 0 in years after the table ends. Source: IRS Publication 946, Table A-1; formulas E10.
 */
export function macrsUsd(costUsd: number, year: number, life: RecoveryYears, bonus: number): number {
  const regular = (1 - bonus) * (macrsShares(life)[year - 1] ?? 0);
  return costUsd * (regular + (year === 1 ? bonus : 0));
}

/**
 * Present value of the tax saved by writing off 5-year property, $ = Σ tax · depreciation_t ÷ (1 + rate)^t, each saving at the end of its tax year.
 * @param costUsd cost of the property, $
 * @param tax tax rate, 0 to 1
 * @param rate effective annual discount rate, above −1
 * @param bonus share of the cost written off in year 1, 0 to 1
 * Source: formulas E10.
 */
export function taxShieldUsd(costUsd: number, tax: number, rate: number, bonus: number): number {
  const perDollar = macrsShares(5).map((_, i) => macrsUsd(1, i + 1, 5, bonus) / (1 + rate) ** (i + 1));
  return costUsd * tax * perDollar.reduce((sum, each) => sum + each, 0);
}
