import { answer } from "./answer";
import type { CompareRequest, ShareRequest } from "./messages";

// The sharing thread: one copy or comparison, then it is ended.
addEventListener("message", ({ data }: MessageEvent<ShareRequest | CompareRequest>) => {
  void answer(data).then((report) => postMessage(report, { transfer: report.type === "shared" ? [report.copy.bytes.buffer] : [] }));
});
