import type { Workbook } from "../model-sheets";
import { forgetBefore, isBegun, isKept, makeRoom, putBack, replacements, type Replacement } from "./replace-sheets";
import { addChart, addConditionalFormats, addTable, addValidation, arrange } from "./sheet-parts";
import { readBefore, type WorkbookBefore } from "./workbook-before";
import { BUILD_SCENARIO, explainWriteFailure, type Left, type Task } from "./write-error";
import { writeSheet } from "./write-sheet";

export interface WriteOptions {
  /** Sheets of ours: where the description has one of these names and the workbook too, its content is replaced in place. */
  readonly replaceSheets?: readonly string[];
}

/**
 * Writes a workbook description: its sheets go behind those that are there, which are never touched, except those named in
 * `replaceSheets`, and its active sheet is shown.
 * All or nothing: when any part fails, sheets begun are removed, and replaced ones are put back as they were; only their
 * validation rules may be lost where Excel refuses one of the new rules.
 * Needs ExcelApi 1.9; four round trips at most, whatever the size, and two more after a failure.
 * @param describe makes the description, given the names of the sheets and tables that are there, but for those it may replace
 * @param onProgress is told in a few words what is being done
 * @param task what failures call it
 * @returns the description that was written
 * @throws WriteError with sentences for the user; whatever `describe` throws goes through unchanged
 */
export async function writeWorkbook(
  describe: (takenSheets: readonly string[], takenTables: readonly string[]) => Workbook,
  onProgress: (step: string) => void = () => undefined,
  task: Task = BUILD_SCENARIO,
  { replaceSheets = [] }: WriteOptions = {},
): Promise<Workbook> {
  onProgress("Reading the workbook");
  const before = await readBefore(replaceSheets).catch((error: unknown) => {
    throw explainWriteFailure(error, { begun: [], copies: [] }, task);
  });
  const workbook = describe(...takenNames(before));
  const replaced = replacements(before.replaceable, workbook.sheets, before.sheets.map(({ name }) => name));
  onProgress("Writing the sheets");
  try {
    await Excel.run(async (context) => {
      writeAll(context, workbook, replaced);
      await context.sync();
    });
  } catch (error) {
    onProgress("Putting everything back");
    throw explainWriteFailure(error, await undo(before, workbook, replaced), task);
  }
  onProgress("Finishing");
  await addNiceties(workbook).catch(() => undefined);
  return workbook;
}

function takenNames({ sheets, tableNames, replaceable }: WorkbookBefore): [string[], string[]] {
  const without = (names: readonly string[], own: readonly string[]): string[] => names.filter((name) => !own.includes(name));
  return [
    without(sheets.map(({ name }) => name), replaceable.map(({ name }) => name)),
    without(tableNames, replaceable.flatMap(({ tables }) => tables.map(({ name }) => name))),
  ];
}

function replacementOf(name: string, replaced: readonly Replacement[]): Replacement | undefined {
  return replaced.find(({ sheet }) => sheet.name === name);
}

/** In one batch; what is most likely refused comes first, what cannot be undone last. */
function writeAll(context: Excel.RequestContext, workbook: Workbook, replaced: readonly Replacement[]): void {
  const { worksheets, properties } = context.workbook;
  const added = new Map(workbook.sheets.filter(({ name }) => !replacementOf(name, replaced)).map(({ name }) => [name, worksheets.add(name)]));
  makeRoom(context, replaced);
  const all = workbook.sheets.map((sheet) => ({ sheet, target: added.get(sheet.name) ?? worksheets.getItem(sheet.name), before: replacementOf(sheet.name, replaced)?.before }));
  for (const { sheet, target } of all) writeSheet(target, sheet);
  for (const { sheet, target, before } of all) {
    const kept = before?.tables.filter((table) => isKept(table, sheet)).map(({ name }) => name) ?? [];
    for (const table of sheet.tables ?? []) if (!kept.includes(table.name)) addTable(target, table);
    for (const chart of sheet.charts) addChart(context, target, chart);
    addConditionalFormats(target, sheet.conditionalFormats ?? []);
  }
  for (const { sheet, target, before } of all) {
    if (before) target.getRange().dataValidation.clear();
    for (const validation of sheet.validations ?? []) addValidation(target, validation);
  }
  worksheets.getItem(workbook.activeSheet).activate();
  for (const [key, value] of Object.entries(workbook.customProperties ?? {})) properties.custom.add(key, value);
  forgetBefore(context, replaced);
}

/** @returns what is left where that fails too */
async function undo({ sheets }: WorkbookBefore, workbook: Workbook, replaced: readonly Replacement[]): Promise<Left> {
  const idsBefore = new Set(sheets.map(({ id }) => id));
  const added = workbook.sheets.map(({ name }) => name).filter((name) => !replacementOf(name, replaced));
  try {
    await putBack(idsBefore, added, replaced);
    return { begun: [], copies: [] };
  } catch {
    const now = await sheetsNow().catch(() => [...added, ...replaced.map(({ copy }) => copy)].map((name) => ({ id: "", name })));
    const left = now.filter(({ id, name }) => !idsBefore.has(id) && isBegun(name, added, replaced)).map(({ name }) => name);
    return { begun: left.filter((name) => added.includes(name)), copies: left.filter((name) => replaced.some(({ copy }) => copy === name)) };
  }
}

async function sheetsNow(): Promise<{ id: string; name: string }[]> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    return worksheets.items.map(({ id, name }) => ({ id, name }));
  });
}

/** The scenario is complete without them. */
async function addNiceties({ sheets }: Workbook): Promise<void> {
  await Excel.run(async (context) => {
    for (const sheet of sheets) arrange(context.workbook.worksheets.getItem(sheet.name), sheet);
    await context.sync();
  });
}
