import { useEffect, useState, type ReactElement } from "react";
import type * as Charts from "../charts";
import { usePlanStyles } from "./styles";

let loaded: typeof Charts | undefined;

/** Draws with the charts, whose code is fetched when the first is shown. The figures are never only in a chart. */
export function WithCharts({ children }: { children: (charts: typeof Charts) => ReactElement }): ReactElement {
  const styles = usePlanStyles();
  const [charts, setCharts] = useState(loaded);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (charts) return undefined;
    let gone = false;
    import("../charts").then(
      (module) => {
        loaded = module;
        if (!gone) setCharts(module);
      },
      (error: unknown) => {
        console.error(error);
        if (!gone) setFailed(true);
      },
    );
    return () => void (gone = true);
  }, [charts]);
  if (charts) return children(charts);
  return <p className={styles.small}>{failed ? "The charts could not be loaded; check the connection, and open the pane again." : "Drawing …"}</p>;
}
