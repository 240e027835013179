import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { absoluteReference, columnName, pagesAcross, sheetReference, type Sheet } from "../model-sheets";

/** How a sheet prints: as few pages wide as stay readable, name and page number below. */
export function pageSetup(sheet: Sheet): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: sheet.fitToOnePage ? 1 : pagesAcross(sheet),
      fitToHeight: sheet.fitToOnePage ? 1 : 0,
    },
    headerFooter: { oddFooter: "&L&A&RPage &P of &N" },
  };
}

/**
 * The names by which a file says what is printed, and which rows and columns (those that stay in view) are repeated on every page.
 * Not through hucre's own settings, which write a name such as "Model 2" without quotes.
 */
export function printNames(sheets: readonly Sheet[]): NonNullable<WriteOptions["namedRanges"]> {
  return sheets.flatMap(({ name, freeze, printArea }) => {
    const titles = [
      ...(freeze.columns > 0 ? [`$A:$${columnName(freeze.columns - 1)}`] : []),
      ...(freeze.rows > 0 ? [`$1:$${freeze.rows}`] : []),
    ];
    return [
      ...(printArea ? [{ name: "_xlnm.Print_Area", scope: name, range: absoluteReference({ sheet: name, address: printArea }) }] : []),
      ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", scope: name, range: titles.map((part) => `${sheetReference(name)}!${part}`).join(",") }] : []),
    ];
  });
}
