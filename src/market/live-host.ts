import { LiveMarketError } from "./live-failure";

/** Public hosts with mempool.space's interface that allow reading from add-ins. Any other one can be entered. */
export const LIVE_HOSTS = ["mempool.space", "bitview.space"] as const;

/** Blocks whose fees are averaged: a day of them. */
export const FEE_BLOCKS = 144;

/** Where the figures are asked for. */
export interface LiveAddresses {
  /** what the user is shown, such as "mempool.space" */
  readonly name: string;
  readonly prices: string;
  readonly hashrate: string;
  readonly rewards: string;
}

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The addresses to ask at a host.
 * @param host "mempool.space", or an https address, with a path where the host has one; http only for this computer
 * @throws LiveMarketError when it is no such address
 */
export function liveAddresses(host: string): LiveAddresses {
  const url = parse(host.trim());
  const path = url.pathname.replace(/\/+$/, "").replace(/\/api(\/v1)?$/, "");
  const base = `${url.origin}${path}/api/v1`;
  return { name: `${url.host}${path}`, prices: `${base}/prices`, hashrate: `${base}/mining/hashrate/3d`, rewards: `${base}/mining/reward-stats/${FEE_BLOCKS}` };
}

function parse(text: string): URL {
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    throw badHost(`"${text}" is not a host.`);
  }
  if (url.username || url.password || url.search || url.hash) throw badHost("A host is entered without user name, password, ? or #.");
  if (url.protocol === "https:" || (url.protocol === "http:" && LOCAL.includes(url.hostname))) return url;
  throw badHost(`${url.host || text} has to be asked over https; http is for a host on this computer only.`);
}

function badHost(happened: string): LiveMarketError {
  return new LiveMarketError("badHost", happened, `Enter a host such as ${LIVE_HOSTS[0]}.`);
}
