// Formulas as .xlsx files store them: without "=", add-in functions under the name that Excel gives them there, _xlfn. before
// functions newer than the format, and _xlpm. before the names of LET and LAMBDA.
import { isLambdaNode, isLetNode, parse, tokenize, type Node } from "@borgar/fx";

const NEWER = new Set(
  ("ACOT ARABIC BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT DAYS DROP EXPAND FILTER FLOOR.MATH FORECAST.LINEAR HSTACK IFNA IFS ISFORMULA ISOMITTED LAMBDA LET " +
    "MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE PDURATION RANDARRAY REDUCE RRI SCAN SEQUENCE SHEET SHEETS SORT SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT " +
    "TOCOL TOROW UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR AGGREGATE PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV").split(" "),
);
/** In files these have the prefix of worksheet functions too. */
const WORKSHEET = new Set(["FILTER", "SORT"]);

/** @param formula with "=" */
export function storedFormula(formula: string): string {
  const body = formula.replace(/^=/, "");
  if (!/[A-Z_]\s*\(/i.test(body)) return body;
  const own = declaredNames(formula);
  return tokenize(`=${body}`).slice(1).map(({ type, value }) => (type === "func" ? storedFunction(value) : type === "range_named" && own.has(value.toLowerCase()) ? `_xlpm.${value}` : value)).join("");
}

function storedFunction(name: string): string {
  const upper = name.toUpperCase();
  if (NEWER.has(upper)) return `_xlfn.${WORKSHEET.has(upper) ? "_xlws." : ""}${upper}`;
  const [, namespace, id] = /^([A-Z]\w*)\.([A-Z0-9]+)$/i.exec(name) ?? [];
  // Excel's own names with a full stop, such as NORM.DIST, have been dealt with or are stored as they are.
  return namespace === undefined || BUILT_IN.test(upper) ? name : `_xldudf_${namespace.toUpperCase()}_${id!.toUpperCase()}`;
}

const BUILT_IN = /^(?:BETA|BINOM|CHISQ|COVARIANCE|CONFIDENCE|ERROR|ERF|EXPON|F|GAMMA|GAMMALN|HYPGEOM|LOGNORM|MODE|NEGBINOM|NETWORKDAYS|NORM|PERCENTRANK|PERCENTILE|POISSON|QUARTILE|RANK|SKEW|STDEV|T|VAR|WEIBULL|WORKDAY|Z|CEILING|FLOOR|FORECAST|ISO|ECMA)\./;

/** What LET and LAMBDA call their values, lower case. */
function declaredNames(formula: string): Set<string> {
  const names = new Set<string>();
  if (!/\b(?:LET|LAMBDA)\s*\(/i.test(formula)) return names;
  const visit = (node: Node): void => {
    if (isLetNode(node)) for (const { id } of node.declarations) names.add(id.name.toLowerCase());
    if (isLambdaNode(node)) for (const { name } of node.params) names.add(name.toLowerCase());
    for (const part of Object.values(node)) for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) if (isNode(child)) visit(child);
  };
  visit(parse(tokenize(formula)));
  return names;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
