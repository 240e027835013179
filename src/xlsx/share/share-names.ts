import type { BookName } from "./book";
import type { BookValues } from "./book-values";
import type { FormulaExpander, ReadCells } from "./expander";
import { isRelative, usesName } from "./formulas";
import type { ShareRecord } from "./record";
import { escaped, type Edit } from "./xml";

export interface SharedNames {
  /** of the workbook's part */
  readonly edits: readonly Edit[];
  readonly records: readonly ShareRecord[];
  /** in lower case: what uses one of these cannot stay a formula */
  readonly lost: ReadonlySet<string>;
}

/** What becomes of the names that call the add-in: native formulas, else values, else they go. */
export function shareNames(values: BookValues, expander: FormulaExpander): SharedNames {
  const edits: Edit[] = [];
  const records: ShareRecord[] = [];
  const lost = new Set<string>();
  const remove = ({ start, end }: BookName): unknown => edits.push({ start, end, text: "" });
  let open = values.book.names.filter((name) => {
    // Excel keeps a hidden name for each function that it does not know.
    const stands = expander.functionsIn(`${name.name}()`).length > 0;
    if (stands) remove(name);
    return !stands;
  });
  open = open.filter((name) => {
    const functions = expander.mention.test(name.formula) ? expander.functionsIn(name.formula) : [];
    if (functions.length === 0) return true;
    const at = { sheet: name.sheet ?? 0, row: 0, column: 0 };
    const read = values.reader(at);
    const cells: ReadCells = (reference) => (isRelative(reference) ? undefined : read(reference));
    const found = expander.native(name.formula, { cells, constants: true });
    const record = { where: name.sheet === undefined ? "Names" : values.book.sheets[name.sheet]!.name, item: name.name, functions };
    if ("why" in found) {
      remove(name);
      lost.add(name.name.toLowerCase());
      records.push({ ...record, outcome: "removed", why: found.why });
    } else {
      edits.push({ ...name.text, text: escaped(found.formula) });
      records.push({ ...record, outcome: "native", why: "" });
    }
    return false;
  });
  for (let before = -1; before < lost.size; ) {
    before = lost.size;
    open = open.filter((name) => {
      if (!usesName(name.formula, lost)) return true;
      remove(name);
      lost.add(name.name.toLowerCase());
      records.push({ where: "Names", item: name.name, functions: [], outcome: "removed", why: "it uses a name that has no plain formula" });
      return false;
    });
  }
  return { edits, records, lost };
}
