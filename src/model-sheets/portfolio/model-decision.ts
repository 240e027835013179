import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { dollars, flag, flags, heading, plus, remark, series, value } from "./make-lines";
import { LABELS, ROWS, UNITS, type Block, type RowName } from "./model-alternative";
import type { AlternativeFacts, FleetFacts, SiteFacts, Structure } from "./structure";

// Which alternative each fleet takes, and which sites close: section 5 of docs/planning.md.

type Rows = Block["rows"];

/** The alternatives of a fleet beside each other, and its best one wherever it may stand. */
export function comparisonLines({ i, fleet, alternatives }: FleetFacts): BookLine[] {
  const own = (name: string): string => `f${i}${name}`;
  const of = (text: string): string => `${text}, ${fleet.id}`;
  const block = (name: string): string => `[$f${i}a1${name}:f${i}a${alternatives.length}${name}]`;
  const each = (name: string, text: string, unit: string, format: string | undefined, formula: (alternative: AlternativeFacts) => string): BookLine[] =>
    alternatives.map((alternative) => value(`f${i}a${alternative.a}${name}`, `${text}, ${fleet.id}, ${alternative.label}`, unit, formula(alternative), format));
  const key = ({ a }: AlternativeFacts, name: string): string => `[$f${i}a${a}${name}]`;
  const isExit = ({ kind }: AlternativeFacts): boolean => kind === "sell" || kind === "relocate";
  return [
    ...heading(`${fleet.id}: the alternatives beside each other`),
    remark("Compared in whole cents, so that rounding decides nothing; of equals the one further up."),
    ...each("Label", "Name", "text", undefined, labelOf),
    ...each("Npv", "Net present value", "$", FORMATS.usd, (alternative) => `=${key(alternative, "Present")}`),
    ...each("MwYear", "Value of a MW in a year", "$/MW-year", FORMATS.usd, (alternative) => `=IF([$${own("SlotMw")}]>0,${key(alternative, "Npv")}*[$yearlyShare]/[$${own("SlotMw")}],0)`),
    ...each("Cents", "Value in cents if available", "cents", FORMATS.usd, (alternative) => `=IF(${key(alternative, "Available")}=1,ROUND(${key(alternative, "Npv")}*[$centsPerUsd],0),-[$noLimit])`),
    ...each("Exit", "Value in cents if it leaves the site", "cents", FORMATS.usd, (alternative) => (isExit(alternative) ? `=${key(alternative, "Cents")}` : "=-[$noLimit]")),
    ...each("Plain", "Value if it is no upgrade", "$", FORMATS.usd, (alternative) => (alternative.kind === "upgrade" ? `=[$f${i}a1Npv]` : `=IF(${key(alternative, "Available")}=1,${key(alternative, "Npv")},[$f${i}a1Npv])`)),
    value(own("Best"), of("Number of the best alternative"), "number", `=MATCH(MAX(${block("Cents")}),${block("Cents")},0)`, FORMATS.flag),
    value(own("BestExit"), of("Number of the best way to leave the site"), "number", `=MATCH(MAX(${block("Exit")}),${block("Exit")},0)`, FORMATS.flag),
    value(own("BestNpv"), of("Value of the best alternative"), "$", `=INDEX(${block("Npv")},[$${own("Best")}])`, FORMATS.usd),
    value(own("BestExitNpv"), of("Value of the best way to leave the site"), "$", `=INDEX(${block("Npv")},[$${own("BestExit")}])`, FORMATS.usd),
    value(own("BestPlain"), of("Value of the best that is no upgrade"), "$", `=MAX(${block("Plain")})`, FORMATS.usd),
  ];
}

function labelOf({ kind, label, target }: AlternativeFacts): string {
  if (kind === "upgrade") return `="Upgrade to "&[$Candidates.${target!}.id]`;
  if (kind === "relocate") return `="Relocate to "&[$Sites.${target!}.id]`;
  return `="${label}"`;
}

/** An upgrade against keep: payback, internal rate of return, multiple, and what its machines are worth. */
export function returnLines({ i, fleet }: FleetFacts, { a, label, target }: AlternativeFacts, candidate: { readonly stockThs: string }): BookLine[] {
  const key = (name: string): string => `f${i}a${a}${name}`;
  const of = (text: string): string => `${text}, ${fleet.id}, ${label}`;
  const extra = `[${key("Extra")}]`;
  return [
    series(key("Extra"), of("Cash flow beyond that of keep"), "$", `=IF(ROUND(([${key("Cash")}]-[f${i}a1Cash])*[$centsPerUsd],0)=0,0,[${key("Cash")}]-[f${i}a1Cash])`, FORMATS.usd, { total: "sum" }),
    series(key("ExtraSum"), of("Running total"), "$", `=SUM([${key("Extra")}^])`, FORMATS.usd),
    // In whole cents here and above: less is rounding, and has no sign.
    flags(key("Under"), of("Running total below 0"), `=IF(ROUND([${key("ExtraSum")}]*[$centsPerUsd],0)<0,1,0)`),
    flags(key("Recovered"), of("At or above 0 after having been below"), `=IF(AND([${key("Under")}]=0,SUM([${key("Under")}^])>0),1,0)`),
    flags(key("Crossing"), of("First month of it"), `=IF(AND([${key("Recovered")}]=1,SUM([${key("Recovered")}^])=1),1,0)`),
    series(key("Payback"), of("Payback"), "months", `=IF([${key("Crossing")}]=1,[month]-[${key("ExtraSum")}]/${extra},0)`, FORMATS.decimals, {
      total: `=IF(AND([$${key("Crossing")}]=0,[$${key("Under")}]>0),"never",SUM([${key("Payback")}:]))`,
    }),
    series(key("Sign"), of("Sign of the last flow"), "number", `=IF(${extra}=0,IF([runs]=1,[${key("Sign")}-1],0),SIGN(${extra}))`, FORMATS.flag),
    series(key("Turn"), of("The sign changes: 1 = to above 0, more = to below"), "number", `=IF([runs]*[$${key("Available")}]=1,IF([${key("Sign")}]*[${key("Sign")}-1]<0,1+1-[${key("Sign")}],0),0)`, FORMATS.flag, { total: "sum" }),
    value(key("Received"), of("Flows above 0"), "$", `=SUMPRODUCT([${key("Extra")}:],--([${key("Extra")}:]>0))`, FORMATS.usd),
    value(key("Paid"), of("Flows below 0"), "$", `=[$${key("Received")}]-[$${key("Extra")}]`, FORMATS.usd),
    value(key("Moic"), of("Multiple of the money paid"), "ratio", `=IF(ROUND([$${key("Paid")}]*[$centsPerUsd],0)>0,[$${key("Received")}]/[$${key("Paid")}],"none")`, FORMATS.decimals),
    value(key("ReceivedMonth"), of("Mean month of flows above 0"), "month", `=IF([$${key("Turn")}]=1,SUMPRODUCT([month:],[${key("Extra")}:],--([${key("Extra")}:]>0))/[$${key("Received")}],0)`, FORMATS.decimals),
    value(key("PaidMonth"), of("Mean month of flows below 0"), "month", `=IF([$${key("Turn")}]=1,-SUMPRODUCT([month:],[${key("Extra")}:],--([${key("Extra")}:]<0))/[$${key("Paid")}],0)`, FORMATS.decimals),
    value(key("Guess"), of("Rate if all flows fell in those two months"), "a month", `=IF([$${key("Turn")}]=1,[$${key("Moic")}]^(1/([$${key("ReceivedMonth")}]-[$${key("PaidMonth")}]))-1,0)`, FORMATS.rate),
    value(key("Irr"), of("Internal rate of return, where the sign changes once, to above 0"), "a year", `=IF([$${key("Turn")}]=1,(1+IRR([${key("Extra")}:],[$${key("Guess")}]))^[$monthsPerYear]-1,"none")`, FORMATS.percent),
    value(key("Units"), of("Number of machines bought"), "machines", `=[$f${i}c${target!}Units]`, FORMATS.whole),
    value(key("Gain"), of("Value beyond the best that is no upgrade"), "$", `=[$${key("Present")}]-[$f${i}BestPlain]`, FORMATS.usd),
    value(key("PaidTh"), of("Cost of a dollar more per TH"), "TH", `=[$${key("Units")}]*[$${candidate.stockThs}]*(1+[$Candidates.${target!}.duty])*[$c${target!}AfterTax]`, FORMATS.usd),
    value(key("Worth"), of("Price worth paying"), "$/TH", `=IF([$${key("Available")}]=1,[$Candidates.${target!}.priceUsdTh]+[$${key("Gain")}]/[$${key("PaidTh")}],0)`, FORMATS.decimals),
  ];
}

/** Whether a site's fixed costs are worth paying. */
export function closingOfSite({ j, site, fleets }: SiteFacts): BookLine[] {
  const of = (text: string): string => `${text}, ${site.id}`;
  return [
    value(`s${j}FixedValue`, of("Fixed costs of the plan after tax, today"), "$", `=[$Sites.${j}.fixedOpexUsdMonth]*(1-[$finance.taxRate])*[$discountSum]`, FORMATS.usd),
    value(`s${j}OpenUsd`, of("Value if it stays open"), "$", `=${plus([...fleets.map((i) => `[$f${i}BestNpv]`), `-[$s${j}FixedValue]`]).replace("+-", "-")}`, FORMATS.usd),
    value(`s${j}ClosedUsd`, of("Value if it closes"), "$", `=${plus(fleets.map((i) => `[$f${i}BestExitNpv]`))}`, FORMATS.usd),
    flag(`s${j}Closes`, of("Closes"), `=IF([$s${j}Granted]=1,0,IF([$s${j}ClosedUsd]>[$s${j}OpenUsd],1,0))`),
    dollars(`s${j}Fixed`, of("Fixed costs"), `=-[$Sites.${j}.fixedOpexUsdMonth]*[runs]*(1-[$s${j}Closes])`),
  ];
}

/** What each fleet takes. */
export function choiceLines({ i, fleet, j, alternatives }: FleetFacts): BookLine[] {
  const own = (name: string): string => `f${i}${name}`;
  const of = (text: string): string => `${text}, ${fleet.id}`;
  const block = (name: string): string => `[$f${i}a1${name}:f${i}a${alternatives.length}${name}]`;
  const pick = (name: string, of: string): string => `=INDEX(${block(name)},[$${own(of)}])`;
  const moves = alternatives.filter(({ kind }) => kind === "relocate");
  return [
    ...heading(`${fleet.id}: what is chosen`),
    value(own("Chosen"), of("Number of the chosen alternative"), "number", `=IF([$s${j}Closes]=1,[$${own("BestExit")}],[$${own("Best")}])`, FORMATS.flag),
    ...alternatives.map(({ a, label }) => value(`f${i}a${a}Other`, `${of("Value in cents if not chosen")}, ${label}`, "cents", `=IF(ROWS([$f${i}a1Cents:f${i}a${a}Cents])=[$${own("Chosen")}],-[$noLimit],[$f${i}a${a}Cents])`, FORMATS.usd)),
    value(own("RunnerUp"), of("Number of the runner-up"), "number", `=MATCH(MAX(${block("Other")}),${block("Other")},0)`, FORMATS.flag),
    value(own("ChosenLabel"), of("Chosen"), "text", pick("Label", "Chosen")),
    value(own("RunnerUpLabel"), of("Runner-up"), "text", pick("Label", "RunnerUp")),
    value(own("ChosenNpv"), of("Value of the chosen alternative"), "$", pick("Npv", "Chosen"), FORMATS.usd),
    value(own("RunnerUpNpv"), of("Value of the runner-up"), "$", pick("Npv", "RunnerUp"), FORMATS.usd),
    value(own("KeepNpv"), of("Value of keeping"), "$", `=[$f${i}a1Npv]`, FORMATS.usd),
    ...moves.map(({ a, label }) => value(`f${i}a${a}Goes`, `${of("Goes")}, ${label} (1 = yes)`, "flag", `=IF(ROWS([$f${i}a1Cents:f${i}a${a}Cents])=[$${own("Chosen")}],1,0)`, FORMATS.flag)),
    value(own("Stays"), of("Stays at its site (1 = yes)"), "flag", `=${["1", ...moves.map(({ a }) => `[$f${i}a${a}Goes]`)].join("-")}`, FORMATS.flag),
  ];
}

/** Each figure for all fleets under what is chosen, and its total. @param rows the lines of each fleet's alternatives */
export function chosenLines({ fleets }: Structure, rows: ReadonlyMap<number, readonly Rows[]>): BookLine[] {
  const unitOf = (name: RowName): string => UNITS[name] ?? "$";
  const line = (key: string, label: string, name: RowName, formula: string): BookLine =>
    (name === "ConnectedKw" || name === "MachineValue" ? series(key, label, unitOf(name), formula, FORMATS.usd) : series(key, label, unitOf(name), formula, FORMATS.usd, { total: "sum" }));
  const chosen = (i: number, name: RowName): string => {
    const keys = rows.get(i)!.map((each) => each[name]);
    return keys.every((key) => key === undefined) ? "=0*[runs]" : `=CHOOSE([$f${i}Chosen],${keys.map((key) => (key === undefined ? "0" : `[${key}]`)).join(",")})`;
  };
  const total = (name: string): string => `=SUM([f1${name}:f${fleets.length}${name}])`;
  return [
    ...ROWS.flatMap((name) => [
      ...heading(`${LABELS[name]} under what is chosen`),
      ...fleets.map(({ i, fleet }) => line(`f${i}${name}`, `${LABELS[name]}, ${fleet.id}, chosen`, name, chosen(i, name))),
      line(`total${name}`, `${LABELS[name]}, all fleets, chosen`, name, total(name)),
    ]),
    ...heading("Cash flow if all fleets were kept"),
    ...fleets.map(({ i, fleet }) => dollars(`f${i}KeepCash`, `Cash flow, ${fleet.id}, kept`, `=[f${i}a1Cash]`)),
    dollars("totalKeepCash", "Cash flow, all fleets, kept", total("KeepCash")),
  ];
}

/** Power connected at each site. */
export function connectedLines({ sites, fleets }: Structure): BookLine[] {
  return [
    ...heading("Power connected at each site"),
    ...sites.map(({ j, site, fleets: own }) => {
      const parts = [
        ...own.map((i) => `[f${i}ConnectedKw]*[$f${i}Stays]`),
        ...fleets.flatMap(({ i, alternatives }) => alternatives.filter(({ kind, target }) => kind === "relocate" && target === j).map(({ a }) => `[f${i}ConnectedKw]*[$f${i}a${a}Goes]`)),
      ];
      return series(`s${j}ConnectedMw`, `Connected, ${site.id}`, "MW", parts.length === 0 ? "=0*[runs]" : `=(${plus(parts)})/[$kwPerMw]`, FORMATS.decimals);
    }),
  ];
}
