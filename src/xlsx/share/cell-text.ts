import type { Held } from "./expander";
import type { SheetCell } from "./sheet-cells";
import { attribute, escaped, withAttribute } from "./xml";

// A cell written anew: only what changes differs from how it stood there.

/** The pieces of a cell's element. */
export interface CellParts {
  readonly tag: string;
  readonly prefix: string;
  readonly formula: string;
  /** everything after the formula, up to the end tag */
  readonly rest: string;
}

/** The cell with another formula; an array formula stays one, a shared one becomes the cell's own. */
export function withFormula(cell: SheetCell, formula: string): CellParts {
  const { tag } = cell.formula!;
  const shared = attribute(tag, "t") === "shared";
  const bare = (shared ? ["t", "si", "ref"] : []).reduce((text, name) => withAttribute(text, name, undefined), tag).replace(/\s*\/?>$/, ">");
  return { ...wholeCell(cell), formula: `${bare}${escaped(formula)}</${cell.prefix}f>` };
}

/** The cell with its value alone. */
export function withoutFormula(cell: SheetCell): CellParts {
  const parts = wholeCell(cell);
  // The marks of a spill, and of an error's details.
  const unmarked = withAttribute(parts.tag, "cm", undefined);
  return { ...parts, formula: "", tag: cell.type === "e" ? withAttribute(unmarked, "vm", undefined) : unmarked };
}

/** The cell with another value. */
export function withValue(parts: CellParts, value: Held): CellParts {
  const { prefix } = parts;
  const [type, text] = typed(value);
  const tag = withAttribute(withAttribute(parts.tag, "vm", undefined), "t", type);
  return { ...parts, tag: tag.replace(/\s*\/>$/, ">"), rest: text === undefined ? "" : `<${prefix}v${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ""}>${escaped(text)}</${prefix}v>` };
}

export function cellText({ tag, prefix, formula, rest }: CellParts): string {
  return tag.endsWith("/>") ? tag : `${tag}${formula}${rest}</${prefix}c>`;
}

/** The cell as it is. */
export function wholeCell({ tag, prefix, contentStart, end, formula, source }: SheetCell): CellParts {
  if (tag.endsWith("/>")) return { tag, prefix, formula: "", rest: "" };
  const content = source.slice(contentStart, source.lastIndexOf("</", end - 1));
  const [from, to] = formula ? [formula.start - contentStart, formula.end - contentStart] : [0, 0];
  return { tag, prefix, formula: content.slice(from, to), rest: content.slice(0, from) + content.slice(to) };
}

function typed(value: Held): readonly [string | undefined, string | undefined] {
  if (typeof value === "number") return [undefined, String(value)];
  if (typeof value === "boolean") return ["b", value ? "1" : "0"];
  if (typeof value === "string") return ["str", value];
  // A formula that gives a blank shows 0.
  if (value === null || value === undefined) return [undefined, "0"];
  const { code } = value as { code?: unknown };
  return ["e", typeof code === "string" ? code : "#VALUE!"];
}
