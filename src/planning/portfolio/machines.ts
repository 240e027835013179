import { fullName, type Cooling } from "../../catalog/catalog";
import { findModel } from "../../catalog/lookup";
import { isSetting, operatingProfiles, STOCK } from "../../catalog/profiles";
import { NotAvailableError } from "../../units/errors";
import type { Machine, MachineSetting, Portfolio } from "./document";

/** A machine of a portfolio with the settings that its owner can choose. */
export interface PortfolioMachine {
  readonly name: string;
  readonly cooling: Cooling;
  /** lowest power first; "stock" is among them */
  readonly settings: readonly MachineSetting[];
  readonly source: string;
}

/** The machine of a name: the portfolio's own, or the catalog's; or why there is none, in a sentence. */
export function machineOf(portfolio: Pick<Portfolio, "machines">, name: string): PortfolioMachine | { readonly unknown: string } {
  const own = portfolio.machines.find((machine) => machine.id === name);
  if (own && hasFigures(own)) return { name: own.id, cooling: own.cooling, settings: inOrder([{ name: STOCK, hashrateThs: own.hashrateThs, powerW: own.powerW }, ...own.settings]), source: own.source };
  try {
    const model = findModel(name);
    const settings = operatingProfiles(model).filter(isSetting).map(({ name, hashrateThs, powerW }) => ({ name, hashrateThs, powerW }));
    return { name: fullName(model), cooling: model.cooling, settings: own ? inOrder([...settings, ...own.settings]) : settings, source: model.source };
  } catch (error) {
    if (error instanceof NotAvailableError) return { unknown: error.message };
    throw error;
  }
}

/** Whether a machine has figures of its own, and is not the catalog's. */
export function hasFigures(machine: Machine): machine is Machine & Required<Pick<Machine, "hashrateThs" | "powerW" | "cooling">> {
  return machine.hashrateThs !== undefined && machine.powerW !== undefined && machine.cooling !== undefined;
}

/** A price that the user was quoted. */
export interface OwnQuote {
  readonly priceUsdTh: number;
  /** "MyMachines, 2026-10-01: dealer" */
  readonly source: string;
}

/** The portfolio's own quote for a machine, whichever of its names the row has; undefined where there is none. */
export function ownQuote({ machines }: Pick<Portfolio, "machines">, name: string): OwnQuote | undefined {
  const own = machines.find(({ id, priceUsdTh }) => priceUsdTh !== undefined && id === name) ?? machines.find((each) => each.priceUsdTh !== undefined && !hasFigures(each) && sameModel(each.id, name));
  if (own?.priceUsdTh === undefined) return undefined;
  return { priceUsdTh: own.priceUsdTh, source: `MyMachines${own.quotedOn === undefined ? "" : `, ${own.quotedOn}`}${own.source === "" ? "" : `: ${own.source}`}` };
}

function sameModel(a: string, b: string): boolean {
  try {
    return findModel(a) === findModel(b);
  } catch (error) {
    if (error instanceof NotAvailableError) return false;
    throw error;
  }
}

function inOrder(settings: readonly MachineSetting[]): readonly MachineSetting[] {
  return [...settings].sort((a, b) => a.powerW - b.powerW);
}
