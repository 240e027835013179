import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { columnName, sheetReference, type Sheet } from "../model-sheets";

/** Room between the margins of a Letter page, in points. */
const PRINTABLE_POINTS = { portrait: 6.5 * 72, landscape: 9 * 72 } as const;
/** Smaller print is hard to read. */
const SMALLEST_SCALE = 0.5;

/** How a sheet prints: as few pages wide as stay readable, name and page number below. */
export function pageSetup({ freeze, orientation, columnWidths }: Sheet): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  return {
    pageSetup: {
      orientation,
      fitToPage: true,
      fitToWidth: pagesAcross(columnWidths, freeze.columns, PRINTABLE_POINTS[orientation] / SMALLEST_SCALE),
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

function pagesAcross(columnWidths: readonly number[], repeatedColumns: number, pagePoints: number): number {
  const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);
  const repeated = sum(columnWidths.slice(0, repeatedColumns));
  const room = pagePoints - repeated;
  return room > 0 ? Math.max(1, Math.ceil((sum(columnWidths) - repeated) / room)) : 1;
}
