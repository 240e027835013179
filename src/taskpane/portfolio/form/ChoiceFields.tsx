import { Checkbox, FieldContextProvider, makeStyles, Select, Switch, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { isMonths, MONTHS, spelled } from "../words";
import { termOfField } from "../field-terms";
import { FieldRow } from "./FieldRow";
import { useControlStyles, type LeafProps } from "./TextFields";

const useStyles = makeStyles({
  boxes: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  calendar: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(68px, 1fr))", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Longer ones would be cut off in a pane of 320 pixels. */
const LETTERS_BESIDE_LABEL = 15;

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One of several values. A value that is none of them stays to be seen until another is chosen. */
export function ChoiceField({ path, value, label, about, message, choices, stacked, onChange }: Omit<LeafProps, "schema"> & { readonly choices: readonly Choice[]; readonly stacked?: boolean }): ReactElement {
  const styles = useControlStyles();
  const current = value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const known = choices.some((each) => each.value === current);
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={message} stacked={stacked}>
      <Select className={styles.control} name={path} value={current} onChange={(_, data) => onChange(path, data.value)}>
        {!known && <option value={current}>{current === "" ? "Choose …" : current}</option>}
        {choices.map((each) => <option key={each.value} value={each.value}>{each.text}</option>)}
      </Select>
    </FieldRow>
  );
}

/** One of the schema's values. */
export function EnumField(props: LeafProps): ReactElement {
  const { schema, value, onChange } = props;
  const values = schema.enum!;
  const give = (path: string, chosen: unknown): void => onChange(path, values.find((each) => String(each) === chosen) ?? chosen);
  const choices = values.map((each) => ({ value: String(each), text: typeof each === "number" && schema.unit ? `${each} ${schema.unit}` : spelled(each) }));
  return <ChoiceField {...props} value={value ?? schema.default} onChange={give} choices={choices} stacked={choices.some(({ text }) => text.length > LETTERS_BESIDE_LABEL)} />;
}

export function SwitchField({ path, value, label, about, message, onChange }: LeafProps): ReactElement {
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={message}>
      <Switch name={path} checked={value === true} label={value === true ? "Yes" : "No"} onChange={(_, { checked }) => onChange(path, checked)} />
    </FieldRow>
  );
}

/** Several of a few values, each with a box. @param named the values are names, shown as they are */
export function BoxesField({ schema, path, value, label, about, message, choices, named, onChange }: LeafProps & { readonly choices: readonly (string | number)[]; readonly named?: boolean }): ReactElement {
  const styles = useStyles();
  const months = isMonths(schema);
  const wordOf = (each: string | number): string => (months && typeof each === "number" ? (MONTHS[each - 1] ?? String(each)) : named ? String(each) : spelled(each));
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  // What is none of the choices stays in the list until its box is cleared.
  const all = [...choices, ...chosen.filter((each): each is string | number => (typeof each === "string" || typeof each === "number") && !choices.includes(each))];
  const toggle = (each: string | number, on: boolean): void => onChange(path, all.filter((other) => (other === each ? on : chosen.includes(other))));
  return (
    <FieldRow label={label} about={about} term={termOfField(path)} message={message} stacked={months}>
      {(props) => (
        // Each box has a label of its own; the row's is the group's.
        <FieldContextProvider value={undefined}>
          <div id={props.id} role="group" aria-label={label} aria-describedby={props["aria-describedby"]} className={months ? styles.calendar : styles.boxes}>
            {all.map((each, i) => <Checkbox key={each} name={i === 0 ? path : undefined} checked={chosen.includes(each)} label={wordOf(each)} onChange={(_, { checked }) => toggle(each, checked === true)} />)}
          </div>
        </FieldContextProvider>
      )}
    </FieldRow>
  );
}
