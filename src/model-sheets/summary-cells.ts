import type { Look } from "./looks";
import type { Cell } from "./workbook";

// What both halves of the Summary sheet are made of.

export const SUMMARY_COLUMNS = 6;

/** Addresses of figures on the other two sheets. */
export interface Sources {
  /** value or total of a line of the Model sheet */
  model(key: string): string;
  /** a line of the Model sheet at the start */
  modelStart(key: string): string;
  readonly changedCount: string;
}

export function row(...cells: (Cell | null)[]): (Cell | null)[] {
  return Array.from({ length: SUMMARY_COLUMNS }, (_, i) => cells[i] ?? null);
}

export function headers(...texts: string[]): Cell[] {
  return Array.from({ length: SUMMARY_COLUMNS }, (_, i) => ({ content: texts[i] ?? "", look: i === 0 ? "columnHeader" : i === 2 ? "columnHeaderIndented" : "columnHeaderRight" }));
}

export function text(content: string, look: Look = "label"): Cell {
  return { content, look };
}

export function number(content: number, look: Look = "calculation", format?: string): Cell {
  return { content, look, format };
}

export function formula(content: string, look: Look, format?: string): Cell {
  return { content: { formula: content }, look, format };
}
