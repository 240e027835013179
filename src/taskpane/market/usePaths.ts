import { useEffect, useState } from "react";
import type { MarketPath } from "../../planning/portfolio";
import { useNavigation } from "../navigation";
import { usePortfolio, valueAt } from "../store";
import { planInWorker } from "../worker";

export type PathsState =
  | { readonly phase: "none" }
  | { readonly phase: "busy" }
  | { readonly phase: "there"; readonly paths: readonly MarketPath[] }
  | { readonly phase: "failed"; readonly message: string };

/** Typing goes on: wait until it rests. */
const REST_MS = 400;

/** The market under each scenario of the portfolio, followed in the planning worker while the screen is open. */
export function usePaths(): PathsState {
  const { draft, problems } = usePortfolio();
  const { screen } = useNavigation();
  const [state, setState] = useState<PathsState>({ phase: "none" });
  const inOrder = draft !== undefined && problems.length === 0;
  const watched = inOrder && screen === "market";
  useEffect(() => {
    if (!inOrder) setState({ phase: "none" });
    if (!watched) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setState((now) => (now.phase === "there" ? now : { phase: "busy" }));
      planInWorker(draft, { rows: "totals" }, undefined, controller.signal).then(
        ({ paths }) => setState({ phase: "there", paths }),
        (error: unknown) => { if (!controller.signal.aborted) setState({ phase: "failed", message: error instanceof Error ? error.message : String(error) }); },
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // Other parts of the portfolio do not move the market.
  }, [watched, inOrder, valueAt(draft, ["market"]), valueAt(draft, ["horizonMonths"])]);
  return state;
}
