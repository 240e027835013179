import { comparePlans, INPUT_TABLE_NAMES, type PlanComparison, type WrittenPlan } from "../../model-sheets/compare-plans";
import { readSheets } from "../read-tables";
import { checkPackage, ShareRefusal } from "../share";

/** Why a file cannot be compared, in a sentence. */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";

  constructor(message: string, readonly file: "before" | "after") {
    super(message);
  }
}

/**
 * What changed from one plan's workbook to another's. Results are those that stand in the files.
 * @throws PlanFileError when a file is none that was built here, or not safe to open
 */
export async function comparePlanFiles(before: Uint8Array, after: Uint8Array): Promise<PlanComparison> {
  const [from, to] = [await readPlan(before, "before"), await readPlan(after, "after")];
  return comparePlans(from, to);
}

async function readPlan(bytes: Uint8Array, file: PlanFileError["file"]): Promise<WrittenPlan> {
  try {
    checkPackage(bytes);
  } catch (error) {
    if (error instanceof ShareRefusal) throw new PlanFileError(error.message, file);
    throw error;
  }
  const plan = await readSheets(bytes, INPUT_TABLE_NAMES);
  if (plan.tables.length === 0) throw new PlanFileError("The workbook has none of the input tables of a plan. Give one that was built here.", file);
  return plan;
}
