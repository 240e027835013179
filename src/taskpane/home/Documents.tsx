import { Button, Subtitle2 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { fileName, fileText, usePortfolio, type Draft, type WorkbookState } from "../store";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { useHomeStyles } from "./styles";

/** What was done: saved, copied, or read with what was found. */
type Done = "saved" | "copied" | WorkbookState["found"];

/** The portfolio as a file, and once more from the sheets. */
export function Documents(): ReactElement {
  const styles = useHomeStyles();
  const { draft = {}, note, readFromSheets } = usePortfolio();
  const task = useTask<Done>();
  const save = async (): Promise<Done> => {
    saveFile(draft);
    note("Exported as JSON");
    return Promise.resolve("saved");
  };
  const copy = async (): Promise<Done> => {
    await navigator.clipboard.writeText(fileText(draft));
    return "copied";
  };
  return (
    <section className={styles.section} aria-label="Files and sheets">
      <Subtitle2 as="h2" className={styles.heading}>Files and sheets</Subtitle2>
      <div className={styles.actions}>
        <Button onClick={() => void task.run(async () => (await readFromSheets()).found)}>Read from sheets</Button>
        <Button onClick={() => void task.run(save)}>Export JSON</Button>
        <Button onClick={() => void task.run(copy)}>Copy JSON</Button>
      </div>
      <TaskMessage state={task.state} onDismiss={task.dismiss} done={(done) => outcomeOf(done, fileName(draft))} />
    </section>
  );
}

function outcomeOf(done: Done, file: string): Outcome {
  if (done === "saved") return { intent: "success", title: `${file} was handed to the browser.`, text: "Find it among your downloads. Where none appears, use Copy JSON and paste it into a file." };
  if (done === "copied") return { intent: "success", title: "Copied.", text: "Paste it into a file that ends in .json." };
  if (done === "document") return { intent: "success", title: "Read from the sheets.", text: "What was here before comes back with Undo, under Portfolio." };
  return { intent: "info", title: done === "nothing" ? "This workbook has no input tables yet." : "The input tables could not be read.", text: done === "nothing" ? "Write to the sheets first." : "What is wrong with them is said above." };
}

function saveFile(draft: Draft): void {
  const address = URL.createObjectURL(new Blob([fileText(draft)], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName(draft) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
