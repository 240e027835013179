import { Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import type { Schema } from "../../../planning/portfolio/schema";
import { useSettings } from "../../settings";
import { fieldText, fieldValue, prefixOf, suffixOf } from "../field-text";
import { termOfField } from "../field-terms";
import { FieldRow, useCalmMessage } from "./FieldRow";

export const useControlStyles = makeStyles({
  control: { minWidth: 0, width: "100%" },
  number: { minWidth: 0, width: "100%", "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums", minWidth: 0 } },
  // As tall as its text, within limits; where browsers do not know this it has three rows.
  note: { minWidth: 0, width: "100%", "& textarea": { fieldSizing: "content", maxHeight: "180px" } },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
});

/** What every field of a form is given. */
export interface LeafProps {
  readonly schema: Schema;
  readonly path: string;
  readonly value: unknown;
  readonly label: string;
  readonly about: string;
  readonly message: string | undefined;
  readonly onChange: (path: string, value: unknown) => void;
}

/** A number in the unit that the settings choose; it is given on in that of the schema. The text stays as typed until the field is left; then it is shown as the form shows numbers. */
export function NumberField({ schema, path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useControlStyles();
  const [typed, setTyped] = useState<string>();
  const { shown, onType, onLeave } = useCalmMessage(message);
  const formats = useSettings();
  const unitId = useId();
  const [prefix, suffix] = [prefixOf(schema), suffixOf(schema, formats)];
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={shown}>
      <Input
        className={styles.number}
        name={path}
        autoComplete="off"
        value={typed ?? fieldText(schema, value, formats)}
        placeholder={fieldText(schema, schema.default, formats)}
        aria-describedby={prefix === "" && suffix === "" ? undefined : unitId}
        contentBefore={prefix === "" ? undefined : <span id={unitId} className={styles.unit}>{prefix}</span>}
        contentAfter={suffix === "" ? undefined : <span id={unitId} className={styles.unit}>{suffix}</span>}
        onChange={(_, { value: text }) => { onType(); setTyped(text); onChange(path, fieldValue(schema, text, formats)); }}
        onBlur={() => { onLeave(); setTyped(undefined); }}
      />
    </FieldRow>
  );
}

/** A name or another short text. Names are given when the field is left, since others refer to them. */
export function TextField({ schema, path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useControlStyles();
  const [typed, setTyped] = useState<string>();
  const text = typeof value === "string" ? value : fieldText(schema, value);
  const give = (): void => {
    if (typed !== undefined && typed !== text) onChange(path, typed.trim());
    setTyped(undefined);
  };
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={message}>
      <Input className={styles.control} name={path} autoComplete="off" value={typed ?? text} onChange={(_, data) => setTyped(data.value)} onBlur={give} onKeyDown={({ key }) => { if (key === "Enter") give(); }} />
    </FieldRow>
  );
}

/** Free text over several lines. */
export function NoteField({ schema, path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useControlStyles();
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={message} stacked>
      <Textarea className={styles.note} name={path} resize="vertical" rows={3} value={fieldText(schema, value)} onChange={(_, data) => onChange(path, data.value === "" ? undefined : data.value)} />
    </FieldRow>
  );
}

/** A day, from the system's calendar. */
export function DayField({ path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useControlStyles();
  const { shown, onType, onLeave } = useCalmMessage(message);
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={shown}>
      <Input className={styles.control} type="date" name={path} value={typeof value === "string" ? value : ""} onChange={(_, data) => { onType(); onChange(path, data.value === "" ? undefined : data.value); }} onBlur={onLeave} />
    </FieldRow>
  );
}
