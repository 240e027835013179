import { runwayMonths } from "../../economics/treasury";
import { NotAvailableError } from "../../units/errors";
import { btcPrice, cash } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "RUNWAY",
  category: "Finance",
  summary: "Months until cash and bitcoin are used up.",
  arguments: [
    cash,
    { kind: "number", name: "btc", unit: "BTC", allowed: { min: 0, max: 21e6 }, help: "Bitcoin held." },
    btcPrice,
    { kind: "number", name: "monthly_burn", unit: "$/month", allowed: {}, help: "Cash used in a month, as a positive number." },
    { kind: "number", name: "haircut", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Share of the bitcoin's value lost when it must be sold; 0.1 is 10 %." },
  ],
  result: { kind: "number", unit: "months" },
  formula: "(cash + btc · btc_price · (1 − haircut)) ÷ monthly_burn",
  source: "formulas E10",
  errors: ["#N/A where no cash is burned, so that it never runs out"],
  compute: (x) => {
    if (x.monthly_burn <= 0) throw new NotAvailableError("The cash never runs out: monthly_burn is 0, blank or an income.");
    return runwayMonths(x.cash, x.btc, x.btc_price, x.monthly_burn, x.haircut);
  },
  twin: (x) => `IF(${x.monthly_burn}>0,(${x.cash}+${x.btc}*${x.btc_price}*(1-${x.haircut}))/${x.monthly_burn},NA())`,
  examples: [{ args: [2e6, 500, 70000, 3.2e6], result: 11.5625, source: "independent calculation, formulas E10" }],
});
