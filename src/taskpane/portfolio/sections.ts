import { PORTFOLIO_SCHEMA, resolved, type Schema } from "../../planning/portfolio/schema";
import { schemaAt } from "../../planning/portfolio/tables-fields";
import type { Place } from "../store";
import { isWithin } from "./problems";

export type SectionId = "general" | "sites" | "contracts" | "fleets" | "candidates" | "machines" | "priceSeries" | "market" | "scenarios" | "finance" | "debts" | "hedges";

/** A part of the document that has a form, or a list of forms. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly about: string;
  readonly place: Place;
  readonly path: string;
  /** of the object, or of one entry of the list */
  readonly schema: Schema;
  readonly isList: boolean;
  /** fields of the object that have a section of their own, or belong to no form */
  readonly omit: readonly string[];
}

const LISTS = ["machines", "priceSeries", "sites", "contracts", "fleets", "candidates", "market", "finance"];

/** In the order in which a portfolio is filled in. */
export const SECTIONS: readonly Section[] = [
  object("general", "Portfolio", "Name, note and length of the plan.", [], ["schemaVersion", ...LISTS]),
  list("sites", ["sites"]),
  list("contracts", ["contracts"]),
  list("fleets", ["fleets"]),
  list("candidates", ["candidates"]),
  list("machines", ["machines"]),
  list("priceSeries", ["priceSeries"]),
  object("market", "Market today", "The market on the day the plan begins, and the scenario that decides.", ["market"], ["scenarios"]),
  list("scenarios", ["market", "scenarios"], "Market scenarios"),
  object("finance", "Finance", "Discount rate, tax, overhead and treasury.", ["finance"], ["debts", "hedges"]),
  list("debts", ["finance", "debts"]),
  list("hedges", ["finance", "hedges"]),
];

/** Where a problem's path is edited: the section, and which entry of a list. */
export function sectionOf(path: string): { readonly section: Section; readonly index: number | undefined } {
  const fits = SECTIONS.filter((each) => isWithin(path, each.path)).sort((a, b) => b.path.length - a.path.length);
  const section = fits[0]!;
  const [, index] = section.isList ? (/^\[(\d+)\]/.exec(path.slice(section.path.length)) ?? []) : [];
  return { section, index: index === undefined ? undefined : Number(index) };
}

export function entryPath({ path }: Section, index: number): string {
  return `${path}[${index}]`;
}

function object(id: SectionId, title: string, about: string, place: Place, omit: readonly string[]): Section {
  return { id, title, about, place, path: place.join("."), schema: place.length === 0 ? PORTFOLIO_SCHEMA : schemaAt(PORTFOLIO_SCHEMA, place.join(".")), isList: false, omit };
}

function list(id: SectionId, place: Place, title?: string): Section {
  const path = place.join(".");
  const schema = schemaAt(PORTFOLIO_SCHEMA, path);
  return { id, title: title ?? schema.title!, about: schema.description!, place, path, schema: resolved(schema.items!), isList: true, omit: [] };
}
