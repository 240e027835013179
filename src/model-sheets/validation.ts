import { excelSerial } from "../units/dates";
import { absoluteReference } from "./address";
import type { NumberLimits, Validation } from "./workbook";

/** A rule in Excel's terms: formulas without "=", numbers and dates as they stand in cells. */
export interface ExcelRule {
  readonly type: "list" | "decimal" | "whole" | "date" | "textLength" | "custom";
  readonly operator?: "between" | "greaterThan" | "lessThan" | "greaterThanOrEqual" | "lessThanOrEqual";
  /** for a list of given values: these, with commas between */
  readonly formula1: string | number;
  readonly formula2?: number;
}

/** Characters that Excel keeps of a validation's texts. */
const LONGEST = { title: 32, error: 225, prompt: 255 } as const;

/** The longest list that Excel keeps within a rule. */
const LONGEST_LIST = 255;

/** The rule in Excel's terms, or undefined for a list that Excel cannot keep: such cells take any entry. */
export function excelRule({ address, rule }: Pick<Validation, "address" | "rule">): ExcelRule | undefined {
  switch (rule.kind) {
    case "list": {
      const list = rule.values.join(",");
      return list.length > LONGEST_LIST || rule.values.some((value) => value.includes(",")) ? undefined : { type: "list", formula1: list };
    }
    case "listRange":
      return { type: "list", formula1: absoluteReference(rule) };
    case "date":
      return { type: "date", operator: "between", formula1: excelSerial(rule.from), formula2: excelSerial(rule.to) };
    case "textLength":
      return { type: "textLength", operator: "lessThanOrEqual", formula1: rule.maximum };
    default:
      return numberRule(rule.kind, rule, address.split(":")[0]!);
  }
}

/** One of Excel's comparisons where it has one for these limits, otherwise a formula about the top left cell. */
function numberRule(type: "decimal" | "whole", { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: NumberLimits, cell: string): ExcelRule {
  const limits = ([["greaterThanOrEqual", ">=", minimum], ["lessThanOrEqual", "<=", maximum], ["greaterThan", ">", exclusiveMinimum], ["lessThan", "<", exclusiveMaximum]] as const)
    .flatMap(([operator, sign, limit]) => (limit === undefined ? [] : [{ operator, sign, limit }]));
  const [only] = limits;
  if (only && limits.length === 1) return { type, operator: only.operator, formula1: only.limit };
  if (minimum !== undefined && maximum !== undefined && limits.length === 2) return { type, operator: "between", formula1: minimum, formula2: maximum };
  const conditions = [`ISNUMBER(${cell})`, ...(type === "whole" ? [`${cell}=INT(${cell})`] : []), ...limits.map(({ sign, limit }) => `${cell}${sign}${limit}`)];
  // IFERROR, because AND computes the comparison of a text with INT too.
  return { type: "custom", formula1: `IFERROR(AND(${conditions.join(",")}),FALSE)` };
}

/** The validation's texts as Excel takes them: what is too long is cut. */
export function validationTexts({ errorTitle, errorMessage, promptTitle = "", prompt = "" }: Validation): Required<Pick<Validation, "errorTitle" | "errorMessage" | "promptTitle" | "prompt">> {
  return { errorTitle: cut(errorTitle, LONGEST.title), errorMessage: cut(errorMessage, LONGEST.error), promptTitle: cut(promptTitle, LONGEST.title), prompt: cut(prompt, LONGEST.prompt) };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
