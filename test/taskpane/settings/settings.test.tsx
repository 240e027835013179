/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import "../support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type * as ExcelFolder from "../../../src/excel";
import { formatsOf } from "../../../src/taskpane/settings/formats";
import { findings, reportText } from "../../../src/taskpane/settings/report";
import { DEFAULT_SETTINGS, hostProblem, settingsOf } from "../../../src/taskpane/settings/settings";
import { SettingsScreen } from "../../../src/taskpane/settings/SettingsScreen";
import { settingsStore, type SettingsStore } from "../../../src/taskpane/settings/store";
import { SettingsContext, useSettings } from "../../../src/taskpane/settings/useSettings";
import { setPlanThreads, type PlanReport, type PlanThread } from "../../../src/taskpane/worker";
import { answer } from "../../../src/taskpane/worker/answer";

const excel = { readSetting: jest.fn<Promise<unknown>, [string]>(), saveSetting: jest.fn<Promise<void>, [string, unknown]>() };
jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readSetting: (key: string) => excel.readSetting(key),
  saveSetting: (key: string, value: unknown) => excel.saveSetting(key, value),
}));

configure({ asyncUtilTimeout: 10_000 });
let user: UserEvent;
let store: SettingsStore;
beforeEach(() => {
  jest.resetAllMocks();
  excel.readSetting.mockResolvedValue(undefined);
  excel.saveSetting.mockResolvedValue(undefined);
  user = userEvent.setup();
  store = settingsStore();
});
afterEach(cleanup);

function Shown(): React.ReactElement {
  const { formatPowerPrice, formatHashrate, formatHashprice } = useSettings();
  return <p data-testid="shown">{[formatPowerPrice(0.055), formatHashrate(104), formatHashprice(39.13)].join(" | ")}</p>;
}
const open = (): unknown => render(<FluentProvider theme={webLightTheme}><SettingsContext value={store}><SettingsScreen /><Shown /></SettingsContext></FluentProvider>);
const shown = (): string | null => screen.getByTestId("shown").textContent;
const kept = (): unknown => excel.saveSetting.mock.calls.at(-1)?.[1];

describe("formats", () => {
  const formats = formatsOf(DEFAULT_SETTINGS);
  test.each([
    [formats.formatPowerPrice(0.055), "0.0550 $/kWh"],
    [formatsOf({ ...DEFAULT_SETTINGS, powerUnit: "$/MWh" }).formatPowerPrice(-0.0125), "−12.50 $/MWh"],
    [formats.formatHashrate(104), "104 TH/s"],
    [formatsOf({ ...DEFAULT_SETTINGS, hashrateUnit: "PH/s" }).formatHashrate(551_000), "551.000 PH/s"],
    [formats.formatHashprice(39.128), "39.13 $/PH/day"],
    [formatsOf({ ...DEFAULT_SETTINGS, hashpriceUnit: "$/TH/day" }).formatHashprice(39.13), "0.03913 $/TH/day"],
    [formats.formatUsd(-3264233.4), "−$3,264,233"],
    [formats.formatUsd(-0.4), "$0"],
    [formatsOf({ ...DEFAULT_SETTINGS, grouping: "space" }).formatUsd(1234567.5, 2), "$1\u202f234\u202f567.50"],
    [formatsOf({ ...DEFAULT_SETTINGS, grouping: "none" }).formatNumber(1234567), "1234567"],
    [formats.restated("They earn 29.39 $/PH/day; worth $1,234,567 more."), "They earn 29.39 $/PH/day; worth $1,234,567 more."],
    [formatsOf({ ...DEFAULT_SETTINGS, hashpriceUnit: "$/TH/day", powerUnit: "$/MWh", grouping: "none" }).restated("They earn 1,029.39 $/PH/day at −0.055 $/kWh; worth $1,234,567 more."), "They earn 1.02939 $/TH/day at −55.00 $/MWh; worth $1234567 more."],
  ])("%s", (text, expected) => expect(text).toBe(expected));
});

test("what was kept is read field by field; what does not fit is the default", () => {
  expect(settingsOf({ powerUnit: "$/MWh", hashrateUnit: "EH/s", grouping: 3, liveHost: "http://evil.example" })).toEqual({ ...DEFAULT_SETTINGS, powerUnit: "$/MWh" });
  expect(settingsOf("nonsense")).toEqual(DEFAULT_SETTINGS);
  expect(settingsOf({ liveHost: "https://mempool.example.com" }).liveHost).toBe("https://mempool.example.com");
});

test.each([["", /Enter the address/], ["http://mempool.example.com", /https/], ["https://user:pw@host", /without user name/], ["bitview.space", undefined], ["http://localhost:8999", undefined]])("host %s", (host, expected) => {
  if (expected) expect(hostProblem(host)).toMatch(expected);
  else expect(hostProblem(host)).toBeUndefined();
});

describe("the form", () => {
  test("a change counts at once everywhere, is kept in the workbook, and undone", async () => {
    excel.readSetting.mockResolvedValue({ powerUnit: "$/MWh" });
    open();
    await waitFor(() => expect(shown()).toBe("55.00 $/MWh | 104 TH/s | 39.13 $/PH/day"));
    await user.click(screen.getByRole("radio", { name: "PH/s" }));
    expect(shown()).toContain("0.104 PH/s");
    await waitFor(() => expect(kept()).toEqual({ ...DEFAULT_SETTINGS, powerUnit: "$/MWh", hashrateUnit: "PH/s" }));
    await user.click(screen.getByRole("button", { name: "Undo: Hashrate" }));
    expect(shown()).toContain("104 TH/s");
    await waitFor(() => expect(kept()).toEqual({ ...DEFAULT_SETTINGS, powerUnit: "$/MWh" }));
    expect(screen.getByText(/Kept in this workbook/)).toBeTruthy();
  });

  test("where the workbook takes none they hold for the session, and that is said", async () => {
    excel.saveSetting.mockRejectedValue(new Error("read-only"));
    open();
    await user.click(screen.getByRole("radio", { name: /^\$\/MWh/ }));
    expect(await screen.findByText("Kept only until the pane is closed.")).toBeTruthy();
    expect(shown()).toContain("55.00 $/MWh");
  });

  test("a host of one's own is kept once it is one", async () => {
    open();
    await user.click(screen.getByRole("radio", { name: "A host of your own" }));
    const field = screen.getByRole("textbox", { name: "Address" });
    await user.type(field, "http://mempool.example.com{Enter}");
    expect(screen.getByText(/has to be asked over https/)).toBeTruthy();
    expect(excel.saveSetting).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, "https://mempool.example.com{Enter}");
    await waitFor(() => expect(kept()).toMatchObject({ liveHost: "https://mempool.example.com" }));
    await user.click(screen.getByRole("radio", { name: "bitview.space" }));
    await waitFor(() => expect(kept()).toMatchObject({ liveHost: "bitview.space" }));
  });
});

describe("about", () => {
  test("says version, age of the data, privacy, and lists every package with its license", async () => {
    open();
    await user.click(screen.getByRole("tab", { name: "About" }));
    for (const text of [/2026-08-21: \$78,456\.69/, /314 in the catalog/, /only when you press the button/, /no warranty/]) expect(screen.getByText(text)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show packages and licenses" }));
    expect(await screen.findByText(/^react-dom \d/)).toBeTruthy();
    expect(screen.getAllByText(/Permission is hereby granted/).length).toBeGreaterThan(0);
  });
});

describe("diagnostics", () => {
  test("tells what is there and what is not, and gives a report without the workbook", async () => {
    setPlanThreads(() => {
      const thread: PlanThread = { onmessage: null, onerror: null, terminate: () => undefined, postMessage: (request) => answer(request, (data) => thread.onmessage?.({ data } as MessageEvent<PlanReport>)) };
      return thread;
    });
    open();
    await user.click(screen.getByRole("tab", { name: "Diagnostics" }));
    expect(await screen.findByText("answers")).toBeTruthy();
    // jsdom is no Office.
    expect(screen.getByText("Not as it should be: Program.")).toBeTruthy();
    const report = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Report" }).value;
    expect(report).toContain("Planning thread: answers");
    expect(report).toContain("Program: not in Office  <-- not as it should be");
    await user.click(screen.getByRole("button", { name: "Copy the report" }));
    expect(await screen.findByText("Copied.")).toBeTruthy();
    setPlanThreads(undefined);
  });

  test("in Office it names program, platform and requirement sets", () => {
    Object.assign(globalThis, { Office: { context: { displayLanguage: "de-DE", diagnostics: { host: "Excel", platform: "PC", version: "16.0.1" }, requirements: { isSetSupported: (name: string, version: string) => name === "SharedRuntime" || (name === "ExcelApi" && Number(version.slice(2)) <= 11) } } } });
    const text = reportText(findings());
    expect(text).toContain("Program: Excel 16.0.1");
    expect(text).toContain("ExcelApi: 1.11 (needs 1.12)  <-- not as it should be");
    expect(text).toContain("CustomFunctionsRuntime: missing (needs 1.1)  <-- not as it should be");
    expect(text).toMatch(/SharedRuntime: 1\.2 \(needs 1\.1\)$/m);
    Object.assign(globalThis, { Office: undefined });
  });
});
