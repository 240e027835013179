import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigation } from "../navigation";
import { listAt, usePortfolio, type Draft } from "../store";
import { planInWorker, type Planned, type PlanProgress } from "../worker";

/** Fewer fleets are planned again by themselves when the portfolio changes. */
const CHEAP_BELOW = 50;
/** More fleets are planned in totals: without distances to flip, other scenarios and a workbook. */
export const MOST_FLEETS_IN_FULL = 200;
/** Typing goes on: wait until it rests. */
const REST_MS = 600;

export interface PlanState {
  /** the last plan that was made; kept while the portfolio changes */
  readonly planned: Planned | undefined;
  /** whether it is of the portfolio as it is now */
  readonly current: boolean;
  /** the portfolio is planned by itself when it changes */
  readonly cheap: boolean;
  /** while a plan is made */
  readonly progress: PlanProgress | undefined;
  /** why the last run gave none, a sentence */
  readonly failure: string | undefined;
  readonly run: () => void;
  readonly cancel: () => void;
}

interface Result {
  readonly planned: Planned;
  readonly draft: Draft;
}

/** Plans the portfolio in the worker: when asked, and by itself while the screen is open and planning is cheap. */
export function usePlan(): PlanState {
  const { draft, problems } = usePortfolio();
  const { screen } = useNavigation();
  const [result, setResult] = useState<Result>();
  const [progress, setProgress] = useState<PlanProgress>();
  const [failed, setFailed] = useState<{ readonly draft: Draft; readonly message: string }>();
  const running = useRef<AbortController>(undefined);
  /** the document whose run was canceled: it is not begun again by itself */
  const canceled = useRef<Draft>(undefined);
  const fleets = listAt(draft, ["fleets"]).length;
  const cheap = fleets < CHEAP_BELOW;

  const start = useCallback((document: Draft, inFull: boolean): void => {
    running.current?.abort();
    const controller = (running.current = new AbortController());
    const ifCurrent = (act: () => void): void => { if (running.current === controller) act(); };
    setFailed(undefined);
    setProgress({ step: "Starting" });
    planInWorker(document, { insights: inFull, rows: inFull ? "all" : "totals" }, (step) => ifCurrent(() => setProgress(step)), controller.signal).then(
      (planned) => ifCurrent(() => setResult({ planned, draft: document })),
      (error: unknown) => ifCurrent(() => setFailed({ draft: document, message: error instanceof Error ? error.message : String(error) })),
    ).finally(() => ifCurrent(() => {
      running.current = undefined;
      setProgress(undefined);
    }));
  }, []);
  const stop = useCallback((): void => {
    running.current?.abort();
    running.current = undefined;
    setProgress(undefined);
  }, []);
  useEffect(() => stop, [stop]);

  const inOrder = draft !== undefined && problems.length === 0;
  const current = result !== undefined && result.draft === draft;
  const due = inOrder && cheap && !current && screen === "plan" && failed?.draft !== draft && canceled.current !== draft;
  useEffect(() => {
    if (!due) return undefined;
    const timer = setTimeout(() => start(draft, true), result ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [due, draft]);

  return {
    planned: result?.planned, current, cheap, progress, failure: failed?.draft === draft ? failed?.message : undefined,
    run: () => { if (inOrder) start(draft, fleets <= MOST_FLEETS_IN_FULL); },
    cancel: () => {
      canceled.current = draft;
      stop();
    },
  };
}
