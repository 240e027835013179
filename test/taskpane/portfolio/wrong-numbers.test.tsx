/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { openScreen, storeNow } from "./support";
import { act, cleanup, configure, fireEvent } from "@testing-library/react";
import type * as ExcelFolder from "../../../src/excel";
import { PortfolioScreen } from "../../../src/taskpane/portfolio/PortfolioScreen";
import { listAt } from "../../../src/taskpane/store";

jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
}));
jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const LISTS = [["sites"], ["contracts"], ["fleets"], ["candidates"], ["machines"], ["priceSeries"], ["market", "scenarios"], ["finance", "debts"], ["finance", "hedges"]];
const WRONG = ["none", "-1e30", "1e30"];
/** Fields for words of the user's own. */
const WORDS = /\.(id|name|note|source)$/;

const control = (name: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;

function messageAfter(name: string, text: string): string {
  act(() => control(name).focus());
  fireEvent.change(control(name), { target: { value: text } });
  act(() => control(name).blur());
  if (control(name).getAttribute("aria-invalid") !== "true") return "";
  return control(name).closest(".fui-Field")?.querySelector(".fui-Field__validationMessage")?.textContent ?? "";
}

/** Entries of a kind have the same fields: each is tried once. */
const tried = new Set<string>();

test.each(["20mw-s19", "three-sites", "leveraged"])("every field of %s says what is wrong with a number, and takes the right one again", async (sample) => {
  await openScreen(PortfolioScreen, sample);
  const { draft } = storeNow();
  const places = LISTS.flatMap((list) => listAt(draft, list).map((_, i) => `${list.join(".")}[${i}].id`));
  cleanup();
  for (const place of ["market", "finance", ...places]) {
    await openScreen(PortfolioScreen, sample, place);
    for (const { name } of document.querySelectorAll<HTMLInputElement>('input[name]:not([type="checkbox"]):not([type="date"])')) {
      const field = name.replace(/\[\d+\]/g, "[]");
      if (tried.has(field) || WORDS.test(name)) continue;
      tried.add(field);
      const before = control(name).value;
      for (const wrong of WRONG) expect([name, wrong, messageAfter(name, wrong)]).toEqual([name, wrong, expect.stringMatching(/ must .*; it is .*\./)]);
      expect([name, messageAfter(name, before), control(name).value]).toEqual([name, "", before]);
    }
    expect([place, storeNow().draft]).toEqual([place, draft]);
    cleanup();
  }
});

test("fields of all parts were tried", () => {
  expect(tried.size).toBeGreaterThan(90);
  for (const part of ["sites[].pue.", "contracts[].energy.periods[].", "fleets[].operation.", "candidates[].resale.", "market.start.", "finance.treasury.", "finance.debts[].", "finance.hedges[]."]) {
    expect([part, [...tried].some((field) => field.startsWith(part))]).toEqual([part, true]);
  }
});
