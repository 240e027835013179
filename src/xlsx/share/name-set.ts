import { tokenize } from "@borgar/fx/xlsx";
import type { Book, BookName } from "./book";
import type { Held, ReadCells } from "./expander";

/** Functions that find a name by its text. */
const BY_TEXT = /^(?:INDIRECT|HYPERLINK)$/i;

/** Some of a workbook's names: of the whole workbook, or of one sheet, where they hide the workbook's. */
export class NameSet {
  private readonly members = new Map<string, Set<number | undefined>>();
  private readonly all = new Map<string, Set<number | undefined>>();
  private readonly sheets: ReadonlyMap<string, number>;

  /** @param members that it begins with */
  constructor({ names, sheets }: Pick<Book, "names" | "sheets">, members: readonly Pick<BookName, "name" | "sheet">[] = []) {
    for (const { name, sheet } of names) into(this.all, name, sheet);
    for (const member of members) this.add(member);
    this.sheets = new Map(sheets.map(({ name }, i) => [name.toLowerCase(), i]));
  }

  get isEmpty(): boolean {
    return this.members.size === 0;
  }

  add({ name, sheet }: Pick<BookName, "name" | "sheet">): void {
    into(this.members, name, sheet);
  }

  /**
   * Whether a formula uses one of the names, also by its text where INDIRECT or HYPERLINK read that.
   * @param sheet on which the formula stands; undefined where that is not known: any sheet's names count then
   * @param cells what references hold, for the texts in them
   */
  usedIn(formula: string, sheet: number | undefined, cells?: ReadCells): boolean {
    if (this.isEmpty) return false;
    const tokens = tokenize(`=${formula}`);
    const byText = tokens.some(({ type, value }) => type === "func" && BY_TEXT.test(value));
    return tokens.some(({ type, value }) => {
      if (type === "range_named" || type === "func") return this.means(value, sheet) || (byText && type === "range_named" && this.isTextOf(cells?.(value), sheet));
      if (!byText) return false;
      return type === "string" ? this.means(value.slice(1, -1).replaceAll('""', '"'), sheet) : type.startsWith("range") && this.isTextOf(cells?.(value), sheet);
    });
  }

  /** Whether a reference or a link's target, "Sheet1!Rate" or "#Rate", is one of the names. */
  means(reference: string, sheet: number | undefined): boolean {
    const [, before, name] = /^#?(?:(.*)!)?([^!]*)$/s.exec(reference.trim()) ?? [];
    const key = (name ?? "").trim().toLowerCase();
    const scopes = this.members.get(key);
    if (!scopes) return false;
    if (before === undefined && sheet === undefined) return true;
    const scope = before === undefined ? sheet : this.sheets.get(before.replace(/^'(.*)'$/s, "$1").replaceAll("''", "'").replace(/^\[\d+\]/, "").toLowerCase());
    return scopes.has(this.all.get(key)!.has(scope) ? scope : undefined);
  }

  private isTextOf(held: Held, sheet: number | undefined): boolean {
    return typeof held === "string" ? this.means(held, sheet) : Array.isArray(held) && held.some((each) => this.isTextOf(each, sheet));
  }
}

function into(names: Map<string, Set<number | undefined>>, name: string, sheet: number | undefined): void {
  const key = name.toLowerCase();
  names.set(key, (names.get(key) ?? new Set()).add(sheet));
}
