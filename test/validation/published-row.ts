import { exact, printed, type Figure } from "./figure";

export const FILES = ["hashprice", "breakeven", "production"] as const;

/** One published figure, and what our functions make of the inputs published with it. */
export interface PublishedRow {
  readonly file: (typeof FILES)[number];
  /** publisher, date and figure: unique over all files */
  readonly key: string;
  readonly publisher: string;
  readonly unit: string;
  readonly published: Figure;
  readonly computed: Figure;
  /** the inputs that the publisher did not state and that market data or a data sheet fills in; "" when it stated all */
  readonly filledIn: string;
  /** the verdict that came with the data */
  readonly verdict: string;
}

/** A field of a fixture's row, by column name. */
export type Field = (column: string) => string;

/** What a publisher supposes rather than measures: no rounding. */
export function supposed(text: string): Figure {
  return exact(printed(text).value);
}

/** The number that the pattern's group finds in a text, as printed. */
export function statedIn(text: string, pattern: RegExp): Figure {
  return printed(found(text, pattern));
}

/** The same for a number that the publisher supposes. */
export function supposedIn(text: string, pattern: RegExp): Figure {
  return supposed(found(text, pattern));
}

function found(text: string, pattern: RegExp): string {
  const number = pattern.exec(text)?.[1];
  if (number === undefined) throw new Error(`"${text}" does not state ${pattern.source}`);
  return number;
}

/** The figure printed in the first of some columns that is not blank. */
export function firstPrinted(field: Field, ...columns: string[]): Figure {
  const column = columns.find((name) => field(name) !== "");
  if (column === undefined) throw new Error(`The row leaves ${columns.join(", ")} blank`);
  return printed(field(column));
}
