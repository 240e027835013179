import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { BuildState } from "./useBuild";

const useStyles = makeStyles({
  bar: {
    position: "sticky", bottom: 0, display: "grid", rowGap: tokens.spacingVerticalS, zIndex: 1,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, marginInline: `calc(-1 * ${tokens.spacingHorizontalL})`,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  progress: { justifyContent: "start" },
  wrong: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, justifySelf: "start", textAlign: "left" },
});

interface BuildBarProps {
  readonly state: BuildState;
  readonly wrongFields: number;
  readonly onBuild: () => void;
  readonly onShowWrong: () => void;
  readonly onDismiss: () => void;
}

/** The button that writes the sheets, and what became of it. */
export function BuildBar({ state, wrongFields, onBuild, onShowWrong, onDismiss }: BuildBarProps): ReactElement {
  const styles = useStyles();
  const building = state.phase === "building";
  return (
    <div className={styles.bar}>
      <div aria-live="polite">
        {building && <Spinner className={styles.progress} size="tiny" label={`${state.step} …`} />}
        {state.phase === "done" && (
          <Message intent="success" title="Scenario built." text={`New sheets: ${state.sheets.join(", ")}. Change a blue cell of ${state.sheets[0]} and the rest follows.`} onDismiss={onDismiss} />
        )}
        {state.phase === "failed" && <Message intent="error" title={state.whatHappened} text={state.whatToDo} onDismiss={onDismiss} />}
      </div>
      {wrongFields > 0 && <Link as="button" type="button" className={styles.wrong} onClick={onShowWrong}>{wrongFields === 1 ? "One field needs" : `${wrongFields} fields need`} to be put right first.</Link>}
      <Button appearance="primary" disabledFocusable={building || wrongFields > 0} onClick={onBuild}>Build scenario</Button>
    </div>
  );
}

function Message({ intent, title, text, onDismiss }: { intent: "success" | "error"; title: string; text: string; onDismiss: () => void }): ReactElement {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody><MessageBarTitle>{title}</MessageBarTitle> {text}</MessageBarBody>
      <MessageBarActions><Button size="small" onClick={onDismiss}>Close</Button></MessageBarActions>
    </MessageBar>
  );
}
