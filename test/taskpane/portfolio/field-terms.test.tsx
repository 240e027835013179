/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { opened, openScreen } from "./support";
import { cleanup, configure, fireEvent, screen, within } from "@testing-library/react";
import type * as ExcelFolder from "../../../src/excel";
import { PORTFOLIO_SCHEMA, resolved, type Schema } from "../../../src/planning/portfolio/schema";
import { propertiesOf } from "../../../src/planning/portfolio/tables-fields";
import { entryOf } from "../../../src/taskpane/glossary/glossary";
import { termOfField } from "../../../src/taskpane/portfolio/field-terms";
import { PortfolioScreen } from "../../../src/taskpane/portfolio/PortfolioScreen";

jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
}));
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
afterEach(cleanup);

/** Paths of all fields that forms show. */
function paths(schema: Schema, at: string): string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const path = at === "" ? name : `${at}.${name}`;
    const inner = field.type === "array" ? resolved(field.items!) : field;
    return [path, ...(inner.type === "object" || inner.oneOf ? paths(inner, field.type === "array" ? `${path}[0]` : path) : [])];
  });
}

/** Names, days, notes, counts and choices that explain themselves. */
const PLAIN = /(^|\.)(schemaVersion|name|note|asOf|id|source|date|siteId|machineId|firstMonth|lastMonth|months|days|fromHour|toHour|kind|csvFile|quotedOn|cooling|units|inServiceOn|state|relocationUsdUnit|relocationDays|leadMonths|availableUnits|fixedOpexUsdMonth|overheadUsdMonth|taxRate|operation|growthMonthly|values|calibration|btcPrice|btcPriceUsd|scenarioId|scenarios|start|market|finance|debts|hedges|horizonMonths|machines|priceSeries|sites|contracts|fleets|candidates|energy|feeUsdKwh|firmwareFee|repairUsdUnit|principalUsd|rateAnnual|termMonths|interestOnlyMonths|repayment)$/;

test("every field that is no plain name, day or count has an entry, and no rule is left over", () => {
  const all = paths(PORTFOLIO_SCHEMA, "");
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((path) => termOfField(path) === undefined && !PLAIN.test(path))).toEqual([]);
  for (const path of all) {
    const term = termOfField(path);
    if (term !== undefined) expect([path, entryOf(term)?.id]).toEqual([path, term]);
  }
});

test.each([
  ["sites[0].pue.junAug", "pue"], ["contracts[2].energy.priceUsdKwh", "ppa"], ["contracts[0].energy.resale.priceUsdKwh", "resale"], ["fleets[3].resale.declineAnnual", "machine-resale"],
  ["contracts[0].energy.periods[1].priceUsdKwh", "time-of-use"], ["finance.debts[0].maxLtv", "ltv"], ["finance.hedges[0].strikeUsdKwh", "power-put"], ["market.start.difficulty", "difficulty"], ["sites[0].note", undefined],
])("%s is %s", (path, term) => expect(termOfField(path)).toBe(term));

test("the information of a field leads to its entry, from the keyboard too", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "sites[0].uptime");
  const control = document.querySelector<HTMLInputElement>('[name="sites[0].uptime"]')!;
  const field = control.closest<HTMLElement>(".fui-Field")!;
  const information = within(field).getByRole("button", { name: "Uptime information" });
  fireEvent.click(information);
  expect(within(field).getByText(/^Share of the hours in which machines could run that they do/)).toBeTruthy();
  const link = screen.getByRole("button", { name: "Open the glossary" });
  link.focus();
  expect(document.activeElement).toBe(link);
  fireEvent.click(link);
  expect(opened).toHaveBeenCalledWith("glossary", "uptime");
});
