import { distance } from "fastest-levenshtein";
import type { TableValue } from "./document-table";
import type { PortfolioProblem } from "./problem";

/** Where something stands in the input tables. */
export interface TableCell {
  /** Excel's name of the table */
  readonly table: string;
  /** from 1, the first below the headers; left out where it is no single row */
  readonly row?: number;
  /** of the column; left out where it is the whole table */
  readonly header?: string;
}

/** Something wrong with the tables themselves; path is "", since it is in no document. */
export interface TableProblem extends PortfolioProblem {
  readonly cell: TableCell;
}

/** Names further off than this share of their letters are no misspelling. */
const MISSPELT = 0.5;

/** 'Fleets, row 3, Resale price ($/TH)' */
export function cellText({ table, row, header }: TableCell): string {
  return [table, row && `row ${row}`, header].filter((each) => each !== undefined).join(", ");
}

/** @param rule completes "… must", such as "name a site" */
export function tableProblem(cell: TableCell, value: TableValue | undefined, rule: string, message: string): TableProblem {
  return { path: "", value, rule, message, cell };
}

/** What names are looked for, and how to speak of what is found. */
export interface NameSearch {
  /** what has them: "Sites" */
  readonly owner: string;
  readonly what: "column" | "row" | "table";
  /** undefined where there is none to look at */
  readonly given: readonly (string | undefined)[];
  readonly expected: readonly string[];
  /** expected ones that may be missing */
  readonly optional?: readonly string[];
  /** where a given one stands, or a missing one belongs */
  readonly cellOf: (name: string, position: number | undefined) => TableCell;
}

/** Positions of the expected names among the given, whatever their case, and what is wrong: unknown, given twice, missing. */
export function findNames({ owner, what, given, expected, optional = [], cellOf }: NameSearch): { readonly positions: ReadonlyMap<string, number>; readonly problems: readonly TableProblem[] } {
  const nameOf = new Map(expected.map((name) => [plain(name), name]));
  const positions = new Map<string, number>();
  const unknown: [string, number][] = [];
  const problems: TableProblem[] = [];
  given.forEach((text, i) => {
    if (text === undefined) return;
    const name = nameOf.get(plain(text));
    if (name === undefined) unknown.push([text, i]);
    else if (!positions.has(name)) positions.set(name, i);
    else problems.push(tableProblem(cellOf(text, i), text, "be given once", `${owner} has the ${what} "${name}" twice. Keep one.`));
  });
  const missing = new Set(expected.filter((name) => !positions.has(name)));
  for (const [text, i] of unknown) {
    const near = nearest(text, missing);
    if (near !== undefined) missing.delete(near);
    const advice = near === undefined ? "Delete it." : `Did you mean "${near}"? Rename it.`;
    problems.push(tableProblem(cellOf(text, i), text, `be a ${what} that is read`, `${owner} has a ${what} "${text}" that is not read. ${advice}`));
  }
  for (const name of missing) {
    if (!optional.includes(name)) problems.push(tableProblem(cellOf(name, undefined), undefined, "be there", `${owner} has no ${what} "${name}". Add it; the order does not matter.`));
  }
  return { positions, problems };
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function nearest(text: string, names: Iterable<string>): string | undefined {
  const score = (name: string): number => distance(plain(text), plain(name)) / Math.max(text.length, name.length);
  return [...names].filter((name) => score(name) <= MISSPELT).sort((a, b) => score(a) - score(b))[0];
}
