import type { BookTable } from "./book";
import type { BookValues } from "./book-values";
import type { Expansion } from "./expander";
import { areaOfAddress } from "./formulas";
import type { Parts } from "./parts";
import { REASONS, type ShareRecord } from "./record";
import { regionalFormula, regionOf } from "./regional-formula";
import type { ShareOptions } from "./share-cells";
import { escaped, xmlText, XmlTags, type Edit } from "./xml";

/**
 * The formulas by which tables fill new rows, and their totals. The cells themselves were dealt with as cells: here a formula
 * without a native one just goes.
 */
export function shareTables(parts: Parts, values: BookValues, options: ShareOptions): ShareRecord[] {
  return values.book.tables.flatMap((table) => {
    const text = parts.text(table.part);
    if (!options.expander.mention.test(text) && options.lostNames.isEmpty) return [];
    const edits: Edit[] = [];
    const records: ShareRecord[] = [];
    const tags = new XmlTags(text, table.part);
    let column = -1;
    while (tags.next()) {
      if (tags.kind === "close") continue;
      if (tags.name === "tableColumn") column += 1;
      if (tags.name !== "calculatedColumnFormula" && tags.name !== "totalsRowFormula") continue;
      const { start, end: inside } = tags;
      const isTotal = tags.name === "totalsRowFormula";
      const until = tags.skip();
      const formula = xmlText(text.slice(inside, until));
      const functions = options.expander.functionsIn(formula);
      if (functions.length === 0 && !options.lostNames.usedIn(formula, table.sheet)) continue;
      const found = options.level === "native" ? nativeOf(values, table, column, isTotal, formula, options) : { why: REASONS.valuesAsked };
      edits.push("why" in found ? { start, end: tags.end, text: "" } : { start: inside, end: until, text: escaped(found.formula) });
      records.push({
        where: values.book.sheets[table.sheet]!.name,
        item: `${isTotal ? "Total" : "New rows"} of ${table.name}[${table.columns[column] ?? ""}]`,
        functions,
        ...("why" in found ? { outcome: "removed", why: found.why } : { outcome: "native", why: found.figures ? REASONS.figures : "" }),
      });
    }
    parts.edit(table.part, edits);
    return records;
  });
}

function nativeOf(values: BookValues, { sheet, ref, headerRows, totalsRows }: BookTable, column: number, isTotal: boolean, formula: string, options: ShareOptions): Expansion {
  const area = areaOfAddress(ref, sheet, { row: 0, column: 0 });
  const [top, bottom] = area ? (isTotal ? [area.bottom, area.bottom] : [area.top + headerRows, area.bottom - totalsRows]) : [0, -1];
  const left = (area?.left ?? 0) + column;
  const region = bottom < top ? undefined : regionOf([{ sheet, top, bottom, left, right: left }]);
  return region ? regionalFormula(values, region, formula, options, {}, !isTotal) : { why: "the table has no rows" };
}
