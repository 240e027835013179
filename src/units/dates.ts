// Calendar days, and times without time zone: ISO texts in code, Excel's serial numbers in cells.

const MILLISECONDS_PER_DAY = 86_400_000;
/** Excel's day 0 in the 1900 date system, counted so that every serial from 1 March 1900 on is right. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** 1 March 1900: before it Excel's count of days is off by one, since it has a 29 February 1900 that never was. */
export const FIRST_EXCEL_DATE = 61;
/** 31 December 9999, the last day that Excel knows. */
export const LAST_EXCEL_DATE = 2_958_465;

/**
 * Excel's serial number of a day.
 * @param isoDate "2026-08-21"
 * @returns days since 1899-12-30, or NaN when the text is no such day
 */
export function excelSerial(isoDate: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return NaN;
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(isoDate);
  return exists ? (time - SERIAL_ZERO) / MILLISECONDS_PER_DAY : NaN;
}

/** The ISO day of an Excel serial; the time of day is dropped. */
export function isoDay(serial: number): string {
  return new Date(SERIAL_ZERO + Math.floor(serial) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The ISO time of an Excel serial with its time of day, to the millisecond. */
export function isoTime(serial: number): string {
  return new Date(SERIAL_ZERO + Math.round(serial * MILLISECONDS_PER_DAY)).toISOString();
}

/** Excel's serial number of an ISO time, the inverse of {@link isoTime}. */
export function excelSerialOfTime(time: string): number {
  return (Date.parse(time) - SERIAL_ZERO) / MILLISECONDS_PER_DAY;
}

/**
 * The same day of the month `months` later, or that month's last day where it is shorter: Excel's EDATE.
 * @param serial Excel serial of the first day
 * @returns Excel serial
 */
export function addMonths(serial: number, months: number): number {
  const from = new Date(SERIAL_ZERO + serial * MILLISECONDS_PER_DAY);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)) - SERIAL_ZERO) / MILLISECONDS_PER_DAY;
}
