import type { AlternativeRows } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import { planned, plannedText, sum } from "./checks-planned";
import type { Check } from "./checks-row";
import type { Report } from "./summary-grid";

/** Lines of each fleet's chosen alternative, by the end of their keys. */
const ROWS: readonly { readonly key: string; readonly row: keyof AlternativeRows; readonly label: string; readonly unit: string }[] = [
  { key: "Revenue", row: "revenueUsd", label: "revenue", unit: "$" },
  { key: "Power", row: "powerUsd", label: "power", unit: "$" },
  { key: "Repairs", row: "repairsUsd", label: "repairs", unit: "$" },
  { key: "Switching", row: "switchingUsd", label: "stops and restarts", unit: "$" },
  { key: "Moving", row: "movingUsd", label: "moving", unit: "$" },
  { key: "Purchase", row: "purchaseUsd", label: "machines bought", unit: "$" },
  { key: "Sales", row: "salesUsd", label: "machines sold", unit: "$" },
  { key: "Depreciation", row: "depreciationUsd", label: "depreciation", unit: "$" },
  { key: "Taxable", row: "taxableUsd", label: "taxable", unit: "$" },
  { key: "Tax", row: "taxUsd", label: "tax", unit: "$" },
  { key: "PhDays", row: "phDays", label: "PH-days", unit: "PH-days" },
  { key: "Kwh", row: "energyKwh", label: "energy", unit: "kWh" },
  { key: "Credit", row: "creditUsd", label: "demand-response credit", unit: "$" },
  { key: "ResaleForgone", row: "resaleForgoneUsd", label: "resale forgone", unit: "$" },
];

/** What each fleet takes, what each alternative is worth, and the sums of what is chosen. */
export function fleetChecks({ plan: { fleets } }: Report): Check[] {
  return fleets.flatMap(({ fleetId, slotMw, alternatives, chosen, runnerUp }, f) => {
    const own = `f${f + 1}`;
    const best = alternatives[chosen]!;
    const next = runnerUp === undefined ? undefined : alternatives[runnerUp];
    return [
      plannedText(`${fleetId}: recommendation`, `${own}ChosenLabel`, best.label),
      planned(`${fleetId}: recommendation over keeping`, "$", FORMATS.usdCents, `coOver${f + 1}`, best.npvUsd - alternatives[0]!.npvUsd),
      ...(next ? [
        plannedText(`${fleetId}: runner-up`, `${own}RunnerUpLabel`, next.label),
        planned(`${fleetId}: recommendation over the runner-up`, "$", FORMATS.usdCents, `coLead${f + 1}`, best.npvUsd - next.npvUsd),
      ] : []),
      planned(`${fleetId}: power at the meter in month 1`, "MW", FORMATS.decimals, `${own}SlotMw`, slotMw),
      ...ROWS.map(({ key, row, label, unit }) => planned(`${fleetId}: ${label}, chosen`, unit, FORMATS.usdCents, own + key, sum(best.rows[row]))),
      ...alternatives.flatMap((alternative, a): Check[] => {
        const it = `${own}a${a + 1}`;
        const { label, available, npvUsd, usdPerMwYear, upgrade } = alternative;
        const of = (text: string): string => `${fleetId}, ${label}: ${text}`;
        return [
          plannedText(of("name"), `${it}Label`, label),
          planned(of("available (1 = yes)"), "flag", FORMATS.flag, `${it}Available`, available ? 1 : 0),
          ...(available ? [planned(of("NPV"), "$", FORMATS.usdCents, `${it}Npv`, npvUsd)] : []),
          ...(available && slotMw > 0 ? [planned(of("value of a MW in a year"), "$/MW-year", FORMATS.usd, `${it}MwYear`, usdPerMwYear)] : []),
          ...(upgrade ? [
            planned(of("machines"), "machines", FORMATS.whole, `${it}Units`, upgrade.units),
            planned(of("payback"), "months", FORMATS.decimals, `${it}Payback`, upgrade.paybackMonths),
            planned(of("IRR"), "a year", FORMATS.percent, `${it}Irr`, upgrade.irrAnnual, "rates"),
            planned(of("MOIC"), "ratio", FORMATS.decimals, `${it}Moic`, upgrade.moic),
            planned(of("price worth paying"), "$/TH", FORMATS.decimals, `${it}Worth`, upgrade.worthUsdTh),
          ] : []),
        ];
      }),
    ];
  });
}
