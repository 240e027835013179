import type { Cell, Sheet } from "../../../src/model-sheets";
import { linesOf, summaryWidths } from "../../../src/model-sheets/portfolio/summary-decisions";
import { FACTS, NAMES, reader, reportWorkbook, rowNumber, withCell } from "./support/report";
import { sample } from "./support/samples";

const report = reportWorkbook(sample("portfolio-three-sites"));
const { workbook, plan, insights, portfolio } = report;
const sheet = (name: string): Sheet => workbook.sheets.find((each) => each.name === name)!;
const textOf = (cell: Cell | null | undefined): string => (typeof cell?.content === "string" ? cell.content : "");
const built = reader(report, workbook);

describe("Summary", () => {
  const summary = sheet(NAMES.summary);

  test("is one landscape page with three charts of cells that hold figures", () => {
    expect([summary.orientation, summary.fitToOnePage, summary.charts.map(({ kind }) => kind)]).toEqual(["landscape", true, ["line", "bar", "column"]]);
    for (const { series } of summary.charts) {
      for (const { values } of series) {
        const [from, to] = values.address.split(":") as [string, string];
        expect([from, to].map((address) => typeof built.cell(values.sheet, address))).toEqual(["number", "number"]);
      }
    }
  });

  test("has a row for each fleet: what to do, what it is worth, what would turn it", () => {
    const header = rowNumber(summary, 0, "Fleet");
    plan.fleets.forEach(({ fleetId, alternatives, chosen, runnerUp }, f) => {
      const at = header + 1 + f;
      const read = (column: string): unknown => built.cell(NAMES.summary, `${column}${at}`);
      expect([read("A"), read("C"), read("F")]).toEqual([fleetId, alternatives[chosen]!.label, alternatives[runnerUp!]!.label]);
      expect(read("D")).toBeCloseTo(alternatives[chosen]!.npvUsd, 2);
      expect(read("E")).toBeCloseTo(alternatives[chosen]!.npvUsd - alternatives[0]!.npvUsd, 2);
      const [flip] = insights.fleets[f]!.flips;
      expect(read("H")).toContain(flip ? flip.input : "none");
    });
  });

  test("columns are wide enough for any alternative's name", () => {
    const labels = plan.fleets.flatMap(({ alternatives }) => alternatives.map(({ label }) => label.length));
    expect(summaryWidths({ portfolio, plan, insights, book: report.book })[2]).toBeGreaterThan(5.5 * Math.max(...labels));
  });

  test("says when inputs have changed since the build", () => {
    const status = rowNumber(summary, 0, "Market scenario");
    expect(built.cell(NAMES.summary, `H${status}`)).toBe("as built");
    const changed = reader(report, withCell(report, "finance.overheadUsdMonth", () => 1));
    expect([changed.cell(NAMES.summary, `G${status}`), changed.cell(NAMES.summary, `H${status}`)]).toEqual([1, "inputs changed: build again"]);
  });
});

describe("Scenarios", () => {
  const scenarios = sheet(NAMES.scenarios);
  const npvRow = rowNumber(scenarios, 0, "Net present value of free cash flow");
  const [LIVE, BUILT, DIFFERENCE] = ["C", "D", "E"];

  test("every scenario stands beside the live column, which follows the one that is picked", () => {
    for (const { scenarioId, plan: other } of insights.scenarios) {
      const { cell } = reader(report, withCell(report, "market.scenarioId", () => scenarioId));
      expect(cell(NAMES.scenarios, `${LIVE}${npvRow}`)).toBeCloseTo(other.company.npvUsd, 2);
      expect(cell(NAMES.scenarios, `${BUILT}${npvRow}`)).toBe(other.company.npvUsd);
      const differences = scenarios.rows.flatMap((row, r) => (row[4]?.look === "calculation" ? [cell(NAMES.scenarios, `${DIFFERENCE}${r + 1}`)] : []));
      expect(new Set(differences)).toEqual(new Set([0]));
    }
  });

  test("what is of the build says so once inputs have changed", () => {
    const row = rowNumber(scenarios, 0, "Inputs changed since the build");
    expect(built.cell(NAMES.scenarios, `D${row}`)).toBe("as built");
    const changed = reader(report, withCell(report, "finance.discountRateAnnual", () => 0.5));
    expect(changed.cell(NAMES.scenarios, `D${row}`)).toBe("inputs changed since the build");
    expect(changed.cell(NAMES.scenarios, `${DIFFERENCE}${npvRow}`)).not.toBe(0);
  });
});

test("the Cover says from what and by what the workbook was made, lists the sheets, and does not advise", () => {
  const { start } = portfolio.market;
  const texts = sheet(NAMES.cover).rows.flat().map(textOf).join("\n");
  const others = Object.values<string>({ ...NAMES }).filter((name) => name !== NAMES.cover);
  for (const part of [portfolio.name, start.date, start.source, FACTS.engineVersion, FACTS.builtAt, FACTS.inputsHash, FACTS.catalogVersion, "It does not advise", ...others]) expect(texts).toContain(part);
});

test("the Log has a row for each action", () => {
  expect(sheet(NAMES.log).rows.at(-1)!.map(textOf)).toEqual(["2026-09-30 14:05:12 UTC", "Planned", FACTS.inputsHash]);
});

test("long sentences are broken between words", () => {
  expect(linesOf("one two three", 8)).toEqual(["one two", "three"]);
});
