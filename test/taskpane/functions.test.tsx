/** @jest-environment jsdom */
import "./support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import definitions from "../../src/functions/all.registry";
import type * as ExcelFolder from "../../src/excel";
import { FunctionBrowser } from "../../src/taskpane/functions";
import { Pane } from "../../src/taskpane";
import { LazyScreen } from "../../src/taskpane/LazyScreen";

// Excel itself is asked in test/integration and test/e2e; here its answers are given.
const excel = {
  selectedAddress: jest.fn<Promise<string>, []>(),
  readActiveCell: jest.fn<Promise<ExcelFolder.ActiveCell>, []>(),
  readReferences: jest.fn<Promise<ReadonlyMap<string, unknown>>, [string, readonly string[]]>(),
  writeFormula: jest.fn<Promise<ExcelFolder.WrittenFormula>, [(cell: { sheet: string; address: string }) => string]>(),
  takeBack: jest.fn<Promise<boolean>, [ExcelFolder.WrittenFormula]>(),
  readTables: jest.fn<Promise<ExcelFolder.ReadTables>, [readonly string[]]>(),
};
jest.mock("../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../src/excel"),
  selectedAddress: () => excel.selectedAddress(),
  readActiveCell: () => excel.readActiveCell(),
  readReferences: (sheet: string, references: readonly string[]) => excel.readReferences(sheet, references),
  writeFormula: (formulaFor: (cell: { sheet: string; address: string }) => string) => excel.writeFormula(formulaFor),
  takeBack: (written: ExcelFolder.WrittenFormula) => excel.takeBack(written),
  readTables: (names: readonly string[]) => excel.readTables(names),
}));

// Roles are slow to find in jsdom, and the list is long.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

let user: UserEvent;

beforeEach(() => {
  jest.resetAllMocks();
  excel.writeFormula.mockImplementation((formulaFor) => {
    const place = { sheet: "Plan", address: "C3" };
    return Promise.resolve().then(() => ({ ...place, formula: formulaFor(place), before: { input: "", numberFormat: "General" } }));
  });
  user = userEvent.setup();
});
afterEach(cleanup);

function openFunctions(): void {
  render(<FluentProvider theme={webLightTheme}><FunctionBrowser /></FluentProvider>);
}

async function openPage(id: string): Promise<void> {
  openFunctions();
  await user.click(document.querySelector(`[data-function="${id}"]`)!);
}

const field = (label: RegExp): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label, { selector: "input" });
const fill = (label: RegExp, text: string): void => void fireEvent.change(field(label), { target: { value: text } });
const formula = (): string | null => screen.getByRole("region", { name: "Formula to write" }).textContent;
const result = (): HTMLElement => screen.getByRole("status", { name: "Result" });

describe("the tabs", () => {
  test("open their panels, which name them, and keep what was typed", async () => {
    excel.readTables.mockResolvedValue({ sheetNames: ["Sheet1"], tables: [] });
    render(<Pane />);
    const home = screen.getByRole("tab", { name: "Home" });
    expect(home.getAttribute("aria-selected")).toBe("true");
    const functions = screen.getByRole("tab", { name: "Functions" });
    await user.click(functions);
    expect(await screen.findByRole("heading", { name: "Functions" })).toBeTruthy();
    expect(screen.getByRole("tabpanel", { name: "Functions" }).id).toBe(functions.getAttribute("aria-controls"));
    expect(screen.queryByRole("heading", { name: "Hashplan" })).toBeNull();
    await user.type(screen.getByRole("searchbox", { name: "Search functions" }), "halving");
    await user.click(home);
    expect(screen.getByRole("heading", { name: "Hashplan" })).toBeTruthy();
    await user.click(functions);
    expect(screen.getByRole<HTMLInputElement>("searchbox", { name: "Search functions" }).value).toBe("halving");
    expect(screen.getAllByRole("main")).toHaveLength(1);
  });

  test("a spinner, then a sentence and another try where the code does not come", async () => {
    const warn = jest.spyOn(console, "error").mockImplementation(() => undefined);
    let tries = 0;
    render(<LazyScreen label="Functions" load={() => (++tries === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(() => <p>here</p>))} />);
    expect(screen.getByText("Opening Functions …")).toBeTruthy();
    expect(await screen.findByText("Functions could not be loaded.")).toBeTruthy();
    expect(warn).toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("here")).toBeTruthy();
  });
});

describe("the list", () => {
  test("holds every function; search narrows it; nothing found is said", async () => {
    openFunctions();
    for (const { id } of definitions) expect(document.querySelector(`[data-function="${id}"]`)).toBeTruthy();
    await user.type(screen.getByRole("searchbox", { name: "Search functions" }), "breakeven power");
    expect(screen.getByText(/^\d+ functions?$/)).toBeTruthy();
    expect(document.querySelector('[data-function="BREAKEVEN"]')).toBeTruthy();
    expect(document.querySelector('[data-function="SUBSIDY"]')).toBeNull();
    await user.type(screen.getByRole("searchbox", { name: "Search functions" }), " qqq");
    expect(screen.getByText(/No function fits/)).toBeTruthy();
  });

  test("a category shows its functions; the way back ends at the function left", async () => {
    openFunctions();
    await user.click(screen.getByRole("combobox", { name: "Category" }));
    await user.click(screen.getByRole("option", { name: /^Hardware/ }));
    expect(document.querySelector('[data-function="HASHPRICE"]')).toBeNull();
    await user.click(document.querySelector('[data-function="EFFICIENCY"]')!);
    expect(document.activeElement?.textContent).toBe("EFFICIENCY");
    await user.click(screen.getByRole("button", { name: "All functions" }));
    expect(document.activeElement?.getAttribute("data-function")).toBe("EFFICIENCY");
  });
});

describe("a function's page", () => {
  test("tells what its record tells", async () => {
    await openPage("HASHCOST");
    for (const text of [/=MINE\.HASHCOST\(efficiency, power_price, \[pue\]/, /In \$\/kWh, from -10 to 10/, /An error in an argument comes out as the same error/]) expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    for (const title of ["Result", "Formula", "The same in plain Excel", "Errors", "Source"]) expect(screen.getByRole("heading", { name: title })).toBeTruthy();
    expect(field(/^pue/).placeholder).toBe("1");
  });

  test("the formula and its result follow the fields; what is needed is named", async () => {
    await openPage("HASHCOST");
    expect(screen.getByText("Still needed: efficiency, power_price.")).toBeTruthy();
    fill(/^efficiency/, "S21 XP");
    fill(/^power_price/, "0.05");
    expect(formula()).toBe('=MINE.HASHCOST("S21 XP", 0.05)');
    await waitFor(() => expect(within(result()).getByText("16.2")).toBeTruthy());
    fill(/^power_price/, "48");
    await waitFor(() => expect(result().textContent).toMatch(/power_price is 48 \$\/kWh; allowed is/));
    fill(/^power_price/, "=B2/1000");
    expect(formula()).toBe('=MINE.HASHCOST("S21 XP", B2/1000)');
    expect(screen.getByText(/the formula reads other cells/)).toBeTruthy();
    fill(/^power_price/, "=B2/");
    expect(screen.getByText(/This cannot be read/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Write into the selected cell" }));
    expect(excel.writeFormula).not.toHaveBeenCalled();
  });

  test("a machine is chosen from the catalog, a choice from its words", async () => {
    await openPage("HASHCOST");
    await user.type(field(/^efficiency/), "s21 pro");
    await user.click(screen.getAllByRole("option", { name: /S21 Pro 245 TH\/s/ })[0]!);
    expect(formula()).toBe('=MINE.HASHCOST("Antminer S21 Pro 245 TH/s")');
    cleanup();
    await openPage("HASHPRICE");
    await user.click(screen.getByRole("combobox", { name: "unit" }));
    await user.click(screen.getByRole("option", { name: /EH/ }));
    expect(formula()).toBe('=MINE.HASHPRICE(, , , , "EH")');
  });

  test("an example fills the form; a table shows as one", async () => {
    await openPage("STRIKELADDER");
    await user.click(screen.getByRole("button", { name: "Fill in example 1" }));
    expect(formula()).toMatch(/^=MINE\.STRIKELADDER\(".+", \d/);
    await waitFor(() => expect(within(result()).getByRole("table").querySelectorAll("tr").length).toBeGreaterThan(1));
  });

  test("writes into the selected cell, says where, and takes it back", async () => {
    await openPage("HASHCOST");
    excel.selectedAddress.mockResolvedValue("Plan!B2");
    await user.click(screen.getByRole("button", { name: "Use selection for efficiency" }));
    await waitFor(() => expect(field(/^efficiency/).value).toBe("Plan!B2"));
    fill(/^power_price/, "0.05");
    await user.click(screen.getByRole("button", { name: "Write into the selected cell" }));
    expect(await screen.findByText("Written into Plan!C3.")).toBeTruthy();
    const written = await excel.writeFormula.mock.results[0]!.value as ExcelFolder.WrittenFormula;
    expect(written.formula).toBe("=MINE.HASHCOST(B2, 0.05)");
    excel.takeBack.mockResolvedValueOnce(true);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Taken back.")).toBeTruthy();
    expect(excel.takeBack).toHaveBeenCalledWith(written);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  test("never writes a formula into a cell that it reads, nor over a change made since", async () => {
    await openPage("HASHCOST");
    fill(/^efficiency/, "C1:C9");
    fill(/^power_price/, "0.05");
    await user.click(screen.getByRole("button", { name: "Write into the selected cell" }));
    expect(await screen.findByText("Plan!C3 is selected, and the formula reads that cell.")).toBeTruthy();
    fill(/^efficiency/, "20");
    await user.click(screen.getByRole("button", { name: "Write into the selected cell" }));
    excel.takeBack.mockResolvedValueOnce(false);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Not taken back.")).toBeTruthy();
  });
});

describe("explain", () => {
  const cell = (entered: string | undefined): ExcelFolder.ActiveCell => ({ sheet: "Plan", address: "D4", formula: entered, text: "18.35" });

  test("shows each call with values, numbers and result, and opens it with its arguments", async () => {
    excel.readActiveCell.mockResolvedValue(cell("=MINE.COSTPERBTC(MINE.HASHCOST(A1,Market!B2),0.0005)"));
    excel.readReferences.mockResolvedValue(new Map<string, unknown>([["A1", "S21 XP"], ["Market!B2", 0.05]]));
    openFunctions();
    await user.click(screen.getByRole("button", { name: "Explain a cell" }));
    const inner = await screen.findByRole("region", { name: "MINE.HASHCOST(A1,Market!B2)" });
    expect(excel.readReferences).toHaveBeenCalledWith("Plan", ["A1", "Market!B2"]);
    expect(within(inner).getByText("S21 XP → 13.5 J/TH")).toBeTruthy();
    expect(within(inner).getByText("0.05 $/kWh")).toBeTruthy();
    expect(within(inner).getByText("1 (default)")).toBeTruthy();
    expect(within(inner).getByText("=24*13.5*0.05*1+0")).toBeTruthy();
    expect(within(inner).getByText("16.2")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open HASHCOST with these arguments" }));
    expect(formula()).toBe("=MINE.HASHCOST(A1, Market!B2)");
    await user.click(screen.getByRole("button", { name: "The explained cell" }));
    expect(screen.getByRole("region", { name: "MINE.HASHCOST(A1,Market!B2)" })).toBeTruthy();
  });

  test.each([
    [undefined, /Plan!D4 holds no formula\. Select a cell/],
    ["=SUM(A1:A3)", /no MINE function in this formula/],
    ["=MINE.HASHCOST(48,48)", /power_price is 48/],
  ])("of %s", async (entered, sentence) => {
    excel.readActiveCell.mockResolvedValue(cell(entered));
    excel.readReferences.mockResolvedValue(new Map());
    openFunctions();
    await user.click(screen.getByRole("button", { name: "Explain a cell" }));
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});
