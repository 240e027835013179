const names: string[] = [];

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  // Kept: a workbook asks some hundred thousand times.
  return (names[column] ??= spelled(column));
}

function spelled(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? spelled(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** A sheet's name as formulas write it: quoted where it is not one plain word. */
export function sheetReference(name: string): string {
  return /^[A-Za-z_]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "Model" and "D60:AN60" as charts, names and rules refer to them: Model!$D$60:$AN$60. */
export function absoluteReference({ sheet, address }: { readonly sheet: string; readonly address: string }): string {
  return `${sheetReference(sheet)}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
