import type { Formula, Workbook } from "../../../src/model-sheets";
import { ALL_HOLD } from "../../../src/model-sheets/portfolio/checks";
import { withValues } from "./support/changed-inputs";
import { NAMES, reader, reportWorkbook, rowNumber, withCell, type ReportWorkbook } from "./support/report";
import { sample, SAMPLES, stress } from "./support/samples";

const report = reportWorkbook(sample("portfolio-leveraged"));
const checksOf = ({ workbook }: ReportWorkbook): Workbook["sheets"][number] => workbook.sheets.find(({ name }) => name === NAMES.checks)!;
const STATUS = "H";

/** What the master check reads, and what each check that counts for nothing or does not hold says. */
function verdict(of: ReportWorkbook, workbook: Workbook): { readonly master: unknown; readonly notOk: readonly string[] } {
  const sheet = checksOf(of);
  const { cell } = reader(of, workbook);
  // In a spreadsheet a formula without a result shows an error, and so does what reads it.
  const shown = (address: string): unknown => {
    try {
      return cell(NAMES.checks, address);
    } catch {
      return "error";
    }
  };
  const statuses = sheet.rows.flatMap((row, r) => (row[7]?.look === "total" && typeof row[7].content === "object" ? [[row[1]!.content as string, String(shown(`${STATUS}${r + 1}`))] as const] : []));
  return { master: shown(`C${rowNumber(sheet, 0, "Master check")}`), notOk: statuses.filter(([, status]) => status !== "OK").map(([label, status]) => `${label}: ${status}`) };
}

const spoilt = ({ content }: { readonly content: unknown }): Formula => ({ formula: `=1+(${(content as Formula).formula.slice(1)})*1.01` });

test.each(SAMPLES)("%s: all checks hold", (name) => {
  const built = name === "portfolio-leveraged" ? report : reportWorkbook(sample(name));
  expect(verdict(built, built.workbook)).toEqual({ master: ALL_HOLD, notOk: [] });
});

test.each(["hosting", "sites", "supply"])("%s, a portfolio made to be awkward: all checks hold", (name) => {
  const built = reportWorkbook(stress(name));
  expect(verdict(built, built.workbook)).toEqual({ master: ALL_HOLD, notOk: [] });
});

test.each<[string, number | undefined]>([
  ["f1a1Revenue", 3], ["f1a1Power", 5], ["f2Age", 7], ["f1Working", undefined], ["f1a2Energy", 2], ["f2a3Cash", 4], ["f1ResaleTh", 0], ["f1Chosen", undefined], ["totalSales", 0], ["totalTaxable", 6],
  ["btcPrice", 4], ["discountFactor", 9], ["s1Pue", 6], ["s1MachineW", 4], ["f1Slot", 2], ["m2BtcPrice", 5],
  ["coEbitda", 3], ["coOverhead", 8], ["coIncome", 2], ["coTax", 1], ["coDebt1Interest", 4], ["coDebt2Repaid", 12], ["coDebt1Ltv", 0], ["coSold", 3], ["coBtcClose", 5], ["coCashClose", 7], ["coRunway", undefined],
  ["coPresent", 3], ["coExtra", 0], ["coDscr", 2], ["coLadderAllIn", undefined], ["coBreakevenF1", undefined], ["coOver1", undefined],
])("a spoilt formula of %s (month %s) turns the master check", (key, month) => {
  expect(verdict(report, withCell(report, key, spoilt, month)).master).not.toBe(ALL_HOLD);
});

test("once an input has changed, the planner's results count no longer and the second routes do", () => {
  const changed = withCell(report, "finance.overheadUsdMonth", () => 400_000);
  const { master, notOk } = verdict(report, changed);
  expect(master).toBe(ALL_HOLD);
  expect(notOk.length).toBeGreaterThan(50);
  expect(notOk.every((each) => each.endsWith(": inputs changed"))).toBe(true);
  const both = withCell({ ...report, workbook: changed }, "coCashClose", spoilt, 7);
  expect(verdict(report, both).master).not.toBe(ALL_HOLD);
});

test.each<[string, string, string | number]>([
  ["a contract that begins after the plan does", "Contracts.1.firstMonth", 5],
  ["a ramp date before the market date", "PowerRamp.1.date", 46_000],
])("what the planner would refuse turns the master check: %s", (_, key, content) => {
  const ramped = reportWorkbook(withValues(sample("portfolio-leveraged"), { "sites.0.powerRamp": [{ date: "2026-12-01", powerCapacityMw: 12 }] }));
  expect(verdict(ramped, ramped.workbook).master).toBe(ALL_HOLD);
  expect(verdict(ramped, withCell(ramped, key, () => content)).master).not.toBe(ALL_HOLD);
});

test("the Summary and the Cover show the master check, red where it does not hold", () => {
  for (const name of [NAMES.summary, NAMES.cover]) {
    const sheet = report.workbook.sheets.find((each) => each.name === name)!;
    const links = sheet.rows.flat().filter((cell) => typeof cell?.content === "object" && cell.content.formula === `=Checks!$C$${rowNumber(checksOf(report), 0, "Master check")}`);
    expect(links).toHaveLength(1);
    expect(sheet.conditionalFormats).toHaveLength(1);
  }
  expect(checksOf(report).conditionalFormats).toHaveLength(2);
});
