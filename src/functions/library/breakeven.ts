import { breakevenEfficiencyJth, breakevenHashpriceUsdPhDay, breakevenPoolFee, breakevenPowerPriceUsdKwh, breakevenPue } from "../../economics/breakeven";
import { NotAvailableError } from "../../units/errors";
import { efficiency, hashprice, otherOpex, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BREAKEVEN",
  category: "Unit economics",
  summary: "The value of one input at which mining neither earns nor loses.",
  arguments: [
    {
      kind: "choice",
      name: "solve_for",
      choices: {
        power: "power price, $/kWh: the highest that still pays",
        efficiency: "J/TH: the worst machine that still pays",
        hashprice: "$/PH/day: the lowest that still pays",
        pool_fee: "fraction: the highest that still pays",
        pue: "the highest that still pays",
      },
      help: "What to solve for; the argument of that name is ignored.",
    },
    { ...hashprice, neededUnless: { argument: "solve_for", is: "hashprice" } },
    { ...efficiency, neededUnless: { argument: "solve_for", is: "efficiency" } },
    { ...powerPrice, neededUnless: { argument: "solve_for", is: "power" } },
    { ...poolFee, neededUnless: { argument: "solve_for", is: "pool_fee" } },
    { ...pue, neededUnless: { argument: "solve_for", is: "pue" } },
    { ...otherOpex, name: "other" },
  ],
  result: { kind: "number", unit: "unit of what is solved for: $/kWh, J/TH, $/PH/day or a fraction" },
  formula: "hashprice · (1 − fee) = 24 · efficiency · power_price · pue + other, solved for one term",
  source: "Hayes 2015 with pool fee, PUE and other cost (formulas E2)",
  errors: ["#N/A where no value breaks even, with the reason"],
  compute: (x) => {
    const inputs = { hashpriceUsdPhDay: x.hashprice, poolFee: x.pool_fee, efficiencyJth: x.efficiency, powerPriceUsdKwh: x.power_price, pue: x.pue, otherUsdPhDay: x.other };
    switch (x.solve_for) {
      case "power":
        return breakevenPowerPriceUsdKwh(inputs);
      case "hashprice":
        return breakevenHashpriceUsdPhDay(inputs);
      case "pool_fee":
        if (x.hashprice === 0) throw new NotAvailableError("No pool fee breaks even: hashprice is 0 or blank, so there is no revenue.");
        return breakevenPoolFee(inputs);
      case "efficiency":
      case "pue":
        if (x.power_price === 0) throw new NotAvailableError(`No ${x.solve_for} breaks even: power_price is 0 or blank, so power costs nothing at any ${x.solve_for}.`);
        return x.solve_for === "pue" ? breakevenPue(inputs) : breakevenEfficiencyJth(inputs);
    }
  },
  twin: (x) => {
    const left = `(${x.hashprice}*(1-${x.pool_fee})-${x.other})`;
    const cost = `(24*${x.efficiency}*${x.power_price}*${x.pue}+${x.other})`;
    return x.choose("solve_for", {
      power: `${left}/(24*${x.efficiency}*${x.pue})`,
      efficiency: `${left}/(24*${x.power_price}*${x.pue})`,
      hashprice: `${cost}/(1-${x.pool_fee})`,
      pool_fee: `1-${cost}/${x.hashprice}`,
      pue: `${left}/(24*${x.efficiency}*${x.power_price})`,
    });
  },
  examples: [
    { args: ["power", 45, 15, null, 0.01], result: 0.12375, source: "independent calculation, formulas E2" },
    { args: ["power", 45, 30, null, 0.01], result: 0.061875, source: "independent calculation, formulas E2" },
    { args: ["efficiency", 45, null, 0.05, 0.01], result: 37.125, source: "independent calculation, formulas E2" },
    { args: ["power", 29.35500376937792, "S19j Pro", null, 0.01], result: 0.04104725103345218, source: "independent calculation, oracle (29.5 J/TH)" },
  ],
});
