import { columnName, LOOKS, type LookFormat, type Sheet } from "../model-sheets";
import { areaAddress, areasByValue } from "./areas";
import { cellInput } from "./cell-input";
import { relativeFormula } from "./relative-formula";

/** Fewer cells than these are written with the others, cell by cell. */
const LARGE_AREA = 4;

/** Cells with their looks, widths, and what stays in view. What the sheet held at the same place is overwritten. */
export function writeSheet(target: Excel.Worksheet, sheet: Sheet): void {
  const { rows, columnWidths, tabColor } = sheet;
  writeContents(target, sheet);
  // Formats follow the formulas, because a formula that yields a date brings a format of its own.
  const formats = rows.map((row) => row.map((cell) => cell?.format ?? (typeof cell?.content === "object" ? "General" : undefined)));
  for (const [format, areas] of areasByValue(formats)) {
    for (const area of areas) target.getRange(areaAddress(area)).numberFormat = forAll(format);
  }
  for (const [look, areas] of areasByValue(rows.map((row) => row.map((cell) => cell?.look)))) {
    if (Object.keys(LOOKS[look]).length > 0) for (const area of areas) applyLook(target.getRange(areaAddress(area)).format, LOOKS[look]);
  }
  for (const [width, areas] of areasByValue([columnWidths])) {
    for (const area of areas) target.getRange(areaAddress(area).replace(/\d+/g, "")).format.columnWidth = width;
  }
  freeze(target, sheet);
  target.showGridlines = false;
  target.tabColor = tabColor;
}

/** One formula along many cells is sent once, so that large models stay below what Excel takes in one piece. */
function writeContents(target: Excel.Worksheet, { rows }: Sheet): void {
  const formulas = areasByValue(rows.map((row, r) => row.map((cell, c) => (typeof cell?.content === "object" ? relativeFormula(cell.content.formula, r, c) : undefined))));
  const large = [...formulas].flatMap(([formula, areas]) => areas.filter((area) => area.rows * area.columns >= LARGE_AREA).map((area) => ({ formula, area })));
  const inputs: (string | number | boolean | null)[][] = rows.map((row) => row.map(cellInput));
  for (const { area } of large) {
    for (let r = area.row; r < area.row + area.rows; r++) inputs[r]!.fill(null, area.column, area.column + area.columns);
  }
  target.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 0).formulas = inputs;
  for (const { formula, area } of large) target.getRange(areaAddress(area)).formulasR1C1 = forAll(formula);
}

/** Excel takes one value for all cells of a range, which its declarations do not know. */
function forAll(value: string): string[][] {
  return value as unknown as string[][];
}

function applyLook(format: Excel.RangeFormat, look: LookFormat): void {
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.size) format.font.size = look.size;
  if (look.fontColor) format.font.color = look.fontColor;
  if (look.fillColor) format.fill.color = look.fillColor;
  if (look.align) format.horizontalAlignment = look.align;
  if (look.indent) format.indentLevel = look.indent;
  if (look.wrap) {
    format.wrapText = true;
    format.verticalAlignment = "Top";
  }
  if (look.lineBelow) {
    const line = format.borders.getItem("EdgeBottom");
    line.style = "Continuous";
    line.color = look.lineBelow;
  }
}

function freeze(target: Excel.Worksheet, { freeze: { rows, columns } }: Sheet): void {
  const { freezePanes } = target;
  if (rows > 0 && columns > 0) freezePanes.freezeAt(target.getRange(`A1:${columnName(columns - 1)}${rows}`));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
  else freezePanes.unfreeze();
}
