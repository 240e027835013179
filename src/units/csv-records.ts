/** A CSV file as the bundler hands it over: the header, and the fields as text, column by column. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
}

/** The rows of a table as look-ups by column name. A name that the header lacks throws, so that a renamed column cannot read as empty. */
export function csvRecords(table: CsvTable): ((column: string) => string)[] {
  const indexOf = new Map(table.columns.map((name, index) => [name, index]));
  return (table.values[0] ?? []).map((_, row) => (column) => {
    const index = indexOf.get(column);
    if (index === undefined) throw new Error(`The table has no column "${column}", only ${table.columns.join(", ")}`);
    return table.values[index]![row]!;
  });
}
