import { useEffect, useRef } from "react";
import { usePortfolio, type Doubt, type Draft } from "../store";
import { problemText } from "../store/doubt";
import { useTask, type TaskState } from "../task/useTask";
import type { Planned } from "../worker";
import { lookBeforeBuild } from "./sheets";

export type WorkbookResult =
  | { readonly kind: "built"; readonly sheets: readonly string[]; readonly again: boolean }
  | { readonly kind: "read" }
  | { readonly kind: "nothing to read" }
  | { readonly kind: "unreadable"; readonly problem: string }
  /** nothing was done: the user decides first */
  | { readonly kind: "doubt"; readonly doubt: Doubt };

export interface WorkbookTask {
  readonly state: TaskState<WorkbookResult>;
  /** @param sure whether a doubt was answered with yes */
  readonly build: (planned: Planned, sure?: boolean) => void;
  readonly read: (sure?: boolean) => void;
  readonly dismiss: () => void;
}

/** Time for the pane to show what comes next, before Excel and the page are busy. */
const SHOW_MS = 60;

/** Builds the workbook from a plan, and reads its input tables back; asks where one of both would lose edits. */
export function useWorkbook(): WorkbookTask {
  const { draft, standing, written, differs, build, readFromSheets } = usePortfolio();
  const { state, run, dismiss } = useTask<WorkbookResult>();
  /** the document that a message is about; once it is edited the message says nothing any more */
  const told = useRef<Draft>(undefined);
  useEffect(() => { if (state.phase === "done") told.current = draft; }, [state]);
  useEffect(() => { if (state.phase === "done" && told.current !== draft) dismiss(); }, [draft]);

  return {
    state, dismiss,
    build: (planned, sure = false) => void run(async (onStep) => {
      onStep("Looking at the workbook");
      const doubt = sure ? undefined : await lookBeforeBuild(planned.portfolio as unknown as Draft, standing, differs);
      if (doubt) return { kind: "doubt", doubt };
      onStep("Laying out the sheets");
      await new Promise((resolve) => setTimeout(resolve, SHOW_MS));
      const sheets = await build(planned, (step) => onStep(shownStep(step)));
      return { kind: "built", sheets, again: written };
    }),
    read: (sure = false) => void run(async (onStep) => {
      if (differs && written && !sure) return { kind: "doubt", doubt: { kind: "pane edited" } };
      onStep("Reading the sheets");
      const found = await readFromSheets();
      if (found.found === "nothing") return { kind: "nothing to read" };
      return found.found === "problems" ? { kind: "unreadable", problem: problemText(found) } : { kind: "read" };
    }),
  };
}

/** The look into the workbook is over in an instant, and the writing that follows keeps the page busy: it is announced before. */
function shownStep(step: string): string {
  return step === "Reading the workbook" || step === "Writing the sheets" ? "Writing the sheets; a large model takes a while, in which Excel does not answer" : step;
}
