import type { Portfolio, PortfolioInsights, PortfolioPlan } from "../../planning/portfolio";
import type { Look } from "../looks";
import type { Cell } from "../workbook";
import type { Book } from "./book";

// What the sheets without a timeline are made of: Summary, Scenarios, Checks, Cover, Log.

/** What those sheets tell of. */
export interface Report {
  readonly portfolio: Portfolio;
  /** the deciding scenario, planned when the workbook is built */
  readonly plan: PortfolioPlan;
  readonly insights: PortfolioInsights;
  /** the sheets with a timeline, and the inputs by key */
  readonly book: Book;
}

export type Row = (Cell | null)[];

/** Rows of one width, added from the top. */
export class Grid {
  readonly rows: Row[] = [];
  constructor(readonly width: number) {}

  /** The number of the row that comes next, counted from 1. */
  get next(): number {
    return this.rows.length + 1;
  }

  /** Adds a row; gives its number. */
  add(...cells: readonly (Cell | null)[]): number {
    return this.rows.push(Array.from({ length: this.width }, (_, i) => cells[i] ?? null));
  }

  /** A band over the whole width. */
  heading(title: string): number {
    return this.add(...Array.from({ length: this.width }, (_, i) => text(i === 0 ? title : "", "heading")));
  }

  /** Puts cells into a row that is there, from a column on. */
  put(row: number, column: number, ...cells: readonly (Cell | null)[]): void {
    while (this.rows.length < row) this.add();
    cells.forEach((cell, i) => (this.rows[row - 1]![column + i] = cell));
  }
}

export function text(content: string, look: Look = "label"): Cell {
  return { content, look };
}

/** Another sheet's cell: "Model!$B$12". */
export function link(reference: string, format?: string, look: "link" | "linkText" = "link"): Cell {
  return { content: { formula: `=${reference}` }, look, format };
}

export function calculated(formula: string, format?: string, look: Look = "calculation"): Cell {
  return { content: { formula }, look, format };
}

/** A result of the build that formulas do not follow; without a figure a word. */
export function stamped(value: number | string | undefined, format?: string, look: "computed" | "computedText" = "computed"): Cell {
  return { content: value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? "none" : value, look, format };
}

/** Column headers: those in `left` are of texts. */
export function headers(texts: readonly string[], left: readonly number[]): Cell[] {
  return texts.map((content, i) => ({ content, look: left.includes(i) ? (i === 0 ? "columnHeader" : "columnHeaderIndented") : "columnHeaderRight" }));
}
