// How a sheet prints: kept and read back, since the workbench prints nothing.
import type { CellArea } from "../store";
import { integer, oneOf, text } from "../arguments";
import { HostError } from "../errors";
import { hostObject, type HostObject, type ObjectType, type Scalar } from "../object-type";
import { rangeArgument, rangeObject } from "./range";
import type { WorksheetState } from "./states";
import type { PrintSettings } from "./workbook-state";

const ZOOMS = ["scale", "horizontalFitToPages", "verticalFitToPages"];

function settings({ book, id }: WorksheetState): PrintSettings {
  return book.sheetState(id).print;
}

/** A scale, or a number of pages across or down. */
function zoom(value: unknown): Record<string, number> {
  const given = Object.entries((value ?? {}) as Record<string, unknown>).filter(([, pages]) => pages !== null && pages !== undefined);
  if (given.length === 0 || given.some(([name]) => !ZOOMS.includes(name))) throw new HostError("InvalidArgument");
  return Object.fromEntries(given.map(([name, pages]) => [name, integer(pages)]));
}

function areaOf({ book, id }: WorksheetState, range: unknown): CellArea {
  const { sheetId, area } = rangeArgument(book, id, range);
  if (sheetId !== id) throw new HostError("InvalidArgument");
  return area;
}

function range({ book, id }: WorksheetState, area: CellArea | null): HostObject | null {
  return area && rangeObject(book, id, area);
}

function marginText(margin: keyof PrintSettings["margins"]): Scalar<WorksheetState> {
  return { since: "ExcelApi 1.9", read: (self) => settings(self).margins[margin], write: (self, value) => void (settings(self).margins[margin] = text(value)) };
}

export const headerFooterType: ObjectType<WorksheetState> = {
  wire: "HeaderFooter",
  scalars: {
    LeftHeader: marginText("LeftHeader"), CenterHeader: marginText("CenterHeader"), RightHeader: marginText("RightHeader"),
    LeftFooter: marginText("LeftFooter"), CenterFooter: marginText("CenterFooter"), RightFooter: marginText("RightFooter"),
  },
};

export const headersFootersType: ObjectType<WorksheetState> = {
  wire: "HeaderFooterGroup",
  links: { DefaultForAllPages: { since: "ExcelApi 1.9", follow: (self) => hostObject(headerFooterType, self) } },
};

export const pageLayoutType: ObjectType<WorksheetState> = {
  wire: "PageLayout",
  scalars: {
    Orientation: {
      since: "ExcelApi 1.9",
      read: (self) => settings(self).orientation,
      write: (self, value) => void (settings(self).orientation = oneOf(["Portrait", "Landscape"], value)),
    },
    Zoom: { since: "ExcelApi 1.9", read: (self) => settings(self).zoom, write: (self, value) => void (settings(self).zoom = zoom(value)) },
  },
  links: { HeadersFooters: { since: "ExcelApi 1.9", follow: (self) => hostObject(headersFootersType, self) } },
  methods: {
    SetPrintArea: {
      since: "ExcelApi 1.9",
      call(self, [area]) {
        settings(self).area = areaOf(self, area);
        self.book.publishSheetViews();
        return null;
      },
    },
    SetPrintTitleRows: { since: "ExcelApi 1.9", call: (self, [rows]) => ((settings(self).titleRows = areaOf(self, rows)), null) },
    SetPrintTitleColumns: { since: "ExcelApi 1.9", call: (self, [columns]) => ((settings(self).titleColumns = areaOf(self, columns)), null) },
    GetPrintTitleRowsOrNullObject: { since: "ExcelApi 1.9", call: (self) => range(self, settings(self).titleRows) },
    GetPrintTitleColumnsOrNullObject: { since: "ExcelApi 1.9", call: (self) => range(self, settings(self).titleColumns) },
  },
};
