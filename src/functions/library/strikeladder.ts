import { isSetting, operatingProfiles } from "../../catalog/profiles";
import { gearLadder } from "../../economics/gears";
import { strikePriceUsdKwh } from "../../economics/power";
import { hashprice, headers, machines, model, poolFee, pue } from "../arguments";
import { defineFunction } from "../definition";

const COLUMNS = ["Profile", "Hashrate (TH/s)", "Power (W)", "Marginal efficiency (J/TH)", "Strike ($/kWh)"] as const;

export default defineFunction({
  id: "STRIKELADDER",
  category: "Power and curtailment",
  summary: "The power price at which a machine should step down from each of its profiles, lowest profile first.",
  arguments: [model, hashprice, poolFee, pue, headers, machines],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula: "steps on the upper concave hull of hashrate over power, as in ASICPROFILES; strike = hashprice · (1 − fee) ÷ (24 · ΔW ÷ ΔTH/s · pue): run the highest profile whose strike is at least the power price",
  source: "formulas E7; the catalog's tuning profiles",
  compute: (x) => {
    const steps = gearLadder(operatingProfiles(x.machines.model(x.model)).filter(isSetting));
    const rows = steps.map(({ point, marginalJth }) => [point.name, point.hashrateThs, point.powerW, marginalJth, strikePriceUsdKwh(x.hashprice, marginalJth, x.pool_fee, x.pue, 0)]);
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: ["T21 190", 40, 0.01, null, false],
      result: [["stock", 190, 3610, 19, 0.0868421052631579], ["5126 W", 233, 5126, 35.25581395348837, 0.0468007915567282]],
      source: "Bitmain, T21 modes; arithmetic: 40 · 0.99 ÷ (24 · marginal)",
    },
  ],
});
