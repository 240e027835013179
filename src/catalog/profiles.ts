import { NotAvailableError } from "../units/errors";
import { csvRecords } from "../units/csv-records";
import { fullName, type AsicModel } from "./catalog";
import profilesTable from "./tuning-profiles.csv";

/** Where a profile comes from. The first three are settings that an owner can choose; the others were observed on single machines. */
export const PROFILE_KINDS = ["nameplate", "maker_mode", "firmware_profile", "device_telemetry", "field_measurement", "user_report"] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

/** One machine at one setting. */
export interface OperatingProfile {
  /** "stock" for the nameplate, else the power: "1900 W" */
  readonly name: string;
  readonly hashrateThs: number;
  readonly powerW: number;
  readonly kind: ProfileKind;
  readonly firmware: string;
  readonly source: string;
  readonly note: string;
}

export const STOCK = "stock";
/** The machine at a standstill, as a profile's name. */
export const OFF = "off";
const SETTINGS: ReadonlySet<ProfileKind> = new Set(["nameplate", "maker_mode", "firmware_profile"]);
const NAMEPLATE_ONLY = "only the nameplate: no other setting of this machine is published";

let published: ReadonlyMap<string, readonly OperatingProfile[]> | undefined;

/** A setting that an owner can choose, rather than what somebody once saw a machine do. */
export function isSetting(profile: OperatingProfile): boolean {
  return SETTINGS.has(profile.kind);
}

/** Every profile of a machine, lowest power first; the nameplate is one of them. */
export function operatingProfiles(model: AsicModel): readonly OperatingProfile[] {
  const others = (publishedProfiles().get(model.id) ?? []).filter((profile) => profile.powerW !== model.powerW || profile.hashrateThs !== model.hashrateThs);
  const stock: OperatingProfile = {
    name: STOCK,
    hashrateThs: model.hashrateThs,
    powerW: model.powerW,
    kind: "nameplate",
    firmware: STOCK,
    source: model.source,
    note: others.length === 0 ? NAMEPLATE_ONLY : "",
  };
  return [stock, ...others].sort((a, b) => a.powerW - b.powerW);
}

/**
 * One profile of a machine by its name; "1900", "1900W" and "1900 W" are the same.
 * @throws NotAvailableError with the names there are
 */
export function findProfile(model: AsicModel, name: string): OperatingProfile {
  const spelled = plain(name);
  const profiles = operatingProfiles(model);
  const found = profiles.find((profile) => plain(profile.name) === spelled);
  if (found) return found;
  throw new NotAvailableError(`${fullName(model)} has no profile "${name.slice(0, 40)}"; ASICPROFILES lists ${profiles.map((profile) => `"${profile.name}"`).slice(0, 6).join(", ")}${profiles.length > 6 ? " and more" : ""}.`);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+|w\s*$/g, "");
}

function publishedProfiles(): ReadonlyMap<string, readonly OperatingProfile[]> {
  if (published) return published;
  const byModel = new Map<string, OperatingProfile[]>();
  for (const field of csvRecords(profilesTable)) {
    const profile: OperatingProfile = {
      name: `${field("power_w")} W`,
      hashrateThs: Number(field("hashrate_ths")),
      powerW: Number(field("power_w")),
      kind: field("kind") as ProfileKind,
      firmware: field("firmware"),
      source: field("source"),
      note: field("notes"),
    };
    byModel.set(field("model_id"), [...(byModel.get(field("model_id")) ?? []), profile]);
  }
  return (published = byModel);
}
