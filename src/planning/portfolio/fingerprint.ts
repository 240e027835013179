import type { Portfolio } from "./document";

const SHOWN_BYTES = 8;

/** The first 16 hexadecimal digits of the SHA-256 of a portfolio: equal inputs have equal fingerprints. */
export async function fingerprintOf(portfolio: Portfolio): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(portfolio, counted)));
  return Array.from(new Uint8Array(digest, 0, SHOWN_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fields in the order of their names; where an hourly series came from is no input once its values are there. */
function counted(key: string, value: unknown): unknown {
  if (key === "csvFile") return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
