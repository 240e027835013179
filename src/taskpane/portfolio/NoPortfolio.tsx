import { Body1, Button, makeStyles, Title3, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNavigation } from "../navigation";

const useStyles = makeStyles({
  page: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`, maxWidth: "480px" },
  heading: { margin: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the screens that need a portfolio show while there is none. */
export function NoPortfolio(): ReactElement {
  const styles = useStyles();
  const { open } = useNavigation();
  return (
    <div className={styles.page}>
      <Title3 as="h1" className={styles.heading}>No portfolio yet</Title3>
      <Body1 as="p" className={styles.text}>Open a sample, begin a new one, or import a file. All three are on Home.</Body1>
      <Button appearance="primary" onClick={() => open("home")}>Go to Home</Button>
    </div>
  );
}
