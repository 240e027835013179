import { fetchMarket, type LiveFailureKind, type LiveOptions } from "../../src/market/live";
import { AFTER_SNAPSHOT, AFTER_SNAPSHOT_TIME, browserFetch, KNOWN_BEFORE_RECORDED, RECORDED, RECORDED_TIME, replies, type Answers } from "./support/live-answers";
import { brokenLine, drip, flood, halfAnswer, silence, startReplayServer, status, text, type Endpoint, type ReplayServer, type Reply } from "./support/replay-server";

// Against a real server on this computer, with Node's fetch.

let server: ReplayServer;
beforeAll(async () => (server = await startReplayServer()));
afterAll(() => server.close());

const recorded: LiveOptions = { known: KNOWN_BEFORE_RECORDED, nowMs: (RECORDED_TIME + 3600) * 1000 };
const afterSnapshot: LiveOptions = { nowMs: (AFTER_SNAPSHOT_TIME + 60) * 1000 };

async function failureOf(others: Partial<Record<Endpoint, Reply>>, options: LiveOptions = {}): Promise<{ kind: LiveFailureKind; message: string }> {
  server.replay(replies(AFTER_SNAPSHOT, others));
  const { failure } = await fetchMarket(server.url, { ...afterSnapshot, ...options });
  expect(failure?.message).toContain("The figures in use stay as they are");
  expect(server.requests.length).toBeLessThanOrEqual(3);
  return failure!;
}

/** The recorded answers with some fields otherwise. */
async function resultWith(changes: Partial<Record<Endpoint, object>>, base: Answers = RECORDED, options = recorded): ReturnType<typeof fetchMarket> {
  server.replay(replies({
    prices: { ...base.prices as object, ...changes.prices },
    hashrate: { ...base.hashrate as object, ...changes.hashrate },
    rewards: { ...base.rewards as object, ...changes.rewards },
  }));
  return fetchMarket(server.url, options);
}

describe("figures", () => {
  const market = {
    date: "2022-05-16", time: "2022-05-16T00:00:00.000Z", btcPriceUsd: 43_753, difficulty: 31_251_101_365_711.12,
    feesBtcPerBlock: 0.1311748254, height: 736_655,
  };

  test("come from the recorded answers in the project's units", async () => {
    const result = await resultWith({});
    expect(result.market).toMatchObject({ ...market, source: server.url.slice("http://".length) });
    expect(result.market?.hashrateEhs).toBeCloseTo(252.0332, 4);
  });

  test("follow the shipped snapshot when nothing else is given", async () => {
    server.replay(replies(AFTER_SNAPSHOT));
    expect((await fetchMarket(server.url, afterSnapshot)).market).toMatchObject({ date: "2026-08-30", btcPriceUsd: 81_234, feesBtcPerBlock: 0.032, height: 964_836, hashrateEhs: 951 });
  });

  test.each<[string, Partial<Record<Endpoint, object>>]>([
    ["numbers as texts", { prices: { USD: "43753", time: String(RECORDED_TIME) }, hashrate: { currentDifficulty: "31251101365711.12" } }],
    ["milliseconds", { prices: { time: RECORDED_TIME * 1000 } }],
    ["sums as numbers", { rewards: { totalFee: 1_311_748_254, totalReward: 63_811_748_254 } }],
    ["fields that are not asked for", { prices: { XAU: null }, hashrate: { phase: "x" } }],
  ])("are the same with %s", async (_name, changes) => {
    expect((await resultWith(changes)).market).toMatchObject(market);
  });

  test("take three plain GETs without cookies, referrer or headers that need a preflight", async () => {
    await resultWith({});
    expect([...server.requests].sort()).toEqual(["GET /api/v1/mining/hashrate/3d", "GET /api/v1/mining/reward-stats/144", "GET /api/v1/prices"]);
    for (const headers of server.headers) {
      // Sent by Node's fetch itself; browsers send theirs.
      expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "accept-language", "connection", "host", "sec-fetch-mode", "user-agent"]);
    }
  });
});

describe("a host that fails", () => {
  test("says 429 where the browser lets it be read", async () => {
    expect(await failureOf({ hashrate: status(429) })).toMatchObject({ kind: "tooManyRequests", message: expect.stringContaining("Wait a few minutes") as string });
  });

  test("and names both possibilities where it hides it", async () => {
    const failure = await failureOf({ prices: status(429, {}), hashrate: status(429, {}), rewards: status(429, {}) }, { fetch: browserFetch });
    expect(failure.kind).toBe("unreachable");
    expect(failure.message).toMatch(/may be down, or the host may be turning requests away because it got too many/);
  });

  test("is told from a computer that is offline", async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
    Object.defineProperty(globalThis, "navigator", { value: { onLine: false }, configurable: true });
    try {
      expect((await failureOf({}, { fetch: () => Promise.reject(new TypeError("Failed to fetch")) })).kind).toBe("offline");
    } finally {
      if (before) Object.defineProperty(globalThis, "navigator", before);
      else Reflect.deleteProperty(globalThis, "navigator");
    }
  });

  test("refuses the connection", async () => {
    const closed = await startReplayServer();
    await closed.close();
    expect((await fetchMarket(closed.url, afterSnapshot)).failure?.kind).toBe("unreachable");
  });

  test.each<[string, Reply, LiveFailureKind, RegExp]>([
    ["an error", status(503), "httpStatus", /status 503/],
    ["no such page", status(404), "httpStatus", /interface of mempool\.space/],
    ["a redirect", status(302, { location: "https://example.org/" }), "redirected", /another address, which was not asked/],
    ["a page as HTML", text("<!doctype html><title>Sign in</title>", "text/html; charset=utf-8"), "notJson", /sign-in page/],
    ["a page as JSON", text("<html></html>", "application/json"), "notJson", /web page/],
    ["nothing", text("", "application/json"), "cutShort", /broke off/],
    ["half an answer", halfAnswer(AFTER_SNAPSHOT.hashrate), "cutShort", /broke off/],
    ["a broken line", brokenLine(AFTER_SNAPSHOT.hashrate), "cutShort", /broke off/],
    ["a list", text("[1]", "application/json"), "wrongShape", /difficulty is missing/],
    ["null", text("null", "application/json"), "wrongShape", /difficulty is missing/],
  ])("answers with %s", async (_name, reply, kind, message) => {
    const failure = await failureOf({ hashrate: reply });
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(message);
  });

  test("sends without end: no more than a bit over the limit is taken", async () => {
    const sent = { bytes: 0 };
    expect((await failureOf({ rewards: flood(sent) })).kind).toBe("tooLarge");
    expect(sent.bytes).toBeLessThan(20e6);
  });

  test.each<[string, Reply]>([["says nothing", silence], ["sends a character now and then", drip]])("%s: the time limit holds for everything together", async (_name, reply) => {
    const failure = await failureOf({ rewards: reply }, { timeoutMs: 300 });
    expect(failure.kind).toBe("timedOut");
    expect(failure.message).toContain("within 0.3 seconds");
  });

  test("and a stand-in for fetch that ignores the signal cannot hold it up", async () => {
    expect((await failureOf({}, { timeoutMs: 50, fetch: () => new Promise(() => undefined) })).kind).toBe("timedOut");
  });

  test("can be stopped, before and while asking", async () => {
    const controller = new AbortController();
    server.replay(replies(AFTER_SNAPSHOT, { prices: silence }));
    const asked = fetchMarket(server.url, { ...afterSnapshot, signal: controller.signal });
    controller.abort();
    expect((await asked).failure?.kind).toBe("canceled");
    server.replay(replies(AFTER_SNAPSHOT));
    expect((await fetchMarket(server.url, { ...afterSnapshot, signal: controller.signal })).failure?.kind).toBe("canceled");
    expect(server.requests).toEqual([]);
  });
});

describe("an answer that cannot be used", () => {
  test.each<[string, Partial<Record<Endpoint, object>>, RegExp]>([
    ["no price", { prices: { USD: undefined } }, /price in US dollars is missing/],
    ["price as a word", { prices: { USD: "n/a" } }, /price in US dollars is missing or not a number/],
    ["price below zero", { prices: { USD: -1 } }, /not a number/],
    ["price zero", { prices: { USD: 0 } }, /is 0, which is how a host says/],
    ["no time", { prices: { time: null } }, /time of the price is missing/],
    ["difficulty zero", { hashrate: { currentDifficulty: 0 } }, /difficulty is 0/],
    ["hashrate zero as text", { hashrate: { currentHashrate: "0" } }, /hashrate is 0/],
    ["no fees", { rewards: { totalFee: undefined } }, /sum of the fees is missing/],
    ["fees as a fraction with a sign", { rewards: { totalFee: "+1e9" } }, /sum of the fees is missing or not a number/],
    ["half a block", { rewards: { endBlock: 736_655.5 } }, /not whole numbers/],
    ["another number of blocks", { rewards: { startBlock: 736_655 } }, /fees are those of 1 blocks/],
  ])("%s", async (_name, changes, message) => {
    const { failure } = await resultWith(changes);
    expect(failure?.kind).toBe("wrongShape");
    expect(failure?.message).toMatch(message);
  });

  test.each<[string, Partial<Record<Endpoint, object>>, RegExp]>([
    ["price of a cent", { prices: { USD: 0.01 } }, /BTC price 0\.01 \$ is outside 100 to 100,000,000/],
    ["price of a trillion", { prices: { USD: 1e12 } }, /BTC price 1\.00E12/],
    ["difficulty in trillions", { hashrate: { currentDifficulty: 31.25 } }, /difficulty 31\.25 is outside/],
    ["difficulty of 1E30", { hashrate: { currentDifficulty: 1e30 } }, /difficulty 1\.00E30/],
    ["hashrate in GH/s", { hashrate: { currentHashrate: 252_033_247_355 } }, /more than 3 times off the 223\.\d+ EH\/s that difficulty stands for/],
    ["hashrate ten times as high", { hashrate: { currentHashrate: 2.5e21 } }, /more than 3 times off/],
    ["fees in BTC", { rewards: { totalFee: "13.11748254", totalReward: "638.11748254" } }, /another unit than satoshi/],
    ["fees in millisatoshi", { rewards: { totalFee: "1311748254000", totalReward: "63811748254000" } }, /fees per block 131\.\d+ BTC is outside/],
    ["fees alone in another unit", { rewards: { totalFee: "131174825400" } }, /another unit than satoshi/],
    ["a price from before what is known", { prices: { time: RECORDED_TIME - 10 * 86_400 } }, /older than the shipped figures of 2022-05-09/],
    ["a price from the future", { prices: { time: RECORDED_TIME + 2 * 86_400 } }, /of 2022-05-18, but this computer's clock says 2022-05-16/],
    ["a price in microseconds", { prices: { time: RECORDED_TIME * 1e6 } }, /clock says/],
    ["a price that stands still", { prices: { time: RECORDED_TIME - 3 * 86_400 } }, /has stood still since/],
    ["a height below what is known", { rewards: { startBlock: 735_400, endBlock: 735_500 } }, /does not follow the 735,600/],
    ["a height far ahead", { rewards: { startBlock: 836_556, endBlock: 836_655 } }, /block height 836,655 does not follow/],
  ])("%s", async (_name, changes, message) => {
    const { failure } = await resultWith(changes);
    expect(failure?.kind).toBe("implausible");
    expect(failure?.message).toMatch(message);
  });

  test("the recorded answers themselves, years older than the shipped snapshot", async () => {
    server.replay(replies(RECORDED));
    expect((await fetchMarket(server.url)).failure?.message).toMatch(/older than the shipped figures/);
  });

  test("a halving among the blocks is no wrong unit", async () => {
    const rewards = { startBlock: 1_049_950, endBlock: 1_050_093, totalFee: "144000000", totalReward: String(50 * 312_500_000 + 94 * 156_250_000 + 144_000_000), totalTx: "1" };
    const time = Date.parse("2028-04-15T12:00:00Z") / 1000;
    const result = await resultWith({ prices: { time }, rewards }, AFTER_SNAPSHOT, { nowMs: time * 1000 });
    expect(result.market).toMatchObject({ date: "2028-04-15", feesBtcPerBlock: 0.01, height: 1_050_093 });
  });
});
