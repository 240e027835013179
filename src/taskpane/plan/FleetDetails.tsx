import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FleetInsight, HourlyCheck } from "../../planning/portfolio";
import { Term } from "../glossary";
import { useSettings } from "../settings";
import type { Planned } from "../worker";
import { AlternativesTable } from "./AlternativesTable";
import { change, inputValue, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";
import { UpgradesTable } from "./UpgradesTable";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, textAlign: "start", padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Why, all alternatives, what upgrades return, what would turn the decision, and where to stop and restart. */
export function FleetDetails({ planned, f, unit }: { planned: Planned; f: number; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const fleet = planned.plan.fleets[f]!;
  const { restated } = useSettings();
  const insight = planned.insights?.fleets[f];
  const check = planned.insights?.hourlyChecks.find(({ fleetId }) => fleetId === fleet.fleetId);
  const upgrades = fleet.alternatives.filter(({ upgrade }) => upgrade);
  return (
    <div className={styles.box}>
      {insight && <p className={shared.text}>{restated(insight.reason)}</p>}
      <AlternativesTable fleet={fleet} />
      {upgrades.length > 0 && <UpgradesTable portfolio={planned.portfolio} upgrades={upgrades} />}
      {insight && <Flips insight={insight} />}
      {insight && <Thresholds insight={insight} />}
      {check && <Hourly check={check} unit={unit} />}
    </div>
  );
}

function Flips({ insight: { flips } }: { insight: FleetInsight }): ReactElement {
  const shared = usePlanStyles();
  const formats = useSettings();
  const styles = useStyles();
  return (
    <div>
      <h3 className={styles.heading}>What would turn it</h3>
      {flips.length === 0 ? <p className={shared.small}>No change of a single input, down to −90 % or up to +300 %.</p> : (
        <ul className={mergeClasses(shared.small, styles.list)}>{flips.map(({ input, unit, at, change: share, to }) => <li key={`${input} ${share}`}>{input} at {inputValue(at, unit, formats)} ({change(share)}): {to}</li>)}</ul>
      )}
    </div>
  );
}

function Thresholds({ insight: { thresholds, thresholdsNote } }: { insight: FleetInsight }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { formatHashprice, hashpriceFigure } = useSettings();
  return (
    <div>
      <Term id="option-to-stop" name="Stop and restart"><h3 className={styles.heading}>Stop and restart</h3></Term>
      {thresholds && <p className={shared.small}>Stop below a hashprice of {formatHashprice(thresholds.stopUsdPhDay)}, restart above {hashpriceFigure(thresholds.restartUsdPhDay)}; running just pays at {hashpriceFigure(thresholds.staticUsdPhDay)}.</p>}
      <p className={shared.small}>{thresholdsNote}</p>
    </div>
  );
}

function Hourly({ check: { binsUsd, hourByHourUsd, minHoursOff }, unit }: { check: HourlyCheck; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { formatUsd } = useSettings();
  return (
    <div>
      <h3 className={styles.heading}>Curtailing, held against every hour</h3>
      <p className={shared.small}>{formatUsd(hourByHourUsd)} hour by hour{minHoursOff > 0 && `, with stops of ${minHoursOff} ${minHoursOff === 1 ? "hour" : "hours"} at least`}; the plan has {formatUsd(binsUsd)}, {unit.signed(binsUsd - hourByHourUsd)} {unit.label} beside it.</p>
    </div>
  );
}
