/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import "../support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type * as ExcelFolder from "../../../src/excel";
import type { Workbook } from "../../../src/model-sheets";
import { CompareScreen } from "../../../src/taskpane/compare/CompareScreen";
import { PortfolioProvider, usePortfolio, type PortfolioStore } from "../../../src/taskpane/store";

const excel = { readTables: jest.fn<Promise<ExcelFolder.ReadTables>, []>(), saveSetting: jest.fn<Promise<void>, []>(), writeWorkbook: jest.fn<Promise<Workbook>, [(taken: readonly string[]) => Workbook]>() };
jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => excel.readTables(),
  readSetting: () => Promise.resolve(undefined),
  saveSetting: () => Promise.resolve(),
  writeWorkbook: (describe: (taken: readonly string[]) => Workbook) => excel.writeWorkbook(describe),
}));

jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 20_000 });
let user: UserEvent;
let store: PortfolioStore;
beforeEach(() => {
  excel.readTables.mockResolvedValue({ sheetNames: ["Sheet1"], tables: [] });
  user = userEvent.setup();
});
afterEach(cleanup);

function Inside(): React.ReactElement {
  store = usePortfolio();
  return <CompareScreen />;
}
async function open(sample?: string): Promise<void> {
  render(<FluentProvider theme={webLightTheme}><PortfolioProvider><Inside /></PortfolioProvider></FluentProvider>);
  await waitFor(() => { if (store.opening.phase !== "done") throw new Error("still looking into the workbook"); });
  if (sample === undefined) return;
  await act(() => store.startFromSample(sample));
  await waitFor(() => expect(screen.getByRole("region", { name: "Gears" })).toBeTruthy());
}
const table = (): HTMLElement => screen.getByRole("table", { name: /^Machines:/ });
const names = (): (string | null)[] => within(table()).getAllByRole("rowheader").map((cell) => cell.firstElementChild!.textContent);
const cells = (name: string): (string | null)[] => within(within(table()).getAllByRole("rowheader").find((cell) => cell.firstElementChild!.textContent === name)!.closest("tr")!).getAllByRole("cell").map(({ textContent }) => textContent);
const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label, { selector: "input" });

test("without a portfolio: generations at a typed price and the shipped market", async () => {
  await open();
  expect(screen.getByText(/the shipped market of 2026-08-21/)).toBeTruthy();
  expect(names()[0]).toBe("S23 Hyd 580");
  expect(screen.queryByRole("region", { name: "Gears" })).toBeNull();
  expect(cells("S19 95").slice(0, 2)).toEqual(["0.0449", "96,034"]);
  fireEvent.change(field("Power price"), { target: { value: "0.04" } });
  await waitFor(() => expect(cells("S19 95")[1]).toBe("69,843"));
  expect(screen.getByText("was 0.055")).toBeTruthy();
});

test("a field that is wrong says so, and nothing is shown as if it were right", async () => {
  await open();
  fireEvent.change(field("Power price"), { target: { value: "55" } });
  expect(await screen.findByText("Power price: a number from 0 to 1 ($/kWh).")).toBeTruthy();
  expect(screen.getByText("A field above has to be put right first.")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
  await user.clear(field("Power price"));
  await user.tab();
  await waitFor(() => expect(field("Power price").value).toBe("0.055"));
  expect(table()).toBeTruthy();
});

test("with a portfolio: its site, fleets and candidates, and the gears in merit order", async () => {
  await open("20mw-s19");
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Where" }).value).toBe("Home");
  expect(names()).toEqual(expect.arrayContaining(["S19 95", "S21 XP 270", "S21+ 235"]));
  expect(within(table()).getByText(/owned · loses here/)).toBeTruthy();
  const gears = screen.getByRole("table", { name: "Gears of Home" });
  expect(within(gears).getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(["S19 1100 W", "S19 2350 W", "S19 2950 W", "S19 4260 W", "S19 4690 W"]);
  expect(within(gears).getAllByText("runs")).toHaveLength(1);
  expect(screen.getByText(/6\.9 of 20\.0 MW run/)).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Where" }), "A typed price");
  expect(screen.queryByRole("region", { name: "Gears" })).toBeNull();
});

test("sorting by a column, the other way at the second press, and by the name", async () => {
  await open("20mw-s19");
  const by = (name: string): HTMLElement => within(within(table()).getByRole("columnheader", { name: new RegExp(name) })).getByRole("button", { name: new RegExp(`^${name}`) });
  const first = names();
  await user.click(by("Power"));
  expect(names()).toEqual([...first].reverse());
  expect(within(table()).getByRole("columnheader", { name: /Power/ }).getAttribute("aria-sort")).toBe("ascending");
  await user.click(by("Machine"));
  expect(names()[0]).toBe("S19 95");
  await user.click(screen.getByRole("tab", { name: "Buying" }));
  await user.click(by("Payback"));
  // Without a price there is no payback: last, whichever way.
  expect(cells(names().at(-1)!)[1]).toBe("");
  await user.click(by("Payback"));
  expect(cells(names().at(-1)!)[1]).toBe("");
});

test("prices are put over, and say what a machine is worth against the fleet's", async () => {
  await open("20mw-s19");
  await user.click(screen.getByRole("tab", { name: "Buying" }));
  expect(cells("S21 XP 270").slice(1, 3)).toEqual(["684", "13.06"]);
  const price = screen.getByRole("textbox", { name: "Price of S21 XP 270, $/TH" });
  await user.clear(price);
  await user.type(price, "15{Enter}");
  expect(cells("S21 XP 270")[1]).toBe("802");
  await user.clear(price);
  await user.type(price, "nonsense{Enter}");
  expect((price as HTMLInputElement).value).toBe("15");
  await user.clear(price);
  await user.type(price, "{Enter}");
  expect(cells("S21 XP 270")[1]).toBe("");
});

test("machines come and go; the first selection comes back", async () => {
  await open("20mw-s19");
  const before = names();
  await user.click(screen.getByRole("button", { name: "Remove S21 200" }));
  expect(names()).not.toContain("S21 200");
  const box = screen.getByRole("combobox", { name: "Add a machine" });
  await user.type(box, "s21 pro");
  await user.click(screen.getByRole("option", { name: /^Antminer S21 Pro 245/ }));
  expect(names()).toContain("S21 Pro 245");
  await user.type(box, "zzqq{Enter}");
  expect(await screen.findByText(/The catalog has no machine "zzqq"/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Back to the first selection" }));
  expect(names()).toEqual(before);
});

test("the chart tells in words how many bear the price", async () => {
  await open("20mw-s19");
  expect(screen.getByRole("img", { name: /^Breakeven power price of 10 machines in order of release: 8 bear 0\.0550 \$\/kWh, 2 do not\.$/ })).toBeTruthy();
});

test("the sheet is described with what is on the screen, under a free name", async () => {
  let described: Workbook | undefined;
  excel.writeWorkbook.mockImplementation((describe) => Promise.resolve((described = describe(["Compare"]))));
  await open("20mw-s19");
  await user.click(screen.getByRole("button", { name: "Insert as live sheet" }));
  expect(await screen.findByText("Sheet “Compare 2” inserted.")).toBeTruthy();
  const texts = described!.sheets[0]!.rows.flat().map((cell) => cell?.content);
  expect(texts).toEqual(expect.arrayContaining(["Machines at Home", "S21 XP 270", "Replaced: Antminer S19 95 TH/s", "S19: 1100 W", 0.055]));
});
