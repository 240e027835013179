import { baseArgs, functionName, headers } from "../arguments";
import { defineFunction } from "../definition";
import { baseCase, swings } from "../what-if";

const COLUMNS = ["Argument", "Low", "High", "Result at low", "Result at high", "Swing"] as const;

export default defineFunction({
  id: "TORNADO",
  category: "Analysis",
  summary: "How far each argument moves a function's result, widest first.",
  arguments: [
    functionName,
    baseArgs,
    { kind: "list", name: "lows", help: "Low value of each argument, in the order of base_args; blank where it is not varied." },
    { kind: "list", name: "highs", help: "High value of each argument, in the same order." },
    headers,
  ],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula: "function at each high value − function at the low one, the other arguments at base_args",
  source: "the function called",
  errors: ["#VALUE! where the function is unknown or gives a table itself, or no argument is varied", "A cell whose call fails holds that call's own error"],
  compute: (x) => {
    const rows = swings(baseCase(x.function, x.base_args), x.lows, x.highs).map((each) => [each.argument, each.low ?? "", each.high ?? "", each.atLow, each.atHigh, each.swing]);
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: ["MARGIN", [[45, 20, 0.05]], [[40, "", 0.04]], [[50, "", 0.07]]],
      result: [[...COLUMNS], ["power_price", 0.04, 0.07, 25.8, 11.4, -14.4], ["hashprice", 40, 50, 16, 26, 10]],
      source: "by hand: hashprice − 480 · power_price",
    },
  ],
});
