import { isBinaryNode, isCallNode, isExpressionNode, isLiteralNode, isReferenceNode, isUnaryNode, parse, parseA1Ref, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { columnName } from "./address";
import { isSame, numberOf, SHEET_FUNCTIONS, single, textOf, truthOf, type CellValue, type Operand } from "./sheet-functions";
import type { Workbook } from "./workbook";

/** What a cell of a workbook holds once it is calculated; null where it is blank. */
export type ValueOf = (sheet: string, address: string) => CellValue;

interface Place {
  readonly sheet: string;
  /** counted from 0 */
  readonly row: number;
  readonly column: number;
}

const CALCULATING = Symbol("calculating");

/**
 * Calculates every formula of a workbook description, in double precision as spreadsheets do. It knows what the described
 * workbooks use of Excel, and nothing else of it.
 * @returns the values by sheet and address, "B12"
 * @throws Error naming the cell when a formula has no result: a function that is not known here, a reference that leads nowhere or
 *   back to itself, a division by zero
 */
export function calculateWorkbook(workbook: Workbook): ValueOf {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), {
    sheet, values: sheet.rows.map((row) => row.map((): CellValue | undefined | typeof CALCULATING => undefined)),
  }]));

  const valueAt = ({ sheet: name, row, column }: Place): CellValue => {
    const entry = sheets.get(name.toLowerCase());
    if (!entry) throw new Error(`there is no sheet "${name}"`);
    const content = entry.sheet.rows[row]?.[column]?.content ?? "";
    if (typeof content !== "object") return content === "" ? null : content;
    const line = entry.values[row]!;
    const known = line[column];
    if (known === CALCULATING) throw new Error("a formula depends on its own result");
    if (known !== undefined) return known;
    line[column] = CALCULATING;
    try {
      return (line[column] = result(content.formula, { sheet: entry.sheet.name, row, column }));
    } catch (error) {
      // Whoever asks again is to hear the same.
      line[column] = undefined;
      throw error;
    }
  };

  const result = (formula: string, at: Place): CellValue => {
    try {
      // A formula that reads a blank cell shows 0.
      const value = single(evaluate(parse(tokenize(formula)), at)) ?? 0;
      if (typeof value === "number" && !Number.isFinite(value)) throw new Error("the result is no number");
      return value;
    } catch (error) {
      if (error instanceof CalculationError) throw error;
      throw new CalculationError(`${at.sheet}!${columnName(at.column)}${at.row + 1} holds ${formula}, which cannot be calculated: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };

  const evaluate = (node: AstExpression, at: Place): Operand => {
    if (isLiteralNode(node)) return node.value;
    if (isReferenceNode(node)) return cells(node.value, at);
    if (isCallNode(node)) return call(node, at);
    if (isExpressionNode(node) && (isUnaryNode(node) || isBinaryNode(node))) {
      const [a, b] = node.arguments.map((each) => single(evaluate(each, at)));
      return b === undefined ? unary(node.operator, a!) : binary(node.operator, a!, b);
    }
    throw new Error(`a ${node.type} is not known here`);
  };

  const cells = (reference: string, at: Place): Operand => {
    const { sheet, top, left, bottom, right } = area(reference, at);
    if (top === bottom && left === right) return valueAt({ sheet, row: top, column: left });
    return range(top, bottom).map((row) => range(left, right).map((column) => valueAt({ sheet, row, column })));
  };

  const call = ({ callee, arguments: args }: CallExpression, at: Place): Operand => {
    const name = callee.name.toUpperCase();
    if (name === "IF") return evaluate(args[truthOf(single(evaluate(args[0]!, at))) ? 1 : 2]!, at);
    if (name === "COLUMN") return 1 + (args[0] && isReferenceNode(args[0]) ? area(args[0].value, at).left : at.column);
    const known = SHEET_FUNCTIONS[name];
    if (!known) throw new Error(`the function ${name} is not known here`);
    return known(...args.map((arg) => evaluate(arg, at)));
  };

  return (sheet, address) => {
    const { top, left } = area(address, { sheet, row: 0, column: 0 });
    return valueAt({ sheet, row: top, column: left });
  };
}

/** What went wrong in one cell, told once and not by every cell that reads it. */
class CalculationError extends Error {
  override readonly name = "CalculationError";
}

function area(reference: string, at: Place): { sheet: string; top: number; left: number; bottom: number; right: number } {
  const parsed = parseA1Ref(reference);
  if (!parsed || !("range" in parsed)) throw new Error(`"${reference}" names no cells`);
  const { top, left, bottom, right } = parsed.range;
  if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") throw new Error(`${reference} is no range with corners`);
  return { sheet: parsed.context?.at(-1) ?? at.sheet, top, left, bottom, right };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function unary(operator: string, a: CellValue): CellValue {
  switch (operator) {
    case "-": return -numberOf(a);
    case "+": return a;
    case "%": return numberOf(a) / 100;
    default: throw new Error(`the operator ${operator} is not known here`);
  }
}

function binary(operator: string, a: CellValue, b: CellValue): CellValue {
  switch (operator) {
    case "&": return textOf(a) + textOf(b);
    case "=": return isSame(a, b);
    case "<>": return !isSame(a, b);
    case "<": return numberOf(a) < numberOf(b);
    case "<=": return numberOf(a) <= numberOf(b);
    case ">": return numberOf(a) > numberOf(b);
    case ">=": return numberOf(a) >= numberOf(b);
    case "+": return numberOf(a) + numberOf(b);
    case "-": return numberOf(a) - numberOf(b);
    case "*": return numberOf(a) * numberOf(b);
    case "/": return quotient(numberOf(a), numberOf(b));
    case "^": return numberOf(a) ** numberOf(b);
    default: throw new Error(`the operator ${operator} is not known here`);
  }
}

function quotient(a: number, b: number): number {
  if (b === 0) throw new Error("it divides by zero");
  return a / b;
}
