import { Body1, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { GearState, SiteGear } from "../../planning/portfolio/compare-gears";
import type { SitePower } from "../../planning/portfolio/compare-site";
import { useSharedStyles } from "../functions/styles";
import { Term, TermButton } from "../glossary";
import { useSettings } from "../settings";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  header: { verticalAlign: "bottom", textAlign: "end", fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
  unit: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  start: { textAlign: "start", paddingInlineStart: 0 },
  cell: { textAlign: "end", fontWeight: tokens.fontWeightRegular, verticalAlign: "top", paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  text: { overflowWrap: "anywhere" },
  runs: { fontWeight: tokens.fontWeightSemibold },
  stands: { color: tokens.colorNeutralForeground3 },
  frame: { maxHeight: "420px", overflow: "auto", ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
});

const STATES: Readonly<Record<GearState, string>> = { runs: "runs", partly: "partly", "power is dearer": "power dearer", "no power left": "no power" };

/** The gears of a site's machines in one merit order, with what runs at its power price. */
export function GearLadder({ gears, power, siteId }: { gears: readonly SiteGear[]; power: SitePower; siteId: string }): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { powerPriceFigure, formatPowerPrice, formatHashrate, formatNumber, settings: { powerUnit } } = useSettings();
  const running = gears.reduce((sum, { runningMw }) => sum + runningMw, 0);
  const hashrateThs = gears.reduce((sum, { hashratePhs, runningMw, powerMw }) => sum + hashratePhs * 1000 * (powerMw > 0 ? runningMw / powerMw : 0), 0);
  return (
    <section className={shared.section} aria-label="Gears">
      <Subtitle2 as="h2" block className={shared.heading}>Gears of {siteId}</Subtitle2>
      {gears.length === 0 ? <Body1 as="p" className={shared.text}>No fleet stands at this site.</Body1> : (
        <>
          <Body1 as="p" block className={shared.text}>
            At {formatPowerPrice(power.priceUsdKwh)} {formatNumber(running, 1)} of {formatNumber(power.capacityMw, 1)} MW run, with {formatHashrate(Math.round(hashrateThs))}.
            {power.committedMw > 0 && ` ${formatNumber(power.committedMw, 1)} MW are paid for in any case; running there costs the resale forgone, ${formatPowerPrice(power.committedUsdKwh)}.`}
          </Body1>
          <div className={styles.frame} role="region" aria-label="Merit order of the gears" tabIndex={0}>
            <table className={styles.table} aria-label={`Gears of ${siteId}`}>
              <thead>
                <tr>
                  <th scope="col" className={mergeClasses(styles.header, styles.start)}>Fleet<span className={styles.unit}>gear</span></th>
                  <th scope="col" className={styles.header}>Last TH<span className={styles.unit}>J/TH<TermButton id="marginal-efficiency" name="Last TH" /></span></th>
                  <th scope="col" className={styles.header}>Strike<span className={styles.unit}>{powerUnit}<TermButton id="strike-price" name="Strike" /></span></th>
                  <th scope="col" className={styles.header}>So far<span className={styles.unit}>MW</span></th>
                  <th scope="col" className={styles.header}>At this price</th>
                </tr>
              </thead>
              <tbody>
                {gears.map(({ fleetId, setting, machine, marginalJth, strikeUsdKwh, cumulativeMw, state }) => (
                  <tr key={`${fleetId} ${setting}`} className={state === "runs" || state === "partly" ? undefined : styles.stands}>
                    <th scope="row" className={mergeClasses(styles.cell, styles.start, styles.text)} title={machine}>{fleetId} {setting}</th>
                    <td className={styles.cell}>{formatNumber(marginalJth, 1)}</td>
                    <td className={styles.cell}>{powerPriceFigure(strikeUsdKwh)}</td>
                    <td className={styles.cell}>{formatNumber(cumulativeMw, 1)}</td>
                    <td className={mergeClasses(styles.cell, state === "runs" && styles.runs)}>{STATES[state]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Caption1 as="p" block className={shared.small}>The <Term id="merit-order">merit order</Term> of all gears at this site: each with what its last terahashes cost, after the fleet's fees and age. Run those whose strike is at least the power price.</Caption1>
        </>
      )}
    </section>
  );
}
