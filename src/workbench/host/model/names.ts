// Defined names of the workbook. Names that belong to one sheet only are not modelled.
import { parseAddress } from "../address";
import { flag, text } from "../arguments";
import { HostError, notImplemented } from "../errors";
import { hostObject, stateOf, type HostObject, type ObjectType } from "../object-type";
import { fullAddress, rangeObject, rangeType } from "./range";
import type { WorkbookState } from "./workbook-state";

interface NameState {
  readonly book: WorkbookState;
  readonly name: string;
}

/** Letter, underscore or backslash first; no spaces; nothing that reads as a cell address. https://support.microsoft.com/office/names-in-formulas */
export function checkedName(value: unknown): string {
  const name = text(value);
  const reserved = parseAddress(name) !== null || /^(r|c|r\d*c\d*)$/i.test(name);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) || reserved) throw new HostError("InvalidArgument", `"${name}" cannot be the name of a cell or formula.`);
  return name;
}

function formulaOf({ book, name }: NameState): string {
  const found = book.store.names().find((each) => each.name === name);
  if (!found) throw new HostError("ItemNotFound");
  return found.formula.startsWith("=") ? found.formula : `=${found.formula}`;
}

function find(book: WorkbookState, key: unknown): HostObject | null {
  const wanted = text(key).toLowerCase();
  const found = book.store.names().find(({ name }) => name.toLowerCase() === wanted);
  return found ? hostObject(nameType, { book, name: found.name }) : null;
}

/** The constant a formula such as =24 or ="text" stands for; undefined when it is a calculation. */
function constant(formula: string): number | string | boolean | undefined {
  const body = formula.slice(1).trim();
  if (body !== "" && Number.isFinite(Number(body))) return Number(body);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(body);
  if (quoted) return (quoted[1] ?? "").replaceAll('""', '"');
  return /^(true|false)$/i.test(body) ? /^t/i.test(body) : undefined;
}

function target({ book, name }: NameState): HostObject | null {
  const parsed = parseAddress(formulaOf({ book, name }).slice(1));
  const sheet = parsed?.sheet ? book.findSheet(parsed.sheet) : null;
  return parsed && sheet && rangeObject(book, sheet.id, parsed);
}

function details({ book, name }: NameState): { comment: string; visible: boolean } {
  let known = book.nameDetails.get(name);
  if (!known) book.nameDetails.set(name, (known = { comment: "", visible: true }));
  return known;
}

export const nameType: ObjectType<NameState> = {
  wire: "NamedItem",
  identity: { field: "_Id", of: ({ name }) => name },
  scalars: {
    Name: { since: "ExcelApi 1.1", read: ({ name }) => name },
    Formula: {
      since: "ExcelApi 1.7",
      read: formulaOf,
      write({ book, name }, formula) {
        const next = text(formula);
        if (!next.startsWith("=")) throw new HostError("InvalidArgument");
        book.store.deleteName(name);
        book.store.addName(name, next);
        book.touched();
      },
    },
    Type: {
      since: "ExcelApi 1.1",
      read(self) {
        if (target(self)) return "Range";
        const value = constant(formulaOf(self));
        if (value === undefined) throw notImplemented("the type of a name that holds a calculation");
        return { number: "Double", string: "String", boolean: "Boolean" }[typeof value as "number" | "string" | "boolean"];
      },
    },
    Value: {
      since: "ExcelApi 1.1",
      read(self) {
        const parsed = parseAddress(formulaOf(self).slice(1));
        const sheet = parsed?.sheet ? self.book.findSheet(parsed.sheet) : null;
        if (parsed && sheet) return fullAddress({ book: self.book, sheetId: sheet.id, area: parsed }, true);
        const value = constant(formulaOf(self));
        if (value === undefined) throw notImplemented("the value of a name that holds a calculation");
        return value;
      },
    },
    Scope: { since: "ExcelApi 1.4", read: () => "Workbook" },
    Comment: { since: "ExcelApi 1.4", read: (self) => details(self).comment, write: (self, value) => void (details(self).comment = text(value)) },
    Visible: { since: "ExcelApi 1.1", read: (self) => details(self).visible, write: (self, value) => void (details(self).visible = flag(value)) },
  },
  methods: {
    Delete: {
      since: "ExcelApi 1.4",
      call({ book, name }) {
        book.store.deleteName(name);
        book.nameDetails.delete(name);
        book.touched();
        return null;
      },
    },
    GetRange: {
      since: "ExcelApi 1.1",
      call(self) {
        const range = target(self);
        if (!range) throw new HostError("InvalidArgument");
        return range;
      },
    },
    GetRangeOrNullObject: { since: "ExcelApi 1.4", call: target },
  },
};

export const nameCollectionType: ObjectType<WorkbookState> = {
  wire: "NamedItemCollection",
  methods: {
    Add: {
      since: "ExcelApi 1.4",
      call(book, [rawName, reference, comment]) {
        const name = checkedName(rawName);
        if (find(book, name) || book.findTable(name)) throw new HostError("ItemAlreadyExists");
        const range = stateOf(rangeType, reference);
        const given = range ? `=${fullAddress(range, true)}` : text(reference);
        book.store.addName(name, given.startsWith("=") ? given : `=${given}`);
        book.nameDetails.set(name, { comment: comment === null || comment === undefined ? "" : text(comment), visible: true });
        book.touched();
        return hostObject(nameType, { book, name });
      },
    },
    GetCount: { since: "ExcelApi 1.4", call: (book) => book.store.names().length },
    GetItemOrNullObject: { since: "ExcelApi 1.4", call: (book, [key]) => find(book, key) },
  },
  items: (book) => book.store.names().map(({ name }) => hostObject(nameType, { book, name })),
  item: find,
};
