import type { GlossaryEntry } from "./entry";

/** Finance of a mining company. */
export const FINANCE_TERMS = [
  { id: "capex", term: "Capex", also: ["capital expenditure"], text: "Money spent on machines and sites that last, as against opex, the cost of running them.", see: ["landed-cost", "depreciation"] },
  { id: "covenant", term: "Covenant", text: "A promise to lenders, such as a smallest DSCR or a largest LTV. Breaking it may make a loan due.", see: ["dscr", "ltv"] },
  { id: "depreciation", term: "Depreciation", also: ["MACRS", "bonus depreciation"], text: "Writing off what was bought over its life. It is no payment, but lowers tax; MACRS is the tax schedule of the United States, bonus depreciation the part written off at once.", functions: ["MACRS", "TAXSHIELD"], see: ["capex"] },
  { id: "discount-rate", term: "Discount rate", text: "The yearly return that money could earn elsewhere at the same risk; later payments count for less by it. Rates are effective annual here.", see: ["npv"] },
  { id: "dscr", term: "DSCR", also: ["debt service coverage ratio"], text: "Cash earned before debt service over interest and repayment due. Below 1, earnings do not pay the debt.", functions: ["DSCR"], see: ["covenant"] },
  { id: "forward", term: "Hashprice forward", text: "An agreement on a hashprice for coming months, settled in cash: it secures revenue, and gives up what would be above it.", functions: ["FORWARDPNL", "FORWARDHASHPRICE"], see: ["hashprice", "power-put"] },
  { id: "haircut", term: "Haircut", text: "Share of its market value that is lost when bitcoin has to be sold at once, or that a lender does not count.", see: ["treasury", "ltv"] },
  { id: "irr", term: "IRR", also: ["internal rate of return"], text: "The discount rate at which an investment is worth nothing. It says nothing of size, and there is none where cash flows do not change their sign.", functions: ["MININGIRR"], see: ["npv", "moic"] },
  { id: "ltv", term: "LTV", also: ["loan to value"], text: "A loan over the market value of what secures it: machines, bitcoin. It rises as either falls in price.", functions: ["LTV"], see: ["covenant"] },
  { id: "moic", term: "MOIC", also: ["multiple on invested capital"], text: "All that comes back over all that was put in, without discount.", see: ["irr"] },
  { id: "npv", term: "NPV", also: ["net present value"], text: "Coming cash flows, each discounted to today, less what is paid now. Of two ways to go, the one with the higher NPV is worth more.", functions: ["MININGNPV", "UPGRADENPV"], see: ["discount-rate", "irr"] },
  { id: "option-to-stop", term: "Price to stop and to restart at", also: ["hysteresis", "switching option"], text: "Stopping and restarting cost money and the market may turn, so it pays to run on somewhat below breakeven and to wait somewhat above it.", functions: ["SWITCHTHRESHOLDS"], see: ["breakeven"] },
  { id: "power-put", term: "Power put", text: "The right to sell power at a strike: a floor under what a site gets for power that it does not use.", see: ["resale", "forward"] },
  { id: "relief-clock", term: "Relief clock", text: "When the next retargets would relieve a miner whose machines lose money, held against how long the cash lasts.", see: ["network-response", "retarget", "runway"] },
  { id: "runway", term: "Runway", text: "Months until cash, and bitcoin that may be sold, are used up at the present rate.", functions: ["RUNWAY", "BTCTOSELL"], see: ["treasury"] },
  { id: "treasury", term: "Treasury", text: "Cash and bitcoin of the company, and its policy: sell all that is mined, only what costs need, or nothing.", functions: ["BTCTOSELL", "MINEVSBUY"], see: ["runway"] },
  { id: "volatility", term: "Volatility", text: "Standard deviation of yearly changes in the logarithm of a price. The more hashprice swings, the more the right to stop and restart is worth.", functions: ["ASICVALUE", "SWITCHTHRESHOLDS"], see: ["option-to-stop"] },
] as const satisfies readonly GlossaryEntry[];
