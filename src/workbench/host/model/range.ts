import { translateFormulaToR1C1 } from "@borgar/fx";
import { areaAddress, boundingArea, insideSheet, intersection, MAX_COLUMNS, MAX_ROWS, parseAddress, quotedSheetName } from "../address";
import { flag, integer, oneOf } from "../arguments";
import { scriptValue } from "../cell-input";
import { HostError, notImplemented } from "../errors";
import { hostObject, stateOf, type HostObject, type Method, type ObjectType } from "../object-type";
import type { CellArea } from "../store";
import { conditionalFormatCollectionType } from "./conditional-formats";
import { dataValidationType } from "./data-validation";
import { formatType } from "./format";
import { readCells, usedPart, valueType } from "./range-read";
import { clearCells, writeCells, writeFormulasR1C1, writeNumberFormats } from "./range-write";
import type { RangeState } from "./states";
import type { WorkbookState } from "./workbook-state";

export function rangeObject(book: WorkbookState, sheetId: string, area: CellArea): HostObject {
  book.sheet(sheetId);
  return hostObject(rangeType, { book, sheetId, area: insideSheet(areaOf(area)) });
}

/** The range behind an argument that may be a Range or an address on the given sheet. */
export function rangeArgument(book: WorkbookState, sheetId: string, value: unknown): RangeState {
  const range = stateOf(rangeType, value);
  if (range) return range;
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  return resolveAddress(book, sheetId, value);
}

/** An address, with or without a sheet name, or a defined name. */
export function resolveAddress(book: WorkbookState, sheetId: string, address: string): RangeState {
  const parsed = parseAddress(address);
  if (parsed) {
    const sheet = parsed.sheet === null ? book.sheet(sheetId) : book.findSheet(parsed.sheet);
    if (!sheet) throw new HostError("InvalidArgument");
    return { book, sheetId: sheet.id, area: areaOf(parsed) };
  }
  if (address.includes(",")) throw notImplemented("ranges of several areas");
  const name = book.store.names().find((each) => each.name.toLowerCase() === address.toLowerCase());
  const target = name && parseAddress(name.formula.replace(/^=/, ""));
  const sheet = target?.sheet ? book.findSheet(target.sheet) : null;
  if (!target || !sheet) throw new HostError("InvalidArgument");
  return { book, sheetId: sheet.id, area: areaOf(target) };
}

function areaOf({ row, column, rows, columns }: CellArea): CellArea {
  return { row, column, rows, columns };
}

export function fullAddress({ book, sheetId, area }: RangeState, absolute = false): string {
  return `${quotedSheetName(book.sheet(sheetId).name)}!${areaAddress(area, absolute)}`;
}

function within(self: RangeState, area: CellArea): HostObject {
  return rangeObject(self.book, self.sheetId, area);
}

function bounding(self: RangeState, other: unknown, combine: (a: CellArea, b: CellArea) => CellArea | null): HostObject | null {
  const second = rangeArgument(self.book, self.sheetId, other);
  if (second.sheetId !== self.sheetId) throw new HostError("InvalidArgument");
  const area = combine(self.area, second.area);
  return area && within(self, area);
}

/** Only to the same place of another sheet, where no reference moves. */
function copyFrom({ book, sheetId, area }: RangeState, [source, type, skipBlanks, transpose]: readonly unknown[]): null {
  const from = rangeArgument(book, sheetId, source);
  const what = oneOf(["Formulas", "Formats"], type ?? "All");
  if (from.sheetId === sheetId || areaAddress(from.area) !== areaAddress(area)) throw notImplemented("copying to another place");
  if (skipBlanks === true || transpose === true) throw notImplemented("copying with blanks skipped or transposed");
  book.copy(from.sheetId, sheetId, area, what === "Formulas" ? "Contents" : "Formats");
  if (what === "Formulas") book.events.dataChanged(book.sheet(sheetId), area, "addin");
  return null;
}

/** The spill that a cell belongs to; null of more cells than one. */
function spillOf({ book, sheetId, area }: RangeState): CellArea | null {
  if (area.rows > 1 || area.columns > 1) return null;
  return book.store.spills(sheetId).find((each) => intersection(each, area)) ?? null;
}

function isAnchor({ area }: RangeState, spill: CellArea): boolean {
  return spill.row === area.row && spill.column === area.column;
}

/** Whether all cells belong to spills; null where some do. */
function hasSpill({ book, sheetId, area }: RangeState): boolean | null {
  const cells = book.store.spills(sheetId).map((spill) => intersection(spill, area)).reduce((sum, part) => sum + (part ? part.rows * part.columns : 0), 0);
  return cells === 0 ? false : cells === area.rows * area.columns ? true : null;
}

const navigation: Record<string, Method<RangeState>> = {
  GetCell: {
    since: "ExcelApi 1.1",
    call: (self, [row, column]) => within(self, { row: self.area.row + integer(row), column: self.area.column + integer(column), rows: 1, columns: 1 }),
  },
  GetRow: { since: "ExcelApi 1.1", call: (self, [row]) => within(self, { ...self.area, row: self.area.row + integer(row), rows: 1 }) },
  GetColumn: { since: "ExcelApi 1.1", call: (self, [column]) => within(self, { ...self.area, column: self.area.column + integer(column), columns: 1 }) },
  GetLastRow: { since: "ExcelApi 1.1", call: (self) => within(self, { ...self.area, row: self.area.row + self.area.rows - 1, rows: 1 }) },
  GetLastColumn: { since: "ExcelApi 1.1", call: (self) => within(self, { ...self.area, column: self.area.column + self.area.columns - 1, columns: 1 }) },
  GetLastCell: {
    since: "ExcelApi 1.1",
    call: (self) => within(self, { row: self.area.row + self.area.rows - 1, column: self.area.column + self.area.columns - 1, rows: 1, columns: 1 }),
  },
  GetEntireRow: { since: "ExcelApi 1.1", call: (self) => within(self, { ...self.area, column: 0, columns: MAX_COLUMNS }) },
  GetEntireColumn: { since: "ExcelApi 1.1", call: (self) => within(self, { ...self.area, row: 0, rows: MAX_ROWS }) },
  GetOffsetRange: {
    since: "ExcelApi 1.1",
    call: (self, [rows, columns]) => within(self, { ...self.area, row: self.area.row + integer(rows), column: self.area.column + integer(columns) }),
  },
  GetResizedRange: {
    since: "ExcelApi 1.2",
    call: (self, [rows, columns]) => within(self, { ...self.area, rows: self.area.rows + integer(rows), columns: self.area.columns + integer(columns) }),
  },
  GetAbsoluteResizedRange: { since: "ExcelApi 1.7", call: (self, [rows, columns]) => within(self, { ...self.area, rows: integer(rows), columns: integer(columns) }) },
  GetBoundingRect: { since: "ExcelApi 1.1", call: (self, [other]) => bounding(self, other, boundingArea) },
  GetIntersection: {
    since: "ExcelApi 1.1",
    call(self, [other]) {
      const shared = bounding(self, other, intersection);
      if (!shared) throw new HostError("ItemNotFound");
      return shared;
    },
  },
  GetIntersectionOrNullObject: { since: "ExcelApi 1.4", call: (self, [other]) => bounding(self, other, intersection) },
  GetUsedRange: {
    since: "ExcelApi 1.1",
    calculated: true,
    call(self) {
      const area = usedPart(self);
      if (!area) throw new HostError("ItemNotFound");
      return within(self, area);
    },
  },
  GetUsedRangeOrNullObject: {
    since: "ExcelApi 1.4",
    calculated: true,
    call(self) {
      const area = usedPart(self);
      return area && within(self, area);
    },
  },
};

export const rangeType: ObjectType<RangeState> = {
  wire: "Range",
  scalars: {
    Address: { since: "ExcelApi 1.1", read: (self) => fullAddress(self) },
    HasSpill: { since: "ExcelApi 1.12", calculated: true, read: hasSpill },
    CellCount: { since: "ExcelApi 1.1", read: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    ColumnCount: { since: "ExcelApi 1.1", read: ({ area }) => area.columns },
    ColumnIndex: { since: "ExcelApi 1.1", read: ({ area }) => area.column },
    RowCount: { since: "ExcelApi 1.1", read: ({ area }) => area.rows },
    RowIndex: { since: "ExcelApi 1.1", read: ({ area }) => area.row },
    Values: {
      since: "ExcelApi 1.1",
      calculated: true,
      read: (self) => readCells(self, ({ value }) => scriptValue(value)),
      write: (self, values) => writeCells(self, values),
    },
    Formulas: {
      since: "ExcelApi 1.1",
      calculated: true,
      read: (self) => readCells(self, ({ formula, value }) => formula ?? scriptValue(value)),
      write: (self, formulas) => writeCells(self, formulas),
    },
    FormulasR1C1: {
      since: "ExcelApi 1.2",
      calculated: true,
      read: (self) => readCells(self, ({ formula, value }, address) => (formula === null ? scriptValue(value) : translateFormulaToR1C1(formula, address))),
      write: (self, formulas) => writeFormulasR1C1(self, formulas),
    },
    Text: { since: "ExcelApi 1.1", calculated: true, read: (self) => readCells(self, ({ text }) => text) },
    ValueTypes: { since: "ExcelApi 1.1", calculated: true, read: (self) => readCells(self, ({ value }) => valueType(value)) },
    NumberFormat: {
      since: "ExcelApi 1.1",
      read: (self) => readCells(self, ({ numberFormat }) => numberFormat),
      write: (self, formats) => writeNumberFormats(self, formats),
    },
  },
  links: {
    Format: { since: "ExcelApi 1.1", follow: (self) => hostObject(formatType, self) },
    Worksheet: { since: "ExcelApi 1.1", follow: ({ book, sheetId }) => book.owners.worksheet(book, sheetId) },
    ConditionalFormats: { since: "ExcelApi 1.6", follow: (self) => hostObject(conditionalFormatCollectionType, self) },
    DataValidation: { since: "ExcelApi 1.8", follow: (self) => hostObject(dataValidationType, self) },
  },
  methods: {
    ...navigation,
    GetSpillingToRangeOrNullObject: {
      since: "ExcelApi 1.12",
      calculated: true,
      call(self) {
        const spill = spillOf(self);
        return spill && isAnchor(self, spill) ? within(self, spill) : null;
      },
    },
    GetSpillParentOrNullObject: {
      since: "ExcelApi 1.12",
      calculated: true,
      call(self) {
        const spill = spillOf(self);
        return spill && !isAnchor(self, spill) ? within(self, { ...spill, rows: 1, columns: 1 }) : null;
      },
    },
    Clear: { since: "ExcelApi 1.1", call: (self, [what]) => clearCells(self, oneOf(["All", "Contents", "Formats"], what ?? "All")) },
    CopyFrom: { since: "ExcelApi 1.9", call: copyFrom },
    Merge: {
      since: "ExcelApi 1.2",
      call({ book, sheetId, area }, [across]) {
        const perRow = across !== null && across !== undefined && flag(across);
        const areas = perRow ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 })) : [area];
        for (const each of areas) book.store.merge(sheetId, each);
        return null;
      },
    },
    Select: {
      since: "ExcelApi 1.1",
      call({ book, sheetId, area }) {
        const before = book.store.activeSheetId();
        book.store.select(sheetId, area);
        book.events.activated(before, book.store.activeSheetId());
        book.events.selectionChanged(sheetId, area);
        return null;
      },
    },
    /** Sent by office.js before it splits a write of more than 1,500 cells into parts. */
    _ValidateArraySize: {
      call({ area }, [rows, columns]) {
        if (rows !== area.rows || columns !== area.columns) throw new HostError("InvalidArgument", "The array's rows or columns do not match the range's.");
        return null;
      },
    },
  },
};
