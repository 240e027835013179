import type { PortfolioPlan } from "../../planning/portfolio";
import { absoluteReference, columnName } from "../address";
import { START_COLUMN } from "../lines";
import { FORMATS } from "../looks";
import type { Cell, Sheet } from "../workbook";
import type { Book } from "./book";
import { planned } from "./checks-planned";
import type { Check } from "./checks-row";
import { calculated, Grid, headers, link, stamped, text, type Report } from "./summary-grid";

// label | unit | live | the same scenario as of build | difference | every scenario as of build
const [LIVE, BUILT, FIRST_SCENARIO] = [2, 3, 5];
const MONTHS = [1, 12];

/** A figure of the plan: where it stands in the workbook, and what it is in a plan. */
interface Measure {
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
  readonly live: string;
  readonly of: (plan: PortfolioPlan) => number | string | undefined;
}

interface MeasureGroup {
  readonly title: string;
  readonly measures: readonly Measure[];
}

export interface ScenariosSheet {
  readonly sheet: Sheet;
  /** the columns beside the live one against the planner */
  readonly checks: readonly Check[];
}

/** The scenario that decides, live, beside every scenario as it was planned when the workbook was built. */
export function scenariosSheet(report: Report, name: string): ScenariosSheet {
  const { book, plan: deciding, insights: { scenarios } } = report;
  const checks: Check[] = [];
  const last = columnName(FIRST_SCENARIO + scenarios.length - 1);
  const grid = new Grid(FIRST_SCENARIO + scenarios.length);
  grid.add(text("Scenarios", "title"));
  grid.add(text("The scenario that decides is picked on Inputs, in the table Assumptions. Columns in grey italics are as of build; the live column follows the inputs.", "remark"));
  grid.add(...headers(["Figure", "Unit", "Live", "As of build", "Difference", ...scenarios.map(() => "As of build")], [0, 1]));
  const ids = grid.add(
    text("Scenario"), text("name", "unit"), link(book.reference("market.scenarioId")), calculated(`=$C$${grid.next}`, undefined, "total"), null,
    ...scenarios.map(({ scenarioId }) => stamped(scenarioId)),
  );
  const changed = grid.add(text("Inputs changed since the build"), text("figures", "unit"), link(book.reference("inputsChanged"), FORMATS.flag));
  grid.put(changed, BUILT, calculated(`=IF($C$${changed}>0,"inputs changed since the build","as built")`, undefined, "total"));
  const tolerance = grid.add(text("Differences that are none"), text("share", "unit"), link(book.reference("tolerance"), FORMATS.scientific));
  for (const { title, measures } of groupsOf(report)) {
    grid.add();
    grid.heading(title);
    for (const { label, unit, format, live, of } of measures) {
      const row = grid.next;
      const [now, then] = [`$${columnName(LIVE)}${row}`, `$${columnName(BUILT)}${row}`];
      grid.add(
        text(label), text(unit, "unit"), link(live, format),
        calculated(`=INDEX($F${row}:$${last}${row},MATCH($C$${ids},$F$${ids}:$${last}$${ids},0))`, format),
        calculated(`=IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),IF(ABS(${now}-${then})<=$C$${tolerance}*MAX(1,ABS(${now})),0,${now}-${then}),IF(${now}=${then},0,"differs"))`, format ?? FORMATS.changed),
        ...scenarios.map(({ plan }): Cell => stamped(of(plan), format)),
      );
      const [built, difference] = [BUILT, BUILT + 1].map((column) => `${columnName(column)}${row}`) as [string, string];
      checks.push(
        planned(`${name} ${built}: ${label}, as of build`, unit, format ?? "", { cell: absoluteReference({ sheet: name, address: built }) }, of(deciding)),
        planned(`${name} ${difference}: ${label}, difference`, unit, format ?? "", { cell: absoluteReference({ sheet: name, address: difference }) }, 0, unit === "$" ? "dollars" : "rates"),
      );
    }
  }
  const sheet: Sheet = {
    name, rows: grid.rows, tabColor: "#00702E", columnWidths: [250, 80, 150, 150, 100, ...scenarios.map(() => 150)], freeze: { rows: 4, columns: 2 }, orientation: "landscape", charts: [], fitToOnePage: true,
    conditionalFormats: [{ address: `D${changed}`, formula: `=$C$${changed}>0`, fontColor: "#9C5700", fillColor: "#FFEB9C", bold: true }],
  };
  return { sheet, checks };
}

function groupsOf({ book, plan, portfolio: { horizonMonths } }: Report): MeasureGroup[] {
  const figure = (label: string, unit: string, format: string, key: string, of: Measure["of"]): Measure => ({ label, unit, format, live: book.reference(key), of });
  const months = [...MONTHS.filter((month) => month < horizonMonths), horizonMonths];
  const inMonth = (label: string, unit: string, format: string, key: string, of: (month: PortfolioPlan["months"][number]) => number): Measure[] =>
    months.map((month) => ({ label: `${label}, month ${month}`, unit, format, live: monthReference(book, key, month), of: ({ months: all }) => of(all[month - 1]!) }));
  return [
    {
      title: "Company",
      measures: [
        figure("Net present value of free cash flow", "$", FORMATS.usd, "coPresent", ({ company }) => company.npvUsd),
        figure("Against keeping every fleet", "$", FORMATS.usd, "coExtraPresent", ({ company }) => company.againstKeep.npvUsd),
        figure("Return against keeping (IRR)", "a year", FORMATS.percent, "coIrr", ({ company }) => company.againstKeep.irrAnnual),
        figure("Payback against keeping", "months", FORMATS.decimals, "coPayback", ({ company }) => company.againstKeep.paybackMonths),
        figure("Lowest cash at a month's end", "$", FORMATS.usd, "coCashLowest", ({ company }) => company.cashUsd.reduce((a, b) => Math.min(a, b))),
        figure("Runway: cash lasts", "months", FORMATS.whole, "coRunway", ({ company }) => company.runwayMonths),
        figure("Bitcoin mined", "BTC", FORMATS.btcMined, "coMined", ({ company }) => company.btcMined.reduce((a, b) => a + b)),
        figure("All-in cost", "$/PH/day", FORMATS.decimals, "coLadderAllIn", ({ company }) => company.ladder.allIn),
      ],
    },
    {
      title: "Recommendations",
      measures: plan.fleets.flatMap(({ fleetId }, f): Measure[] => [
        { label: fleetId, unit: "text", live: book.reference(`f${f + 1}ChosenLabel`), of: ({ fleets }) => fleets[f]!.alternatives[fleets[f]!.chosen]!.label },
        figure(`NPV, ${fleetId}`, "$", FORMATS.usd, `f${f + 1}ChosenNpv`, ({ fleets }) => fleets[f]!.alternatives[fleets[f]!.chosen]!.npvUsd),
      ]),
    },
    {
      title: "Market",
      measures: [
        ...inMonth("BTC price", "$", FORMATS.usd, "btcPrice", ({ btcPriceUsd }) => btcPriceUsd),
        ...inMonth("Hashprice", "$/PH/day", FORMATS.decimals, "hashprice", ({ hashpriceUsdPhDay }) => hashpriceUsdPhDay),
      ],
    },
  ];
}

/** A month of a line, as other sheets name it. */
function monthReference(book: Book, key: string, month: number): string {
  return absoluteReference({ sheet: book.sheetOf(key), address: `${columnName(START_COLUMN + month)}${book.rowOf(key)}` });
}
