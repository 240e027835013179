import type { ChoiceArgument, FlagArgument, ListArgument, ModelArgument, NumberArgument, TextArgument } from "./definition";

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

export const headers = { kind: "flag", name: "headers", default: true, help: "TRUE puts the column names in the first row." } as const satisfies FlagArgument;

export const currency = { kind: "choice", name: "currency", choices: { USD: "US dollars", BTC: "bitcoin: the price is not needed" }, default: "USD", help: "Currency of the result." } as const satisfies ChoiceArgument;

export const cash = { kind: "number", name: "cash", unit: "$", allowed: zeroOrMore, help: "Cash at hand." } as const satisfies NumberArgument;

export const assetCost = { kind: "number", name: "cost", unit: "$", allowed: zeroOrMore, help: "Cost of the property." } as const satisfies NumberArgument;

export const bonus = { kind: "number", name: "bonus", unit: "fraction", allowed: { min: 0, max: 1 }, default: 0, help: "Share of the cost written off at once in year 1; 1 is all of it." } as const satisfies NumberArgument;

export const functionName = { kind: "text", name: "function", help: "Name of one of these functions with a single result, such as \"MARGIN\"." } as const satisfies TextArgument;

export const baseArgs = { kind: "list", name: "base_args", help: "Its arguments in their order, one cell each; blank where the default holds." } as const satisfies ListArgument;
