import { addMonths, excelSerial } from "../../src/units/dates";

// Serials as Excel and LibreOffice show them.
test.each([
  ["1900-03-01", 61],
  ["2000-01-01", 36526],
  ["2026-08-21", 46255],
])("serial of %s", (date, serial) => {
  expect(excelSerial(date)).toBe(serial);
});

test.each(["2026-02-30", "2026-13-01", "26-08-21", "2026-8-21", "", "21 Aug 2026"])("%j is no day", (text) => {
  expect(excelSerial(text)).toBeNaN();
});

test.each([
  ["2026-08-31", 1, "2026-09-30"],
  ["2026-08-31", 2, "2026-10-31"],
  ["2027-08-31", 6, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-15", 0, "2026-01-15"],
])("%s and %d months", (from, months, to) => {
  expect(addMonths(excelSerial(from), months)).toBe(excelSerial(to));
});
