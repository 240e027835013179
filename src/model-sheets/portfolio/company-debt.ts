import type { Portfolio } from "../../planning/portfolio";
import type { SeriesLine } from "../lines";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { constant, debtInput } from "./company-inputs";
import { opening } from "./company-lines";
import { dollars, series, value } from "./make-lines";

const FLAGS = { total: "sum", totalFormat: FORMATS.whole } as const;

/** A corkscrew for each debt with what secures it, and all of them together. */
export function debtLines({ finance: { debts }, fleets }: Portfolio): BookLine[] {
  const together = (suffix: string): string => `=${debts.map((_, d) => `[coDebt${d + 1}${suffix}]`).join("+") || "0"}`;
  return [
    ...debts.flatMap(({ id, securedOn }, d) => [...oneDebt(d + 1, id, securedOn.map((fleet) => fleets.findIndex((each) => each.id === fleet) + 1)), { kind: "gap" as const }]),
    { kind: "heading", text: "Debts together" },
    dollars("coInterest", "Interest", together("Interest")),
    dollars("coPrincipal", "Principal repaid", together("Repaid")),
    dollars("coService", "Debt service", "=[coInterest]+[coPrincipal]"),
    series("coDebt", "Debt at the end of the month", "$", together("Close"), FORMATS.usd),
    series("coPledged", "Bitcoin pledged at the start of the month", "BTC", together("Pledged"), FORMATS.btcMined),
    { kind: "gap" },
  ];
}

function oneDebt(d: number, id: string, fleets: readonly number[]): BookLine[] {
  const own = (name: string): string => `coDebt${d}${name}`;
  const input = (field: Parameters<typeof debtInput>[1]): string => debtInput(d, field);
  return [
    { kind: "heading", text: `Debt ${d}: ${id}` },
    value(own("Rate"), `Interest a month, debt ${d}`, "a month", `=${input("rateAnnual")}/${constant("monthsPerYear")}`, FORMATS.rate),
    value(own("Payments"), `Months with repayments, debt ${d}`, "months", `=MAX(1,${input("termMonths")}-${input("interestOnlyMonths")})`, FORMATS.whole),
    value(own("Level"), `Repaid in equal payments, debt ${d} (1 = yes)`, "flag", `=IF(${input("repayment")}="level",1,0)`, FORMATS.flag),
    value(own("Even"), `Repaid in equal parts plus interest, debt ${d} (1 = yes)`, "flag", `=IF(${input("repayment")}="equalPrincipal",1,0)`, FORMATS.flag),
    value(own("Equal"), `Equal repayment, debt ${d}`, "$", `=${input("principalUsd")}/[$${own("Payments")}]`, FORMATS.usd),
    value(own("Payment"), `Equal payment with interest, debt ${d}`, "$", `=IF([$${own("Rate")}]=0,[$${own("Equal")}],${input("principalUsd")}*[$${own("Rate")}]/(1-(1+[$${own("Rate")}])^-[$${own("Payments")}]))`, FORMATS.usd),
    series(own("Runs"), `Debt ${d} runs (1 = yes)`, "flag", `=IF([month]<=${input("termMonths")},1,0)`, FORMATS.flag, FLAGS),
    series(own("Last"), `Last month of debt ${d} (1 = yes)`, "flag", `=IF([month]=${input("termMonths")},1,0)`, FORMATS.flag, FLAGS),
    series(own("Due"), `Principal of debt ${d} is due before its last month (1 = yes)`, "flag", `=IF([month]>${input("interestOnlyMonths")},[${own("Runs")}]-[${own("Last")}],0)`, FORMATS.flag, FLAGS),
    series(own("Open"), `Debt ${d} at the start of the month`, "$", opening(own("Close"), input("principalUsd")), FORMATS.usd),
    dollars(own("Interest"), `Interest, debt ${d}`, `=-[${own("Open")}]*[$${own("Rate")}]*[${own("Runs")}]*[runs]`),
    dollars(own("Regular"), `Repayment before the last month, debt ${d}`, `=[${own("Due")}]*([$${own("Level")}]*([$${own("Payment")}]+[${own("Interest")}])+[$${own("Even")}]*[$${own("Equal")}])`),
    dollars(own("Repaid"), `Principal repaid, debt ${d}`, `=-IF([${own("Last")}]=1,[${own("Open")}],[${own("Regular")}])`),
    series(own("Close"), `Debt ${d} at the end of the month`, "$", `=[${own("Open")}]+[${own("Repaid")}]`, FORMATS.usd),
    series(own("Pledged"), `Bitcoin pledged for debt ${d} at the start of the month`, "BTC", `=[${own("Runs")}]*${input("btcPledged")}`, FORMATS.btcMined),
    series(own("Machines"), `Value of the machines that secure debt ${d}`, "$", `=${fleets.map((i) => `[f${i}MachineValue]`).join("+") || "0"}`, FORMATS.usd),
    series(own("Security"), `Security of debt ${d}, bitcoin included`, "$", `=[${own("Machines")}]+${input("btcPledged")}*[btcPrice]`, FORMATS.usd),
    series(own("Owed"), `Debt ${d} is owed at the end of the month (1 = yes)`, "flag", `=[${own("Runs")}]*(1-[${own("Last")}])`, FORMATS.flag, FLAGS),
    series(own("Ltv"), `Loan to value, debt ${d}`, "ratio", `=IF([${own("Owed")}]*[${own("Security")}]>0,[${own("Close")}]/[${own("Security")}],"")`, FORMATS.ratio, highest(own("Ltv"))),
    value(own("LtvSet"), `Debt ${d} has a highest loan to value (1 = yes)`, "flag", `=IF(${input("maxLtv")}>0,1,0)`, FORMATS.flag),
    series(own("LtvBreach"), `Loan to value of debt ${d} above its covenant (1 = yes)`, "flag", `=IF([${own("Close")}]>${input("maxLtv")}*[${own("Security")}],[${own("Owed")}]*[$${own("LtvSet")}],0)`, FORMATS.flag, FLAGS),
  ];
}

/** Debt service cover, and the months in which a covenant is broken. */
export function covenantLines({ finance: { debts } }: Portfolio): BookLine[] {
  if (debts.length === 0) return [];
  const breaches = debts.flatMap((_, d) => [`[coDebt${d + 1}DscrBreach]`, `[coDebt${d + 1}LtvBreach]`]);
  return [
    { kind: "heading", text: "Covenants" },
    dollars("coAvailable", "Cash flow available for debt service", "=[coEbitda]+[coTax]"),
    series("coServed", "Debt service is due (1 = yes)", "flag", "=IF([coService]<0,1,0)", FORMATS.flag, FLAGS),
    series("coDscr", "Debt service cover (DSCR)", "ratio", '=IF([coServed]=1,-[coAvailable]/[coService],"")', FORMATS.ratio),
    value("coDscrLowest", "Lowest debt service cover", "ratio", '=IF(COUNT([coDscr:])=0,"none",MIN([coDscr:]))', FORMATS.ratio),
    ...debts.flatMap((_, d) => [
      value(`coDebt${d + 1}DscrSet`, `Debt ${d + 1} has a least debt service cover (1 = yes)`, "flag", `=IF(${debtInput(d + 1, "minDscr")}>0,1,0)`, FORMATS.flag),
      series(`coDebt${d + 1}DscrBreach`, `Debt service cover below the covenant of debt ${d + 1} (1 = yes)`, "flag",
        `=IF([coAvailable]+${debtInput(d + 1, "minDscr")}*[coService]<0,[coServed]*[coDebt${d + 1}Runs]*[$coDebt${d + 1}DscrSet],0)`, FORMATS.flag, FLAGS),
    ]),
    series("coBreach", "A covenant is broken (1 = yes)", "flag", `=MIN(1,${breaches.join("+")})`, FORMATS.flag, FLAGS),
    { kind: "gap" },
  ];
}

function highest(key: string): Pick<SeriesLine, "total" | "totalFormat"> {
  return { total: `=IF(COUNT([${key}:])=0,"none",MAX([${key}:]))`, totalFormat: FORMATS.ratio };
}
