import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { flags, heading, series, value } from "./make-lines";
import type { CandidateFacts } from "./structure";

/** Years of the tax table, as constants. */
const TAX_YEARS = "[$macrs.1:macrs.10]";

/** What a candidate has in common for all fleets: when it runs, what it costs and sells for, what tax leaves of it. */
export function candidateLines({ c, candidate, machine }: CandidateFacts): BookLine[] {
  const own = (name: string): string => `c${c}${name}`;
  const of = (text: string): string => `${text}, ${candidate.id}`;
  const input = (field: string): string => `[$Candidates.${c}.${field}]`;
  const bonus = "[$finance.bonusDepreciationShare]";
  return [
    ...heading(`Candidate ${c}: ${candidate.id}`),
    { kind: "links", heading: `Inputs of candidate ${candidate.id}`, prefixes: [`Candidates.${c}.`] },
    value(own("Net"), of("Revenue after pool and firmware fees"), "share", `=(1-${input("operation.poolFee")})*(1-${input("operation.firmwareFee")})`, FORMATS.percent),
    value(own("Working"), of("Share of the machines that are not being repaired"), "share", `=MAX(0,1-${input("operation.failureRateAnnual")}*${input("operation.repairDays")}/[$daysPerYear])`, FORMATS.percent),
    value(own("Repair"), of("Repairs of a machine"), "$/month", `=${input("operation.failureRateAnnual")}/[$monthsPerYear]*${input("operation.repairUsdUnit")}`, FORMATS.decimals),
    value(own("Delivery"), of("Day from which it runs"), "date", `=EDATE([$market.start.date],${input("leadMonths")})`, FORMATS.date),
    value(own("LandedTh"), of("Price with duty, freight and installation"), "$/TH", `=${input("priceUsdTh")}*(1+${input("duty")})+${input("freightUsdTh")}+${input("installUsdTh")}`, FORMATS.decimals),
    flags(own("After"), of("Runs"), `=IF([month]>${input("leadMonths")},1,0)`),
    flags(own("First"), of("First month in which it runs"), `=IF([month]=${input("leadMonths")}+1,1,0)`),
    flags(own("AtLead"), of("Last month before it runs"), `=IF([month]=${input("leadMonths")},1,0)`),
    flags(own("Delivered"), of("Delivered by the end of the month"), `=IF([month]>=${input("leadMonths")},1,0)`),
    series(own("Age"), of("Hashrate that age leaves"), "share", `=(1-${input("operation.degradationAnnual")})^(MAX(0,[start]-[$${own("Delivery")}])/[$daysPerYear])`, FORMATS.percent),
    series(own("ResaleTh"), of("Resale price"), "$/TH", resalePrice((field) => input(`resale.${field}`)), FORMATS.decimals),
    series(own("MachineUsd"), of("Resale price of a machine"), "$/machine", `=[$${machine.stockThs}]*[${own("ResaleTh")}]`, FORMATS.decimals),
    series(own("TaxYear"), of("Year of service"), "number", `=IF([${own("After")}]=1,INT(([month]-${input("leadMonths")}-1)/[$monthsPerYear])+1,1)`, FORMATS.whole),
    series(own("WriteOff"), of("Share of its cost written off"), "share", `=${bonus}*[${own("First")}]+(1-${bonus})*[${own("After")}]*INDEX(${TAX_YEARS},[${own("TaxYear")}])/[$monthsPerYear]`, FORMATS.percent, { total: "sum" }),
    value(own("Left"), of("Share of its cost left at the end"), "share", `=1-[$${own("WriteOff")}]`, FORMATS.percent),
    value(own("AfterTax"), of("Cost of a dollar spent, after tax"), "share", `=1-[$finance.taxRate]*(SUMPRODUCT([${own("WriteOff")}:],[discountFactor:])+[discountFactor>]*[$${own("Left")}])`, FORMATS.percent),
  ];
}

/** What a TH sells for at the end of a month; the ratio of hashprice is 1 at the start. */
export function resalePrice(input: (field: "priceUsdTh" | "declineAnnual" | "hashpriceExponent") => string): string {
  return `=${input("priceUsdTh")}*(1-${input("declineAnnual")})^([month]/[$monthsPerYear])*[hashpriceRatio]^${input("hashpriceExponent")}`;
}
