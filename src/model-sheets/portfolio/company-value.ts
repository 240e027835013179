import type { Fleet } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { constant } from "./company-inputs";
import { dollars, series, value } from "./make-lines";

/** What the plan is worth, and what it is worth beyond keeping every fleet as it is. */
export function valueLines(): BookLine[] {
  return [
    { kind: "heading", text: "Value of the company's free cash flow: the total is its net present value" },
    dollars("coPresent", "Present value of free cash flow", "=[coFree]*[discountFactor]"),
    { kind: "gap" },
    { kind: "heading", text: "The plan against keeping every fleet" },
    { kind: "link", of: "totalCash" },
    { kind: "link", of: "totalKeepCash" },
    dollars("coExtra", "Cash flow of the plan beyond that of keeping, in whole cents not 0", `=IF(ROUND(([totalCash]-[totalKeepCash])*${constant("centsPerUsd")},0)=0,0,[totalCash]-[totalKeepCash])`),
    dollars("coExtraPresent", "Its present value", "=[coExtra]*[discountFactor]"),
    series("coExtraSum", "Running total of the difference", "$", "=SUM([coExtra^])", FORMATS.usd),
    series("coUnder", "Running total below 0 (1 = yes)", "flag", `=IF(ROUND([coExtraSum]*${constant("centsPerUsd")},0)<0,1,0)`, FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    series("coRecovered", "Recovered after having been below (1 = yes)", "flag", "=IF(AND([coUnder]=0,SUM([coUnder^])>0),1,0)", FORMATS.flag),
    series("coCrossing", "First month of recovery (1 = yes)", "flag", "=IF(AND([coRecovered]=1,SUM([coRecovered^])=1),1,0)", FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    series("coPaybackMonth", "Payback inside that month", "months", "=IF([coCrossing]=1,[month]-[coExtraSum]/[coExtra],0)", FORMATS.decimals, { total: "sum" }),
    value("coPayback", "Payback of the plan against keeping", "months", '=IF([$coCrossing]=1,[$coPaybackMonth],IF([$coUnder]>0,"never",0))', FORMATS.decimals),
    dollars("coReceived", "Received beyond keeping", "=MAX(0,[coExtra])"),
    dollars("coPaid", "Paid beyond keeping", "=MIN(0,[coExtra])"),
    value("coMoic", "Received per dollar paid (MOIC)", "ratio", '=IF([$coPaid]=0,"none",-[$coReceived]/[$coPaid])', FORMATS.decimals),
    series("coSign", "Sign of the difference, or of the last one that was not zero", "sign", "=IF([coExtra]=0,IF([runs]=1,[coSign-1],0),SIGN([coExtra]))", FORMATS.changed),
    series("coTurn", "The sign changes: 1 = to above 0, more = to below", "number", "=IF([runs]=1,IF([coSign]*[coSign-1]<0,1+1-[coSign],0),0)", FORMATS.flag, { total: "sum", totalFormat: FORMATS.whole }),
    value("coReceivedMonth", "Mean month of what is received", "month", "=IF([$coTurn]=1,SUMPRODUCT([month:],[coReceived:])/[$coReceived],0)", FORMATS.decimals),
    value("coPaidMonth", "Mean month of what is paid", "month", "=IF([$coTurn]=1,SUMPRODUCT([month:],[coPaid:])/[$coPaid],0)", FORMATS.decimals),
    value("coGuess", "Rate if all flows fell in those two months", "a month", "=IF([$coTurn]=1,[$coMoic]^(1/([$coReceivedMonth]-[$coPaidMonth]))-1,0)", FORMATS.rate),
    value("coIrr", "Effective annual return (IRR), where the sign changes once, to above 0", "a year", `=IF([$coTurn]=1,(1+IRR([coExtra:],[$coGuess]))^${constant("monthsPerYear")}-1,"none")`, FORMATS.percent),
    { kind: "gap" },
  ];
}

/** What a petahash costs a day, and what one bitcoin costs. */
export function ladderLines(): BookLine[] {
  const perPhDay = (key: string, label: string, costs: string): BookLine => value(key, label, "$/PH/day", `=IF([$totalPhDays]>0,-(${costs})/[$totalPhDays],"none")`, FORMATS.decimals);
  const perBtc = (key: string, label: string, cost: string): BookLine => value(key, label, "$/BTC", `=IF([$coMined]>0,[$${cost}]*[$totalPhDays]/[$coMined],"none")`, FORMATS.usd);
  return [
    { kind: "heading", text: "Hashcost ladder over the plan: costs of all PH-days that ran" },
    { kind: "link", of: "totalPhDays" },
    perPhDay("coLadderPower", "Power, per PH-day", "[$totalPower]"),
    perPhDay("coLadderFleet", "Fleet: power, repairs, site costs", "[$totalPower]+[$totalRepairs]+[$coSiteCosts]"),
    perPhDay("coLadderCorporate", "Overhead, per PH-day", "[$coOverhead]"),
    perPhDay("coLadderFinancing", "Interest, per PH-day", "[$coInterest]"),
    perPhDay("coLadderDepreciation", "Depreciation, per PH-day", "[$totalDepreciation]"),
    value("coLadderCash", "Fleet and overhead", "$/PH/day", '=IF([$totalPhDays]>0,[$coLadderFleet]+[$coLadderCorporate],"none")', FORMATS.decimals),
    value("coLadderService", "Fleet, overhead and interest", "$/PH/day", '=IF([$totalPhDays]>0,[$coLadderCash]+[$coLadderFinancing],"none")', FORMATS.decimals),
    value("coLadderAllIn", "All in: fleet, overhead, interest, depreciation", "$/PH/day", '=IF([$totalPhDays]>0,[$coLadderService]+[$coLadderDepreciation],"none")', FORMATS.decimals),
    perPhDay("coLadderCredits", "Credits, per PH-day", "-[$coCredits]"),
    value("coLadderGross", "Fleet, before credits", "$/PH/day", '=IF([$totalPhDays]>0,[$coLadderFleet]+[$coLadderCredits],"none")', FORMATS.decimals),
    perPhDay("coLadderRevenue", "Revenue, per PH-day", "-[$totalRevenue]"),
    perBtc("coBtcFleet", "Cost of a bitcoin, fleet", "coLadderFleet"),
    perBtc("coBtcAllIn", "Cost of a bitcoin, all in", "coLadderAllIn"),
    { kind: "gap" },
  ];
}

/** Hashrate, efficiency, power: means over the hours of the month. */
export function operatingLines(sites: number): BookLine[] {
  const connected = Array.from({ length: sites }, (_, j) => `[s${j + 1}ConnectedMw]`).join("+");
  const capacity = Array.from({ length: sites }, (_, j) => `[s${j + 1}CapacityMw]`).join("+");
  return [
    { kind: "heading", text: "Operation" },
    { kind: "link", of: "totalKwh" },
    series("coEhs", "Hashrate that ran, mean of the month", "EH/s", `=IF([runs]=1,[totalPhDays]/[days]/${constant("phPerEh")},0)`, FORMATS.ratio, { total: `=[$totalPhDays]/SUM([days+])/${constant("phPerEh")}`, totalFormat: FORMATS.ratio }),
    series("coJth", "Efficiency at the meter", "J/TH", `=IF([totalPhDays]>0,[totalKwh]/[totalPhDays]/${constant("hoursPerDay")},0)`, FORMATS.decimals, { total: `=IF([$totalPhDays]>0,[$totalKwh]/[$totalPhDays]/${constant("hoursPerDay")},"none")` }),
    series("coConnected", "Power connected", "MW", `=${connected}`, FORMATS.decimals, { total: "=AVERAGE([coConnected+])" }),
    series("coCapacity", "Power that the sites may draw", "MW", `=${capacity}`, FORMATS.decimals, { total: "=AVERAGE([coCapacity+])" }),
    series("coMeanMw", "Power drawn, mean of the month", "MW", `=IF([runs]=1,[totalKwh]/[hours]/${constant("kwPerMw")},0)`, FORMATS.decimals, { total: `=[$totalKwh]/SUM([hours+])/${constant("kwPerMw")}` }),
    series("coUptime", "Uptime: power drawn of power connected", "share", "=IF([coConnected]>0,[coMeanMw]/[coConnected],0)", FORMATS.percent, { total: "=IF([$coConnected]>0,[$coMeanMw]/[$coConnected],0)", totalFormat: FORMATS.percent }),
    series("coPowerPrice", "Power price net of demand response", "$/kWh", "=IF([totalKwh]>0,-[totalPower]/[totalKwh],0)", FORMATS.usdKwh, { total: '=IF([$totalKwh]>0,-[$totalPower]/[$totalKwh],"none")', totalFormat: FORMATS.usdKwh }),
    { kind: "gap" },
  ];
}

/** How far each fleet's recommendation is ahead. */
export function decisionLines(fleets: readonly Fleet[]): BookLine[] {
  return [
    { kind: "heading", text: "Recommendations: how far ahead" },
    ...fleets.flatMap(({ id }, f) => [
      value(`coOver${f + 1}`, `Recommendation over keeping, ${id}`, "$", `=[$f${f + 1}ChosenNpv]-[$f${f + 1}KeepNpv]`, FORMATS.usd),
      value(`coLead${f + 1}`, `Recommendation over the runner-up, ${id}`, "$", `=IF(ISNUMBER([$f${f + 1}RunnerUpNpv]),[$f${f + 1}ChosenNpv]-[$f${f + 1}RunnerUpNpv],"none")`, FORMATS.usd),
    ]),
    { kind: "gap" },
  ];
}
