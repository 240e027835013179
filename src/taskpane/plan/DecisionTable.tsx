import { Button, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import type { AlternativePlan, Flip } from "../../planning/portfolio";
import { useSettings } from "../settings";
import type { Planned } from "../worker";
import { FleetDetails } from "./FleetDetails";
import { chosenOf, flipText, runnerUpOf, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";

const useStyles = makeStyles({
  fleet: { minWidth: 0, height: "auto", width: "100%", justifyContent: "flex-start", alignItems: "flex-start", columnGap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`, fontWeight: tokens.fontWeightRegular, textAlign: "start" },
  amount: { width: "70px" },
  chevron: { flexShrink: 0, marginBlockStart: "2px", transitionProperty: "none" },
  open: { transform: "rotate(90deg)" },
  names: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0, overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase300 },
  choice: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  site: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  cell: { paddingBlockStart: tokens.spacingVerticalSNudge, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  more: { paddingInlineStart: "20px", paddingBlockEnd: tokens.spacingVerticalS, textAlign: "start", color: tokens.colorNeutralForeground2 },
  details: { paddingBlockEnd: tokens.spacingVerticalM, paddingInline: 0 },
});

/** Fleets shown at first, and more with each request. */
const PAGE = 25;

/** What each fleet should do, what that is worth, and how far it is from another decision; details open below a row. */
export function DecisionTable({ planned, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const { formatNumber } = useSettings();
  const { fleets } = planned.plan;
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (id: string): void => setOpen((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  return (
    <section className={shared.section} aria-label="Decisions">
      <Subtitle2 as="h2" className={shared.heading}>What each fleet should do</Subtitle2>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col" className={shared.headStart}>Fleet</th>
            <th scope="col" className={mergeClasses(shared.head, styles.amount)}>Over keeping, {unit.label}</th>
            <th scope="col" className={mergeClasses(shared.head, styles.amount)}>Over the next, {unit.label}</th>
          </tr>
        </thead>
        {fleets.slice(0, shown).map(({ fleetId }, f) => <FleetRows key={fleetId} planned={planned} f={f} unit={unit} open={open.includes(fleetId)} onToggle={() => toggle(fleetId)} />)}
      </table>
      {fleets.length > shown && <div className={shared.actions}><Button onClick={() => setShown(shown + PAGE)}>Show {Math.min(PAGE, fleets.length - shown)} more of {formatNumber(fleets.length)} fleets</Button></div>}
    </section>
  );
}

function FleetRows({ planned, f, unit, open, onToggle }: { planned: Planned; f: number; unit: MoneyUnit; open: boolean; onToggle: () => void }): ReactElement {
  const shared = usePlanStyles();
  const styles = useStyles();
  const id = useId();
  const fleet = planned.plan.fleets[f]!;
  const [best, next] = [chosenOf(fleet), runnerUpOf(fleet)];
  const flips = planned.insights?.fleets[f]?.flips;
  const several = planned.portfolio.sites.length > 1;
  return (
    <tbody className={shared.line}>
      <tr>
        <th scope="row" className={shared.rowHead}>
          <Button appearance="transparent" className={styles.fleet} aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle}>
            <Chevron open={open} />
            <span className={styles.names}><span>{fleet.fleetId}{several && fleet.siteId !== fleet.fleetId && <span className={styles.site}> at {fleet.siteId}</span>}</span>{" "}<span className={styles.choice}>{best.label}</span></span>
          </Button>
        </th>
        <td className={mergeClasses(shared.cell, shared.figure, styles.cell)}>{unit.signed(best.npvUsd - fleet.alternatives[0]!.npvUsd)}</td>
        <td className={mergeClasses(shared.cell, shared.figure, styles.cell)}>{next ? unit.signed(best.npvUsd - next.npvUsd) : "—"}</td>
      </tr>
      <tr>
        <td colSpan={3} className={mergeClasses(shared.cell, styles.more)}>
          {next ? nextText(best, next, unit) : "No other alternative."}{flips && ` ${nearestText(flips)}`}
        </td>
      </tr>
      {open && <tr id={id}><td colSpan={3} className={mergeClasses(shared.cell, styles.details)}><FleetDetails planned={planned} f={f} unit={unit} /></td></tr>}
    </tbody>
  );
}

/** The runner-up. Fleets share their site and what can be bought, so that one of them may have to do what is second-best for itself. */
function nextText(best: AlternativePlan, next: AlternativePlan, unit: MoneyUnit): string {
  if (best.npvUsd >= next.npvUsd) return `Next: ${next.label}.`;
  return `By itself ${next.label} would be worth ${unit.show(next.npvUsd - best.npvUsd)} ${unit.label} more; for the portfolio as a whole this is better.`;
}

/** "Turns to Keep at BTC price +6.1 %." */
function nearestText([nearest]: readonly Flip[]): string {
  return nearest ? `Turns to ${nearest.to} at ${flipText(nearest)}.` : "No single input within reach turns it.";
}

function Chevron({ open }: { open: boolean }): ReactElement {
  const styles = useStyles();
  return <svg className={mergeClasses(styles.chevron, open && styles.open)} width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"><path d="M6 3.5 10.5 8 6 12.5" /></svg>;
}
