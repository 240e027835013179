import { allInPowerPriceUsdKwh } from "../../economics/power";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "POWERALLIN",
  category: "Power and curtailment",
  summary: "All-in power price from energy, demand charge, delivery and coincident-peak charge.",
  arguments: [
    { kind: "number", name: "energy", unit: "$/kWh", allowed: { min: -10, max: 10 }, help: "Energy price." },
    { kind: "number", name: "demand_kw_month", unit: "$/kW-month", allowed: { min: 0, max: 1000 }, help: "Demand charge on the month's highest draw; 0 where there is none." },
    { kind: "number", name: "load_factor", unit: "fraction", allowed: { min: 0, minExcluded: true, max: 1 }, help: "Average draw divided by highest draw." },
    { kind: "number", name: "tdu", unit: "$/kWh", allowed: { min: -10, max: 10 }, default: 0, help: "Delivery charge by volume." },
    { kind: "number", name: "cp_kw_year", unit: "$/kW-year", allowed: { min: 0, max: 10000 }, default: 0, help: "Charge on the draw in the grid's coincident peaks, such as ERCOT 4CP." },
    { kind: "number", name: "cp_share", unit: "fraction", allowed: { min: 0, max: 1, minExcluded: true }, default: 1, help: "Share of the coincident peaks in which the site draws; where it avoids all of them, leave cp_kw_year out." },
  ],
  result: { kind: "number", unit: "$/kWh" },
  formula: "energy + demand ÷ (730 · load_factor) + tdu + cp · share ÷ (8,760 · load_factor)",
  source: "formulas E7; 730 h is a month of the year's 8,760 h",
  compute: (x) =>
    allInPowerPriceUsdKwh({
      energyUsdKwh: x.energy,
      demandUsdKwMonth: x.demand_kw_month,
      loadFactor: x.load_factor,
      deliveryUsdKwh: x.tdu,
      coincidentPeakUsdKwYear: x.cp_kw_year,
      coincidentPeakShare: x.cp_share,
    }),
  twin: (x) => `${x.energy}+${x.demand_kw_month}/(730*${x.load_factor})+${x.tdu}+${x.cp_kw_year}*${x.cp_share}/(8760*${x.load_factor})`,
  examples: [
    { args: [0, 9, 0.95], result: 0.012978, tolerance: 4e-5, source: "independent calculation, formulas E7: 9 $/kW-month" },
    { args: [0, 0, 0.95, 0, 60], result: 0.00721, tolerance: 7e-5, source: "independent calculation, formulas E7: 60 $/kW-year" },
    { args: [0.035, 9, 0.95, 0.004, 60, 0.25], result: 0.0537801009372747, source: "independent calculation (Python): 0.035 + 9 ÷ 693.5 + 0.004 + 15 ÷ 8,322" },
  ],
});
