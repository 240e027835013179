/** @jest-environment jsdom */
import "../support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Term } from "../../../src/taskpane/glossary";
import { GlossaryScreen } from "../../../src/taskpane/glossary/GlossaryScreen";
import { NavigationContext, type Navigation } from "../../../src/taskpane/navigation";

configure({ asyncUtilTimeout: 10_000 });
const open = jest.fn<void, Parameters<Navigation["open"]>>();
const navigation: Navigation = { screen: "glossary", target: undefined, screens: ["home", "glossary"], open };
const show = (children: React.ReactElement, at: Partial<Navigation> = {}): ReturnType<typeof render> =>
  render(<FluentProvider theme={webLightTheme}><NavigationContext value={{ ...navigation, ...at }}>{children}</NavigationContext></FluentProvider>);
afterEach(() => {
  cleanup();
  open.mockReset();
});

test("search narrows the terms, and says how many there are or that there is none", async () => {
  const user = userEvent.setup();
  show(<GlossaryScreen />);
  expect(screen.getByRole("heading", { name: "Merit order" })).toBeTruthy();
  const search = screen.getByRole("searchbox", { name: "Search the glossary" });
  await user.type(search, "4CP");
  expect(screen.getByRole("heading", { name: "Coincident peak" })).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Merit order" })).toBeNull();
  expect(screen.getByText("1 term")).toBeTruthy();
  await user.type(search, "zzz");
  expect(screen.getByText(/No term fits/)).toBeTruthy();
});

test("a link to another term leads there, out of a search too", async () => {
  const user = userEvent.setup();
  show(<GlossaryScreen />);
  await user.type(screen.getByRole("searchbox"), "4CP");
  await user.click(screen.getByRole("button", { name: "Demand charge" }));
  expect(document.activeElement?.textContent).toBe("Demand charge");
});

test("opened with a term it goes there", () => {
  show(<GlossaryScreen />, { target: { path: "runway" } });
  expect(document.activeElement?.textContent).toBe("Runway");
});

test("a word explains itself, by keyboard too, and leads to the glossary", async () => {
  const user = userEvent.setup();
  show(<Term id="pue">PUE</Term>);
  await user.tab();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("What is PUE?");
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/Power at the meter over power at the machines/)).toBeTruthy();
  await user.click(screen.getByText("Open the glossary"));
  expect(open).toHaveBeenCalledWith("glossary", "pue");
});
