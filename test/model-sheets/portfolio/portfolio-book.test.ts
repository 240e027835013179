import { calculateWorkbook, columnName, type ValueOf } from "../../../src/model-sheets";
import type { PortfolioBook } from "../../../src/model-sheets/portfolio/portfolio-book";
import { differences, type Reading } from "./support/same-as-plan";
import { built, sample, SAMPLES } from "./support/samples";

function readingOf({ book, sheets }: PortfolioBook, valueOf: ValueOf): Reading {
  const width = sheets.find(({ name }) => name === "Model")!.rows[0]!.length;
  return {
    value: (key) => valueOf(book.sheetOf(key), book.reference(key).split("!")[1]!.replaceAll("$", "")),
    row: (key) => Array.from({ length: width - 3 }, (_, t) => Number(valueOf(book.sheetOf(key), `${columnName(3 + t)}${book.rowOf(key)}`))),
  };
}

test.each(SAMPLES)("%s: every figure of the workbook is the plan's", (name) => {
  const portfolio = sample(name);
  const book = built(portfolio);
  const valueOf = calculateWorkbook({ sheets: book.sheets, activeSheet: "Model" });
  for (const { name: sheet, rows } of book.sheets) rows.forEach((row, r) => row.forEach((cell, c) => typeof cell?.content === "object" && valueOf(sheet, `${columnName(c)}${r + 1}`)));
  expect(differences(portfolio, book.plan, readingOf(book, valueOf), book.book)).toEqual([]);
});
