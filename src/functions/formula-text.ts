import { isCallNode, parse, parseA1Ref, tokenize, type AstExpression, type CallExpression, type Node, type ReferenceIdentifier } from "@borgar/fx";

// Formulas as text, in the notation of English Excel: where our calls stand in them, and which cells they name.

/** The add-in's namespace in formulas. */
export const NAMESPACE = "MINE";

/** One call of our functions inside a formula. */
export interface MineCall {
  /** The function's name without namespace, upper case. */
  readonly id: string;
  /** The call as it stands in the formula: "MINE.HASHCOST(B2,0.05)". */
  readonly text: string;
  /** Each argument's text, trimmed; "" where it is left out. */
  readonly argumentTexts: readonly string[];
  /** Each argument read; null where it is left out. */
  readonly argumentNodes: readonly (AstExpression | null)[];
  /** The call is the whole formula. */
  readonly isWhole: boolean;
  /** How many of our calls it stands inside of. */
  readonly depth: number;
}

/**
 * The calls of our functions in a formula, outer before inner, left before right.
 * @param formula text that begins with "="
 * @returns undefined where the formula cannot be read
 */
export function mineCalls(formula: string): MineCall[] | undefined {
  const root = parsed(formula);
  if (!root) return undefined;
  const calls: MineCall[] = [];
  visit(root, (node, depth) => {
    if (!isMineCall(node)) return depth;
    const start = node.callee.loc![0]!;
    const { argumentTexts, end } = argumentsFrom(formula, node.callee.loc![1]!);
    calls.push({ id: functionId(node), text: formula.slice(start, end), argumentTexts, argumentNodes: node.arguments, isWhole: node === root, depth });
    return depth + 1;
  });
  return calls;
}

/** The formula's meaning as a tree, or undefined where it cannot be read. */
export function parsed(formula: string): AstExpression | undefined {
  try {
    return parse(tokenize(formula, { withLocation: true }));
  } catch {
    return undefined;
  }
}

export function isMineCall(node: Node): node is CallExpression {
  // A LAMBDA that is called where it stands has no name.
  return isCallNode(node) && node.callee.type === "Identifier" && node.callee.name.toUpperCase().startsWith(`${NAMESPACE}.`);
}

export function functionId(call: CallExpression): string {
  return call.callee.name.slice(NAMESPACE.length + 1).toUpperCase();
}

/** The cells, ranges and names that a formula, or a part of one, refers to, each once, as they stand there. */
export function referencesIn(part: Node): ReferenceIdentifier[] {
  const found = new Map<string, ReferenceIdentifier>();
  visit(part, (node) => {
    if (isReference(node)) found.set(node.value, node);
    return 0;
  });
  return [...found.values()];
}

export function isReference(node: Node): node is ReferenceIdentifier {
  return node.type === "ReferenceIdentifier";
}

/** Whether a text is the address of cells, with or without a sheet: "B2", "'My plan'!B2:C9", "A:A". */
export function isAddress(text: string): boolean {
  const node = parsed(`=${text}`);
  return node !== undefined && isReference(node) && (node.kind === "range" || node.kind === "beam");
}

/** Whether a formula that stands on a sheet reads a cell of that sheet. */
export function readsCell(formula: string, sheet: string, address: string): boolean {
  const root = parsed(formula);
  const cell = parseA1Ref(address);
  if (!root || !cell || !("range" in cell)) return false;
  const [row, column] = [cell.range.top ?? 0, cell.range.left ?? 0];
  return referencesIn(root).some(({ value }) => {
    const reference = parseA1Ref(value);
    if (!reference || !("range" in reference)) return false;
    const { context = [], range: { top, bottom, left, right } } = reference;
    const onSheet = context.length === 0 || (context.length === 1 && context[0]!.toLowerCase() === sheet.toLowerCase());
    return onSheet && row >= (top ?? 0) && row <= (bottom ?? Infinity) && column >= (left ?? 0) && column <= (right ?? Infinity);
  });
}

/** The formula as one writes it on a sheet: cells of that sheet without its name. */
export function asWrittenOn(sheet: string, formula: string): string {
  const own = [`${sheet}!`, `'${sheet.replaceAll("'", "''")}'!`].map((prefix) => prefix.toLowerCase());
  return tokenize(formula)
    .map(({ type, value }) => {
      const prefix = type.startsWith("range") ? own.find((each) => value.toLowerCase().startsWith(each)) : undefined;
      return prefix ? value.slice(prefix.length) : value;
    })
    .join("");
}

/** The texts between a call's brackets, split at its own commas. */
function argumentsFrom(formula: string, calleeEnd: number): { argumentTexts: string[]; end: number } {
  const texts: string[] = [];
  let depth = 0;
  let from = calleeEnd;
  let at = 0;
  for (const { value, type } of tokenize(formula)) {
    const start = at;
    at += value.length;
    if (start < calleeEnd || type !== "operator") continue;
    const opens = value === "(" || value === "{";
    if (opens) depth++;
    if (opens && depth === 1) from = at;
    const closes = value === ")" || value === "}";
    if ((value === "," && depth === 1) || (closes && depth === 1)) {
      texts.push(formula.slice(from, start).trim());
      from = at;
    }
    if (closes && --depth === 0) return { argumentTexts: texts.length === 1 && texts[0] === "" ? [] : texts, end: at };
  }
  return { argumentTexts: texts, end: formula.length };
}

/** Walks a tree, parents first; what `enter` returns is the depth its children are told. */
function visit(node: Node, enter: (node: Node, depth: number) => number, depth = 0): void {
  const below = enter(node, depth);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]).flat() : [value]) {
      if (isNode(child)) visit(child, enter, below);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
