import type { BookTable } from "./book";
import type { BookValues } from "./book-values";
import { areaOfAddress, usesName } from "./formulas";
import type { Parts } from "./parts";
import { regionalFormula, regionOf } from "./regional-formula";
import type { ShareOptions } from "./share-cells";
import { escaped, xmlText, XmlTags, type Edit } from "./xml";

/**
 * The formulas by which tables fill new rows, and their totals. The cells themselves were dealt with as cells: here a formula
 * without a native one just goes.
 */
export function shareTables(parts: Parts, values: BookValues, options: ShareOptions): void {
  for (const table of values.book.tables) {
    const text = parts.text(table.part);
    if (!options.expander.mention.test(text) && options.lostNames.size === 0) continue;
    const edits: Edit[] = [];
    const tags = new XmlTags(text, table.part);
    let column = -1;
    while (tags.next()) {
      if (tags.kind === "close") continue;
      if (tags.name === "tableColumn") column += 1;
      if (tags.name !== "calculatedColumnFormula" && tags.name !== "totalsRowFormula") continue;
      const { start, end: inside, name } = tags;
      const until = tags.skip();
      const formula = xmlText(text.slice(inside, until));
      if (options.expander.functionsIn(formula).length === 0 && !usesName(formula, options.lostNames)) continue;
      const native = options.level === "native" ? nativeOf(values, table, column, name === "totalsRowFormula", formula, options) : undefined;
      edits.push(native === undefined ? { start, end: tags.end, text: "" } : { start: inside, end: until, text: escaped(native) });
    }
    parts.edit(table.part, edits);
  }
}

function nativeOf(values: BookValues, { sheet, ref, headerRows, totalsRows }: BookTable, column: number, isTotal: boolean, formula: string, options: ShareOptions): string | undefined {
  const area = areaOfAddress(ref, sheet, { row: 0, column: 0 });
  const [top, bottom] = area ? (isTotal ? [area.bottom, area.bottom] : [area.top + headerRows, area.bottom - totalsRows]) : [0, -1];
  const left = (area?.left ?? 0) + column;
  const region = bottom < top ? undefined : regionOf([{ sheet, top, bottom, left, right: left }]);
  const found = region && regionalFormula(values, region, formula, options, {});
  return found && "formula" in found ? found.formula : undefined;
}
