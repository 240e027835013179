import { useEffect, useState } from "react";
import type { SensitivityTable, Tornado } from "../../planning/portfolio/plan/sensitivity";
import { sensitivityInWorker, tornadoInWorker, type Planned, type PlanProgress } from "../worker";

/** What each input is moved by, to see which of them matters. */
export const TORNADO_CHANGE = 0.1;

/** What is looked into. */
export interface Question {
  /** names of one input, or of two */
  readonly inputs: readonly string[];
  /** share, 0.3 for ±30 % */
  readonly range: number;
}

export interface SensitivityState {
  /** of the plan, or of an earlier one while it is found anew */
  readonly tornado: Tornado | undefined;
  readonly table: SensitivityTable | undefined;
  readonly progress: PlanProgress | undefined;
  readonly failure: string | undefined;
}

const STEPS_OF_ONE = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
const STEPS_OF_TWO = [-1, -0.5, 0, 0.5, 1];

/** Finds out in the worker how much a plan's figures move; anew when the plan or the question changes. @param asked undefined until it is wanted */
export function useSensitivity(planned: Planned, asked: Question | undefined): SensitivityState {
  const [tornado, setTornado] = useState<{ readonly of: Planned; readonly tornado: Tornado }>();
  const [table, setTable] = useState<SensitivityTable>();
  const [progress, setProgress] = useState<PlanProgress>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    if (!asked) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (step: PlanProgress): void => { if (!signal.aborted) setProgress(step); };
    const work = async (): Promise<void> => {
      setProgress({ step: "Planning again" });
      setFailure(undefined);
      const bars = tornado?.of === planned ? tornado.tornado : await tornadoInWorker(planned, TORNADO_CHANGE, onProgress, signal);
      setTornado({ of: planned, tornado: bars });
      const there = asked.inputs.filter((id) => bars.bars.some(({ input }) => input.id === id));
      const inputs = there.length > 0 ? there : [bars.bars[0]!.input.id];
      setTable(await sensitivityInWorker(planned, inputs, (inputs.length === 1 ? STEPS_OF_ONE : STEPS_OF_TWO).map((step) => step * asked.range), onProgress, signal));
    };
    work().catch((error: unknown) => { if (!signal.aborted) setFailure(error instanceof Error ? error.message : String(error)); }).finally(() => { if (!signal.aborted) setProgress(undefined); });
    return () => {
      controller.abort();
      setProgress(undefined);
    };
  }, [planned, asked]);
  return { tornado: tornado?.tornado, table, progress, failure };
}
