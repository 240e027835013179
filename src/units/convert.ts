import { InputError } from "./errors";

/** What a unit measures and how much of the kind's base unit it is: TH/s, $/kWh, J/TH. */
export const MINING_UNITS = {
  TH: { kind: "hashrate", inBase: 1 },
  PH: { kind: "hashrate", inBase: 1000 },
  EH: { kind: "hashrate", inBase: 1_000_000 },
  "$/kWh": { kind: "power price", inBase: 1 },
  "$/MWh": { kind: "power price", inBase: 0.001 },
  "c/kWh": { kind: "power price", inBase: 0.01 },
  "J/TH": { kind: "efficiency", inBase: 1 },
  // One watt is one joule a second, so W per TH/s is J per TH.
  "W/TH": { kind: "efficiency", inBase: 1 },
} as const;

export type MiningUnit = keyof typeof MINING_UNITS;

/**
 * A quantity in another unit of its kind.
 * @throws InputError when the two units measure different things
 */
export function convertMiningUnit(value: number, from: MiningUnit, to: MiningUnit): number {
  const [source, target] = [MINING_UNITS[from], MINING_UNITS[to]];
  if (source.kind !== target.kind) throw new InputError(`${from} is a unit of ${source.kind} and ${to} one of ${target.kind}; give two units of the same kind.`);
  return (value * source.inBase) / target.inBase;
}
