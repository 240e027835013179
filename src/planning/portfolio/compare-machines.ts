import { fullName, newestPriceQuote } from "../../catalog/catalog";
import { findModel } from "../../catalog/lookup";
import { STOCK } from "../../catalog/profiles";
import { NotAvailableError } from "../../units/errors";
import type { MachineFigures } from "./compare";
import type { Portfolio, Site } from "./document";
import { hasFigures, machineOf, ownQuote } from "./machines";

/** A machine in a comparison. */
export interface ComparedMachine extends MachineFigures {
  readonly name: string;
  /** "stock", or the setting's name */
  readonly setting: string;
  /** year and month, a year, or "" where no source tells */
  readonly released: string;
  readonly from: "fleet" | "candidate" | "catalog";
  /** name of the fleet or candidate, else "" */
  readonly fromId: string;
  /** where the price comes from, or "" */
  readonly priceSource: string;
}

/** One machine of each generation since 2020, of all three large makers. */
export const GENERATIONS: readonly string[] = ["S19 95", "S19j Pro 104", "S19 XP 140", "M50S 126", "S21 200", "M60S 186", "S21 XP 270", "A16XP 300", "S23 318", "S23 Hyd 580"];

/** A quote older than this says little of today's price. */
const NEWEST_MONTHS = 12;

/** A machine of the catalog at its nameplate, at the newest quote where it is of the last twelve months. @throws NotAvailableError with the nearest names */
export function catalogMachine(name: string, today: string): ComparedMachine {
  const model = findModel(name);
  const quote = newestPriceQuote(model.id);
  const recent = quote && monthsBetween(quote.date, today) <= NEWEST_MONTHS ? quote : undefined;
  return {
    name: fullName(model), setting: STOCK, hashrateThs: model.hashrateThs, powerW: model.powerW, released: model.released, from: "catalog", fromId: "",
    priceUsdTh: recent?.priceUsdTh, priceSource: recent ? `${recent.source}, ${recent.date}` : "",
  };
}

/** One of the portfolio's own machines or of the catalog's, at the portfolio's own quote where it has one. @throws NotAvailableError with the nearest names */
export function machineToCompare(portfolio: Pick<Portfolio, "machines"> | undefined, name: string, today: string): ComparedMachine {
  const own = portfolio?.machines.find(({ id }) => id === name);
  const machine: ComparedMachine = own && hasFigures(own)
    ? { name, setting: STOCK, hashrateThs: own.hashrateThs, powerW: own.powerW, released: "", from: "catalog", fromId: "", priceUsdTh: undefined, priceSource: "" }
    : catalogMachine(name, today);
  return { ...machine, ...quoted(portfolio, name) };
}

/** What the portfolio's own quote says of a price, as far as there is one. */
function quoted(portfolio: Pick<Portfolio, "machines"> | undefined, name: string): Partial<Pick<ComparedMachine, "priceUsdTh" | "priceSource">> {
  const quote = portfolio && ownQuote(portfolio, name);
  return quote ? { priceUsdTh: quote.priceUsdTh, priceSource: quote.source } : {};
}

/** The machines of a site's fleets at the settings that they start with, and the candidates that it can cool, at their prices in place. */
export function machinesOfSite(portfolio: Portfolio, site: Site): readonly ComparedMachine[] {
  const own = portfolio.fleets.filter(({ siteId }) => siteId === site.id).flatMap(({ id, machine, operation }) => compared(portfolio, machine, operation.profile, { from: "fleet", fromId: id, priceUsdTh: undefined, priceSource: "", ...quoted(portfolio, machine) }));
  const candidates = portfolio.candidates.flatMap(({ id, machine, priceUsdTh, duty, freightUsdTh, installUsdTh, operation }) => {
    const known = machineOf(portfolio, machine);
    if ("unknown" in known || !site.cooling.includes(known.cooling)) return [];
    return compared(portfolio, machine, operation.profile, { from: "candidate", fromId: id, priceUsdTh: priceUsdTh * (1 + duty) + freightUsdTh + installUsdTh, priceSource: `${id}: with duty, freight and installation` });
  });
  return [...own, ...candidates];
}

/** What a comparison begins with: a site's machines and candidates, and of each generation one that the site can cool. */
export function machinesToBeginWith(portfolio: Portfolio, site: Site): readonly ComparedMachine[] {
  const generations = GENERATIONS.filter((name) => site.cooling.includes(findModel(name).cooling));
  return withoutTwins([...machinesOfSite(portfolio, site), ...generations.map((name) => machineToCompare(portfolio, name, portfolio.market.start.date))]);
}

/** Without those that are the same machine at the same setting, of which the first is kept: fleets before candidates before the catalog. */
export function withoutTwins(machines: readonly ComparedMachine[]): readonly ComparedMachine[] {
  return machines.filter((machine, i) => machines.findIndex((other) => other.name === machine.name && other.setting === machine.setting) === i);
}

function compared(portfolio: Portfolio, name: string, setting: string, rest: Pick<ComparedMachine, "from" | "fromId" | "priceUsdTh" | "priceSource">): ComparedMachine[] {
  const machine = machineOf(portfolio, name);
  if ("unknown" in machine) return [];
  const point = machine.settings.find((each) => each.name === setting);
  return point ? [{ name: machine.name, setting, hashrateThs: point.hashrateThs, powerW: point.powerW, released: releasedOf(portfolio, name), ...rest }] : [];
}

function releasedOf({ machines }: Pick<Portfolio, "machines">, name: string): string {
  if (machines.some((each) => each.id === name && hasFigures(each))) return "";
  try {
    return findModel(name).released;
  } catch (error) {
    if (error instanceof NotAvailableError) return "";
    throw error;
  }
}

/** Whole months from one day or month to another. */
function monthsBetween(from: string, to: string): number {
  const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(to) - months(from);
}
