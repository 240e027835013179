import { WriteError } from "../../excel";
import type { ShareCopy, ShareRequest, ShareThread } from "./messages";

let startThread = async (): Promise<ShareThread> => (await import("./start-worker")).startWorker();

/** Has copies made in threads of another kind, in tests. Undefined: again in workers. */
export function setShareThreads(start: (() => ShareThread) | undefined): void {
  startThread = start ? () => Promise.resolve(start()) : async () => (await import("./start-worker")).startWorker();
}

/**
 * Makes a copy in a thread of its own, so that the pane and the worksheet functions stay at hand.
 * @param signal when it is aborted the thread is ended, and the promise is rejected with its reason
 * @throws WriteError with sentences for the user
 */
export async function copyInWorker(request: ShareRequest, signal: AbortSignal): Promise<ShareCopy> {
  const thread = await startThread().catch((error: unknown) => {
    throw new WriteError("The sharing part could not be loaded.", "Check the connection, then try again.", error);
  });
  let abort = (): void => undefined;
  try {
    return await new Promise<ShareCopy>((resolve, reject) => {
      abort = () => reject(signal.reason as Error);
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort);
      thread.onmessage = ({ data }) => {
        if (data.type === "shared") resolve(data.copy);
        else if (data.type === "refused") reject(new WriteError("The workbook cannot be shared as it is.", `${data.message} Nothing was changed.`, undefined));
        else reject(new WriteError(`The copy could not be made: ${data.message}`, "Report this text, with the workbook if you may. Nothing was changed.", undefined));
      };
      thread.onerror = ({ message }) => reject(new WriteError(`The sharing part stopped${message ? `: ${message}` : ""}.`, "Close other workbooks and try again; a workbook too large for this computer's memory can be shared by npm run share.", undefined));
      thread.postMessage(request, [request.file.buffer as ArrayBuffer]);
    });
  } finally {
    signal.removeEventListener("abort", abort);
    thread.terminate();
  }
}
