/** Markdown in which the validation page is written. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A number of percent. @param signed whether a plus is written, too */
export function percent(value: number, signed = false, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  const sign = !signed || Number(text) === 0 ? "" : value < 0 ? "−" : "+";
  return `${sign}${text} %`;
}
