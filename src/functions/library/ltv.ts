import { collateralUsd } from "../../economics/treasury";
import { NotAvailableError } from "../../units/errors";
import { hashrateTh } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "LTV",
  category: "Finance",
  summary: "Loan to value of a loan on machines and bitcoin.",
  arguments: [
    { kind: "number", name: "loan", unit: "$", allowed: { min: 0 }, help: "Loan outstanding." },
    { kind: "number", name: "units", unit: "machines", allowed: { min: 0 }, help: "Machines pledged." },
    { ...hashrateTh, name: "th" },
    { kind: "number", name: "price_per_th", unit: "$/TH", allowed: { min: 0 }, help: "Resale price of the machines." },
    { kind: "number", name: "btc_collateral", unit: "$", allowed: { min: 0 }, default: 0, help: "Bitcoin pledged: coins times price times the share that the lender lends on." },
  ],
  result: { kind: "number", unit: "fraction of the collateral" },
  formula: "loan ÷ (units · th · price_per_th + btc_collateral)",
  source: "formulas E10",
  errors: ["#N/A where there is no collateral"],
  compute: (x) => {
    const collateral = collateralUsd(x.units, x.th, x.price_per_th, x.btc_collateral);
    if (collateral === 0) throw new NotAvailableError("There is no collateral to divide by: units or price_per_th is 0 or blank and no bitcoin is pledged.");
    return x.loan / collateral;
  },
  twin: (x) => `${x.loan}/(${x.units}*${x.th}*${x.price_per_th}+${x.btc_collateral})`,
  examples: [
    { args: [7e6, 5000, 200, 14], result: 0.5, source: "by hand: 7 M ÷ (5,000 · 200 · 14)" },
    { args: [7e6, 5000, "S21", 10, 4e6], result: 0.5, source: "by hand: 7 M ÷ (5,000 · 200 · 10 + 4 M)" },
  ],
});
