import { readAnswers } from "./live-answers";
import { checkFigures, type KnownMarket } from "./live-checks";
import { canceled, LiveMarketError, timedOut, type LiveFailure } from "./live-failure";
import { liveAddresses } from "./live-host";
import { getJson, type Get } from "./live-request";
import { defaultSnapshot } from "./market";

export { LIVE_HOSTS } from "./live-host";
export type { LiveFailure, LiveFailureKind } from "./live-failure";

/** The market now, as a host gives it. docs/market-live.md has what was checked. */
export interface LiveMarket {
  /** ISO date (UTC day) of the price */
  readonly date: string;
  /** ISO time of the price */
  readonly time: string;
  readonly btcPriceUsd: number;
  readonly difficulty: number;
  /** mean of the last 144 blocks */
  readonly feesBtcPerBlock: number;
  /** the host's estimate, as a rule over seven days */
  readonly hashrateEhs: number;
  /** of the newest block */
  readonly height: number;
  /** the host's name */
  readonly source: string;
}

export type LiveResult = { readonly market: LiveMarket; readonly failure?: undefined } | { readonly market?: undefined; readonly failure: LiveFailure };

export interface LiveOptions {
  /** aborting it gives the failure "canceled" */
  readonly signal?: AbortSignal;
  /** in place of the browser's fetch */
  readonly fetch?: Get;
  /** for all requests together, milliseconds */
  readonly timeoutMs?: number;
  /** what live figures have to follow; the shipped snapshot */
  readonly known?: KnownMarket;
  /** this computer's clock, milliseconds since 1970 */
  readonly nowMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * Asks a host for the market now: three requests at once, each sent once. Called only when the user asks for it.
 * @param host "mempool.space", "bitview.space" or the https address of a host with the same interface
 * @returns all figures, checked, or the reason why there are none; never some of them
 */
export async function fetchMarket(host: string, { signal, fetch: get, timeoutMs = TIMEOUT_MS, known = defaultSnapshot(), nowMs = Date.now() }: LiveOptions = {}): Promise<LiveResult> {
  try {
    const { name, ...urls } = liveAddresses(host);
    const answers = await within(timeoutMs, timedOut(name, timeoutMs), signal, async (inner) => {
      const ask = (url: string): Promise<unknown> => getJson(url, name, inner, get);
      const [prices, hashrate, rewards] = await Promise.all([ask(urls.prices), ask(urls.hashrate), ask(urls.rewards)]);
      return { prices, hashrate, rewards };
    });
    const figures = readAnswers(name, answers);
    checkFigures(name, figures, known, nowMs);
    const { timeMs, btcPriceUsd, difficulty, feesBtcPerBlock, hashrateEhs, height } = figures;
    const time = new Date(timeMs).toISOString();
    return { market: { date: time.slice(0, 10), time, btcPriceUsd, difficulty, feesBtcPerBlock, hashrateEhs, height, source: name } };
  } catch (error) {
    if (error instanceof LiveMarketError) return { failure: { kind: error.kind, message: error.message } };
    throw error;
  }
}

/** Runs a task that ends at a time limit, at the caller's signal, or by itself; what it began is aborted in any case. */
async function within<T>(timeoutMs: number, late: LiveMarketError, outer: AbortSignal | undefined, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (outer?.aborted) throw canceled();
  const controller = new AbortController();
  let cancel = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), timeoutMs);
    cancel = () => reject(canceled());
    outer?.addEventListener("abort", cancel);
  });
  try {
    return await Promise.race([task(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", cancel);
    controller.abort();
  }
}
