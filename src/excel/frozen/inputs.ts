import { textInput } from "../cell-input";

/**
 * What to enter so that cells hold exactly these values, which formulas have calculated. An empty text stays one, and does not become a blank.
 * @param types Excel.RangeValueType of each
 */
export function inputsOf(values: readonly (readonly unknown[])[], types: readonly (readonly unknown[])[]): (string | number | boolean)[][] {
  return values.map((line, r) => line.map((value, c) => {
    if (typeof value === "number" || typeof value === "boolean") return value;
    const text = typeof value === "string" ? value : "";
    if (text === "") return "'";
    return types[r]?.[c] === "Error" ? text : textInput(text);
  }));
}
