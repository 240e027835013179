/** @jest-environment ./test/taskpane/support/jsdom-with-fetch.cjs */
import { entryField, openScreen, storeNow } from "./support";
import { act, cleanup, configure, fireEvent, screen } from "@testing-library/react";
import type * as ExcelFolder from "../../../src/excel";
import { aboutField, AS_STORED, fieldText, fieldValue, suffixOf } from "../../../src/taskpane/portfolio/field-text";
import { PortfolioScreen } from "../../../src/taskpane/portfolio/PortfolioScreen";
import { formatsOf } from "../../../src/taskpane/settings/formats";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/taskpane/settings/settings";
import { valueAt } from "../../../src/taskpane/store";

// Forms in the units that the settings choose; the document keeps those of its schema.

let kept: Partial<Settings> = {};
jest.mock("../../../src/excel", () => ({
  ...jest.requireActual<typeof ExcelFolder>("../../../src/excel"),
  readTables: () => Promise.resolve({ sheetNames: ["Sheet1"], tables: [] }),
  readSetting: () => Promise.resolve(kept),
  saveSetting: () => Promise.resolve(),
}));
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
afterEach(cleanup);

const OTHER = formatsOf({ ...DEFAULT_SETTINGS, powerUnit: "$/MWh", hashrateUnit: "PH/s", hashpriceUnit: "$/TH/day", grouping: "space" });
const price = entryField("contracts.energy.priceUsdKwh");
const hashrate = entryField("machines.hashrateThs");

describe("a field's text", () => {
  test.each([[price, 0.055, "55", "$/MWh"], [price, 0.0571, "57.1", "$/MWh"], [hashrate, 104, "0.104", "PH/s"]])("%# is shown in the unit chosen and read back exactly", (schema, value, text, unit) => {
    expect([fieldText(schema, value, OTHER), suffixOf(schema, OTHER)]).toEqual([text, unit]);
    expect(fieldValue(schema, text, OTHER)).toBe(value);
  });

  test("a unit typed along counts, whichever is shown", () => {
    for (const formats of [OTHER, AS_STORED]) {
      for (const text of ["55 $/MWh", "$55/MWh", "0.055 $/kWh", "$0.055/kWh", "5.5c", "5.5 c/kWh"]) expect(fieldValue(price, text, formats)).toBe(0.055);
      expect([fieldValue(hashrate, "0.104 PH/s", formats), fieldValue(hashrate, "104 th/s", formats)]).toEqual([104, 104]);
    }
    expect([fieldValue(price, "55", AS_STORED), fieldValue(price, "55", OTHER)]).toEqual([55, 0.055]);
  });

  test("thousands are read back as they are shown", () => {
    const opex = entryField("sites.fixedOpexUsdMonth");
    expect(fieldText(opex, 1234567.5, OTHER)).toBe("1\u202f234\u202f567.5");
    for (const text of ["1\u202f234\u202f567.5", "1 234 567.5", "1,234,567.5"]) expect(fieldValue(opex, text, OTHER)).toBe(1234567.5);
    expect(fieldValue(opex, "1 234,567", OTHER)).toBe("1 234,567");
  });

  test("what is allowed and the hint are told in the unit", () => {
    expect(aboutField(price, OTHER)).toBe("Of energy at the meter, delivery included. Allowed: a number from 0 to 1,000 ($/MWh).");
    expect(aboutField(hashrate, OTHER)).toContain("above 0 and at most 100 (PH/s)");
  });
});

test("the form shows, takes and complains in the unit; the document keeps $/kWh", async () => {
  kept = { powerUnit: "$/MWh" };
  await openScreen(PortfolioScreen, "20mw-s19", "contracts[0].energy.priceUsdKwh");
  const control = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[name="contracts[0].energy.priceUsdKwh"]')!;
  const stored = (): unknown => valueAt(storeNow().draft, ["contracts", 0, "energy", "priceUsdKwh"]);
  const type = (text: string): void => { control().focus(); fireEvent.change(control(), { target: { value: text } }); act(() => control().blur()); };
  expect([control().value, stored()]).toEqual(["55", 0.055]);
  expect(document.getElementById(control().getAttribute("aria-describedby")!)?.textContent).toBe("$/MWh");
  expect(screen.getByText("Home, fixed 55 $/MWh")).toBeTruthy();
  type("57.1");
  expect([control().value, stored()]).toEqual(["57.1", 0.0571]);
  type("5500");
  expect(stored()).toBe(5.5);
  expect(screen.getByText(/^Price of contract ".*" must be a number from 0 to 1,000 \(\$\/MWh\); it is 5,500\. Give dollars per MWh: 4\.5 c\/kWh is 45\.$/)).toBeTruthy();
  expect(storeNow().problems[0]).toMatchObject({ value: 5500, rule: "a number from 0 to 1,000 ($/MWh)" });
  type("");
  expect(screen.getByText(/is missing; it must be a number from 0 to 1,000 \(\$\/MWh\)/)).toBeTruthy();
});
