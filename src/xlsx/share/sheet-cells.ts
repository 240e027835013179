import type { Position } from "./places";
import { attribute, xmlText, XmlTags } from "./xml";

/** The formula of a cell, as it stands in the sheet. */
export interface CellFormula {
  readonly start: number;
  readonly end: number;
  /** the start tag, with t, ref and si */
  readonly tag: string;
  readonly text: string;
}

export interface SheetCell extends Position {
  readonly start: number;
  /** after the start tag */
  readonly contentStart: number;
  readonly end: number;
  /** the start tag */
  readonly tag: string;
  readonly prefix: string;
  readonly formula: CellFormula | undefined;
  /** s, str, inlineStr, b, e, n */
  readonly type: string;
  /** the text of its value, before it is read by its type; undefined where there is none */
  readonly value: string | undefined;
  /** its value rests on what nobody calculated */
  readonly isOutdated: boolean;
  /** the sheet's whole text */
  readonly source: string;
}

/** Where the cells of a sheet stand in its text: found once, read when they are asked for. */
export class SheetCells {
  lastRow = 0;
  lastColumn = 0;
  private readonly starts: number[] = [];
  private readonly columns: number[] = [];
  /** of each row, the first of its cells and the one after its last */
  private readonly rows = new Map<number, [number, number]>();
  private readonly withFormula: number[] = [];
  /** where such cells start */
  private readonly outdated = new Set<number>();

  constructor(readonly text: string, private readonly part: string) {
    const tags = new XmlTags(text, part);
    let [row, column] = [-1, -1];
    while (tags.next()) {
      if (tags.kind === "close") continue;
      if (tags.name === "f" && tags.depth === 4) this.withFormula.push(this.starts.length - 1);
      else if (tags.name === "c" && tags.depth === 3) {
        const cells = this.rows.get(row);
        if (!cells) continue;
        column = columnOf(attribute(tags.tag, "r")) ?? column + 1;
        cells[1] = this.starts.push(tags.start);
        this.columns.push(column);
        this.lastColumn = Math.max(this.lastColumn, column);
      } else if (tags.name === "row" && tags.depth === 2) {
        const number = attribute(tags.tag, "r");
        [row, column] = [number === undefined ? row + 1 : Number(number) - 1, -1];
        this.rows.set(row, [this.starts.length, this.starts.length]);
        this.lastRow = Math.max(this.lastRow, row);
      }
    }
  }

  at({ row, column }: Position): SheetCell | undefined {
    let [from, to] = this.rows.get(row) ?? [0, 0];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.columns[middle] === column) return this.read(middle, row);
      if (this.columns[middle]! < column) from = middle + 1;
      else to = middle;
    }
    return undefined;
  }

  /** The cells with a formula, row by row. */
  *formulas(): Generator<SheetCell> {
    let next = 0;
    for (const [row, [, to]] of this.rows) {
      for (; next < this.withFormula.length && this.withFormula[next]! < to; next++) yield this.read(this.withFormula[next]!, row);
    }
  }

  /** The cells with a value and no formula, row by row. */
  *constants(): Generator<SheetCell> {
    let next = 0;
    for (const [row, [from, to]] of this.rows) {
      for (let index = from; index < to; index++) {
        while (next < this.withFormula.length && this.withFormula[next]! < index) next++;
        if (this.withFormula[next] === index) continue;
        const cell = this.read(index, row);
        if (cell.value !== undefined) yield cell;
      }
    }
  }

  /** From now on the cell's value counts for nothing. */
  outdate({ start }: SheetCell): void {
    this.outdated.add(start);
  }

  /** How many cells hold an error. */
  errors(): number {
    let count = 0;
    for (const start of this.starts) if (attribute(this.text.slice(start, this.text.indexOf(">", start) + 1), "t") === "e") count += 1;
    return count;
  }

  private read(index: number, row: number): SheetCell {
    const start = this.starts[index]!;
    const tags = new XmlTags(this.text, this.part, start);
    tags.next();
    const { tag, prefix, kind } = tags;
    const contentStart = tags.end;
    let formula: CellFormula | undefined;
    let value: string | undefined;
    const type = attribute(tag, "t") ?? "n";
    while (kind === "open" && tags.next() && tags.depth > 0) {
      const [from, name, own] = [tags.start, tags.name, tags.tag];
      const inner = tags.end;
      const until = tags.skip();
      const raw = this.text.slice(inner, until);
      if (name === "f") formula = { start: from, end: tags.end, tag: own, text: xmlText(raw).replace(/^\s*=/, "") };
      else if (name === "v") value = xmlText(raw);
      else if (name === "is") value = richText(raw, this.part);
    }
    return { row, column: this.columns[index]!, start, contentStart, end: tags.end, tag, prefix, formula, type, value, isOutdated: this.outdated.has(start), source: this.text };
  }
}

/** The text of a rich text: its runs without what is only said about how to speak it. */
export function richText(raw: string, part: string): string {
  const tags = new XmlTags(`<x>${raw}</x>`, part);
  let text = "";
  while (tags.next()) {
    if (tags.kind !== "open") continue;
    if (tags.name === "rPh") tags.skip();
    else if (tags.name === "t") {
      const from = tags.end;
      text += xmlText(tags.text.slice(from, tags.skip()));
    }
  }
  return text;
}

/** 0 for "A7". */
export function columnOf(address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const letter = address.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
