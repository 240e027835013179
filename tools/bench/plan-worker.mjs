// The planner as the add-in would run it: in a thread beside the one that shows things, telling how far it is.
import { parentPort, workerData } from "node:worker_threads";

const { allSiteMonths, marketPath, planPortfolio, readPortfolioText } = await import(workerData.product);
const { portfolio } = readPortfolioText(workerData.document, () => workerData.hourlyPrices);
const path = marketPath(portfolio.market, portfolio.market.scenarios[0], portfolio.horizonMonths);
let plan;

parentPort.on("message", (message) => {
  if (message === "result") {
    parentPort.postMessage({ result: { fleets: plan.fleets.map(({ alternatives, chosen, runnerUp }) => ({ npvUsd: alternatives.map(({ npvUsd }) => npvUsd), chosen, runnerUp })), closes: plan.sites.map(({ closes }) => closes), company: plan.company } });
    return;
  }
  const start = performance.now();
  plan = planPortfolio(portfolio, path, { rows: "totals", onProgress: (done, all) => parentPort.postMessage({ done, all }) });
  const planned = performance.now();
  allSiteMonths(portfolio, path);
  parentPort.postMessage({ times: { ms: planned - start, contractsMs: performance.now() - planned } });
});
parentPort.postMessage({ ready: true });
