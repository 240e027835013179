import { Button, Field, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSettings } from "../settings";
import { DoubtMessage } from "../task/DoubtMessage";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import type { PlanState } from "./usePlan";
import type { WorkbookResult, WorkbookTask } from "./useWorkbook";

const useStyles = makeStyles({
  bar: {
    position: "sticky", bottom: 0, zIndex: 1, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // In a low pane, as at 200 % zoom, what is read needs the room.
    "@media (max-height: 420px)": { position: "static" },
  },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  running: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
});

/** Plans, and builds the workbook from the plan; tells how both go. */
export function WorkbookBar({ plan, workbook }: { plan: PlanState; workbook: WorkbookTask }): ReactElement {
  const styles = useStyles();
  const { formatNumber } = useSettings();
  const { planned, current, progress } = plan;
  const buildable = current && planned?.insights !== undefined;
  const busy = workbook.state.phase === "busy" || progress !== undefined;
  return (
    <div className={styles.bar}>
      <WorkbookMessage plan={plan} workbook={workbook} />
      <div aria-live="polite">
        {progress && (
          <div className={styles.running}>
            <Field validationState="none" validationMessage={`${progress.step}${progress.all === undefined ? "" : `, ${formatNumber(progress.done!)} of ${formatNumber(progress.all)}`} …`}>
              <ProgressBar aria-label="Planning" value={progress.all === undefined ? undefined : progress.done! / progress.all} />
            </Field>
            <Button size="small" onClick={plan.cancel}>Cancel</Button>
          </div>
        )}
      </div>
      <div className={styles.line}>
        <Button appearance={current ? "secondary" : "primary"} disabledFocusable={busy} onClick={plan.run}>{planned ? "Plan again" : "Plan"}</Button>
        <Button appearance={current ? "primary" : "secondary"} disabledFocusable={busy || !buildable} onClick={() => workbook.build(planned!)}>Build workbook</Button>
      </div>
    </div>
  );
}

function WorkbookMessage({ plan: { planned }, workbook: { state, build, read, dismiss } }: { plan: PlanState; workbook: WorkbookTask }): ReactElement {
  if (state.phase === "done" && state.result.kind === "doubt") {
    return <DoubtMessage doubt={state.result.doubt} ours="the inputs that were planned" onRead={() => read(true)} onOverwrite={() => build(planned!, true)} onDismiss={dismiss} />;
  }
  return <TaskMessage state={state} done={outcomeOf} onDismiss={dismiss} />;
}

function outcomeOf(result: WorkbookResult): Outcome {
  switch (result.kind) {
    case "built": return { intent: "success", title: result.again ? "Workbook built again." : "Workbook built.", text: `${result.sheets.join(", ")}. Summary is shown; save the workbook to keep it.` };
    case "read": return { intent: "success", title: "Read from the sheets.", text: "The plan follows the input tables. Undo, on Portfolio, brings the earlier inputs back." };
    case "nothing to read": return { intent: "info", title: "Nothing to read.", text: "The workbook has no input tables of Hashplan yet. Build the workbook, or write the inputs on Portfolio." };
    case "unreadable": return { intent: "info", title: "The input tables hold something that cannot be read.", text: `${result.problem} The inputs here stay as they were; put the cell right and read again.` };
    case "doubt": return { intent: "info", title: "", text: "" };
  }
}
