import { parseA1Ref, parseStructRef } from "@borgar/fx/xlsx";
import type { Book, BookTable } from "./book";
import type { FormulaExpander, Held, ReadCells } from "./expander";
import { areaOfAddress, isRelative, shifted } from "./formulas";
import type { Parts } from "./parts";
import type { Area, Place } from "./places";
import { PlainCalculation } from "./plain-calculation";
import { richText, SheetCells, type SheetCell } from "./sheet-cells";
import { attribute, XmlTags } from "./xml";

/** Larger ranges are not read. */
const MOST_CELLS = 200_000;
/** A chain of formulas without results longer than this is left to Excel. */
const DEEPEST = 200;
const DAY = 86_400_000;
/** From 1970 back to Excel's day 0. */
const DAYS_TO_1900 = -25_569;
const DAYS_TO_1904 = -24_107;
/** What cells show while nobody calculates their functions. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["#NAME?", "#GETTING_DATA", "#BUSY!", "#CONNECT!", "#BLOCKED!"]);

/** What the cells of a workbook hold, by the results that stand in the file. Where one is missing it is calculated, if that can be done. */
export class BookValues {
  private readonly sheets = new Map<number, SheetCells>();
  private readonly placeOfSheet: ReadonlyMap<string, number>;
  private readonly results = new Map<string, Held>();
  private readonly waiting = new Set<string>();
  private readonly plain: PlainCalculation;
  private readonly masters = new Map<number, Map<string, SheetCell>>();
  /** zeros are what a writer that calculates nothing put where results belong */
  zerosAreNone = false;
  private strings: string[] | undefined;

  constructor(private readonly parts: Parts, readonly book: Book, private readonly expander: FormulaExpander) {
    this.placeOfSheet = new Map(book.sheets.map(({ name }, i) => [name.toLowerCase(), i]));
    this.plain = new PlainCalculation({ sheetNames: book.sheets.map(({ name }) => name), valueAt: (place) => this.valueAt(place) });
  }

  cellsOf(sheet: number): SheetCells {
    const { part } = this.book.sheets[sheet]!;
    const cells = this.sheets.get(sheet) ?? new SheetCells(this.parts.text(part), part);
    this.sheets.set(sheet, cells);
    return cells;
  }

  /** The same for one look: large sheets that nothing else asks for need not stay in memory. */
  passingCells(sheet: number): SheetCells {
    const { part } = this.book.sheets[sheet]!;
    return this.sheets.get(sheet) ?? new SheetCells(this.parts.passingText(part), part);
  }

  /** What formulas at a place mean by a reference. */
  reader(at: Place): ReadCells {
    return (reference) => {
      const area = this.areaOf(reference, at);
      if (area) return this.areaValues(area);
      const name = this.nameOf(reference, at);
      // What a name means that moves with its cell is left to Excel.
      return !name || isRelative(name.formula) ? undefined : this.guarded(`name ${name.sheet} ${name.name}`, () => this.calculated(name.formula, { ...at, sheet: name.sheet ?? at.sheet }));
    };
  }

  /** The cells that a reference leads to; undefined for names and what leads nowhere. */
  areaOf(reference: string, at: Place): Area | undefined {
    const parsed = parseA1Ref(reference);
    if (parsed && "range" in parsed) {
      const sheet = parsed.workbookName ? undefined : parsed.sheetName ? this.placeOfSheet.get(parsed.sheetName.toLowerCase()) : at.sheet;
      if (sheet === undefined || !this.book.sheets[sheet]?.isWorksheet) return undefined;
      const { top, left, bottom, right } = parsed.range;
      const cells = this.cellsOf(sheet);
      return { sheet, top: top ?? 0, left: left ?? 0, bottom: bottom ?? cells.lastRow, right: right ?? cells.lastColumn };
    }
    const structured = reference.includes("[") ? parseStructRef(reference) : undefined;
    const table = structured && !structured.workbookName ? this.book.tables.find((each) => (structured.table ? each.name.toLowerCase() === structured.table.toLowerCase() : isIn(each, at))) : undefined;
    return table && this.tableArea(table, structured!.columns ?? [], structured!.sections ?? [], at);
  }

  nameOf(reference: string, at: Place): Book["names"][number] | undefined {
    const parsed = parseA1Ref(reference);
    if (!parsed || !("name" in parsed) || parsed.workbookName) return undefined;
    const sheet = parsed.sheetName ? this.placeOfSheet.get(parsed.sheetName.toLowerCase()) : at.sheet;
    const named = this.book.names.filter(({ name }) => name.toLowerCase() === parsed.name.toLowerCase());
    return named.find((each) => each.sheet === sheet) ?? named.find((each) => each.sheet === undefined);
  }

  /** What a cell holds; undefined where its formula has no result in the file and none can be found. */
  valueAt(place: Place): Held {
    const cell = this.cellsOf(place.sheet).at(place);
    if (!cell) return null;
    const shown = this.shown(cell);
    if (shown !== undefined || (cell.value === undefined && !cell.formula)) return shown ?? null;
    return this.guarded(`${place.sheet} ${cell.row} ${cell.column}`, () => {
      const formula = this.formulaOf(place.sheet, cell);
      return formula === "" ? undefined : this.calculated(formula, place);
    });
  }

  /** A cell's formula, a shared one written out for it; "" where it has none of its own. */
  formulaOf(sheet: number, { formula, row, column }: SheetCell): string {
    const group = formula?.text === "" && attribute(formula.tag, "t") === "shared" ? attribute(formula.tag, "si") : undefined;
    if (group === undefined) return formula?.text ?? "";
    const master = this.mastersOf(sheet).get(group);
    return master ? shifted(master.formula!.text, master, { row, column }) : "";
  }

  /** The cells that give others their formula, by the group's number. */
  private mastersOf(sheet: number): ReadonlyMap<string, SheetCell> {
    let masters = this.masters.get(sheet);
    if (!masters) {
      masters = new Map();
      for (const cell of this.cellsOf(sheet).formulas()) {
        const { tag, text } = cell.formula!;
        const group = text !== "" && attribute(tag, "t") === "shared" ? attribute(tag, "si") : undefined;
        if (group !== undefined && !masters.has(group)) masters.set(group, cell);
      }
      this.masters.set(sheet, masters);
    }
    return masters;
  }

  /** The values of these cells count for nothing from now on. */
  outdate(sheet: number, cells: Iterable<SheetCell>): void {
    for (const cell of cells) this.cellsOf(sheet).outdate(cell);
    this.results.clear();
  }

  /** The result of a formula at a place; undefined where it cannot be found. */
  calculated(formula: string, at: Place): Held {
    const found = this.expander.value(formula, this.reader(at));
    if (found.known) return found.value;
    const native = this.expander.native(formula, { cells: this.reader(at), constants: true });
    return "formula" in native ? this.calculatedPlainly(native.formula, at) : undefined;
  }

  /** The result of a formula without functions of the add-in; undefined where it cannot be found. */
  calculatedPlainly(formula: string, at: Place): Held {
    return this.plain.value(formula, at);
  }

  /**
   * Writers that calculate nothing put 0 where results belong: looks for calls that show 0 and are not.
   * @param sheets those that call the add-in
   */
  findPlaceholders(sheets: readonly number[]): void {
    if (!this.book.calculatesOnLoad) return;
    this.zerosAreNone = sheets.some((sheet) => {
      for (const cell of this.cellsOf(sheet).formulas()) {
        if (!isZero(cell) || !this.expander.mention.test(cell.formula!.text)) continue;
        const found = this.expander.value(cell.formula!.text, this.reader({ ...cell, sheet }));
        if (found.known && typeof found.value === "number" && found.value !== 0) return true;
      }
      return false;
    });
    this.results.clear();
  }

  /** The value that stands in the file; undefined where there is none, or one that only tells that nobody calculated. */
  shown(cell: SheetCell): Held {
    const { type, value, formula, tag } = cell;
    if (value === undefined) return formula ? undefined : null;
    if (cell.isOutdated) return undefined;
    if (this.zerosAreNone && formula && isZero(cell)) return undefined;
    switch (type) {
      case "s": return this.sharedString(Number(value));
      case "b": return value === "1" || value === "true";
      // Newer placeholders stand in the file as #VALUE!, and what they are in another part.
      case "e": return formula && (PLACEHOLDERS.has(value) || (attribute(tag, "vm") !== undefined && this.expander.mention.test(formula.text))) ? undefined : { code: value };
      case "d": return this.serial(value);
      case "n": return value.trim() === "" ? undefined : Number(value);
      default: return value;
    }
  }

  /** A date that is written out, as Excel counts days. */
  private serial(date: string): number | string {
    const time = Date.parse(/T/.test(date) ? `${date.replace(/Z$/, "")}Z` : date);
    return Number.isNaN(time) ? date : time / DAY - (this.book.isFrom1904 ? DAYS_TO_1904 : DAYS_TO_1900);
  }

  private areaValues({ sheet, top, left, bottom, right }: Area): Held {
    const [height, width] = [bottom - top + 1, right - left + 1];
    if (height * width > MOST_CELLS) return undefined;
    const rows = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => this.valueAt({ sheet, row: top + r, column: left + c })));
    if (rows.some((row) => row.includes(undefined))) return undefined;
    return height * width === 1 ? rows[0]![0] : rows;
  }

  private tableArea({ sheet, ref, headerRows, totalsRows, columns }: BookTable, named: readonly string[], sections: readonly string[], at: Place): Area | undefined {
    const parsed = parseA1Ref(ref);
    if (!parsed || !("range" in parsed)) return undefined;
    const [top, left, bottom, right] = [parsed.range.top ?? 0, parsed.range.left ?? 0, parsed.range.bottom ?? 0, parsed.range.right ?? 0];
    const places = named.map((name) => columns.findIndex((column) => column.toLowerCase() === name.toLowerCase()));
    if (places.includes(-1) || sections.length > 1) return undefined;
    const across = { sheet, left: left + (places[0] ?? 0), right: left + (places.at(-1) ?? right - left) };
    const [first, last] = [top + headerRows, bottom - totalsRows];
    switch (sections[0]?.toLowerCase()) {
      case undefined: case "data": return { ...across, top: first, bottom: last };
      case "this row": return at.sheet === sheet && at.row >= first && at.row <= last ? { ...across, top: at.row, bottom: at.row } : undefined;
      case "headers": return { ...across, top, bottom: top };
      case "totals": return { ...across, top: bottom, bottom };
      case "all": return { ...across, top, bottom };
      default: return undefined;
    }
  }

  /** Calculates once; nothing comes of what depends on itself. */
  private guarded(key: string, calculate: () => Held): Held {
    if (this.results.has(key)) return this.results.get(key);
    if (this.waiting.has(key) || this.waiting.size >= DEEPEST) return undefined;
    this.waiting.add(key);
    const value = calculate();
    this.waiting.delete(key);
    this.results.set(key, value);
    return value;
  }

  private sharedString(index: number): string {
    if (!this.strings) {
      const part = this.parts.relationships(this.book.part).find(({ kind }) => kind === "sharedStrings")?.target;
      this.strings = part === undefined ? [] : stringsOf(this.parts.text(part), part);
    }
    return this.strings[index] ?? "";
  }
}

/** "[@Model]" means the table around it. */
function isIn({ sheet, ref }: BookTable, at: Place): boolean {
  const area = at.sheet === sheet ? areaOfAddress(ref, sheet, at) : undefined;
  return area !== undefined && at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right;
}

function isZero({ type, value }: SheetCell): boolean {
  return type === "n" && value !== undefined && value.trim() !== "" && Number(value) === 0;
}

function stringsOf(text: string, part: string): string[] {
  const strings: string[] = [];
  const tags = new XmlTags(text, part);
  while (tags.next()) {
    if (tags.name !== "si" || tags.kind === "close") continue;
    const from = tags.end;
    strings.push(tags.kind === "empty" ? "" : richText(text.slice(from, tags.skip()), part));
  }
  return strings;
}
