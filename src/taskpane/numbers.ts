// Numbers as the pane shows them; the workbook has its own formats.

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "$2,984,710" or "−$3,264,233" */
export function usd(value: number): string {
  return `${value < 0 ? "−" : ""}$${whole.format(Math.abs(value))}`;
}

/** "39.13 $/PH/day" */
export function usdPhDay(value: number): string {
  return `${cents.format(value)} $/PH/day`;
}

/** A text whose dates each stay on one line. */
export function unbroken(text: string): string {
  return text.replace(/(\d{4})-(\d\d)/g, "$1\u2011$2").replace(/(\u2011\d\d)-(\d\d)/g, "$1\u2011$2");
}

/** "0.0521 $/kWh" */
export function usdKwh(value: number): string {
  return `${value.toFixed(4)} $/kWh`;
}
