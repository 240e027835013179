/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { openScreen, opened, storeNow } from "../portfolio/support";
import { act, cleanup, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import type * as ExcelFolder from "../../../src/excel";
import { portfolioTables, readPortfolio } from "../../../src/planning/portfolio";
import { HomeScreen } from "../../../src/taskpane/home/HomeScreen";
import { SAMPLES } from "../../../src/taskpane/store";

const excel = {
  readTables: jest.fn<Promise<ExcelFolder.ReadTables>, []>(),
  readReferences: jest.fn<Promise<ReadonlyMap<string, unknown>>, []>(),
  writeWorkbook: jest.fn<Promise<unknown>, [() => { sheets: { name: string }[] }, (step: string) => void, unknown, ExcelFolder.WriteOptions]>(),
};
jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => excel.readTables(),
  readReferences: () => excel.readReferences(),
  writeWorkbook: (...given: Parameters<typeof excel.writeWorkbook>) => excel.writeWorkbook(...given),
}));
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 10_000 });

const EMPTY = { sheetNames: ["Sheet1"], tables: [] };
const press = (text: string | RegExp): void => void fireEvent.click([...document.querySelectorAll("button")].find((each) => (typeof text === "string" ? each.textContent === text : text.test(each.textContent ?? "")))!);
const primary = (): string | null => screen.getByRole("region", { name: "Next step" }).querySelector("button")!.textContent;

/** The workbook's tables of a sample, blank cells and all. */
async function tablesOf(id: string): Promise<ExcelFolder.ReadTable[]> {
  const { portfolio } = readPortfolio(await SAMPLES.find((each) => each.id === id)!.load());
  return portfolioTables(portfolio!).map(({ name, columns, rows }) => ({ name, headers: columns.map(({ header }) => header), rows }));
}

beforeEach(() => {
  jest.resetAllMocks();
  excel.readTables.mockResolvedValue(EMPTY);
  excel.readReferences.mockResolvedValue(new Map());
  excel.writeWorkbook.mockResolvedValue(undefined);
});
afterEach(cleanup);

test("an empty workbook: the next step opens a sample, and then plans it", async () => {
  await openScreen(HomeScreen);
  expect(primary()).toBe("Open the 20 MW sample");
  press("Open the 20 MW sample");
  await waitFor(() => expect(primary()).toBe("Plan it"));
  expect(screen.getByText("1 site, 1 fleet, 2 candidates")).toBeTruthy();
  expect(screen.getByText("Not written yet; closing the pane loses what is here")).toBeTruthy();
  press("Plan it");
  expect(opened).toHaveBeenLastCalledWith("plan");
});

test("each sample opens; undo brings back what was there", async () => {
  await openScreen(HomeScreen);
  press(/^Leveraged miner/);
  await screen.findByText("Leveraged miner short of cash is open.");
  press("Start from something else …");
  press(/^Three sites/);
  await screen.findByText("3 sites, 5 fleets, 3 candidates");
  press("Undo");
  expect(screen.getByText("1 site, 2 fleets, 1 candidate")).toBeTruthy();
  expect(screen.getByText("Undone: Sample opened: Three sites: PPA, index and hosting")).toBeTruthy();
});

test("with something wrong the next step leads to it", async () => {
  await openScreen(HomeScreen, "20mw-s19");
  act(() => storeNow().set("sites[0].uptime", 97));
  expect(primary()).toBe("Put one field right");
  press("Put one field right");
  expect(opened).toHaveBeenLastCalledWith("portfolio", "sites[0].uptime");
});

test("what the workbook's tables say is read when the pane opens, and nothing differs then", async () => {
  excel.readTables.mockResolvedValue({ sheetNames: ["Inputs", "Model", "Cover"], tables: await tablesOf("three-sites") });
  excel.readReferences.mockResolvedValue(new Map([["Cover!A1:B20", [["Title", null], ["Master check", "All hold"]]]]));
  await openScreen(HomeScreen);
  expect(screen.getByText("3 sites, 5 fleets, 3 candidates")).toBeTruthy();
  expect(screen.getByText("The same inputs as here")).toBeTruthy();
  expect(await screen.findByText("All hold")).toBeTruthy();
  expect(primary()).toBe("See the plan");
  expect(storeNow()).toMatchObject({ written: true, differs: false, built: true, origin: { kind: "workbook" } });
  expect(excel.readTables).toHaveBeenCalledTimes(1);
  act(() => storeNow().set("finance.taxRate", 0.3));
  expect(screen.getByText("Other inputs than here; closing the pane loses the changes")).toBeTruthy();
  expect(primary()).toBe("Plan it");
});

test("what somebody types into the tables is seen when he comes back to the pane", async () => {
  const tables = await tablesOf("20mw-s19");
  excel.readTables.mockResolvedValue({ sheetNames: ["Inputs"], tables });
  await openScreen(HomeScreen);
  await screen.findByText("The same inputs as here");
  const units = tables.find(({ name }) => name === "Fleets")!;
  const column = units.headers.findIndex((header) => header.startsWith("Units"));
  const typed = tables.map((table) => (table === units ? { ...table, rows: table.rows.map((row) => row.map((cell, c) => (c === column ? 4321 : cell))) } : table));
  excel.readTables.mockResolvedValue({ sheetNames: ["Inputs"], tables: typed });
  act(() => void window.dispatchEvent(new Event("focus")));
  await screen.findByText("Changed in Excel since they were read or written");
  expect(storeNow()).toMatchObject({ differs: false, sheetsMoved: true });
  expect(primary()).toBe("Read the sheets");
  press("Read the sheets");
  await screen.findByText("The same inputs as here");
  expect(storeNow().draft).toMatchObject({ fleets: [{ units: 4321 }] });
});

test("tables that cannot be read are told with what is wrong, and read again", async () => {
  const tables = await tablesOf("20mw-s19");
  excel.readTables.mockResolvedValue({ sheetNames: ["Inputs"], tables: tables.filter(({ name }) => name !== "Fleets") });
  await openScreen(HomeScreen);
  expect(screen.getByText("The workbook has input tables that cannot be read.")).toBeTruthy();
  expect(screen.getByText(/The workbook has no table "Fleets"/)).toBeTruthy();
  excel.readTables.mockResolvedValue({ sheetNames: ["Inputs"], tables });
  press("Read again");
  await screen.findByText("1 site, 1 fleet, 2 candidates");
  expect(screen.queryByText(/cannot be read/)).toBeNull();
});

test("a workbook that cannot be looked into is said, and work can begin", async () => {
  excel.readTables.mockRejectedValue(Object.assign(new Error("busy"), { name: "WriteError" }));
  await openScreen(HomeScreen);
  expect(screen.getByText("The workbook could not be looked into.")).toBeTruthy();
  expect(primary()).toBe("Open the 20 MW sample");
});

test("writing writes the input tables alone, over none but its own sheets", async () => {
  await openScreen(HomeScreen, "three-sites");
  await act(() => storeNow().writeToSheets(() => undefined));
  const [describe, , , options] = excel.writeWorkbook.mock.calls[0]!;
  expect(describe().sheets.map(({ name }) => name)).toEqual(["Inputs", "Hourly"]);
  expect(options).toEqual({ replaceSheets: ["Inputs", "Hourly"] });
  expect(storeNow()).toMatchObject({ written: true, differs: false });
  excel.readTables.mockResolvedValue({ sheetNames: ["inputs"], tables: [] });
  await expect(storeNow().writeToSheets(() => undefined)).rejects.toThrow("The workbook has a sheet inputs that is not Hashplan's. Rename it, and write again. Nothing was changed.");
  expect(excel.writeWorkbook).toHaveBeenCalledTimes(1);
});

test("files are imported; one that is none says why", async () => {
  await openScreen(HomeScreen);
  const input = screen.getByLabelText("Portfolio file and its CSV files");
  fireEvent.change(input, { target: { files: [{ name: "a.json", text: () => Promise.resolve("{") }] } });
  expect((await screen.findByRole("alert")).textContent).toMatch(/^a\.json is not JSON/);
  const sample = JSON.stringify(await SAMPLES[0]!.load());
  fireEvent.change(input, { target: { files: [{ name: "b.json", text: () => Promise.resolve(sample) }] } });
  await screen.findByText("File opened: b.json");
});

test("the three steps are marked as they are done, hidden and shown again", async () => {
  await openScreen(HomeScreen, "20mw-s19");
  expect(screen.getAllByText("(done)")).toHaveLength(2);
  press("Hide");
  expect(screen.queryByText("From here to a decision")).toBeNull();
  press("Show the three steps again");
  expect(screen.getByText("From here to a decision")).toBeTruthy();
});
