import { ALTERNATIVES, type Alternative, type ScenarioPlan } from "../planning";
import { FORMATS } from "./looks";
import { formula, headers, number, row, text, type Sources } from "./summary-cells";
import type { Cell } from "./workbook";

const OK = "OK";
const NOT_OK = "CHECK";
const INPUTS_CHANGED = "inputs changed";
const PHRASES: Readonly<Record<Alternative, string>> = { keep: "keeping", upgrade: "upgrading", shutdown: "shutting down" };

interface Check {
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  readonly workbook: Cell;
  readonly other: Cell;
  /** the condition, for the row where the check stands */
  readonly holds: (row: number) => string;
  /** compares with a result of the build, which says nothing once inputs have changed */
  readonly atBuild?: true;
}

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

  const own = (alternative: Alternative): Cell => formula(`=${netPresentValues[alternative]}`, "calculation", FORMATS.usdCents);
  const twoLines = (label: string, unit: string, format: string, key: string, otherKey: string, holds: Check["holds"]): Check => ({
    label, unit, format, workbook: link(from.model(key), format), other: link(from.model(otherKey), format), holds,
  });
  const byFunction = (label: string, alternative: Alternative, key: string): Check => ({
    label, unit: "$", format: FORMATS.usdCents, workbook: own(alternative), other: link(from.model(key), FORMATS.usdCents), holds: usdClose,
  });
  const list: Check[] = [
    ...ALTERNATIVES.map((alternative): Check => ({
      label: `NPV of ${PHRASES[alternative]}: workbook, planner at build`, unit: "$", format: FORMATS.usdCents,
      workbook: own(alternative), other: number(plan.npvUsd[alternative], "atBuild", FORMATS.usdCents), holds: usdClose, atBuild: true,
    })),
    byFunction("NPV of keeping: by factors, by NPV function", "keep", "keepNpvFunction"),
    byFunction("NPV of upgrading: by factors, by NPV function", "upgrade", "upNpvFunction"),
    twoLines("Mean hashprice: by difficulty, by network share", "$/PH/day", FORMATS.decimals, "hashprice", "hashpriceByShare", close),
    twoLines("Blocks: by days, by height", "blocks", FORMATS.whole, "blocks", "blocksByHeight", close),
    twoLines("Power drawn: not above the site's power", "MW", FORMATS.decimals, "powerDrawn", "siteMw", notAbove),
    twoLines("Machines that run: not fewer than a plan needs", "machines", FORMATS.whole, "fewestUnits", "leastMachines", (at) => `B${at}>=D${at}`),
    twoLines("Months: on the timeline, planned", "months", FORMATS.whole, "lastMonth", "months", close),
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
