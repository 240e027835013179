import { shifted } from "../../units/decimal";

// The one place that says which units a figure can be shown in, and how they convert.

/** What the settings choose of units. */
export interface UnitChoice {
  readonly powerUnit: "$/kWh" | "$/MWh";
  readonly hashrateUnit: "TH/s" | "PH/s";
  readonly hashpriceUnit: "$/PH/day" | "$/TH/day";
}

/** Units of one quantity, each with the places by which its figures are shifted against the first one's: 1 $/kWh is 10³ $/MWh. */
const QUANTITIES = {
  powerUnit: { "$/kWh": 0, "$/MWh": 3 },
  hashrateUnit: { "TH/s": 0, "PH/s": -3 },
  hashpriceUnit: { "$/PH/day": 0, "$/TH/day": -3 },
} as const satisfies { readonly [Key in keyof UnitChoice]: Readonly<Record<UnitChoice[Key], number>> };

/** How to write a number in a unit that no schema speaks of. */
const HINTS: Readonly<Record<string, string>> = { "$/MWh": "Give dollars per MWh: 4.5 c/kWh is 45." };

function quantityOf(unit: string): readonly [keyof UnitChoice, Readonly<Record<string, number>>] | undefined {
  return (Object.entries(QUANTITIES) as [keyof UnitChoice, Readonly<Record<string, number>>][]).find(([, units]) => unit in units);
}

/** The unit in which figures of another are shown: "$/MWh" for "$/kWh" where it is chosen; units without a choice stay. */
export function shownUnit(unit: string, choice: UnitChoice): string {
  const quantity = quantityOf(unit);
  return quantity ? choice[quantity[0]] : unit;
}

/** All units that a figure in a unit may be given in, the unit itself among them. */
export function unitsLike(unit: string): readonly string[] {
  return Object.keys(quantityOf(unit)?.[1] ?? { [unit]: 0 });
}

/** A figure in another unit of its quantity; exact, digit by digit. */
export function inUnit(value: number, from: string, to: string): number {
  const units = quantityOf(from)?.[1];
  return from === to || !units ? value : shifted(value, units[to]! - units[from]!);
}

export function hintOf(unit: string): string | undefined {
  return HINTS[unit];
}
