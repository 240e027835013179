import { AGREES, DIFFERS, exampleBlock, isLong, type WorkedExample } from "./example-block";
import type { Cell, Sheet, Workbook } from "./workbook";

/** The worked examples of one sheet. */
export interface ExampleGroup {
  /** "Network" */
  readonly title: string;
  readonly examples: readonly WorkedExample[];
}

/** Excel's limit for the name of a sheet. */
const LONGEST_NAME = 31;
const LABEL_WIDTH = 150;
const VALUE_WIDTH = 130;
const COLUMN_WIDTH = 110;
const FIRST_BLOCK = 5;

/**
 * A sheet per group, "Examples Network" and so on: every function with live arguments, its result, what is expected and a check.
 * @param taken names of the sheets that are there
 */
export function exampleSheets(groups: readonly ExampleGroup[], taken: readonly string[]): Workbook {
  const names = freeNames(groups.map(({ title }) => `Examples ${title.replace(" and ", " & ")}`), taken);
  const sheets = groups.map((group, i) => exampleSheet(group, names[i]!));
  return { sheets, activeSheet: names[0] ?? "" };
}

function exampleSheet({ title, examples }: ExampleGroup, name: string): Sheet {
  const blocks: (Cell | null)[][] = [];
  for (const example of [...examples.filter((each) => !isLong(each)), ...examples.filter(isLong)]) blocks.push(...exampleBlock(example, FIRST_BLOCK + blocks.length), []);
  const checks = `$B$${FIRST_BLOCK}:$B$${FIRST_BLOCK + blocks.length - 1}`;
  const rows: (Cell | null)[][] = [
    [{ content: `Examples: ${title}`, look: "title" }],
    [{ content: "Blue cells are inputs: change them and the results follow. Grey is the example as published; each check compares with it while its inputs are unchanged.", look: "remark" }],
    [
      { content: "Checks", look: "label" },
      { content: { formula: `=IF(COUNTIF(${checks},"${DIFFERS}")=0,"None differs","See below")` }, look: "total" },
      { content: { formula: `=COUNTIF(${checks},"${AGREES}")` }, look: "total" },
      { content: `of ${examples.length} agree`, look: "unit" },
    ],
    [],
    ...blocks,
  ];
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    tabColor: "#B5985A",
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    columnWidths: Array.from({ length: width }, (_, column) => [LABEL_WIDTH, VALUE_WIDTH][column] ?? COLUMN_WIDTH),
    freeze: { rows: 0, columns: 0 },
    orientation: "landscape",
    charts: [],
  };
}

/** The names, all with one number behind where any is taken, regardless of case. */
function freeNames(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` ${n}`;
    const numbered = names.map((name) => name.slice(0, LONGEST_NAME - suffix.length) + suffix);
    if (!numbered.some((name) => used.has(name.toLowerCase()))) return numbered;
  }
}
