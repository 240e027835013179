// What Univer's formula engine has to be told of changes: areas, sheets, names and other formulas that are out of date.
import type { IFormulaDirtyData } from "@univerjs/engine-formula";

type MapKey = "dirtyNameMap" | "dirtyDefinedNameMap" | "dirtySuperTableMap" | "dirtyUnitFeatureMap" | "dirtyUnitOtherFormulaMap" | "clearDependencyTreeCache";
export type DirtyData = Partial<IFormulaDirtyData>;

export const NOTHING_DIRTY: IFormulaDirtyData = {
  forceCalculation: false,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

export function mergeDirtyData(parts: readonly DirtyData[]): IFormulaDirtyData {
  const map = <K extends MapKey>(key: K) => parts.reduce<object>((all, part) => merged(all, part[key] ?? {}), {}) as IFormulaDirtyData[K];
  return {
    forceCalculation: parts.some(({ forceCalculation }) => forceCalculation),
    dirtyRanges: distinct(parts.flatMap(({ dirtyRanges }) => dirtyRanges ?? [])),
    dirtyNameMap: map("dirtyNameMap"),
    dirtyDefinedNameMap: map("dirtyDefinedNameMap"),
    dirtySuperTableMap: map("dirtySuperTableMap"),
    dirtyUnitFeatureMap: map("dirtyUnitFeatureMap"),
    dirtyUnitOtherFormulaMap: map("dirtyUnitOtherFormulaMap"),
    clearDependencyTreeCache: map("clearDependencyTreeCache"),
  };
}

function distinct(ranges: IFormulaDirtyData["dirtyRanges"]): IFormulaDirtyData["dirtyRanges"] {
  return [...new Map(ranges.map((each) => [[each.unitId, each.sheetId, each.range.startRow, each.range.startColumn, each.range.endRow, each.range.endColumn].join(" "), each])).values()];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function merged(a: object, b: object): object {
  const all: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b) as [string, unknown][]) {
    const before = all[key];
    if (isMap(before) && isMap(value)) all[key] = merged(before, value);
    else if (value) all[key] = value;
  }
  return all;
}
