import { answer } from "./answer";
import type { ShareRequest } from "./messages";

// The sharing thread: one copy, then it is ended.
addEventListener("message", ({ data }: MessageEvent<ShareRequest>) => {
  void answer(data).then((report) => postMessage(report, { transfer: report.type === "shared" ? [report.copy.bytes.buffer] : [] }));
});
