import { fullName } from "../../catalog/catalog";
import { findModel } from "../../catalog/lookup";
import { machineOf, type Machine, type PortfolioMachine } from "../../planning/portfolio";
import { formOf, type Schema } from "../../planning/portfolio/schema";
import type { Formats } from "../settings";
import { listAt, valueAt, type Draft } from "../store";
import { fieldText } from "./field-text";
import type { Section } from "./sections";
import { spelled } from "./words";

const WATTS_PER_MW = 1e6;

/** What an entry of a list is called. */
export function entryName({ schema, id: section }: Section, entry: unknown, index: number): string {
  const id = valueAt(entry, ["id"]);
  if (typeof id === "string" && id.trim() !== "") return id;
  const form = section === "hedges" ? (formOf({ ...schema, title: undefined }, entry) ?? schema) : schema;
  const kind = section === "hedges" ? hedgeTitle(schema, entry) : form.title!;
  return `${kind} ${index + 1}`;
}

/** An entry in one line: "5,800 × S19 95, Home, 20.4 MW". What is not there yet is left out. */
export function summaryOf({ id, schema }: Section, draft: Draft, entry: unknown, formats: Formats): string {
  const text = (...path: string[]): string => plain(valueAt(entry, path), formats);
  const number = (path: string[], unit = ""): string => withUnit(valueAt(entry, path), unit, formats);
  const share = (...path: string[]): string => { const value = valueAt(entry, path); return typeof value === "number" ? fieldText({ unit: "share" }, value, formats) : ""; };
  switch (id) {
    case "sites": return joined(number(["powerCapacityMw"], "MW"), listAt(entry, ["cooling"]).map((each) => plain(each, formats)).join(", "), share("uptime") && `${share("uptime")} uptime`);
    case "contracts": return joined(text("siteId"), energyOf(entry, formats), first(valueAt(entry, ["firstMonth"])));
    case "fleets": return joined(`${number(["units"])} × ${text("machine")}`, text("siteId"), megawatts(draft, entry, formats));
    case "candidates": return joined(text("machine"), number(["priceUsdTh"], "$/TH"), lead(valueAt(entry, ["leadMonths"])));
    case "machines": return joined(number(["hashrateThs"], "TH/s"), number(["powerW"], "W"), text("cooling"), number(["priceUsdTh"], "$/TH"));
    case "priceSeries": return seriesText(entry, formats);
    case "scenarios": return joined(pathText("price", valueAt(entry, ["btcPrice"]), formats), pathText("difficulty", valueAt(entry, ["difficulty"]), formats));
    case "debts": return joined(money(valueAt(entry, ["principalUsd"]), formats), share("rateAnnual") && `${share("rateAnnual")} a year`, number(["termMonths"], "months"));
    case "hedges": return joined(number(["hashratePhs"], "PH/s"), number(["hashpriceUsdPhDay"], "$/PH/day"), number(["volumeMw"], "MW"), number(["strikeUsdKwh"], "$/kWh"), `months ${number(["firstMonth"])} to ${number(["lastMonth"])}`);
    default: return schema.description ?? "";
  }
}

/** The machine that a name means in this document; undefined where it means none. */
export function machineNamed(draft: Draft, name: unknown): PortfolioMachine | undefined {
  if (typeof name !== "string" || name === "") return undefined;
  const machines = listAt(draft, ["machines"]).filter((each): each is Machine => Array.isArray(valueAt(each, ["settings"])) || valueAt(each, ["id"]) !== name);
  const found = machineOf({ machines: machines.map((each) => ({ ...each, settings: each.settings ?? [] })) }, name);
  return "unknown" in found ? undefined : found;
}

/** "104 TH/s, 3,068 W, 29.5 J/TH" */
export function settingText({ hashrateThs, powerW }: { readonly hashrateThs: number; readonly powerW: number }, formats: Formats): string {
  return `${withUnit(hashrateThs, "TH/s", formats)}, ${withUnit(powerW, "W", formats)}, ${formats.formatNumber(powerW / hashrateThs, 1)} J/TH`;
}

/** The catalog's full name of a machine that is not the document's own. */
export function catalogName(name: string): string | undefined {
  try {
    return fullName(findModel(name));
  } catch {
    return undefined;
  }
}

function megawatts(draft: Draft, fleet: unknown, { formatNumber }: Formats): string {
  const machine = machineNamed(draft, valueAt(fleet, ["machine"]));
  const setting = machine?.settings.find(({ name }) => name === (valueAt(fleet, ["operation", "profile"]) ?? "stock"));
  const site = listAt(draft, ["sites"]).find((each) => valueAt(each, ["id"]) === valueAt(fleet, ["siteId"]));
  const pue = Math.max(1, ...Object.values((valueAt(site, ["pue"]) ?? {})).filter((each) => typeof each === "number"));
  const units = valueAt(fleet, ["units"]);
  return setting && typeof units === "number" ? `${formatNumber((units * setting.powerW * pue) / WATTS_PER_MW, 1)} MW` : "";
}

function energyOf(contract: unknown, formats: Formats): string {
  const energy = valueAt(contract, ["energy"]);
  const price = (key: string): string => withUnit(valueAt(energy, [key]), "$/kWh", formats);
  switch (valueAt(energy, ["kind"])) {
    case "fixed": return `fixed ${price("priceUsdKwh")}`;
    case "timeOfUse": return `time of use, ${listAt(energy, ["periods"]).length} ${listAt(energy, ["periods"]).length === 1 ? "period" : "periods"}`;
    case "indexed": return `index ${plain(valueAt(energy, ["seriesId"]), formats)}`;
    case "hosting": return `hosting ${price("rateUsdKwh")}`;
    default: return "";
  }
}

function seriesText(series: unknown, { formatNumber }: Formats): string {
  const count = listAt(series, ["valuesUsdKwh"]).length;
  const file = valueAt(series, ["csvFile"]);
  return count > 0 ? `${formatNumber(count)} hours` : typeof file === "string" ? `${file} is not here yet` : "no prices yet";
}

function pathText(what: string, path: unknown, formats: Formats): string {
  const growth = valueAt(path, ["growthMonthly"]);
  if (typeof growth === "number") return `${what} ${growth === 0 ? "flat" : `${growth > 0 ? "+" : "−"}${fieldText({ unit: "share" }, Math.abs(growth), formats)} a month`}`;
  return valueAt(path, ["kind"]) === "table" ? `${what} by month` : valueAt(path, ["kind"]) === "networkResponse" ? `${what} by network response` : "";
}

function hedgeTitle(schema: Schema, entry: unknown): string {
  const kind = valueAt(entry, ["kind"]);
  return typeof kind === "string" ? spelled(kind) : (schema.title ?? "Hedge");
}

function first(month: unknown): string {
  return typeof month === "number" && month > 1 ? `from month ${month}` : "";
}

function lead(months: unknown): string {
  return typeof months === "number" ? (months === 0 ? "at once" : `in ${months} ${months === 1 ? "month" : "months"}`) : "";
}

function money(value: unknown, { formatUsd }: Formats): string {
  return typeof value === "number" ? formatUsd(value) : "";
}

function withUnit(value: unknown, unit: string, { formatExact, toShown, unitFor }: Formats): string {
  return typeof value === "number" ? `${formatExact(toShown(value, unit))} ${unitFor(unit)}`.trimEnd() : "";
}

function plain(value: unknown, { formatExact }: Formats): string {
  return typeof value === "string" ? value : typeof value === "number" ? formatExact(value) : "";
}

function joined(...parts: readonly (string | false)[]): string {
  const text = parts.filter((each) => each !== "" && each !== false).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
