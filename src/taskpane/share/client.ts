import { WriteError } from "../../excel";
import type { PlanComparison } from "../../xlsx/compare";
import type { CompareRequest, ShareCopy, ShareReport, ShareRequest, ShareThread } from "./messages";

let startThread = async (): Promise<ShareThread> => (await import("./start-worker")).startWorker();

/** Has files worked on in threads of another kind, in tests. Undefined: again in workers. */
export function setShareThreads(start: (() => ShareThread) | undefined): void {
  startThread = start ? () => Promise.resolve(start()) : async () => (await import("./start-worker")).startWorker();
}

/**
 * Makes a copy in a thread of its own, so that the pane and the worksheet functions stay at hand.
 * @param signal when it is aborted the thread is ended, and the promise is rejected with its reason
 * @throws WriteError with sentences for the user
 */
export async function copyInWorker(request: ShareRequest, signal: AbortSignal): Promise<ShareCopy> {
  const report = await askThread(request, [request.file], signal);
  if (report.type === "shared") return report.copy;
  if (report.type === "refused") throw new WriteError("The workbook cannot be shared as it is.", `${report.message} Nothing was changed.`, undefined);
  throw failure("The copy could not be made", report);
}

/** Compares two plans' files in a thread of its own; otherwise as {@link copyInWorker}. */
export async function compareInWorker(request: CompareRequest, fileName: string, signal: AbortSignal): Promise<PlanComparison> {
  const report = await askThread(request, [request.before, request.after], signal);
  if (report.type === "compared") return report.comparison;
  if (report.type === "incomparable") throw new WriteError(report.file === "before" ? `${fileName} cannot be compared.` : "This workbook cannot be compared.", report.message, undefined);
  throw failure("The comparison could not be made", report);
}

function failure(what: string, report: ShareReport): WriteError {
  return new WriteError(`${what}: ${report.type === "failed" ? report.message.replace(/\.$/, "") : "another question was answered"}.`, "Report this text, with the workbook if you may. Nothing was changed.", undefined);
}

/** @param files of the request, which go to the thread and are gone here */
async function askThread(request: ShareRequest | CompareRequest, files: readonly Uint8Array[], signal: AbortSignal): Promise<ShareReport> {
  const thread = await startThread().catch((error: unknown) => {
    throw new WriteError("The sharing part could not be loaded.", "Check the connection, then try again.", error);
  });
  let abort = (): void => undefined;
  try {
    return await new Promise<ShareReport>((resolve, reject) => {
      abort = () => reject(signal.reason as Error);
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort);
      thread.onmessage = ({ data }) => resolve(data);
      thread.onerror = ({ message }) => reject(new WriteError(`The sharing part stopped${message ? `: ${message}` : ""}.`, "Close other workbooks and try again; a workbook too large for this computer's memory can be shared by npm run share.", undefined));
      thread.postMessage(request, files.map(({ buffer }) => buffer as ArrayBuffer));
    });
  } finally {
    signal.removeEventListener("abort", abort);
    thread.terminate();
  }
}
