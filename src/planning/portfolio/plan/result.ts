import type { MarketMonth } from "../market-month";

// What planning a portfolio finds. How each figure comes about: docs/planning.md.

/** A figure for the start (index 0) and for each month of the plan. Money is signed: revenue positive, costs negative. */
export type ByMonth = Float64Array;

export type AlternativeKind = "keep" | "underclock" | "curtail" | "upgrade" | "relocate" | "shutdown" | "sell";

/** One fleet under one alternative, month by month. */
export interface AlternativeRows {
  /** after pool and firmware fees */
  readonly revenueUsd: ByMonth;
  /** energy, charges on draw less demand-response credits, nameplate bill, profit share */
  readonly powerUsd: ByMonth;
  readonly repairsUsd: ByMonth;
  /** stops and restarts */
  readonly switchingUsd: ByMonth;
  readonly movingUsd: ByMonth;
  readonly purchaseUsd: ByMonth;
  readonly salesUsd: ByMonth;
  readonly depreciationUsd: ByMonth;
  /** income that is taxed; negative where it is a loss */
  readonly taxableUsd: ByMonth;
  readonly taxUsd: ByMonth;
  readonly cashFlowUsd: ByMonth;
  /** PH/s times days that ran */
  readonly phDays: ByMonth;
  readonly energyKwh: ByMonth;
  /** average draw of the machines in months in which they run, at the meter; the site's power limit is held against it, repairs of failed ones included: units · W · PUE */
  readonly connectedKw: ByMonth;
  /** demand-response credits, inside powerUsd */
  readonly creditUsd: ByMonth;
  /** resale value of committed energy that was used, inside powerUsd; negative */
  readonly resaleForgoneUsd: ByMonth;
  /** what the machines owned at the end of the month sell for */
  readonly machineValueUsd: ByMonth;
}

export interface AlternativePlan {
  readonly kind: AlternativeKind;
  /** candidate or site; undefined where there is none */
  readonly targetId: string | undefined;
  /** "Upgrade to S21 XP" */
  readonly label: string;
  readonly available: boolean;
  /** why not, as a sentence; undefined where available */
  readonly unavailableBecause: string | undefined;
  /** NaN where it is not available */
  readonly npvUsd: number;
  readonly usdPerMwYear: number;
  /** empty where it is not available, and where only totals were asked for */
  readonly rows: AlternativeRows;
  readonly upgrade: UpgradeFigures | undefined;
}

/** An investment against doing without it. */
export interface ReturnFigures {
  readonly paybackMonths: number | "never";
  /** effective annual; undefined where the differences do not change sign exactly once */
  readonly irrAnnual: number | undefined;
  /** undefined where nothing is paid */
  readonly moic: number | undefined;
}

export interface UpgradeFigures extends ReturnFigures {
  readonly units: number;
  readonly oldUnitsKept: number;
  /** machines and infrastructure, positive */
  readonly investmentUsd: number;
  /** highest price before duty at which the upgrade is as good as the best that is no upgrade, $/TH */
  readonly worthUsdTh: number;
}

export interface FleetPlan {
  readonly fleetId: string;
  readonly siteId: string;
  readonly machineName: string;
  /** power at the meter in month 1, MW */
  readonly slotMw: number;
  readonly alternatives: readonly AlternativePlan[];
  /** indexes into alternatives */
  readonly chosen: number;
  readonly runnerUp: number | undefined;
}

export interface SitePlan {
  readonly siteId: string;
  readonly closes: boolean;
  /** value of the site when it stays open, and when it closes, $ */
  readonly openUsd: number;
  readonly closedUsd: number;
  readonly powerCapacityMw: ByMonth;
  readonly pue: ByMonth;
  /** staff, rent and the like; negative, 0 where the site is closed */
  readonly fixedOpexUsd: ByMonth;
  /** take-or-pay beyond what the energy resells for; negative */
  readonly commitmentUsd: ByMonth;
  /** what the committed energy would resell for */
  readonly resaleUsd: ByMonth;
  /** power connected under the chosen alternatives, MW */
  readonly connectedMw: ByMonth;
}

export interface DebtPlan {
  readonly debtId: string;
  readonly interestUsd: ByMonth;
  readonly principalUsd: ByMonth;
  readonly balanceUsd: ByMonth;
  /** NaN where there is no security or no balance */
  readonly ltv: ByMonth;
}

export interface CompanyPlan {
  readonly revenueUsd: ByMonth;
  readonly powerUsd: ByMonth;
  readonly repairsUsd: ByMonth;
  /** switching and moving */
  readonly switchingUsd: ByMonth;
  /** fixed costs and commitments */
  readonly siteCostsUsd: ByMonth;
  readonly overheadUsd: ByMonth;
  readonly hedgesUsd: ByMonth;
  readonly ebitdaUsd: ByMonth;
  readonly depreciationUsd: ByMonth;
  readonly purchaseUsd: ByMonth;
  readonly salesUsd: ByMonth;
  readonly interestUsd: ByMonth;
  readonly principalUsd: ByMonth;
  readonly taxUsd: ByMonth;
  readonly lossesUsd: ByMonth;
  readonly freeCashFlowUsd: ByMonth;
  /** demand response and resale, inside EBITDA */
  readonly creditsUsd: ByMonth;
  readonly btcMined: ByMonth;
  readonly btcSold: ByMonth;
  readonly btcBalance: ByMonth;
  readonly saleProceedsUsd: ByMonth;
  readonly cashUsd: ByMonth;
  readonly debtUsd: ByMonth;
  /** NaN where nothing is due */
  readonly dscr: ByMonth;
  readonly phDays: ByMonth;
  readonly energyKwh: ByMonth;
  readonly debts: readonly DebtPlan[];
  readonly npvUsd: number;
  readonly againstKeep: ReturnFigures & { readonly npvUsd: number };
  readonly ladder: HashcostLadder;
  /** months that cash lasts; "beyond the plan" where it does */
  readonly runwayMonths: number | "beyond the plan";
}

/** $/PH/day over the plan; NaN where nothing runs. */
export interface HashcostLadder {
  readonly fleet: number;
  readonly beforeCredits: number;
  readonly corporate: number;
  readonly financing: number;
  readonly depreciation: number;
  readonly allIn: number;
}

export interface PortfolioPlan {
  readonly scenarioId: string;
  readonly months: readonly MarketMonth[];
  readonly discountFactors: ByMonth;
  readonly sites: readonly SitePlan[];
  readonly fleets: readonly FleetPlan[];
  readonly company: CompanyPlan;
}
