import type { BookName } from "./book";
import type { BookValues } from "./book-values";
import { callsAddIn, type FormulaExpander } from "./expander";
import { isRelative } from "./formulas";
import { NameSet } from "./name-set";
import { REASONS, type ShareRecord } from "./record";
import { agrees } from "./share-cells";
import { TextWatch } from "./text-watch";
import { escaped, type Edit } from "./xml";

export interface SharedNames {
  /** of the workbook's part */
  readonly edits: readonly Edit[];
  readonly records: readonly ShareRecord[];
  /** what uses one of these cannot stay a formula */
  readonly lost: NameSet;
  /** a figure stands where a cell was read */
  readonly fixed: boolean;
}

/** What becomes of the names that call the add-in: native formulas, else values, else they go. */
export function shareNames(values: BookValues, expander: FormulaExpander): SharedNames {
  const edits: Edit[] = [];
  const records: ShareRecord[] = [];
  const lost = new NameSet(values.book);
  let fixed = false;
  const whereOf = ({ sheet }: BookName): string => (sheet === undefined ? "Names" : values.book.sheets[sheet]!.name);
  const remove = ({ start, end }: BookName): unknown => edits.push({ start, end, text: "" });
  let open = values.book.names.filter((name) => {
    // Excel keeps a hidden name for each function that it does not know.
    const stands = expander.functionsIn(name.name).length > 0 || (/^_xldudf_/i.test(name.name) && expander.functionsIn(`${name.name}()`).length > 0);
    if (stands) remove(name);
    return !stands;
  });
  const contradicted = contradictedNames(values, open.filter(({ formula }) => callsAddIn(expander, formula)));
  open = open.filter((name) => {
    const functions = expander.mention.test(name.formula) ? expander.functionsIn(name.formula) : [];
    if (functions.length === 0) return true;
    const at = { sheet: name.sheet ?? 0, row: 0, column: 0 };
    const read = values.reader(at);
    const watch = new TextWatch((reference) => (isRelative(reference) ? undefined : read(reference)));
    const cells = watch.read;
    const found = contradicted.has(name) ? { why: "it gives another value now than cells show that use it" } : expander.native(name.formula, { cells, constants: true });
    const record = { where: whereOf(name), item: name.name, functions };
    if ("why" in found) {
      remove(name);
      lost.add(name);
      records.push({ ...record, outcome: "removed", why: found.why });
    } else {
      edits.push({ ...name.text, text: escaped(found.formula) });
      // A value in place of a call is that of the cells that it read.
      const plain = expander.native(name.formula, { cells });
      fixed ||= (found.figures && watch.metText) || "why" in plain;
      records.push({ ...record, ...("why" in plain ? { outcome: "frozen", why: plain.why } : { outcome: "native", why: found.figures ? REASONS.figures : "" }) });
    }
    return false;
  });
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((name) => {
      if (!lost.usedIn(name.formula, name.sheet, values.reader({ sheet: name.sheet ?? 0, row: 0, column: 0 }))) return true;
      remove(name);
      lost.add(name);
      records.push({ where: whereOf(name), item: name.name, functions: [], outcome: "removed", why: REASONS.lostName });
      return false;
    });
  }
  return { edits, records, lost, fixed };
}

/** Names by which a cell would give another figure now than it shows: a plain formula in their place would change the sheet. */
function contradictedNames(values: BookValues, names: readonly BookName[]): ReadonlySet<BookName> {
  const found = new Set<BookName>();
  const any = new NameSet(values.book, names);
  if (any.isEmpty) return found;
  values.book.sheets.forEach(({ isWorksheet }, sheet) => {
    if (!isWorksheet) return;
    for (const cell of values.cellsOf(sheet).formulas()) {
      const shown = values.shown(cell);
      if (typeof shown !== "number") continue;
      const formula = values.formulaOf(sheet, cell);
      if (!any.usedIn(formula, sheet)) continue;
      const now = values.calculated(formula, { sheet, row: cell.row, column: cell.column });
      if (typeof now !== "number" || agrees(now, shown)) continue;
      for (const name of names) if (new NameSet(values.book, [name]).usedIn(formula, sheet)) found.add(name);
    }
  });
  return found;
}
