/** A CSV file, turned into rows by tools/csv-table.cjs when it is bundled or tested: one object per row, every field as the text in the file. */
declare module "*.csv" {
  const table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  export default table;
}

declare module "*.css";
