export type * from "./document";
export { machineOf, type PortfolioMachine } from "./machines";
export type { MarketMonth } from "./market-month";
export { marketPath, marketPaths, type MarketPath } from "./market-path";
export { ILLUSTRATIVE_NETWORK, namedScenarios } from "./named-scenarios";
export type { PortfolioProblem } from "./problem";
export { readPortfolio, readPortfolioText, type PortfolioReading, type ReadCsv } from "./read";
