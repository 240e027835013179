import type { GlossaryEntry } from "./entry";

/** Power and what is agreed about it. */
export const POWER_TERMS = [
  { id: "ancillary", term: "Ancillary services", text: "What a grid buys besides energy to stay in balance, such as reserves that stop within seconds. Miners sell the ability to stop.", see: ["demand-response"] },
  { id: "coincident-peak", term: "Coincident peak", also: ["4CP"], text: "The hour in which the whole grid draws most. Some grids charge for what a site draws in it, as ERCOT does with four a year; standing still in those hours saves the charge.", functions: ["CPSAVING"], see: ["demand-charge", "curtailment"] },
  { id: "curtailment", term: "Curtailment", text: "Stopping for a while: because power is dear, because the grid asks, or because it pays.", functions: ["CURTAIL"], see: ["strike-price", "demand-response"] },
  { id: "demand-charge", term: "Demand charge", text: "A charge on the highest draw of a month, in $/kW-month, beside that on energy. An hour of running makes it due for the month.", functions: ["POWERALLIN"], see: ["coincident-peak"] },
  { id: "demand-response", term: "Demand response", text: "Being paid for standing by to stop, and for stopping when called.", functions: ["NETPOWERPRICE"], see: ["curtailment", "ancillary"] },
  { id: "hosting", term: "Hosting", also: ["colocation"], text: "One's machines stand at somebody else's site. The rate per kWh covers power, space and staff; it may be billed on what is metered or on the nameplate, and the host may take a share of profit.", functions: ["HOSTINGBILL"], see: ["nameplate"] },
  { id: "index-price", term: "Index price", also: ["real-time price", "locational price", "LMP"], text: "A power price that the grid's market sets hour by hour. A contract may pass it on with an adder for delivery and margin, within a cap and a floor.", see: ["curtailment", "strike-price"] },
  { id: "power-capacity", term: "Power capacity", text: "The most that a site may draw at the meter. Machines and what cools them share it, and where it is full a new machine needs an old one to go.", see: ["pue", "merit-order"] },
  { id: "ppa", term: "PPA", also: ["power purchase agreement"], text: "A contract for power at an agreed price over years, often with take-or-pay.", see: ["take-or-pay"] },
  { id: "pue", term: "PUE", also: ["power usage effectiveness"], text: "Power at the meter over power at the machines: what cooling, fans and losses add. It is higher in summer.", formula: "site power ÷ machine power, 1 or more", see: ["efficiency"] },
  { id: "resale", term: "Resale of power", text: "Selling power that is paid for and not drawn. Then running costs what the power would sell for, whatever was paid for it.", see: ["take-or-pay", "strike-price"] },
  { id: "strike-price", term: "Strike price", also: ["strike"], text: "The power price above which it pays to stop: of a machine its breakeven power price, of a gear that of its last terahashes.", formula: "hashprice · (1 − fees) ÷ (24 · marginal J/TH · PUE) − adders", functions: ["STRIKEPRICE", "STRIKELADDER"], see: ["breakeven", "curtailment", "gear"] },
  { id: "take-or-pay", term: "Take-or-pay", text: "An amount of power that is paid for whether it is drawn or not. Where it cannot be resold it is sunk: machines then run at any hashprice.", see: ["ppa", "resale"] },
  { id: "time-of-use", term: "Time of use", also: ["TOU", "on-peak", "off-peak"], text: "A tariff with its own price for some hours, days and months.", functions: ["TOUPRICE"], see: ["curtailment"] },
] as const satisfies readonly GlossaryEntry[];
