// Writes the scenario (JSON on standard input) with rust_xlsxwriter: results and a chart.
import process from "node:process";
import { readFileSync, writeFileSync } from "node:fs";
import { Chart, ChartRange, ChartSeries, ChartType, Formula, Workbook } from "wasm-xlsxwriter";

const book = new Workbook();
const place = (address) => {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address);
  return [Number(digits) - 1, letters.charCodeAt(0) - 65];
};
for (const { name, cells } of JSON.parse(readFileSync(0, "utf8"))) {
  const sheet = book.addWorksheet();
  sheet.setName(name);
  for (const { address, value, formula } of cells) {
    const [row, column] = place(address);
    if (formula !== undefined) sheet.writeFormula(row, column, new Formula(formula).setResult(String(value)));
    else if (typeof value === "number") sheet.writeNumber(row, column, value);
    else sheet.writeString(row, column, value);
  }
  if (name === "Plan") {
    const chart = new Chart(ChartType.Line);
    chart.pushSeries(new ChartSeries().setValues(ChartRange.newFromRange("Plan", 10, 1, 15, 1)));
    sheet.insertChart(20, 1, chart);
  }
}
writeFileSync(process.argv[2], book.saveToBufferSync());
