export type * from "./document";
export { machineOf, type PortfolioMachine } from "./machines";
export { marketPath, marketPaths, type MarketMonth, type MarketPath } from "./market-path";
export { ILLUSTRATIVE_NETWORK, namedScenarios } from "./named-scenarios";
export type { PortfolioProblem } from "./problem";
export { readPortfolio, readPortfolioText, type PortfolioReading, type ReadCsv } from "./read";
