import { switchingThresholds } from "../../economics/switching";
import { DAYS_PER_YEAR } from "../../units/constants";
import { continuousRate, hashcost } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "SWITCHTHRESHOLDS",
  category: "Investment",
  summary: "Hashprices at which to stop a machine and to start it again, where both cost something.",
  arguments: [
    hashcost,
    { kind: "number", name: "drift", unit: "fraction", allowed: { min: -10, max: 10 }, help: "Expected growth of hashprice a year, continuous; -0.15 where it falls." },
    { kind: "number", name: "sigma", unit: "fraction", allowed: { min: 0, minExcluded: true, max: 5 }, help: "Volatility of hashprice a year; 0.5 is 50 %." },
    { ...continuousRate, allowed: { min: 0, minExcluded: true, max: 10 }, help: "Discount rate, continuous: LN(1 + r) of an effective annual rate r. For a machine that dies at a rate of 0.25 a year add 0.25." },
    { kind: "number", name: "restart_cost", unit: "$/PH", allowed: {}, help: "Cost of starting again." },
    { kind: "number", name: "shutdown_cost", unit: "$/PH", allowed: {}, help: "Cost of stopping; negative where stopping brings money in." },
  ],
  result: { kind: "table", unit: "one row: hashprice to stop at, hashprice to start again at ($/PH/day, after any pool fee)" },
  formula:
    "running is worth P ÷ (rate − drift) − c ÷ rate + B·P^β₂, standing A·P^β₁ (P and c a year); both differ by restart_cost at the upper and −shutdown_cost at the lower threshold and touch smoothly there; β solves ½·sigma²·β(β − 1) + drift·β − rate = 0",
  source: "Dixit, Entry and exit decisions under uncertainty, Journal of Political Economy 97 (1989); formulas E9",
  errors: ["#N/A where it never pays to stop", "#VALUE! where rate is not above drift, or the two costs together are negative"],
  compute: (x) => {
    const { shutdown, restart } = switchingThresholds({ costYear: x.hashcost * DAYS_PER_YEAR, drift: x.drift, sigma: x.sigma, rate: x.rate, restartCost: x.restart_cost, shutdownCost: x.shutdown_cost });
    return [[shutdown / DAYS_PER_YEAR, restart / DAYS_PER_YEAR]];
  },
  examples: [
    { args: [36, -0.15, 0.5, 0.37, 300, 100], result: [[30.66467879353778, 43.992462849018565]], tolerance: 1e-8, source: "independent calculation (Python, scipy fsolve), formulas E9 (30.66 and 43.99)" },
    { args: [1, 0, 0.1, 0.025, 1460, 0], result: [[0.7657318807766541, 1.4666789057430203]], tolerance: 1e-10, source: "Dixit 1989: cost 1, entry 4, no exit cost, all times 365" },
  ],
});
