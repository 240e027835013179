import { defineFunction } from "../definition";
import { MARKET_FIELDS, marketFigure } from "../market-figures";

export default defineFunction({
  id: "MARKET",
  category: "Data and units",
  summary: "A market figure of a past day or month, from the history that comes with the add-in.",
  arguments: [
    { kind: "choice", name: "field", choices: MARKET_FIELDS, help: "What to look up." },
    { kind: "date", name: "date", help: "A day, or a month as a text such as \"2026-07\": then the mean of its days." },
  ],
  result: { kind: "number", unit: "by field: $/BTC, a bare number, EH/s, BTC/block or $/PH/day" },
  formula: "look-up; hashprice = price · (subsidy + fees) · 86,400 · 10^15 ÷ (difficulty · 2^32)",
  source: "bitview.space (BRK) as republished by SecretSatoshis on 22 August 2026; the price is an on-chain estimate from 2015 on, 0.3 % from exchanges in the mean",
  errors: ["#N/A outside the history, with its first and last day, 2016-01-01 and 2026-08-21"],
  compute: (x) => marketFigure(x.field, x.date),
  examples: [
    { args: ["price", "2026-08-21"], result: 78456.69, tolerance: 0.0011, source: "the daily source, before packing" },
    { args: ["difficulty", "2026-08-21"], result: 127479855693691.4, tolerance: 6e-6, source: "Bitcoin's block 961,632" },
    { args: ["hashprice", "2026-07"], result: 31.2279, tolerance: 0.01, source: "the monthly source, which takes each day's mean price instead of its last" },
  ],
});
