import definitions from "../../../src/functions/all.registry";
import { checkedFunction } from "../../../src/functions/call";
import type { Example } from "../../../src/functions/definition";
import { columnName } from "../../../src/model-sheets";
import type { FormulaCell, SheetSpec, Value } from "./support/hand-made";
import { shareAndRecalculate } from "./support/shared";

// Every worked example of every function, its arguments once in the formula and once in cells.

type Scalar = Value | null;

function rowsOf(arg: Example["args"][number]): readonly (readonly Scalar[])[] {
  return Array.isArray(arg) ? (arg as readonly (readonly Scalar[])[]) : [[arg as Scalar]];
}

function literal(value: Scalar): string {
  return value === null ? "" : typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}

/** The cells of one example from a row on: the call in column A, what it spills below and to the right, arguments far right. */
function cellsOf(id: string, { args }: Example, row: number, inCells: boolean): { cells: Record<string, Value | FormulaCell>; height: number } {
  const cells: Record<string, Value | FormulaCell> = {};
  let column = 100;
  let height = 1;
  const texts = args.map((arg) => {
    const rows = rowsOf(arg);
    if (!inCells && !(Array.isArray(arg) && rows.flat().includes(null))) return Array.isArray(arg) ? `{${rows.map((each) => each.map(literal).join(",")).join(";")}}` : literal(arg as Scalar);
    const start = column;
    rows.forEach((each, r) => each.forEach((value, c) => { if (value !== null) cells[`${columnName(start + c)}${row + r}`] = value; }));
    column += rows[0]!.length;
    height = Math.max(height, rows.length);
    const [from, to] = [`${columnName(start)}${row}`, `${columnName(column - 1)}${row + rows.length - 1}`];
    return from === to ? from : `${from}:${to}`;
  });
  const result = checkedFunction(definitions.find((each) => each.id === id)!)(args);
  const block = Array.isArray(result) ? result : [[result]];
  const isTable = block.length > 1 || block[0]!.length > 1;
  block.forEach((each, r) => each.forEach((value, c) => { if (typeof value !== "object") cells[`${columnName(c)}${row + r}`] = value; }));
  cells[`A${row}`] = {
    f: `_xldudf_MINE_${id}(${texts.join(",")})`, v: block[0]![0] as Value,
    ...(isTable && { attributes: ` t="array" ref="A${row}:${columnName(block[0]!.length - 1)}${row + block.length - 1}"`, cell: ' cm="1"' }),
  };
  return { cells, height: Math.max(height, block.length) + 1 };
}

test("LibreOffice agrees with every worked example, arguments in the formula and in cells", async () => {
  const sheets = [false, true].map((inCells): SheetSpec => {
    let row = 1;
    const cells: Record<string, Value | FormulaCell> = {};
    for (const { id, examples } of definitions) {
      for (const example of examples) {
        const made = cellsOf(id, example, row, inCells);
        row += made.height;
        Object.assign(cells, made.cells);
      }
    }
    return { name: inCells ? "In cells" : "In formulas", cells };
  });
  const [shared] = await shareAndRecalculate([{ sheets }]);
  const withTwin = new Set(definitions.filter(({ twin }) => twin).map(({ id }) => id));
  const { records } = shared!.shared;
  const calls = definitions.reduce((sum, { examples }) => sum + examples.length, 0);
  expect(records).toHaveLength(2 * calls);
  expect(records.filter(({ outcome, functions }) => (outcome === "native") !== withTwin.has(functions[0]!))).toEqual([]);
});
