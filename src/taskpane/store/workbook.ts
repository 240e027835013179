import { asicModels } from "../../catalog/catalog";
import { changeCells, readReferences, readTables, WriteError, writeWorkbook, type ReadTables, type Task } from "../../excel";
import type { LogEntry } from "../../model-sheets/portfolio/log";
import { documentOfTables, fingerprintOf, INPUT_TABLES, portfolioTables, readPortfolio, type Portfolio } from "../../planning/portfolio";
import { ENGINE_VERSION } from "../../units/version";
import { planInWorker, type Planned } from "../worker";
import { doubtOf, sameDocument, type Doubt, type SheetsReading } from "./doubt";
import type { Draft } from "./draft";
import type { Action } from "./state";

const WRITE_INPUTS: Task = { thing: "the inputs", again: "write them again", smaller: "Shorten the hourly series" };
const BUILD: Task = { thing: "the workbook", again: "build it again", smaller: "Plan fewer months" };
/** A sheet that only a built workbook has. */
export const MODEL_SHEET = "Model";
const COVER_CELLS = "Cover!A1:B20";

/** Reads the document from the workbook's input tables. Throws WriteError. */
export async function readSheets(): Promise<SheetsReading> {
  return readingOf(await readTables(INPUT_TABLES));
}

function readingOf({ tables, sheetNames }: ReadTables): SheetsReading {
  if (tables.length === 0) return { found: "nothing", sheetNames };
  const { document, problems } = documentOfTables(tables);
  return problems ? { found: "problems", problems, sheetNames } : { found: "document", draft: document as Draft, sheetNames };
}

/** What a document was written as: the changed cells of its tables, all tables, or the whole workbook planned and built again. */
export type Written = "cells" | "inputs" | "workbook";

/** With more changed cells the tables are written as a whole. */
const MOST_CHANGED_CELLS = 500;

/**
 * Writes the document's input tables: the cells that changed, where the workbook's formulas follow them; else all tables, and a
 * workbook that was built before is built again.
 * @param known the document that was last read from the tables or written to them; "overwrite" whatever they hold
 * @returns a doubt where somebody changed the tables since; nothing was written then
 * @throws WriteError, when nothing was changed or it says what was
 */
export async function writeSheets(portfolio: Portfolio, known: Draft | "overwrite" | undefined, log: readonly Action[], onStep: (step: string) => void): Promise<Written | Doubt> {
  onStep("Looking at the workbook");
  const there = await readTables(INPUT_TABLES);
  const { sheetNames, tables } = there;
  const next = portfolio as unknown as Draft;
  const doubt = known === "overwrite" ? undefined : doubtOf(readingOf(there), next, known, known === undefined || !sameDocument(next, known));
  if (doubt) return doubt;
  const { changedInputs } = await import("../../model-sheets/portfolio/changed-inputs");
  const changes = changedInputs(tables, portfolioTables(portfolio));
  if (changes && changes.length <= MOST_CHANGED_CELLS) {
    onStep("Writing the changed cells");
    await changeCells(changes, WRITE_INPUTS);
    return "cells";
  }
  if (sheetNames.includes(MODEL_SHEET)) {
    const planned = await planInWorker(portfolio, { insights: true }, ({ step }) => onStep(step));
    await buildWorkbook(planned, log, onStep);
    return "workbook";
  }
  const { inputsWorkbook } = await import("./inputs-workbook");
  const description = inputsWorkbook(portfolioTables(portfolio));
  const names = description.sheets.map(({ name }) => name);
  await refuseForeign(names);
  await writeWorkbook(() => description, onStep, WRITE_INPUTS, { replaceSheets: names });
  return "inputs";
}

/** Writes the whole workbook of a plan with its insights; sheets of an earlier build are replaced. Throws WriteError. */
export async function buildWorkbook({ portfolio, plan, paths, insights }: Planned, log: readonly Action[], onStep: (step: string) => void): Promise<readonly string[]> {
  if (!insights) throw new Error("A workbook is built from a plan with insights.");
  onStep("Laying out the sheets");
  const { PORTFOLIO_SHEETS, portfolioWorkbook } = await import("../../model-sheets/portfolio/portfolio-workbook");
  const facts = {
    engineVersion: `Hashplan ${ENGINE_VERSION}`, builtAt: now(), catalogModels: asicModels().length, catalogVersion: catalogMonth(), inputsHash: await fingerprintOf(portfolio),
  };
  const description = portfolioWorkbook({ portfolio, plan, paths, insights }, facts, [...(await logRows(log)), { time: facts.builtAt, action: "Workbook built", inputsHash: facts.inputsHash }]);
  await refuseForeign(description.sheets.map(({ name }) => name));
  await writeWorkbook(() => description, onStep, BUILD, { replaceSheets: PORTFOLIO_SHEETS });
  return description.sheets.map(({ name }) => name);
}

/** What the Cover of a built workbook says of its checks; undefined where there is none. Throws WriteError. */
export async function masterCheck(): Promise<string | undefined> {
  const cells = (await readReferences("Cover", [COVER_CELLS])).get(COVER_CELLS);
  const row = Array.isArray(cells) ? (cells as unknown[][]).find(([label]) => label === "Master check") : undefined;
  return typeof row?.[1] === "string" ? row[1] : undefined;
}

/** "2026-09-30 14:05:12 UTC" */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** The newest month that a source of the catalog names. */
export function catalogMonth(): string {
  return asicModels().map(({ source, source2 }) => /20\d\d-\d\d/.exec(`${source2} ${source}`)?.[0] ?? "").sort().at(-1)!;
}

/** Sheets that only happen to have one of our names are not replaced: where none of our tables is, none of them is ours. */
async function refuseForeign(names: readonly string[]): Promise<void> {
  const { sheetNames, tables } = await readTables(INPUT_TABLES);
  const taken = sheetNames.filter((name) => names.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (tables.length > 0 || taken.length === 0) return;
  throw new WriteError(`The workbook has ${taken.length === 1 ? `a sheet ${taken[0]} that is` : `sheets ${taken.join(", ")} that are`} not Hashplan's.`, `Rename ${taken.length === 1 ? "it" : "them"}, and write again. Nothing was changed.`, undefined);
}

async function logRows(log: readonly Action[]): Promise<LogEntry[]> {
  const hashes = new Map<Draft, string>();
  for (const { draft } of log) {
    if (draft === undefined || hashes.has(draft)) continue;
    const { portfolio } = readPortfolio(draft);
    hashes.set(draft, portfolio ? await fingerprintOf(portfolio) : "not in order");
  }
  return log.map(({ time, action, draft }) => ({ time, action, inputsHash: (draft && hashes.get(draft)) ?? "" }));
}
