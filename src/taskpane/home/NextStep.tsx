import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNavigation, type ScreenId } from "../navigation";
import { SAMPLES, usePortfolio } from "../store";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { useHomeStyles } from "./styles";

interface Step {
  readonly label: string;
  readonly why: string;
  readonly go: () => void;
}

/** The one thing to do now. */
export function NextStep(): ReactElement | null {
  const styles = useHomeStyles();
  const { draft, problems, written, differs, sheetsMoved, built, startFromSample, readFromSheets, writeToSheets } = usePortfolio();
  const { open, screens } = useNavigation();
  const task = useTask<Outcome | undefined>();
  const there = (screen: ScreenId): boolean => screens.includes(screen);
  const step = ((): Step => {
    if (!draft) return { label: "Open the 20 MW sample", why: "The quickest way to see a decision: a complete portfolio, to look around in and to overwrite.", go: () => void task.run(async () => { await startFromSample(SAMPLES[0]!.id); return undefined; }) };
    if (problems.length > 0) return { label: problems.length === 1 ? "Put one field right" : `Put ${problems.length} fields right`, why: "Some figures cannot be read as they are. Until they are right nothing can be planned.", go: () => open("portfolio", problems[0]!.path) };
    if (sheetsMoved && differs) return { label: "Decide which inputs stay", why: "The input tables were changed in Excel, and the inputs here were changed too. Write to sheets, on Portfolio, asks which of both stays.", go: () => open("portfolio") };
    if (sheetsMoved) return { label: "Read the sheets", why: "The input tables were changed in Excel since they were read. Read them, then plan with them.", go: () => void task.run(async () => { await readFromSheets(); return { intent: "success", title: "Read from the sheets.", text: "Undo, on Portfolio, brings the earlier inputs back." }; }) };
    if (there("plan")) return { label: built && !differs ? "See the plan" : "Plan it", why: built && !differs ? "The workbook is built with these inputs. See the plan again, or change a figure and build anew." : written && !differs ? "The inputs stand on the sheets. Plan them to see what each fleet should do." : "The portfolio is in order. Plan it to see what each fleet should do, then build the workbook.", go: () => open("plan") };
    if (!written || differs) return { label: "Write to sheets", why: "The portfolio is in order. Written to the workbook's input tables it is kept with the file.", go: () => void task.run(async (onStep) => {
      if (typeof await writeToSheets(onStep) === "string") return { intent: "success", title: "Written to the sheets.", text: "They stand on the sheet Inputs; save the workbook to keep them." };
      open("portfolio"); // Where the tables were changed in Excel it asks which of both stays.
      return undefined;
    }) };
    return { label: "Look at the portfolio", why: "The inputs stand on the sheets. Change a figure here or there.", go: () => open("portfolio") };
  })();
  return (
    <section className={styles.section} aria-label="Next step">
      <p className={styles.text}>{step.why}</p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={task.state.phase === "busy"} onClick={step.go}>{step.label}</Button>
        {draft && problems.length === 0 && there("plan") && <Button onClick={() => open("portfolio")}>Check the inputs</Button>}
      </div>
      {!(task.state.phase === "done" && task.state.result === undefined) && <TaskMessage state={task.state} onDismiss={task.dismiss} done={(result) => result!} />}
    </section>
  );
}
