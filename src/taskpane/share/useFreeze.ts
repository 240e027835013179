import { useCallback, useEffect, useState } from "react";
import { freezeSelection, frozenCells, unfreeze, type Frozen, type FrozenCell, type Unfrozen } from "../../excel";
import { callsOurs } from "../../functions/live-formula";
import { useTask, type TaskState } from "../task/useTask";

export type FreezeResult = ({ readonly kind: "frozen"; readonly every: boolean } & Frozen) | ({ readonly kind: "unfrozen" } & Unfrozen);

export interface FreezeTask {
  readonly state: TaskState<FreezeResult>;
  /** the workbook's frozen cells as last looked at; undefined until then */
  readonly frozen: readonly FrozenCell[] | undefined;
  /** @param every formulas that call no function of ours too */
  readonly freeze: (every: boolean) => void;
  readonly unfreeze: (where: "selection" | "workbook") => void;
  readonly dismiss: () => void;
}

/** Freezes selected cells, and knows which are frozen. */
export function useFreeze(): FreezeTask {
  const { state, run, dismiss } = useTask<FreezeResult>();
  const [frozen, setFrozen] = useState<readonly FrozenCell[]>();
  // A list that cannot be had is left out: what is done to cells says what is in the way.
  const look = useCallback(() => frozenCells().then(setFrozen, () => undefined), []);
  useEffect(() => void look(), [look]);
  return {
    state, frozen, dismiss,
    freeze: (every) => void run(async (onStep) => {
      onStep("Freezing");
      const done = await freezeSelection({ isWanted: every ? () => true : callsOurs, frozenAt: `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC` });
      await look();
      return { kind: "frozen", every, ...done };
    }),
    unfreeze: (where) => void run(async (onStep) => {
      onStep("Putting formulas back");
      const done = await unfreeze(where);
      await look();
      return { kind: "unfrozen", ...done };
    }),
  };
}
