import { normalQuantile } from "../../src/economics/normal";
import { portableExp } from "../../src/economics/portable-math";
import { seededRandom } from "../../src/economics/random";

// An hourly power price with the habits of Texas, for the samples: cheap nights and noons, dear evenings, a hundred hours
// below zero, a few dozen of scarcity. Made, not measured; the same on every machine.

const SEED = 2025;
const HOURS = 8760;
/** Usual price of each calendar month, $/MWh. */
const MONTH_USD_MWH = [30, 27, 22, 22, 24, 28, 31, 37, 28, 25, 24, 27];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Price of each hour of the day over the usual one. */
const HOUR_SHAPE = [0.72, 0.68, 0.66, 0.66, 0.7, 0.82, 1.05, 1.1, 0.95, 0.8, 0.72, 0.7, 0.7, 0.74, 0.8, 0.92, 1.1, 1.35, 1.75, 1.95, 1.6, 1.2, 0.95, 0.8];
/** Noise of ln price: its spread, and how much of an hour's is the hour before's. */
const [NOISE, MEMORY] = [0.38, 0.94];
/** From this much calm on, wind takes the price below zero; from this much strain on, in the evening or on a winter morning, it is scarce. */
const [GLUT, SCARCITY] = [-2.05, 2.05];
const DEAREST_USD_MWH = 4000;

/** 8,760 prices as a CSV file with the column price_usd_mwh. */
export function samplePricesCsv(): string {
  const random = seededRandom(SEED);
  const draw = (): number => normalQuantile((random() + 0.5) * 2 ** -32);
  let strain = 0;
  const rows = Array.from({ length: HOURS }, (_, hour): string => {
    strain = MEMORY * strain + Math.sqrt(1 - MEMORY * MEMORY) * draw();
    const [month, ofDay] = [monthOf(hour), hour % 24];
    const usual = MONTH_USD_MWH[month]! * HOUR_SHAPE[ofDay]!;
    const tight = (month >= 5 && month <= 8 && ofDay >= 17 && ofDay <= 20) || ((month === 0 || month === 1 || month === 11) && ofDay >= 6 && ofDay <= 8);
    const price = strain < GLUT ? (strain - GLUT) * 25
      : strain > SCARCITY && tight ? Math.min(DEAREST_USD_MWH, usual * portableExp(9 * (strain - SCARCITY) + 1.2))
      : usual * portableExp(NOISE * strain);
    return price.toFixed(2);
  });
  return `price_usd_mwh\n${rows.join("\n")}\n`;
}

function monthOf(hour: number): number {
  let left = Math.floor(hour / 24);
  return MONTH_DAYS.findIndex((days) => (left -= days) < 0);
}
