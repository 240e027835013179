import { FORMATS } from "../looks";
import { monthSumChecks } from "./checks-months";
import { planned } from "./checks-planned";
import type { Check } from "./checks-row";
import { companyChecks } from "./checks-planner-company";
import { fleetChecks } from "./checks-planner-fleets";
import type { Structure } from "./structure";
import type { Report } from "./summary-grid";

/** Checks against what the planner found when the workbook was built. */
export function plannerChecks(report: Report, structure: Structure): Check[] {
  const { insights, plan } = report;
  return [
    ...companyChecks(report, structure),
    ...insights.scenarios.map(({ scenarioId, plan: { months } }, k) =>
      planned(`Scenario ${scenarioId}: mean hashprice`, "$/PH/day", FORMATS.decimals, `m${k + 1}Hashprice`, months.reduce((sum, month) => sum + month.hashpriceUsdPhDay, 0) / months.length)),
    ...plan.sites.flatMap(({ siteId, closes, openUsd, closedUsd }, j) => [
      planned(`${siteId}: closes (1 = yes)`, "flag", FORMATS.flag, `s${j + 1}Closes`, closes ? 1 : 0),
      planned(`${siteId}: value if it stays open`, "$", FORMATS.usdCents, `s${j + 1}OpenUsd`, openUsd),
      planned(`${siteId}: value if it closes`, "$", FORMATS.usdCents, `s${j + 1}ClosedUsd`, closedUsd),
    ]),
    ...fleetChecks(report),
    ...monthSumChecks(report),
  ];
}
