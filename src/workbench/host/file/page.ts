import type { WriteOptions, WriteSheet } from "hucre/xlsx";
import { areaAddress, quotedSheetName } from "../address";
import type { PrintSettings, WorkbookState } from "../model/workbook-state";

type Margins = PrintSettings["margins"];

/** How a sheet prints. */
export function pageSetup({ orientation, zoom, margins }: PrintSettings): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const { scale, horizontalFitToPages, verticalFitToPages } = zoom;
  const header = text(margins, "Header");
  const footer = text(margins, "Footer");
  return {
    pageSetup: {
      orientation: orientation === "Landscape" ? "landscape" : "portrait",
      ...(scale === undefined ? { fitToPage: true, fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 } : { scale }),
    },
    ...((header || footer) && { headerFooter: { ...(header && { oddHeader: header }), ...(footer && { oddFooter: footer }) } }),
  };
}

function text(margins: Margins, where: "Header" | "Footer"): string {
  return ([["L", `Left${where}`], ["C", `Center${where}`], ["R", `Right${where}`]] as const).map(([key, name]) => (margins[name] ? `&${key}${margins[name]}` : "")).join("");
}

/** The names by which a file says what is printed, and which rows and columns are repeated. */
export function printNames(book: WorkbookState): NonNullable<WriteOptions["namedRanges"]> {
  return book.store.sheets().flatMap(({ id, name }) => {
    const { area, titleRows, titleColumns } = book.sheetState(id).print;
    const sheet = quotedSheetName(name);
    const titles = [titleColumns, titleRows].flatMap((part) => (part ? [`${sheet}!${areaAddress(part, true)}`] : []));
    return [
      ...(area ? [{ name: "_xlnm.Print_Area", scope: name, range: `${sheet}!${areaAddress(area, true)}` }] : []),
      ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", scope: name, range: titles.join(",") }] : []),
    ];
  });
}
