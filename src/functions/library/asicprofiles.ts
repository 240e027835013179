import { isSetting, operatingProfiles } from "../../catalog/profiles";
import { gearLadder } from "../../economics/gears";
import { strikePriceUsdKwh } from "../../economics/power";
import { headers, hashprice, machines, model, poolFee, pue } from "../arguments";
import { defineFunction } from "../definition";

const COLUMNS = ["Profile", "Hashrate (TH/s)", "Power (W)", "Efficiency (J/TH)", "Marginal efficiency (J/TH)", "On hull", "Kind", "Firmware", "Source", "Note"] as const;
const STRIKE_COLUMN = "Strike ($/kWh)";

export default defineFunction({
  id: "ASICPROFILES",
  category: "Hardware",
  summary: "The published operating profiles of a machine, lowest power first, with what the last terahash of each costs.",
  arguments: [
    model,
    headers,
    { ...hashprice, default: 0, help: "Expected revenue of 1 PH/s in a day before the pool fee; adds a column with the power price up to which each step pays." },
    poolFee,
    pue,
    machines,
  ],
  result: { kind: "table", unit: `${COLUMNS.join(", ")}; with a hashprice also ${STRIKE_COLUMN}` },
  formula: "marginal = ΔW ÷ ΔTH/s from the profile below on the upper concave hull of hashrate over power, the lowest from standstill at 0 W; strike = hashprice · (1 − fee) ÷ (24 · marginal · pue). The hull holds settings (nameplate, maker modes, firmware profiles); what was observed on single machines is listed and not on it",
  source: "the catalog's tuning profiles, each with its publisher; formulas E7",
  errors: ["A machine of which only the nameplate is published has one profile, \"stock\", and says so in the last column"],
  compute: (x) => {
    const profiles = operatingProfiles(x.machines.model(x.model));
    const marginal = new Map(gearLadder(profiles.filter(isSetting)).map((step) => [step.point, step.marginalJth]));
    const rows = profiles.map((p) => {
      const step = marginal.get(p);
      const row = [p.name, p.hashrateThs, p.powerW, p.powerW / p.hashrateThs, step ?? "", step !== undefined, p.kind.replace("_", " "), p.firmware, p.source, p.note];
      return x.hashprice === 0 ? row : [...row, step === undefined ? "" : strikePriceUsdKwh(x.hashprice, step, x.pool_fee, x.pue, 0)];
    });
    return x.headers ? [x.hashprice === 0 ? [...COLUMNS] : [...COLUMNS, STRIKE_COLUMN], ...rows] : rows;
  },
  examples: [
    {
      args: ["T21 190", false, 40, 0.01],
      result: [
        ["stock", 190, 3610, 19, 19, true, "nameplate", "stock", "https://support.bitmain.com/hc/en-us/articles/24967960325785-T21-Specifications", "", 0.0868421052631579],
        ["5126 W", 233, 5126, 22, 35.25581395348837, true, "maker mode", "stock", "maker or listing mode: https://support.bitmain.com/hc/en-us/articles/24967960325785-T21-Specifications", "", 0.0468007915567282],
      ],
      source: "Bitmain, T21 modes; arithmetic: (5,126 − 3,610) ÷ (233 − 190), 40 · 0.99 ÷ (24 · marginal)",
    },
  ],
});
