import { Body1, Button, Subtitle2 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { repairFormulas, type BrokenCell, type Repaired } from "../../excel";
import { callsOurs, underOurNames } from "../../functions/live-formula";
import { useSharedStyles } from "../functions/styles";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { useTask, type Task } from "../task/useTask";
import { SECTION_IDS } from "./sections";
import { useShareStyles } from "./styles";

const MOST_NAMED = 6;

/** Finds broken calls in the whole workbook and enters them again. */
export function repairTask({ run }: Task<Repaired>): void {
  void run((onStep) => repairFormulas({ isOurs: callsOurs, asEntered: underOurNames, onProgress: onStep }));
}

export function useRepair(): Task<Repaired> {
  return useTask<Repaired>();
}

/** Formulas that lost their functions. */
export function RepairSection({ task }: { task: Task<Repaired> }): ReactElement {
  const shared = useSharedStyles();
  const styles = useShareStyles();
  return (
    <section id={SECTION_IDS.repair} className={styles.section} aria-label="Repair formulas">
      <Subtitle2 as="h2" block className={shared.heading}>Repair formulas</Subtitle2>
      <Body1 as="p" block className={shared.text}>A workbook that was calculated without Hashplan shows #NAME? in place of results. Repair finds such cells on every sheet and enters their formulas again.</Body1>
      <div className={shared.actions}><Button disabledFocusable={task.state.phase === "busy"} onClick={() => repairTask(task)}>Repair workbook</Button></div>
      <TaskMessage state={task.state} done={outcomeOf} onDismiss={task.dismiss} />
    </section>
  );
}

function outcomeOf({ before, after, names, left, refused, protectedSheets, waiting }: Repaired): Outcome {
  if (before === 0 && names.length === 0) return { intent: "success", title: "Nothing to repair.", text: "Every formula that calls Hashplan has its function." };
  const text = [
    `Broken before: ${cells(before)}; now: ${cells(after)}.`,
    ...(names.length > 0 ? [`Names entered again: ${names.join(", ")}.`] : []),
    ...(protectedSheets.length > 0 ? [`Not touched, because the sheet is protected: ${protectedSheets.map(({ name, cells: count }) => `${name} (${cells(count)})`).join(", ")}. Remove the protection and repair again.`] : []),
    ...(refused.length > 0 ? [`Excel did not take ${named(refused)}: where a cell belongs to an array formula, enter that again as a whole.`] : []),
    ...(left.length > 0 ? [`Still without a result: ${named(left)}. Look whether the function's name is right; Functions lists them all.`] : []),
    ...(waiting > 0 ? [`${cells(waiting)} still ${waiting === 1 ? "waits" : "wait"} for an answer.`] : []),
  ].join(" ");
  return { intent: after === 0 ? "success" : "info", title: after === 0 ? "Repaired." : "Repaired in part.", text };
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count.toLocaleString("en-US")} cells`;
}

function named(broken: readonly BrokenCell[]): string {
  return broken.slice(0, MOST_NAMED).map(({ sheet, address }) => `${sheet}!${address}`).join(", ") + (broken.length > MOST_NAMED ? ` and ${broken.length - MOST_NAMED} more` : "");
}
