import type { Portfolio } from "../../../src/planning/portfolio";
import { withInputs, withValues } from "./support/changed-inputs";
import { reader, reportWorkbook } from "./support/report";
import { planned, stress } from "./support/samples";

// Of eight sites a fleet looks at the three cheapest with room; the workbook tells when an input makes those other ones.

const sites = stress("sites");
const report = reportWorkbook(sites);
const targets = (portfolio: Portfolio): string[] => planned(portfolio).fleets.map(({ alternatives }) => alternatives.flatMap(({ kind, targetId }) => (kind === "relocate" ? [targetId] : [])).join(", "));

function fleetsOff(after: Portfolio): { readonly off: unknown; readonly master: unknown } {
  const { sheets } = withInputs(report.workbook.sheets, sites, after);
  const { value, cell } = reader(report, { ...report.workbook, sheets });
  return { off: value("movesOff"), master: cell("Checks", "C4") };
}

test.each<[string, Readonly<Record<string, unknown>>]>([
  ["as built", {}],
  ["the same order at other prices", { "contracts.1.energy.priceUsdKwh": 0.0301 }],
  ["power that becomes dear where fleets would go", { "contracts.3.energy.priceUsdKwh": 0.2 }],
  ["power that becomes cheap where none would go", { "contracts.5.energy.priceUsdKwh": 0.001 }],
  ["a site that is enlarged", { "sites.7.powerCapacityMw": 200 }],
  ["a site that fills up", { "sites.3.powerCapacityMw": 0.5, "sites.2.powerCapacityMw": 0.01 }],
  ["a fleet that leaves no room", { "fleets.2.units": 3_000 }],
])("%s: counts the fleets for which the planner would look at others", (_, changes) => {
  const after = withValues(sites, changes);
  const [built, now] = [targets(sites), targets(after)];
  const different = now.filter((each, f) => each !== built[f]).length;
  expect(fleetsOff(after)).toEqual({ off: different, master: different === 0 ? "All hold" : "See below" });
});
