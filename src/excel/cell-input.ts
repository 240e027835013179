import type { Cell } from "../model-sheets";

/**
 * What to enter so that a cell holds exactly its content. Excel reads an entry as typed: a text that begins like a
 * formula would become one, "Mar 21" a date and "007" a number. A leading apostrophe, which Excel does not show, keeps it text.
 */
export function cellInput(cell: Cell | null): string | number | boolean {
  if (cell === null) return "";
  const { content } = cell;
  if (typeof content === "number" || typeof content === "boolean") return content;
  if (typeof content === "object") return content.formula;
  return textInput(content);
}

/** What to enter so that a cell holds exactly this text. */
export function textInput(text: string): string {
  return isPlainText(text) ? text : `'${text}`;
}

/** Words that Excel takes as they are: a letter first, no digit, and no truth value. */
function isPlainText(text: string): boolean {
  return text === "" || (/^\p{L}[^\d]*$/u.test(text) && !/^(true|false)$/i.test(text));
}
