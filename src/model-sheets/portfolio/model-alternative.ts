import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { amounts, dollars, flag, plus, series } from "./make-lines";
import type { AlternativeFacts, FleetFacts, SiteFacts } from "./structure";

// What the blocks of all alternatives are made of: sections 3 and 4 of docs/planning.md.

/** The rows of an alternative that the plan is made of. */
export const ROWS = [
  "Revenue", "Power", "Repairs", "Switching", "Moving", "Purchase", "Sales", "Depreciation", "Taxable", "Tax", "Cash", "PhDays", "Kwh", "Credit", "ResaleForgone", "MachineValue", "ConnectedKw",
] as const;
export type RowName = (typeof ROWS)[number];

/** An alternative's lines, and the lines that its rows are; rows left out are 0 in all months. */
export interface Block {
  readonly lines: readonly BookLine[];
  readonly rows: Partial<Readonly<Record<RowName, string>>>;
}

/** Keys and labels of one alternative. */
export interface Own {
  readonly key: (name: string) => string;
  readonly label: (text: string) => string;
}

export function ownOf({ i, fleet }: FleetFacts, { a, label }: Pick<AlternativeFacts, "a" | "label">): Own {
  return { key: (name) => `f${i}a${a}${name}`, label: (text) => `${text}, ${fleet.id}, ${label}` };
}

/** Lines of machines of one kind that run: what they draw, and PH-days. */
export interface Running {
  /** the site that they are at */
  readonly site: SiteFacts;
  /** kW at the meter */
  readonly kw: string;
  readonly phDays: string;
  /** before any cost */
  readonly revenue: string;
  /** kW under take or pay that their power brings along */
  readonly committedKw: string;
  /** what hosting by nameplate bills for, W; positive */
  readonly nameplateW: string;
  /** $; positive */
  readonly repairs: string;
  /** share of the month's hours, and whether charges are due; left out where both are 1 */
  readonly share?: string;
  readonly on?: string;
}

/** Revenue, energy, charges, power and repairs of machines that run in all hours of a month, or in a share of all alike. */
export function runningBlock({ key, label }: Own, running: Running): Block {
  const { site, share, on } = running;
  const { j } = site;
  const at = (name: string): string => `[s${j}${name}]`;
  const whileOn = on === undefined ? "" : `*${on}`;
  const ofShare = share === undefined ? "" : `*${share}`;
  const kw = `[${key("Kw")}]`;
  const lines: BookLine[] = [
    series(key("Kw"), label("Draw"), "kW", `=${running.kw}`, FORMATS.whole),
    amounts(key("PhDays"), label("PH-days"), "PH-days", `=${running.phDays}${ofShare}`, FORMATS.decimals),
    dollars(key("Revenue"), label("Revenue"), `=${running.revenue}`),
    ...energyLines({ key, label }, site, kw, running.committedKw, ofShare),
    ...(on === undefined ? [] : [series(key("ConnectedKw"), label("Connected"), "kW", `=${kw}${whileOn}`, FORMATS.whole)]),
    dollars(key("Credit"), label("Demand-response credit"), `=${kw}*${at("CreditRate")}${whileOn}`),
    dollars(key("Draw"), label("Charge on draw"), `=-${kw}*${at("DrawRate")}${whileOn}`),
    ...(site.billsNameplate ? [dollars(key("Bill"), label("Nameplate bill"), `=-(${running.nameplateW})/[$wPerKw]*[hours]*${at("NameplateRate")}${whileOn}`)] : []),
    ...powerLines({ key, label }, site),
    dollars(key("Repairs"), label("Repairs"), `=-(${running.repairs})${whileOn}`),
    amounts(key("Kwh"), label("Energy used"), "kWh", `=${kw}*${at("RunHours")}${ofShare}`),
  ];
  return { lines, rows: { ...same(key, ["Revenue", "Power", "Repairs", "PhDays", "Kwh", "Credit"]), ConnectedKw: key(on === undefined ? "Kw" : "ConnectedKw"), ...(site.commits ? { ResaleForgone: key("ResaleForgone") } : {}) } };
}

/** Energy in a share of the hours, whatever its price: inside the commitment for what it would resell for, beyond it at the tariff. */
function energyLines({ key, label }: Own, { j, commits }: SiteFacts, kw: string, committedKw: string, ofShare: string): BookLine[] {
  if (!commits) return [dollars(key("Energy"), label("Energy"), `=-[s${j}RunHours]*${kw}*[s${j}TariffMean]${ofShare}`)];
  return [
    series(key("Inside"), label("Draw inside the commitment"), "kW", `=MIN(${kw},${committedKw})`, FORMATS.whole),
    dollars(key("ResaleForgone"), label("Resale forgone"), `=-[s${j}RunHours]*[${key("Inside")}]*[s${j}ResaleMean]${ofShare}`),
    dollars(key("Energy"), label("Energy"), `=[${key("ResaleForgone")}]-[s${j}RunHours]*(${kw}-[${key("Inside")}])*[s${j}TariffMean]${ofShare}`),
  ];
}

/** What power costs together, the host's share of profit included. */
export function powerLines({ key, label }: Own, { j, billsNameplate, sharesProfit }: SiteFacts): BookLine[] {
  const parts = ["Energy", "Draw", "Credit", ...(billsNameplate ? ["Bill"] : [])].map((name) => `[${key(name)}]`);
  if (!sharesProfit) return [dollars(key("Power"), label("Power"), `=${plus(parts)}`)];
  return [
    dollars(key("Host"), label("Host's share of profit"), `=-[s${j}ProfitShare]*MAX(0,[${key("Revenue")}]+${plus(parts)})`),
    dollars(key("Power"), label("Power"), `=${plus([...parts, `[${key("Host")}]`])}`),
  ];
}

/** A row that is another one in the months in which the alternative is on. */
export function times(own: Own, names: readonly RowName[], from: Block["rows"], factor: string): Block {
  const there = names.filter((name) => from[name] !== undefined);
  return {
    lines: there.map((name) => amounts(own.key(name), own.label(LABELS[name]), UNITS[name] ?? "$", `=[${from[name]!}]*${factor}`)),
    rows: same(own.key, there),
  };
}

export const UNITS: Partial<Readonly<Record<RowName, string>>> = { PhDays: "PH-days", Kwh: "kWh", ConnectedKw: "kW" };
export const LABELS: Readonly<Record<RowName, string>> = {
  Revenue: "Revenue", Power: "Power", Repairs: "Repairs", Switching: "Stops and restarts", Moving: "Moving", Purchase: "Machines bought", Sales: "Machines sold", Depreciation: "Depreciation",
  Taxable: "Taxable", Tax: "Tax", Cash: "Cash flow", PhDays: "PH-days", Kwh: "Energy used", Credit: "Demand-response credit", ResaleForgone: "Resale forgone", MachineValue: "Machines owned", ConnectedKw: "Connected",
};

export function same(key: Own["key"], names: readonly RowName[]): Block["rows"] {
  return Object.fromEntries(names.map((name) => [name, key(name)]));
}

/** Tax, cash flow and present value. @param basis line of the book value of what is sold */
export function closingLines({ key, label }: Own, rows: Block["rows"], basis: string | undefined, available: string): Block {
  const sum = (names: readonly RowName[]): string => plus(names.flatMap((name) => (rows[name] === undefined ? [] : [`[${rows[name]}]`])));
  return {
    lines: [
      dollars(key("Taxable"), label("Taxable"), `=${sum(["Revenue", "Power", "Repairs", "Switching", "Moving", "Sales", "Depreciation"])}${basis === undefined ? "" : `-[${basis}]`}`),
      dollars(key("Tax"), label("Tax"), `=-[$finance.taxRate]*[${key("Taxable")}]`),
      dollars(key("Cash"), label("Cash flow"), `=${sum(["Revenue", "Power", "Repairs", "Switching", "Moving", "Purchase", "Sales"])}+[${key("Tax")}]`),
      series(key("Present"), label("Present value; the total is the net present value"), "$", `=[${key("Cash")}]*[discountFactor]`, FORMATS.usd, { total: "sum" }),
      flag(key("Available"), label("Available"), available),
    ],
    rows: { ...rows, ...same(key, ["Taxable", "Tax", "Cash"]) },
  };
}

