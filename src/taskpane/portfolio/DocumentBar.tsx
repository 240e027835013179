import { Button, Caption1, Link, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { RedoIcon, UndoIcon } from "../icons";
import { usePortfolio, useSheetsLook, type Doubt, type Written } from "../store";
import { problemText } from "../store/doubt";
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

type Result =
  | { readonly kind: "written"; readonly what: Written }
  | { readonly kind: "read" }
  | { readonly kind: "unreadable"; readonly problem: string }
  /** nothing was done: the user decides first */
  | { readonly kind: "doubt"; readonly doubt: Doubt };

/** Whether the document is in order and in the workbook; undo, and writing it there. */
export function DocumentBar({ onProblems }: { onProblems: () => void }): ReactElement {
  const styles = useStyles();
  const { problems, written, differs, sheetsMoved, built, undoLabel, redoLabel, undo, redo, readFromSheets, writeToSheets } = usePortfolio();
  const { state, run, dismiss } = useTask<Result>();
  useSheetsLook();
  const wrong = problems.length;
  const writable = wrong === 0 && (differs || !written || sheetsMoved);
  const write = (sure: boolean): Promise<void> => run(async (onStep) => {
    const result = await writeToSheets(onStep, sure);
    return typeof result === "string" ? { kind: "written", what: result } : { kind: "doubt", doubt: result };
  });
  const read = (): Promise<void> => run(async () => {
    const found = await readFromSheets();
    return found.found === "problems" ? { kind: "unreadable", problem: problemText(found) } : { kind: "read" };
  });
  return (
    <div className={styles.bar}>
      {state.phase === "done" && state.result.kind === "doubt"
        ? <DoubtMessage doubt={state.result.doubt} ours="the inputs here" onRead={() => void read()} onOverwrite={() => void write(true)} onDismiss={dismiss} />
        : <TaskMessage state={state} onDismiss={dismiss} done={(result) => outcomeOf(result, built)} />}
      <div className={styles.line}>
        <span className={styles.state} role="status">
          {wrong > 0 ? <Link as="button" className={styles.wrong} onClick={onProblems}>{countText(wrong)}</Link> : <Caption1>{!written ? "Not in the workbook yet" : sheetsMoved ? "Changed on the sheets" : differs ? "Differs from the sheets" : "As on the sheets"}</Caption1>}
        </span>
        <BarButton label={undoLabel === undefined ? "Nothing to undo" : `Undo: ${undoLabel}`} icon={<UndoIcon />} disabled={undoLabel === undefined} onClick={undo} />
        <BarButton label={redoLabel === undefined ? "Nothing to redo" : `Redo: ${redoLabel}`} icon={<RedoIcon />} disabled={redoLabel === undefined} onClick={redo} />
        <Button className={styles.write} appearance="primary" disabledFocusable={!writable || state.phase === "busy"} onClick={() => void write(false)}>Write to sheets</Button>
      </div>
    </div>
  );
}

function outcomeOf(result: Result, built: boolean): Outcome {
  switch (result.kind) {
    case "written": return { intent: "success", title: "Written to the sheets.", text: writtenText(result.what, built) };
    case "read": return { intent: "success", title: "Read from the sheets.", text: "Undo brings the earlier inputs back." };
    case "unreadable": return { intent: "info", title: "The input tables hold something that cannot be read.", text: `${result.problem} The inputs here stay as they were; put the cell right and read again.` };
    case "doubt": return { intent: "info", title: "", text: "" };
  }
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
