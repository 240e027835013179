// Data validation is kept as data for the page to apply; the host checks no input against it.
import { areaAddress } from "../address";
import { flag } from "../arguments";
import type { DataValidationModel } from "../contract";
import { HostError } from "../errors";
import type { ObjectType } from "../object-type";
import type { RangeState } from "./states";

const RULES: Readonly<Record<string, string>> = { wholeNumber: "WholeNumber", decimal: "Decimal", list: "List", date: "Date", time: "Time", textLength: "TextLength", custom: "Custom" };

function isHere({ sheetId, area }: RangeState, each: DataValidationModel): boolean {
  return each.area.sheetId === sheetId && areaAddress(each.area) === areaAddress(area);
}

/** The validation set on exactly this range, or null. */
function current(self: RangeState): DataValidationModel | null {
  return self.book.validations.get().find((each) => isHere(self, each)) ?? null;
}

function change(self: RangeState, patch: Partial<DataValidationModel>): void {
  const { book, sheetId, area } = self;
  const before = current(self) ?? { area: { ...area, sheetId }, rule: {}, errorAlert: null, prompt: null, ignoreBlanks: true };
  book.validations.set([...book.validations.get().filter((each) => !isHere(self, each)), { ...before, ...patch }]);
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new HostError("InvalidArgument");
  return { ...(value as Record<string, unknown>) };
}

function rule(value: unknown): Record<string, unknown> {
  const given = Object.entries(record(value)).filter(([, part]) => part !== null && part !== undefined);
  const [kind] = given;
  if (given.length !== 1 || !kind || !Object.hasOwn(RULES, kind[0])) throw new HostError("InvalidArgument");
  return Object.fromEntries(given);
}

export const dataValidationType: ObjectType<RangeState> = {
  wire: "DataValidation",
  scalars: {
    Type: { since: "ExcelApi 1.8", read: (self) => RULES[Object.keys(current(self)?.rule ?? {})[0] ?? ""] ?? "None" },
    Rule: { since: "ExcelApi 1.8", read: (self) => current(self)?.rule ?? null, write: (self, value) => change(self, { rule: rule(value) }) },
    ErrorAlert: { since: "ExcelApi 1.8", read: (self) => current(self)?.errorAlert ?? null, write: (self, value) => change(self, { errorAlert: record(value) }) },
    Prompt: { since: "ExcelApi 1.8", read: (self) => current(self)?.prompt ?? null, write: (self, value) => change(self, { prompt: record(value) }) },
    IgnoreBlanks: { since: "ExcelApi 1.8", read: (self) => current(self)?.ignoreBlanks ?? true, write: (self, value) => change(self, { ignoreBlanks: flag(value) }) },
  },
  methods: {
    Clear: {
      since: "ExcelApi 1.8",
      call(self) {
        self.book.clearValidations(self.sheetId, self.area);
        return null;
      },
    },
  },
};
