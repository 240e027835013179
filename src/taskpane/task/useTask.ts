import { useCallback, useRef, useState } from "react";
import { WriteError } from "../../excel";

/** Where something asked of Excel stands. Sentences are for the user. */
export type TaskState<T> =
  | { readonly phase: "idle" }
  | { readonly phase: "busy"; readonly step: string }
  | { readonly phase: "done"; readonly result: T }
  | { readonly phase: "failed"; readonly whatHappened: string; readonly whatToDo: string };

export interface Task<T> {
  readonly state: TaskState<T>;
  /** Does nothing while another run is under way. */
  readonly run: (work: (onStep: (step: string) => void) => Promise<T>) => Promise<void>;
  readonly dismiss: () => void;
}

/** Runs one thing at a time and tells how it goes. */
export function useTask<T>(): Task<T> {
  const [state, setState] = useState<TaskState<T>>({ phase: "idle" });
  const busy = useRef(false);
  const run = useCallback(async (work: (onStep: (step: string) => void) => Promise<T>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setState({ phase: "busy", step: "Asking Excel" });
    try {
      setState({ phase: "done", result: await work((step) => setState({ phase: "busy", step })) });
    } catch (error) {
      const sentences = error instanceof WriteError ? error : { whatHappened: `This did not work: ${error instanceof Error ? error.message : String(error)}`, whatToDo: "Try again; if it fails again, report this text." };
      setState({ phase: "failed", whatHappened: sentences.whatHappened, whatToDo: sentences.whatToDo });
    } finally {
      busy.current = false;
    }
  }, []);
  const dismiss = useCallback(() => setState({ phase: "idle" }), []);
  return { state, run, dismiss };
}
