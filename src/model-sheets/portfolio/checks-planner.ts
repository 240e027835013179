import type { AlternativeRows, ByMonth, CompanyPlan } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { Check } from "./checks-row";
import type { Report } from "./summary-grid";

const KIND = "Planner, as of build";

/** Lines of the Model sheet for each fleet's chosen alternative. */
const FLEET_ROWS: Readonly<Record<string, { readonly row: keyof AlternativeRows; readonly label: string; readonly unit: string }>> = {
  Revenue: { row: "revenueUsd", label: "Revenue", unit: "$" },
  Power: { row: "powerUsd", label: "Power", unit: "$" },
  Repairs: { row: "repairsUsd", label: "Repairs", unit: "$" },
  Switching: { row: "switchingUsd", label: "Switching", unit: "$" },
  Moving: { row: "movingUsd", label: "Moving", unit: "$" },
  Purchase: { row: "purchaseUsd", label: "Purchase", unit: "$" },
  Sales: { row: "salesUsd", label: "Sales", unit: "$" },
  Depreciation: { row: "depreciationUsd", label: "Depreciation", unit: "$" },
  Taxable: { row: "taxableUsd", label: "Taxable income", unit: "$" },
  Tax: { row: "taxUsd", label: "Tax", unit: "$" },
  PhDays: { row: "phDays", label: "PH-days", unit: "PH-days" },
  Kwh: { row: "energyKwh", label: "Energy", unit: "kWh" },
  Credit: { row: "creditUsd", label: "Credits", unit: "$" },
  ResaleForgone: { row: "resaleForgoneUsd", label: "Resale forgone", unit: "$" },
};

/** Lines of the Company sheet that have a sum. */
const COMPANY_ROWS: Readonly<Record<string, { readonly row: keyof CompanyPlan; readonly label: string; readonly unit: string }>> = {
  coSiteCosts: { row: "siteCostsUsd", label: "Site costs", unit: "$" },
  coOverhead: { row: "overheadUsd", label: "Overhead", unit: "$" },
  coHedges: { row: "hedgesUsd", label: "Hedges", unit: "$" },
  coEbitda: { row: "ebitdaUsd", label: "EBITDA", unit: "$" },
  coCredits: { row: "creditsUsd", label: "Demand response and resale", unit: "$" },
  coInterest: { row: "interestUsd", label: "Interest", unit: "$" },
  coPrincipal: { row: "principalUsd", label: "Principal repaid", unit: "$" },
  coTax: { row: "taxUsd", label: "Tax", unit: "$" },
  coFree: { row: "freeCashFlowUsd", label: "Free cash flow", unit: "$" },
  coMined: { row: "btcMined", label: "Bitcoin mined", unit: "BTC" },
  coSold: { row: "btcSold", label: "Bitcoin sold", unit: "BTC" },
  coProceeds: { row: "saleProceedsUsd", label: "Bitcoin sold, after the haircut", unit: "$" },
};

const LADDER = {
  fleet: { key: "coLadderFleet", label: "fleet" },
  beforeCredits: { key: "coLadderGross", label: "fleet before credits" },
  corporate: { key: "coLadderCorporate", label: "overhead" },
  financing: { key: "coLadderFinancing", label: "interest" },
  depreciation: { key: "coLadderDepreciation", label: "depreciation" },
  allIn: { key: "coLadderAllIn", label: "all in" },
} as const;

/** Checks against what the planner found when the workbook was built. */
export function plannerChecks({ plan: { fleets, sites, company } }: Report): Check[] {
  const words = (label: string, key: string, planner: string): Check => ({ kind: KIND, label, unit: "text", key, other: { planner }, within: "share" });
  const figure = (label: string, unit: string, format: string, key: string, planner: number | string | undefined, within: Check["within"] = unit === "$" ? "dollars" : "share"): Check =>
    ({ kind: KIND, label, unit, format, key, other: { planner }, within });
  const { againstKeep, ladder } = company;
  return [
    figure("NPV of the company", "$", FORMATS.usdCents, "coPresent", company.npvUsd),
    figure("NPV against keeping", "$", FORMATS.usdCents, "coExtraPresent", againstKeep.npvUsd),
    figure("Payback against keeping", "months", FORMATS.decimals, "coPayback", againstKeep.paybackMonths),
    figure("Return against keeping (IRR)", "a year", FORMATS.percent, "coIrr", againstKeep.irrAnnual, "rates"),
    figure("Received per dollar paid (MOIC)", "ratio", FORMATS.decimals, "coMoic", againstKeep.moic),
    figure("Runway", "months", FORMATS.whole, "coRunway", company.runwayMonths),
    figure("Lowest cash", "$", FORMATS.usdCents, "coCashLowest", company.cashUsd.reduce((a, b) => Math.min(a, b))),
    ...(Object.keys(LADDER) as (keyof typeof LADDER)[]).map((rung) =>
      figure(`Hashcost ladder: ${LADDER[rung].label}`, "$/PH/day", FORMATS.decimals, LADDER[rung].key, ladder[rung])),
    ...Object.entries(COMPANY_ROWS).map(([key, { row, label, unit }]) => figure(`Company: ${label}`, unit, FORMATS.usdCents, key, sum(company[row] as ByMonth))),
    ...sites.map(({ siteId, closes }, j) => figure(`Site ${siteId} closes (1 = yes)`, "flag", FORMATS.flag, `s${j + 1}Closes`, closes ? 1 : 0)),
    ...fleets.flatMap(({ fleetId, alternatives, chosen, runnerUp }, f) => {
      const own = `f${f + 1}`;
      const { rows } = alternatives[chosen]!;
      return [
        words(`${fleetId}: recommendation`, `${own}ChosenLabel`, alternatives[chosen]!.label),
        words(`${fleetId}: runner-up`, `${own}RunnerUpLabel`, runnerUp === undefined ? "none" : alternatives[runnerUp]!.label),
        ...Object.entries(FLEET_ROWS).map(([key, { row, label, unit }]) => figure(`${fleetId}: ${label}`, unit, FORMATS.usdCents, own + key, sum(rows[row]))),
        ...alternatives.flatMap(({ label, available, npvUsd, upgrade }, a) => {
          const it = `${own}a${a + 1}`;
          return [
            figure(`${fleetId}: ${label}, available (1 = yes)`, "flag", FORMATS.flag, `${it}Available`, available ? 1 : 0),
            ...(available ? [figure(`${fleetId}: ${label}, NPV`, "$", FORMATS.usdCents, `${it}Npv`, npvUsd)] : []),
            ...(upgrade ? [
              figure(`${fleetId}: ${label}, machines`, "machines", FORMATS.whole, `${it}Units`, upgrade.units),
              figure(`${fleetId}: ${label}, payback`, "months", FORMATS.decimals, `${it}Payback`, upgrade.paybackMonths),
              figure(`${fleetId}: ${label}, IRR`, "a year", FORMATS.percent, `${it}Irr`, upgrade.irrAnnual, "rates"),
              figure(`${fleetId}: ${label}, MOIC`, "ratio", FORMATS.decimals, `${it}Moic`, upgrade.moic),
              figure(`${fleetId}: ${label}, worth paying`, "$/TH", FORMATS.decimals, `${it}Worth`, upgrade.worthUsdTh),
            ] : []),
          ];
        }),
      ];
    }),
  ];
}

function sum(row: ByMonth): number {
  return row.reduce((all, each) => all + each, 0);
}
