// Writes the scenario (JSON on standard input) with hucre: results, a chart, a table and frozen rows.
import process from "node:process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseCellRef, writeXlsx } from "hucre/xlsx";

const sheets = JSON.parse(readFileSync(0, "utf8")).map(({ name, cells }) => {
  const rows = [];
  const formulas = new Map();
  for (const { address, value, formula } of cells) {
    const { row, col } = parseCellRef(address);
    while (rows.length <= row) rows.push([]);
    while (rows[row].length <= col) rows[row].push(null);
    rows[row][col] = value;
    if (formula !== undefined) formulas.set(`${row},${col}`, { value, formula, formulaResult: value });
  }
  return { name, rows, cells: formulas, freezePane: { rows: 1, columns: 0 } };
});
writeFileSync(process.argv[2], await writeXlsx({ sheets }));
