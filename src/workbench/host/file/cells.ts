import type { Cell, CellStyle } from "hucre/xlsx";
import { areaAddress, intersection } from "../address";
import type { WorkbookState } from "../model/workbook-state";
import type { CellArea, CellContent, CellFormat, CellValue } from "../store";
import { errorResult } from "./error-results";
import { storedFormula } from "./formulas";
import { cellStyle, isPlain } from "./styles";

/** A sheet's cells by "row,column". */
export function fileCells(book: WorkbookState, sheetId: string): Map<string, Partial<Cell>> {
  const { store } = book;
  const cells = new Map<string, Partial<Cell>>();
  const styles = new Map<string, CellStyle>();
  const styleOf = (format: CellFormat): CellStyle => {
    const key = JSON.stringify(format);
    const style = styles.get(key) ?? cellStyle(format);
    styles.set(key, style);
    return style;
  };
  const used = store.usedArea(sheetId);
  const spills = store.spills(sheetId);
  if (used) {
    store.read(sheetId, used).forEach((line, r) => line.forEach((content, c) => {
      const [row, column] = [used.row + r, used.column + c];
      const format = store.readFormat(sheetId, row, column);
      const isBlank = content.value === null && content.formula === null;
      if (!isBlank || !isPlain(format)) cells.set(`${row},${column}`, { ...fileContent(content, spillAt(spills, row, column)), style: styleOf(format) });
    }));
  }
  for (const { sheetId: sheet, row, column, text } of store.comments()) {
    if (sheet === sheetId) cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), comment: { author: "Workbench", text } });
  }
  return cells;
}

/** The area of the spill whose formula stands in the cell. */
function spillAt(spills: readonly CellArea[], row: number, column: number): CellArea | undefined {
  return spills.find((spill) => intersection(spill, { row, column, rows: 1, columns: 1 }) && spill.row === row && spill.column === column);
}

function fileContent({ value, formula }: CellContent, spill: CellArea | undefined): Partial<Cell> {
  if (formula === null) return value === null ? {} : constant(value);
  return {
    formula: storedFormula(formula),
    ...(value !== null && { formulaResult: result(value) }),
    ...(spill && { formulaType: "array", formulaRef: areaAddress(spill), formulaDynamic: true }),
  };
}

function constant(value: Exclude<CellValue, null>): Partial<Cell> {
  if (typeof value === "object") return { value: value.error };
  // Of plain texts, the writer takes "#N/A" and its like for errors.
  return typeof value === "string" && value.startsWith("#") ? { richText: [{ text: escaped(value) }] } : { value: typeof value === "string" ? escaped(value) : value };
}

function result(value: Exclude<CellValue, null>): string | number | boolean {
  if (typeof value === "object") return errorResult(value.error);
  return typeof value === "string" ? escaped(value) : value;
}

/** Readers take _x0041_ for the character of that number; an escaped underscore keeps it as it is. */
function escaped(text: string): string {
  return text.replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_");
}
