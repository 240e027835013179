/** @jest-environment jsdom */
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { defaultScenario, planScenario } from "../../src/planning";
import { usd } from "../../src/taskpane/numbers";
import { Pane } from "../../src/taskpane";
import { FakeExcel } from "../excel/support/fake-excel";

let excel: FakeExcel;
let user: UserEvent;

beforeEach(() => {
  excel = new FakeExcel(["Sheet1"]);
  (globalThis as { Excel?: unknown }).Excel = excel;
  user = userEvent.setup();
  render(<Pane />);
});

afterEach(() => {
  cleanup();
  delete (globalThis as { Excel?: unknown }).Excel;
});

const buildButton = (): HTMLElement => screen.getByRole("button", { name: "Build scenario" });
const figures = (): HTMLElement => screen.getByRole("region", { name: "Key figures" });

async function fill(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label, { selector: "input" });
  await user.clear(field);
  if (text !== "") await user.type(field, text);
}

test("every input is found by its label, and starts valid", () => {
  for (const label of [
    "Site power (MW)", "Power price ($/kWh)", "PUE", "Uptime (%)", "Pool fee (%)", "Machine", "Units", "Candidate", "Candidate price ($/TH)", "Months",
    "Discount rate (% a year)", "BTC price growth (% a month)", "Difficulty growth (% a month)", "Market date", "BTC price ($)", "Difficulty",
    "Fees (BTC/block)", "Block height", "Market source",
  ]) {
    expect(screen.getByLabelText(label).getAttribute("aria-invalid")).not.toBe("true");
  }
  expect(buildButton().getAttribute("aria-disabled")).not.toBe("true");
});

test("key figures are the planner's and follow the fields", async () => {
  const base = defaultScenario();
  expect(within(figures()).getByText(usd(planScenario(base).npvUsd.upgrade))).toBeTruthy();
  await fill("Power price ($/kWh)", "0.06");
  const dearer = planScenario({ ...base, site: { ...base.site, powerPriceUsdKwh: 0.06 } });
  expect(within(figures()).getByText(usd(dearer.npvUsd.upgrade))).toBeTruthy();
  expect(within(figures()).getByText(usd(dearer.npvUsd.keep))).toBeTruthy();
});

test("a wrong field says what is allowed, and nothing is built until it is right", async () => {
  await fill("PUE", "0.9");
  expect(screen.getByText("PUE must be from 1 to 2; it is 0.9. Give site power divided by machine power, such as 1.05.")).toBeTruthy();
  expect(screen.getByText("One field needs to be put right first.")).toBeTruthy();
  expect(within(figures()).queryByText(/NPV/)).toBeNull();
  await user.click(buildButton());
  expect(excel.syncs).toBe(0);
  await user.click(screen.getByText("One field needs to be put right first."));
  expect(document.activeElement).toBe(screen.getByLabelText("PUE"));
  await fill("PUE", "1.1");
  expect(screen.queryByText(/PUE must be/)).toBeNull();
  expect(within(figures()).getByText("NPV, keep")).toBeTruthy();
});

test("a machine is found by the name people type; an unknown one gets the nearest names", async () => {
  await fill("Candidate", "s21 pro 245");
  await user.tab();
  expect(screen.getByLabelText<HTMLInputElement>("Candidate").value).toBe("Antminer S21 Pro 245 TH/s");
  await fill("Machine", "S25");
  await user.tab();
  expect(screen.getByText(/The catalog has no machine "S25"\. Nearest: /)).toBeTruthy();
});

test("builds the scenario that the form shows, and says where it is", async () => {
  await fill("Site power (MW)", "12.5");
  await user.click(buildButton());
  expect(await screen.findByText("Scenario built.")).toBeTruthy();
  expect(excel.names()).toEqual(["Sheet1", "Inputs", "Model", "Summary"]);
  const cells = excel.deeds("Inputs").find(({ what }) => what.endsWith("formulas"))!.value as unknown[][];
  expect(cells.find(([label]) => label === "Site power")![1]).toBe(12.5);
  await user.click(buildButton());
  await waitFor(() => expect(screen.getByText(/New sheets: Inputs 2, Model 2, Summary 2\./)).toBeTruthy());
});

test("a failed build says what happened and what to do, and leaves no sheet", async () => {
  excel.failures.set(2, { code: "InvalidOperationInCellEditMode", doneBefore: 4 });
  await user.click(buildButton());
  expect(await screen.findByText("A cell is being edited.")).toBeTruthy();
  expect(screen.getByText(/Press Enter or Esc to finish editing the cell, and build again\. The workbook is as it was\./)).toBeTruthy();
  expect(excel.names()).toEqual(["Sheet1"]);
});
