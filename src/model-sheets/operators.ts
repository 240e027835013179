import { isSame, numberOf, textOf, type CellValue } from "./sheet-functions";

// The operators of Excel's formulas, on single values.

const UNARY: Readonly<Record<string, (a: CellValue) => CellValue>> = {
  "-": (a) => -numberOf(a),
  "+": (a) => a,
  "%": (a) => numberOf(a) / 100,
};

const BINARY: Readonly<Record<string, (a: CellValue, b: CellValue) => CellValue>> = {
  "&": (a, b) => textOf(a) + textOf(b),
  "=": (a, b) => isSame(a, b),
  "<>": (a, b) => !isSame(a, b),
  "<": (a, b) => numberOf(a) < numberOf(b),
  "<=": (a, b) => numberOf(a) <= numberOf(b),
  ">": (a, b) => numberOf(a) > numberOf(b),
  ">=": (a, b) => numberOf(a) >= numberOf(b),
  "+": (a, b) => numberOf(a) + numberOf(b),
  "-": (a, b) => numberOf(a) - numberOf(b),
  "*": (a, b) => numberOf(a) * numberOf(b),
  "/": (a, b) => quotient(numberOf(a), numberOf(b)),
  "^": (a, b) => numberOf(a) ** numberOf(b),
};

export function unaryOf(operator: string): (a: CellValue) => CellValue {
  return UNARY[operator] ?? unknown(operator);
}

export function binaryOf(operator: string): (a: CellValue, b: CellValue) => CellValue {
  return BINARY[operator] ?? unknown(operator);
}

function unknown(operator: string): () => never {
  return () => {
    throw new Error(`the operator ${operator} is not known here`);
  };
}

function quotient(a: number, b: number): number {
  if (b === 0) throw new Error("it divides by zero");
  return a / b;
}
