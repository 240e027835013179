import { textInput } from "./cell-input";
import { explainFailure, READ_CELLS, WRITE_FORMULA } from "./write-error";

// Reading and writing the cells that a person has selected.

/** What cells hold, as worksheet functions get it: null for blank, `{ code }` for an error, a matrix for more than one cell. */
export type CellValues = unknown;

export interface ActiveCell {
  readonly sheet: string;
  /** without the sheet: "B2" */
  readonly address: string;
  /** with "=", or undefined where the cell holds none */
  readonly formula: string | undefined;
  /** the value as the cell shows it */
  readonly text: string;
}

/** A formula in a cell, and what was there before. */
export interface WrittenFormula {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly before: { readonly input: string | number | boolean; readonly numberFormat: string };
}

/** @returns the address of what is selected, with its sheet: "Sheet1!B2:B9". Throws WriteError. */
export async function selectedAddress(): Promise<string> {
  return reading(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });
}

/** The cell that is selected, or the first of several. Throws WriteError. */
export async function readActiveCell(): Promise<ActiveCell> {
  return reading(async (context) => {
    const cell = context.workbook.getActiveCell().load("address,formulas,text,worksheet/name");
    await context.sync();
    const entered: unknown = cell.formulas[0]?.[0];
    return {
      sheet: cell.worksheet.name,
      address: withoutSheet(cell.address),
      formula: typeof entered === "string" && entered.startsWith("=") ? entered : undefined,
      text: String(cell.text[0]?.[0] ?? ""),
    };
  });
}

/**
 * What cells hold, in three round trips.
 * @param sheet the sheet that references without one mean
 * @param references addresses and names as formulas write them
 * @returns the values by reference; one that names no cells of this workbook is left out. Throws WriteError.
 */
export async function readReferences(sheet: string, references: readonly string[]): Promise<ReadonlyMap<string, CellValues>> {
  return reading(async (context) => {
    const { worksheets, names } = context.workbook;
    const targets = references.map((reference) => ({
      reference,
      ...partsOf(reference),
      worksheet: worksheets.getItemOrNullObject(partsOf(reference).sheet ?? sheet).load("name"),
      name: NAME.test(reference) ? names.getItemOrNullObject(reference).load("type,value") : undefined,
    }));
    await context.sync();
    const ranges = targets.flatMap(({ reference, address, worksheet, name }) => {
      if (address !== undefined) return worksheet.isNullObject ? [] : [{ reference, range: areaOf(worksheet, address).load("values,valueTypes"), otherwise: null }];
      if (name === undefined || name.isNullObject) return [];
      // A name may stand for a number or a text instead of cells.
      return [{ reference, range: name.getRangeOrNullObject().load("values,valueTypes"), otherwise: name.type === "Range" ? null : (name.value as CellValues) }];
    });
    await context.sync();
    return new Map(ranges.map(({ reference, range, otherwise }) => [reference, range.isNullObject ? otherwise : valuesOf(range)]));
  });
}

/**
 * Writes a formula into the selected cell, or the first of several.
 * @param formulaFor makes the formula, given where it goes; what it throws goes through unchanged
 * @throws WriteError
 */
export async function writeFormula(formulaFor: (cell: { readonly sheet: string; readonly address: string }) => string): Promise<WrittenFormula> {
  let refusal: unknown;
  try {
    return await Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address,formulas,valueTypes,numberFormat,worksheet/name");
      await context.sync();
      const place = { sheet: cell.worksheet.name, address: withoutSheet(cell.address) };
      let formula: string;
      try {
        formula = formulaFor(place);
      } catch (error) {
        refusal = error;
        throw error;
      }
      const numberFormat = String(cell.numberFormat[0]?.[0] ?? "General");
      const before = { input: inputOf(cell.formulas[0]?.[0], cell.valueTypes[0]?.[0]), numberFormat };
      // A cell formatted as text would show the formula instead of its result.
      if (numberFormat === "@") cell.numberFormat = [["General"]];
      cell.formulas = [[formula]];
      // Read back, since Excel may write a formula in its own way.
      cell.load("formulas");
      await context.sync();
      return { ...place, formula: String(cell.formulas[0]?.[0]), before };
    });
  } catch (error) {
    throw refusal !== undefined ? error : explainFailure(error, WRITE_FORMULA);
  }
}

/**
 * Puts back what was in the cell before the formula.
 * @returns false where the cell holds something else by now, which is left alone
 * @throws WriteError
 */
export async function takeBack({ sheet, address, formula, before }: WrittenFormula): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load("name");
      await context.sync();
      if (worksheet.isNullObject) return false;
      const cell = worksheet.getRange(address).load("formulas,numberFormat");
      await context.sync();
      if (cell.formulas[0]?.[0] !== formula) return false;
      cell.formulas = [[before.input]];
      if (before.numberFormat === "@") cell.numberFormat = [["@"]];
      await context.sync();
      return true;
    });
  } catch (error) {
    throw explainFailure(error, WRITE_FORMULA);
  }
}

async function reading<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw explainFailure(error, READ_CELLS);
  }
}

const REFERENCE = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/i;
const NAME = /^[\p{L}_\\][\p{L}\d_.\\]*$/u;

/** Sheet and address of a reference; no address where it is none. */
function partsOf(reference: string): { sheet?: string; address?: string } {
  const [, quoted, plain, address] = REFERENCE.exec(reference) ?? [];
  return { sheet: quoted?.replaceAll("''", "'") ?? plain, address };
}

/** Of whole columns and rows the used part. */
function areaOf(worksheet: Excel.Worksheet, address: string): Excel.Range {
  const range = worksheet.getRange(address);
  return /[A-Z]\$?\d/i.test(address) ? range : range.getUsedRangeOrNullObject(true);
}

function valuesOf(range: Excel.Range): CellValues {
  const rows = range.values.map((row: unknown[], r) => row.map((value, c): unknown => {
    const type: unknown = range.valueTypes[r]?.[c];
    if (type === "Empty") return null;
    return type === "Error" ? { code: value } : value;
  }));
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows;
}

/** What to enter to get a cell's content again. */
function inputOf(entered: unknown, type: unknown): string | number | boolean {
  if (typeof entered === "number" || typeof entered === "boolean") return entered;
  const text = typeof entered === "string" ? entered : "";
  return type === "String" && !text.startsWith("=") ? textInput(text) : text;
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
