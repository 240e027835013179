import { hashpriceQuantiles } from "../../economics/simulation";
import { InputError } from "../../units/errors";
import { headers } from "../arguments";
import { defineFunction } from "../definition";
import { dynamics, marketStart, seed, simulationInputs } from "../simulation-arguments";
import { requireWhole } from "../whole-number";

/** What one call computes in about 150 ms on a current desktop. */
const LARGEST_PATH_MONTHS = 600_000;
const LARGEST_QUANTILES = 25;
const USUAL_QUANTILES = [0.05, 0.5, 0.95];

export default defineFunction({
  id: "SIMSTATS",
  category: "Projection",
  summary: "Quantiles of hashprice at each month's end over many random paths of SIMPATH.",
  arguments: [
    ...marketStart,
    { kind: "number", name: "paths", unit: "paths", allowed: { min: 1, max: 20_000 }, help: "Number of random paths; paths · months may be up to 600,000, such as 10,000 paths of 60 months, which takes about 0.15 s." },
    seed,
    ...dynamics,
    { kind: "numbers", name: "quantiles", unit: "fraction", allowed: { min: 0, max: 1 }, optional: true, help: `Which quantiles, up to ${LARGEST_QUANTILES}; 0.5 is the median. Blank or 0 means 0.05, 0.5 and 0.95.` },
    headers,
  ],
  result: { kind: "table", unit: "month, and one column per quantile, $/PH/day" },
  formula: "SIMPATH for each path, its random numbers one after the other; quantiles by month as PERCENTILE.INC",
  source: "formulas E5",
  errors: ["#VALUE! where paths · months is above 600,000"],
  compute: (x) => {
    requireWhole({ paths: x.paths });
    const inputs = simulationInputs(x);
    if (x.paths * x.months > LARGEST_PATH_MONTHS) {
      throw new InputError(`${x.paths} paths of ${x.months} months are too many for one call; ${x.months} months allow up to ${Math.floor(LARGEST_PATH_MONTHS / x.months)} paths.`);
    }
    if (x.quantiles.length > LARGEST_QUANTILES) throw new InputError(`quantiles has ${x.quantiles.length} cells; give up to ${LARGEST_QUANTILES}.`);
    const shares = x.quantiles.some((share) => share > 0) ? x.quantiles : USUAL_QUANTILES;
    const rows = hashpriceQuantiles(inputs, x.paths, x.seed, shares).map((quantiles, i) => [i + 1, ...quantiles]);
    return x.headers ? [["Month", ...shares.map((share) => `P${Number((share * 100).toPrecision(6))} ($/PH/day)`)], ...rows] : rows;
  },
  examples: [
    { args: [3, 67000, 1.444e14, 935424, 1, 7, 0.1, 0.55, 0.3, 0.02, [[0.5]], false], result: [[1, 27.209991958235175], [2, 25.538494692499167], [3, 26.774651413343907]], source: "independent calculation: the same model in Python; the only path is that of SIMPATH" },
    { args: [1, 67000, 1.444e14, 935424, 1000, 1, null, null, null, 0.02], result: [["Month", "P5 ($/PH/day)", "P50 ($/PH/day)", "P95 ($/PH/day)"], [1, 29.35500376937792, 29.35500376937792, 29.35500376937792]], source: "oracle: without volatility all paths are one" },
  ],
});
