import type { Cell, Sheet } from "../../../../src/model-sheets";
import type { Portfolio } from "../../../../src/planning/portfolio";
import { portfolioTables } from "../../../../src/planning/portfolio/tables";
import { isFixed } from "../../../../src/model-sheets/portfolio/fixed-inputs";
import { columnAt, placeTables } from "../../../../src/model-sheets/portfolio/input-tables";
import { FIRST_TABLE_ROW } from "../../../../src/model-sheets/portfolio/inputs-sheet";

/** The sheets after somebody typed into Inputs what makes one portfolio of the other. @throws Error where a field is fixed when the workbook is built */
export function withInputs(sheets: readonly Sheet[], before: Portfolio, after: Portfolio): { readonly sheets: readonly Sheet[]; readonly changed: number } {
  const { placed } = placeTables(portfolioTables(before).filter(({ name }) => name !== "HourlyPrices"), FIRST_TABLE_ROW);
  const others = new Map(portfolioTables(after).map((table) => [table.name, table]));
  const cells = new Map<string, string | number | boolean>();
  for (const { table, firstRow } of placed) {
    const other = others.get(table.name)!;
    table.rows.forEach((row, r) => row.forEach((value, c) => {
      const typed = other.rows[r]![c] ?? null;
      if (typed === value) return;
      const { key } = columnAt(table, r, c);
      if (isFixed(table, r, key)) throw new Error(`${table.name} ${key} is fixed`);
      cells.set(`${firstRow + r - 1} ${c}`, typed ?? "");
    }));
  }
  return { sheets: withCells(sheets, "Inputs", cells), changed: cells.size };
}

/** @param values by "row column", counted from 0 */
export function withCells(sheets: readonly Sheet[], name: string, values: ReadonlyMap<string, string | number | boolean>): readonly Sheet[] {
  return sheets.map((sheet) => (sheet.name !== name ? sheet : {
    ...sheet, rows: sheet.rows.map((row, r) => row.map((cell, c): Cell | null => {
      const typed = values.get(`${r} ${c}`);
      return typed === undefined ? cell : { ...cell!, content: typed };
    })),
  }));
}

/** A copy of the portfolio with other values at dotted paths: "fleets.0.units". */
export function withValues(portfolio: Portfolio, values: Readonly<Record<string, unknown>>): Portfolio {
  const copy = structuredClone(portfolio) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split(".");
    const owner = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
    const last = keys.at(-1)!;
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return copy as unknown as Portfolio;
}
