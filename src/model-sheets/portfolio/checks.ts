import { FORMATS } from "../looks";
import type { Sheet } from "../workbook";
import { checkRow, COLUMNS, INFORMATION, MOVED, OK, TEXT_COLUMNS, type Check } from "./checks-row";
import { absoluteReference } from "../address";
import { plannerChecks } from "./checks-planner";
import { routeChecks } from "./checks-second-routes";
import type { Structure } from "./structure";
import { calculated, Grid, headers, link, stamped, text, type Report } from "./summary-grid";

export const ALL_HOLD = "All hold";

const ROWS = { master: 4, all: 5, failing: 6, changed: 7, dollars: 8, share: 9, rates: 10, first: 13 } as const;

/** The cell that says whether all checks hold, of the sheet with this name. */
export function masterCheck(name: string): string {
  return absoluteReference({ sheet: name, address: `C${ROWS.master}` });
}

/** Every check in a row, and one cell that says whether all hold. @param shown those of the sheets that people print */
export function checksSheet(report: Report, structure: Structure, shown: readonly Check[], name: string): Sheet {
  const { book, insights: { hourlyChecks } } = report;
  const checks: readonly Check[] = [...routeChecks(report), ...shown, ...plannerChecks(report, structure)];
  const grid = new Grid(COLUMNS.length);
  grid.add(text("Checks", "title"));
  grid.add(text("The workbook against itself by second routes, and against the planner's results as of build, which count only while no input has changed.", "remark"));
  grid.add(...headers(["Result", "", "Value", "Unit", "", "", "", ""], TEXT_COLUMNS));
  const statuses = `$H$${ROWS.first}:$H$${ROWS.first - 1 + checks.length + hourlyChecks.length}`;
  const silent = `COUNTIF(${statuses},"${MOVED}")-COUNTIF(${statuses},"${INFORMATION}")`;
  grid.add(text("Master check"), null, calculated(`=IF($C$${ROWS.failing}=0,"${ALL_HOLD}","See below")`, undefined, "total"), text("text", "unit"));
  grid.add(text("Checks that count now"), null, calculated(`=ROWS(${statuses})-${silent}`, FORMATS.flag), text("checks", "unit"));
  grid.add(text("Of them, that do not hold"), null, calculated(`=$C$${ROWS.all}-COUNTIF(${statuses},"${OK}")`, FORMATS.flag), text("checks", "unit"));
  grid.add(text("Inputs changed since the build"), null, link(book.reference("inputsChanged"), FORMATS.flag), text("figures", "unit"));
  grid.add(text("Tolerance in dollars"), null, link(book.reference("rtTolerance"), FORMATS.usdCents), text("$", "unit"));
  grid.add(text("Tolerance of other figures"), null, link(book.reference("tolerance"), FORMATS.scientific), text("share", "unit"));
  grid.add(text("Tolerance of rates of return, which spreadsheets search for"), null, calculated(`=SQRT($C$${ROWS.share})`, FORMATS.scientific), text("share", "unit"));
  grid.add();
  grid.add(...headers(COLUMNS, TEXT_COLUMNS));
  for (const check of checks) grid.add(...checkRow(check, grid.next, book, ROWS));
  for (const { fleetId, binsUsd, hourByHourUsd, minHoursOff } of hourlyChecks) {
    const row = grid.next;
    const label = `Curtailing ${fleetId}, NPV: by bins of hours, hour by hour${minHoursOff > 0 ? ` with stops of ${minHoursOff} h at least` : ""}`;
    grid.add(
      text("As of build"), text(label), stamped(binsUsd, FORMATS.usd), text("$", "unit"), stamped(hourByHourUsd, FORMATS.usd),
      calculated(`=IF(E${row}=0,0,C${row}/E${row}-1)`, FORMATS.percent), text("share", "unit"), text(INFORMATION, "totalText"),
    );
  }
  const red = { fontColor: "#9C0006", fillColor: "#FFC7CE", bold: true } as const;
  return {
    name, rows: grid.rows, tabColor: "#9C0006", columnWidths: [115, 330, 105, 80, 105, 90, 80, 105], freeze: { rows: 3, columns: 0 }, orientation: "landscape", charts: [],
    conditionalFormats: [
      { address: `C${ROWS.master}`, formula: `=$C$${ROWS.failing}<>0`, ...red },
      { address: `H${ROWS.first}:H${grid.next - 1}`, formula: `=IF(ISERROR($H${ROWS.first}),TRUE,AND($H${ROWS.first}<>"${OK}",$H${ROWS.first}<>"${MOVED}",$H${ROWS.first}<>"${INFORMATION}"))`, ...red },
    ],
  };
}
