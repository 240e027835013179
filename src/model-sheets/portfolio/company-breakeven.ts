import { machineOf, type Candidate, type Fleet, type PortfolioPlan } from "../../planning/portfolio";
import { HOURS_PER_DAY } from "../../units/constants";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { constant } from "./company-inputs";
import { value } from "./make-lines";
import type { MachineKeys, SiteFacts, Structure } from "./structure";

/** A machine at a site whose breakeven the Company sheet has. */
export interface BreakevenMachine {
  readonly key: string;
  /** "S21 XP at Valley" */
  readonly label: string;
}

/** The machines of the fleets, then the candidates, each at the first site that has its cooling. */
export function breakevenMachines(structure: Structure): readonly BreakevenMachine[] {
  return entriesOf(structure).map(({ key, label }) => ({ key, label }));
}

/** The power price at the meter at which a machine earns its energy and no more, at the hashprice of month 1. */
export function breakevenLines(structure: Structure): BookLine[] {
  return [
    { kind: "heading", text: "Breakeven power price at the meter, at the hashprice of month 1" },
    ...entriesOf(structure).flatMap(({ key, label, machine, site, net }) => [
      value(`${key}Kwh`, `Energy of 1 PH/s at the meter, ${label}`, "kWh/day", `=${constant("hoursPerDay")}*[$${machine.w}]/[$${machine.ths}]*[s${site.j}Pue|]`, FORMATS.decimals),
      value(key, `Breakeven power price, ${label}`, "$/kWh", `=[hashprice|]*[$${net}]/[$${key}Kwh]`, FORMATS.usdKwh),
    ]),
    { kind: "gap" },
  ];
}

/** The same from the plan, for the checks. */
export function breakevenAtBuild(structure: Structure, { sites, months }: PortfolioPlan): readonly (BreakevenMachine & { readonly usdKwh: number })[] {
  return entriesOf(structure).map(({ key, label, owned, site }) => {
    const machine = machineOf(structure.portfolio, owned.machine);
    if ("unknown" in machine) throw new Error(machine.unknown);
    const { hashrateThs, powerW } = machine.settings.find(({ name }) => name === owned.operation.profile)!;
    const net = (1 - owned.operation.poolFee) * (1 - owned.operation.firmwareFee);
    return { key, label, usdKwh: (months[0]!.hashpriceUsdPhDay * net) / ((HOURS_PER_DAY * powerW * sites[site.j - 1]!.pue[1]!) / hashrateThs) };
  });
}

function entriesOf({ sites, fleets, candidates, machines }: Structure): (BreakevenMachine & { readonly machine: MachineKeys; readonly site: SiteFacts; readonly net: string; readonly owned: Fleet | Candidate })[] {
  const at = (name: string, site: SiteFacts): string => `${name} at ${site.site.id}`;
  return [
    ...fleets.map(({ i, fleet, j, machine }) => ({ key: `coBreakevenF${i}`, label: at(fleet.id, sites[j - 1]!), machine, site: sites[j - 1]!, net: `f${i}Net`, owned: fleet })),
    ...candidates.flatMap(({ c, candidate, machine }) => {
      const site = sites.find(({ site: { cooling } }) => cooling.includes(machines[machine.m - 1]!.cooling));
      return site ? [{ key: `coBreakevenC${c}`, label: at(candidate.id, site), machine, site, net: `c${c}Net`, owned: candidate }] : [];
    }),
  ];
}
