/** Background color of Office's own panes, "#RRGGBB", or undefined where Office does not tell. */
export function officeBackground(): string | undefined {
  if (typeof Office === "undefined") return undefined;
  // Typed as always there; hosts without themes leave it out.
  const theme = Office.context?.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor;
}
