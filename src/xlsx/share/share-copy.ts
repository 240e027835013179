import type { CoverFact } from "./cover-sheet";
import type { FormulaExpander } from "./expander";
import { LEVEL_WORDS } from "./level-words";
import { outcomes, type ShareLevel, type ShareRecord } from "./record";
import { sha256 } from "./sha256";
import { shareWorkbook } from "./share-workbook";

export interface ShareCopyRequest {
  readonly level: ShareLevel;
  /** the add-in's functions: `new NativeFormulas(definitions)` */
  readonly expander: FormulaExpander;
  readonly madeAt: Date;
  /** of engine, catalog and market data: `dataVersions()` */
  readonly versions: readonly CoverFact[];
}

export interface SharedCopy {
  readonly bytes: Uint8Array;
  /** what became of each formula that calls the add-in */
  readonly records: readonly ShareRecord[];
  /** the same in a few lines */
  readonly summary: readonly string[];
}

/**
 * A copy of any workbook for people without the add-in; what does not call the add-in is the same, byte for byte.
 * @param file the .xlsx file, which is only read
 * @throws ShareRefusal, whose message says why the file cannot be shared and what to do
 */
export async function shareCopy(file: Uint8Array, { level, expander, madeAt, versions }: ShareCopyRequest): Promise<SharedCopy> {
  const facts: CoverFact[] = [
    ["Made", `${madeAt.toISOString().slice(0, 19).replace("T", " ")} UTC`],
    ["Asked for", LEVEL_WORDS[level].asked],
    ...versions,
    ["SHA-256 of the original file", await sha256(file)],
  ];
  const { bytes, records } = await shareWorkbook(file, { level, expander, facts });
  return { bytes, records, summary: summaryOf(records) };
}

function summaryOf(records: readonly ShareRecord[]): string[] {
  if (records.length === 0) return ["Nothing in the workbook called the add-in."];
  const { native, frozen, removed, live } = outcomes(records);
  const calls = records.filter(({ functions }) => functions.length > 0).length;
  const open = records.filter(({ why }) => why !== "").length;
  if (live > 0) return [`Formulas that call the add-in, as they were: ${calls}.`, ...(open > 0 ? [`Cells without a result, as the first sheet lists: ${open}.`] : [])];
  const reasons = new Map<string, number>();
  for (const { outcome, why } of records) if (outcome !== "native" && why) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [`Native formulas: ${native}. Values in place of formulas: ${frozen}. Rules and names removed: ${removed}.`, ...[...reasons].map(([why, times]) => `  ${times}: ${why}`)];
}
