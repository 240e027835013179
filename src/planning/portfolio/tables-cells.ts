import { excelSerial, FIRST_EXCEL_DATE, isoDay, LAST_EXCEL_DATE } from "../../units/dates";
import type { TableValue } from "./document-table";
import type { Schema } from "./schema";
import { isDay } from "./tables-fields";

/** A value of the document as it stands in a cell: days as serial numbers, lists joined by commas, nothing and "" blank. */
export function cellOfValue(schema: Schema, value: unknown): TableValue {
  if (value === undefined || value === "") return null;
  if (schema.type === "array") return cellOfValue({ type: "string" }, (value as readonly (string | number)[]).map((each) => quoted(String(each))).join(", "));
  return isDay(schema) ? excelSerial(value as string) : (value as TableValue);
}

/**
 * The value of the document that a cell stands for; undefined where it is blank. What does not fit the schema is passed on as
 * it is, for readPortfolio to refuse; but Excel's numbers are texts where a text belongs.
 */
export function valueOfCell(schema: Schema, cell: TableValue): unknown {
  if (isBlank(cell)) return undefined;
  if (schema.type === "array") return itemsOf(String(cell)).map((item) => (schema.items!.type === "integer" && Number.isFinite(Number(item)) ? Number(item) : item));
  if (isDay(schema) && typeof cell === "number") return cell >= FIRST_EXCEL_DATE && cell < LAST_EXCEL_DATE + 1 ? isoDay(cell) : cell;
  return schema.type === "string" && typeof cell !== "string" ? String(cell) : cell;
}

export function isBlank(cell: TableValue | undefined): boolean {
  return cell === null || cell === undefined || cell === "";
}

/** A name that has a comma or a quotation mark in quotation marks, those inside doubled. */
function quoted(item: string): string {
  return /[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}

/** The items of a text such as 'air, hydro'; empty ones are left out. */
function itemsOf(text: string): string[] {
  return [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/g)].map(([, inQuotes, bare]) => inQuotes?.replaceAll('""', '"') ?? bare!.trim()).filter((item) => item !== "");
}
