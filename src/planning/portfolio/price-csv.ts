/** The columns that are read, and how much of a $/kWh one of theirs is. */
const COLUMNS: Readonly<Record<string, number>> = { price_usd_kwh: 1, price_usd_mwh: 0.001 };

/**
 * Hourly prices of a CSV file, $/kWh: the column price_usd_kwh or price_usd_mwh, fields parted by comma or semicolon, one row an hour.
 * @returns the prices, or what is wrong with the file as the end of a sentence, "it …"
 */
export function readPriceCsv(text: string): { readonly valuesUsdKwh: readonly number[] } | { readonly wrong: string } {
  const [header = "", ...lines] = text.replace(/^\uFEFF/, "").trimEnd().split(/\r?\n/);
  const separator = header.includes(";") ? ";" : ",";
  const fields = (line: string): string[] => line.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
  const columns = fields(header).map((name) => name.toLowerCase());
  const column = columns.findIndex((name) => Object.hasOwn(COLUMNS, name));
  if (column < 0) return { wrong: `it has no column ${Object.keys(COLUMNS).join(" or ")}, only ${columns.slice(0, 6).join(", ")}` };
  const scale = COLUMNS[columns[column]!]!;
  const values: number[] = [];
  for (const [i, line] of lines.entries()) {
    const field = fields(line)[column] ?? "";
    const value = field === "" ? NaN : Number(field);
    if (!Number.isFinite(value)) return { wrong: `in row ${i + 2} it has "${field.slice(0, 40)}" for a price` };
    values.push(value * scale);
  }
  return { valuesUsdKwh: values };
}
