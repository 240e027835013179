// What a text becomes that a person types into a cell: Univer's own reading of numbers, percentages, money and dates.
import { numfmt } from "@univerjs/core";
import type { CellInput } from "../host/store";
import { GENERAL } from "./formats";
import { isErrorCode } from "./values";

/** @param format the cell's number format; a General cell takes the format that the typed text suggests */
export function typedInput(typed: string | number | boolean | null, format: string): { readonly input: CellInput; readonly numberFormat?: string } {
  if (typeof typed !== "string") return { input: { value: typed } };
  if (typed === "") return { input: { value: null } };
  if (format === "@") return { input: { value: typed } };
  if (typed.startsWith("=") && typed.length > 1) return { input: { formula: typed } };
  if (typed.startsWith("'")) return { input: { value: typed.slice(1) } };
  if (isErrorCode(typed.toUpperCase())) return { input: { value: { error: typed.toUpperCase() } } };
  const parsed = numfmt.parseValue(typed);
  if (!parsed || (typeof parsed.v !== "number" && typeof parsed.v !== "boolean")) return { input: { value: typed } };
  return { input: { value: parsed.v }, numberFormat: parsed.z && format === GENERAL ? parsed.z : undefined };
}
