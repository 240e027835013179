import { asicModels, type AsicModel } from "../../catalog/catalog";
import { filterModels } from "../../catalog/filter";
import { headers, machines } from "../arguments";
import { defineFunction } from "../definition";

const COLUMNS = ["Id", "Maker", "Model", "Hashrate (TH/s)", "Power (W)", "Efficiency (J/TH)", "Cooling", "Released", "Confidence", "Source"] as const;

export default defineFunction({
  id: "ASICS",
  category: "Hardware",
  summary: "The catalog as a table, most efficient machine first, with your own machines in it.",
  arguments: [
    { kind: "text", name: "filter", default: "", help: "Conditions joined by \";\", such as \"eff<20;cooling=hydro\". Fields: eff, hashrate, power, cooling, maker, model, released, confidence; signs: = <> < <= > >=." },
    headers,
    machines,
  ],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula: "catalog rows that meet every condition",
  source: "the catalog; each row names its publisher",
  errors: ["#VALUE! where a condition cannot be read", "#N/A where no machine meets the conditions"],
  compute: (x) => {
    const rows = filterModels(modelsWith(x.machines.models()), x.filter).map((m) => [m.id, m.manufacturer, m.model, m.hashrateThs, m.powerW, m.efficiencyJth, m.cooling, m.released, m.confidence, m.source]);
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: ["eff<9.2"],
      result: [[...COLUMNS], ["antminer-s23-xp-hyd-600t", "Bitmain", "Antminer S23 XP Hyd", 600, 5340, 8.9, "hydro", "2026-11", "high", "https://shop.bitmain.com/product/detail?pid=000202608201636197889T3Y4SxC0660"]],
      source: "catalog: Bitmain nameplate",
    },
  ],
});

/** The catalog with own machines in their places. */
function modelsWith(own: readonly AsicModel[]): readonly AsicModel[] {
  return own.length === 0 ? asicModels() : [...asicModels(), ...own].sort((a, b) => a.efficiencyJth - b.efficiencyJth);
}
