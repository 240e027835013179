import { fullName, type Cooling } from "../../catalog/catalog";
import { findModel } from "../../catalog/lookup";
import { isSetting, operatingProfiles, STOCK } from "../../catalog/profiles";
import { NotAvailableError } from "../../units/errors";
import type { MachineSetting, Portfolio } from "./document";

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
  if (own) {
    const settings = [{ name: STOCK, hashrateThs: own.hashrateThs, powerW: own.powerW }, ...own.settings];
    return { name: own.id, cooling: own.cooling, settings: settings.sort((a, b) => a.powerW - b.powerW), source: own.source };
  }
  try {
    const model = findModel(name);
    const settings = operatingProfiles(model).filter(isSetting).map(({ name, hashrateThs, powerW }) => ({ name, hashrateThs, powerW }));
    return { name: fullName(model), cooling: model.cooling, settings, source: model.source };
  } catch (error) {
    if (error instanceof NotAvailableError) return { unknown: error.message };
    throw error;
  }
}
