import { planPortfolio, marketPaths, readPortfolio } from "../../../src/planning/portfolio";
import { SAMPLES } from "../../../src/taskpane/store/samples";
import { planInWorker, PlanProblems, setPlanThreads, type PlanProgress, type PlanReport, type PlanRequest, type PlanThread } from "../../../src/taskpane/worker";
import { answer } from "../../../src/taskpane/worker/answer";

/** A thread that answers here; everything said is cloned, as between threads. */
class HereThread implements PlanThread {
  static all: HereThread[] = [];
  onmessage: PlanThread["onmessage"] = null;
  onerror: PlanThread["onerror"] = null;
  ended = false;
  readonly asked: PlanRequest[] = [];
  constructor(private readonly reply: (request: PlanRequest, report: (report: PlanReport) => void) => void = answer) {
    HereThread.all.push(this);
  }
  postMessage(request: PlanRequest): void {
    this.asked.push(request);
    queueMicrotask(() => this.reply(structuredClone(request), (report) => { if (!this.ended) this.onmessage?.({ data: structuredClone(report) } as MessageEvent<PlanReport>); }));
  }
  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  HereThread.all = [];
  setPlanThreads(() => new HereThread());
});
afterEach(() => setPlanThreads(undefined));

test("plans as the planner does, and tells how far it is", async () => {
  const document = await SAMPLES[1]!.load();
  const progress: PlanProgress[] = [];
  const planned = await planInWorker(document, {}, (each) => progress.push(each));
  const { portfolio } = readPortfolio(document);
  const path = marketPaths(portfolio!.market, portfolio!.horizonMonths).find(({ scenarioId }) => scenarioId === portfolio!.market.scenarioId)!;
  const { company } = planPortfolio(portfolio!, path);
  expect(planned.plan.company.npvUsd).toBe(company.npvUsd);
  expect([...planned.plan.company.cashUsd]).toEqual([...company.cashUsd]);
  expect(planned.insights).toBeUndefined();
  expect(progress.filter(({ all }) => all !== undefined).map(({ done, all }) => [done, all])).toEqual([[1, 3], [2, 3], [3, 3]]);
});

test("insights and another scenario where they are asked for", async () => {
  const planned = await planInWorker(await SAMPLES[0]!.load(), { scenarioId: "flat", insights: true });
  expect(planned.plan.scenarioId).toBe("flat");
  expect(planned.insights?.fleets[0]?.reason).toMatch(/\.$/);
});

test("one thread does one plan after another", async () => {
  const document = await SAMPLES[0]!.load();
  await planInWorker(document);
  await planInWorker(document);
  expect(HereThread.all.map(({ asked, ended }) => [asked.length, ended])).toEqual([[2, false]]);
});

test("two at once are two threads, of which one is kept", async () => {
  const document = await SAMPLES[0]!.load();
  await Promise.all([planInWorker(document), planInWorker(document)]);
  expect(HereThread.all.map(({ ended }) => ended).sort()).toEqual([false, true]);
});

test("a document with problems is refused with all of them", async () => {
  const refusal = await planInWorker({ name: "" }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(PlanProblems);
  expect((refusal as PlanProblems).problems.map(({ path }) => path)).toContain("sites");
});

test("an unknown scenario is said", async () => {
  await expect(planInWorker(await SAMPLES[0]!.load(), { scenarioId: "moon" })).rejects.toThrow('The portfolio has no market scenario "moon". Choose one of "base"');
});

test("canceling ends the thread; the next plan has a new one", async () => {
  setPlanThreads(() => new HereThread(HereThread.all.length === 0 ? () => undefined : answer));
  const cancel = new AbortController();
  const run = planInWorker(await SAMPLES[0]!.load(), {}, undefined, cancel.signal);
  await Promise.resolve();
  cancel.abort(new Error("Canceled."));
  await expect(run).rejects.toThrow("Canceled.");
  await planInWorker(await SAMPLES[0]!.load());
  expect(HereThread.all.map(({ ended }) => ended)).toEqual([true, false]);
  await expect(planInWorker({}, {}, undefined, cancel.signal)).rejects.toThrow("Canceled.");
});

test("a thread that breaks is said, and not used again", async () => {
  setPlanThreads(() => new HereThread(() => HereThread.all.at(-1)!.onerror?.({ message: "out of memory" } as ErrorEvent)));
  await expect(planInWorker({})).rejects.toThrow("The planning part stopped: out of memory. Check the connection, then try again.");
  expect(HereThread.all[0]!.ended).toBe(true);
});
