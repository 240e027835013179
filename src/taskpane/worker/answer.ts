import { marketPaths, planInsights, planPortfolio, readPortfolio, type Portfolio } from "../../planning/portfolio";
import type { PlanReport, PlanRequest } from "./messages";
import { answerSensitivity } from "./sensitivity-answer";

/** Reports of one site each would be thousands. */
const REPORTS = 100;

/** What the worker does with a request. */
export function answer(request: PlanRequest, report: (report: PlanReport) => void): void {
  if (request.sensitivity) answerSensitivity(request.document as Portfolio, request.sensitivity, report);
  else answerPlan(request, report);
}

/** Reads, plans, and reports. */
function answerPlan({ document, options: { scenarioId, insights = false, rows } }: PlanRequest, report: (report: PlanReport) => void): void {
  const step = (name: string, done?: number, all?: number): void => report({ type: "progress", progress: { step: name, done, all } });
  try {
    step("Reading the portfolio");
    const { portfolio, problems } = readPortfolio(document);
    if (problems) return report({ type: "problems", problems });
    step("Following the market");
    const paths = marketPaths(portfolio.market, portfolio.horizonMonths);
    const wanted = scenarioId ?? portfolio.market.scenarioId;
    const path = paths.find((each) => each.scenarioId === wanted);
    if (!path) return report({ type: "failed", message: `The portfolio has no market scenario "${wanted}". Choose one of ${paths.map((each) => `"${each.scenarioId}"`).join(", ")}.` });
    const every = Math.ceil(portfolio.sites.length / REPORTS);
    const plan = planPortfolio(portfolio, path, {
      rows,
      onProgress: (done, all) => { if (done % every === 0 || done === all) step("Planning the sites", done, all); },
    });
    if (insights) step("Looking for what would turn the decision");
    report({ type: "planned", planned: { portfolio, paths, plan, insights: insights ? planInsights(portfolio, path, plan) : undefined } });
  } catch (error) {
    report({ type: "failed", message: `The plan could not be made: ${error instanceof Error ? error.message : String(error)}. Report this text with your portfolio file.` });
  }
}
