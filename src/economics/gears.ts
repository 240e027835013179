import { HOURS_PER_DAY, TH_PER_PH, W_PER_KW } from "../units/constants";

// One machine at several settings of clock and voltage (formulas E7). A setting pays by what its last
// terahashes cost, not by its average: that is the slope of the upper concave hull of hashrate over power.

/** A machine at one setting. */
export interface OperatingPoint {
  readonly hashrateThs: number;
  /** W at the machine */
  readonly powerW: number;
}

/** A setting on the hull with what it takes to reach it from the setting below. */
export interface LadderStep<Point extends OperatingPoint> {
  readonly point: Point;
  /** J/TH = ΔW ÷ ΔTH/s from the setting below, or from standstill */
  readonly marginalJth: number;
}

/**
 * The settings on the upper concave hull of (W, TH/s), lowest power first, with strictly rising marginal J/TH.
 * Settings below the hull, or on a straight line between two others, are left out: a mix of their neighbors is as good.
 * @param points settings in any order, each drawing more than standstill
 * @param sleepW what the machine draws while it hashes nothing, W
 * @returns one step or more when there is a point. Source: formulas E7.
 */
export function gearLadder<Point extends OperatingPoint>(points: readonly Point[], sleepW = 0): readonly LadderStep<Point>[] {
  const steps: LadderStep<Point>[] = [];
  for (const point of [...points].sort((a, b) => a.powerW - b.powerW || b.hashrateThs - a.hashrateThs)) {
    const marginalFrom = (below: OperatingPoint): number => (point.powerW - below.powerW) / (point.hashrateThs - below.hashrateThs);
    const below = (): OperatingPoint => steps.at(-1)?.point ?? { hashrateThs: 0, powerW: sleepW };
    if (point.hashrateThs <= below().hashrateThs) continue;
    while (steps.length > 0 && marginalFrom(below()) <= steps.at(-1)!.marginalJth) steps.pop();
    steps.push({ point, marginalJth: marginalFrom(below()) });
  }
  return steps;
}

/**
 * What a machine earns a day at one setting, $ = net hashprice · TH/s ÷ 1,000 − 24 · kW billed · PUE · power price.
 * @param netHashpriceUsdPhDay hashprice after the pool fee
 * @param billedW power that is paid for, W: the setting's own, or the nameplate where the host bills that
 */
export function gearMarginUsdDay(point: OperatingPoint, netHashpriceUsdPhDay: number, powerPriceUsdKwh: number, pue: number, billedW = point.powerW): number {
  return (netHashpriceUsdPhDay * point.hashrateThs) / TH_PER_PH - ((HOURS_PER_DAY * billedW) / W_PER_KW) * pue * powerPriceUsdKwh;
}

/**
 * The setting that earns most per machine and day; of equals the one with more hashrate.
 * @param marginUsdDay what a setting earns, $ a day
 * @param sleepUsdDay what standing still earns, $ a day: 0, or less where the machine still draws power
 * @returns undefined where standing still earns more than every setting
 */
export function bestGear<Point extends OperatingPoint>(points: readonly Point[], marginUsdDay: (point: Point) => number, sleepUsdDay = 0): Point | undefined {
  let best: { readonly point: Point; readonly margin: number } | undefined;
  for (const point of points) {
    const margin = marginUsdDay(point);
    if (margin < (best?.margin ?? sleepUsdDay)) continue;
    if (best?.margin === margin && best.point.hashrateThs >= point.hashrateThs) continue;
    best = { point, margin };
  }
  return best?.point;
}

/** A machine's clock and voltage at its nameplate, and the grid on which firmware steps them. */
export interface ClockGrid {
  readonly stock: OperatingPoint;
  /** W that do not depend on the clock: fans, control board, losses */
  readonly fixedW: number;
  readonly frequencyMhz: number;
  readonly voltageV: number;
  /** MHz per step; 25 on LuxOS */
  readonly stepMhz: number;
  /** V per step; 0.1 in formulas E7 */
  readonly stepV: number;
}

/**
 * An estimate of a setting that nobody measured: hashrate follows the clock, and the chips' power follows clock · voltage².
 * TH/s = TH₀·f/f₀; W = fixed + (W₀ − fixed)·(f/f₀)·(V/V₀)².
 * @param step steps above (+) or below (−) the nameplate
 * Source: formulas E7, from the power law of CMOS; measured settings replace it where they are known.
 */
export function estimatedGear(grid: ClockGrid, step: number): OperatingPoint {
  const clock = 1 + (step * grid.stepMhz) / grid.frequencyMhz;
  const voltage = 1 + (step * grid.stepV) / grid.voltageV;
  return { hashrateThs: grid.stock.hashrateThs * clock, powerW: grid.fixedW + (grid.stock.powerW - grid.fixedW) * clock * voltage ** 2 };
}
