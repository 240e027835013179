import { machineOf, type Candidate, type Contract, type Fleet, type MachineSetting, type Portfolio, type PortfolioMachine, type Site } from "../../planning/portfolio";
import type { AlternativeKind, PortfolioPlan } from "../../planning/portfolio/plan/result";

// What the workbook is built around and what its inputs cannot change: who is where, and which alternatives there are.
// Sites, contracts, fleets, candidates, machines, series and alternatives are counted from 1, as their keys are.

export interface Structure {
  readonly portfolio: Portfolio;
  readonly sites: readonly SiteFacts[];
  readonly fleets: readonly FleetFacts[];
  readonly candidates: readonly CandidateFacts[];
  readonly machines: readonly CatalogMachine[];
}

export interface SiteFacts {
  readonly j: number;
  readonly site: Site;
  readonly contracts: readonly { readonly c: number; readonly contract: Contract }[];
  /** rows of its ramp dates in the PowerRamp table */
  readonly ramp: readonly number[];
  /** fleets that stand there */
  readonly fleets: readonly number[];
  /** a contract pays for energy whether used or not; bills the nameplate; shares profits; pays for standing by */
  readonly commits: boolean;
  readonly billsNameplate: boolean;
  readonly sharesProfit: boolean;
}

/** A machine whose settings stand on the Catalog sheet, most power first. */
export interface CatalogMachine extends PortfolioMachine {
  readonly m: number;
  /** by the order of the sheet */
  readonly settings: readonly MachineSetting[];
}

/** The machine of a fleet or candidate: keys of its settings. */
export interface MachineKeys {
  readonly m: number;
  /** at the setting that it runs at */
  readonly ths: string;
  readonly w: string;
  /** at the nameplate */
  readonly stockThs: string;
  readonly stockW: string;
  /** its other settings, most power first as built; which of them draw less is for the formulas to see */
  readonly others: readonly { readonly name: string; readonly ths: string; readonly w: string }[];
}

export interface AlternativeFacts {
  readonly a: number;
  readonly kind: AlternativeKind;
  readonly label: string;
  /** candidate or site */
  readonly target: number | undefined;
}

export interface FleetFacts {
  readonly i: number;
  readonly fleet: Fleet;
  readonly j: number;
  readonly machine: MachineKeys;
  readonly alternatives: readonly AlternativeFacts[];
}

export interface CandidateFacts {
  readonly c: number;
  readonly candidate: Candidate;
  readonly machine: MachineKeys;
}

export function structureOf(portfolio: Portfolio, plan: PortfolioPlan): Structure {
  const { sites, contracts, fleets, candidates } = portfolio;
  const machines = machinesOf(portfolio);
  const siteOf = (id: string): number => sites.findIndex((site) => site.id === id) + 1;
  const rampRows = sites.flatMap((site, s) => site.powerRamp.map(() => s + 1));
  const keysOf = (owned: Fleet | Candidate): MachineKeys => machineKeys(machines.find(({ names }) => names.has(owned.machine))!.machine, owned.operation.profile);
  return {
    portfolio,
    machines: machines.map(({ machine }) => machine),
    sites: sites.map((site, s): SiteFacts => {
      const own = contracts.flatMap((contract, c) => (contract.siteId === site.id ? [{ c: c + 1, contract }] : []));
      return {
        j: s + 1, site, contracts: own,
        ramp: rampRows.flatMap((of, row) => (of === s + 1 ? [row + 1] : [])),
        fleets: fleets.flatMap((fleet, f) => (fleet.siteId === site.id ? [f + 1] : [])),
        commits: own.some(({ contract: { energy } }) => energy.kind === "fixed"),
        billsNameplate: own.some(({ contract: { energy } }) => energy.kind === "hosting" && energy.billedOn === "nameplate"),
        sharesProfit: own.some(({ contract: { energy } }) => energy.kind === "hosting"),
      };
    }),
    fleets: fleets.map((fleet, f): FleetFacts => ({
      i: f + 1, fleet, j: siteOf(fleet.siteId), machine: keysOf(fleet),
      alternatives: plan.fleets[f]!.alternatives.map(({ kind, label, targetId }, a) => ({
        a: a + 1, kind, label,
        target: kind === "upgrade" ? candidates.findIndex(({ id }) => id === targetId) + 1 : kind === "relocate" ? siteOf(targetId!) : undefined,
      })),
    })),
    candidates: candidates.map((candidate, c) => ({ c: c + 1, candidate, machine: keysOf(candidate) })),
  };
}

/** What the document calls a machine's own setting. */
const STOCK = "stock";

/** Each machine once, under all names it is called by. */
function machinesOf(portfolio: Portfolio): { readonly machine: CatalogMachine; readonly names: Set<string> }[] {
  const found: { machine: CatalogMachine; names: Set<string> }[] = [];
  for (const { machine: name } of [...portfolio.fleets, ...portfolio.candidates]) {
    const machine = machineOf(portfolio, name);
    if ("unknown" in machine) throw new Error(machine.unknown);
    const known = found.find((each) => each.machine.name === machine.name);
    if (known) known.names.add(name);
    else found.push({ machine: { ...machine, m: found.length + 1, settings: [...machine.settings].sort((a, b) => b.powerW - a.powerW) }, names: new Set([name]) });
  }
  return found;
}

function machineKeys({ m, settings }: CatalogMachine, profile: string): MachineKeys {
  const key = (name: string, field: "hashrateThs" | "powerW"): string => `Machine.${m}.${settings.findIndex((each) => each.name === name) + 1}.${field}`;
  return {
    m, ths: key(profile, "hashrateThs"), w: key(profile, "powerW"), stockThs: key(STOCK, "hashrateThs"), stockW: key(STOCK, "powerW"),
    others: settings.filter(({ name }) => name !== profile).map(({ name }) => ({ name, ths: key(name, "hashrateThs"), w: key(name, "powerW") })),
  };
}
