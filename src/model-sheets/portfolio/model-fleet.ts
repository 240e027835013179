import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { resalePrice } from "./model-candidates";
import { dollars, flag, heading, series, value } from "./make-lines";
import type { FleetFacts } from "./structure";

/** What a fleet's alternatives have in common. */
export function fleetLines({ i, fleet, j, machine }: FleetFacts): BookLine[] {
  const own = (name: string): string => `f${i}${name}`;
  const of = (text: string): string => `${text}, ${fleet.id}`;
  const input = (field: string): string => `[$Fleets.${i}.${field}]`;
  return [
    ...heading(`Fleet ${i}: ${fleet.id}`),
    { kind: "links", heading: `Inputs of fleet ${fleet.id}`, prefixes: [`Fleets.${i}.`] },
    value(own("Working"), of("Share of the machines that are not being repaired"), "share", `=MAX(0,1-${input("operation.failureRateAnnual")}*${input("operation.repairDays")}/[$daysPerYear])`, FORMATS.percent),
    value(own("Repair"), of("Repairs of a machine"), "$/month", `=${input("operation.failureRateAnnual")}/[$monthsPerYear]*${input("operation.repairUsdUnit")}`, FORMATS.decimals),
    flag(own("StartsOn"), of("Runs on the market date"), `=IF(${input("state")}="running",1,0)`),
    value(own("SlotMw"), of("Power at the meter in month 1"), "MW", `=[${own("Mw")}|]`, FORMATS.decimals),
    series(own("Age"), of("Hashrate that age leaves"), "share", `=(1-${input("operation.degradationAnnual")})^(MAX(0,[start]-${input("inServiceOn")})/[$daysPerYear])`, FORMATS.percent),
    series(own("Mw"), of("Power at the meter"), "MW", `=[f${i}Slot]*[s${j}Pue]/[$wPerMw]`, FORMATS.decimals),
    series(own("CommittedKw"), of("Part of its power under take or pay"), "kW", `=[s${j}TakeOrPay]*[f${i}Slot]*[s${j}Pue]/[$wPerKw]`, FORMATS.whole),
    series(own("PhDaysTh"), of("PH-days of a TH/s"), "PH-days", `=[${own("Age")}]*[$${own("Working")}]/[$thPerPh]*[days]*[s${j}RunShare]`, FORMATS.factor),
    series(own("ResaleTh"), of("Resale price"), "$/TH", resalePrice((field) => input(`resale.${field}`)), FORMATS.decimals),
    series(own("Worth"), of("All machines, if sold"), "$", `=${input("units")}*[$${machine.stockThs}]*[${own("ResaleTh")}]`, FORMATS.usd),
    series(own("BookLeft"), of("Book value at the end of the month"), "$", `=IF(${input("bookMonthsLeft")}>0,${input("bookValueUsd")}*MAX(0,1-[month]/${input("bookMonthsLeft")}),0)`, FORMATS.usd),
    dollars(own("BookOff"), of("Written off while owned"), `=-IF(AND([runs]=1,[month]<=${input("bookMonthsLeft")}),${input("bookValueUsd")}/${input("bookMonthsLeft")},0)`),
    dollars(own("Stay"), of("Restart at the beginning if it stands still"), `=-[${own("Mw")}]*[$Sites.${j}.restartUsdMw]*[firstMonth]*(1-[$${own("StartsOn")}])`),
    dollars(own("Leave"), of("Stop at the beginning if it runs"), `=-[${own("Mw")}]*[$Sites.${j}.shutdownUsdMw]*[firstMonth]*[$${own("StartsOn")}]`),
    dollars(own("HoldSales"), of("Sold in the last month, if kept"), `=[${own("Worth")}]*[lastMonth]`),
    dollars(own("HoldBasis"), of("Book value of what is sold then"), `=[${own("BookLeft")}]*[lastMonth]`),
    series(own("HoldValue"), of("Machines owned, if kept"), "$", `=[${own("Worth")}]*(1-[lastMonth])`, FORMATS.usd),
  ];
}
