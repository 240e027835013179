import type { Cell } from "../workbook";
import type { Book } from "./book";
import { calculated, link, stamped, text } from "./summary-grid";

export const COLUMNS = ["Kind", "Check", "Workbook", "Unit", "Compared with", "Difference", "Tolerance", "Status"];
export const TEXT_COLUMNS = [0, 1, 3];

export const OK = "OK";
/** says nothing, as the planner did not see the inputs of now */
export const MOVED = "inputs changed";
export const INFORMATION = "information";
const NOT_OK = "CHECK";

/** A key of the book, or a cell of a sheet outside it: "Summary!$C$17". */
type Place = string | { readonly cell: string };

/** Two figures that ought to be the same, or of which the first ought not to exceed the other. */
export interface Check {
  readonly kind: string;
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
  readonly key: Place;
  /** what it is held against, or a result of the planner as of build */
  readonly other: Place | { readonly planner: number | string | undefined };
  readonly rule?: "at most";
  /** a share of the plan's largest flow, of the figure itself, or of a rate of return */
  readonly within: "dollars" | "share" | "rates";
}

/** A check's cells. @param row where they stand @param at rows of the tolerances */
export function checkRow({ kind, label, unit, format, key, other, rule, within }: Check, row: number, book: Book, at: Readonly<Record<"changed" | Check["within"], number>>): Cell[] {
  const atBuild = typeof other === "object" && "planner" in other;
  const reference = (place: Place): string => (typeof place === "string" ? book.reference(place) : place.cell);
  const holds = `IF(${rule ? `F${row}` : `ABS(F${row})`}<=G${row},"${OK}","${NOT_OK}")`;
  const tolerance = within === "dollars" ? `=$C$${at.dollars}` : `=$C$${at[within]}*MAX(1,IF(ISNUMBER(C${row}),ABS(C${row}),0))`;
  return [
    text(kind), text(label), link(reference(key), format), text(unit, "unit"),
    atBuild ? stamped(other.planner, format) : link(reference(other), format),
    // Words such as "never" are compared as words.
    calculated(`=IF(AND(ISNUMBER(C${row}),ISNUMBER(E${row})),C${row}-E${row},IF(C${row}=E${row},0,1))`, "0.00E+00"),
    calculated(tolerance, "0.00E+00"),
    calculated(atBuild ? `=IF($C$${at.changed}>0,"${MOVED}",${holds})` : `=${holds}`, undefined, "total"),
  ];
}
