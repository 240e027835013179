import { Body1, Subtitle2, Title3 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePortfolio } from "../store";
import { FiguresTable } from "./FiguresTable";
import { History } from "./History";
import { figuresInUse } from "./market-start";
import { Refresh } from "./Refresh";
import { ScenarioPaths } from "./ScenarioPaths";
import { useMarketStyles } from "./styles";
import type { AskMarket } from "./useLiveMarket";

/** The market that the plan begins with, what it was, and where the scenarios take it. */
export function MarketScreen({ askMarket }: { askMarket?: AskMarket }): ReactElement {
  const styles = useMarketStyles();
  const { draft } = usePortfolio();
  const inUse = figuresInUse(draft);
  return (
    <div className={styles.page}>
      <header className={styles.section}>
        <Title3 as="h1" className={styles.heading}>Market</Title3>
        <Body1 as="p" className={styles.text}>{draft ? "What your plan begins with. It changes only when you change it." : "Figures shipped with Hashplan, which a new portfolio begins with."}</Body1>
      </header>
      <section className={styles.card} aria-label="Figures in use">
        <Subtitle2 as="h2" className={styles.heading}>Figures in use</Subtitle2>
        <FiguresTable inUse={inUse} />
        <p className={styles.small}>Source: {inUse.source || "not said"}.</p>
      </section>
      <Refresh inUse={inUse} askMarket={askMarket} />
      <ScenarioPaths />
      <History />
    </div>
  );
}
