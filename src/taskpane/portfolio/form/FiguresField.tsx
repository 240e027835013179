import { Caption1, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSettings, type Formats } from "../../settings";
import { termOfField } from "../field-terms";
import { FieldRow } from "./FieldRow";
import type { LeafProps } from "./TextFields";

const useStyles = makeStyles({
  area: { width: "100%", "& textarea": { fontVariantNumeric: "tabular-nums", minHeight: "96px", maxHeight: "220px" } },
  facts: { color: tokens.colorNeutralForeground3, display: "block", paddingBlockStart: tokens.spacingVerticalXXS },
});

/** A figure a month, typed or pasted one below another. What is no figure stays as its text, to be put right. */
export function FiguresField({ schema, path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useStyles();
  const formats = useSettings();
  const [typed, setTyped] = useState<string>();
  const figures: readonly unknown[] = Array.isArray(value) ? value : [];
  const give = (): void => {
    if (typed !== undefined) onChange(path, figuresOf(typed));
    setTyped(undefined);
  };
  return (
    <>
      <FieldRow label={label} about={about} term={termOfField(path)} message={message} stacked>
        <Textarea className={styles.area} name={path} resize="vertical" value={typed ?? figures.map(String).join("\n")} onChange={(_, data) => setTyped(data.value)} onBlur={give} />
      </FieldRow>
      <Caption1 className={styles.facts}>{factsOf(figures, formats, schema.items?.unit)}</Caption1>
    </>
  );
}

/** The figures of a text: parted by lines, tabs, blanks or semicolons; "1,234.5" is one figure, "1, 2" are two. */
export function figuresOf(text: string): (number | string)[] {
  return text.split(/[\s;]+/).map((part) => part.replace(/,$/, "")).filter((part) => part !== "").map((part) => {
    const plain = part.replace(/^\$/, "");
    const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
    return digits !== "" && Number.isFinite(Number(digits)) ? Number(digits) : part;
  });
}

/** "48 figures, from 39,228 to 78,457", with the unit where it is one that can be chosen */
export function factsOf(figures: readonly unknown[], { formatNumber, formatFigures, toShown, unitFor }: Formats, unit = ""): string {
  const numbers = figures.filter((each) => typeof each === "number");
  if (figures.length === 0) return "No figures yet: type or paste one a line.";
  const [bad] = figures.flatMap((each, i) => (typeof each === "number" ? [] : [`number ${formatNumber(i + 1)}, "${String(each)}", is none`]));
  if (numbers.length === 0) return `No figures: ${bad!}.`;
  const shown = (figure: number): string => formatFigures(toShown(figure, unit), 6);
  const after = unit.startsWith("$/") ? ` ${unitFor(unit)}` : "";
  const [low, high] = numbers.reduce(([least, most], each) => [Math.min(least, each), Math.max(most, each)], [Infinity, -Infinity] as [number, number]);
  return `${formatNumber(numbers.length)} ${numbers.length === 1 ? "figure" : "figures"}, ${low === high ? `all ${shown(low)}` : `from ${shown(low)} to ${shown(high)}`}${after}${bad === undefined ? "" : `; ${bad}`}`;
}
