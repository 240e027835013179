/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { useState, type ReactElement } from "react";
import type * as ExcelFolder from "../../src/excel";
import { WriteError } from "../../src/excel";
import { fetchMarket } from "../../src/market/live";
import type { Workbook } from "../../src/model-sheets";
import { MarketScreen } from "../../src/taskpane/market/MarketScreen";
import { NavigationContext } from "../../src/taskpane/navigation";
import { PortfolioProvider, usePortfolio, type PortfolioStore } from "../../src/taskpane/store";
import { setPlanThreads, type PlanThread } from "../../src/taskpane/worker";
import { answer } from "../../src/taskpane/worker/answer";
import { AFTER_SNAPSHOT, AFTER_SNAPSHOT_TIME, replies } from "../market/support/live-answers";
import { silence, startReplayServer, status, type ReplayServer } from "../market/support/replay-server";

// The screen, the store and the requests are real; Excel's answers are given, and the host is a server on this computer.
const excel = {
  readTables: jest.fn<Promise<ExcelFolder.ReadTables>, []>(),
  appendRow: jest.fn<Promise<boolean>, [string, Readonly<Record<string, string | number>>]>(),
  writeWorkbook: jest.fn<Promise<Workbook>, [(taken: readonly string[]) => Workbook]>(),
};
jest.mock("../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../src/excel"),
  readTables: () => excel.readTables(),
  appendRow: (table: string, row: Readonly<Record<string, string | number>>) => excel.appendRow(table, row),
  writeWorkbook: (describe: (taken: readonly string[]) => Workbook) => excel.writeWorkbook(describe),
}));

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

let server: ReplayServer;
let user: UserEvent;
let store: PortfolioStore;
const opened = jest.fn();

beforeAll(async () => {
  server = await startReplayServer();
  setPlanThreads((): PlanThread => {
    const thread: PlanThread = {
      onmessage: null, onerror: null, terminate: () => undefined,
      postMessage: ({ document, options }) => answer({ document, options }, (data) => queueMicrotask(() => thread.onmessage?.({ data } as MessageEvent<never>))),
    };
    return thread;
  });
});
afterAll(() => {
  setPlanThreads(undefined);
  return server.close();
});
beforeEach(() => {
  jest.resetAllMocks();
  excel.readTables.mockResolvedValue({ sheetNames: ["Sheet1"], tables: [] });
  excel.appendRow.mockResolvedValue(true);
  server.replay(replies(AFTER_SNAPSHOT));
  user = userEvent.setup();
});
afterEach(cleanup);

/** The host is typed as it is; requests go to the server on this computer. */
const askServer: typeof fetchMarket = (_host, options) => fetchMarket(server.url, { ...options, nowMs: (AFTER_SNAPSHOT_TIME + 60) * 1000 });

function Inside({ ask }: { ask: typeof fetchMarket }): ReactElement {
  store = usePortfolio();
  const [navigation] = useState({ screen: "market" as const, target: undefined, screens: ["home", "portfolio", "market"] as const, open: opened });
  return <NavigationContext value={navigation}><MarketScreen askMarket={ask} /></NavigationContext>;
}

async function openScreen({ sample = true, ask = askServer } = {}): Promise<void> {
  render(<FluentProvider theme={webLightTheme}><PortfolioProvider><Inside ask={ask} /></PortfolioProvider></FluentProvider>);
  await waitFor(() => expect(store.opening.phase).toBe("done"));
  if (sample) await waitFor(() => store.startFromSample("20mw-s19"));
  if (sample) await screen.findByText(/What your plan begins with/);
}

const inUse = (): HTMLElement => screen.getByRole("region", { name: "Figures in use" });
const cells = (of: HTMLElement, name: string): string[] => within(within(of).getByRole("rowheader", { name: new RegExp(`^${name}`) }).closest("tr")!).getAllByRole("cell").map(({ textContent }) => textContent);
const refresh = (): Promise<void> => user.click(screen.getByRole("button", { name: "Refresh" }));
const fetched = (): Promise<HTMLElement> => screen.findByRole("group", { name: "Fetched figures" });
const startOf = (): unknown => (store.draft?.["market"] as { start: unknown }).start;

test("without a portfolio the shipped figures are shown, and nothing is asked", async () => {
  await openScreen({ sample: false });
  expect(cells(inUse(), "Day")).toEqual(["2026-08-21"]);
  expect(cells(inUse(), "BTC price")).toEqual(["$78,457"]);
  expect(cells(inUse(), "Hashprice")[0]).toMatch(/^39\.\d\d$/);
  expect(screen.getByText(/Open or begin a portfolio on Home: its market scenarios/)).toBeTruthy();
  expect(server.requests).toEqual([]);
  await refresh();
  expect(within(await fetched()).queryByRole("button", { name: "Use the fetched figures" })).toBeNull();
});

test("fetched figures stand beside those in use and change nothing by themselves", async () => {
  await openScreen();
  const before = store.draft;
  await refresh();
  const group = await fetched();
  expect(server.requests).toHaveLength(3);
  expect(cells(group, "Day")).toEqual([expect.stringMatching(/^2026-/), "2026-08-30"]);
  expect(cells(group, "BTC price")[1]).toMatch(/^\$81,234[+−]/);
  expect(cells(group, "Difficulty")[1]).toMatch(/^129\.70 T/);
  expect(within(group).getByText(/^Fetched from 127\.0\.0\.1:\d+: price of 2026-08-30 14:05 UTC, .* at 951 EH\/s\.$/)).toBeTruthy();
  await user.click(within(group).getByRole("button", { name: "Keep those in use" }));
  expect(store.draft).toBe(before);
  expect(excel.appendRow).not.toHaveBeenCalled();
  expect(screen.queryByRole("group", { name: "Fetched figures" })).toBeNull();
  expect(document.activeElement?.textContent).toBe("Refresh");
});

test("taken, they are the plan's, one step of undo, with a row in the workbook's table", async () => {
  await openScreen();
  const before = store.draft;
  await refresh();
  await user.click(within(await fetched()).getByRole("button", { name: "Use the fetched figures" }));
  expect(startOf()).toEqual({ date: "2026-08-30", btcPriceUsd: 81_234, difficulty: 129_700_000_000_000.5, feesBtcPerBlock: 0.032, height: 964_836, source: expect.stringMatching(/^127\.0\.0\.1:\d+, 2026-08-30 14:05 UTC$/) as string });
  expect(await screen.findByText("Row added.")).toBeTruthy();
  expect(excel.appendRow).toHaveBeenCalledWith("MarketHistory", expect.objectContaining({ Date: 46_264, "BTC price ($)": 81_234, "Hashrate (EH/s)": 951, Time: "2026-08-30T14:05:00.000Z" }));
  expect(excel.writeWorkbook).not.toHaveBeenCalled();
  expect(cells(inUse(), "Day")).toEqual(["2026-08-30"]);
  expect(screen.getByText(/The plan begins on 2026-08-30/)).toBeTruthy();
  expect(store.log.at(-1)?.action).toMatch(/^Market of 2026-08-30 taken from 127/);
  act(() => store.undo());
  await waitFor(() => expect(store.draft).toBe(before));
});

test("where the table is missing, a sheet with it is written", async () => {
  excel.appendRow.mockResolvedValue(false);
  excel.writeWorkbook.mockImplementation((describe) => Promise.resolve(describe(["market history"])));
  await openScreen();
  await refresh();
  await user.click(within(await fetched()).getByRole("button", { name: "Use the fetched figures" }));
  await screen.findByText("Row added.");
  const workbook = await (excel.writeWorkbook.mock.results[0]!.value as Promise<Workbook>);
  expect(workbook.sheets[0]).toMatchObject({ name: "Market history 2", tables: [{ name: "MarketHistory", address: "A4:H5" }] });
});

test("where Excel refuses the row, the plan has the figures all the same, and the row can be added again", async () => {
  excel.appendRow.mockRejectedValueOnce(new WriteError("A cell is being edited.", "Press Enter or Esc to finish editing the cell, and try again.", undefined));
  await openScreen();
  await refresh();
  await user.click(within(await fetched()).getByRole("button", { name: "Use the fetched figures" }));
  expect(await screen.findByText("A cell is being edited.")).toBeTruthy();
  expect(startOf()).toMatchObject({ date: "2026-08-30" });
  await user.click(screen.getByRole("button", { name: "Add the row again" }));
  expect(await screen.findByText("Row added.")).toBeTruthy();
});

test("dates of the portfolio that no longer fit are named", async () => {
  await openScreen();
  act(() => store.set("sites[0].powerRamp", [{ date: "2026-08-25", powerCapacityMw: 10 }]));
  await refresh();
  await user.click(within(await fetched()).getByRole("button", { name: "Use the fetched figures" }));
  expect(await screen.findByText(/Not everything fits that day: .*2026-08-25/)).toBeTruthy();
  await user.click(screen.getAllByRole("button", { name: "Show the field" })[0]!);
  expect(opened).toHaveBeenCalledWith("portfolio", expect.stringContaining("sites[0].powerRamp") as string);
});

test("a host that fails is told of, and the figures stay", async () => {
  server.replay(replies(AFTER_SNAPSHOT, { prices: status(429) }));
  await openScreen();
  const before = store.draft;
  await refresh();
  expect(await screen.findByText(/turned the request away because it got too many/)).toBeTruthy();
  expect(screen.getByText(/The figures in use stay as they are/)).toBeTruthy();
  expect(store.draft).toBe(before);
});

test("offline is said to be so", async () => {
  await openScreen({ ask: (_host, options) => fetchMarket("localhost:1", { ...options, fetch: () => Promise.reject(new TypeError("Failed to fetch")) }) });
  const online = jest.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await refresh();
  expect(await screen.findByText(/This computer is offline/)).toBeTruthy();
  online.mockRestore();
});

test("asking can be stopped, and goes to the host that was typed", async () => {
  server.replay(replies(AFTER_SNAPSHOT, { prices: silence }));
  const ask = jest.fn(askServer);
  await openScreen({ sample: false, ask });
  const host = screen.getByRole("combobox", { name: /Host of live figures/ });
  await user.clear(host);
  await user.type(host, "node.example");
  await refresh();
  expect(ask.mock.calls[0]![0]).toBe("node.example");
  expect(screen.getByText("Asking node.example …")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  await waitFor(() => expect(screen.queryByText("Asking node.example …")).toBeNull());
  expect(screen.queryByText("No live figures.")).toBeNull();
});

test("history and scenarios are drawn, described, and stand in tables", async () => {
  await openScreen();
  const scenarios = screen.getByRole("region", { name: "Scenarios" });
  const drawing = await within(scenarios).findByRole("img");
  expect(drawing.getAttribute("aria-label")).toMatch(/^Hashprice in \$\/PH\/day from \w+ 2026 to .*base \(decides\) from \d+\.\d\d to /);
  expect(drawing.querySelectorAll("path")).toHaveLength(within(scenarios).getAllByRole("listitem").length);
  for (const path of drawing.querySelectorAll("path")) expect(path.getAttribute("d")).toMatch(/^M[\d.,]+L/);
  await user.click(within(scenarios).getByText("Hashprice by scenario as a table"));
  expect(within(scenarios).getAllByRole("row")).toHaveLength((store.draft!["horizonMonths"] as number) + 1);

  const history = screen.getByRole("region", { name: "History" });
  expect(within(history).getAllByRole("img").map((each) => each.getAttribute("aria-label"))).toEqual([
    expect.stringMatching(/^Hashprice: \d+\.\d\d in Aug 2023, 32\.32 in Aug 2026; lowest/),
    expect.stringMatching(/^Difficulty: .* T in Aug 2023, 127\.48 T in Aug 2026/),
    expect.stringMatching(/^BTC price: \$[\d,]+ in Aug 2023, \$65,159 in Aug 2026/),
  ]);
  await user.click(within(history).getByRole("combobox", { name: "Period" }));
  await user.click(screen.getByRole("option", { name: "All since 2010" }));
  expect(within(history).getAllByText(/logarithmic/)).toHaveLength(3);
  for (const path of history.querySelectorAll("path")) expect(path.getAttribute("d")).not.toContain("NaN");
});

test("a portfolio with mistakes is not drawn, and the mistake is shown", async () => {
  await openScreen();
  act(() => store.set("sites[0].uptime", 7));
  expect(await screen.findByText("Drawn once the portfolio is in order.")).toBeTruthy();
  expect(screen.queryByRole("img", { name: /from .* to/ })).toBeNull();
});

test("axe finds nothing", async () => {
  await openScreen();
  await within(screen.getByRole("region", { name: "Scenarios" })).findByRole("img");
  await refresh();
  await fetched();
  // jsdom lays nothing out, so contrast is looked at in the browser; the pane has the landmarks around the screen.
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
