import { readFileSync } from "node:fs";
import { calculateWorkbook, columnName } from "../../../src/model-sheets";
import { readPortfolioText, type Portfolio } from "../../../src/planning/portfolio";
import { calculated } from "./support/reading";
import { differences } from "./support/same-as-plan";
import { built, sample, SAMPLES } from "./support/samples";

function stress(name: string): Portfolio {
  return readPortfolioText(readFileSync(`test/fixtures/portfolio-vectors/${name}.portfolio.json`, "utf8"), (file) => readFileSync(`assets/samples/${file}`, "utf8")).portfolio!;
}

test.each(SAMPLES)("%s: every formula has a result, and every figure is the plan's", (name) => {
  const portfolio = sample(name);
  const book = built(portfolio);
  expect(differences(portfolio, book.plan, calculated(book, book.sheets), book.book)).toEqual([]);
  const valueOf = calculateWorkbook({ sheets: book.sheets, activeSheet: "Model" });
  let formulas = 0;
  for (const { name: sheet, rows } of book.sheets) {
    // A formula without a result throws.
    rows.forEach((row, r) => row.forEach((cell, c) => {
      if (typeof cell?.content === "object" && valueOf(sheet, `${columnName(c)}${r + 1}`) !== null) formulas++;
    }));
  }
  expect(formulas).toBeGreaterThan(15_000);
});

test.each(["stress-hosting", "stress-sites", "stress-supply"])("%s: every figure is the plan's under each scenario", (name) => {
  const given = stress(name);
  for (const { id } of given.market.scenarios) {
    const portfolio = { ...given, market: { ...given.market, scenarioId: id } };
    const book = built(portfolio);
    expect(differences(portfolio, book.plan, calculated(book, book.sheets), book.book)).toEqual([]);
  }
});

test.each([1, 120])("a plan of %i months", (horizonMonths) => {
  const given = sample("portfolio-20mw-s19");
  const scenarios = given.market.scenarios.filter(({ btcPrice }) => btcPrice.kind === "growth");
  const portfolio: Portfolio = { ...given, horizonMonths, market: { ...given.market, scenarios } };
  const book = built(portfolio);
  expect(differences(portfolio, book.plan, calculated(book, book.sheets), book.book)).toEqual([]);
});
