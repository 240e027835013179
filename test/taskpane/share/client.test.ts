import { writeXlsx } from "hucre/xlsx";
import { WriteError } from "../../../src/excel";
import { answer } from "../../../src/taskpane/share/answer";
import { compareInWorker, copyInWorker, setShareThreads } from "../../../src/taskpane/share/client";
import { copyName } from "../../../src/taskpane/share/levels";
import type { CompareRequest, ShareReport, ShareRequest, ShareThread } from "../../../src/taskpane/share/messages";

/** A thread that answers here; everything said is cloned, as between threads. */
class HereThread implements ShareThread {
  static all: HereThread[] = [];
  onmessage: ShareThread["onmessage"] = null;
  onerror: ShareThread["onerror"] = null;
  ended = false;
  constructor(private readonly reply: (request: ShareRequest | CompareRequest) => Promise<ShareReport> = answer) {
    HereThread.all.push(this);
  }
  postMessage(request: ShareRequest | CompareRequest): void {
    void this.reply(structuredClone(request)).then((report) => { if (!this.ended) this.onmessage?.({ data: structuredClone(report) } as MessageEvent<ShareReport>); });
  }
  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  HereThread.all = [];
  setShareThreads(() => new HereThread());
});
afterEach(() => setShareThreads(undefined));

const never = new AbortController().signal;
const madeAt = new Date("2026-11-26T00:12:00Z");

async function book(): Promise<Uint8Array> {
  const cells = new Map([
    ["0,0", { formula: "_xldudf_MINE_HASHCOST(20,0.05)", formulaResult: 24 }],
    ["1,0", { formula: '_xldudf_MINE_ASIC("S21 XP","hashrate")', formulaResult: 270 }],
    ["2,0", { formula: '_xldudf_MINE_ASIC("S21 XP","power")', formulaResult: 3645 }],
    ["3,0", { formula: "A1*2", formulaResult: 48 }],
  ]);
  return writeXlsx({ sheets: [{ name: "Plan", cells }] });
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(WriteError);
  return (error as WriteError).message;
}

test("a copy with what became of each formula, and why", async () => {
  const copy = await copyInWorker({ file: await book(), level: "native", madeAt }, never);
  expect(copy.counts).toEqual({ native: 1, frozen: 2, removed: 0, live: 0 });
  expect(copy.reasons).toEqual([{ outcome: "frozen", why: expect.stringContaining("ASIC") as unknown, times: 2, places: ["Plan!A2", "Plan!A3"] }]);
  expect(copy.bytes.length).toBeGreaterThan(1000);
  expect(HereThread.all.map(({ ended }) => ended)).toEqual([true]);
});

test("at the levels page and values nothing is a formula any more, at live everything stays", async () => {
  const counts = await Promise.all((["page", "values", "live"] as const).map(async (level) => (await copyInWorker({ file: await book(), level, madeAt }, never)).counts));
  expect(counts.map(({ native, frozen, live }) => [native, frozen, live])).toEqual([[0, 3, 0], [0, 3, 0], [0, 0, 3]]);
});

test("what cannot be shared is refused with the reason, and nothing was changed", async () => {
  expect(await refusal(copyInWorker({ file: new TextEncoder().encode("no workbook"), level: "native", madeAt }, never))).toMatch(/^The workbook cannot be shared as it is\. .+ Nothing was changed\.$/);
});

test("cancelling ends the thread at once", async () => {
  const controller = new AbortController();
  setShareThreads(() => new HereThread(() => new Promise(() => undefined)));
  const copying = copyInWorker({ file: await book(), level: "native", madeAt }, controller.signal);
  await new Promise((resolve) => setTimeout(resolve));
  controller.abort();
  await expect(copying).rejects.toThrow("abort");
  expect(HereThread.all.map(({ ended }) => ended)).toEqual([true]);
});

test("a thread that breaks off, that fails, or that cannot be loaded is told in sentences", async () => {
  setShareThreads(() => {
    const thread = new HereThread(() => new Promise(() => undefined));
    setTimeout(() => thread.onerror?.({ message: "out of memory" } as ErrorEvent));
    return thread;
  });
  expect(await refusal(copyInWorker({ file: await book(), level: "native", madeAt }, never))).toMatch(/^The sharing part stopped: out of memory\. /);
  setShareThreads(() => new HereThread(() => Promise.resolve({ type: "failed", message: "boom" })));
  expect(await refusal(copyInWorker({ file: await book(), level: "native", madeAt }, never))).toBe("The copy could not be made: boom. Report this text, with the workbook if you may. Nothing was changed.");
});

test("which of two files cannot be compared, and why", async () => {
  expect(await refusal(compareInWorker({ before: await book(), after: await book() }, "old.xlsx", never))).toMatch(/^old\.xlsx cannot be compared\. The workbook has none of the input tables of a plan\./);
});

test("a copy's name is the workbook's with what it is", () => {
  expect([copyName("Plan 2027.xlsx", "values"), copyName("Book1", "native"), copyName("a/b:c.xlsm", "page"), copyName("", "live"), copyName("v1.2", "live")]).toEqual([
    "Plan 2027 (values).xlsx", "Book1 (native formulas).xlsx", "a-b-c (pages).xlsx", "Workbook (live).xlsx", "v1.2 (live).xlsx",
  ]);
});
