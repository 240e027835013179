// Why live figures could not be had, in the user's words: what happened, what it means, what to do.

export type LiveFailureKind =
  | "badHost" | "offline" | "unreachable" | "timedOut" | "canceled" | "tooManyRequests" | "httpStatus" | "redirected"
  | "notJson" | "cutShort" | "tooLarge" | "wrongShape" | "implausible";

/** Why there are no live figures. */
export interface LiveFailure {
  readonly kind: LiveFailureKind;
  /** sentences for the user */
  readonly message: string;
}

/** Thrown inside the live market's code only; {@link LiveFailure} is what callers get. */
export class LiveMarketError extends Error implements LiveFailure {
  override readonly name = "LiveMarketError";

  /** @param happened sentence; @param advice sentence on what to do next */
  constructor(readonly kind: LiveFailureKind, happened: string, advice: string) {
    super(`${happened} ${UNCHANGED} ${advice}`);
  }
}

const UNCHANGED = "The figures in use stay as they are, and the plan still works.";
const OTHER_HOST = "Try again later, or choose another host.";

/** The request ended without an answer that the browser lets the pane read. A refusal without CORS headers looks the same as no network. */
export function unreachable(host: string, online: boolean): LiveMarketError {
  return online
    ? new LiveMarketError("unreachable", `No readable answer came from ${host}: the network or the host may be down, or the host may be turning requests away because it got too many, or it does not let add-ins read it. The browser does not say which.`, "Wait a few minutes and try again, or choose another host.")
    : new LiveMarketError("offline", `This computer is offline, so ${host} could not be asked.`, "Try again when it is connected.");
}

export function timedOut(host: string, timeoutMs: number): LiveMarketError {
  return new LiveMarketError("timedOut", `${host} did not answer completely within ${timeoutMs / 1000} seconds.`, OTHER_HOST);
}

export function canceled(): LiveMarketError {
  return new LiveMarketError("canceled", "Fetching was stopped.", "Refresh to start again.");
}

export function badStatus(host: string, status: number): LiveMarketError {
  return status === 429
    ? new LiveMarketError("tooManyRequests", `${host} turned the request away because it got too many from this address (status 429).`, "Wait a few minutes before the next try: hosts shut out those who go on asking. Or choose another host.")
    : new LiveMarketError("httpStatus", `${host} answered with an error (status ${status}).`, status === 404 ? "Check the host: it has to offer the interface of mempool.space." : OTHER_HOST);
}

export function redirected(host: string): LiveMarketError {
  return new LiveMarketError("redirected", `${host} sends requests on to another address, which was not asked.`, "Enter the address that the host really has.");
}

export function notJson(host: string): LiveMarketError {
  return new LiveMarketError("notJson", `${host} answered with a web page or a text in place of figures: perhaps a sign-in page of the network, or no host of this kind.`, "Open the host in a browser to see what it shows, or choose another host.");
}

export function cutShort(host: string): LiveMarketError {
  return new LiveMarketError("cutShort", `The answer of ${host} broke off before its end.`, OTHER_HOST);
}

export function tooLarge(host: string, limitBytes: number): LiveMarketError {
  return new LiveMarketError("tooLarge", `The answer of ${host} is larger than ${limitBytes / 1e6} MB, a hundred times what the figures take, and was not read further.`, "Check the host, or choose another.");
}

/** @param what clause such as "the BTC price is missing" */
export function wrongShape(host: string, what: string): LiveMarketError {
  return new LiveMarketError("wrongShape", `The answer of ${host} cannot be used: ${what}.`, OTHER_HOST);
}

/** @param what clause with the figure and the reason it cannot be right */
export function implausible(host: string, what: string): LiveMarketError {
  return new LiveMarketError("implausible", `A figure of ${host} cannot be right: ${what}. Nothing of the answer was taken.`, "Compare with another host, or enter figures by hand.");
}
