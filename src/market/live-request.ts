import { badStatus, cutShort, type LiveMarketError, notJson, redirected, tooLarge, unreachable } from "./live-failure";

// The one file that touches the network.

/** The browser's own request, or one that stands in for it. */
export type Get = typeof fetch;

/** The answers take some 10 KB; a host that sends the whole history stays below. */
export const LARGEST_ANSWER_BYTES = 1_000_000;

/**
 * One plain GET: no headers of its own (a preflight is more than some hosts answer), no cookies, no referrer, no redirects.
 * @param host name for messages
 * @returns the parsed answer
 * @throws LiveMarketError; what an abort of the signal throws, the caller replaces
 */
export async function getJson(url: string, host: string, signal: AbortSignal, get: Get = fetch): Promise<unknown> {
  let response: Response;
  try {
    response = await get(url, { credentials: "omit", referrerPolicy: "no-referrer", redirect: "manual", signal });
  } catch {
    throw unreachable(host, globalThis.navigator?.onLine !== false);
  }
  const refusal = refusalOf(response, host);
  if (refusal) {
    drop(response.body);
    throw refusal;
  }
  return parse(await readText(response, host), host);
}

function refusalOf(response: Response, host: string): LiveMarketError | undefined {
  const { type, status, ok, headers } = response;
  // Browsers hide where a redirect goes to; other runtimes show it.
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) return redirected(host);
  if (!ok) return badStatus(host, status);
  if (headers.get("content-type")?.includes("html")) return notJson(host);
  return undefined;
}

async function readText(response: Response, host: string): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) throw cutShort(host);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const part = await reader.read().catch(() => {
      throw cutShort(host);
    });
    if (part.done) return text + decoder.decode();
    bytes += part.value.byteLength;
    if (bytes > LARGEST_ANSWER_BYTES) {
      reader.cancel().catch(() => undefined);
      throw tooLarge(host, LARGEST_ANSWER_BYTES);
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

function parse(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw /^\s*[[{]/.test(text) || text.trim() === "" ? cutShort(host) : notJson(host);
  }
}

function drop(body: ReadableStream | null): void {
  body?.cancel().catch(() => undefined);
}
