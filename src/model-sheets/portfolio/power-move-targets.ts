import { CHEAPEST_SITES, SITES_SEEN_WHOLE, type Portfolio } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { flag, heading, remark, value } from "./make-lines";
import { ahead } from "./power-ahead";
import type { FleetFacts, Structure } from "./structure";

// Of many sites a fleet looks at the cheapest few with room, and which those are is built in. These lines tell for each fleet
// whether they still are. A site's place is the number of cheaper sites with room, of those that have the cooling.

/** Of how many fleets other sites have come to be the cheapest. */
export const MOVES_OFF = "movesOff";

export function choosesTargets({ sites, fleets }: Portfolio): boolean {
  return sites.length > SITES_SEEN_WHOLE && fleets.length > 0;
}

export function moveTargetLines(structure: Structure): BookLine[] {
  const { portfolio, fleets } = structure;
  if (!choosesTargets(portfolio)) return [];
  const whole = (i: number, name: string, label: string, formula: string): BookLine => value(`f${i}${name}`, label, "sites", formula, FORMATS.whole);
  return [
    ...heading("The cheapest sites with room, for fleets that could go there"),
    remark(`Of more than ${SITES_SEEN_WHOLE} sites a fleet looks at ${CHEAPEST_SITES}, and which ones is built in. Where others come to be the cheapest, Checks asks to build the workbook again.`),
    ...[...new Set(fleets.map((fleet) => coolingOf(structure, fleet)))].flatMap((cooling) => queueLines(structure, cooling)),
    ...fleets.map((facts) => whole(facts.i, "MovesSeen", `Sites up to the last that ${facts.fleet.id} looks at`, seen(structure, facts))),
    ...fleets.map((facts) => whole(facts.i, "MovesBuilt", `Sites that ${facts.fleet.id} looks at`, built(structure, facts))),
    ...fleets.map(({ i, fleet }) => flag(`f${i}MovesOff`, `Other sites are the cheapest for ${fleet.id}`, `=IF([$f${i}MovesSeen]=[$f${i}MovesBuilt],0,1)`)),
    value(MOVES_OFF, "Fleets for which other sites are the cheapest", "fleets", `=SUM([$f${fleets[0]!.i}MovesOff:f${fleets.at(-1)!.i}MovesOff])`, FORMATS.flag),
  ];
}

function queueLines(structure: Structure, cooling: string): BookLine[] {
  const there = fitting(structure, cooling);
  const ids = there.map(({ j }) => j);
  const of = (text: string, id: string): string => `${text}, ${id}, cooling: ${cooling}`;
  const [room, cost, before] = ["Room", "Cost", "Before"].map((name) => queue(name, cooling)) as [Key, Key, Key];
  return [
    ...there.map(({ j, site }) => flag(room(j), of("Has room in some month", site.id), `=IF(MAX([s${j}Room:])>0,1,0)`)),
    ...there.map(({ j, site }) => value(cost(j), of("Cost of power in the queue", site.id), "$/kWh", `=[$s${j}Cost]`, FORMATS.usdKwh)),
    ...there.map(({ j, site }, n) => value(before(j), of("Cheaper sites with room", site.id), "sites", ahead(ids, n, "<", cost, room), FORMATS.whole)),
    ...there.map(({ j, site }) => value(placeOf(j, cooling), of("Place; without room none", site.id), "place", `=IF([$${room(j)}]=1,[$${before(j)}],[$noLimit])`, FORMATS.general)),
  ];
}

/** Without the own site: those with a place up to the last one built in, or all with room where fewer than could be were built in. */
function seen(structure: Structure, facts: FleetFacts): string {
  const { j: home } = facts;
  const cooling = coolingOf(structure, facts);
  const there = fitting(structure, cooling);
  const block = (key: Key): string => `[$${key(there[0]!.j)}:${key(there.at(-1)!.j)}]`;
  const targets = targetsOf(facts);
  const atHome = there.some(({ j }) => j === home);
  if (targets.length < CHEAPEST_SITES) return `=SUM(${block(queue("Room", cooling))})${atHome ? `-[$${queue("Room", cooling)(home)}]` : ""}`;
  const last = `MAX(${targets.map((j) => `[$${placeOf(j, cooling)}]`).join(",")})`;
  return `=SUMPRODUCT(--(${block((j) => placeOf(j, cooling))}<=${last}))${atHome ? `-IF([$${placeOf(home, cooling)}]<=${last},1,0)` : ""}`;
}

function built(structure: Structure, facts: FleetFacts): string {
  const places = targetsOf(facts).map((j) => `[$${placeOf(j, coolingOf(structure, facts))}]`);
  return places.length === 0 ? "=0" : `=COUNT(${places.join(",")})`;
}

type Key = (site: number) => string;

function queue(name: string, cooling: string): Key {
  return (j) => `s${j}Queue${name}.${cooling}`;
}

function placeOf(j: number, cooling: string): string {
  return queue("Place", cooling)(j);
}

function targetsOf({ alternatives }: FleetFacts): number[] {
  return alternatives.flatMap(({ kind, target }) => (kind === "relocate" ? [target!] : []));
}

function coolingOf({ machines }: Structure, { machine: { m } }: FleetFacts): string {
  return machines[m - 1]!.cooling;
}

function fitting({ sites }: Structure, cooling: string): Structure["sites"] {
  return sites.filter(({ site }) => site.cooling.some((each) => each === cooling));
}
