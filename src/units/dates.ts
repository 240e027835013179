const MILLISECONDS_PER_DAY = 86_400_000;
/** Excel's day 0 in its 1900 system, with its leap year 1900 that never was: right from 1 March 1900 on. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** 1 March 1900: before it Excel's count of days is off by one. */
export const FIRST_EXCEL_DATE = 61;
/** 31 December 9999, the last day that Excel knows. */
export const LAST_EXCEL_DATE = 2_958_465;

/** The ISO day of an Excel date; the time of day is dropped. */
export function isoDay(excelDate: number): string {
  return new Date(EXCEL_EPOCH + Math.floor(excelDate) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The Excel date of an ISO day. */
export function excelDate(isoDate: string): number {
  return (Date.parse(`${isoDate}T00:00:00Z`) - EXCEL_EPOCH) / MILLISECONDS_PER_DAY;
}
