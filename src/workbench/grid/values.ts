// The two languages of values: what the store's users see (CellValue), and what Univer keeps in a cell or hands to a function.
import { CellValueType, type ICellData, type Nullable, numfmt } from "@univerjs/core";
import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { CellError, CellInput, CellValue } from "../host/store";

/** Shown while the add-in has not answered yet. */
export const BUSY = "#BUSY!";

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** What a stored cell holds. Numbers are exact: Univer rounds only what it shows. */
export function storedValue(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const value = cell.v;
  if (value === null || value === undefined) return null;
  if (cell.t === CellValueType.BOOLEAN) return Number(value) === 1;
  if (cell.t === CellValueType.NUMBER) return Number(value);
  if (typeof value === "string") return isErrorCode(value) && cell.t !== CellValueType.FORCE_STRING ? { error: value } : value;
  return value;
}

/** The cell data that enters a value or a formula; what the cell held before is replaced, its format stays. */
export function enteredCell(input: CellInput): ICellData {
  const nothingElse = { p: null, si: null, custom: null } as const;
  if ("formula" in input) return { ...nothingElse, f: input.formula, v: null, t: null };
  const { value } = input;
  switch (typeof value) {
    case "number":
      return { ...nothingElse, f: null, v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { ...nothingElse, f: null, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { ...nothingElse, f: null, v: value, t: looksLikeAnotherType(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
    default:
      return { ...nothingElse, f: null, v: value === null ? null : value.error, t: value === null ? null : CellValueType.STRING };
  }
}

/** The value as its number format shows it. */
export function shownText(value: CellValue, numberFormat: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  try {
    return numfmt.format(numberFormat, value);
  } catch {
    return String(value);
  }
}

/** A formula's argument: bare for a single cell or literal, a matrix for a range or an array, null where it was left out. */
export function argumentValue(argument: FunctionVariantType): CellValue | CellValue[][] {
  if (argument.isReferenceObject()) return arrayArgument((argument as BaseReferenceObject).toArrayValueObject());
  const value = argument as BaseValueObject;
  return value.isArray() ? arrayArgument(value as ArrayValueObject) : scalarArgument(value);
}

function arrayArgument(array: ArrayValueObject): CellValue | CellValue[][] {
  const rows = Array.from({ length: array.getRowCount() }, (_, row) => Array.from({ length: array.getColumnCount() }, (__, column) => scalarArgument(array.get(row, column))));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows;
}

function scalarArgument(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: (value as ErrorValueObject).getErrorType() };
  const raw: unknown = value.getValue();
  return typeof raw === "number" || typeof raw === "boolean" || typeof raw === "string" ? raw : null;
}

/** What a function gave, as the formula engine takes it: text stays text, errors stay errors, a matrix spills. */
export function resultObject(result: CellValue | CellValue[][]): BaseValueObject {
  if (!Array.isArray(result)) return scalarResult(result);
  const columns = Math.max(0, ...result.map((row) => row.length));
  if (columns === 0) return ErrorValueObject.create(ErrorType.CALC);
  if (result.length === 1 && columns === 1) return scalarResult(result[0]?.[0] ?? null);
  const rows = result.map((row) => Array.from({ length: columns }, (_, column) => (column < row.length ? scalarResult(row[column] ?? null) : ErrorValueObject.create(ErrorType.NA))));
  return ArrayValueObject.create({ calculateValueList: rows, rowCount: rows.length, columnCount: columns, unitId: "", sheetId: "", row: -1, column: -1 });
}

function scalarResult(value: CellValue): BaseValueObject {
  if (typeof value === "number") return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (isCellError(value)) return ErrorValueObject.create(value.error as ErrorType);
  return StringValueObject.create(value ?? "");
}

export function isErrorCode(text: string): boolean {
  return ERROR_TYPE_SET.has(text as ErrorType);
}

/** Texts that Univer would otherwise take for a number, a boolean or an error when a formula reads the cell. */
function looksLikeAnotherType(text: string): boolean {
  return text.trim() !== "" && (Number.isFinite(Number(text)) || /^(true|false)$/i.test(text) || isErrorCode(text));
}
