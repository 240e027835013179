import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { flag, heading, remark, series, value } from "./make-lines";
import { ahead } from "./power-ahead";
import { moveTargetLines } from "./power-move-targets";
import type { CandidateFacts, FleetFacts, SiteFacts, Structure } from "./structure";

// Who gets the power: section 2 of docs/planning.md.

/** Merit order, slots, room, moves and candidates in short supply. */
export function meritLines(structure: Structure): BookLine[] {
  const { sites, fleets, candidates } = structure;
  return [
    ...heading("Merit order: what a fleet needs for a TH after fees and age"),
    remark("At one site the fleet that needs less earns more from a MWh, and gets the power first; of equals the one further up."),
    ...sites.flatMap((site) => siteMerit(site, fleets.filter(({ j }) => j === site.j))),
    ...sites.flatMap((site) => moveLines(site, fleets)),
    ...moveTargetLines(structure),
    ...candidates.flatMap((candidate) => purchaseLines(candidate, fleets)),
  ];
}

export function movesTo(site: number, fleets: readonly FleetFacts[]): readonly FleetFacts[] {
  return fleets.filter(({ alternatives }) => alternatives.some(({ kind, target }) => kind === "relocate" && target === site));
}

function siteMerit({ j, site }: SiteFacts, fleets: readonly FleetFacts[]): BookLine[] {
  const ids = fleets.map(({ i }) => i);
  return [
    ...fleets.map(({ i, fleet }) => value(`f${i}Net`, `Revenue after pool and firmware fees, ${fleet.id}`, "share", `=(1-[$Fleets.${i}.operation.poolFee])*(1-[$Fleets.${i}.operation.firmwareFee])`, FORMATS.percent)),
    ...fleets.map(({ i, fleet }) => value(`f${i}Age1`, `Hashrate that age leaves in month 1, ${fleet.id}`, "share", `=(1-[$Fleets.${i}.operation.degradationAnnual])^(MAX(0,[start|]-[$Fleets.${i}.inServiceOn])/[$daysPerYear])`, FORMATS.percent)),
    ...fleets.map(({ i, fleet, machine }) => value(`f${i}Merit`, `Merit, ${fleet.id}`, "J/TH", `=[$${machine.w}]/([$${machine.ths}]*[$f${i}Age1]*[$f${i}Net])`, FORMATS.decimals)),
    ...fleets.map(({ i, fleet, machine }) => value(`f${i}Demand`, `Demand, ${fleet.id}`, "W", `=[$Fleets.${i}.units]*[$${machine.w}]`, FORMATS.whole)),
    ...fleets.map(({ i, fleet }, n) => value(`f${i}Ahead`, `Demand of those before it, ${fleet.id}`, "W", ahead(ids, n, "<", (f) => `f${f}Merit`, (f) => `f${f}Demand`), FORMATS.whole)),
    ...fleets.map(({ i, fleet }) => series(`f${i}Slot`, `Power at the machines, ${fleet.id}`, "W", `=MIN([$f${i}Demand],MAX(0,[s${j}MachineW]-[$f${i}Ahead]))`, FORMATS.whole)),
    series(`s${j}Room`, `Room that is left, ${site.id}`, "W", `=MAX(0,[s${j}MachineW]${ids.length === 0 ? "" : `-SUM([$f${ids[0]!}Demand:f${ids.at(-1)!}Demand])`})`, FORMATS.whole),
  ];
}

/** Claims on the room of a site by fleets of other sites where power is dearer, and what they are granted. */
function moveLines({ j, site }: SiteFacts, all: readonly FleetFacts[]): BookLine[] {
  const fleets = movesTo(j, all);
  const ids = fleets.map(({ i }) => i);
  if (ids.length === 0) return [...heading(`Room at ${site.id}`), flag(`s${j}Granted`, `Somebody is granted room, ${site.id}`, "=0")];
  const key = (name: string) => (f: number): string => `s${j}f${f}${name}`;
  return [
    ...heading(`Room at ${site.id}, for fleets of dearer sites`),
    ...fleets.map(({ i, fleet }) => value(key("Merit")(i), `Merit of ${fleet.id} in the queue for ${site.id}`, "J/TH", `=[$f${i}Merit]`, FORMATS.decimals)),
    ...fleets.map(({ i, fleet, j: home }) => value(key("Claim")(i), `Claim of ${fleet.id} at ${site.id}`, "W", `=IF([$s${j}Cost]<[$s${home}Cost],[$f${i}Demand],0)`, FORMATS.whole)),
    ...fleets.map(({ i, fleet }, n) => value(key("Ahead")(i), `Claims before ${fleet.id} at ${site.id}`, "W", ahead(ids, n, "<", key("Merit"), key("Claim")), FORMATS.whole)),
    ...fleets.map(({ i, fleet }) => series(key("Grant")(i), `Granted to ${fleet.id} at ${site.id}`, "W", `=MIN([$${key("Claim")(i)}],MAX(0,[s${j}Room]-[$${key("Ahead")(i)}]))`, FORMATS.whole, { total: `=MAX([${key("Grant")(i)}:])`, totalFormat: FORMATS.whole })),
    flag(`s${j}Granted`, `Somebody is granted room, ${site.id}`, `=IF(MAX([$${key("Grant")(ids[0]!)}:${key("Grant")(ids.at(-1)!)}])>0,1,0)`),
  ];
}

/** How many new machines each fleet's slot takes, and how many of them can be had: the least efficient fleets are replaced first. */
function purchaseLines({ c, candidate, machine }: CandidateFacts, all: readonly FleetFacts[]): BookLine[] {
  const fleets = all.filter(({ alternatives }) => alternatives.some(({ kind, target }) => kind === "upgrade" && target === c));
  if (fleets.length === 0) return [];
  const ids = fleets.map(({ i }) => i);
  const key = (name: string) => (f: number): string => `f${f}c${c}${name}`;
  const input = (field: string): string => `[$Candidates.${c}.${field}]`;
  return [
    ...heading(`Machines of ${candidate.id} for each fleet's slot`),
    // Before the new machines come, the slot does not count: the demand is no less than any slot.
    ...fleets.map(({ i, fleet }) => series(key("SlotAfter")(i), `Slot of ${fleet.id} once ${candidate.id} runs`, "W", `=IF([month]>${input("leadMonths")},[f${i}Slot],[$f${i}Demand])`, FORMATS.whole)),
    ...fleets.map(({ i, fleet }) => value(key("Need")(i), `Machines of ${candidate.id} that fill the slot of ${fleet.id}`, "machines", `=IF(${input("leadMonths")}<[$horizonMonths],INT(MIN([${key("SlotAfter")(i)}+])/[$${machine.w}]+[$wholeGuard]),0)`, FORMATS.whole)),
    ...fleets.map(({ i, fleet }) => value(key("Merit")(i), `Merit of ${fleet.id} in the queue for ${candidate.id}`, "J/TH", `=[$f${i}Merit]`, FORMATS.decimals)),
    ...fleets.map(({ i, fleet }, n) => value(key("Ahead")(i), `Machines of ${candidate.id} needed before ${fleet.id}`, "machines", ahead(ids, n, ">", key("Merit"), key("Need")), FORMATS.whole)),
    ...fleets.map(({ i, fleet }) => value(key("Units")(i), `Machines of ${candidate.id} for ${fleet.id}`, "machines", `=MIN([$${key("Need")(i)}],MAX(0,${input("availableUnits")}-[$${key("Ahead")(i)}]))`, FORMATS.whole)),
  ];
}
