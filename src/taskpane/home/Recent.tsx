import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePortfolio } from "../store";
import { useHomeStyles } from "./styles";

const useStyles = makeStyles({ entry: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM } });

const ACTIONS_SHOWN = 6;

/** What was done last, newest first; all of it goes to the workbook's Log. */
export function Recent(): ReactElement | null {
  const styles = useStyles();
  const shared = useHomeStyles();
  const { log } = usePortfolio();
  if (log.length === 0) return null;
  return (
    <section className={shared.section} aria-label="Recent actions">
      <Subtitle2 as="h2" className={shared.heading}>Recent actions</Subtitle2>
      <ul className={shared.list}>
        {log.slice(-ACTIONS_SHOWN).reverse().map(({ time, action }, i) => (
          <li key={log.length - i} className={styles.entry}>
            <Caption1 className={shared.small}>{clock(time)}</Caption1>
            <Caption1>{action}</Caption1>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The time of day here, of a time in UTC. */
function clock(time: string): string {
  return new Date(time.replace(" UTC", "Z").replace(" ", "T")).toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", hour12: false });
}
