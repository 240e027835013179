import { useCallback, useEffect, useRef, useState } from "react";
import { fetchMarket, type LiveFailure, type LiveMarket } from "../../market/live";

/** Asks a host for the market; {@link fetchMarket} is what does it. */
export type AskMarket = (host: string, options: { readonly signal: AbortSignal }) => ReturnType<typeof fetchMarket>;

export type LiveState =
  | { readonly phase: "idle" }
  | { readonly phase: "busy"; readonly host: string }
  | { readonly phase: "failed"; readonly failure: LiveFailure }
  | { readonly phase: "there"; readonly market: LiveMarket };

export interface LiveMarketTask {
  readonly state: LiveState;
  /** Does nothing while a host is being asked. */
  readonly ask: (host: string) => Promise<void>;
  readonly stop: () => void;
  readonly dismiss: () => void;
}

/** Asks a host when told to, and never by itself. */
export function useLiveMarket(askMarket: AskMarket = fetchMarket): LiveMarketTask {
  const [state, setState] = useState<LiveState>({ phase: "idle" });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const ask = useCallback(async (host: string): Promise<void> => {
    if (running.current) return;
    const controller = (running.current = new AbortController());
    setState({ phase: "busy", host });
    try {
      const { market, failure } = await askMarket(host, { signal: controller.signal });
      if (market) setState({ phase: "there", market });
      else setState(failure.kind === "canceled" ? { phase: "idle" } : { phase: "failed", failure });
    } catch (error) {
      setState({ phase: "failed", failure: { kind: "unreachable", message: `This did not work: ${error instanceof Error ? error.message : String(error)}. The figures in use stay as they are; report this text.` } });
    } finally {
      running.current = undefined;
    }
  }, [askMarket]);
  const stop = useCallback(() => running.current?.abort(), []);
  const dismiss = useCallback(() => setState({ phase: "idle" }), []);
  return { state, ask, stop, dismiss };
}
