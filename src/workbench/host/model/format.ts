// range.format: what is read is the common value of the range's cells, or null where they differ.
import { MAX_COLUMNS, MAX_ROWS } from "../address";
import { color, flag, integer, oneOf, size, text } from "../arguments";
import { hostObject, type ObjectType, type Scalar } from "../object-type";
import type { CellFormat } from "../store";
import { borderCollectionType } from "./borders";
import { commonFormat } from "./range-read";
import type { RangeState } from "./states";

/** What a cell without formats has. */
const DEFAULTS = { bold: false, italic: false, underline: false, fontName: "Calibri", fontSize: 11, fontColor: "#000000", fillColor: null, horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, indentLevel: 0 } as const;
type FormatKey = keyof typeof DEFAULTS;

function formatScalar<K extends FormatKey>(key: K, check: (value: unknown) => CellFormat[K], view: (value: unknown) => unknown = (value) => value): Scalar<RangeState> {
  return {
    since: "ExcelApi 1.1",
    read: (self) => view(commonFormat(self, (format) => format[key] ?? DEFAULTS[key])),
    write: ({ book, sheetId, area }, value) => book.store.writeFormat(sheetId, area, { [key]: check(value) }),
  };
}

const underlines = ["None", "Single"] as const;

export const fontType: ObjectType<RangeState> = {
  wire: "RangeFont",
  scalars: {
    Bold: formatScalar("bold", flag),
    Italic: formatScalar("italic", flag),
    Underline: formatScalar("underline", (value) => oneOf(underlines, value) === "Single", (value) => (value === null ? null : value ? "Single" : "None")),
    Color: formatScalar("fontColor", color),
    Name: formatScalar("fontName", text),
    Size: formatScalar("fontSize", size),
  },
};

export const fillType: ObjectType<RangeState> = {
  wire: "RangeFill",
  scalars: {
    Color: {
      since: "ExcelApi 1.1",
      read: (self) => commonFormat(self, (format) => format.fillColor ?? "#FFFFFF"),
      write: ({ book, sheetId, area }, value) => book.store.writeFormat(sheetId, area, { fillColor: color(value) }),
    },
  },
  methods: {
    Clear: {
      since: "ExcelApi 1.1",
      call({ book, sheetId, area }) {
        book.store.writeFormat(sheetId, area, { fillColor: null });
        return null;
      },
    },
  },
};

function sameSize(count: number, read: (index: number) => number): number | null {
  const first = read(0);
  for (let index = 1; index < Math.min(count, MAX_COLUMNS); index++) if (read(index) !== first) return null;
  return first;
}

/** Width of a text in points at 11 point Calibri, as Excel's own rule has it: 7 pixels a digit and 5 pixels of margin, 0.75 points a pixel. */
function textWidth(shown: string, fontSize: number): number {
  const longest = Math.max(...shown.split("\n").map((line) => line.length));
  return (longest * 7 * (fontSize / DEFAULTS.fontSize) + 5) * 0.75;
}

/** An estimate by character count: there is no font to measure without a screen. Empty columns keep their width. */
function autofitColumns({ book, sheetId, area }: RangeState): null {
  const filled = book.store.usedArea(sheetId);
  if (!filled) return null;
  const first = Math.max(area.row, filled.row);
  const rows = Math.min(area.row + area.rows, filled.row + filled.rows) - first;
  const last = Math.min(area.column + area.columns, filled.column + filled.columns);
  for (let column = Math.max(area.column, filled.column); rows > 0 && column < last; column++) {
    const widths = book.store.read(sheetId, { row: first, column, rows, columns: 1 }).map(([cell], row) => {
      if (!cell || cell.text === "") return 0;
      return textWidth(cell.text, book.store.readFormat(sheetId, first + row, column).fontSize ?? DEFAULTS.fontSize);
    });
    const widest = Math.max(...widths);
    if (widest > 0) book.store.setColumnWidth(sheetId, column, 1, widest);
  }
  return null;
}

/** One line of the row's largest font, or as many lines as a text has line breaks. */
function autofitRows({ book, sheetId, area }: RangeState): null {
  const filled = book.store.usedArea(sheetId);
  if (!filled) return null;
  const last = Math.min(area.row + area.rows, filled.row + filled.rows);
  for (let row = Math.max(area.row, filled.row); row < last; row++) {
    const cells = book.store.read(sheetId, { row, column: filled.column, rows: 1, columns: filled.columns })[0] ?? [];
    const heights = cells.map((cell, column) => {
      const fontSize = book.store.readFormat(sheetId, row, filled.column + column).fontSize ?? DEFAULTS.fontSize;
      return cell.text === "" ? 0 : cell.text.split("\n").length * fontSize * (15 / DEFAULTS.fontSize);
    });
    book.store.setRowHeight(sheetId, row, 1, Math.max(15, ...heights));
  }
  return null;
}

export const formatType: ObjectType<RangeState> = {
  wire: "RangeFormat",
  scalars: {
    HorizontalAlignment: formatScalar("horizontalAlignment", (value) => oneOf(["General", "Left", "Center", "Right"], value)),
    VerticalAlignment: formatScalar("verticalAlignment", (value) => oneOf(["Top", "Center", "Bottom"], value)),
    WrapText: formatScalar("wrapText", flag),
    IndentLevel: { ...formatScalar("indentLevel", (value) => Math.min(250, Math.max(0, integer(value)))), since: "ExcelApi 1.9" },
    ColumnWidth: {
      since: "ExcelApi 1.2",
      read: ({ book, sheetId, area }) => sameSize(area.columns, (index) => book.store.columnWidth(sheetId, area.column + index)),
      write: ({ book, sheetId, area }, value) => book.store.setColumnWidth(sheetId, area.column, area.columns, size(value)),
    },
    RowHeight: {
      since: "ExcelApi 1.2",
      read: ({ book, sheetId, area }) => (area.rows === MAX_ROWS ? null : sameSize(area.rows, (index) => book.store.rowHeight(sheetId, area.row + index))),
      write: ({ book, sheetId, area }, value) => book.store.setRowHeight(sheetId, area.row, area.rows, size(value)),
    },
  },
  links: {
    Font: { since: "ExcelApi 1.1", follow: (self) => hostObject(fontType, self) },
    Fill: { since: "ExcelApi 1.1", follow: (self) => hostObject(fillType, self) },
    Borders: { since: "ExcelApi 1.1", follow: (self) => hostObject(borderCollectionType, self) },
  },
  methods: {
    AutofitColumns: { since: "ExcelApi 1.2", calculated: true, call: autofitColumns },
    AutofitRows: { since: "ExcelApi 1.2", calculated: true, call: autofitRows },
  },
};
