import type { Portfolio } from "../../../../src/planning/portfolio";
import type { AlternativeRows, PortfolioPlan } from "../../../../src/planning/portfolio/plan/result";
import type { Book } from "../../../../src/model-sheets/portfolio/book";

/** Reads calculated cells: a number, a text, or the numbers of a line from the start on. */
export interface Reading {
  readonly value: (key: string) => unknown;
  readonly row: (key: string) => readonly number[];
}

const ROWS: Readonly<Record<string, keyof AlternativeRows>> = {
  Revenue: "revenueUsd", Power: "powerUsd", Repairs: "repairsUsd", Switching: "switchingUsd", Moving: "movingUsd", Purchase: "purchaseUsd", Sales: "salesUsd",
  Depreciation: "depreciationUsd", Taxable: "taxableUsd", Tax: "taxUsd", Cash: "cashFlowUsd", PhDays: "phDays", Kwh: "energyKwh", Credit: "creditUsd",
  ResaleForgone: "resaleForgoneUsd", MachineValue: "machineValueUsd", ConnectedKw: "connectedKw",
};
const EXACT = 1e-9;
/** Rates of return are searched for. */
const SEARCHED = 1e-6;

/** What differs between a calculated workbook and the plan of the same inputs; empty where nothing does. */
export function differences(portfolio: Portfolio, plan: PortfolioPlan, { value, row }: Reading, book: Pick<Book, "has">): string[] {
  const found: string[] = [];
  const differ = (key: string, ours: unknown, theirs: unknown): void => void found.push(`${key}: workbook ${String(ours)}, plan ${String(theirs)}`);
  const number = (key: string, theirs: number, scale = 0, tolerance = EXACT): void => {
    const ours = Number(value(key));
    if (!(Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs), scale))) differ(key, ours, theirs);
  };
  const text = (key: string, theirs: string): void => {
    if (value(key) !== theirs) differ(key, value(key), theirs);
  };
  // A month is as exact as the largest figure that it is made from.
  const line = (key: string, theirs: ArrayLike<number>, scale = 0): void => {
    const ours = row(key);
    const largest = Math.max(1, scale, ...Array.from(theirs, Math.abs));
    const month = Array.from(theirs).findIndex((each, t) => !(Math.abs(ours[t]! - each) <= EXACT * largest));
    if (ours.length !== theirs.length || month >= 0) differ(`${key} month ${month}`, ours[month], theirs[month]);
  };

  const { months } = plan;
  const first = portfolio.market.start;
  line("btcPrice", [first.btcPriceUsd, ...months.map(({ btcPriceUsd }) => btcPriceUsd)]);
  line("hashprice", [row("hashprice")[0]!, ...months.map(({ hashpriceUsdPhDay }) => hashpriceUsdPhDay)]);
  line("days", [0, ...months.map(({ days }) => days)]);
  line("start", [months[0]!.start, ...months.map(({ start }) => start)]);
  line("end", [months[0]!.start, ...months.map(({ end }) => end)]);
  line("discountFactor", plan.discountFactors);
  plan.sites.forEach((site, s) => {
    const j = s + 1;
    line(`s${j}Fixed`, site.fixedOpexUsd);
    line(`s${j}Commitment`, site.commitmentUsd);
    line(`s${j}Resale`, site.resaleUsd);
    line(`s${j}CapacityMw`, [0, ...site.powerCapacityMw.slice(1)]);
    line(`s${j}ConnectedMw`, site.connectedMw);
    line(`s${j}Pue`, [row(`s${j}Pue`)[0]!, ...site.pue.slice(1)]);
    number(`s${j}Closes`, Number(site.closes));
    number(`s${j}OpenUsd`, site.openUsd);
    number(`s${j}ClosedUsd`, site.closedUsd);
  });
  const totals = new Map(Object.keys(ROWS).map((name) => [name, new Float64Array(months.length + 1)]));
  const kept = new Float64Array(months.length + 1);
  plan.fleets.forEach((fleet, f) => {
    const i = f + 1;
    const { alternatives, chosen, runnerUp } = fleet;
    const flows = Math.max(...Array.from(alternatives[0]!.rows.revenueUsd), 1);
    number(`f${i}SlotMw`, fleet.slotMw);
    alternatives.forEach((alternative, index) => {
      const a = index + 1;
      text(`f${i}a${a}Label`, alternative.label);
      number(`f${i}a${a}Available`, Number(alternative.available));
      if (!alternative.available) return;
      number(`f${i}a${a}Npv`, alternative.npvUsd, flows);
      if (fleet.slotMw > 0) number(`f${i}a${a}MwYear`, alternative.usdPerMwYear);
      if (alternative.rows.cashFlowUsd.length > 0) line(`f${i}a${a}Cash`, alternative.rows.cashFlowUsd, flows);
      const { upgrade } = alternative;
      if (!upgrade) return;
      number(`f${i}a${a}Units`, upgrade.units);
      number(`f${i}a${a}Cost`, upgrade.investmentUsd);
      number(`f${i}a${a}KeptUnits`, upgrade.oldUnitsKept);
      number(`f${i}a${a}Worth`, upgrade.worthUsdTh);
      if (upgrade.paybackMonths === "never") text(`f${i}a${a}Payback`, "never");
      else number(`f${i}a${a}Payback`, upgrade.paybackMonths);
      if (upgrade.irrAnnual === undefined) text(`f${i}a${a}Irr`, "none");
      else number(`f${i}a${a}Irr`, upgrade.irrAnnual, 0, SEARCHED);
      if (upgrade.moic === undefined) text(`f${i}a${a}Moic`, "none");
      else number(`f${i}a${a}Moic`, upgrade.moic);
    });
    number(`f${i}Chosen`, chosen + 1);
    text(`f${i}ChosenLabel`, alternatives[chosen]!.label);
    number(`f${i}ChosenNpv`, alternatives[chosen]!.npvUsd, flows);
    number(`f${i}KeepNpv`, alternatives[0]!.npvUsd, flows);
    if (runnerUp !== undefined) {
      text(`f${i}RunnerUpLabel`, alternatives[runnerUp]!.label);
      number(`f${i}RunnerUpNpv`, alternatives[runnerUp]!.npvUsd, flows);
    }
    for (const [name, field] of Object.entries(ROWS)) {
      line(`f${i}${name}`, alternatives[chosen]!.rows[field], flows);
      alternatives[chosen]!.rows[field].forEach((each, t) => (totals.get(name)![t]! += each));
    }
    line(`f${i}KeepCash`, alternatives[0]!.rows.cashFlowUsd, flows);
    alternatives[0]!.rows.cashFlowUsd.forEach((each, t) => (kept[t]! += each));
  });
  for (const name of Object.keys(ROWS)) if (book.has(`total${name}`)) line(`total${name}`, totals.get(name)!, Math.max(...totals.get("Revenue")!));
  line("totalKeepCash", kept, Math.max(...totals.get("Revenue")!));
  return found;
}
