import { asicModels } from "../../catalog/catalog";
import { hostInfo } from "../../excel";
import { associatedFunctions } from "../../functions/associated";
import { defaultSnapshot } from "../../market/market";
import { ENGINE_VERSION } from "../../units/version";
import { planInWorker, PlanProblems } from "../worker";

/** One line of a report, and whether it is as it should be; undefined where there is nothing to judge. */
export interface Finding {
  readonly name: string;
  readonly value: string;
  readonly ok?: boolean;
}

/** What the add-in runs in and whether its parts are there. Nothing in it is of the workbook or its user. */
export function findings(): readonly Finding[] {
  const info = hostInfo();
  const { declared, associated } = associatedFunctions();
  return [
    { name: "Hashplan", value: ENGINE_VERSION },
    { name: "Program", value: info ? [info.host, info.version].filter(Boolean).join(" ") : "not in Office", ok: info !== undefined },
    { name: "Platform", value: info?.platform || "not told" },
    { name: "Language", value: info?.language || "not told" },
    ...(info?.requirementSets ?? []).map(({ name, version, needed }) => ({ name, value: version ? `${version} (needs ${needed})` : `missing (needs ${needed})`, ok: version !== "" && atLeast(version, needed) })),
    { name: "Worksheet functions", value: associated === undefined ? `${declared} shipped; Excel does not tell how many it knows` : `${associated} of ${declared} registered`, ok: associated === undefined ? undefined : associated === declared },
    { name: "Data", value: `market of ${defaultSnapshot().date}, ${asicModels().length} machines` },
    { name: "Browser", value: navigator.userAgent },
  ];
}

/** Whether the planning thread answers: it has to refuse an empty document. */
export async function workerFinding(): Promise<Finding> {
  const name = "Planning thread";
  try {
    await planInWorker({});
    return { name, value: "answers, and planned what cannot be planned", ok: false };
  } catch (error) {
    if (error instanceof PlanProblems) return { name, value: "answers", ok: true };
    return { name, value: error instanceof Error ? error.message : String(error), ok: false };
  }
}

/** The findings as plain text, to be sent to whoever helps. */
export function reportText(list: readonly Finding[]): string {
  return list.map(({ name, value, ok }) => `${name}: ${value}${ok === false ? "  <-- not as it should be" : ""}`).join("\n");
}

function atLeast(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
