import { namesIn } from "../line-names";
import type { Line, SeriesLine, ValueLine } from "../lines";
import type { BookLine, BookSheet, Spot } from "./book-line";

/** Title, remark, column headers, month and its first day: the first five lines of every sheet with a timeline. */
export function sheetHead(title: string, remark: string, ownTimeline: readonly BookLine[] = [{ kind: "link", of: "month" }, { kind: "link", of: "start" }]): BookLine[] {
  return [
    { kind: "text", text: title, look: "title" },
    { kind: "text", text: remark, look: "remark" },
    { kind: "columnHeaders", texts: ["Line", "Value, total or mean", "Unit", "Start"] },
    ...ownTimeline,
  ];
}

export const HEAD_LINES = 5;

/** The sheet's lines with the links that its formulas need in the places for them. */
export function withLinks({ name, lines }: BookSheet, sources: ReadonlyMap<string, Spot>): BookLine[] {
  const there = new Set(lines.flatMap((line) => (line.kind === "link" ? [line.of] : [])));
  const needed = new Set<string>();
  const need = (key: string): void => {
    const spot = sources.get(key);
    if (!spot) throw new Error(`There is no line "${key}", and ${name} names it`);
    if (spot.sheet !== name && !there.has(key)) needed.add(key);
  };
  const order = [...sources.keys()];
  const place = new Map(order.map((key, i) => [key, i]));
  for (const line of lines) {
    if ("look" in line && line.look === "link") continue;
    for (const { key, to } of formulasOf(line).flatMap(namesIn)) {
      need(key);
      if (to === undefined) continue;
      need(to);
      // All lines of a block come in, in their order, for it to stay a block.
      for (let i = place.get(key)!; i <= place.get(to)!; i++) need(order[i]!);
    }
  }
  const markers = lines.filter((line) => line.kind === "links");
  // A place for certain keys goes before one for all.
  const placeOf = (key: string): number => {
    const own = markers.findIndex(({ prefixes }) => prefixes?.some((prefix) => key.startsWith(prefix)));
    return own >= 0 ? own : markers.findIndex(({ prefixes }) => prefixes === undefined);
  };
  const byMarker = markers.map((): string[] => []);
  for (const key of order.filter((each) => needed.has(each))) byMarker[placeOf(key)]?.push(key);
  return lines.flatMap((line): BookLine[] => {
    if (line.kind !== "links") return [line];
    const links = byMarker[markers.indexOf(line)]!.map((of): BookLine => ({ kind: "link", of }));
    return links.length === 0 ? [] : [{ kind: "heading", text: line.heading }, ...links];
  });
}

/** The line that a link becomes. */
export function linkOf(line: { readonly of: string }, { source }: Spot): ValueLine | SeriesLine {
  const { key, label, unit } = source;
  if (!("kind" in source) || source.kind === "value") return { kind: "value", key, label, unit, formula: `=[$${line.of}]`, look: "link", format: source.format };
  const hasTotal = source.kind === "series" && source.total !== undefined;
  return {
    kind: "series", key, label, unit, formula: `=[${line.of}]`, format: source.format, look: "link",
    ...(hasTotal && source.kind === "series" ? { total: `=[$${line.of}]`, totalFormat: source.total === "sum" ? source.format : source.totalFormat } : {}),
  };
}

/** Whether a line does nothing but read another one, so that it may leave its sheet. */
export function isLinkOnly(line: Line): boolean {
  return line.kind === "picked" || "look" in line && line.look === "link" && formulasOf(line).every((formula) => /^=\[\$?[A-Za-z][\w.]*(<|>|\||-1)?\]$/.test(formula));
}

/** A line's formulas as they are written, that of its total included. */
export function formulasOf(line: BookLine): readonly string[] {
  if (line.kind !== "value" && line.kind !== "series") return [];
  return line.kind === "series" && line.total !== undefined && line.total !== "sum" ? [line.formula, line.total] : [line.formula];
}
