// What goes over the wire for one call of an add-in function, and what comes back.
// Unverified against Excel (no capture was at hand): the coercion of scalars to a declared number/string/boolean type.
import type { FunctionDefinition, FunctionParameter } from "./contract";
import type { CellError, CellValue } from "./store";

export type Argument = CellValue | readonly (readonly CellValue[])[];
export type FunctionResult = CellValue | CellValue[][];

export const BUSY: CellError = { error: "#BUSY!" };

export function isError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

function isMatrix(value: Argument): value is readonly (readonly CellValue[])[] {
  return Array.isArray(value);
}

function errorIn(argument: Argument): CellError | null {
  return (isMatrix(argument) ? argument.flat() : [argument]).find(isError) ?? null;
}

/** Whether an argument holds the placeholder of a call that has not been answered. */
export function isWaiting(argument: Argument): boolean {
  return (isMatrix(argument) ? argument.flat() : [argument]).some((value) => isError(value) && value.error === BUSY.error);
}

/**
 * Arguments in wire form: matrices for matrix parameters, bare values for scalars, null for what was left out,
 * the repeating parameter's arguments gathered in one array.
 * @param errorsAllowed whether errors reach parameters of type "any"; all others end the call with that error
 * @returns the error of the cell when Excel would not make the call
 */
export function wireArguments(definition: FunctionDefinition, args: readonly Argument[], errorsAllowed: boolean): { values: unknown[] } | CellError {
  const { parameters } = definition;
  const last = parameters.at(-1);
  const repeating = last?.repeating ? last : null;
  const fixed = repeating ? parameters.slice(0, -1) : parameters;
  const required = fixed.filter(({ optional }) => !optional).length;
  if (args.length < required) return { error: "#VALUE!", message: `${definition.name} needs at least ${required} arguments.` };
  if (!repeating && args.length > fixed.length) return { error: "#VALUE!", message: `${definition.name} takes at most ${fixed.length} arguments.` };
  const values: unknown[] = [];
  const rest: unknown[] = [];
  for (let index = 0; index < Math.max(fixed.length, args.length); index++) {
    const parameter = fixed[index] ?? last;
    if (!parameter) break;
    const argument = args[index] ?? null;
    const passesErrors = errorsAllowed && (parameter.type ?? "any") === "any";
    const value = (passesErrors ? null : errorIn(argument)) ?? wireArgument(parameter, argument);
    if (isError(value)) return value;
    (index < fixed.length ? values : rest).push(value);
  }
  return { values: repeating ? [...values, rest] : values };
}

function wireArgument(parameter: FunctionParameter, argument: Argument): unknown {
  if (argument === null) return null;
  if (parameter.dimensionality === "matrix") return (isMatrix(argument) ? argument : [[argument]]).map((row) => row.map(wireValue));
  if (!isMatrix(argument)) return coerced(parameter, argument);
  const [[single] = []] = argument;
  if (argument.length === 1 && argument[0]?.length === 1) return coerced(parameter, single ?? null);
  return { error: "#VALUE!", message: `${parameter.name} takes one value, not a range.` };
}

function wireValue(value: CellValue): unknown {
  return isError(value) ? { code: value.error, type: "CustomFunctionError" } : value;
}

function coerced({ name, type }: FunctionParameter, value: CellValue): unknown {
  if (value === null || isError(value)) return wireValue(value);
  if (type === "number" && typeof value !== "number") {
    const number = typeof value === "boolean" ? Number(value) : value.trim() === "" ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : { error: "#VALUE!", message: `${name} takes a number.` };
  }
  if (type === "string") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if (type === "boolean" && typeof value !== "boolean") {
    if (typeof value === "number") return value !== 0;
    const truth = { TRUE: true, FALSE: false }[value.toUpperCase()];
    return truth ?? { error: "#VALUE!", message: `${name} takes TRUE or FALSE.` };
  }
  return value;
}

/** Error numbers of office.js's function runtime. */
const ERROR_OF_CODE: Readonly<Record<number, string>> = { 0: "#VALUE!", 1: "#N/A", 2: "#VALUE!", 3: "#VALUE!", 4: "#VALUE!", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!", 9: "#NAME?", 10: "#NAME?" };

/** [invocation id, succeeded, value or message, error code when failed, timings] */
export type WireResult = readonly [number, boolean, unknown, (number | null)?, unknown?];

/** For NaN and infinite results the runtime sends the number as text where a sentence could be. */
const NO_SENTENCE = /^(|NaN|-?Infinity)$/;

export function functionResult([, succeeded, value, code]: WireResult): FunctionResult {
  if (!succeeded) return { error: ERROR_OF_CODE[code ?? 0] ?? "#VALUE!", ...(typeof value === "string" && !NO_SENTENCE.test(value) ? { message: value } : {}) };
  if (!Array.isArray(value)) return cellValue(value);
  const matrix = value.map((row: unknown) => (Array.isArray(row) ? row.map(cellValue) : [cellValue(row)]));
  const [[only] = []] = matrix;
  return matrix.length === 1 && matrix[0]?.length === 1 && only !== undefined ? only : matrix;
}

/** Data types keep only their basic value: the workbench shows no cards and no formats of formatted numbers. */
function cellValue(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return 0;
  const { type, basicValue, message, errorMessage } = value as { type?: string; basicValue?: unknown; message?: unknown; errorMessage?: unknown };
  const sentence = message ?? errorMessage;
  if (type === "Error") return { error: String(basicValue), ...(typeof sentence === "string" && sentence !== "" ? { message: sentence } : {}) };
  return typeof basicValue === "number" || typeof basicValue === "string" || typeof basicValue === "boolean" ? basicValue : { error: "#VALUE!" };
}
