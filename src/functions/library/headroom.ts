import { headroom } from "../../economics/breakeven";
import { NotAvailableError } from "../../units/errors";
import { efficiency, hashprice, otherOpex, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HEADROOM",
  category: "Unit economics",
  summary: "By which fraction one input may worsen before mining loses money; negative where it already does.",
  arguments: [
    {
      kind: "choice",
      name: "variable",
      choices: { hashprice: "how far hashprice may fall", power_price: "how far the power price may rise", efficiency: "how far J/TH may rise" },
      help: "What worsens while the rest stays.",
    },
    hashprice,
    efficiency,
    powerPrice,
    poolFee,
    pue,
    { ...otherOpex, name: "other" },
  ],
  result: { kind: "number", unit: "fraction: 0.25 is 25 %" },
  formula: "hashprice: 1 − breakeven ÷ hashprice; power_price and efficiency: breakeven ÷ value − 1, with the breakevens of BREAKEVEN",
  source: "formulas E2",
  errors: ["#N/A for hashprice where it is 0", "#N/A for power_price and efficiency where power costs nothing: then neither can make mining lose money"],
  compute: (x) => {
    if (x.variable === "hashprice" && x.hashprice === 0) throw new NotAvailableError("There is no headroom to measure: hashprice is 0 or blank.");
    if (x.variable !== "hashprice" && x.power_price <= 0) throw new NotAvailableError(`${x.variable} has no breakeven: power_price is 0, blank or negative, so power costs nothing.`);
    const variable = ({ hashprice: "hashpriceUsdPhDay", power_price: "powerPriceUsdKwh", efficiency: "efficiencyJth" } as const)[x.variable];
    return headroom(variable, { hashpriceUsdPhDay: x.hashprice, poolFee: x.pool_fee, efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: x.other });
  },
  twin: (x) => {
    const power = `24*${x.efficiency}*${x.power_price}*${x.pue}`;
    const rise = `IF(${x.power_price}>0,(${x.hashprice}*(1-${x.pool_fee})-${x.other})/(${power})-1,NA())`;
    return x.choose("variable", { hashprice: `1-(${power}+${x.other})/(1-${x.pool_fee})/${x.hashprice}`, power_price: rise, efficiency: rise });
  },
  examples: [
    { args: ["hashprice", 45, 20, 0.05], result: 0.4666666666666667, source: "arithmetic: 1 − 24 ÷ 45" },
    { args: ["power_price", 45, 20, 0.05, 0.01], result: 0.85625, source: "formulas E2: breakeven 0.0928125 ÷ 0.05 − 1" },
    { args: ["efficiency", 45, 30, 0.05, 0.01], result: 0.2375, source: "formulas E2: breakeven 37.125 ÷ 30 − 1" },
    { args: ["hashprice", 20, 20, 0.05], result: -0.2, source: "arithmetic: 1 − 24 ÷ 20, already under water" },
  ],
});
