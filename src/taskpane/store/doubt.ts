import { cellText, readPortfolio, type PortfolioReading, type TableProblem } from "../../planning/portfolio";
import { sameJson, type Draft } from "./draft";

// Whose inputs stay, where those in the workbook's tables and those in the pane are not the same.

/** What the workbook's input tables say. */
export type SheetsReading =
  | { readonly found: "document"; readonly draft: Draft; readonly sheetNames: readonly string[] }
  | { readonly found: "nothing"; readonly sheetNames: readonly string[] }
  /** tables are there, and are no document */
  | { readonly found: "problems"; readonly problems: readonly TableProblem[]; readonly sheetNames: readonly string[] };

/** Something that the user has to decide before the workbook is written or read; nothing was done yet. */
export type Doubt =
  /** the input tables were changed in Excel since the pane read or wrote them; and whether the pane has edits of its own */
  | { readonly kind: "sheets edited"; readonly paneEdited: boolean }
  | { readonly kind: "sheets unreadable"; readonly problem: string }
  /** reading would replace edits of the pane */
  | { readonly kind: "pane edited" };

/**
 * Whether writing would lose what somebody typed into the tables.
 * @param found what they say now
 * @param next the document to be written
 * @param known the document that was last read from them or written to them; undefined where none is known
 */
export function doubtOf(found: SheetsReading, next: Draft, known: Draft | undefined, paneEdited: boolean): Doubt | undefined {
  if (found.found === "problems") return { kind: "sheets unreadable", problem: problemText(found) };
  if (found.found === "nothing" || sameDocument(found.draft, next) || (known && sameDocument(found.draft, known))) return undefined;
  return { kind: "sheets edited", paneEdited };
}

/** "Inputs!C7: The price is …" */
export function problemText({ problems }: Extract<SheetsReading, { found: "problems" }>): string {
  const [first] = problems;
  const more = problems.length - 1;
  return first ? `${cellText(first.cell)}: ${first.message}${more > 0 ? ` And ${more} more.` : ""}` : "";
}

/** A document with its defaults filled in where it can be read, so that those written out make no difference. */
export function comparable(draft: Draft | undefined, reading: PortfolioReading | undefined = draft && readPortfolio(draft)): unknown {
  return reading?.portfolio ?? draft;
}

/** Whether two documents say the same, defaults filled in. */
export function sameDocument(a: Draft, b: Draft): boolean {
  return sameJson(comparable(a), comparable(b));
}
