import type { GlossaryEntry } from "./entry";
import { FINANCE_TERMS } from "./finance-terms";
import { MACHINE_TERMS } from "./machine-terms";
import { NETWORK_TERMS } from "./network-terms";
import { POWER_TERMS } from "./power-terms";

// The one source of the glossary: docs/glossary.md is made from it by `npm run docs`.

/** The terms by area, each area in alphabetical order. */
export const GLOSSARY: readonly { readonly title: string; readonly entries: readonly GlossaryEntry[] }[] = [
  { title: "Network", entries: NETWORK_TERMS },
  { title: "Machines and margins", entries: MACHINE_TERMS },
  { title: "Power", entries: POWER_TERMS },
  { title: "Finance", entries: FINANCE_TERMS },
];

/** Name of an entry, as fields refer to it. */
export type TermId = (typeof NETWORK_TERMS | typeof MACHINE_TERMS | typeof POWER_TERMS | typeof FINANCE_TERMS)[number]["id"];

const byId = new Map(GLOSSARY.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]));

export function entryOf(id: string): GlossaryEntry | undefined {
  return byId.get(id);
}

/** Entries that hold every word of a query; those whose name begins with it come first. */
export function findEntries(query: string): readonly GlossaryEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const ranked = [...byId.values()].flatMap((entry) => {
    const names = [entry.term, ...(entry.also ?? [])].join(" ").toLowerCase();
    const all = [names, entry.text, ...(entry.functions ?? [])].join(" ").toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    return [{ entry, rank: entry.term.toLowerCase().startsWith(words[0] ?? "") ? 0 : words.every((word) => names.includes(word)) ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
