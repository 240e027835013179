// Tables as Univer's formulas know them.
import { ObjectMatrix } from "@univerjs/core";
import { FormulaDataModel, IFunctionService, type ISuperTable, RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import type { NamedTable } from "../host/store";
import type { Engine } from "./engine";
import { rangeOf } from "./ranges";

interface Cell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export class FormulaTables {
  /** by name, as it was told to Univer */
  readonly #told = new Map<string, string>();

  /** @param recalculate reads formulas anew and calculates them */
  constructor(private readonly engine: Engine, private readonly change: (mutationId: string, params: object) => void, private readonly recalculate: (cells: readonly Cell[]) => void) {}

  /** @param headersOf the texts of a table's header row */
  use(tables: readonly NamedTable[], headersOf: (table: NamedTable) => readonly string[]): void {
    const { unitId } = this.engine;
    const changed: string[] = [];
    for (const tableName of this.#told.keys()) {
      if (tables.some(({ name }) => name === tableName)) continue;
      changed.push(tableName);
      this.#told.delete(tableName);
      this.change(RemoveSuperTableMutation.id, { unitId, tableName });
    }
    for (const table of tables) {
      const headers = headersOf(table);
      const told = JSON.stringify([table, headers]);
      if (this.#told.get(table.name) === told) continue;
      changed.push(table.name);
      this.#told.set(table.name, told);
      const range = rangeOf(table.area);
      const reference: ISuperTable = { sheetId: table.sheetId, range, titleMap: new Map(headers.map((header, column) => [header, range.startColumn + column])) };
      this.change(SetSuperTableMutation.id, { unitId, tableName: table.name, reference });
    }
    if (changed.length === 0) return;
    // Univer keeps what it once understood of a formula.
    this.engine.injector.get(IFunctionService).deleteFormulaAstCacheKey(...changed);
    this.recalculate(this.cellsWith(changed));
  }

  /** Cells whose formulas mention one of the names. */
  private cellsWith(names: readonly string[]): Cell[] {
    const cells: Cell[] = [];
    const sharedIds = new Set<string>();
    // A name of the same letters before an exclamation mark is a sheet's.
    const mentioned = new RegExp(`(?<![\\w.])(?:${names.map((name) => name.replace(/[.?\\]/g, "\\$&")).join("|")})(?![\\w.]|'?!)`, "i");
    for (const [sheetId, formulas] of Object.entries(this.engine.injector.get(FormulaDataModel).getFormulaData()[this.engine.unitId] ?? {})) {
      new ObjectMatrix(formulas ?? {}).forValue((row, column, item) => {
        if (!item || !(sharedIds.has(item.si ?? "") || mentioned.test(item.f))) return;
        if (item.si) sharedIds.add(item.si);
        cells.push({ sheetId, row, column });
      });
    }
    return cells;
  }
}
