import { LIVE_HOSTS } from "../../market/live";
import { liveAddresses } from "../../market/live-host";
import type { UnitChoice } from "./shown-units";

/** How the pane shows figures, and where live ones come from. */
export interface Settings extends UnitChoice {
  /** between thousands */
  readonly grouping: "comma" | "space" | "none";
  /** asked only when the user asks */
  readonly liveHost: string;
}

export const DEFAULT_SETTINGS: Settings = { powerUnit: "$/kWh", hashrateUnit: "TH/s", hashpriceUnit: "$/PH/day", grouping: "comma", liveHost: LIVE_HOSTS[0] };

export const CHOICES = {
  powerUnit: ["$/kWh", "$/MWh"],
  hashrateUnit: ["TH/s", "PH/s"],
  hashpriceUnit: ["$/PH/day", "$/TH/day"],
  grouping: ["comma", "space", "none"],
} as const satisfies { readonly [Key in Exclude<keyof Settings, "liveHost">]: readonly Settings[Key][] };

/** Settings as they were kept; whatever does not fit is the default. */
export function settingsOf(kept: unknown): Settings {
  const given = (typeof kept === "object" && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const chosen = <Key extends keyof typeof CHOICES>(key: Key): Settings[Key] => (CHOICES[key] as readonly unknown[]).includes(given[key]) ? (given[key] as Settings[Key]) : DEFAULT_SETTINGS[key];
  const { liveHost } = given;
  return {
    powerUnit: chosen("powerUnit"), hashrateUnit: chosen("hashrateUnit"), hashpriceUnit: chosen("hashpriceUnit"), grouping: chosen("grouping"),
    liveHost: typeof liveHost === "string" && hostProblem(liveHost) === undefined ? liveHost : DEFAULT_SETTINGS.liveHost,
  };
}

/** Why a host cannot be asked, in a sentence; undefined where it can. */
export function hostProblem(host: string): string | undefined {
  if (host.trim() === "") return "Enter the address of a host, such as https://mempool.example.com.";
  try {
    liveAddresses(host);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
