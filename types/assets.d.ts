/** A CSV file, read by tools/csv-table.cjs when it is bundled or tested; every field as the text in the file. */
declare module "*.csv" {
  const table: { readonly columns: readonly string[]; readonly values: readonly (readonly string[])[] };
  export default table;
}

declare module "*.css";
