import { breakevenBtcPriceUsd, breakevenHashpriceUsdPhDay, breakevenPowerPriceUsdKwh } from "../../economics/breakeven";
import { continuousDecline, continuousRate, paybackDays } from "../../economics/mining-value";
import { hashpriceUsdPhDay, networkHashrateEhs } from "../../economics/network";
import { runningClasses } from "../../economics/network-dynamics";
import { indifferencePriceUsdTh } from "../../economics/replacement";
import { stackHashrateEhs, type StackClass, type StackCost } from "../../economics/supply-stack";
import { hashcostUsdPhDay, marginUsdMwh, marginUsdPhDay, netHashpriceUsdPhDay, type RunningCost } from "../../economics/unit-economics";
import { TARGET_BLOCKS_PER_DAY, TH_PER_PH } from "../../units/constants";
import { NotAvailableError } from "../../units/errors";
import type { NetworkResponse } from "./document";

// Machines side by side at one power price (formulas E2, E3, E6, E8).

/** The place and the market under which machines are compared. */
export interface ComparisonTerms {
  readonly powerPriceUsdKwh: number;
  /** site power ÷ machine power */
  readonly pue: number;
  /** share of the hours in which machines run */
  readonly uptime: number;
  readonly poolFee: number;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** subsidy and fees, BTC per block */
  readonly blockRewardBtc: number;
  /** the world's machines, for the price after adjustment */
  readonly network: NetworkResponse;
  /** life of the machines from now on */
  readonly years: number;
  /** effective annual rate */
  readonly discountRateAnnual: number;
  /** share that hashprice loses in a year; negative where it rises */
  readonly hashpriceDeclineAnnual: number;
}

/** A machine at one setting. */
export interface MachineFigures {
  readonly hashrateThs: number;
  readonly powerW: number;
  /** price in place, $/TH; undefined where nobody names one */
  readonly priceUsdTh?: number;
}

/** The machine that others would replace. */
export interface ReplacedMachine {
  readonly efficiencyJth: number;
  readonly resaleUsdTh: number;
}

/** What a machine earns and costs under the terms. */
export interface MachineComparison {
  readonly efficiencyJth: number;
  readonly hashcostUsdPhDay: number;
  readonly marginUsdPhDay: number;
  /** per MWh at the meter */
  readonly marginUsdMwh: number;
  readonly breakevenPowerUsdKwh: number;
  /** before anybody reacts */
  readonly breakevenBtcUsd: number;
  /** once machines that cost more have stopped and difficulty has followed */
  readonly breakevenBtcAfterUsd: number;
  /** price ÷ today's margin at the site's uptime; Infinity where the margin never pays it, undefined without a price */
  readonly paybackDays: number | undefined;
  /** price in place at which replacing is worth as much as keeping, $/TH; undefined where nothing would be replaced */
  readonly worthUsdTh: number | undefined;
}

/** Hashprice before the pool fee, $/PH/day. */
export function hashpriceOf({ btcPriceUsd, difficulty, blockRewardBtc }: Pick<ComparisonTerms, "btcPriceUsd" | "difficulty" | "blockRewardBtc">): number {
  return hashpriceUsdPhDay(btcPriceUsd, difficulty, blockRewardBtc);
}

/** The machines of the network as they have to be installed for today's difficulty, and what they run on. */
export function networkStack(terms: Pick<ComparisonTerms, "btcPriceUsd" | "difficulty" | "blockRewardBtc" | "network">): { readonly classes: readonly StackClass[]; readonly cost: StackCost } {
  const { powerMedianUsdKwh, powerSigma, poolFee, inflexibleShare, stack } = terms.network;
  const cost = { powerMedianUsdKwh, powerSigma, poolFee, inflexibleShare };
  const shares = stack.map(({ efficiencyJth, hashrateShare }) => ({ efficiencyJth, hashrateEhs: hashrateShare }));
  const classes = runningClasses(shares, cost, hashpriceOf(terms), networkHashrateEhs(terms.difficulty));
  return { classes, cost };
}

/**
 * BTC price at which hashprice settles at a level once every machine of the network that costs more has stopped and difficulty
 * has followed, with the machines that are installed: price = h · ΣK·F(h) ÷ (reward · 144).
 * @param levelUsdPhDay $/PH/day: for a breakeven its hashcost ÷ (1 − pool fee)
 * @returns $/BTC. Source: formulas E3, smooth stack by class.
 */
export function btcPriceAfterUsd(levelUsdPhDay: number, blockRewardBtc: number, { classes, cost }: ReturnType<typeof networkStack>): number {
  return (levelUsdPhDay * stackHashrateEhs(classes, cost, levelUsdPhDay) * TH_PER_PH) / (blockRewardBtc * TARGET_BLOCKS_PER_DAY);
}

/** Every machine under the same terms, in the order given. */
export function compareMachines(machines: readonly MachineFigures[], terms: ComparisonTerms, replaced?: ReplacedMachine): readonly MachineComparison[] {
  const stack = networkStack(terms);
  const hashprice = hashpriceOf(terms);
  return machines.map(({ hashrateThs, powerW, priceUsdTh }): MachineComparison => {
    const efficiencyJth = powerW / hashrateThs;
    const cost: RunningCost = { efficiencyJth, powerPriceUsdKwh: terms.powerPriceUsdKwh, pue: terms.pue, otherUsdPhDay: 0 };
    const inputs = { ...cost, hashpriceUsdPhDay: hashprice, poolFee: terms.poolFee };
    return {
      efficiencyJth,
      hashcostUsdPhDay: hashcostUsdPhDay(cost),
      marginUsdPhDay: marginUsdPhDay(hashprice, terms.poolFee, cost),
      marginUsdMwh: marginUsdMwh(hashprice, terms.poolFee, cost),
      breakevenPowerUsdKwh: breakevenPowerPriceUsdKwh(inputs),
      breakevenBtcUsd: breakevenBtcPriceUsd(terms.difficulty, terms.blockRewardBtc, terms.poolFee, cost),
      breakevenBtcAfterUsd: btcPriceAfterUsd(breakevenHashpriceUsdPhDay({ ...cost, poolFee: terms.poolFee }), terms.blockRewardBtc, stack),
      paybackDays: priceUsdTh === undefined ? undefined : simplePaybackDays(hashprice, terms, cost, priceUsdTh),
      worthUsdTh: replaced && worthUsdTh(hashprice, terms, efficiencyJth, replaced),
    };
  });
}

function simplePaybackDays(hashprice: number, { poolFee, uptime }: ComparisonTerms, cost: RunningCost, priceUsdTh: number): number {
  try {
    const margin = { hashpriceUsdPhDay: netHashpriceUsdPhDay(hashprice, poolFee) * uptime, hashcostUsdPhDay: hashcostUsdPhDay(cost) * uptime, declineRate: 0 };
    return paybackDays(margin, priceUsdTh * TH_PER_PH);
  } catch (error) {
    if (error instanceof NotAvailableError) return Infinity;
    throw error;
  }
}

/** Machines stand still while they would lose money, and run for the site's uptime otherwise. */
function worthUsdTh(hashprice: number, terms: ComparisonTerms, newEfficiencyJth: number, { efficiencyJth, resaleUsdTh }: ReplacedMachine): number {
  return indifferencePriceUsdTh({
    newEfficiencyJth, oldEfficiencyJth: efficiencyJth, resaleUsdTh, pue: terms.pue, years: terms.years,
    hashpriceUsdPhDay: netHashpriceUsdPhDay(hashprice, terms.poolFee) * terms.uptime, powerPriceUsdKwh: terms.powerPriceUsdKwh * terms.uptime,
    discountRate: continuousRate(terms.discountRateAnnual), declineRate: continuousDecline(terms.hashpriceDeclineAnnual), installUsdMw: 0, canStop: true,
  });
}
