import { compareSheet, type ComparisonInputs } from "../../src/model-sheets/compare-sheet";
import { compareMachines, hashpriceOf, type ComparisonTerms } from "../../src/planning/portfolio/compare";
import { siteGears } from "../../src/planning/portfolio/compare-gears";
import { machinesToBeginWith } from "../../src/planning/portfolio/compare-machines";
import { marketTerms, sitePower } from "../../src/planning/portfolio/compare-site";
import { readPortfolio, type Portfolio } from "../../src/planning/portfolio";
import s19 from "../../assets/samples/portfolio-20mw-s19.json";
import { calculate } from "./support/libreoffice";

// LibreOffice, which shares nothing with the pane, has to find the pane's figures from the sheet's formulas.

const SAMPLE = readPortfolio(s19).portfolio as Portfolio;
const SITE = SAMPLE.sites[0]!;
const REPLACED = { label: "Antminer S19 95 TH/s", efficiencyJth: 3250 / 95, resaleUsdTh: 1.18 };

function inputsAt(change: Partial<ComparisonTerms>, committedMw = 0): ComparisonInputs {
  const power = { ...sitePower(SAMPLE, SITE), committedMw, committedUsdKwh: 0.03, priceUsdKwh: change.powerPriceUsdKwh ?? 0.055 };
  const terms: ComparisonTerms = { ...marketTerms(SAMPLE), powerPriceUsdKwh: power.priceUsdKwh, pue: power.pue, uptime: power.runShare, poolFee: 0.01, years: 4, discountRateAnnual: 0.14, ...change };
  return {
    title: "Machines at Home", remark: "A test.", terms,
    machines: machinesToBeginWith(SAMPLE, SITE).map(({ name, ...rest }) => ({ label: name, ...rest })),
    replaced: REPLACED,
    gears: { power, gears: siteGears(SAMPLE, SITE, power, hashpriceOf(terms)) },
  };
}

const CASES = [inputsAt({}), inputsAt({ hashpriceDeclineAnnual: -0.1, powerPriceUsdKwh: 0.04 }, 6), inputsAt({ hashpriceDeclineAnnual: 0.5, uptime: 1, poolFee: 0 }), inputsAt({ hashpriceDeclineAnnual: 0, powerPriceUsdKwh: 0.02 })];
const described = CASES.map((inputs) => compareSheet(inputs, []));
let calculated: ReturnType<typeof calculate>;
beforeAll(() => { calculated = calculate(described); });

test.each(CASES.map((_, i) => i))("case %i: every machine's figures are the pane's", (i) => {
  const rows = calculated[i]!.get("Compare")!;
  const { machines, terms, replaced } = CASES[i]!;
  const first = rows.findIndex(([label]) => label === machines[0]!.label);
  compareMachines(machines, terms, replaced).forEach((expected, k) => {
    const row = rows[first + k]!;
    const close = (column: number, value: number): void => expect(Number(row[column]) / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 9);
    [expected.efficiencyJth, expected.hashcostUsdPhDay, expected.marginUsdPhDay, expected.marginUsdMwh, expected.breakevenPowerUsdKwh, expected.breakevenBtcUsd, expected.breakevenBtcAfterUsd].forEach((value, column) => close(4 + column, value));
    if (expected.paybackDays === undefined) expect(row[12]).toBe("");
    else if (expected.paybackDays === Infinity) expect(row[12]).toBe("never");
    else close(12, expected.paybackDays);
    expect(Number(row[14])).toBeCloseTo(expected.worthUsdTh!, 8);
  });
});

test.each(CASES.map((_, i) => i))("case %i: the gears are the pane's", (i) => {
  const rows = calculated[i]!.get("Compare")!;
  const gears = CASES[i]!.gears!.gears;
  const first = rows.findIndex(([label]) => label === `${gears[0]!.fleetId}: ${gears[0]!.setting}`);
  gears.forEach((gear, k) => {
    const row = rows[first + k]!;
    [gear.marginalJth, gear.strikeUsdKwh, gear.powerMw, gear.cumulativeMw, gear.runningMw].forEach((value, column) => expect(Number(row[5 + column])).toBeCloseTo(value, 9));
    expect(row[10]).toBe(gear.state);
  });
});

test("no cell holds an error; inputs are blue, and refuse what cannot be", () => {
  for (const workbook of calculated) for (const row of workbook.get("Compare")!) for (const cell of row) expect(cell).not.toMatch(/^#|Err:/);
  const [sheet] = described[0]!.sheets;
  const power = sheet!.rows.find(([label]) => label?.content === "Power price")!;
  expect(power[1]).toMatchObject({ content: 0.055, look: "input" });
  expect(sheet!.validations!.length).toBeGreaterThan(12);
});

test("it takes a free name, and does without a machine to replace and gears", () => {
  const { gears: _gears, replaced: _replaced, ...plain } = CASES[0]!;
  const workbook = compareSheet(plain, ["compare", "Compare 2"]);
  expect(workbook.activeSheet).toBe("Compare 3");
  const texts = workbook.sheets[0]!.rows.flat().map((cell) => cell?.content);
  expect(texts).not.toContain("Worth at most");
  expect(texts).not.toContain("Gears of the site in merit order");
});
