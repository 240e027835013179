import type { Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import type { Check } from "./checks-row";
import { opening } from "./company-lines";
import { dollars, series } from "./make-lines";
import type { AlternativeFacts, FleetFacts, Structure } from "./structure";

/** A corkscrew of each fleet's machines under what is chosen, and what their sales bring. */
export function unitLines({ fleets, candidates }: Structure): BookLine[] {
  return fleets.flatMap((facts): BookLine[] => {
    const { i, fleet, machine } = facts;
    const chosen = (of: (alternative: AlternativeFacts) => string): string => `CHOOSE([$f${i}Chosen],${facts.alternatives.map(of).join(",")})`;
    const newTh = (alternative: AlternativeFacts): string => (alternative.kind === "upgrade" ? `[$f${i}a${alternative.a}Units]*[$${candidates[alternative.target! - 1]!.machine.stockThs}]*[c${alternative.target!}ResaleTh]` : "0");
    return [
      { kind: "heading", text: `Machines of ${fleet.id}` },
      series(`rtUnitsOpen${i}`, `Machines at the start of the month, ${fleet.id}`, "machines", opening(`rtUnitsClose${i}`, `[$Fleets.${i}.units]`), FORMATS.whole),
      series(`rtShare${i}`, `Share of the machines sold, ${fleet.id}`, "share", `=${chosen((alternative) => shareSold(facts, alternative))}`, FORMATS.percent, { total: "sum", totalFormat: FORMATS.percent }),
      series(`rtUnitsSold${i}`, `Machines sold, ${fleet.id}`, "machines", `=[$Fleets.${i}.units]*[rtShare${i}]`, FORMATS.whole, { total: "sum", totalFormat: FORMATS.whole }),
      series(`rtUnitsClose${i}`, `Machines at the end of the month, ${fleet.id}`, "machines", `=[rtUnitsOpen${i}]-[rtUnitsSold${i}]`, FORMATS.whole, { total: `=[rtUnitsClose${i}>]`, totalFormat: FORMATS.whole }),
      series(`rtUnitsOver${i}`, `Sold beyond what is owned, ${fleet.id}`, "machines", `=MAX(0,[rtUnitsSold${i}]-[rtUnitsOpen${i}])`, FORMATS.whole, { total: "sum", totalFormat: FORMATS.whole }),
      dollars(`rtNewSales${i}`, `Bought machines sold at the end, ${fleet.id}`, `=[lastMonth]*${chosen(newTh)}`),
      dollars(`rtSales${i}`, `Machines sold times TH times price, ${fleet.id}`, `=[rtUnitsSold${i}]*[$${machine.stockThs}]*[f${i}ResaleTh]+[rtNewSales${i}]`),
    ];
  });
}

/** The line of the share sold in a month. */
function shareSold({ i }: FleetFacts, { a, kind }: AlternativeFacts): string {
  return kind === "upgrade" ? `[f${i}a${a}OldSold]` : kind === "relocate" ? `[f${i}a${a}Sold]` : kind === "sell" ? "1-[runs]" : "[lastMonth]";
}

export function unitChecks({ fleets }: Portfolio, kind: string): Check[] {
  const whole = (label: string, key: string, other: string): Check => ({ kind, label, unit: "machines", format: FORMATS.decimals, key, other, within: "share" });
  return fleets.flatMap(({ id }, f): Check[] => [
    whole(`Machines of ${id}: sold in all, owned`, `rtUnitsSold${f + 1}`, `Fleets.${f + 1}.units`),
    whole(`Machines of ${id}: left at the end, none`, `rtUnitsClose${f + 1}`, "rtNone"),
    whole(`Machines of ${id}: sold beyond what is owned, none`, `rtUnitsOver${f + 1}`, "rtNone"),
    { kind, label: `Machines of ${id} sold: as chosen, machines times TH times price`, unit: "$", format: FORMATS.usdCents, key: `f${f + 1}Sales`, other: `rtSales${f + 1}`, within: "dollars" },
  ]);
}
