import type { Debt, Hedge } from "../../planning/portfolio";

// Cells of the Inputs sheet as the company's formulas name them. Debts and hedges are counted from 1.

type FieldOf<T> = T extends unknown ? keyof T & string : never;

/** A field of finance: "taxRate", "treasury.cashUsd". */
export function finance(field: string): string {
  return `[$finance.${field}]`;
}

export function debtInput(debt: number, field: FieldOf<Debt>): string {
  return `[$Debts.${debt}.${field}]`;
}

export function hedgeInput(hedge: number, field: FieldOf<Hedge>): string {
  return `[$Hedges.${hedge}.${field}]`;
}

export function constant(name: string): string {
  return `[$${name}]`;
}
