import { BLOCKS_PER_EPOCH, DAYS_PER_MONTH, TARGET_BLOCKS_PER_DAY } from "../units/constants";
import { nextHalvingHeight, retargetedDifficulty } from "./difficulty-adjustment";
import { hashpriceUsdPhDay, networkHashrateEhs, subsidyBtc } from "./network";
import { risingRoot } from "./roots";
import { orderedShareMonth, runningShare, type OrderRule, type StackClass, type StackCost } from "./supply-stack";

// The network played from retarget to retarget (formulas E4 and E5; decision model, section 2): owners switch machines off and
// on late and with a band between, order new ones while they pay, and retire what stands still. They look through the
// difficulty in force to the hashprice that it will leave once it has followed the hashrate: if each of them stopped for a
// hashprice that the next adjustment lifts again, most of the network would stop at every halving.

/** How the network's owners behave. */
export interface NetworkBehavior {
  readonly cost: StackCost;
  /** machines stop where hashprice is this share below their cost, 0 or more and below 1 */
  readonly stopBand: number;
  /** stopped machines restart where hashprice is this share above their cost, 0 or more */
  readonly restartBand: number;
  /** days in which 63 % of those who want to stop have stopped; 0 is at once */
  readonly stopDays: number;
  /** the same for those who want to restart */
  readonly restartDays: number;
  readonly orders: OrderRule;
  /** share of the machines standing still that is scrapped in a month */
  readonly scrapShareMonth: number;
}

/** The network at the start of day 0. */
export interface NetworkStart {
  readonly difficulty: number;
  /** height of the next block */
  readonly height: number;
  /** days since the last adjustment */
  readonly epochDays: number;
  readonly classes: readonly RunningClass[];
  /** orders not yet running, in order of arrival */
  readonly deliveries: readonly Delivery[];
}

export interface RunningClass extends StackClass {
  /** share that runs, 0 to 1 */
  readonly running: number;
}

export interface Delivery {
  /** day on which it starts to run */
  readonly day: number;
  readonly hashrateEhs: number;
}

/** What the network cannot influence, by day from the start. */
export interface NetworkDrivers {
  btcPriceUsd(day: number): number;
  /** BTC per block */
  feesBtc(day: number): number;
  /** share of the hashrate that would run which may: below 1 in an outage */
  availableShare(day: number): number;
}

/** Means and totals of the days between two marks. */
export interface NetworkPeriod {
  readonly days: number;
  readonly blocks: number;
  /** height of the first block */
  readonly firstHeight: number;
  /** mean over time */
  readonly hashpriceUsdPhDay: number;
  /** mean over time, EH/s */
  readonly hashrateEhs: number;
  /** at the end */
  readonly difficulty: number;
  /** installed at the end, EH/s */
  readonly installedEhs: number;
}

export interface Retarget {
  /** days from the start */
  readonly day: number;
  /** first block at the new difficulty */
  readonly height: number;
  readonly difficulty: number;
  /** new difficulty ÷ old − 1 */
  readonly change: number;
}

const LONGEST_STEP_DAYS = 0.5;
const EH_PER_PH = 1000;
/** Of the logarithm of the hashprice that owners look to. */
const PRECISION = 1e-9;
/** How far from the last one, in logarithm, it is looked for first. */
const FIRST_STEP = 0.02;
/** EH/s that stand for none at all, so that a logarithm can be taken. */
const NOTHING = 1e-300;
/** Steps end exactly on marks, retargets and halvings; what is left of one by rounding counts as nothing. */
const ROUNDING_DAYS = 1e-9;

/** Every class with the share that earns its power at a hashprice, scaled so that what runs is a given hashrate. */
export function runningClasses(stack: readonly StackClass[], cost: StackCost, hashprice: number, hashrateEhs: number): RunningClass[] {
  const classes = stack.map((each) => ({ ...each, running: runningShare(hashprice, each.efficiencyJth, cost) }));
  const scale = hashrateEhs / classes.reduce((sum, each) => sum + each.hashrateEhs * each.running, 0);
  return classes.map((each) => ({ ...each, hashrateEhs: each.hashrateEhs * scale }));
}

/** Orders of the time before the start, day by day, as the rule would have placed them on the installed hashrate. @param hashprice by day, negative before the start */
export function earlierOrders(rule: OrderRule, cost: StackCost, installedEhs: number, hashprice: (day: number) => number): Delivery[] {
  return Array.from({ length: Math.ceil(rule.leadDays) }, (_, i): Delivery => {
    const day = i - rule.leadDays;
    return { day: i, hashrateEhs: (installedEhs * orderedShareMonth(rule, cost, hashprice(day))) / DAYS_PER_MONTH };
  });
}

/**
 * Plays the network over time. Steps are half a day at most: machines come and go, blocks arrive at the pace of what runs, and
 * every 2,016 blocks the difficulty follows the time they took.
 * @param marks days at which periods end, rising, all above 0
 * @returns a period for each mark, and every adjustment on the way
 * Source: formulas E4, E5; decision model, section 2.
 */
export function playNetwork(behavior: NetworkBehavior, start: NetworkStart, drivers: NetworkDrivers, marks: readonly number[]): { readonly periods: NetworkPeriod[]; readonly retargets: Retarget[] } {
  const classes: Machines[] = [...start.classes.map((each) => ({ ...each })), { efficiencyJth: behavior.orders.efficiencyJth, hashrateEhs: 0, running: 0 }];
  const deliveries = [...start.deliveries];
  const retargets: Retarget[] = [];
  let { difficulty, height, epochDays } = start;
  let day = 0;
  let delivered = 0;
  let lnOutlook: number | undefined;

  const periods = marks.map((mark): NetworkPeriod => {
    const firstHeight = height;
    const from = day;
    let revenue = 0;
    let work = 0;
    while (mark - day > ROUNDING_DAYS) {
      const [priceUsd, rewardBtc, available] = [drivers.btcPriceUsd(day), subsidyBtc(height) + drivers.feesBtc(day), drivers.availableShare(day)];
      const hashrateEhs = Math.max(runningEhs(classes) * available, NOTHING);
      const blocksDay = (TARGET_BLOCKS_PER_DAY * hashrateEhs) / networkHashrateEhs(difficulty);
      const epochEnd = (Math.floor(height / BLOCKS_PER_EPOCH) + 1) * BLOCKS_PER_EPOCH;
      const nextHeight = Math.min(epochEnd, nextHalvingHeight(height));
      const daysToHeight = (nextHeight - height) / blocksDay;
      const days = Math.min(LONGEST_STEP_DAYS, mark - day, daysToHeight);
      revenue += hashpriceUsdPhDay(priceUsd, difficulty, rewardBtc) * days;
      work += hashrateEhs * days;

      lnOutlook = lnHashpriceToCome(classes, behavior, (priceUsd * rewardBtc * TARGET_BLOCKS_PER_DAY) / Math.max(available, NOTHING), lnOutlook);
      const outlook = Math.exp(lnOutlook);
      deliveries.push({ day: day + behavior.orders.leadDays, hashrateEhs: (installed(classes) * orderedShareMonth(behavior.orders, behavior.cost, outlook) * days) / DAYS_PER_MONTH });
      for (const each of classes) respond(each, behavior, outlook, days);

      day = mark - day - days <= ROUNDING_DAYS ? mark : day + days;
      epochDays += days;
      height = days === daysToHeight ? nextHeight : height + blocksDay * days;
      for (; delivered < deliveries.length && deliveries[delivered]!.day <= day; delivered++) install(classes.at(-1)!, deliveries[delivered]!.hashrateEhs, behavior.cost, outlook);
      if (height === epochEnd) {
        const next = retargetedDifficulty(difficulty, epochDays);
        retargets.push({ day, height, difficulty: next, change: next / difficulty - 1 });
        difficulty = next;
        epochDays = 0;
      }
    }
    const days = day - from;
    return { days, blocks: height - firstHeight, firstHeight, hashpriceUsdPhDay: revenue / days, hashrateEhs: work / days, difficulty, installedEhs: installed(classes) };
  });
  return { periods, retargets };
}

/**
 * ln of the hashprice at which the network shares out its revenue when everybody has done what that hashprice asks for:
 * the equilibrium of formulas E3, with the bands. @param lnGuess a value near it
 */
function lnHashpriceToCome(classes: readonly Machines[], behavior: NetworkBehavior, revenueUsdDay: number, lnGuess?: number): number {
  const excess = (lnHashprice: number): number => {
    const hashprice = Math.exp(lnHashprice);
    const wanted = classes.reduce((sum, each) => sum + each.hashrateEhs * wantedShare(each, behavior, hashprice), 0);
    return lnHashprice + Math.log(Math.max(wanted, NOTHING) / (revenueUsdDay / EH_PER_PH));
  };
  const asItRuns = Math.log(revenueUsdDay / EH_PER_PH / Math.max(runningEhs(classes), NOTHING));
  if (classes.every((each) => wantedShare(each, behavior, Math.exp(asItRuns)) === each.running)) return asItRuns;
  const guess = lnGuess ?? asItRuns;
  let [low, high, step] = [guess - FIRST_STEP, guess + FIRST_STEP, FIRST_STEP];
  for (; excess(low) >= 0; step *= 2) low -= step;
  for (step = FIRST_STEP; excess(high) < 0; step *= 2) high += step;
  return risingRoot(excess, low, high, PRECISION);
}

interface Machines {
  efficiencyJth: number;
  hashrateEhs: number;
  running: number;
}

/** Share of a class that its owners want to run: what runs stays, unless hashprice has left the band around its cost. */
function wantedShare(machines: Machines, behavior: NetworkBehavior, hashprice: number): number {
  const atMost = runningShare(hashprice / (1 - behavior.stopBand), machines.efficiencyJth, behavior.cost);
  const atLeast = runningShare(hashprice / (1 + behavior.restartBand), machines.efficiencyJth, behavior.cost);
  return Math.min(Math.max(machines.running, atLeast), atMost);
}

/** Some of those who want to switch do, and some of what stands still is scrapped. */
function respond(machines: Machines, behavior: NetworkBehavior, hashprice: number, days: number): void {
  const wanted = wantedShare(machines, behavior, hashprice);
  const lag = wanted < machines.running ? behavior.stopDays : behavior.restartDays;
  const running = wanted + (machines.running - wanted) * (lag === 0 ? 0 : Math.exp(-days / lag));
  const scrapped = (1 - running) * (1 - (1 - behavior.scrapShareMonth) ** (days / DAYS_PER_MONTH));
  machines.hashrateEhs *= 1 - scrapped;
  machines.running = running / (1 - scrapped);
}

/** New machines join their class; of them run as many as earn their power. */
function install(machines: Machines, hashrateEhs: number, cost: StackCost, hashprice: number): void {
  if (hashrateEhs === 0) return;
  const total = machines.hashrateEhs + hashrateEhs;
  machines.running = (machines.hashrateEhs * machines.running + hashrateEhs * runningShare(hashprice, machines.efficiencyJth, cost)) / total;
  machines.hashrateEhs = total;
}

function runningEhs(classes: readonly Machines[]): number {
  return classes.reduce((sum, each) => sum + each.hashrateEhs * each.running, 0);
}

function installed(classes: readonly Machines[]): number {
  return classes.reduce((sum, each) => sum + each.hashrateEhs, 0);
}
