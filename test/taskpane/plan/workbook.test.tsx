/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { edit, openPlan, planHere, storeNow } from "./support";
import { act, cleanup, configure, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type * as ExcelFolder from "../../../src/excel";
import { WriteError } from "../../../src/excel";
import type { Workbook } from "../../../src/model-sheets";
import { portfolioTables, readPortfolio, type GivenTable, type Portfolio } from "../../../src/planning/portfolio";
import { valueAt, withValue } from "../../../src/taskpane/store";
import { setPlanThreads } from "../../../src/taskpane/worker";
import { smallDocument } from "../../planning/portfolio/support";

// Building and reading back: what is asked before anybody's edits are lost. Excel's part is a list of sheets and tables.

const workbook: { sheets: string[]; tables: GivenTable[]; written: { description: Workbook; replace: readonly string[] }[]; failure?: Error } = { sheets: [], tables: [], written: [] };
jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: workbook.sheets, tables: workbook.tables }),
  writeWorkbook: (describe: (sheets: readonly string[], tables: readonly string[]) => Workbook, onProgress: (step: string) => void, _task: unknown, { replaceSheets }: { replaceSheets: readonly string[] }) => {
    onProgress("Reading the workbook");
    if (workbook.failure) return Promise.reject(workbook.failure);
    const description = describe([], []);
    workbook.written.push({ description, replace: replaceSheets });
    workbook.sheets = [...new Set([...workbook.sheets, ...description.sheets.map(({ name }) => name)])];
    return Promise.resolve(description);
  },
}));
jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 30_000 });

let user: UserEvent;
beforeEach(() => {
  planHere();
  Object.assign(workbook, { sheets: ["Sheet1"], tables: [], written: [], failure: undefined });
  user = userEvent.setup();
});
afterEach(cleanup);
afterAll(() => setPlanThreads(undefined));

/** Excel's tables hold this portfolio. */
function setTables(portfolio: Portfolio): void {
  workbook.tables = portfolioTables(portfolio).map(({ name, columns, rows }) => ({ name, headers: columns.map(({ header }) => header), rows }));
}

const portfolioNow = (): Portfolio => readPortfolio(storeNow().draft).portfolio!;
const press = (name: string): Promise<void> => user.click(screen.getByRole("button", { name }));
const uptime = (): unknown => valueAt(storeNow().draft, ["sites", 0, "uptime"]);

async function openAndBuild(): Promise<void> {
  await openPlan(smallDocument());
  await screen.findByRole("region", { name: "Decisions" });
  await press("Build workbook");
  await screen.findByText("Workbook built.");
  setTables(portfolioNow());
}

test("a built workbook is named sheet by sheet, and built again in place without a question", async () => {
  await openAndBuild();
  const [first] = workbook.written;
  const names = first!.description.sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Cover", "Summary", "Inputs", "Model", "Checks"]));
  expect(screen.getByText(`${names.join(", ")}. Summary is shown; save the workbook to keep it.`)).toBeTruthy();
  expect(storeNow().differs).toBe(false);
  edit((draft) => withValue(draft, ["sites", 0, "uptime"], 0.9));
  await screen.findByText("The input tables hold other inputs than the pane.", { exact: false });
  await until(() => screen.getByRole("button", { name: "Build workbook" }).getAttribute("aria-disabled") !== "true");
  await press("Build workbook");
  await screen.findByText("Workbook built again.");
  expect(workbook.written).toHaveLength(2);
  expect(workbook.written[1]!.replace).toEqual(expect.arrayContaining(names));
});

test("tables changed in Excel: they are read, and planned", async () => {
  await openAndBuild();
  setTables({ ...portfolioNow(), sites: portfolioNow().sites.map((site) => ({ ...site, uptime: 0.8 })) });
  await press("Build workbook");
  const question = await screen.findByRole("alert");
  expect(question.textContent).toContain("The input tables were changed in Excel.");
  expect(document.activeElement).toBe(question);
  expect(workbook.written).toHaveLength(1);
  await user.click(within(question).getByRole("button", { name: "Read the sheets" }));
  await screen.findByText("Read from the sheets.");
  expect(uptime()).toBe(0.8);
});

test("tables changed in Excel and inputs changed here: overwritten where that is wanted", async () => {
  await openAndBuild();
  setTables({ ...portfolioNow(), sites: portfolioNow().sites.map((site) => ({ ...site, uptime: 0.8 })) });
  edit((draft) => withValue(draft, ["sites", 0, "uptime"], 0.9));
  await until(() => screen.getByRole("button", { name: "Build workbook" }).getAttribute("aria-disabled") === "true");
  await until(() => screen.getByRole("button", { name: "Build workbook" }).getAttribute("aria-disabled") !== "true");
  await press("Build workbook");
  const question = await screen.findByRole("alert");
  expect(question.textContent).toContain("and the pane has edits of its own");
  await user.click(within(question).getByRole("button", { name: "Overwrite them" }));
  await screen.findByText("Workbook built again.");
  expect(workbook.written).toHaveLength(2);
  expect(uptime()).toBe(0.9);
});

test("reading would replace edits made here: asked first; undo would bring them back", async () => {
  await openAndBuild();
  edit((draft) => withValue(draft, ["sites", 0, "uptime"], 0.9));
  await press("Read from sheets");
  const question = await screen.findByRole("alert");
  await user.click(within(question).getByRole("button", { name: "Cancel" }));
  expect(uptime()).toBe(0.9);
  await press("Read from sheets");
  await user.click(await screen.findByRole("button", { name: "Read the sheets" }));
  await screen.findByText("Read from the sheets.");
  expect(uptime()).toBe(0.97);
  act(() => storeNow().undo());
  expect(uptime()).toBe(0.9);
});

test("tables that are no portfolio are told, and not overwritten unasked", async () => {
  await openAndBuild();
  workbook.tables = workbook.tables.map((table) => (table.name === "Sites" ? { ...table, headers: table.headers.map((header) => (/^Uptime/.test(header) ? "Mine" : header)) } : table));
  await press("Read from sheets");
  expect((await screen.findByText(/The inputs here stay as they were/)).textContent).toMatch(/Sites/);
  await press("Build workbook");
  expect((await screen.findByRole("alert")).textContent).toContain("The input tables in Excel cannot be read.");
  expect(workbook.written).toHaveLength(1);
});

test("a cell that holds no number becomes a field to put right", async () => {
  await openAndBuild();
  const column = workbook.tables.find(({ name }) => name === "Sites")!.headers.findIndex((header) => /^Uptime/.test(header));
  workbook.tables = workbook.tables.map((table) => (table.name === "Sites" ? { ...table, rows: table.rows.map((row) => row.map((value, c) => (c === column ? "often" : value))) } : table));
  await press("Build workbook");
  await user.click(within(await screen.findByRole("alert")).getByRole("button", { name: "Read the sheets" }));
  await screen.findByText("1 field to put right, then it can be planned again.", { exact: false });
  expect(uptime()).toBe("often");
});

test.each([
  ["without tables of ours", [] as string[], "a sheet Summary that is not Hashplan's. Rename it"],
  ["beside inputs that were written before", ["Inputs"], "a sheet Summary that is not Hashplan's. Rename it"],
])("somebody else's sheet of the same name is never overwritten: %s", async (_, ours, sentence) => {
  await openPlan(smallDocument());
  await screen.findByRole("region", { name: "Decisions" });
  workbook.sheets = ["Sheet1", "Summary", ...ours];
  if (ours.length > 0) setTables(portfolioNow());
  await press("Build workbook");
  expect((await screen.findByText(/not Hashplan's/)).parentElement!.textContent).toContain(sentence);
  expect(workbook.written).toHaveLength(0);
});

test("a failure of Excel is told in its sentences, and the build can be tried again", async () => {
  await openPlan(smallDocument());
  await screen.findByRole("region", { name: "Decisions" });
  workbook.failure = new WriteError("A cell is being edited.", "Press Enter or Esc, and build it again. The workbook is as it was.", undefined);
  await press("Build workbook");
  expect((await screen.findByText("A cell is being edited.")).parentElement!.textContent).toContain("The workbook is as it was.");
  workbook.failure = undefined;
  await press("Build workbook");
  await screen.findByText("Workbook built.");
});

test("without tables there is nothing to read", async () => {
  await openPlan(smallDocument());
  await screen.findByRole("region", { name: "Decisions" });
  await press("Read from sheets");
  await screen.findByText("Nothing to read.");
});

/** Waits until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
}
