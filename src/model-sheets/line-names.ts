import { columnName } from "./address";

// Formulas name other lines instead of cells, so that a line can move:
//   [$key]  the line's value            $B$12
//   [key]   the line in this column     E12
//   [key^]  from the start to here      $D12:E12
//   [key~]  from here to the last month E12:$AN12
//   [key:]  the whole timeline          $D12:$AN12
//   [key+]  the months without start    $E12:$AN12
//   [key<]  the start                   $D12
//   [key|]  the first month             $E12
//   [key>]  the last month              $AN12
//   [key-1] the column before           D12, which the start must not read
//   [a:b]   the lines from a to b       E12:E20
//   [$a:b]  their values                $B$12:$B$20

export const LABEL_COLUMN = 0;
export const VALUE_COLUMN = 1;
export const UNIT_COLUMN = 2;
export const START_COLUMN = 3;

/** What stands between the brackets of a formula. */
export interface Name {
  readonly part: "" | "$" | "^" | "~" | ":" | "+" | "<" | "|" | ">" | "-1";
  readonly key: string;
  /** the last of several lines */
  readonly to?: string;
}

/** The cells that a name stands for in a column. */
export type Reference = (name: Name, column: number) => string;

const NAME = /\[(\$?)([A-Za-z][\w.]*)(?::([A-Za-z][\w.]*)|(\^|~|:|\+|<|\||>|-1))?\]/g;

/** The names in a formula. */
export function namesIn(template: string): Name[] {
  return [...template.matchAll(NAME)].map(([, value, key, to, reach]) => nameOf(value, key, to, reach));
}

/** A formula with the addresses of what it names. */
export function resolvedNames(template: string, column: number, reference: Reference): string {
  return template.replace(NAME, (_, value: string, key: string, to: string | undefined, reach: string | undefined) => reference(nameOf(value, key, to, reach), column));
}

function nameOf(value: string | undefined, key: string | undefined, to: string | undefined, reach: string | undefined): Name {
  return { part: (value || (reach ?? "")) as Name["part"], key: key!, to };
}

/** The address of a line, or of the lines to another one, in a column. */
export function addressOf(part: Name["part"], row: number, to: number | undefined, column: number, lastColumn: number): string {
  const [start, first, last] = [START_COLUMN, START_COLUMN + 1, lastColumn].map((index) => `$${columnName(index)}`) as [string, string, string];
  const value = `$${columnName(VALUE_COLUMN)}$`;
  if (to !== undefined) return part === "$" ? `${value}${row}:${value}${to}` : `${columnName(column)}${row}:${columnName(column)}${to}`;
  switch (part) {
    case "$": return `${value}${row}`;
    case "^": return `${start}${row}:${columnName(column)}${row}`;
    case "~": return `${columnName(column)}${row}:${last}${row}`;
    case ":": return `${start}${row}:${last}${row}`;
    case "+": return `${first}${row}:${last}${row}`;
    case "<": return `${start}${row}`;
    case "|": return `${first}${row}`;
    case ">": return `${last}${row}`;
    case "-1": return `${columnName(column - 1)}${row}`;
    case "": return `${columnName(column)}${row}`;
  }
}
