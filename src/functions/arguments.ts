import type { ChoiceArgument, FlagArgument, ListArgument, MachinesArgument, ModelArgument, NumberArgument, NumbersArgument, TextArgument } from "./definition";

// The arguments that many functions share: same name, unit, range and wording wherever they stand.

const positive = { min: 0, minExcluded: true } as const;
const zeroOrMore = { min: 0 } as const;

export const height = { kind: "number", name: "height", unit: "blocks", allowed: { min: 0, max: 1e9 }, help: "Block height; a fraction counts as the block begun." } as const satisfies NumberArgument;

export const feesPerBlock = { kind: "number", name: "fees_per_block", unit: "BTC/block", allowed: zeroOrMore, default: 0, help: "Transaction fees of an average block." } as const satisfies NumberArgument;

export const difficulty = { kind: "number", name: "difficulty", unit: "", allowed: positive, acceptsTera: true, help: "Network difficulty as the raw number (1.3E+14), or a text such as \"130T\"." } as const satisfies NumberArgument;

export const blockSeconds = { kind: "number", name: "block_seconds", unit: "seconds", allowed: positive, default: 600, help: "Average time between blocks." } as const satisfies NumberArgument;

export const btcPrice = { kind: "number", name: "btc_price", unit: "$/BTC", allowed: positive, help: "Price of one bitcoin." } as const satisfies NumberArgument;

export const blockReward = { kind: "number", name: "block_reward", unit: "BTC/block", allowed: positive, help: "Subsidy plus fees of an average block, as BLOCKREWARD gives it." } as const satisfies NumberArgument;

export const hashprice = { kind: "number", name: "hashprice", unit: "$/PH/day", allowed: zeroOrMore, help: "Expected revenue of 1 PH/s in a day before the pool fee, as HASHPRICE gives it." } as const satisfies NumberArgument;

export const hashratePh = { kind: "number", name: "hashrate_ph", unit: "PH/s", allowed: zeroOrMore, help: "Hashrate of the fleet." } as const satisfies NumberArgument;

export const efficiency = { kind: "number", name: "efficiency", unit: "J/TH", allowed: positive, hardware: "efficiencyJth", help: "Efficiency of the machine." } as const satisfies NumberArgument;

export const watts = { kind: "number", name: "watts", unit: "W", allowed: positive, hardware: "powerW", help: "Power of one machine." } as const satisfies NumberArgument;

export const hashrateTh = { kind: "number", name: "hashrate_th", unit: "TH/s", allowed: positive, hardware: "hashrateThs", help: "Hashrate of one machine." } as const satisfies NumberArgument;

/** Beyond 100,000 MW, more than any site could get, the number is in kW or W. */
export const mw = { kind: "number", name: "mw", unit: "MW", allowed: { min: 0, max: 1e5 }, help: "Power of the site at the meter." } as const satisfies NumberArgument;

/** Beyond ±10 $/kWh the number is in another unit, most likely $/MWh. */
export const powerPrice = { kind: "number", name: "power_price", unit: "$/kWh", allowed: { min: -10, max: 10 }, help: "Price of power at the meter; 48 $/MWh is 0.048." } as const satisfies NumberArgument;

export const poolFee = { kind: "number", name: "pool_fee", unit: "fraction", allowed: { min: 0, max: 1, maxExcluded: true }, default: 0, help: "Pool fee; 0.01 is 1 %." } as const satisfies NumberArgument;

export const adders = { kind: "number", name: "adders", unit: "$/kWh", allowed: { min: -10, max: 10 }, default: 0, help: "What each kWh drawn costs on top of the wholesale price: delivery, losses, taxes." } as const satisfies NumberArgument;

export const pue = { kind: "number", name: "pue", unit: "", allowed: { min: 1, max: 5 }, default: 1, help: "Power usage effectiveness: site power divided by machine power." } as const satisfies NumberArgument;

export const days = { kind: "number", name: "days", unit: "days", allowed: positive, default: 1, help: "Length of the time." } as const satisfies NumberArgument;

export const uptime = { kind: "number", name: "uptime", unit: "fraction", allowed: { min: 0, max: 1, minExcluded: true }, default: 1, help: "Share of the time that the machines run; 0.95 is 95 %." } as const satisfies NumberArgument;

export const otherOpex = { kind: "number", name: "other_opex_per_ph_day", unit: "$/PH/day", allowed: {}, default: 0, help: "Other running cost." } as const satisfies NumberArgument;

export const model = { kind: "model", name: "model", help: "Machine, by id or by a name such as \"S21 XP\", \"s19j pro 104\" or \"M60S\"." } as const satisfies ModelArgument;

export const machines = { kind: "machines", name: "machines", help: "Your own machines, which go before the catalog's: the table MyMachines, with its headers or without." } as const satisfies MachinesArgument;

export const headers = { kind: "flag", name: "headers", default: true, help: "TRUE puts the column names in the first row." } as const satisfies FlagArgument;

export const currency = { kind: "choice", name: "currency", choices: { USD: "US dollars", BTC: "bitcoin: the price is not needed" }, default: "USD", help: "Currency of the result." } as const satisfies ChoiceArgument;

export const cash = { kind: "number", name: "cash", unit: "$", allowed: zeroOrMore, help: "Cash at hand." } as const satisfies NumberArgument;

export const assetCost = { kind: "number", name: "cost", unit: "$", allowed: zeroOrMore, help: "Cost of the property." } as const satisfies NumberArgument;

export const bonus = { kind: "number", name: "bonus", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Share of the cost written off at once in year 1; 1 is all of it." } as const satisfies NumberArgument;

export const functionName = { kind: "text", name: "function", help: "Name of one of these functions with a single result, such as \"MARGIN\"." } as const satisfies TextArgument;

export const baseArgs = { kind: "list", name: "base_args", help: "Its arguments in their order, one cell each; blank where the default holds." } as const satisfies ListArgument;

/** For functions without a pool fee of their own. */
export const netHashprice = { ...hashprice, help: "Expected revenue of 1 PH/s in a day, after any pool fee." } as const satisfies NumberArgument;

export const hashcost = { kind: "number", name: "hashcost", unit: "$/PH/day", allowed: {}, help: "Cost of 1 PH/s a day, as HASHCOST gives it." } as const satisfies NumberArgument;

export const years = { kind: "number", name: "years", unit: "years", allowed: { min: 0, minExcluded: true, max: 50 }, help: "Life of the machine from now on." } as const satisfies NumberArgument;

export const rate = { kind: "number", name: "rate", unit: "fraction", allowed: { min: -1, minExcluded: true, max: 10 }, help: "Discount rate, effective annual; 0.12 is 12 %." } as const satisfies NumberArgument;

/** For option formulas, where rates are continuous. */
export const continuousRate = { ...rate, help: "Discount rate, continuous as usual in option formulas: LN(1 + r) of an effective annual rate r." } as const satisfies NumberArgument;

export const annualDecline = { kind: "number", name: "annual_decline", unit: "fraction", allowed: { min: -10, max: 1, maxExcluded: true }, default: 0, help: "Share that hashprice loses within a year, effective annual; 0.2 is 20 %, negative where it rises." } as const satisfies NumberArgument;

export const capexPerPh = { kind: "number", name: "capex_per_ph", unit: "$/PH", allowed: zeroOrMore, help: "Price of 1 PH/s with all that is paid at once: 1,000 times $/TH." } as const satisfies NumberArgument;

export const resalePerTh = { kind: "number", name: "resale_per_th", unit: "$/TH", allowed: zeroOrMore, default: 0, help: "What the old machines sell for." } as const satisfies NumberArgument;

export const installPerMw = { kind: "number", name: "install_per_mw", unit: "$/MW", allowed: zeroOrMore, default: 0, help: "Installation of the new machines, per MW at the meter." } as const satisfies NumberArgument;

export const canStop = { kind: "flag", name: "can_stop", default: true, help: "TRUE: machines run only while they earn more than they cost. FALSE: they always run." } as const satisfies FlagArgument;

export const months = { kind: "number", name: "months", unit: "months", allowed: { min: 1, max: 600 }, help: "Number of months, of 30.4375 days each." } as const satisfies NumberArgument;

export const price0 = { ...btcPrice, name: "price0", help: "Price of one bitcoin at the start." } as const satisfies NumberArgument;

export const height0 = { ...height, name: "height0", help: "Block height at the start." } as const satisfies NumberArgument;

export const fees = { ...feesPerBlock, name: "fees", help: "Transaction fees of an average block, the same in every month." } as const satisfies NumberArgument;

export const stackCaps = { kind: "numbers", name: "caps_ph", unit: "PH/s", allowed: zeroOrMore, help: "Hashrate of each class of the network's machines." } as const satisfies NumbersArgument;

export const stackHashcosts = { kind: "numbers", name: "hashcosts", unit: "$/PH/day", allowed: zeroOrMore, help: "Hashprice below which each class stops: its hashcost." } as const satisfies NumbersArgument;

export const inflexible = { kind: "number", name: "inflexible", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Share of each class that runs at any hashprice: free power, or power that is paid in any case." } as const satisfies NumberArgument;
