import type { Contract, MarketMonth } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { amounts, dollars, flags, heading, linked, plus, series, value } from "./make-lines";
import { contractBinKeys, contractBinLines, type BinKeys } from "./price-bins-lines";
import type { SiteFacts, Structure } from "./structure";

// Sites and their contracts month by month: section 1 of docs/planning.md.

/** A figure of the contract in force: one line for each contract, 0 where it is not in force, and their sum for the site. */
interface ContractFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** undefined where a contract has no such figure */
  readonly formula: (contract: Contract, c: number) => string | undefined;
}

const energy = (c: number, field: string): string => `[$Contracts.${c}.energy.${field}]`;
const input = (c: number, field: string): string => `[$Contracts.${c}.${field}]`;
const escalated = (c: number): string => `[c${c}InForce]*[c${c}Escalation]`;

const FIGURES: readonly ContractFigure[] = [
  {
    name: "Tariff", label: "Price of energy beside the bins", unit: "$/kWh", format: FORMATS.usdKwh,
    formula: ({ energy: { kind }, energy: own }, c) => (kind === "fixed" ? `=${energy(c, "priceUsdKwh")}*${escalated(c)}` : own.kind === "hosting" && own.billedOn === "metered" ? `=${energy(c, "rateUsdKwh")}*${escalated(c)}` : undefined),
  },
  { name: "TariffWeight", label: "Energy is paid at the bins' prices", unit: "share", format: FORMATS.flag, formula: ({ energy: { kind } }, c) => (kind === "timeOfUse" || kind === "indexed" ? `=[c${c}InForce]` : undefined) },
  { name: "TakeOrPay", label: "Share of the capacity under take or pay", unit: "share", format: FORMATS.percent, formula: ({ energy: { kind } }, c) => (kind === "fixed" ? `=${energy(c, "takeOrPayShare")}*[c${c}InForce]` : undefined) },
  {
    name: "ResaleValue", label: "Resale value of committed energy beside the bins", unit: "$/kWh", format: FORMATS.usdKwh,
    formula: ({ energy: own }, c) => (own.kind === "fixed" && own.resale?.kind === "price" ? `=${energy(c, "resale.priceUsdKwh")}*${escalated(c)}` : undefined),
  },
  { name: "ResaleWeight", label: "Committed energy resells at the bins' prices", unit: "share", format: FORMATS.flag, formula: ({ energy: own }, c) => (own.kind === "fixed" && own.resale?.kind === "indexed" ? `=[c${c}InForce]` : undefined) },
  {
    name: "DrawRate", label: "Charge on draw", unit: "$/kW-month", format: FORMATS.decimals,
    formula: (_, c) => `=(${input(c, "demandChargeUsdKwMonth")}+[$c${c}PeakRate])*${escalated(c)}`,
  },
  { name: "CreditRate", label: "Demand-response credit", unit: "$/kW-month", format: FORMATS.decimals, formula: (_, c) => `=[$c${c}StandbyRate]*${escalated(c)}` },
  { name: "OffShare", label: "Share of the hours off for peaks and demand response", unit: "share", format: FORMATS.percent, formula: (_, c) => `=[$c${c}HoursOff]/[$hoursPerYear]*[c${c}InForce]` },
  {
    name: "NameplateRate", label: "Rate on the nameplate", unit: "$/kWh", format: FORMATS.usdKwh,
    formula: ({ energy: own }, c) => (own.kind === "hosting" && own.billedOn === "nameplate" ? `=${energy(c, "rateUsdKwh")}*(1+${energy(c, "nameplateSurcharge")})*${escalated(c)}` : undefined),
  },
  { name: "ProfitShare", label: "Host's share of profit", unit: "share", format: FORMATS.percent, formula: ({ energy: { kind } }, c) => (kind === "hosting" ? `=${energy(c, "profitShare")}*[c${c}InForce]` : undefined) },
];

/** The names of a site's bins in this month, as blocks: "s1Share1:s1Share40". */
export function siteBins({ j, contracts }: SiteFacts, seriesNumber: (id: string) => number): { readonly shares: string; readonly prices: string } {
  const { shares, prices } = contracts.length === 1 ? contractBinKeys(contracts[0]!.c, contracts[0]!.contract, seriesNumber) : ownBinKeys(j, binsOf(contracts, seriesNumber));
  const block = (keys: readonly string[]): string => `${keys[0]!}:${keys.at(-1)!}`;
  return { shares: block(shares), prices: block(prices) };
}

export function siteLines({ portfolio }: Structure, facts: SiteFacts, seriesNumber: (id: string) => number, months: readonly MarketMonth[]): BookLine[] {
  const { j, site, contracts } = facts;
  const own = (name: string): string => `s${j}${name}`;
  const of = (text: string): string => `${text}, ${site.id}`;
  const { shares, prices } = siteBins(facts, seriesNumber);
  const periodRow = (contract: Contract): number => 1 + portfolio.contracts.slice(0, portfolio.contracts.indexOf(contract)).reduce((sum, { energy: each }) => sum + (each.kind === "timeOfUse" ? each.periods.length : 0), 0);
  return [
    ...heading(`Site ${j}: ${site.id}`),
    ...capacityLines(facts),
    ...contracts.flatMap(({ c, contract }) => contractLines(facts, c, contract)),
    ...contracts.flatMap(({ c, contract }) => contractBinLines(c, contract, periodRow(contract), seriesNumber, months)),
    ...(contracts.length > 1 ? siteBinLines(facts, seriesNumber) : []),
    ...FIGURES.flatMap((figure) => figureLines(facts, figure)),
    series(own("MeanBin"), of("Mean price of the bins"), "$/kWh", `=SUMPRODUCT([${shares}],[${prices}])`, FORMATS.usdKwh),
    series(own("TariffMean"), of("Mean tariff"), "$/kWh", `=[${own("Tariff")}]+[${own("TariffWeight")}]*[${own("MeanBin")}]`, FORMATS.usdKwh),
    series(own("ResaleMean"), of("Mean resale value of committed energy"), "$/kWh", `=[${own("ResaleValue")}]+[${own("ResaleWeight")}]*[${own("MeanBin")}]`, FORMATS.usdKwh),
    series(own("DrawNet"), of("Charge on draw less demand-response credit"), "$/kW-month", `=[${own("DrawRate")}]-[${own("CreditRate")}]`, FORMATS.decimals),
    series(own("RunShare"), of("Share of the hours in which machines run"), "share", `=[$Sites.${j}.uptime]*(1-[${own("OffShare")}])`, FORMATS.percent),
    series(own("RunHours"), of("Hours in which machines run"), "hours", `=[hours]*[${own("RunShare")}]`, FORMATS.decimals),
    amounts(own("CommittedKwh"), of("Energy under take or pay"), "kWh", `=[hours]*[${own("TakeOrPay")}]*[${own("CapacityMw")}]*[$kwPerMw]`),
    dollars(own("Resale"), of("Committed energy, if resold"), `=[${own("CommittedKwh")}]*[${own("ResaleMean")}]`),
    dollars(own("Commitment"), of("Committed energy, less what it resells for"), `=[${own("Resale")}]-[${own("CommittedKwh")}]*[${own("TariffMean")}]`),
    value(own("LowPower"), of("Low power and stops allowed (1 = yes)"), "flag", lowPower(facts), FORMATS.flag),
    value(own("Cost"), of("Cost of power in month 1, PUE included"), "$/kWh", `=[${own("Pue")}|]*([${own("TariffMean")}|]+[${own("NameplateRate")}|])`, FORMATS.usdKwh),
  ];
}

function capacityLines({ j, site, ramp }: SiteFacts): BookLine[] {
  const own = (name: string): string => `s${j}${name}`;
  const of = (text: string): string => `${text}, ${site.id}`;
  const steps = [0, ...ramp.map((_, k) => k + 1)];
  const last = ramp.length;
  return [
    ...steps.map((k) => linked(own(`RampDate${k}`), of(`First day of capacity ${k + 1}`), "date", k === 0 ? "market.start.date" : `PowerRamp.${ramp[k - 1]!}.date`, FORMATS.date)),
    ...steps.map((k) => linked(own(`RampMw${k}`), of(`Capacity ${k + 1}`), "MW", k === 0 ? `Sites.${j}.powerCapacityMw` : `PowerRamp.${ramp[k - 1]!}.powerCapacityMw`, FORMATS.decimals)),
    series(own("CapacityMw"), of("Power capacity at the meter"), "MW", `=LOOKUP([start],[$${own("RampDate0")}:${own(`RampDate${last}`)}],[$${own("RampMw0")}:${own(`RampMw${last}`)}])*[runs]`, FORMATS.decimals),
    series(own("Pue"), of("PUE"), "ratio", `=INDEX([$Sites.${j}.pue.decFeb:Sites.${j}.pue.sepNov],INT(MOD(MONTH([start]),[$monthsPerYear])/[$monthsPerSeason])+1)`, FORMATS.ratio),
    series(own("MachineW"), of("Power for machines"), "W", `=[${own("CapacityMw")}]*[$wPerMw]/[${own("Pue")}]`, FORMATS.whole),
  ];
}

/** When a contract is in force, what its prices have risen by, and what it charges for peaks and pays for standing by. */
function contractLines({ contracts }: SiteFacts, c: number, { id }: Contract): BookLine[] {
  const begins = `[$Contracts.${c}.firstMonth]`;
  const later = contracts.filter((each) => each.c !== c).map((each) => `AND([$Contracts.${each.c}.firstMonth]>${begins},[$Contracts.${each.c}.firstMonth]<=[month])`);
  const peak = (field: string): string => input(c, `coincidentPeak.${field}`);
  const response = (field: string): string => input(c, `demandResponse.${field}`);
  return [
    flags(`c${c}InForce`, `In force, ${id}`, later.length === 0 ? `=IF(AND([runs]=1,[month]>=${begins}),1,0)` : `=IF(OR([runs]=0,[month]<${begins},${later.join(",")}),0,1)`),
    series(`c${c}Escalation`, `Prices over those at the beginning, ${id}`, "ratio", `=(1+${input(c, "escalationAnnual")})^INT(MAX(0,[month]-${begins})/[$monthsPerYear])`, FORMATS.ratio),
    value(`c${c}PeakRate`, `Coincident peaks, ${id}`, "$/kW-month", `=IF(${peak("peaksPerYear")}>0,${peak("rateUsdKwYear")}/[$monthsPerYear]*(1-${peak("peaksAvoided")}/${peak("peaksPerYear")}),0)`, FORMATS.decimals),
    value(`c${c}StandbyRate`, `Standing by for demand response, ${id}`, "$/kW-month", `=${response("enrolledShare")}*(${response("capacityUsdKwMonth")}+${response("energyUsdKwh")}*${response("hoursOffYear")}/[$monthsPerYear])`, FORMATS.decimals),
    value(`c${c}HoursOff`, `Hours off for peaks and demand response, ${id}`, "h/year", `=${peak("hoursOffYear")}+${response("enrolledShare")}*${response("hoursOffYear")}`, FORMATS.decimals),
  ];
}

function figureLines({ j, site, contracts }: SiteFacts, { name, label, unit, format, formula }: ContractFigure): BookLine[] {
  const has = contracts.flatMap(({ c, contract }) => {
    const own = formula(contract, c);
    return own === undefined ? [] : [{ c, contract, own }];
  });
  const total = `s${j}${name}`;
  const of = `${label}, ${site.id}`;
  if (has.length === 0) return [series(total, of, unit, "=0*[runs]", format)];
  if (has.length === 1) return [series(total, of, unit, has[0]!.own, format)];
  return [
    ...has.map(({ c, contract, own }) => series(`c${c}${name}`, `${label} by ${contract.id}`, unit, own, format)),
    series(total, of, unit, `=SUM([c${has[0]!.c}${name}:c${has.at(-1)!.c}${name}])`, format),
  ];
}

function binsOf(contracts: SiteFacts["contracts"], seriesNumber: (id: string) => number): readonly BinKeys[] {
  return contracts.map(({ c, contract }) => contractBinKeys(c, contract, seriesNumber));
}

function ownBinKeys(j: number, bins: readonly BinKeys[]): BinKeys {
  const count = Math.max(...bins.map(({ prices }) => prices.length));
  const keys = (part: string): string[] => Array.from({ length: count }, (_, b) => `s${j}${part}${b + 1}`);
  return { shares: keys("Share"), prices: keys("Price") };
}

/** The bins of the contract in force, where a site has several contracts in turn. */
function siteBinLines({ j, site, contracts }: SiteFacts, seriesNumber: (id: string) => number): BookLine[] {
  const bins = binsOf(contracts, seriesNumber);
  const { shares, prices } = ownBinKeys(j, bins);
  const inForce = (part: keyof BinKeys, b: number): string => `=${plus(contracts.flatMap(({ c }, n) => (bins[n]![part][b] === undefined ? [] : [`[c${c}InForce]*[${bins[n]![part][b]}]`])))}`;
  return [
    ...shares.map((key, b) => series(key, `Share of hours in bin ${b + 1}, ${site.id}`, "share", inForce("shares", b), FORMATS.percent)),
    ...prices.map((key, b) => series(key, `Price of bin ${b + 1}, ${site.id}`, "$/kWh", inForce("prices", b), FORMATS.usdKwh)),
  ];
}

function lowPower({ contracts }: SiteFacts): string {
  const hosts = contracts.filter(({ contract }) => contract.energy.kind === "hosting");
  return hosts.length === 0 ? "=1" : `=IF(AND(${hosts.map(({ c }) => energy(c, "lowPowerAllowed")).join(",")}),1,0)`;
}
