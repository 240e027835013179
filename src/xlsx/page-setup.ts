import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { columnName, pagesAcross, sheetReference, type Sheet } from "../model-sheets";

/** How a sheet prints: as few pages wide as stay readable, name and page number below. */
export function pageSetup(sheet: Sheet): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: pagesAcross(sheet),
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: "&L&A&RPage &P of &N" },
  };
}

/** The names by which rows and columns that stay in view are repeated on every page. */
export function printTitles(sheets: readonly Sheet[]): NonNullable<WriteOptions["namedRanges"]> {
  return sheets.flatMap(({ name, freeze }) => {
    const parts = [
      ...(freeze.columns > 0 ? [`$A:$${columnName(freeze.columns - 1)}`] : []),
      ...(freeze.rows > 0 ? [`$1:$${freeze.rows}`] : []),
    ];
    // Not through hucre's own setting, which writes a name such as "Model 2" without quotes.
    return parts.length === 0 ? [] : [{ name: "_xlnm.Print_Titles", scope: name, range: parts.map((part) => `${sheetReference(name)}!${part}`).join(",") }];
  });
}
