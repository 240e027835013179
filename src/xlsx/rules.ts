import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import { excelRule, validationTexts, type ConditionalFormat, type Validation } from "../model-sheets";
import { hexColor } from "./cell-style";

/** None where Excel cannot keep the rule. */
export function fileValidation(validation: Validation): DataValidation[] {
  const rule = excelRule(validation);
  if (!rule) return [];
  const { errorTitle, errorMessage, promptTitle, prompt } = validationTexts(validation);
  const isListOfValues = validation.rule.kind === "list";
  return [{
    type: rule.type, range: validation.address, allowBlank: true, errorStyle: "stop",
    ...(rule.operator && { operator: rule.operator }),
    formula1: isListOfValues ? `"${String(rule.formula1).replaceAll('"', '""')}"` : String(rule.formula1),
    ...(rule.formula2 !== undefined && { formula2: String(rule.formula2) }),
    showErrorMessage: true, errorTitle, errorMessage,
    ...((promptTitle || prompt) && { showInputMessage: true, inputTitle: promptTitle, inputMessage: prompt }),
  }];
}

export function fileConditionalRule({ address, formula, fontColor, fillColor, bold }: ConditionalFormat, index: number): ConditionalRule {
  const fill = fillColor && { rgb: hexColor(fillColor) };
  return {
    type: "expression", range: address, priority: index + 1, formula: formula.slice(1),
    style: {
      ...((fontColor ?? bold) && { font: { bold, ...(fontColor && { color: { rgb: hexColor(fontColor) } }) } }),
      // Of a conditional fill, Excel shows the background color.
      ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: fill, bgColor: fill } }),
    },
  };
}
