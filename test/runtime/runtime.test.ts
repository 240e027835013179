/** @jest-environment jsdom */
import { screen, waitFor } from "@testing-library/dom";

type Command = (event: { completed: () => void }) => void;
const commands = new Map<string, Command>();
const shown = jest.fn(() => Promise.resolve());

const office = (host: string | null): object => ({ HostType: { Excel: "Excel" }, actions: { associate: (name: string, command: Command) => commands.set(name, command) }, addin: { showAsTaskpane: shown }, onReady: (then: (info: { host: string | null }) => void) => Promise.resolve().then(() => then({ host })) });

/** Loads the page's script as a fresh page does. */
async function load(Office: object | undefined): Promise<void> {
  document.body.innerHTML = '<div id="pane"><p role="status">Opening Hashplan…</p></div>';
  Object.assign(globalThis, { Office });
  if (!Office) delete (globalThis as { Office?: unknown }).Office;
  jest.resetModules();
  await import("../../src/runtime");
}

let errors: jest.SpyInstance;
beforeEach(() => (errors = jest.spyOn(console, "error").mockImplementation(() => undefined)));
afterEach(() => {
  errors.mockRestore();
  jest.dontMock("../../src/taskpane");
});

test("mounts the pane in Excel", async () => {
  const mount = jest.fn();
  jest.doMock("../../src/taskpane", () => ({ mount }));
  await load(office("Excel"));
  await waitFor(() => expect(mount).toHaveBeenCalledWith(document.getElementById("pane")));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("buttons of the ribbon show the pane and open what they are for, and tell Excel when that is done", async () => {
  const openScreen = jest.fn();
  const mount = jest.fn();
  jest.doMock("../../src/taskpane", () => ({ mount, openScreen }));
  await load(office("Excel"));
  await waitFor(() => expect(mount).toHaveBeenCalled());
  await waitFor(() => expect([...commands.keys()]).toEqual(["shareWorkbook", "freezeSelection", "repairFormulas"]));
  for (const command of commands.values()) await new Promise<void>((completed) => command({ completed }));
  expect(shown).toHaveBeenCalledTimes(3);
  expect(openScreen.mock.calls).toEqual([["share", undefined], ["share", "freeze"], ["share", "repair"]]);
});

test("a button whose pane cannot be shown is completed all the same", async () => {
  const mount = jest.fn();
  jest.doMock("../../src/taskpane", () => ({ mount }));
  await load(office("Excel"));
  await waitFor(() => expect(mount).toHaveBeenCalled());
  shown.mockRejectedValueOnce(new Error("no pane"));
  await new Promise<void>((completed) => commands.get("shareWorkbook")!({ completed }));
  expect(errors).toHaveBeenCalledTimes(1);
});

test("says where it belongs when a browser opens it", async () => {
  await load(office(null));
  expect((await screen.findByRole("alert")).textContent).toContain("Open it inside Excel");
  expect(screen.queryByRole("button")).toBeNull();
});

test("offers to reload when the pane's files cannot be fetched", async () => {
  jest.doMock("../../src/taskpane", () => { throw new Error("Loading chunk 12 failed"); });
  await load(office("Excel"));
  expect((await screen.findByRole("alert")).textContent).toContain("could not be loaded");
  expect(screen.getByRole("button", { name: "Reload" })).toBeDefined();
  expect(errors).toHaveBeenCalledTimes(1);
});

test("offers to reload when office.js did not come", async () => {
  await load(undefined);
  expect(screen.getByRole("alert").textContent).toContain("Microsoft's Office library could not be loaded");
  expect(screen.getByRole("button", { name: "Reload" })).toBeDefined();
});
