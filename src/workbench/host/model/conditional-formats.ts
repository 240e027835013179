// Conditional formats are kept as data for the page to apply; the host evaluates none.
import { color, flag, integer, oneOf, text } from "../arguments";
import type { ConditionalFormatModel } from "../contract";
import { intersection } from "../address";
import { HostError } from "../errors";
import { hostObject, type HostObject, type ObjectType } from "../object-type";
import type { RangeState } from "./states";
import type { WorkbookState } from "./workbook-state";

interface FormatState {
  readonly book: WorkbookState;
  readonly id: string;
}

const OPERATORS = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqual", "LessThanOrEqual"] as const;

function model({ book, id }: FormatState): ConditionalFormatModel {
  const found = book.conditionalFormats.get().find((each) => each.id === id);
  if (!found) throw new HostError("ItemNotFound");
  return found;
}

function change({ book, id }: FormatState, patch: Partial<ConditionalFormatModel>): void {
  book.conditionalFormats.set(book.conditionalFormats.get().map((each) => (each.id === id ? { ...each, ...patch } : each)));
}

function cellValueRule(value: unknown): Record<string, string> {
  const given = (value ?? {}) as { formula1?: unknown; formula2?: unknown; operator?: unknown };
  const operator = oneOf(OPERATORS, given.operator);
  const needsTwo = operator === "Between" || operator === "NotBetween";
  if (needsTwo !== (given.formula2 !== undefined && given.formula2 !== null)) throw new HostError("InvalidArgument");
  return { formula1: text(given.formula1), ...(needsTwo ? { formula2: text(given.formula2) } : {}), operator };
}

export const fontType: ObjectType<FormatState> = {
  wire: "ConditionalRangeFont",
  scalars: {
    Color: { since: "ExcelApi 1.6", read: (self) => model(self).fontColor, write: (self, value) => change(self, { fontColor: color(value) }) },
    Bold: { since: "ExcelApi 1.6", read: (self) => model(self).bold, write: (self, value) => change(self, { bold: flag(value) }) },
  },
};

export const fillType: ObjectType<FormatState> = {
  wire: "ConditionalRangeFill",
  scalars: { Color: { since: "ExcelApi 1.6", read: (self) => model(self).fillColor, write: (self, value) => change(self, { fillColor: color(value) }) } },
};

export const rangeFormatType: ObjectType<FormatState> = {
  wire: "ConditionalRangeFormat",
  links: {
    Font: { since: "ExcelApi 1.6", follow: (self) => hostObject(fontType, self) },
    Fill: { since: "ExcelApi 1.6", follow: (self) => hostObject(fillType, self) },
  },
};

export const cellValueType: ObjectType<FormatState> = {
  wire: "CellValueConditionalFormat",
  scalars: { Rule: { since: "ExcelApi 1.6", read: (self) => model(self).rule, write: (self, value) => change(self, { rule: cellValueRule(value) }) } },
  links: { Format: { since: "ExcelApi 1.6", follow: (self) => hostObject(rangeFormatType, self) } },
};

export const customRuleType: ObjectType<FormatState> = {
  wire: "ConditionalFormatRule",
  scalars: { Formula: { since: "ExcelApi 1.6", read: (self) => model(self).rule?.formula ?? "", write: (self, value) => change(self, { rule: { formula: text(value) } }) } },
};

export const customType: ObjectType<FormatState> = {
  wire: "CustomConditionalFormat",
  links: {
    Rule: { since: "ExcelApi 1.6", follow: (self) => hostObject(customRuleType, self) },
    Format: { since: "ExcelApi 1.6", follow: (self) => hostObject(rangeFormatType, self) },
  },
};

function ofType(self: FormatState, type: ConditionalFormatModel["type"]): HostObject | null {
  if (model(self).type !== type) return null;
  return type === "CellValue" ? hostObject(cellValueType, self) : hostObject(customType, self);
}

function required(object: HostObject | null): HostObject {
  if (!object) throw new HostError("InvalidOperation");
  return object;
}

export const formatType: ObjectType<FormatState> = {
  wire: "ConditionalFormat",
  identity: { field: "Id", of: ({ id }) => id },
  scalars: {
    Id: { since: "ExcelApi 1.6", read: ({ id }) => id },
    Type: { since: "ExcelApi 1.6", read: (self) => model(self).type },
    Priority: { since: "ExcelApi 1.6", read: (self) => model(self).priority, write: (self, value) => change(self, { priority: integer(value) }) },
    StopIfTrue: { since: "ExcelApi 1.6", read: (self) => model(self).stopIfTrue, write: (self, value) => change(self, { stopIfTrue: flag(value) }) },
  },
  links: {
    CellValue: { since: "ExcelApi 1.6", follow: (self) => required(ofType(self, "CellValue")) },
    CellValueOrNullObject: { since: "ExcelApi 1.6", follow: (self) => ofType(self, "CellValue") },
    Custom: { since: "ExcelApi 1.6", follow: (self) => required(ofType(self, "Custom")) },
    CustomOrNullObject: { since: "ExcelApi 1.6", follow: (self) => ofType(self, "Custom") },
  },
  methods: {
    GetRange: {
      since: "ExcelApi 1.6",
      call(self) {
        const { area } = model(self);
        return self.book.owners.range(self.book, area.sheetId, area);
      },
    },
    Delete: {
      since: "ExcelApi 1.6",
      call({ book, id }) {
        book.conditionalFormats.set(book.conditionalFormats.get().filter((each) => each.id !== id));
        return null;
      },
    },
  },
};

function onRange({ book, sheetId, area }: RangeState): ConditionalFormatModel[] {
  return book.conditionalFormats.get().filter((each) => each.area.sheetId === sheetId && intersection(each.area, area));
}

function find(range: RangeState, key: unknown): HostObject | null {
  const found = onRange(range).find(({ id }) => id === key);
  return found ? hostObject(formatType, { book: range.book, id: found.id }) : null;
}

export const conditionalFormatCollectionType: ObjectType<RangeState> = {
  wire: "ConditionalFormatCollection",
  methods: {
    Add: {
      since: "ExcelApi 1.6",
      call({ book, sheetId, area }, [type]) {
        const id = book.newId();
        const format: ConditionalFormatModel = { id, area: { ...area, sheetId }, type: oneOf(["CellValue", "Custom"], type), rule: null, fontColor: null, bold: null, fillColor: null, priority: 0, stopIfTrue: false };
        const moved = book.conditionalFormats.get().map((each) => (each.area.sheetId === sheetId ? { ...each, priority: each.priority + 1 } : each));
        book.conditionalFormats.set([...moved, format]);
        return hostObject(formatType, { book, id });
      },
    },
    GetCount: { since: "ExcelApi 1.6", call: (self) => onRange(self).length },
    GetItemOrNullObject: { since: "ExcelApi 1.14", call: (self, [key]) => find(self, key) },
    ClearAll: {
      since: "ExcelApi 1.6",
      call(self) {
        const gone = new Set(onRange(self).map(({ id }) => id));
        self.book.conditionalFormats.set(self.book.conditionalFormats.get().filter(({ id }) => !gone.has(id)));
        return null;
      },
    },
  },
  items: (self) => onRange(self).map(({ id }) => hostObject(formatType, { book: self.book, id })),
  item: find,
};
