import { convertMiningUnit, MINING_UNITS } from "../../units/convert";
import { defineFunction, type ChoiceArgument } from "../definition";

const choices = {
  TH: "hashrate, TH/s", PH: "hashrate, 1,000 TH/s", EH: "hashrate, 1,000 PH/s",
  "$/kWh": "power price", "$/MWh": "power price, 0.001 $/kWh", "c/kWh": "power price, 0.01 $/kWh",
  "J/TH": "efficiency", "W/TH": "efficiency: W per TH/s, the same number",
} as const;
const unit = { kind: "choice", choices } as const satisfies Partial<ChoiceArgument>;

/** A figure of each unit as the cases of a choice. */
const byUnit = (figure: (unit: (typeof MINING_UNITS)[keyof typeof MINING_UNITS]) => number): Record<string, string> =>
  Object.fromEntries(Object.entries(MINING_UNITS).map(([name, each]) => [name, String(figure(each))]));
const inBase = byUnit((each) => each.inBase);
/** 1, 2 or 3 for what is measured. */
const kinds = [...new Set(Object.values(MINING_UNITS).map((each) => each.kind))];
const kind = byUnit((each) => kinds.indexOf(each.kind) + 1);

export default defineFunction({
  id: "CONVERTMINE",
  category: "Data and units",
  summary: "A hashrate, power price or efficiency in another unit.",
  arguments: [
    { kind: "number", name: "value", unit: "", allowed: {}, help: "The figure in the first unit." },
    { ...unit, name: "from_unit", help: "Unit of the figure." },
    { ...unit, name: "to_unit", help: "Unit wanted, of the same kind." },
  ],
  result: { kind: "number", unit: "the unit wanted" },
  formula: "value · size of from_unit ÷ size of to_unit",
  source: "definitions of the units",
  errors: ["#VALUE! where the two units measure different things"],
  compute: (x) => convertMiningUnit(x.value, x.from_unit, x.to_unit),
  twin: (x) => `IF(${x.choose("from_unit", kind)}=${x.choose("to_unit", kind)},${x.value}*${x.choose("from_unit", inBase)}/${x.choose("to_unit", inBase)},NA())`,
  examples: [
    { args: [48, "$/MWh", "$/kWh"], result: 0.048, source: "by hand: 1,000 kWh a MWh" },
    { args: [4.8, "c/kWh", "$/MWh"], result: 48, source: "by hand: 4.8 · 0.01 · 1,000" },
    { args: [1.2, "EH", "PH"], result: 1200, source: "by hand: 1,000 PH an EH" },
    { args: [17.5, "W/TH", "J/TH"], result: 17.5, source: "a watt is a joule a second" },
  ],
});
