import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { sheetHead } from "./links";
import { heading, value } from "./make-lines";
import { ownOf, type Block } from "./model-alternative";
import { candidateLines } from "./model-candidates";
import { relocateBlock, sellBlock, upgradeBlock } from "./model-change";
import { choiceLines, chosenLines, closingOfSite, comparisonLines, connectedLines, returnLines } from "./model-decision";
import { fleetLines } from "./model-fleet";
import { curtailBlock, keepBlock, shutdownBlock, underclockBlock, type StayContext } from "./model-stay";
import { seriesNumberOf } from "./power-lines";
import { siteBins } from "./power-sites";
import type { AlternativeFacts, FleetFacts, Structure } from "./structure";

/** Every alternative of every fleet month by month, what is chosen, and the totals. */
export function modelLines(structure: Structure): BookLine[] {
  const { sites, fleets, candidates } = structure;
  const blocks = new Map(fleets.map((fleet) => [fleet.i, blocksOf(structure, fleet)]));
  return [
    ...sheetHead("Model", "Every alternative of every fleet by month. Revenue is positive, costs are negative. One line is one formula."),
    { kind: "gap" },
    { kind: "links", heading: "From Inputs, Catalog, Market and Power" },
    ...heading("Values by year"),
    value("annuity", "Months that a value is spread over, discounted", "months", "=IF([$monthlyRate]=0,[$horizonMonths],(1-(1+[$monthlyRate])^-[$horizonMonths])/[$monthlyRate])", FORMATS.decimals),
    value("yearlyShare", "Share of a value that falls to a year", "share", "=[$monthsPerYear]/[$annuity]", FORMATS.percent),
    ...candidates.flatMap(candidateLines),
    ...fleets.flatMap((fleet) => {
      const own = blocks.get(fleet.i)!;
      return [...fleetLines(fleet), ...fleet.alternatives.flatMap((alternative, a) => [...heading(`${fleet.fleet.id}: ${alternative.label}`), ...own[a]!.lines]), ...comparisonLines(fleet), ...returns(structure, fleet)];
    }),
    ...heading("Which sites close"),
    ...sites.flatMap(closingOfSite),
    ...fleets.flatMap(choiceLines),
    ...chosenLines(structure, new Map([...blocks].map(([i, own]) => [i, own.map(({ rows }) => rows)]))),
    ...connectedLines(structure),
  ];
}

function blocksOf(structure: Structure, fleet: FleetFacts): readonly Block[] {
  const { sites, candidates } = structure;
  const site = sites[fleet.j - 1]!;
  const context: StayContext = { fleet, site, bins: siteBins(site, seriesNumberOf(structure)), keep: ownOf(fleet, fleet.alternatives[0]!) };
  const keep = keepBlock(context);
  const blockOf = (alternative: AlternativeFacts): Block => {
    switch (alternative.kind) {
      case "keep": return keep;
      case "underclock": return underclockBlock(context, alternative);
      case "curtail": return curtailBlock(context, alternative);
      case "upgrade": return upgradeBlock(fleet, site, candidates[alternative.target! - 1]!, context.keep, alternative);
      case "relocate": return relocateBlock(fleet, sites[alternative.target! - 1]!, alternative);
      case "shutdown": return shutdownBlock(context, keep.rows, alternative);
      case "sell": return sellBlock(fleet, alternative);
    }
  };
  return fleet.alternatives.map(blockOf);
}

function returns({ candidates }: Structure, fleet: FleetFacts): BookLine[] {
  return fleet.alternatives.filter(({ kind }) => kind === "upgrade").flatMap((alternative) => [
    ...heading(`${fleet.fleet.id}: ${alternative.label}, against keep`), ...returnLines(fleet, alternative, candidates[alternative.target! - 1]!.machine),
  ]);
}
