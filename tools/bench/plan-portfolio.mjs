// Part of npm run bench, in a process of its own so that its memory is its own: 200 sites × 20 fleets × 6 alternatives × 60
// months, planned in a worker thread, in turn with the same arithmetic in numpy. A ratio is told only where both agree.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../lib/project.mjs";
import { bundleTypeScript } from "../lib/typescript.mjs";
import { missingNumpy, startNumpy, startPlanner } from "./contestants.mjs";
import { numpyInputs } from "./numpy-inputs.mjs";
import { median, print } from "./print.mjs";

const [SITES, FLEETS, MONTHS] = [200, 20, 60];
const ROUNDS = 15;
/** Rounds before those: the first plans of a process are compiled while they run. What the first takes is told beside the others. */
const WARM_UP_ROUNDS = 6;
/** Of each value, or of a dollar where it is less. */
const TOLERANCE = 1e-9;
const PRODUCT = `
  export { machineOf, marketPath, planPortfolio, readPortfolioText } from "./src/planning/portfolio";
  export { allSiteMonths } from "./src/planning/portfolio/plan/plan-portfolio";
  export { macrsShares } from "./src/economics/depreciation";
  export { excelSerial } from "./src/units/dates";
  export { largePortfolio } from "./tools/bench/large-portfolio";
`;

const folder = mkdtempSync(join(tmpdir(), "hashplan-bench-"));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const bundle = join(folder, "product.mjs");
  writeFileSync(bundle, await bundleTypeScript("", { entryPoints: [], stdin: { contents: PRODUCT, resolveDir: projectRoot, loader: "ts" } }));
  const product = await import(pathToFileURL(bundle).href);
  const document = JSON.stringify(product.largePortfolio(SITES, FLEETS, MONTHS));
  const hourlyPrices = readFileSync(join(projectRoot, "assets", "samples", "hourly-prices.csv"), "utf8");
  const numpyMissing = missingNumpy();
  const planner = await startPlanner({ product: pathToFileURL(bundle).href, document, hourlyPrices });
  const numpy = numpyMissing === undefined ? await startNumpy(writtenInputs(product, document, hourlyPrices)) : undefined;
  try {
    const [plannerFirst, numpyFirst] = [await planner.run(), await numpy?.run()];
    if (numpy) checkEqual(await planner.result(), await numpy.result());
    const rounds = [];
    let heldUpMs = 0;
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const { ms, contractsMs, progress } = await planner.run();
      delay.disable();
      heldUpMs = Math.max(heldUpMs, delay.max / 1e6);
      if (progress !== SITES) throw new Error(`Progress was told ${progress} times for ${SITES} sites`);
      const numpyMs = (await numpy?.run())?.ms;
      if (round >= 0) rounds.push({ planner: ms, contracts: contractsMs, numpy: numpyMs });
    }
    const summary = (name, first, times) => [name, `${median(times).toFixed(0)} ms`, `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}`, `first ${first.ms.toFixed(0)}`];
    const ratios = (name, of) => {
      const all = rounds.map((round) => of(round) / round.numpy);
      return [name, `${median(all).toFixed(2)} ×`, `${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)}`];
    };
    print(`A portfolio of ${SITES} sites × ${FLEETS} fleets × 6 alternatives × ${MONTHS} months, ${ROUNDS} times in turn after ${WARM_UP_ROUNDS} of warming up`, [
      summary("planPortfolio in a worker thread", plannerFirst, rounds.map((round) => round.planner)),
      ...(numpy ? [
        summary(`numpy ${numpy.versions.numpy}, Python ${numpy.versions.python}, one thread`, numpyFirst, rounds.map((round) => round.numpy)),
        ratios("planPortfolio ÷ numpy, pair by pair", (round) => round.planner),
        ratios("without the months of the contracts, which numpy is given", (round) => round.planner - round.contracts),
      ] : [["numpy", `left out: ${numpyMissing}`]]),
      ["memory of the process at its largest", `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`],
      ["progress told in each plan; main thread held up", `${SITES} times`, `${heldUpMs.toFixed(0)} ms at most`],
    ]);
  } finally {
    numpy?.stop();
    await planner.stop();
  }
}

function writtenInputs(product, document, hourlyPrices) {
  const { portfolio } = product.readPortfolioText(document, () => hourlyPrices);
  const path = product.marketPath(portfolio.market, portfolio.market.scenarios[0], portfolio.horizonMonths);
  const file = join(folder, "inputs.json");
  writeFileSync(file, JSON.stringify(numpyInputs(product, portfolio, path)));
  return file;
}

/** Values of all alternatives, what is chosen, what closes, and the company's rows. */
function checkEqual(planner, numpy) {
  const near = (what, actual, expected, scale = 1) => {
    if (Number.isNaN(actual) && expected === null) return;
    if (!(Math.abs(actual - expected) <= TOLERANCE * Math.max(Math.abs(expected), scale))) throw new Error(`The plans differ: ${what} is ${actual}, in numpy ${expected}`);
  };
  planner.fleets.forEach((fleet, i) => {
    const [s, f] = [Math.floor(i / FLEETS), i % FLEETS];
    if (fleet.npvUsd.length !== numpy.npv.length) throw new Error(`Fleet ${i} has ${fleet.npvUsd.length} alternatives`);
    fleet.npvUsd.forEach((value, a) => near(`alternative ${a} of fleet ${i}`, value, numpy.npv[a][f][s]));
    for (const which of ["chosen", "runnerUp"]) if (fleet[which] !== numpy[which][f][s]) throw new Error(`The plans differ: fleet ${i}, ${which}`);
  });
  planner.closes.forEach((closes, s) => { if (closes !== numpy.closes[s]) throw new Error(`The plans differ: site ${s} closes`); });
  near("the company's value", planner.company.npvUsd, numpy.company.npvUsd);
  const negative = ["powerUsd", "repairsUsd", "switchingUsd", "siteCostsUsd", "depreciationUsd", "purchaseUsd", "taxUsd"];
  for (const [name, row] of Object.entries({ ...numpy.totals, ...numpy.company })) {
    const ours = planner.company[name];
    if (!Array.isArray(row) || ours === undefined) continue;
    const scale = Math.max(1, ...ours.map(Math.abs));
    row.forEach((value, t) => near(`${name} of month ${t}`, ours[t], negative.includes(name) ? -value : value, scale));
  }
}
