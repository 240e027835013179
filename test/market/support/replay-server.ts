import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

// A host on this computer that replays recorded answers, and every way in which one can go wrong.

/** Answers one request. */
export type Reply = (response: ServerResponse) => void;
export type Endpoint = "prices" | "hashrate" | "rewards";
export type Replies = Readonly<Record<Endpoint, Reply>>;

export interface ReplayServer {
  readonly url: string;
  /** requests since the last `replay`, as "METHOD path" */
  readonly requests: string[];
  /** their headers */
  readonly headers: Record<string, unknown>[];
  replay(replies: Replies): void;
  close(): Promise<void>;
}

const PATHS: Readonly<Record<string, Endpoint>> = {
  "/api/v1/prices": "prices",
  "/api/v1/mining/hashrate/3d": "hashrate",
  "/api/v1/mining/reward-stats/144": "rewards",
};

export async function startReplayServer(): Promise<ReplayServer> {
  let replies: Replies | undefined;
  const requests: string[] = [];
  const headers: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const endpoint = PATHS[request.url ?? ""];
    if (endpoint && replies) replies[endpoint](response);
    else status(404)(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests, headers,
    replay: (next) => {
      replies = next;
      requests.length = headers.length = 0;
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

const ANY_ORIGIN = { "access-control-allow-origin": "*" };

export function json(payload: unknown): Reply {
  return (response) => response.writeHead(200, { "content-type": "application/json", ...ANY_ORIGIN }).end(JSON.stringify(payload));
}

/** A text under any type, such as a sign-in page. */
export function text(body: string, type: string): Reply {
  return (response) => response.writeHead(200, { "content-type": type, ...ANY_ORIGIN }).end(body);
}

/** An error, readable for browsers or, without the header, not. */
export function status(code: number, headers: Record<string, string> = ANY_ORIGIN): Reply {
  return (response) => response.writeHead(code, headers).end("refused");
}

/** The line breaks after half of the bytes that were announced. */
export function brokenLine(payload: unknown): Reply {
  const body = JSON.stringify(payload);
  return (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length, ...ANY_ORIGIN });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };
}

/** The host itself sends but half of the answer, and ends it properly. */
export function halfAnswer(payload: unknown): Reply {
  const body = JSON.stringify(payload);
  return text(body.slice(0, body.length / 2), "application/json");
}

/** Accepts the request and says nothing. */
export const silence: Reply = () => undefined;

/** A character every 20 ms, without end. */
export const drip: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json", ...ANY_ORIGIN });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Sends as fast as it is read, up to 200 MB; tells how much went out. */
export function flood(sent: { bytes: number }): Reply {
  const part = " ".repeat(64 * 1024);
  return (response) => {
    response.writeHead(200, { "content-type": "application/json", ...ANY_ORIGIN });
    const more = (): void => {
      while (!response.destroyed && sent.bytes < 200e6) {
        sent.bytes += part.length;
        if (!response.write(part)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  };
}
