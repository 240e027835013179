/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { edit, openPlan, opened, planHere, storeNow } from "./support";
import { act, cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import type * as ExcelFolder from "../../../src/excel";
import { marketPath, planPortfolio, readPortfolio, type FleetPlan, type PortfolioPlan } from "../../../src/planning/portfolio";
import { change, unitOfPlan } from "../../../src/taskpane/plan/shown";
import { AS_STORED } from "../../../src/taskpane/portfolio/field-text";
import { listAt, valueAt, withValue, type Draft } from "../../../src/taskpane/store";
import { setPlanThreads } from "../../../src/taskpane/worker";
import { answer } from "../../../src/taskpane/worker/answer";

// Decisions, the company and the scenarios as they are shown, against the planner; when it plans, and what it says where it cannot.

jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
}));
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 30_000 });

const fixed = AS_STORED.formatNumber;
let user: UserEvent;
beforeEach(() => {
  planHere();
  opened.mockReset();
  user = userEvent.setup();
});
afterEach(cleanup);
afterAll(() => setPlanThreads(undefined));

const decisions = (): Promise<HTMLElement> => screen.findByRole("region", { name: "Decisions" });
const chosen = ({ alternatives, chosen: index }: FleetPlan): string => alternatives[index]!.label;

function planned(draft: Draft | undefined): PortfolioPlan {
  const portfolio = readPortfolio(draft).portfolio!;
  return planPortfolio(portfolio, marketPath(portfolio.market, portfolio.market.scenarios.find(({ id }) => id === portfolio.market.scenarioId)!, portfolio.horizonMonths));
}

describe("before there is a plan", () => {
  test("without a portfolio it leads to Home", async () => {
    await openPlan();
    await user.click(screen.getByRole("button", { name: "Go to Home" }));
    expect(opened).toHaveBeenCalledWith("home", undefined);
  });

  test("a portfolio with problems leads to the field", async () => {
    await openPlan("20mw-s19");
    edit((draft) => withValue(draft, ["sites", 0, "uptime"], 7));
    expect(await screen.findByRole("heading", { name: "1 field to put right" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show the field" }));
    expect(opened).toHaveBeenCalledWith("portfolio", "sites[0].uptime");
  });

  test("a planner that fails is told, and asked again", async () => {
    planHere((_, report) => report({ type: "failed", message: "The disk is full." }));
    await openPlan("20mw-s19");
    expect(await screen.findByText("The disk is full.")).toBeTruthy();
    planHere();
    await user.click(screen.getByRole("button", { name: "Plan" }));
    expect(await decisions()).toBeTruthy();
  });

  test("a run is canceled, and stays so until it is asked for", async () => {
    planHere((_, report) => report({ type: "progress", progress: { step: "Planning the sites", done: 1, all: 3 } }));
    await openPlan("20mw-s19");
    expect(await screen.findByText("Planning the sites, 1 of 3 …")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByText(/Planning the sites/)).toBeNull();
    planHere();
    await user.click(screen.getByRole("button", { name: "Plan" }));
    expect(await decisions()).toBeTruthy();
  });
});

describe("the three sites", () => {
  test("each fleet with its recommendation, differences and nearest flip; details with every alternative in full", async () => {
    await openPlan("three-sites");
    const table = within(await decisions());
    const plan = planned(storeNow().draft);
    const unit = unitOfPlan(plan, AS_STORED);
    for (const fleet of plan.fleets) {
      const row = table.getByRole("row", { name: new RegExp(`^${fleet.fleetId.replace("+", "\\+")} at ${fleet.siteId} +${chosen(fleet)} `) });
      const cells = within(row).getAllByRole("cell").map(({ textContent }) => textContent);
      const best = fleet.alternatives[fleet.chosen]!.npvUsd;
      expect(cells).toEqual([unit.signed(best - fleet.alternatives[0]!.npvUsd), unit.signed(best - fleet.alternatives[fleet.runnerUp!]!.npvUsd)]);
    }
    expect(table.getByText("Next: Curtail at strike. Turns to Curtail at strike at BTC price −8 %.")).toBeTruthy();
    expect((await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([]);

    const opener = table.getByRole("button", { name: /^River S19j Pro at River/ });
    expect(opener.getAttribute("aria-expanded")).toBe("false");
    opener.focus();
    await user.keyboard("{Enter}");
    expect(opener.getAttribute("aria-expanded")).toBe("true");
    const alternatives = within(screen.getByRole("table", { name: "Alternatives of River S19j Pro" }));
    const [first] = plan.fleets;
    const rows = alternatives.getAllByRole("row").slice(1).map(({ textContent }) => textContent);
    expect(rows).toHaveLength(first!.alternatives.length);
    first!.alternatives.forEach(({ label, npvUsd, available, unavailableBecause }, a) => {
      expect(rows[a]!.startsWith(label)).toBe(true);
      expect(rows[a]).toContain(available ? fixed(npvUsd, 0) : unavailableBecause);
    });
    const upgrades = within(screen.getByRole("table", { name: "Upgrades against keeping" }));
    const { upgrade } = first!.alternatives.find(({ label }) => label === "Upgrade to S21 XP")!;
    for (const text of [upgrade!.units.toLocaleString("en-US"), fixed(upgrade!.investmentUsd, 0), `${fixed(upgrade!.moic!, 2)} ×`, fixed(upgrade!.worthUsdTh, 2)]) expect(upgrades.getByText(text)).toBeTruthy();
    expect(screen.getByText(/^Stop below a hashprice of 17\.58 \$\/PH\/day, restart above 22\.70; running just pays at 19\.77\.$/)).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(screen.queryByRole("table", { name: "Alternatives of River S19j Pro" })).toBeNull();
  });

  test("the company, covenants, cost ladder and scenarios side by side", async () => {
    await openPlan("three-sites");
    await decisions();
    const { company, months } = planned(storeNow().draft);
    const unit = unitOfPlan(planned(storeNow().draft), AS_STORED);
    const text = screen.getByRole("region", { name: "Company" }).textContent;
    for (const part of [`NPV, M$${unit.show(company.npvUsd)}`, `Over keeping all, M$${unit.signed(company.againstKeep.npvUsd)}`, `Lowest cash, M$${unit.show(Math.min(...company.cashUsd))}`, `${months.length}+ months`, "Difficulty is adjusted in 111 blocks", "Equipment loan, loan to value", "1.20 at most"]) expect(text).toContain(part);
    const ladder = screen.getByRole("table", { name: "Cost of hashrate, $/PH/day" });
    expect(within(ladder).getByRole("row", { name: /all in/ }).textContent).toContain(`${fixed(company.ladder.allIn, 2)}${fixed(company.ladder.allIn + company.ladder.beforeCredits - company.ladder.fleet, 2)}`);
    const scenarios = within(screen.getByRole("table", { name: "Scenarios side by side" }));
    for (const id of ["base", "bear", "bull"]) {
      const other = planned({ ...storeNow().draft, market: { ...(storeNow().draft!["market"] as object), scenarioId: id } });
      const row = scenarios.getByRole("rowheader", { name: id }).closest("tr")!;
      expect(row.textContent).toContain(unit.show(other.company.npvUsd));
      const [here, there] = [planned(storeNow().draft), other].map(({ fleets }) => fleets.map(chosen));
      const turned = other.fleets.flatMap(({ fleetId }, f) => (here![f] === there![f] ? [] : [`${fleetId}: ${there![f]}, instead of ${here![f]}`]));
      expect(row.nextElementSibling!.textContent).toContain(id === "base" ? "This one decides." : turned.length === 0 ? "The same decisions." : turned.join("; "));
    }
    expect(screen.getByRole("img", { name: /^Cash from 10\.00 to/ })).toBeTruthy();
    expect(screen.getByRole("img", { name: /^Free cash flow in M\$/ })).toBeTruthy();
  });
});

test("another scenario that decides is an edit, planned by itself, and taken back by undo", async () => {
  await openPlan("20mw-s19");
  await decisions();
  await user.click(screen.getByRole("radio", { name: "bull" }));
  expect(valueAt(storeNow().draft, ["market", "scenarioId"])).toBe("bull");
  await screen.findByText(/scenario bull\.$/);
  expect(storeNow().undoLabel).toBe("Deciding scenario: bull");
  act(() => storeNow().undo());
  await screen.findByText(/scenario base\.$/);
});

test("an edit is planned again by itself; one that cannot be leaves the results and says so", async () => {
  await openPlan("20mw-s19");
  await decisions();
  edit((draft) => withValue(draft, ["contracts", 0, "energy", "priceUsdKwh"], 0.03));
  const plan = planned(storeNow().draft);
  await waitFor(() => expect(screen.getByRole("region", { name: "Decisions" }).textContent).toContain(chosen(plan.fleets[0]!)));
  edit((draft) => withValue(draft, ["sites", 0, "uptime"], "often"));
  expect(await screen.findByText("These results are of an earlier state of the portfolio.")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Decisions" }).textContent).toContain(chosen(plan.fleets[0]!));
  expect(screen.getByRole("button", { name: "Build workbook" }).getAttribute("aria-disabled")).toBe("true");
});

test("many fleets are planned when asked, and results of an earlier state are marked", async () => {
  const requests: unknown[] = [];
  planHere((request, report) => {
    requests.push(request.options);
    answer({ ...request, options: { ...request.options, insights: false, rows: "totals" } }, report);
  });
  await openPlan("20mw-s19");
  edit((draft) => withValue(draft, ["fleets"], Array.from({ length: 60 }, (_, i) => ({ ...(listAt(draft, ["fleets"])[0] as object), id: `F${i + 1}`, units: 90 }))));
  await waitFor(() => expect(screen.queryByText(/…$/)).toBeNull());
  requests.length = 0;
  await user.click(screen.getByRole("button", { name: /^Plan/ }));
  const table = within(await decisions());
  expect(requests).toHaveLength(1);
  expect(table.getAllByRole("button", { name: /^F\d+/ })).toHaveLength(25);
  await user.click(table.getByRole("button", { name: "Show 25 more of 60 fleets" }));
  expect(table.getAllByRole("button", { name: /^F\d+/ })).toHaveLength(50);
  edit((draft) => withValue(draft, ["sites", 0, "uptime"], 0.9));
  expect(await screen.findByText("Plan again to see what the changes do.")).toBeTruthy();
  expect(requests).toHaveLength(1);
});

test.each([[0.243, "+24.3 %"], [-0.1, "−10 %"], [0, "0 %"]])("a change of %d reads %s", (share, text) => expect(change(share)).toBe(text));
