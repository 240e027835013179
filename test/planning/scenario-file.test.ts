import { catalogMachine, defaultScenario, fileProblemText, readScenarioFile, type FileProblem } from "../../src/planning";
import sample from "../../assets/samples/one-site-20mw.json";

const base = defaultScenario();

/** The default scenario as a file, one place of it changed; undefined leaves the place out. */
function changed(path: string, value: unknown): string {
  const document = JSON.parse(JSON.stringify(base)) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(document);
}

function problemsOf(text: string): string[] {
  const read = readScenarioFile(text);
  return "problems" in read ? read.problems.map(fileProblemText) : [];
}

test("inputs written as JSON are read as they were, also behind a byte order mark", () => {
  expect(readScenarioFile(JSON.stringify(base))).toEqual({ inputs: base });
  expect(readScenarioFile(`\uFEFF${JSON.stringify(base, null, 2)}\r\n`)).toEqual({ inputs: base });
});

test("the sample: 20 MW of S19 at 5.5 cents", () => {
  expect(readScenarioFile(JSON.stringify(sample))).toMatchObject({
    inputs: { site: { powerCapacityMw: 20, powerPriceUsdKwh: 0.055 }, fleet: { machine: catalogMachine("S19 95") }, candidate: { machine: catalogMachine("S21 XP 270") } },
  });
});

test("a machine by name, or by its own figures with or without source", () => {
  expect(readScenarioFile(changed("fleet.machine", "s19j pro 104"))).toMatchObject({ inputs: { fleet: { machine: { name: "Antminer S19j Pro 104 TH/s", powerW: 3068 } } } });
  const own = { name: "=1+1", hashrateThs: 100, powerW: 3000 };
  expect(readScenarioFile(changed("candidate.machine", own))).toMatchObject({ inputs: { candidate: { machine: { ...own, source: "no source given" } } } });
  expect(readScenarioFile(changed("market.source", undefined))).toMatchObject({ inputs: { market: { source: "no source given" } } });
});

test.each<[string, unknown, string]>([
  ["site.pue", 0.9, "site.pue is 0.9; it must be a number from 1 to 2. Give site power divided by machine power, such as 1.05."],
  ["site.pue", "1.05", 'site.pue is "1.05"; it must be a number from 1 to 2. Give site power divided by machine power, such as 1.05.'],
  ["site.pue", undefined, "site.pue is missing; it must be a number from 1 to 2. Give site power divided by machine power, such as 1.05."],
  ["site.pue", null, "site.pue is null; it must be a number from 1 to 2. Give site power divided by machine power, such as 1.05."],
  ["site.uptime", 97, "site.uptime is 97; it must be a number above 0% and at most 100%, written as a fraction (1% is 0.01). Give the share of the time that machines run."],
  ["site.powerCapacityMw", 0.003, "site.powerCapacityMw is 0.003; it must be at least 0.00382725 MW, one machine with cooling. Give the power the site may draw at the meter."],
  ["site.powerPrice", 0.05, "site.powerPrice is 0.05; there is no such field; there are powerCapacityMw, powerPriceUsdKwh, pue, uptime, poolFee and fixedOpexUsdMonth."],
  ["fleet.units", 1.5, "fleet.units is 1.5; it must be a whole number from 1 to 10,000,000 machines. Give the machines you own, as a whole number."],
  ["fleet.machine", "S99", 'fleet.machine is "S99"; it must be a machine of the catalog. The catalog has no machine "S99". Nearest: "Antminer S9", "Antminer S19", "Antminer S9k", "Antminer S9j".'],
  ["fleet.machine", 104, 'fleet.machine is 104; it must be a machine of the catalog, such as "S19j Pro 104", or an object with name, hashrateThs and powerW.'],
  ["fleet.machine.name", "", 'fleet.machine.name is ""; it must be a name. Choose a machine.'],
  ["fleet.machine.name", undefined, "fleet.machine.name is missing; it must be a text of at most 255 characters."],
  ["fleet.machine.source", "x".repeat(256), `fleet.machine.source is "${"x".repeat(59)}…; it must be a text of at most 255 characters.`],
  ["candidate.machine.powerW", 0, "candidate.machine.powerW is 0; it must be a number above 0 and at most 1,000,000 W. Choose a machine of the catalog, or give its power."],
  ["candidate.machine.watts", 3000, "candidate.machine.watts is 3000; there is no such field; there are name, hashrateThs, powerW and source."],
  ["market.date", "2026-02-30", 'market.date is "2026-02-30"; it must be a day from 2009-01-03 to 2140-12-31. Give year, month and day, such as 2026-08-21.'],
  ["market.date", 20260821, "market.date is 20260821; it must be a day from 2009-01-03 to 2140-12-31. Give year, month and day, such as 2026-08-21."],
  ["market.source", 1, "market.source is 1; it must be a text of at most 255 characters."],
  ["market", [], "market is []; it must be an object with date, btcPriceUsd, difficulty, feesBtcPerBlock, height and source."],
  ["horizon", undefined, "horizon is missing; it must be an object with months, discountRateAnnual, priceGrowthMonthly and difficultyGrowthMonthly."],
])("%s = %j is one problem", (path, value, sentence) => {
  expect(problemsOf(changed(path, value))).toEqual([sentence]);
});

test.each([
  ["3", "The file is 3; it must be an object with site, fleet, candidate, horizon and market."],
  ["[]", "The file is []; it must be an object with site, fleet, candidate, horizon and market."],
  ["", "The file is no JSON: Unexpected end of JSON input"],
])("a file of %j is one problem", (text, sentence) => {
  expect(problemsOf(text)).toEqual([sentence]);
});

test("every problem is listed, section by section, each once", () => {
  const problems = readScenarioFile('{"site":{"pue":3},"fleet":{"machine":"S99","units":0},"candidate":{"machine":{}},"__proto__":{"site":1},"a b":1}') as { problems: readonly FileProblem[] };
  expect(problems.problems.map(({ path }) => path)).toEqual([
    "__proto__", '"a b"',
    "site.powerCapacityMw", "site.powerPriceUsdKwh", "site.pue", "site.uptime", "site.poolFee", "site.fixedOpexUsdMonth",
    "fleet.machine", "fleet.units", "fleet.resaleUsdTh",
    "candidate.machine.name", "candidate.machine.hashrateThs", "candidate.machine.powerW", "candidate.landedPriceUsdTh",
    "horizon", "market",
  ]);
});
