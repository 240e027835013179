import { curtail } from "../../economics/curtailment";
import { strikePriceUsdKwh } from "../../economics/power";
import { adders, efficiency, hashprice, mw, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "CURTAIL",
  category: "Power and curtailment",
  summary: "What stopping in expensive hours does to a site over a range of hourly power prices.",
  arguments: [
    hashprice,
    efficiency,
    { kind: "numbers", name: "prices", unit: "$/kWh", allowed: powerPrice.allowed, help: "Hourly wholesale prices, one cell an hour; a whole year is 8,760 or 8,784 cells." },
    { ...mw, default: 1 },
    adders,
    { kind: "number", name: "dr_payment", unit: "$/kWh", allowed: { min: 0, max: 10 }, default: 0, help: "Demand response: what the grid pays for each kWh not drawn while the site stands still." },
    {
      kind: "choice",
      name: "contract",
      choices: {
        index: "pays the hourly price for what it draws",
        fixed: "pays for the energy in any case and cannot sell it: take or pay without resale",
        "fixed-resale": "pays for the energy in any case and sells at the hourly price what it does not draw",
      },
      default: "index",
      help: "Power contract.",
    },
    { kind: "number", name: "min_hours_off", unit: "hours", allowed: { min: 0, max: 8784 }, default: 0, help: "Once stopped, the site stands still for at least so many hours." },
    poolFee,
    pue,
    { kind: "number", name: "start_cost", unit: "$", allowed: { min: 0 }, default: 0, help: "Cost of each start of the site; it does not change when the site stops." },
    { ...powerPrice, name: "contract_price", default: 0, help: "Price of a fixed contract; 0 values its energy at the hourly prices. The value of curtailment does not depend on it." },
  ],
  result: { kind: "table", unit: "one row: uptime (fraction), average price while on ($/kWh), margin always on ($), margin curtailed ($), value of curtailment ($), starts" },
  formula: "an hour is off where price + adders + dr_payment > hashprice · (1 − fee) ÷ (24 · efficiency · pue), with price 0 under \"fixed\"; margin = mw · 1,000 · (Σ on (earned − adders) + Σ off dr_payment − cost of energy) − starts · start_cost; energy costs the hourly price while on under \"index\", and contract_price in every hour under the fixed contracts, less the hourly price while off with resale; value = margin curtailed − margin always on",
  source: "formulas E7",
  errors: ["The average price is the text \"never on\" where the site never runs"],
  compute: (x) => {
    const outcome = curtail({
      pricesUsdKwh: x.prices,
      earnedUsdKwh: strikePriceUsdKwh(x.hashprice, x.efficiency, x.pool_fee, x.pue, 0),
      addersUsdKwh: x.adders,
      demandResponseUsdKwh: x.dr_payment,
      siteMw: x.mw,
      contract: x.contract,
      contractPriceUsdKwh: x.contract_price || undefined,
      minHoursOff: x.min_hours_off,
      startCostUsd: x.start_cost,
    });
    const { uptime, onPriceUsdKwh, marginAlwaysOnUsd, marginCurtailedUsd, starts } = outcome;
    return [[uptime, onPriceUsdKwh ?? "never on", marginAlwaysOnUsd, marginCurtailedUsd, marginCurtailedUsd - marginAlwaysOnUsd, starts]];
  },
  examples: [
    { args: [40, 25, [[0.03], [0.05], [0.3], [0.08], [0.04]], 10, null, null, null, null, 0.01, 1.1], result: [[0.6, 0.04, -2000, 600, 2600, 1]], source: "independent calculation (Python): the site earns 0.06 $/kWh and stops for two hours" },
    {
      args: [40, 25, [[0.03], [0.05], [0.3], [0.08], [0.04]], 10, 0.004, 0.002, "fixed-resale", 3, 0.01, 1.1, 100, 0.045],
      result: [[0.4, 0.04, 550, 3130, 2580, 0]],
      source: "independent calculation (Python): the site sells 0.3, 0.08 and, still resting, 0.04 $/kWh",
    },
    { args: [40, 25, [[0.03], [0.05], [0.3], [0.08], [0.04]], 10, null, null, "fixed", null, 0.01, 1.1, null, 0.045], result: [[1, 0.1, 750, 750, 0, 0]], source: "formulas E7: without resale the site always runs" },
  ],
});
