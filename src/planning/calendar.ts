// Calendar days without time of day or time zone, as Excel counts them.

const MS_PER_DAY = 86_400_000;
/** Excel's day 0 in the 1900 date system, counted so that every serial from 1 March 1900 on is right. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

/**
 * Excel's serial number of a day.
 * @param isoDate "2026-08-21"
 * @returns days since 1899-12-30, or NaN when the text is no such day
 */
export function excelSerial(isoDate: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return NaN;
  const ms = Date.parse(`${isoDate}T00:00:00Z`);
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(isoDate);
  return exists ? (ms - SERIAL_ZERO_MS) / MS_PER_DAY : NaN;
}

/**
 * The same day of the month `months` later, or that month's last day where it is shorter: Excel's EDATE.
 * @param serial Excel serial of the first day
 * @returns Excel serial
 */
export function addMonths(serial: number, months: number): number {
  const from = new Date(SERIAL_ZERO_MS + serial * MS_PER_DAY);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)) - SERIAL_ZERO_MS) / MS_PER_DAY;
}
