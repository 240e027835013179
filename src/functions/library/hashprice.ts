import { hashvalueBtcPhDay } from "../../economics/network";
import { blockReward, btcPrice, currency, difficulty, poolFee } from "../arguments";
import { defineFunction } from "../definition";

const PH_PER_UNIT = { TH: 0.001, PH: 1, EH: 1000 } as const;

export default defineFunction({
  id: "HASHPRICE",
  category: "Network",
  summary: "Expected revenue of one PH/s (or TH/s, EH/s) of hashrate in a day.",
  arguments: [
    { ...btcPrice, neededUnless: { argument: "currency", is: "BTC" } },
    difficulty,
    blockReward,
    poolFee,
    { kind: "choice", name: "unit", choices: { TH: "per TH/s and day", PH: "per PH/s and day", EH: "per EH/s and day" }, default: "PH", help: "Hashrate that the result is for." },
    currency,
  ],
  result: { kind: "number", unit: "$/PH/day, or per the unit and currency chosen" },
  formula: "price · reward · 86,400 · 10^15 ÷ (difficulty · 2^32) · (1 − fee)",
  source: "Luxor, hashprice glossary; protocol arithmetic",
  compute: (x) => (x.currency === "BTC" ? 1 : x.btc_price) * hashvalueBtcPhDay(x.difficulty, x.block_reward) * (1 - x.pool_fee) * PH_PER_UNIT[x.unit],
  twin: (x) =>
    `${x.choose("currency", { USD: x.btc_price, BTC: "1" })}*${x.block_reward}*86400*10^15/(${x.difficulty}*2^32)*(1-${x.pool_fee})*${x.choose("unit", { TH: "0.001", PH: "1", EH: "1000" })}`,
  examples: [
    { args: [100000, 1e14, 3.155], result: 63.46777081489563, source: "independent calculation, formulas E1" },
    { args: [67000, 1.444e14, 3.145], result: 29.35500376937792, source: "independent calculation, oracle" },
    { args: [54000, "90.67T", 3.175], result: 37.7, tolerance: 0.01, source: "Luxor, 5 August 2024 (37.70; the fees of that day are assumed)" },
    { args: [null, 1e14, 3.125, 0, "PH", "BTC"], result: 0.000628642737865448, source: "independent calculation, formulas E1" },
  ],
});
