import { FORMATS } from "../looks";
import type { Sheet } from "../workbook";
import { ALL_HOLD } from "./checks";
import { breakevenMachines } from "./company-breakeven";
import type { Structure } from "./structure";
import { summaryCharts } from "./summary-charts";
import { decisionRows, summaryWidths } from "./summary-decisions";
import { HEADLINES, LADDER, planFigures, type Figure } from "./summary-figures";
import { calculated, Grid, link, text, type Report } from "./summary-grid";

/** Rows of a page as wide as the columns are together; charts take what the tables leave. */
const POINTS_PER_ROW = 15;
const PAGE_RATIO = 0.72;
const [FEWEST_CHART_ROWS, MOST_CHART_ROWS] = [14, 22];
/** Lest bars go without their names. */
const ROWS_PER_BAR = 2;
const LAST_COLUMN = "H";
/** Columns of the two blocks of figures and of their values. */
const [LEFT, LEFT_VALUE, RIGHT, RIGHT_VALUE] = [0, 2, 4, 6];

/** One page for investors: what each fleet should do, what the plan is worth, what it costs, and whether the checks hold. */
export function summarySheet(report: Report, structure: Structure, masterCheck: string, name: string): Sheet {
  const { book, portfolio } = report;
  const widths = summaryWidths(report);
  const grid = new Grid(widths.length);
  grid.add(text(portfolio.name, "title"));
  grid.add(text(`Plan over ${portfolio.horizonMonths} months from ${portfolio.market.start.date}, in US dollars. Revenue is positive, costs are negative. Texts in grey italics are as of build.`, "remark"));
  const status = grid.add(
    text("Market scenario"), link(book.reference("market.scenarioId"), undefined, "linkText"), text("Checks"), link(masterCheck, undefined, "linkText"),
    text("Inputs changed since the build"), null, link(book.reference("inputsChanged"), FORMATS.flag),
  );
  grid.put(status, 7, calculated(`=IF($G$${status}>0,"inputs changed: build again","as built")`, undefined, "totalText"));
  grid.add();
  grid.add(...HEADLINES.map(({ label }) => text(label, "remark")));
  const headline = grid.add();
  grid.add();
  decisionRows(grid, report);
  grid.add();
  const first = 1 + grid.add(...["The plan", "", "", "", "Cost of a petahash-day over the plan", "", "", ""].map((title) => text(title, "heading")));
  const figures = planFigures(portfolio);
  figureRows(grid, report, first, LEFT, LEFT_VALUE, figures);
  figureRows(grid, report, first, RIGHT, RIGHT_VALUE, LADDER);
  const breakeven = first + LADDER.length;
  for (let column = RIGHT; column < widths.length; column++) grid.put(breakeven, column, text(column === RIGHT ? "Breakeven power price at the hashprice of month 1" : "", "heading"));
  const machines = breakevenMachines(structure);
  figureRows(grid, report, breakeven + 1, RIGHT, RIGHT_VALUE, machines.map(({ key, label }) => ({ key, label, unit: "$/kWh", format: FORMATS.usdKwh })));
  // The headlines repeat figures of this page, so they are formulas and no links.
  grid.put(headline, 0, ...HEADLINES.map(({ key, format }) => {
    const left = figures.findIndex((figure) => figure.key === key);
    return calculated(left >= 0 ? `=$C$${first + left}` : `=$G$${first + LADDER.findIndex((rung) => rung.key === key)}`, format, "headline");
  }));
  grid.add();
  const chartsFrom = grid.next;
  const page = Math.floor((widths.reduce((a, b) => a + b) * PAGE_RATIO) / POINTS_PER_ROW);
  const chartRows = Math.min(MOST_CHART_ROWS, Math.max(FEWEST_CHART_ROWS, ROWS_PER_BAR * machines.length, page - chartsFrom));
  for (let i = 0; i < chartRows; i++) grid.add();
  return {
    name, rows: grid.rows, tabColor: "#00702E", columnWidths: widths, freeze: { rows: 0, columns: 0 }, orientation: "landscape", fitToOnePage: true, printArea: `A1:${LAST_COLUMN}${grid.next - 1}`,
    charts: summaryCharts(report, name, { from: chartsFrom, to: grid.next - 1, ladder: [first, breakeven - 1], breakeven: [breakeven + 1, breakeven + machines.length] }),
    conditionalFormats: [{ address: `D${status}`, formula: `=$D$${status}<>"${ALL_HOLD}"`, fontColor: "#9C0006", fillColor: "#FFC7CE", bold: true }],
  };
}

/** Figures below each other: label, value, unit. */
function figureRows(grid: Grid, { book }: Report, first: number, column: number, valueColumn: number, list: readonly Figure[]): void {
  list.forEach(({ key, label, unit, format }, i) => {
    grid.put(first + i, column, text(label));
    grid.put(first + i, valueColumn, link(book.reference(key), format), text(unit, "unit"));
  });
}
