import { Button, Caption1, Link, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { RedoIcon, UndoIcon } from "../icons";
import { usePortfolio, type WriteResult, type Written } from "../store";
import { DoubtMessage } from "../task/DoubtMessage";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { countText } from "./problems";

const useStyles = makeStyles({
  bar: {
    position: "sticky", bottom: 0, zIndex: 1, display: "grid", rowGap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // In a low pane, as at 200 % zoom, what is read needs the room.
    "@media (max-height: 420px)": { position: "static" },
  },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  state: { flexGrow: 1, minWidth: 0, color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, textAlign: "start" },
  icon: { minWidth: 0, flexShrink: 0 },
  write: { flexShrink: 0, minWidth: 0 },
});

/** Whether the document is in order and in the workbook; undo, and writing it there. */
export function DocumentBar({ onProblems }: { onProblems: () => void }): ReactElement {
  const styles = useStyles();
  const { problems, written, differs, built, undoLabel, redoLabel, undo, redo, readFromSheets, writeToSheets } = usePortfolio();
  const { state, run, dismiss } = useTask<WriteResult | "read" | "unreadable">();
  const wrong = problems.length;
  const writable = wrong === 0 && (differs || !written);
  const read = (): Promise<void> => run(async () => ((await readFromSheets()).found === "document" ? "read" : "unreadable"));
  return (
    <div className={styles.bar}>
      {state.phase === "done" && state.result === "sheets edited" ? (
        <DoubtMessage
          title="The input tables were changed in Excel." text="They differ from what the pane last read or wrote. Nothing was written yet. Read them, which replaces the inputs here (undo brings those back); or overwrite them with the inputs here."
          choices={[{ label: "Read the sheets", choose: () => void read() }, { label: "Overwrite them", choose: () => void run((onStep) => writeToSheets(onStep, true)) }]} onDismiss={dismiss}
        />
      ) : <TaskMessage state={state} onDismiss={dismiss} done={(what) => outcomeOf(what, built)} />}
      <div className={styles.line}>
        <span className={styles.state} role="status">
          {wrong > 0 ? <Link as="button" className={styles.wrong} onClick={onProblems}>{countText(wrong)}</Link> : <Caption1>{!written ? "Not in the workbook yet" : differs ? "Differs from the sheets" : "As on the sheets"}</Caption1>}
        </span>
        <BarButton label={undoLabel === undefined ? "Nothing to undo" : `Undo: ${undoLabel}`} icon={<UndoIcon />} disabled={undoLabel === undefined} onClick={undo} />
        <BarButton label={redoLabel === undefined ? "Nothing to redo" : `Redo: ${redoLabel}`} icon={<RedoIcon />} disabled={redoLabel === undefined} onClick={redo} />
        <Button className={styles.write} appearance="primary" disabledFocusable={!writable || state.phase === "busy"} onClick={() => void run(writeToSheets)}>Write to sheets</Button>
      </div>
    </div>
  );
}

function outcomeOf(what: WriteResult | "read" | "unreadable", built: boolean): Outcome {
  if (what === "read") return { intent: "success", title: "Read from the sheets.", text: "Undo brings the earlier inputs back." };
  if (what === "unreadable") return { intent: "info", title: "The input tables hold something that cannot be read.", text: "Home tells what and where. The inputs here stay as they were." };
  return { intent: "success", title: "Written to the sheets.", text: what === "sheets edited" ? "" : writtenText(what, built) };
}

function writtenText(what: Written, built: boolean): string {
  if (what === "workbook") return "The workbook was planned and built again with these inputs.";
  return built ? "The model follows the changed inputs. Recommendations are those of the last build until it is built again on Plan." : "The input tables stand on the sheet Inputs; save the workbook to keep them.";
}

function BarButton({ label, icon, disabled, onClick }: { label: string; icon: ReactElement; disabled: boolean; onClick: () => void }): ReactElement {
  const styles = useStyles();
  return (
    <Tooltip content={label} relationship="label">
      <Button className={styles.icon} appearance="subtle" icon={icon} disabledFocusable={disabled} onClick={onClick} />
    </Tooltip>
  );
}
