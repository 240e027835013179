import type { Sheet } from "../workbook";
import { Grid, headers, text } from "./summary-grid";

/** Something that was done with the plan in the task pane. */
export interface LogEntry {
  /** "2026-09-30 14:05:12 UTC" */
  readonly time: string;
  readonly action: string;
  /** fingerprint of the inputs it was done with */
  readonly inputsHash: string;
}

/** What was done so far, oldest first. */
export function logSheet(entries: readonly LogEntry[], name: string): Sheet {
  const grid = new Grid(3);
  grid.add(text("Log", "title"));
  grid.add(text("What was done in the task pane until this workbook was built, oldest first. Equal fingerprints are equal inputs.", "remark"));
  grid.add(...headers(["Time", "Action", "Inputs"], [0, 1, 2]));
  for (const { time, action, inputsHash } of entries) grid.add(text(time), text(action, "unit"), text(inputsHash, "unit"));
  return { name, rows: grid.rows, tabColor: "#7F7F7F", columnWidths: [160, 420, 220], freeze: { rows: 3, columns: 0 }, orientation: "portrait", charts: [] };
}
