import { Button, Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { fullName } from "../../catalog/catalog";
import { hasFigures } from "../../planning/portfolio/machines";
import { NotAvailableError } from "../../units/errors";
import { useSharedStyles } from "../functions/styles";
import { useSettings } from "../settings";
import { suggest } from "../machine-names";
import type { Place } from "./useComparison";

const useStyles = makeStyles({
  control: { minWidth: 0, width: "100%" },
  list: { maxHeight: "280px" },
  figures: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginInlineStart: "auto", whiteSpace: "nowrap" },
});

/** Another machine: of the catalog, or one of one's own. */
export function AddMachine({ place: { portfolio }, onAdd, onReset }: { place: Place; onAdd: (name: string) => void; onReset: (() => void) | undefined }): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { formatNumber } = useSettings();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string>();
  const own = (portfolio?.machines ?? []).filter(hasFigures).filter(({ id }) => id.toLowerCase().includes(text.trim().toLowerCase()));
  const add = (name: string | undefined): void => {
    if (!name?.trim()) return;
    try {
      onAdd(name.trim());
      setText("");
      setWrong(undefined);
    } catch (error) {
      if (!(error instanceof NotAvailableError)) throw error;
      setWrong(error.message);
    }
  };
  return (
    <>
      <Field label="Add a machine" validationState={wrong ? "error" : "none"} validationMessage={wrong}>
        <Combobox
          freeform className={styles.control} input={{ className: styles.control }} listbox={{ className: styles.list }} placeholder="Type a name, such as S21 Pro" value={text} selectedOptions={[]}
          onChange={(event) => { setText(event.currentTarget.value); setWrong(undefined); }}
          onOptionSelect={(_, { optionValue }) => add(optionValue)}
          onKeyDown={(event) => { if (event.key === "Enter" && event.currentTarget.getAttribute("aria-activedescendant") === null) add(text); }}
        >
          {own.map(({ id, powerW, hashrateThs }) => <Option key={`own ${id}`} value={id} text={id}>{id}<span className={styles.figures}>{formatNumber(powerW / hashrateThs, 1)} J/TH</span></Option>)}
          {suggest(text).map((model) => <Option key={model.id} value={fullName(model)} text={fullName(model)}>{fullName(model)}<span className={styles.figures}>{model.efficiencyJth} J/TH</span></Option>)}
        </Combobox>
      </Field>
      {onReset && <div className={shared.actions}><Button size="small" onClick={onReset}>Back to the first selection</Button></div>}
    </>
  );
}
