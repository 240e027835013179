import type { Cooling } from "../../catalog/catalog";

// The portfolio document as it is once read: defaults filled in, CSV series loaded. What each field means, with its unit and
// range, stands in portfolio.schema.json and docs/portfolio.md; a test holds these types to the schema, name by name.

export interface Portfolio {
  readonly schemaVersion: "1.0";
  readonly name: string;
  readonly note: string;
  readonly horizonMonths: number;
  readonly machines: readonly Machine[];
  readonly priceSeries: readonly PriceSeries[];
  readonly sites: readonly Site[];
  readonly contracts: readonly Contract[];
  readonly fleets: readonly Fleet[];
  readonly candidates: readonly Candidate[];
  readonly market: Market;
  readonly finance: Finance;
}

/** Without figures it is the catalog's machine of this name, and tells a price for it. */
export interface Machine {
  readonly id: string;
  readonly hashrateThs?: number;
  readonly powerW?: number;
  readonly cooling?: Cooling;
  readonly priceUsdTh?: number;
  readonly quotedOn?: string;
  readonly settings: readonly MachineSetting[];
  readonly source: string;
  readonly asOf?: string;
}

export interface MachineSetting extends MachineFigures {
  readonly name: string;
}

interface MachineFigures {
  readonly hashrateThs: number;
  readonly powerW: number;
}

export interface PriceSeries {
  readonly id: string;
  readonly note: string;
  readonly asOf?: string;
  readonly csvFile?: string;
  /** 8,760 or 8,784, from 1 January; from the CSV file where one is named */
  readonly valuesUsdKwh: readonly number[];
}

export interface Site {
  readonly id: string;
  readonly note: string;
  readonly asOf?: string;
  readonly powerCapacityMw: number;
  readonly powerRamp: readonly PowerStep[];
  readonly pue: Seasons;
  readonly cooling: readonly Cooling[];
  readonly uptime: number;
  readonly fixedOpexUsdMonth: number;
  readonly shutdownUsdMw: number;
  readonly restartUsdMw: number;
  readonly minHoursOff: number;
}

export interface PowerStep {
  readonly date: string;
  readonly powerCapacityMw: number;
}

export interface Seasons {
  readonly decFeb: number;
  readonly marMay: number;
  readonly junAug: number;
  readonly sepNov: number;
}

export interface Contract {
  readonly id: string;
  readonly siteId: string;
  readonly note: string;
  readonly asOf?: string;
  readonly firstMonth: number;
  readonly energy: Energy;
  readonly escalationAnnual: number;
  readonly demandChargeUsdKwMonth: number;
  readonly coincidentPeak?: CoincidentPeak;
  readonly demandResponse?: DemandResponse;
}

export type Energy = FixedEnergy | TimeOfUseEnergy | IndexedEnergy | HostingEnergy;

export interface FixedEnergy {
  readonly kind: "fixed";
  readonly priceUsdKwh: number;
  readonly takeOrPayShare: number;
  readonly resale?: PriceResale | IndexedResale;
}

export interface PriceResale {
  readonly kind: "price";
  readonly priceUsdKwh: number;
}

export interface IndexedResale {
  readonly kind: "indexed";
  readonly seriesId: string;
  readonly feeUsdKwh: number;
}

export interface TimeOfUseEnergy {
  readonly kind: "timeOfUse";
  readonly otherPriceUsdKwh: number;
  readonly periods: readonly TariffPeriod[];
}

export interface TariffPeriod {
  readonly name: string;
  readonly priceUsdKwh: number;
  readonly months: readonly number[];
  readonly days: "all" | "weekdays" | "weekends";
  readonly fromHour: number;
  readonly toHour: number;
}

export interface IndexedEnergy {
  readonly kind: "indexed";
  readonly seriesId: string;
  readonly adderUsdKwh: number;
  readonly capUsdKwh?: number;
  readonly floorUsdKwh?: number;
}

export interface HostingEnergy {
  readonly kind: "hosting";
  readonly rateUsdKwh: number;
  readonly billedOn: "metered" | "nameplate";
  readonly nameplateSurcharge: number;
  readonly profitShare: number;
  readonly lowPowerAllowed: boolean;
}

export interface CoincidentPeak {
  readonly rateUsdKwYear: number;
  readonly peaksPerYear: number;
  readonly peaksAvoided: number;
  readonly hoursOffYear: number;
}

export interface DemandResponse {
  readonly enrolledShare: number;
  readonly capacityUsdKwMonth: number;
  readonly energyUsdKwh: number;
  readonly hoursOffYear: number;
}

export interface Operation {
  readonly profile: string;
  readonly poolFee: number;
  readonly firmwareFee: number;
  readonly failureRateAnnual: number;
  readonly repairDays: number;
  readonly repairUsdUnit: number;
  readonly degradationAnnual: number;
}

export interface Resale {
  readonly priceUsdTh: number;
  readonly declineAnnual: number;
  readonly hashpriceExponent: number;
}

export interface Fleet {
  readonly id: string;
  readonly siteId: string;
  readonly note: string;
  readonly asOf?: string;
  readonly machine: string;
  readonly units: number;
  readonly inServiceOn: string;
  readonly state: "running" | "idle";
  readonly operation: Operation;
  readonly resale: Resale;
  readonly bookValueUsd: number;
  readonly bookMonthsLeft: number;
  readonly relocationUsdUnit: number;
  readonly relocationDays: number;
}

export interface Candidate {
  readonly id: string;
  readonly note: string;
  readonly asOf?: string;
  readonly machine: string;
  readonly priceUsdTh: number;
  readonly duty: number;
  readonly freightUsdTh: number;
  readonly installUsdTh: number;
  readonly infrastructureUsdMw: number;
  readonly availableUnits?: number;
  readonly leadMonths: number;
  readonly operation: Operation;
  readonly resale: Resale;
}

export interface Market {
  readonly start: MarketStart;
  readonly scenarioId: string;
  readonly hashpriceVolatilityAnnual: number;
  readonly scenarios: readonly MarketScenario[];
}

export interface MarketStart {
  readonly date: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  readonly feesBtcPerBlock: number;
  readonly height: number;
  readonly source: string;
}

export interface MarketScenario {
  readonly id: string;
  readonly note: string;
  readonly asOf?: string;
  readonly btcPrice: ValuePath;
  readonly fees: ValuePath;
  readonly difficulty: ValuePath | NetworkResponse;
}

export type ValuePath = GrowthPath | TablePath;

export interface GrowthPath {
  readonly kind: "growth";
  readonly growthMonthly: number;
}

export interface TablePath {
  readonly kind: "table";
  readonly values: readonly number[];
}

export interface NetworkResponse {
  readonly kind: "networkResponse";
  readonly calibration: string;
  readonly stack: readonly StackClass[];
  readonly powerMedianUsdKwh: number;
  readonly powerSigma: number;
  readonly poolFee: number;
  readonly inflexibleShare: number;
  readonly stopBand: number;
  readonly restartBand: number;
  readonly stopDays: number;
  readonly restartDays: number;
  readonly scrapShareMonth: number;
  readonly orders: Orders;
  readonly epochDays?: number;
}

export interface StackClass {
  readonly name: string;
  readonly efficiencyJth: number;
  readonly hashrateShare: number;
}

export interface Orders {
  readonly maxShareMonth: number;
  readonly leadDays: number;
  readonly efficiencyJth: number;
  readonly priceUsdTh: number;
  readonly priceExponent: number;
  readonly fullOrderPaybackDays: number;
  readonly noOrderPaybackDays: number;
}

export interface Finance {
  readonly discountRateAnnual: number;
  readonly overheadUsdMonth: number;
  readonly taxRate: number;
  readonly depreciationYears: 3 | 5 | 7 | 10 | 15 | 20;
  readonly bonusDepreciationShare: number;
  readonly note: string;
  readonly asOf?: string;
  readonly treasury: Treasury;
  readonly debts: readonly Debt[];
  readonly hedges: readonly Hedge[];
}

export interface Treasury {
  readonly cashUsd: number;
  readonly btc: number;
  readonly policy: "sellAll" | "sellForCosts" | "holdAll";
  readonly minCashUsd: number;
  readonly saleHaircut: number;
}

export interface Debt {
  readonly id: string;
  readonly note: string;
  readonly asOf?: string;
  readonly principalUsd: number;
  readonly rateAnnual: number;
  readonly termMonths: number;
  readonly interestOnlyMonths: number;
  readonly repayment: "level" | "equalPrincipal" | "bullet";
  readonly securedOn: readonly string[];
  readonly btcPledged: number;
  readonly minDscr?: number;
  readonly maxLtv?: number;
}

export type Hedge = HashpriceForward | PowerPut;

export interface HashpriceForward {
  readonly kind: "hashpriceForward";
  readonly note: string;
  readonly asOf?: string;
  readonly hashratePhs: number;
  readonly hashpriceUsdPhDay: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

export interface PowerPut {
  readonly kind: "powerPut";
  readonly note: string;
  readonly asOf?: string;
  readonly seriesId: string;
  readonly volumeMw: number;
  readonly strikeUsdKwh: number;
  readonly premiumUsdMonth: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}
