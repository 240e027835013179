import { ALTERNATIVES, type Alternative, type ScenarioPlan } from "../planning";
import { FORMATS } from "./looks";
import { formula, headers, number, row, text, type Sources } from "./summary-cells";
import type { Cell } from "./workbook";

const OK = "OK";
const NOT_OK = "CHECK";
const INPUTS_CHANGED = "inputs changed";

/**
 * Checks of the workbook against itself by second routes, and against the planner's results as of the build (which
 * count only while no input was changed).
 * @param firstRow row of the block's header on the Summary sheet
 */
export function checkBlock(
  plan: ScenarioPlan, netPresentValues: Readonly<Record<Alternative, string>>, from: Sources, firstRow: number,
): { rows: (Cell | null)[][]; master: string } {
  const [changedRow, toleranceRow, usdToleranceRow] = [firstRow + 1, firstRow + 2, firstRow + 3];
  const changed = `$B$${changedRow}`;
  const usdClose = (at: number): string => `ABS(E${at})<=$B$${usdToleranceRow}`;
  const close = (at: number): string => `ABS(E${at})<=$B$${toleranceRow}*MAX(1,ABS(B${at}))`;
  const notAbove = (at: number): string => `E${at}<=$B$${toleranceRow}*MAX(1,ABS(B${at}))`;
  const link = (source: string, format: string): Cell => formula(source, "link", format);

  const list: { label: string; unit: string; format: string; workbook: Cell; other: Cell; holds: (at: number) => string; atBuild?: true }[] = [
    ...ALTERNATIVES.map((alternative) => ({
      label: `NPV of ${PHRASES[alternative]}: workbook, planner at build`, unit: "$", format: FORMATS.usdCents,
      workbook: formula(`=${netPresentValues[alternative]}`, "calculation", FORMATS.usdCents),
      other: number(plan.npvUsd[alternative], "atBuild", FORMATS.usdCents), holds: usdClose, atBuild: true as const,
    })),
    { label: "NPV of keeping: by factors, by NPV function", unit: "$", format: FORMATS.usdCents, workbook: formula(`=${netPresentValues.keep}`, "calculation", FORMATS.usdCents), other: link(from.model("keepNpvFunction"), FORMATS.usdCents), holds: usdClose },
    { label: "NPV of upgrading: by factors, by NPV function", unit: "$", format: FORMATS.usdCents, workbook: formula(`=${netPresentValues.upgrade}`, "calculation", FORMATS.usdCents), other: link(from.model("upNpvFunction"), FORMATS.usdCents), holds: usdClose },
    { label: "Mean hashprice: by difficulty, by network share", unit: "$/PH/day", format: FORMATS.decimals, workbook: link(from.model("hashprice"), FORMATS.decimals), other: link(from.model("hashpriceByShare"), FORMATS.decimals), holds: close },
    { label: "Blocks: by days, by height", unit: "blocks", format: FORMATS.whole, workbook: link(from.model("blocks"), FORMATS.whole), other: link(from.model("blocksByHeight"), FORMATS.whole), holds: close },
    { label: "Power drawn: not above the site's power", unit: "MW", format: FORMATS.decimals, workbook: link(from.model("powerDrawn"), FORMATS.decimals), other: link(from.model("siteMw"), FORMATS.decimals), holds: notAbove },
    { label: "Months: on the timeline, planned", unit: "months", format: FORMATS.whole, workbook: link(from.model("lastMonth"), FORMATS.whole), other: link(from.model("months"), FORMATS.whole), holds: close },
  ];
  const firstCheck = firstRow + 5;
  const statuses = `$F$${firstCheck}:$F$${firstCheck + list.length - 1}`;
  return {
    master: `=IF(COUNTIF(${statuses},"${OK}")+COUNTIF(${statuses},"${INPUTS_CHANGED}")=ROWS(${statuses}),"All hold","See below")`,
    rows: [
      headers("Checks", "Value", "Unit"),
      row(text("Inputs changed since the build"), link(from.changedCount, FORMATS.flag), text("figures", "unit")),
      row(text("Tolerance"), link(from.model("tolerance"), FORMATS.scientific), text("share", "unit")),
      row(text("Tolerance in dollars"), link(from.model("usdTolerance"), FORMATS.usdCents), text("$", "unit")),
      headers("Check", "Workbook", "Unit", "Compared with", "Difference", "Status"),
      ...list.map((check, i) => {
        const at = firstCheck + i;
        const verdict = `IF(${check.holds(at)},"${OK}","${NOT_OK}")`;
        return row(
          text(check.label), check.workbook, text(check.unit, "unit"), check.other,
          formula(`=B${at}-D${at}`, "calculation", check.format),
          formula(check.atBuild ? `=IF(${changed}>0,"${INPUTS_CHANGED}",${verdict})` : `=${verdict}`, "total"),
        );
      }),
    ],
  };
}

const PHRASES: Readonly<Record<Alternative, string>> = { keep: "keeping", upgrade: "upgrading", shutdown: "shutting down" };
