import { Body1, makeStyles, Spinner, Title3, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { usePortfolio } from "../store";
import { Documents } from "./Documents";
import { Guide } from "./Guide";
import { NextStep } from "./NextStep";
import { Recent } from "./Recent";
import { StartChoices } from "./StartChoices";
import { Unreadable } from "./Unreadable";
import { WorkbookCard } from "./WorkbookCard";

const useStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`, maxWidth: "480px" },
  heading: { margin: 0, ":focus": { outlineStyle: "none" } },
  intro: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  looking: { justifyContent: "start" },
});

/** What this workbook holds, and the next step. */
export function HomeScreen(): ReactElement {
  const styles = useStyles();
  const { draft, opening } = usePortfolio();
  const looking = !draft && (opening.phase === "busy" || opening.phase === "idle");
  return (
    <div className={styles.page}>
      <header>
        <Title3 as="h1" block className={styles.heading} tabIndex={-1}>Hashplan</Title3>
        <Body1 as="p" block className={styles.intro}>Keep, tune, replace, move, stop or sell: what each fleet should do, and what that is worth.</Body1>
      </header>
      {looking && <Spinner className={styles.looking} size="tiny" label="Looking into the workbook …" />}
      {!looking && (
        <>
          <Unreadable />
          {draft && <WorkbookCard />}
          <NextStep />
          <Guide />
          <StartChoices />
          {draft && <Documents />}
          <Recent />
        </>
      )}
    </div>
  );
}
