import { columnName } from "./address";
import { FORMATS, type Look } from "./looks";
import type { Cell } from "./workbook";

/** What a cell may hold. */
export type ExampleValue = string | number | boolean;

/** One argument of a worked example. */
export interface ExampleArgument {
  readonly name: string;
  readonly unit: string;
  readonly note: string;
  /** One below the other where the argument is a range; none where the call leaves it out. */
  readonly values: readonly ExampleValue[];
}

/** A worked example of one worksheet function. */
export interface WorkedExample {
  /** "MINE.HASHPRICE" */
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly ExampleArgument[];
  readonly resultUnit: string;
  /** What comes out; a table where the function spills. */
  readonly expected: ExampleValue | readonly (readonly ExampleValue[])[];
  /** Relative difference that still agrees; absolute where 0 is expected. */
  readonly tolerance: number;
  /** Where the expected result comes from. */
  readonly source: string;
}

export const AGREES = "agrees";
export const DIFFERS = "differs";
const INPUTS_CHANGED = "inputs changed";
/** Characters that fit into the column of units. */
const WIDEST_UNIT = 18;
const LEFT_OUT = "left out";

const HEADERS = ["Argument", "Value", "Unit", "Example", "Note"];
/** Column indexes. */
const VALUE = 1;
const EXAMPLE = 3;
/** Rows of a long table that are written down and compared; the rest spills unchecked. */
const MOST_EXPECTED_ROWS = 12;

/** Whether the result takes so many rows that it should not stand between others. */
export function isLong({ expected }: WorkedExample): boolean {
  return typeof expected === "object" && expected.length > MOST_EXPECTED_ROWS;
}

/**
 * One function with its arguments in input cells, the call over them, the expected result beside it and a check.
 * @param firstRow row number of the block's first row
 * @returns rows of different lengths, whose missing cells are empty
 */
export function exampleBlock(example: WorkedExample, firstRow: number): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [
    [cell(example.name, "heading"), cell(example.summary, "heading"), ...HEADERS.slice(2).map(() => cell("", "heading"))],
    HEADERS.map((header, i) => cell(header, i === VALUE || i === EXAMPLE ? "columnHeaderRight" : i === 0 ? "columnHeader" : "columnHeaderIndented")),
  ];
  const references: string[] = [];
  const firstInput = firstRow + rows.length;
  for (const argument of example.arguments) {
    const at = firstRow + rows.length;
    const { values } = argument;
    references.push(values.length === 0 ? "" : values.length === 1 ? `B${at}` : `B${at}:B${at + values.length - 1}`);
    const named = [cell(argument.name, "label"), cell(argument.unit, "unit"), cell(argument.note, "note")] as const;
    if (values.length === 0) rows.push([named[0], cell(LEFT_OUT, "atBuild"), named[1], cell(LEFT_OUT, "atBuild"), named[2]]);
    values.forEach((value, i) => {
      const format = argument.unit === "date" && typeof value === "number" ? FORMATS.date : Number.isInteger(value) ? formatOf(value) : undefined;
      rows.push([i === 0 ? named[0] : null, cell(value, "input", format), i === 0 ? named[1] : null, cell(value, "atBuild", format), i === 0 ? named[2] : null]);
    });
  }
  const lastInput = firstRow + rows.length - 1;
  while (references.at(-1) === "") references.pop();
  const call = `=${example.name}(${references.join(",")})`;
  const changed = lastInput < firstInput ? undefined : `SUMPRODUCT(--(B${firstInput}:B${lastInput}<>D${firstInput}:D${lastInput}))>0`;
  const result = typeof example.expected === "object" ? tableResult(example, example.expected, call, firstRow + rows.length) : scalarResult(example, example.expected, call, firstRow + rows.length);
  rows.push(...result.rows);
  const toleranceCell = `$D$${firstRow + rows.length}`;
  const verdict = `IFERROR(IF(${result.holds(toleranceCell)},"${AGREES}","${DIFFERS}"),"${DIFFERS}")`;
  rows.push([
    cell("Check", "label"), { content: { formula: `=${changed ? `IF(${changed},"${INPUTS_CHANGED}",${verdict})` : verdict}` }, look: "total" },
    cell("tolerance", "unit"), cell(example.tolerance, "atBuild", FORMATS.scientific), cell(`Expected: ${example.source}`, "note"),
  ]);
  return rows;
}

interface Result {
  readonly rows: (Cell | null)[][];
  /** The condition under which result and expectation agree. */
  readonly holds: (tolerance: string) => string;
}

function scalarResult({ resultUnit }: WorkedExample, expected: ExampleValue, call: string, at: number): Result {
  const format = formatOf(expected);
  const fits = resultUnit.length <= WIDEST_UNIT;
  return {
    rows: [[
      cell("Result", "label"), { content: { formula: call }, look: "total", format }, cell(fits ? resultUnit : "see note", "unit"), cell(expected, "atBuild", format),
      cell(fits ? call : `${call} in ${resultUnit}`, "note"),
    ]],
    holds: (tolerance) => (typeof expected === "number" ? `ABS(B${at}-D${at})<=${tolerance}*IF(D${at}=0,1,ABS(D${at}))` : `B${at}=D${at}`),
  };
}

function tableResult({ resultUnit }: WorkedExample, expected: readonly (readonly ExampleValue[])[], call: string, firstRow: number): Result {
  const compared = expected.slice(0, MOST_EXPECTED_ROWS);
  const spill = firstRow + 1;
  const copy = spill + expected.length;
  const copyLabel = compared.length < expected.length ? `Expected, first ${compared.length} rows` : "Expected";
  return {
    rows: [
      [cell("Formula", "label"), cell(call, "note")],
      ...expected.map((row, r) => [
        r === 0 ? cell("Result", "label") : null,
        ...row.map((value, c): Cell => ({ content: r === 0 && c === 0 ? { formula: call } : "", look: typeof value === "string" ? "label" : "calculation", format: formatOf(value) })),
      ]),
      ...compared.map((row, r) => [r === 0 ? cell(copyLabel, "label") : null, ...row.map((value) => cell(value, typeof value === "string" ? "atBuildText" : "atBuild", formatOf(value)))]),
      [cell("Columns", "label"), cell(resultUnit, "note")],
    ],
    holds: (tolerance) => rectangles(compared).map(({ numbers, top, bottom, left, right }) => {
      const area = (from: number): string => `${columnName(VALUE + left)}${from + top}:${columnName(VALUE + right)}${from + bottom}`;
      const [got, wanted] = [area(spill), area(copy)];
      return `SUMPRODUCT(--(${numbers ? `ABS(${got}-${wanted})>${tolerance}*((${wanted}=0)+ABS(${wanted}))` : `${got}<>${wanted}`}))`;
    }).join("+") + "=0",
  };
}

interface Rectangle {
  readonly numbers: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Covers a table with rectangles that hold numbers only or anything else only: the two are compared in different ways. */
function rectangles(table: readonly (readonly ExampleValue[])[]): Rectangle[] {
  const found: Rectangle[] = [];
  for (let column = 0; column < (table[0]?.length ?? 0); column++) {
    let top = 0;
    table.forEach((row, r) => {
      const numbers = typeof row[column] === "number";
      const below = table[r + 1];
      if (below && (typeof below[column] === "number") === numbers) return;
      const left = found.findIndex((each) => each.numbers === numbers && each.top === top && each.bottom === r && each.right === column - 1);
      const run = { numbers, top, bottom: r, left: column, right: column };
      if (left >= 0) found[left] = { ...found[left]!, right: column };
      else found.push(run);
      top = r + 1;
    });
  }
  return found;
}

function cell(content: ExampleValue, look: Look, format?: string): Cell {
  return { content, look, format };
}

/** Digits by magnitude: about six that count. */
function formatOf(value: ExampleValue): string | undefined {
  if (typeof value !== "number") return undefined;
  const size = Math.abs(value);
  if (Number.isInteger(value)) return size < 10_000 ? "0" : "#,##0";
  if (size >= 1e15 || size < 1e-6) return "0.00000E+00";
  return size >= 1000 ? "#,##0.00" : size >= 1 ? "#,##0.00##" : "0.00######";
}
