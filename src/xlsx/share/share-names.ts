import type { BookName } from "./book";
import type { BookValues } from "./book-values";
import type { FormulaExpander } from "./expander";
import { isRelative } from "./formulas";
import { NameSet } from "./name-set";
import { REASONS, type ShareRecord } from "./record";
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
  open = open.filter((name) => {
    const functions = expander.mention.test(name.formula) ? expander.functionsIn(name.formula) : [];
    if (functions.length === 0) return true;
    const at = { sheet: name.sheet ?? 0, row: 0, column: 0 };
    const read = values.reader(at);
    const watch = new TextWatch((reference) => (isRelative(reference) ? undefined : read(reference)));
    const cells = watch.read;
    const found = expander.native(name.formula, { cells, constants: true });
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
