import { Combobox, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { asicModels, fullName, type AsicModel } from "../catalog/catalog";
import { AlignedField } from "./AlignedField";
import { completedName } from "./form-state";

/** More suggestions than this do not help to find one. */
const MOST_SUGGESTIONS = 40;

const useStyles = makeStyles({
  list: { maxHeight: "280px" },
  input: { minWidth: 0 },
  figures: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap", marginInlineStart: "auto" },
});

/** A machine of the catalog, found while typing. `value` is the text as typed or chosen. */
export function MachineField({ label, value, message, onChange }: { label: string; value: string; message: string | undefined; onChange: (name: string) => void }): ReactElement {
  const styles = useStyles();
  const [typing, setTyping] = useState(false);
  const suggestions = useMemo(() => suggest(typing ? value : ""), [typing, value]);
  return (
    <AlignedField label={label} message={typing ? undefined : message} wide>
      <Combobox
        freeform
        className={styles.input}
        listbox={{ className: styles.list }}
        value={value}
        selectedOptions={[value]}
        onChange={(event) => {
          setTyping(true);
          onChange(event.currentTarget.value);
        }}
        onOptionSelect={(_, { optionText }) => {
          if (optionText === undefined) return;
          setTyping(false);
          onChange(optionText);
        }}
        onBlur={() => {
          setTyping(false);
          onChange(completedName(value));
        }}
      >
        {suggestions.map((model) => (
          <Option key={model.id} value={fullName(model)} text={fullName(model)}>
            {fullName(model)}
            <span className={styles.figures}>{model.efficiencyJth} J/TH</span>
          </Option>
        ))}
      </Combobox>
    </AlignedField>
  );
}

/** Machines whose name has every word that was typed; most efficient first, as the catalog is ordered. */
export function suggest(typed: string): AsicModel[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const fits = asicModels().filter((model) => {
    const name = fullName(model).toLowerCase();
    return words.every((word) => name.includes(word));
  });
  return fits.slice(0, MOST_SUGGESTIONS);
}
