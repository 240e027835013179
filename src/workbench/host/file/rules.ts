import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import { areaAddress } from "../address";
import type { ConditionalFormatModel, DataValidationModel } from "../contract";
import { storedFormula } from "./formulas";
import { rgb } from "./styles";

const OPERATORS = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual",
  GreaterThan: "greaterThan", LessThan: "lessThan", GreaterThanOrEqual: "greaterThanOrEqual", LessThanOrEqual: "lessThanOrEqual",
} as const;

type Operator = keyof typeof OPERATORS;

export function fileConditionalRule({ area, type, rule, fontColor, bold, fillColor, priority, stopIfTrue }: ConditionalFormatModel): ConditionalRule {
  const formulas = (type === "Custom" ? [rule?.["formula"]] : [rule?.["formula1"], rule?.["formula2"]]).flatMap((each) => (each === undefined ? [] : [storedFormula(each)]));
  return {
    type: type === "Custom" ? "expression" : "cellIs", range: areaAddress(area), priority: priority + 1, stopIfTrue,
    ...(type === "CellValue" && { operator: OPERATORS[rule?.["operator"] as Operator] }),
    formula: formulas.length === 1 ? formulas[0]! : formulas,
    style: {
      ...((fontColor !== null || bold !== null) && { font: { ...(bold !== null && { bold }), ...(fontColor !== null && { color: rgb(fontColor) }) } }),
      // Of a conditional fill, Excel shows the background color.
      ...(fillColor !== null && { fill: { type: "pattern", pattern: "solid", fgColor: rgb(fillColor), bgColor: rgb(fillColor) } }),
    },
  };
}

interface Comparison {
  readonly operator?: Operator;
  readonly formula?: unknown;
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly source?: unknown;
}

const ALERTS: Readonly<Record<string, NonNullable<DataValidation["errorStyle"]>>> = { Stop: "stop", Warning: "warning", Information: "information" };

/** None where nothing is asked of the cells. */
export function fileValidation({ area, rule, errorAlert, prompt, ignoreBlanks }: DataValidationModel): DataValidation[] {
  const [kind, given] = Object.entries(rule)[0] ?? [];
  if (kind === undefined) return [];
  const { operator, formula, formula1, formula2, source } = given as Comparison;
  const first = kind === "list" ? listFormula(source) : entry(formula1 ?? formula);
  return [{
    type: kind === "wholeNumber" ? "whole" : (kind as DataValidation["type"]), range: areaAddress(area), allowBlank: ignoreBlanks,
    ...(operator && { operator: OPERATORS[operator] }),
    formula1: first,
    ...(formula2 !== undefined && formula2 !== null && { formula2: entry(formula2) }),
    ...(errorAlert && { showErrorMessage: errorAlert["showAlert"] !== false, errorTitle: shown(errorAlert["title"]), errorMessage: shown(errorAlert["message"]), errorStyle: ALERTS[shown(errorAlert["style"])] ?? "stop" }),
    ...(prompt && { showInputMessage: prompt["showPrompt"] !== false, inputTitle: shown(prompt["title"]), inputMessage: shown(prompt["message"]) }),
  }];
}

function listFormula(source: unknown): string {
  const given = shown(source);
  return given.startsWith("=") ? storedFormula(given) : `"${given.replaceAll('"', '""')}"`;
}

function entry(value: unknown): string {
  return typeof value === "string" && value.startsWith("=") ? storedFormula(value) : shown(value);
}

function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
