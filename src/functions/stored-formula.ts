import { isCallNode, isLambdaNode, isLetNode, parse, tokenize, type AstExpression, type CallExpression, type Node, type Token } from "@borgar/fx/xlsx";
import { evaluate, type Evaluated, type Raw, type Surroundings } from "./evaluate";
import { isMineCall, NAMESPACE } from "./formula-text";

// Formulas as .xlsx files store them: _xlfn. before newer functions, _xlpm. before LET's names, and our functions under any of the
// names that Excel gives them there.

/** What LET calls its names, lower case, with their values; a LAMBDA's are unknown. */
export type Scope = ReadonlyMap<string, Evaluated>;

export interface StoredFormula {
  /** as stored, "=" first */
  readonly tokens: readonly Token[];
  /** each token's place in the formula as people write it */
  readonly starts: readonly number[];
  readonly root: AstExpression;
  /** our calls by the place of their name in the formula as people write it */
  readonly calls: ReadonlyMap<number, { readonly node: CallExpression; readonly scope: Scope }>;
}

const FILE_PREFIX = /^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i;
const OURS = new RegExp(`^(?:(?:_xll\\.|_xlfn\\.|_xludf\\.|_xldudf_)*${NAMESPACE}\\.|(?:_xlfn\\.)?_xldudf_${NAMESPACE}_)([A-Z][A-Z0-9]*)$`, "i");

/** The id of the function of ours that a stored name stands for. */
export function storedFunctionId(name: string): string | undefined {
  return OURS.exec(name)?.[1]?.toUpperCase();
}

/** The tokens of a stored formula; it comes without "=". */
export function storedTokens(formula: string): Token[] {
  return tokenize(`=${formula}`);
}

/** @returns undefined where the formula cannot be read */
export function readStored(formula: string, surroundings: Surroundings): StoredFormula | undefined {
  const tokens = storedTokens(formula);
  const starts: number[] = [];
  let text = "";
  for (const token of tokens) {
    starts.push(text.length);
    text += asWritten(token);
  }
  try {
    const root = parse(tokenize(text, { withLocation: true }));
    const calls = new Map<number, { node: CallExpression; scope: Scope }>();
    findCalls(root, new Map(), surroundings, calls);
    return { tokens, starts, root, calls };
  } catch {
    return undefined;
  }
}

/** The value of a part of a formula, with the names that LET gives around it. */
export function evaluateIn(node: AstExpression | null, scope: Scope, surroundings: Surroundings): Evaluated {
  if (node && isLetNode(node)) {
    const inner = new Map(scope);
    for (const { id, init } of node.declarations) inner.set(id.name.toLowerCase(), init ? evaluateIn(init, inner, surroundings) : UNKNOWN);
    return evaluateIn(node.body, inner, surroundings);
  }
  const cells = (reference: string): Raw => {
    const named = scope.get(reference.toLowerCase());
    if (named) return named.known ? named.value : undefined;
    return surroundings.cells(reference);
  };
  return evaluate(node, { ...surroundings, cells });
}

const UNKNOWN: Evaluated = { known: false, why: "given by a LAMBDA" };

function asWritten({ type, value }: Token): string {
  if (type !== "func" && type !== "range_named") return value;
  const id = type === "func" ? storedFunctionId(value) : undefined;
  return id ? `${NAMESPACE}.${id}` : value.replace(FILE_PREFIX, "");
}

function findCalls(node: Node, scope: Scope, surroundings: Surroundings, calls: Map<number, { node: CallExpression; scope: Scope }>): void {
  if (isLetNode(node)) {
    const inner = new Map(scope);
    for (const { id, init } of node.declarations) {
      if (init) findCalls(init, inner, surroundings, calls);
      inner.set(id.name.toLowerCase(), init ? evaluateIn(init, inner, surroundings) : UNKNOWN);
    }
    if (node.body) findCalls(node.body, inner, surroundings, calls);
    return;
  }
  if (isLambdaNode(node)) {
    const inner = new Map(scope);
    for (const { name } of node.params) inner.set(name.toLowerCase(), UNKNOWN);
    if (node.body) findCalls(node.body, inner, surroundings, calls);
    return;
  }
  if (isCallNode(node) && isMineCall(node)) calls.set(node.callee.loc![0]!, { node, scope });
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]).flat() : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) findCalls(child as Node, scope, surroundings, calls);
    }
  }
}
