import { Badge, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import { ALTERNATIVES, type Alternative, type ScenarioPlan } from "../planning";
import { usd, usdKwh, usdPhDay } from "./numbers";

const NAMES: Readonly<Record<Alternative, string>> = { keep: "Keep", upgrade: "Upgrade", shutdown: "Shut down" };

const useStyles = makeStyles({
  card: {
    display: "grid", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0 },
  list: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, margin: 0 },
  term: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  best: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/** What the plan says now, before any sheet is written. */
export function KeyFigures({ plan }: { plan: ScenarioPlan | undefined }): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label="Key figures">
      <Subtitle2 as="h2" className={styles.heading}>Key figures</Subtitle2>
      {plan ? <Figures plan={plan} /> : <Caption1>They appear when every field is right.</Caption1>}
    </section>
  );
}

function Figures({ plan }: { plan: ScenarioPlan }): ReactElement {
  const styles = useStyles();
  const { best } = plan.recommendation;
  const rows: [label: string, value: string, strong?: boolean][] = [
    ["Hashprice", usdPhDay(plan.months[0]!.hashpriceUsdPhDay)],
    ["Breakeven, fleet", usdKwh(plan.fleets.keep.breakevenPowerPriceUsdKwh)],
    ["Breakeven, candidate", usdKwh(plan.fleets.upgrade.breakevenPowerPriceUsdKwh)],
    ["Payback of the upgrade", plan.payback.months === "never" ? "never" : `${plan.payback.months.toFixed(1)} months`],
    ...ALTERNATIVES.map((name): [string, string, boolean] => [`NPV, ${NAMES[name].toLowerCase()}`, usd(plan.npvUsd[name]), name === best]),
  ];
  return (
    <dl className={styles.list}>
      {rows.map(([label, value, strong]) => (
        <Fragment key={label}>
          <dt className={mergeClasses(styles.term, strong && styles.best)}>
            {label}
            {strong && <Badge appearance="tint" color="success">Highest</Badge>}
          </dt>
          <dd className={mergeClasses(styles.value, strong && styles.best)}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
