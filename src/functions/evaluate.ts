import { isArrayNode, isBinaryNode, isCallNode, isErrorNode, isExpressionNode, isLiteralNode, isUnaryNode, type AstExpression } from "@borgar/fx";
import { CellError, errorInArgument } from "./cell-error";
import { functionId, isMineCall, isReference } from "./formula-text";

// The value of an argument as it stands in a formula: literals, references, plain arithmetic and our own functions.
// Excel's functions and anything over whole ranges are left to Excel.

/** What cells hold and functions take: a bare value, null for blank, an object for an error, a matrix for a range. */
export type Raw = unknown;

/** A value, or why it is not known here. */
export type Evaluated = { readonly known: true; readonly value: Raw } | { readonly known: false; readonly why: string };

export interface Surroundings {
  /** What a reference's cells hold, or undefined where they could not be read. */
  readonly cells: (reference: string) => Raw;
  /** The result of one of our functions, or undefined where there is none of that name. */
  readonly call: (id: string, args: readonly Raw[]) => Raw;
}

const BY_EXCEL = "worked out by Excel";

export function evaluate(node: AstExpression | null, surroundings: Surroundings): Evaluated {
  if (node === null) return known(null);
  if (isLiteralNode(node)) return known(node.value);
  if (isErrorNode(node)) return known({ code: node.value });
  if (isArrayNode(node)) return known(node.elements.map((row) => row.map((cell) => (isLiteralNode(cell) ? cell.value : isErrorNode(cell) ? { code: cell.value } : null))));
  if (isReference(node)) {
    const value = surroundings.cells(node.value);
    return value === undefined ? unknown(node.kind === "name" ? "set by a name" : "not read from here") : known(value);
  }
  if (isMineCall(node)) {
    const args = node.arguments.map((each) => evaluate(each, surroundings));
    const open = args.find((each) => !each.known);
    if (open) return open;
    const value = surroundings.call(functionId(node), args.map((each) => (each.known ? each.value : null)));
    return value === undefined ? unknown("an unknown function") : known(value);
  }
  if (isCallNode(node) || !isExpressionNode(node)) return unknown(BY_EXCEL);
  if (isUnaryNode(node)) return operation(node.operator === "-" || node.operator === "+" || node.operator === "%" ? `${node.operator} alone` : "", node.arguments, surroundings);
  if (isBinaryNode(node)) return operation(node.operator, node.arguments, surroundings);
  return unknown(BY_EXCEL);
}

function operation(operator: string, operands: readonly AstExpression[], surroundings: Surroundings): Evaluated {
  const values: Raw[] = [];
  for (const operand of operands) {
    const evaluated = evaluate(operand, surroundings);
    if (!evaluated.known) return evaluated;
    values.push(evaluated.value);
  }
  if (values.some(Array.isArray)) return unknown(BY_EXCEL);
  const error = values.find((value) => typeof value === "object" && value !== null && errorInArgument(value));
  if (error !== undefined) return known(error);
  const [a, b] = values;
  if (operator === "&") return known(asText(a) + asText(b));
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic) {
    const numbers = values.map(asNumber);
    if (numbers.some(Number.isNaN)) return known(new CellError("#VALUE!", ""));
    if (operator === "/" && numbers[1] === 0) return known(new CellError("#DIV/0!", ""));
    const result = arithmetic(numbers[0]!, numbers[1] ?? 0);
    return known(Number.isFinite(result) ? result : new CellError("#NUM!", ""));
  }
  return unknown(BY_EXCEL);
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "+ alone": (a) => a,
  "- alone": (a) => -a,
  "% alone": (a) => a / 100,
};

/** As Excel's operators read a value: blank is 0, TRUE is 1, numeric text is its number. */
function asNumber(value: Raw): number {
  if (value === null || typeof value === "boolean") return Number(value);
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
}

function asText(value: Raw): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function known(value: Raw): Evaluated {
  return { known: true, value };
}

function unknown(why: string): Evaluated {
  return { known: false, why };
}
