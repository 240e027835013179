import { ALTERNATIVES, type Alternative, type ScenarioPlan } from "../planning";
import { columnName, sheetReference } from "./address";
import { checkBlock } from "./check-block";
import type { InputsSheet } from "./inputs-sheet";
import { START_COLUMN } from "./lines";
import { ALTERNATIVE_COLORS, FORMATS } from "./looks";
import type { ModelSheet } from "./model-sheet";
import { formula, headers, number, row, SUMMARY_COLUMNS, text, type Sources } from "./summary-cells";
import type { Cell, Chart, Sheet, SheetRange } from "./workbook";

const NAMES: Readonly<Record<Alternative, string>> = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" };
/** Prefix of an alternative's lines on the Model sheet. */
const OWN: Readonly<Record<Alternative, string>> = { keep: "keep", upgrade: "up", shutdown: "shut" };

// Row numbers as the formulas below name them.
const BEST = 6;
const RUNNER_UP = 7;
const FIRST_ALTERNATIVE = 12;
const LAST_ALTERNATIVE = FIRST_ALTERNATIVE + ALTERNATIVES.length - 1;
const CHART_FROM = 27;
const CHART_TO = 44;
const CHECKS_FROM = 46;

/** One page for the reader: what to do, the values behind it, key figures, a chart, and whether the checks hold. */
export function summarySheet(plan: ScenarioPlan, inputs: InputsSheet, model: ModelSheet, name: string): Sheet {
  const modelName = sheetReference(model.sheet.name);
  const from: Sources = {
    model: (key) => `=${modelName}!$B$${model.positions.rowOf(key)}`,
    modelStart: (key) => `=${modelName}!$${columnName(START_COLUMN)}$${model.positions.rowOf(key)}`,
    changedCount: `=${inputs.changedCount}`,
  };
  const netPresentValues = Object.fromEntries(ALTERNATIVES.map((alternative, i) => [alternative, `$B$${FIRST_ALTERNATIVE + i}`])) as Record<Alternative, string>;
  const checks = checkBlock(plan, netPresentValues, from, CHECKS_FROM);
  const rows = [
    row(text("Scenario summary", "title")),
    row(text("Net present values of three alternatives under the assumptions of the Inputs sheet. Revenue is positive, costs are negative.", "remark")),
    row(formula(`=B${BEST}&" has the highest value of the three; next is "&LOWER(B${RUNNER_UP})&"."`, "decision")),
    row(),
    headers("Decision", "Result", "Unit", "Rank"),
    row(text("Recommendation"), formula(byRank("A", BEST), "total"), text("text", "unit"), number(1)),
    row(text("Runner-up"), formula(byRank("A", RUNNER_UP), "calculation"), text("text", "unit"), number(2)),
    row(text("Lead over the runner-up"), formula(`${byRank("B", BEST)}-${byRank("B", RUNNER_UP).slice(1)}`, "calculation", FORMATS.usd), text("$", "unit")),
    row(text("Checks"), formula(checks.master, "total"), text("text", "unit")),
    row(),
    headers("Alternative", "Net present value", "Unit", "Rank", "Start cash ($)", "Undiscounted ($)"),
    ...ALTERNATIVES.map((alternative, i) => alternativeRow(alternative, FIRST_ALTERNATIVE + i, from)),
    row(),
    headers("Key figures", "Value", "Unit"),
    keyFigure("Fleet", from.model("keepMachine"), "name"),
    keyFigure("Candidate", from.model("upMachine"), "name"),
    keyFigure("Payback of the upgrade", from.model("payback"), "months", FORMATS.decimals, "Of undiscounted cash; the chart is discounted"),
    keyFigure("Payback counted against", from.model("against"), "text"),
    keyFigure("Hashprice on the start date", from.modelStart("hashprice"), "$/PH/day", FORMATS.decimals),
    keyFigure("Power price", from.model("powerPrice"), "$/kWh", FORMATS.usdKwh),
    keyFigure("Breakeven power price, fleet", from.model("keepBreakeven"), "$/kWh", FORMATS.usdKwh),
    keyFigure("Breakeven power price, candidate", from.model("upBreakeven"), "$/kWh", FORMATS.usdKwh),
    row(),
    headers("Cumulative present value by month"),
    ...Array.from({ length: CHECKS_FROM - CHART_FROM }, () => row()),
    ...checks.rows,
  ];
  return {
    name, rows, tabColor: "#00702E", columnWidths: [250, 165, 85, 120, 115, 125], freeze: { rows: 0, columns: 0 }, orientation: "portrait",
    charts: [cumulativeChart(model)],
  };
}

/** The cell of the alternatives' table, in `column`, whose rank stands in column D of `rankRow`. */
function byRank(column: string, rankRow: number): string {
  const part = (of: string): string => `$${of}$${FIRST_ALTERNATIVE}:$${of}$${LAST_ALTERNATIVE}`;
  return `=INDEX(${part(column)},MATCH($D$${rankRow},${part("D")},0))`;
}

function alternativeRow(alternative: Alternative, at: number, from: Sources): (Cell | null)[] {
  const own = OWN[alternative];
  const values = `$B$${FIRST_ALTERNATIVE}:$B$${LAST_ALTERNATIVE}`;
  return row(
    text(NAMES[alternative]),
    formula(from.model(`${own}Present`), "link", FORMATS.usd),
    text("$", "unit"),
    // Of two equal values the one further up ranks first.
    formula(`=RANK(B${at},${values})+COUNTIF($B$${FIRST_ALTERNATIVE}:B${at},B${at})-1`, "calculation", FORMATS.flag),
    formula(from.modelStart(`${own}Cash`), "link", FORMATS.usd),
    formula(from.model(`${own}Cash`), "link", FORMATS.usd),
  );
}

function keyFigure(label: string, source: string, unit: string, format?: string, note?: string): (Cell | null)[] {
  return row(text(label), formula(source, "link", format), text(unit, "unit"), note === undefined ? null : text(note, "note"));
}

function cumulativeChart({ sheet, positions }: ModelSheet): Chart {
  const last = columnName(positions.lastColumn);
  const start = columnName(START_COLUMN);
  const range = (key: string): SheetRange => ({ sheet: sheet.name, address: `${start}${positions.rowOf(key)}:${last}${positions.rowOf(key)}` });
  return {
    kind: "line",
    name: "Cumulative present value",
    title: "Cumulative present value ($)",
    categories: range("month"),
    series: ALTERNATIVES.map((alternative) => ({ name: NAMES[alternative], values: range(`${OWN[alternative]}Cumulative`), color: ALTERNATIVE_COLORS[alternative] })),
    categoryTitle: "Month",
    valueTitle: "$",
    valueFormat: "#,##0",
    topLeft: `A${CHART_FROM}`,
    bottomRight: `${columnName(SUMMARY_COLUMNS - 1)}${CHART_TO}`,
  };
}
