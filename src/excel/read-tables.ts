import { explainFailure, READ_TABLES } from "./write-error";

/** A cell's value: null for blank, an error as its text "#N/A", a date as its serial number. */
export type ReadValue = string | number | boolean | null;

export interface ReadTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ReadValue[])[];
}

export interface ReadTables {
  readonly sheetNames: readonly string[];
  /** those that the workbook has, in the order asked for */
  readonly tables: readonly ReadTable[];
}

/** Reads Excel tables of the workbook by their names, in any case, in one round trip. Throws WriteError. */
export async function readTables(names: readonly string[]): Promise<ReadTables> {
  try {
    return await Excel.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.load("items/name");
      const asked = names.map((name) => {
        const table = tables.getItemOrNullObject(name).load("name");
        return { table, header: table.getHeaderRowRange().load("values"), body: table.getDataBodyRange().load("values") };
      });
      await context.sync();
      return {
        sheetNames: worksheets.items.map(({ name }) => name),
        tables: asked.filter(({ table }) => !table.isNullObject).map(({ table, header, body }) => ({ name: table.name, headers: (header.values[0] ?? []).map(String), rows: body.values.map((row) => row.map(readValue)) })),
      };
    });
  } catch (error) {
    throw explainFailure(error, READ_TABLES);
  }
}

function readValue(value: unknown): ReadValue {
  return value === "" ? null : (value as ReadValue);
}
