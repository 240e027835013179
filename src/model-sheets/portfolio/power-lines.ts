import type { MarketMonth } from "../../planning/portfolio";
import type { BookLine } from "./book-line";
import { sheetHead } from "./links";
import { meritLines } from "./power-merit";
import { siteLines } from "./power-sites";
import { seriesBinLines } from "./price-bins-lines";
import type { Structure } from "./structure";

/** What power costs at each site and who gets it. @param months the plan's calendar */
export function powerLines(structure: Structure, months: readonly MarketMonth[]): BookLine[] {
  const { priceSeries } = structure.portfolio;
  return [
    ...sheetHead("Power", "What power costs at each site by month, and which fleet gets it. A bin is a share of the month's hours with its mean price."),
    { kind: "gap" },
    { kind: "links", heading: "From Inputs, Catalog and Market" },
    ...priceSeries.flatMap((series, n) => seriesBinLines(series, n + 1, months)),
    ...structure.sites.flatMap((site) => siteLines(structure, site, seriesNumberOf(structure), months)),
    ...meritLines(structure),
  ];
}

export function seriesNumberOf({ portfolio: { priceSeries } }: Structure): (id: string) => number {
  return (id) => priceSeries.findIndex((series) => series.id === id) + 1;
}
