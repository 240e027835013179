import { InputError } from "../../units/errors";
import { functionName, baseArgs } from "../arguments";
import { defineFunction } from "../definition";
import { baseCase, MOST_CALLS, sensitivityRows, variation } from "../what-if";

export default defineFunction({
  id: "SENSITIVITY",
  category: "Analysis",
  summary: "A function's result over the values of one or two of its arguments.",
  arguments: [
    functionName,
    baseArgs,
    { kind: "list", name: "var1", help: "Argument to vary, by name or by its number from 1." },
    { kind: "list", name: "values1", help: `Its values; numbers, or texts such as model names. At most ${MOST_CALLS} results in all.` },
    { kind: "list", name: "var2", optional: true, help: "Second argument to vary; left out, one is varied." },
    { kind: "list", name: "values2", optional: true, help: "Its values." },
  ],
  result: { kind: "table", unit: "a row of value and result per value; with two arguments a grid: values1 down, values2 across" },
  formula: "function(base_args with var1 and var2 replaced)",
  source: "the function called",
  errors: ["#VALUE! where the function is unknown or gives a table itself, an argument is unknown or the grid is too large", "A cell whose call fails holds that call's own error"],
  compute: (x) => {
    const base = baseCase(x.function, x.base_args);
    const first = variation(base.definition, 1, x.var1, x.values1);
    const given = [x.var2, x.values2].filter((cells) => cells.some((cell) => cell !== null));
    if (given.length === 1) throw new InputError("Of var2 and values2 only one is given; give both, or neither.");
    return sensitivityRows(base, first, given.length === 0 ? undefined : variation(base.definition, 2, x.var2, x.values2));
  },
  examples: [
    { args: ["HASHCOST", [[20, 0.05]], "power_price", [[0.04, 0.05, 0.06]]], result: [[0.04, 19.2], [0.05, 24], [0.06, 28.8]], source: "by hand: 24 · 20 · price" },
    {
      args: ["MARGIN", [[45, 20, 0.05]], 1, [[40, 50]], "efficiency", [[15, 20]]],
      result: [["hashprice \\ efficiency", 15, 20], [40, 22, 16], [50, 32, 26]],
      source: "by hand: hashprice − 1.2 · efficiency",
    },
  ],
});
