import type { Sheet } from "../workbook";
import type { BookSheet } from "./book-line";
import { checksSheet, masterCheck } from "./checks";
import { printedChecks } from "./checks-printed";
import { secondRoutesSheet } from "./checks-routes-sheet";
import { companySheet } from "./company";
import { coverSheet, type BuildFacts, type SheetPurpose } from "./cover";
import { logSheet, type LogEntry } from "./log";
import { scenariosSheet } from "./scenarios";
import type { Structure } from "./structure";
import { summarySheet } from "./summary";
import type { Report } from "./summary-grid";

// The reporting half of the workbook: two sheets of the book, which follow the Model, and those that read the finished book.

export interface ReportNames {
  readonly cover: string;
  readonly summary: string;
  readonly scenarios: string;
  readonly company: string;
  readonly routes: string;
  readonly checks: string;
  readonly log: string;
}

export interface ReportSheets {
  readonly cover: Sheet;
  readonly summary: Sheet;
  readonly scenarios: Sheet;
  readonly checks: Sheet;
  readonly log: Sheet;
}

/** The company and its second routes, to be laid out with the book's other sheets. */
export function companySheets(structure: Structure, names: ReportNames): readonly BookSheet[] {
  return [companySheet(structure, names.company), secondRoutesSheet(structure, names.routes)];
}

/**
 * What people read first and last.
 * @param others the workbook's other sheets, in their order, for the list on the cover
 */
export function reportSheets(report: Report, structure: Structure, names: ReportNames, facts: BuildFacts, others: readonly SheetPurpose[], log: readonly LogEntry[]): ReportSheets {
  const master = masterCheck(names.checks);
  const summary = summarySheet(report, structure, master, names.summary);
  const scenarios = scenariosSheet(report, names.scenarios);
  const shown = [...printedChecks([summary, scenarios.sheet], master), ...scenarios.checks];
  const purposes: readonly SheetPurpose[] = [
    { name: names.summary, purpose: "One page for investors: recommendations, figures, charts" },
    { name: names.scenarios, purpose: "The scenario that decides, live, beside all scenarios as of build" },
    ...others,
    { name: names.company, purpose: "Income, debt, tax, bitcoin, cash, value and costs, month by month" },
    { name: names.routes, purpose: "The same figures worked out another way, for Checks" },
    { name: names.checks, purpose: "Every check in a row, and whether all hold" },
    { name: names.log, purpose: "What was done in the task pane until the workbook was built" },
  ];
  return {
    checks: checksSheet(report, structure, shown, names.checks),
    cover: coverSheet(report, facts, master, purposes, names.cover),
    summary,
    scenarios: scenarios.sheet,
    log: logSheet(log, names.log),
  };
}
