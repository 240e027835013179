import type { Look } from "./looks";
import type { Cell } from "./workbook";

// Single cells of sheets that are no timeline.

export function text(content: string, look: Look = "label"): Cell {
  return { content, look };
}

export function number(content: number, look: Look = "calculation", format?: string): Cell {
  return { content, look, format };
}

export function formula(content: string, look: Look, format?: string): Cell {
  return { content: { formula: content }, look, format };
}
