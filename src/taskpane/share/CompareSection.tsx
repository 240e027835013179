import { Body1, Button, Field, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Subtitle2 } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { documentBytes } from "../../excel";
import type { PlanComparison } from "../../xlsx/compare";
import { useSharedStyles } from "../functions/styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { compareInWorker } from "./client";
import { ComparisonView } from "./ComparisonView";
import { useShareStyles } from "./styles";

/** Larger files than any plan's, which would fill the memory. */
const MOST_BYTES = 100_000_000;

interface Compared {
  readonly file: string;
  readonly comparison: PlanComparison;
}

/** What changed since an earlier plan: the question at the next update. */
export function CompareSection(): ReactElement {
  const shared = useSharedStyles();
  const styles = useShareStyles();
  const { state, run, dismiss } = useTask<Compared | "cancelled" | "too large">();
  const input = useRef<HTMLInputElement>(null);
  const controller = useRef<AbortController>(undefined);
  const busy = state.phase === "busy";
  const compare = (file: File | undefined): void => {
    if (!file) return;
    const { signal } = (controller.current = new AbortController());
    void run(async (onStep) => {
      if (file.size > MOST_BYTES) return "too large";
      try {
        onStep("Asking Excel for this workbook");
        const after = await documentBytes(undefined, signal);
        onStep(`Comparing with ${file.name}`);
        return { file: file.name, comparison: await compareInWorker({ before: new Uint8Array(await file.arrayBuffer()), after }, file.name, signal) };
      } catch (error) {
        if (signal.aborted) return "cancelled";
        throw error;
      }
    });
  };
  return (
    <section className={styles.section} aria-label="Compare with an earlier plan">
      <Subtitle2 as="h2" block className={shared.heading}>Compare with an earlier plan</Subtitle2>
      <Body1 as="p" block className={shared.text}>What changed since another workbook of a plan, such as the one you shared last: inputs, results, versions, and what hashprice's change comes from. Both are only read.</Body1>
      <div className={shared.actions}><Button disabledFocusable={busy} onClick={() => input.current?.click()}>Choose the earlier workbook …</Button></div>
      <input ref={input} type="file" hidden accept=".xlsx" aria-label="The earlier workbook" onChange={({ currentTarget }) => { compare(currentTarget.files?.[0]); currentTarget.value = ""; }} />
      <div aria-live="polite">
        {busy && (
          <div className={styles.running}>
            <Field validationState="none" validationMessage={`${state.step} …`}><ProgressBar aria-label="Comparing" /></Field>
            <Button size="small" onClick={() => controller.current?.abort()}>Cancel</Button>
          </div>
        )}
        {state.phase === "done" && state.result === "cancelled" && <MessageBar intent="info"><MessageBarBody><MessageBarTitle>Cancelled.</MessageBarTitle> Nothing was compared.</MessageBarBody></MessageBar>}
        {state.phase === "done" && state.result === "too large" && <MessageBar intent="error" layout="multiline"><MessageBarBody><MessageBarTitle>The file is too large.</MessageBarTitle> No more than {MOST_BYTES / 1e6} MB are opened here; npm run compare takes larger ones.</MessageBarBody></MessageBar>}
      </div>
      {state.phase === "failed" && <TaskMessage state={state} done={() => ({ intent: "info", title: "", text: "" })} onDismiss={dismiss} />}
      {state.phase === "done" && typeof state.result === "object" && <ComparisonView {...state.result} />}
    </section>
  );
}
