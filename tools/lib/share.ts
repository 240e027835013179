import { asicModels } from "../../src/catalog/catalog";
import definitions from "../../src/functions/all.registry";
import { historyEnd } from "../../src/functions/market-figures";
import { NativeFormulas } from "../../src/functions/native-formula";
import { ENGINE_VERSION } from "../../src/units/version";
import { ShareRefusal, shareWorkbook, type CoverFact, type FormulaExpander, type ShareLevel, type ShareRecord } from "../../src/xlsx/share";

// What `npm run share` takes from the product, for tools/share.mjs.

export interface ShareResult {
  readonly bytes: Uint8Array;
  /** what was done, in a few lines */
  readonly summary: string;
  readonly records: readonly ShareRecord[];
}

/** A copy of a workbook that needs no add-in, or the sentence that says why there is none. */
export async function shareFile(file: Uint8Array, level: ShareLevel, madeAt: Date): Promise<ShareResult | { readonly refusal: string }> {
  const facts = [...factsOf(level, madeAt), ["SHA-256 of the original file", await sha256(file)] as const];
  try {
    const { bytes, records } = shareWorkbook(file, { level, expander: expander(), facts });
    return { bytes, records, summary: summaryOf(records) };
  } catch (error) {
    if (error instanceof ShareRefusal) return { refusal: error.message };
    throw error;
  }
}

/** The functions' own native twins. */
export function expander(): FormulaExpander {
  const formulas = new NativeFormulas(definitions);
  return {
    mention: /\bMINE\.|_xldudf_MINE_/i,
    functionsIn: (formula) => formulas.functionsIn(formula),
    native: (formula, context) => formulas.native(formula, context),
    value: (formula, cells) => formulas.value(formula, cells),
  };
}

function factsOf(level: ShareLevel, madeAt: Date): CoverFact[] {
  const models = asicModels();
  const newest = models.map(({ source2, source }) => /20\d\d-\d\d/.exec(`${source2} ${source}`)?.[0] ?? "").sort().at(-1)!;
  return [
    ["Made", `${madeAt.toISOString().slice(0, 19).replace("T", " ")} UTC`],
    ["Asked for", level === "native" ? "native formulas where there are any" : "values"],
    ["Engine", `Hashplan ${ENGINE_VERSION}`],
    ["Machine catalog", `${models.length} models, ${newest}`],
    ["Market history until", historyEnd()],
  ];
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function summaryOf(records: readonly ShareRecord[]): string {
  if (records.length === 0) return "Nothing in the workbook called the add-in.";
  const count = (outcome: ShareRecord["outcome"]): number => records.filter((each) => each.outcome === outcome).length;
  const reasons = new Map<string, number>();
  for (const { outcome, why } of records) if (outcome !== "native" && why) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [
    `Native formulas: ${count("native")}. Values in place of formulas: ${count("frozen")}. Rules and names removed: ${count("removed")}.`,
    ...[...reasons].map(([why, times]) => `  ${times}: ${why}`),
  ].join("\n");
}
