import { calculateWorkbook, columnName, type Workbook } from "../../../src/model-sheets";
import { textOf } from "../../../src/model-sheets/sheet-functions";
import type { Portfolio } from "../../../src/planning/portfolio";
import { workbookFile } from "../../../src/xlsx";
import { openInLibreOffice, type RecalculatedFile } from "../../xlsx/support/recalculate";
import { withInputs, withValues } from "./support/changed-inputs";
import { readingOf } from "./support/reading";
import { differences } from "./support/same-as-plan";
import { built, planned, sample, stress } from "./support/samples";

// The file in an engine that shares nothing with the planner, as built and after somebody has typed into Inputs.

const threeSites = withValues(sample("portfolio-three-sites"), { "market.scenarioId": "steady growth", "priceSeries.0.csvFile": undefined });
const s19 = sample("portfolio-20mw-s19");
const leveraged = sample("portfolio-leveraged");
const supply = stress("supply");
const short: Portfolio = { ...s19, horizonMonths: 1 };
const long: Portfolio = { ...s19, horizonMonths: 120, market: { ...s19.market, scenarios: s19.market.scenarios.filter(({ btcPrice }) => btcPrice.kind === "growth") } };

const cases: readonly { readonly name: string; readonly before: Portfolio; readonly after: Portfolio }[] = [
  {
    name: "three sites after many changes", before: threeSites, after: withValues(threeSites, {
      "market.scenarios.3.btcPrice.growthMonthly": 0.03, "contracts.0.energy.priceUsdKwh": 0.055, "contracts.0.energy.takeOrPayShare": 0.3, "contracts.2.energy.capUsdKwh": 0.2, "contracts.1.firstMonth": 20,
      "fleets.2.units": 8_000, "fleets.3.state": "idle", "sites.1.uptime": 0.9, "candidates.0.priceUsdTh": 4, "candidates.2.availableUnits": undefined, "finance.depreciationYears": 7, "finance.discountRateAnnual": 0.2,
    }),
  },
  { name: "settings, ten years, another scenario", before: long, after: withValues(long, { "market.scenarioId": "flat", "contracts.0.energy.priceUsdKwh": 0.07 }) },
  { name: "time of use", before: leveraged, after: withValues(leveraged, { "contracts.0.energy.periods.0.priceUsdKwh": 0.2 }) },
  {
    name: "own machines whose settings change places", before: supply,
    after: withValues(supply, { "machines.0.settings.2.powerW": 1_500, "machines.0.settings.1.powerW": 2_600, "machines.1.settings.0.powerW": 3_500, "machines.1.settings.0.hashrateThs": 130 }),
  },
  { name: "one month", before: short, after: short },
];
const workbooks = cases.map(({ before, after }) => {
  const book = built(before);
  const { sheets } = withInputs(book.sheets, before, after);
  // Without number formats: LibreOffice writes dates and percent as they look.
  const plain = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell ? { content: cell.content, look: cell.look } : null))) }));
  return { book, workbook: { sheets: plain, activeSheet: "Model" } satisfies Workbook };
});
let files: RecalculatedFile[];
beforeAll(async () => {
  const bytes = await Promise.all(workbooks.map(({ workbook }) => workbookFile(workbook, { title: "test", madeAt: new Date("2026-08-21T00:00:00Z"), valueOf: calculateWorkbook(workbook) })));
  files = openInLibreOffice(workbooks.map(({ workbook }, i) => ({ bytes: bytes[i]!, sheets: workbook.sheets.map(({ name }) => name) })));
}, 600_000);

describe.each(cases.map((each, i) => ({ ...each, i })))("$name, calculated by LibreOffice", ({ before, after, i }) => {
  const cell = (sheet: string, row: number, column: number): string => files[i]!.get(sheet)![row - 1]?.[column] ?? "";

  test("every figure is the plan's", () => {
    const { book, workbook } = workbooks[i]!;
    expect(differences(after, planned(after), readingOf(book.book, workbook.sheets, cell), book.book)).toEqual([]);
    expect(Number(cell("AtBuild", 3, 1))).toBe(before === after ? 0 : withInputs(book.sheets, before, after).changed);
  });

  test("every cell is what the add-in computes", () => {
    const { workbook } = workbooks[i]!;
    const valueOf = calculateWorkbook(workbook);
    const different: string[] = [];
    for (const { name, rows } of workbook.sheets) {
      rows.forEach((row, r) => {
        const figures = row.map((each, c) => (typeof each?.content === "object" ? valueOf(name, `${columnName(c)}${r + 1}`) : undefined));
        // A line is as exact as its largest figure; of dollars a ten-thousandth of a cent is nothing.
        const largest = Math.max(row[2]?.content === "$" ? 1e3 : 1e-3, ...figures.map((value) => (typeof value === "number" && Math.abs(value) < 1e200 ? Math.abs(value) : 0)));
        figures.forEach((ours, c) => {
          if (ours === undefined) return;
          const theirs = cell(name, r + 1, c);
          const same = typeof ours === "number" ? Math.abs(ours - Number(theirs)) <= 1e-9 * Math.max(largest, Math.abs(ours)) : textOf(ours) === theirs;
          if (!same) different.push(`${name}!${columnName(c)}${r + 1}: ${String(ours)}, LibreOffice ${theirs}`);
        });
      });
    }
    expect(different).toEqual([]);
  });
});
