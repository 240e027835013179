/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { openPlan, planHere, storeNow } from "./support";
import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { AS_STORED } from "../../../src/taskpane/portfolio/field-text";
import type * as ExcelFolder from "../../../src/excel";
import { marketPath, readPortfolio, type MarketPath, type Portfolio } from "../../../src/planning/portfolio";
import { sensitivityOf, tornadoOf } from "../../../src/planning/portfolio/plan/sensitivity";
import { moneyUnit } from "../../../src/taskpane/plan/shown";
import { setPlanThreads } from "../../../src/taskpane/worker";
import { answer } from "../../../src/taskpane/worker/answer";
import { smallDocument } from "../../planning/portfolio/support";

// Sensitivities as they are shown, against the planner's.

jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
}));
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 30_000 });

let user: UserEvent;
beforeEach(() => {
  planHere();
  user = userEvent.setup();
});
afterEach(cleanup);
afterAll(() => setPlanThreads(undefined));

const CANDIDATE = { id: "S21 XP", machine: "S21 XP 270", priceUsdTh: 6, leadMonths: 1, operation: { poolFee: 0.01 }, resale: { priceUsdTh: 6 } };
const unit = moneyUnit([1e6], AS_STORED);
const section = (): HTMLElement => screen.getByRole("region", { name: "Sensitivity" });
const rowsOf = (table: HTMLElement): (string | null)[][] => within(table).getAllByRole("row").slice(1).map((row) => [...row.children].map(({ textContent }) => textContent));

async function open(): Promise<{ portfolio: Portfolio; path: MarketPath }> {
  await openPlan({ ...smallDocument(), candidates: [CANDIDATE] });
  await user.click(await screen.findByRole("button", { name: "Find what matters most" }));
  await screen.findByRole("table", { name: "By BTC price" });
  const portfolio = readPortfolio(storeNow().draft).portfolio!;
  return { portfolio, path: marketPath(portfolio.market, portfolio.market.scenarios[0]!, portfolio.horizonMonths) };
}

test("a bar and a row for each input, the widest first", async () => {
  const { portfolio, path } = await open();
  const { base, bars } = tornadoOf(portfolio, path, 0.1);
  await user.click(await within(section()).findByText("NPV of the company as a table"));
  const rows = rowsOf(within(within(section()).getByRole("region", { name: "NPV of the company, figures" })).getByRole("table"));
  const effect = ({ low, high }: (typeof bars)[number]): number => Math.max(Math.abs(low.npvUsd - base.npvUsd), Math.abs(high.npvUsd - base.npvUsd));
  const sorted = [...bars].sort((a, b) => effect(b) - effect(a));
  expect(rows.map(([name]) => name)).toEqual(sorted.map(({ input }) => input.input));
  expect(rows[0]!.slice(1, 3)).toEqual([`${unit.show(sorted[0]!.low.npvUsd)} (−10 %)`, `${unit.show(sorted[0]!.high.npvUsd)} (+10 %)`]);
  expect(section().textContent).toContain("Uptime only +3.1 %: more is not possible.");
  expect((await axe.run(section(), { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([]);
});

test("one input over a range with what turns; other figures and ranges", async () => {
  const { portfolio, path } = await open();
  const table = sensitivityOf(portfolio, path, ["BTC price"], [-0.3, -0.225, -0.15, -0.075, 0, 0.075, 0.15, 0.225, 0.3]);
  expect(rowsOf(screen.getByRole("table", { name: "By BTC price" })).map(([, value]) => value)).toEqual(table.outcomes.map(([outcome]) => unit.show(outcome!.npvUsd)));
  expect(rowsOf(screen.getByRole("table", { name: "By BTC price" }))[4]![0]).toBe("$78,457 (today)");
  await user.selectOptions(screen.getByLabelText("Figure"), "Lowest cash");
  expect(rowsOf(screen.getByRole("table", { name: "By BTC price" })).map(([, value]) => value)).toEqual(table.outcomes.map(([outcome]) => unit.show(outcome!.lowestCashUsd)));
  await user.selectOptions(screen.getByLabelText("Figure"), screen.getByRole("option", { name: /^Old: / }));
  expect(rowsOf(screen.getByRole("table", { name: "By BTC price" })).map(([, value]) => value)).toEqual(table.outcomes.map(([outcome]) => unit.show(outcome!.todaysChoiceUsd[0]!)));
  await user.selectOptions(screen.getByLabelText("Range"), "±50 %");
  const half = sensitivityOf(portfolio, path, ["BTC price"], [-0.5]).outcomes[0]![0]!;
  expect(half.choices[0]).not.toBe(table.outcomes[4]![0]!.choices[0]);
  await waitFor(() => expect(rowsOf(screen.getByRole("table", { name: "By BTC price" }))[0]).toEqual(["$39,228 (−50 %)", unit.show(half.todaysChoiceUsd[0]!), half.choices[0]]));
  await user.selectOptions(screen.getByLabelText("Input"), "Power price");
  expect(rowsOf(await screen.findByRole("table", { name: "By Power price" }))[0]![0]).toBe("0.0275 $/kWh (−50 %)");
});

test("two inputs beside each other, as figures and as lines", async () => {
  const { portfolio, path } = await open();
  await user.selectOptions(screen.getByLabelText("Second input"), "Price of S21 XP");
  const grid = await screen.findByRole("table", { name: "NPV of the company, M$: BTC price down, Price of S21 XP across" });
  const steps = [-0.3, -0.15, 0, 0.15, 0.3];
  expect(rowsOf(grid).map((row) => row.slice(1))).toEqual(sensitivityOf(portfolio, path, ["BTC price", "Price of S21 XP"], steps).outcomes.map((row) => row.map(({ npvUsd }) => unit.show(npvUsd))));
  expect(within(section()).getAllByText("Price of S21 XP +15 %")).not.toHaveLength(0);
  await user.selectOptions(screen.getByLabelText("Second input"), "None");
  expect(await screen.findByRole("table", { name: "By BTC price" })).toBeTruthy();
});

test("a sensitivity that fails is told", async () => {
  planHere((request, report) => (request.sensitivity ? report({ type: "failed", message: "The memory is full." }) : answer(request, report)));
  await openPlan(smallDocument());
  await user.click(await screen.findByRole("button", { name: "Find what matters most" }));
  expect(await screen.findByText("The memory is full.")).toBeTruthy();
});
