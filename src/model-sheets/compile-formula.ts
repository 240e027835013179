import { isBinaryNode, isCallNode, isExpressionNode, isLiteralNode, isReferenceNode, isUnaryNode, parse, parseA1Ref, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { binaryOf, unaryOf } from "./operators";
import { isRange, SHEET_FUNCTIONS, single, truthOf, type CellValue, type Operand } from "./sheet-functions";

// A formula made ready to be calculated in any cell that holds the same one, as Excel copies it: parsed once, its references
// kept as distances.

/** Where a formula is calculated, and what it may read. Rows and columns are counted from 0. */
export interface Site {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type ReadCell = (sheet: string, row: number, column: number) => CellValue;

export interface CompiledFormula {
  readonly value: (at: Site, read: ReadCell) => Operand;
  /** the cells that it names, whether it will read them or not */
  readonly areas: readonly ((at: Site) => Area)[];
}

type Value = CompiledFormula["value"];
type Attempt = (value: Value, here: Site, read: ReadCell) => Operand | undefined;

/** Functions that compute element by element where their arguments are ranges. */
const ARRAY_FUNCTIONS = new Set(["SUMPRODUCT"]);

/**
 * @param at a cell that holds the formula
 * @param catchesErrors IFERROR and ISERROR see errors; false where an error may be what is not known here
 * @throws Error for what is no formula
 */
export function compileFormula(formula: string, at: Site, catchesErrors = true): CompiledFormula {
  const attempt: Attempt = catchesErrors ? caught : (value, here, read) => value(here, read);
  const areas: ((at: Site) => Area)[] = [];

  const compile = (node: AstExpression, inArray: boolean): Value => {
    if (isLiteralNode(node)) {
      const { value } = node;
      return () => value;
    }
    if (isReferenceNode(node)) return reference(node.value);
    if (isCallNode(node)) return call(node, inArray);
    if (isExpressionNode(node) && isUnaryNode(node)) {
      const operate = unaryOf(node.operator);
      const operand = compile(node.arguments[0]!, inArray);
      return (here, read) => each(inArray, operate, operand(here, read));
    }
    if (isExpressionNode(node) && isBinaryNode(node)) {
      const operate = binaryOf(node.operator);
      const [left, right] = node.arguments.map((argument) => compile(argument, inArray)) as [Value, Value];
      return (here, read) => pairwise(inArray, operate, left(here, read), right(here, read));
    }
    return failing(`a ${node.type} is not known here`);
  };

  const reference = (text: string): Value => {
    const areaAt = areaOf(text, at);
    if (typeof areaAt === "string") return failing(areaAt);
    areas.push(areaAt);
    return (here, read) => {
      const { sheet, top, left, bottom, right } = areaAt(here);
      if (top === bottom && left === right) return read(sheet, top, left);
      const rows: CellValue[][] = [];
      for (let row = top; row <= bottom; row++) {
        const cells: CellValue[] = [];
        for (let column = left; column <= right; column++) cells.push(read(sheet, row, column));
        rows.push(cells);
      }
      return rows;
    };
  };

  const call = ({ callee, arguments: args }: CallExpression, inArray: boolean): Value => {
    const name = callee.name.toUpperCase();
    if (name === "COLUMN") {
      const first = args[0];
      const areaAt = first && isReferenceNode(first) ? areaOf(first.value, at) : undefined;
      if (typeof areaAt === "string") return failing(areaAt);
      return (here) => 1 + (areaAt ? areaAt(here).left : here.column);
    }
    const values = args.map((argument) => compile(argument, inArray || ARRAY_FUNCTIONS.has(name)));
    const argument = (index: number): Value => values[index] ?? failing("an argument is missing");
    switch (name) {
      case "IF": {
        const [condition, whenTrue, whenFalse] = [argument(0), argument(1), argument(2)];
        return (here, read) => (truthOf(single(condition(here, read))) ? whenTrue : whenFalse)(here, read);
      }
      case "CHOOSE": return (here, read) => argument(Math.trunc(Number(single(argument(0)(here, read)))))(here, read);
      case "IFERROR": return (here, read) => attempt(argument(0), here, read) ?? argument(1)(here, read);
      case "ISERROR": return (here, read) => attempt(argument(0), here, read) === undefined;
    }
    const known = SHEET_FUNCTIONS[name];
    if (!known) return failing(`the function ${name} is not known here`);
    return (here, read) => known(...values.map((value) => value(here, read)));
  };

  return { value: compile(parse(tokenize(formula)), false), areas };
}

/** A key that two formulas share where they are the same one, copied from cell to cell. */
export function relativeKey(formula: string, { row, column }: Site): string {
  if (/['"]/.test(formula)) return formula.split(/("[^"]*"|'[^']*')/).map((part, i) => (i % 2 === 0 ? relative(part, row, column) : part)).join("");
  return relative(formula, row, column);
}

const REFERENCE = /(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.!])/g;

function relative(text: string, row: number, column: number): string {
  return text.replace(REFERENCE, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) =>
    `\u0001${fixedColumn ? letters : `<${columnNumber(letters) - column}>`}${fixedRow ? digits : `<${Number(digits) - row}>`}`);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number;
}

/** The area of a reference for any cell, or why there is none. */
export function areaOf(reference: string, { sheet, row, column }: Site): ((at: Site) => Area) | string {
  const parsed = parseA1Ref(reference);
  if (!parsed || !("range" in parsed)) return `"${reference}" names no cells`;
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") return `${reference} is no range with corners`;
  const own = parsed.context?.at(-1);
  // Distances from the cell that was compiled; 0 for what is fixed.
  return (at) => {
    const [down, across] = [at.row - row, at.column - column];
    return { sheet: own ?? (at.sheet || sheet), top: top + ($top ? 0 : down), left: left + ($left ? 0 : across), bottom: bottom + ($bottom ? 0 : down), right: right + ($right ? 0 : across) };
  };
}

function failing(why: string): Value {
  return () => {
    throw new Error(why);
  };
}

const caught: Attempt = (value, here, read) => {
  try {
    return value(here, read);
  } catch {
    return undefined;
  }
};

function each(inArray: boolean, operate: (a: CellValue) => CellValue, a: Operand): Operand {
  return inArray && isRange(a) ? a.map((row) => row.map(operate)) : operate(single(a));
}

/** One value goes with every cell of a range; ranges go cell by cell. */
function pairwise(inArray: boolean, operate: (a: CellValue, b: CellValue) => CellValue, a: Operand, b: Operand): Operand {
  if (!inArray || !(isRange(a) || isRange(b))) return operate(single(a), single(b));
  if (!isRange(b)) return (a as readonly (readonly CellValue[])[]).map((row) => row.map((cell) => operate(cell, b)));
  if (!isRange(a)) return b.map((row) => row.map((cell) => operate(a, cell)));
  if (a.length !== b.length || a[0]!.length !== b[0]!.length) throw new Error("ranges of different sizes go together");
  return a.map((row, r) => row.map((cell, c) => operate(cell, b[r]![c]!)));
}
