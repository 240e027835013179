import { makeStyles, mergeClasses, MessageBar, MessageBarBody, MessageBarTitle, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ReturnFigures } from "../../planning/portfolio";
import { Term, type TermId } from "../glossary";
import { useSettings, type Formats } from "../settings";
import type { Planned } from "../worker";
import { Covenants } from "./Covenants";
import { CashCharts } from "./CashCharts";
import { Ladder } from "./Ladder";
import { ReliefClock } from "./ReliefClock";
import { flowNames, NONE, paybackText, ratioText, shareText, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(128px, 1fr))", gap: tokens.spacingHorizontalS, margin: 0 },
  figure: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  // As tall with the button of a word as without.
  term: { display: "flex", alignItems: "center", minHeight: "20px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  aside: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
});

interface Figure {
  readonly term: string;
  readonly entry?: TermId;
  readonly value: string;
  readonly aside?: string;
  readonly wrong?: boolean;
}

/** What the company has when every fleet does what is best. */
export function CompanySection({ planned, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const formats = useSettings();
  return (
    <section className={shared.section} aria-label="Company">
      <Subtitle2 as="h2" className={shared.heading}>Company</Subtitle2>
      <ShortOfCash planned={planned} unit={unit} />
      <dl className={styles.figures}>
        {figuresOf(planned, unit, formats).map(({ term, entry, value, aside, wrong }) => (
          <div key={term} className={styles.figure}>
            <dt className={styles.term}>{entry ? <Term id={entry}>{term}</Term> : term}</dt>
            <dd className={mergeClasses(styles.value, wrong && shared.wrong)}>{value}</dd>
            {aside && <dd className={styles.aside}>{aside}</dd>}
          </div>
        ))}
      </dl>
      <ReliefClock planned={planned} />
      <CashCharts planned={planned} unit={unit} />
      <Covenants planned={planned} />
      <Ladder plan={planned.plan} />
    </section>
  );
}

/** Decisions go by value; whether they can be paid for is said here. */
function ShortOfCash({ planned: { plan }, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement | null {
  const { cashUsd } = plan.company;
  const first = cashUsd.findIndex((cash) => cash < 0);
  if (first < 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody><MessageBarTitle>Cash does not last.</MessageBarTitle> It is below zero {first === 0 ? "from the start" : `from month ${first}, ${flowNames(plan)[first]!}`}, and {unit.show(Math.min(...cashUsd))} {unit.label} at its lowest. Recommendations go by value; they do not ask whether money is there.</MessageBarBody>
    </MessageBar>
  );
}

/** "payback 19.7 months; MOIC 2.90 ×"; no rate of return where there is none to tell */
function returnsText({ paybackMonths, irrAnnual, moic }: ReturnFigures, formats: Formats): string {
  return [`payback ${paybackText(paybackMonths, formats)}`, ...(irrAnnual === undefined ? [] : [`IRR ${shareText(irrAnnual, formats)}`]), `MOIC ${ratioText(moic, formats)}`].join("; ");
}

function figuresOf({ plan, portfolio }: Planned, unit: MoneyUnit, formats: Formats): readonly Figure[] {
  const { formatNumber, formatHashprice } = formats;
  const { company, months } = plan;
  const { againstKeep, cashUsd, runwayMonths, btcBalance } = company;
  const lowest = cashUsd.indexOf(Math.min(...cashUsd));
  const pays = againstKeep.moic !== undefined;
  return [
    { term: `NPV, ${unit.label}`, entry: "npv", value: unit.show(company.npvUsd), aside: `free cash flow of ${months.length} months` },
    { term: `Over keeping all, ${unit.label}`, value: unit.signed(againstKeep.npvUsd), aside: pays ? returnsText(againstKeep, formats) : "nothing is invested" },
    { term: `Lowest cash, ${unit.label}`, value: unit.show(cashUsd[lowest]!), aside: lowest === 0 ? "at the start" : `in month ${lowest}, ${flowNames(plan)[lowest]!}`, wrong: cashUsd[lowest]! < 0 },
    runwayMonths === "beyond the plan" ? { term: "Cash lasts", entry: "runway", value: `${months.length}+ months`, aside: "beyond the plan" } : { term: "Cash lasts", entry: "runway", value: `${runwayMonths} ${runwayMonths === 1 ? "month" : "months"}`, aside: "then it is below zero", wrong: true },
    { term: "Bitcoin at the end", entry: "treasury", value: `${formatNumber(btcBalance.at(-1) ?? NaN, 1)} BTC`, aside: `from ${formatNumber(portfolio.finance.treasury.btc, 1)} BTC` },
    { term: "Bitcoin mined", value: `${formatNumber(company.btcMined.reduce((sum, each) => sum + each, 0), 1)} BTC`, aside: company.phDays.some((each) => each > 0) ? `all-in cost ${formatHashprice(company.ladder.allIn)}` : NONE },
  ];
}
