import "../support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, waitFor } from "@testing-library/react";
import { webcrypto } from "node:crypto";
import { useState, type ReactElement } from "react";
import { NavigationContext } from "../../../src/taskpane/navigation";
import { PlanScreen } from "../../../src/taskpane/plan/PlanScreen";
import { PortfolioProvider, usePortfolio, type Draft, type PortfolioStore } from "../../../src/taskpane/store";
import { setPlanThreads, type PlanReport, type PlanRequest, type PlanThread } from "../../../src/taskpane/worker";
import { answer } from "../../../src/taskpane/worker/answer";

// The screen with the store and real planning; threads answer in the same thread, each report in a turn of its own.

// jsdom has none; browsers do.
Object.defineProperty(globalThis, "crypto", { value: webcrypto });

/** What the screen's navigation was asked to open. */
export const opened = jest.fn<void, [string, string?]>();

let store: PortfolioStore;

/** The store as it is now. */
export function storeNow(): PortfolioStore {
  return store;
}

/** @param reply in place of the planning thread's answer */
export function planHere(reply: (request: PlanRequest, report: (report: PlanReport) => void) => void = answer): void {
  setPlanThreads((): PlanThread => {
    const thread: PlanThread = {
      onmessage: null, onerror: null,
      terminate: () => { thread.onmessage = null; },
      postMessage: (request) => void setTimeout(() => reply(structuredClone(request), (data) => void setTimeout(() => act(() => thread.onmessage?.({ data: structuredClone(data) } as MessageEvent<PlanReport>))))),
    };
    return thread;
  });
}

function Inside(): ReactElement {
  store = usePortfolio();
  const [navigation] = useState({ screen: "plan" as const, target: undefined, screens: ["home", "portfolio", "plan"] as const, open: opened });
  return <NavigationContext value={navigation}><PlanScreen /></NavigationContext>;
}

/** Opens the screen. @param begin with a sample, or with a document from a file */
export async function openPlan(begin?: string | Draft): Promise<void> {
  render(<FluentProvider theme={webLightTheme}><PortfolioProvider><Inside /></PortfolioProvider></FluentProvider>);
  await waitFor(() => { if (store.opening.phase !== "done") throw new Error("still looking into the workbook"); });
  if (typeof begin === "string") await act(() => store.startFromSample(begin));
  else if (begin) await act(async () => void (await store.importFiles([{ name: "portfolio.json", text: () => Promise.resolve(JSON.stringify(begin)) }])));
}

/** Changes the document as the forms do. */
export function edit(change: (draft: Draft) => Draft): void {
  act(() => store.edit("Changed by the test", change));
}
