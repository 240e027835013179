import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { TaskState } from "./useTask";

export interface Outcome {
  readonly intent: "success" | "info";
  readonly title: string;
  readonly text: ReactNode;
}

/** How a task goes, read out as it changes. */
export function TaskMessage<T>({ state, done, actions, onDismiss }: { state: TaskState<T>; done: (result: T) => Outcome; actions?: ReactNode; onDismiss: () => void }): ReactElement {
  const outcome = state.phase === "done" ? done(state.result) : state.phase === "failed" ? { intent: "error" as const, title: state.whatHappened, text: state.whatToDo } : undefined;
  return (
    <div aria-live="polite">
      {state.phase === "busy" && <Spinner size="tiny" label={`${state.step} …`} labelPosition="after" style={{ justifyContent: "start" }} />}
      {outcome && (
        <MessageBar intent={outcome.intent} layout="multiline">
          <MessageBarBody><MessageBarTitle>{outcome.title}</MessageBarTitle> {outcome.text}</MessageBarBody>
          <MessageBarActions>
            {state.phase === "done" && actions}
            <Button size="small" onClick={onDismiss}>Close</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
