/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { openScreen, storeNow } from "./support";
import { act, cleanup, configure, fireEvent, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import type * as ExcelFolder from "../../../src/excel";
import { PortfolioScreen } from "../../../src/taskpane/portfolio/PortfolioScreen";
import { listAt, valueAt } from "../../../src/taskpane/store";

jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
}));
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 10_000 });

let user: UserEvent;
beforeEach(() => void (user = userEvent.setup()));
afterEach(cleanup);

const value = (path: readonly (string | number)[]): unknown => valueAt(storeNow().draft, path);
const heading = (): string | null => screen.getByRole("heading", { level: 1 }).textContent;
const control = (path: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[name="${path}"]`)!;
/** By attributes: roles are slow to find in jsdom. */
const press = (text: string | RegExp): void => void fireEvent.click([...document.querySelectorAll("button")].find((each) => (typeof text === "string" ? each.textContent === text : text.test(each.textContent ?? "")))!);
const type = (path: string, text: string): void => {
  control(path).focus();
  fireEvent.change(control(path), { target: { value: text } });
};
const leave = (path: string): void => void act(() => control(path).blur());

test("without a portfolio the way leads to Home", async () => {
  await openScreen(PortfolioScreen);
  expect(heading()).toBe("No portfolio yet");
  expect(screen.getByText(/Open a sample, begin a new one, or import a file\./)).toBeTruthy();
});

test("from the parts to a list to a form and back", async () => {
  await openScreen(PortfolioScreen, "20mw-s19");
  expect(heading()).toBe("20 MW of S19 at 5.5 c/kWh");
  press(/^Fleets/);
  expect(heading()).toBe("Fleets");
  expect(document.activeElement?.tagName).toBe("H1");
  expect(screen.getByText("5,800 × S19 95, Home, 20.4 MW")).toBeTruthy();
  press(/^S19/);
  expect(heading()).toBe("S19");
  press("Fleets");
  press("All parts");
  expect(heading()).toBe("20 MW of S19 at 5.5 c/kWh");
});

test("a wrong number says what is allowed when the field is left, and goes as it is put right", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "sites[0].uptime");
  expect(document.activeElement).toBe(control("sites[0].uptime"));
  type("sites[0].uptime", "970%");
  expect(screen.queryByText(/Uptime of site "Home" must be/)).toBeNull();
  expect(screen.getByText("1 field to put right")).toBeTruthy();
  leave("sites[0].uptime");
  expect(screen.getByText('Uptime of site "Home" must be a number above 0 and at most 1 (share of time); it is 9.7. Give a share: 0.05 is 5%.')).toBeTruthy();
  expect(control("sites[0].uptime").getAttribute("aria-invalid")).toBe("true");
  type("sites[0].uptime", "97");
  expect(screen.getByText(/it is 97\./)).toBeTruthy();
  type("sites[0].uptime", "97%");
  expect(screen.queryByText(/Uptime of site/)).toBeNull();
  leave("sites[0].uptime");
  expect(value(["sites", 0, "uptime"])).toBe(0.97);
  expect(control("sites[0].uptime").value).toBe("97%");
});

test("what is no number stays in its field to be put right", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "contracts[0].energy.priceUsdKwh");
  type("contracts[0].energy.priceUsdKwh", "cheap");
  leave("contracts[0].energy.priceUsdKwh");
  expect(control("contracts[0].energy.priceUsdKwh").value).toBe("cheap");
  expect(screen.getByText(/it is "cheap"\. Give dollars per kWh: \$45\/MWh is 0\.045\./)).toBeTruthy();
  type("contracts[0].energy.priceUsdKwh", "5.2c");
  leave("contracts[0].energy.priceUsdKwh");
  expect(value(["contracts", 0, "energy", "priceUsdKwh"])).toBe(0.052);
  expect(control("contracts[0].energy.priceUsdKwh").value).toBe("0.052");
});

test("the problems' links lead to their fields", async () => {
  await openScreen(PortfolioScreen, "three-sites");
  act(() => {
    storeNow().set("fleets[3].units", "many");
    storeNow().set("finance.treasury.cashUsd", -1);
  });
  press("2 fields to put right");
  expect(heading()).toBe("2 fields to put right");
  press("Fleets, Prairie S21");
  expect(document.activeElement).toBe(control("fleets[3].units"));
  press("2 fields to put right");
  press("Finance");
  expect(document.activeElement).toBe(control("finance.treasury.cashUsd"));
  act(() => { storeNow().undo(); storeNow().undo(); });
  expect(screen.queryByText(/to put right/)).toBeNull();
});

test("an entry is added, doubled and deleted; each is one step to undo", async () => {
  await openScreen(PortfolioScreen, "20mw-s19");
  press(/^Sites/);
  press("Add site");
  expect(heading()).toBe("Site 2");
  press("Delete site");
  expect(heading()).toBe("Sites");
  expect(listAt(storeNow().draft, ["sites"])).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "More for Home" }));
  await user.click(await screen.findByRole("menuitem", { name: "Duplicate" }));
  expect(heading()).toBe("Home copy");
  await user.click(screen.getByRole("button", { name: "Undo: Site duplicated" }));
  expect(listAt(storeNow().draft, ["sites"])).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Redo: Site duplicated" }));
  expect(listAt(storeNow().draft, ["sites"])).toHaveLength(2);
});

test("a new name of a site goes along to its contracts and fleets, when the field is left", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "sites[0].id");
  type("sites[0].id", "Main");
  expect(value(["sites", 0, "id"])).toBe("Home");
  leave("sites[0].id");
  expect([value(["sites", 0, "id"]), value(["contracts", 0, "siteId"]), value(["fleets", 0, "siteId"])]).toEqual(["Main", "Main", "Main"]);
  expect(storeNow().problems).toEqual([]);
});

test("another kind of energy asks for what it needs; what may be left out has a switch", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "contracts[0].energy.kind");
  fireEvent.change(control("contracts[0].energy.kind"), { target: { value: "hosting" } });
  expect(value(["contracts", 0, "energy"])).toEqual({ kind: "hosting", billedOn: "metered", lowPowerAllowed: true });
  expect(screen.getByText(/^Rate of contract "Fixed" is missing/)).toBeTruthy();
  fireEvent.click(control("contracts[0].demandResponse"));
  expect(screen.getByText(/^Enrolled of contract "Fixed" is missing/)).toBeTruthy();
  fireEvent.click(control("contracts[0].demandResponse"));
  expect(value(["contracts", 0, "demandResponse"])).toBeUndefined();
});

test("boxes, months and nested entries", async () => {
  await openScreen(PortfolioScreen, "leveraged", "contracts[0].energy.periods[0].priceUsdKwh");
  expect(document.activeElement).toBe(control("contracts[0].energy.periods[0].priceUsdKwh"));
  const period = screen.getByRole("group", { name: "Period 1" });
  fireEvent.click(within(period).getByLabelText("Jan"));
  expect(value(["contracts", 0, "energy", "periods", 0, "months"])).toContain(1);
  press("Add period");
  expect(value(["contracts", 0, "energy", "periods", 2])).toMatchObject({ name: "Period", days: "all" });
  cleanup();
  await openScreen(PortfolioScreen, "leveraged", "sites[0].cooling");
  fireEvent.click(screen.getByLabelText("Hydro"));
  expect(value(["sites", 0, "cooling"])).toEqual(["air", "hydro"]);
});

test("Enter goes from field to field", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "sites[0].uptime");
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(control("sites[0].fixedOpexUsdMonth"));
  await user.keyboard("{Shift>}{Enter}{/Shift}");
  expect(document.activeElement).toBe(control("sites[0].uptime"));
});

test("a machine is chosen from the catalog", async () => {
  await openScreen(PortfolioScreen, "20mw-s19", "fleets[0].machine");
  act(() => storeNow().edit("Machine added", (draft) => ({ ...draft, machines: [{ id: "Mine", hashrateThs: 100, powerW: 2500, cooling: "air", source: "meter" }] })));
  press("Catalog");
  const search = await screen.findByRole("searchbox", { name: "Search machines" });
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('ul[aria-label="Machines"] button')];
  expect(rows()[0]!.textContent).toBe("Mine100 TH/s, 2,500 W, 25.0 J/THYour own; meter");
  fireEvent.change(search, { target: { value: "s19 xp 140" } });
  expect(screen.getByText(/^1 of the catalog/)).toBeTruthy();
  fireEvent.click(rows()[0]!);
  expect(value(["fleets", 0, "machine"])).toBe("Antminer S19 XP 140 TH/s");
  expect(storeNow().problems).toEqual([]);
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("pasted fleets are seen with their problems before they are taken", async () => {
  await openScreen(PortfolioScreen, "20mw-s19");
  press(/^Fleets/);
  press("Paste rows …");
  fireEvent.change(screen.getByLabelText("Rows of a spreadsheet"), { target: { value: "S21 XP 270\t800\tHome\nS99\t5\tHome" } });
  expect(screen.getByText("2 fleets, 1 with something to put right, here or after they are taken.")).toBeTruthy();
  expect(screen.getByText(/^Machine of fleet "Home S99" must name a machine/)).toBeTruthy();
  expect(listAt(storeNow().draft, ["fleets"])).toHaveLength(1);
  press("Take 2 fleets");
  expect(listAt(storeNow().draft, ["fleets"])).toHaveLength(3);
  expect(storeNow().undoLabel).toBe("2 fleets pasted");
});

test("hourly prices are pasted; too few are said at their field", async () => {
  await openScreen(PortfolioScreen, "three-sites", "priceSeries[0].valuesUsdKwh");
  press("Paste prices …");
  fireEvent.change(screen.getByLabelText("Prices, one an hour"), { target: { value: "23.6\n24" } });
  press("Take prices");
  expect(value(["priceSeries", 0, "valuesUsdKwh"])).toEqual([expect.closeTo(0.0236, 12), expect.closeTo(0.024, 12)]);
  expect(screen.getByText(/must have the hours of a year, 8,760 or 8,784 prices, and not 2/)).toBeTruthy();
});

test.each(["sites[0].uptime", "contracts[1].energy.kind", "fleets[0].machine", "market.scenarios[1].btcPrice.values", "finance.treasury.policy", "priceSeries[0].id"])("axe finds nothing at %s", async (path) => {
  await openScreen(PortfolioScreen, "three-sites", path);
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
