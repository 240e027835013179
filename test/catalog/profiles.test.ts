import { asicModels } from "../../src/catalog/catalog";
import { findModel } from "../../src/catalog/lookup";
import { findProfile, isSetting, operatingProfiles, PROFILE_KINDS, STOCK } from "../../src/catalog/profiles";
import { csvRecords } from "../../src/units/csv-records";
import table from "../../src/catalog/tuning-profiles.csv";

const rows = csvRecords(table).map((field) => Object.fromEntries(table.columns.map((column) => [column, field(column)])));
const models = new Map(asicModels().map((model) => [model.id, model]));

test("all 76 published points of 18 machines are there", () => {
  expect(table.columns).toEqual(["model_id", "power_w", "hashrate_ths", "efficiency_jth", "source", "firmware", "kind", "notes"]);
  expect(rows).toHaveLength(76);
  expect(new Set(rows.map((row) => row["model_id"])).size).toBe(18);
});

test.each(rows.map((row) => [`${row["model_id"]} at ${row["power_w"]} W`, row] as const))("%s keeps the schema", (_, row) => {
  expect(models.has(row["model_id"]!)).toBe(true);
  expect(Number(row["power_w"])).toBeGreaterThan(0);
  expect(Number(row["hashrate_ths"])).toBeGreaterThan(0);
  expect(Math.abs(Number(row["efficiency_jth"]) - Number(row["power_w"]) / Number(row["hashrate_ths"]))).toBeLessThanOrEqual(0.005 + 1e-9);
  expect(PROFILE_KINDS).toContain(row["kind"]);
  expect(row["kind"]).not.toBe("nameplate");
  expect(row["source"]!.trim()).not.toBe("");
  expect(row["firmware"]!.trim()).not.toBe("");
});

test("every machine has its nameplate as stock, and its profiles by power under names of their own", () => {
  for (const model of models.values()) {
    const profiles = operatingProfiles(model);
    expect(profiles.filter((profile) => profile.name === STOCK)).toEqual([expect.objectContaining({ hashrateThs: model.hashrateThs, powerW: model.powerW, kind: "nameplate" })]);
    expect(new Set(profiles.map((profile) => profile.name)).size).toBe(profiles.length);
    expect(profiles.map((profile) => profile.powerW)).toEqual(profiles.map((profile) => profile.powerW).sort((a, b) => a - b));
  }
});

test("a machine with its nameplate alone says so", () => {
  expect(operatingProfiles(findModel("S19j Pro 104")).map((profile) => [profile.name, profile.note])).toEqual([["stock", expect.stringMatching(/only the nameplate/)]]);
});

test("a published point that is the nameplate itself is not a second profile", () => {
  expect(operatingProfiles(findModel("T21 190")).map((profile) => profile.name)).toEqual(["stock", "5126 W"]);
});

test("what was observed on single machines is no setting", () => {
  const kinds = operatingProfiles(findModel("S19 XP 140")).map((profile) => [profile.kind, isSetting(profile)]);
  expect(kinds).toContainEqual(["device_telemetry", false]);
  expect(kinds).toContainEqual(["firmware_profile", true]);
  expect(kinds).toContainEqual(["nameplate", true]);
});

test("profiles are found by power however it is typed, or refused with the names there are", () => {
  const model = findModel("S19k Pro 120");
  for (const name of ["1657 W", "1657w", "1657", " 1657 W "]) expect(findProfile(model, name).hashrateThs).toBe(80.5);
  expect(findProfile(model, "Stock").powerW).toBe(model.powerW);
  expect(() => findProfile(model, "1658 W")).toThrow(/has no profile "1658 W"; ASICPROFILES lists "784 W", "879 W", .* and more/);
});
