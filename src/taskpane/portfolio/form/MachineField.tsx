import { Button, Caption1, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type ComponentType, type ReactElement } from "react";
import { useSettings } from "../../settings";
import { usePortfolio } from "../../store";
import { catalogName, machineNamed, settingText } from "../summaries";
import { termOfField } from "../field-terms";
import { FieldRow, useCalmMessage } from "./FieldRow";
import { useControlStyles, type LeafProps } from "./TextFields";

interface PickerProps {
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  control: { display: "flex", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  input: { flexGrow: 1, minWidth: 0 },
  choose: { flexShrink: 0, minWidth: 0 },
  facts: { display: "block", color: tokens.colorNeutralForeground3, paddingBlockStart: tokens.spacingVerticalXXS },
});

/** A machine by its name, typed or chosen from the catalog, with its figures below. */
export function MachineField({ path, value, label, about, message, onChange }: LeafProps): ReactElement {
  const styles = useStyles();
  const controls = useControlStyles();
  const { draft = {} } = usePortfolio();
  const formats = useSettings();
  const [picker, setPicker] = useState<{ readonly Picker: ComponentType<PickerProps> }>();
  const [unreachable, setUnreachable] = useState(false);
  const chooser = useRef<HTMLButtonElement>(null);
  const { shown, onType, onLeave } = useCalmMessage(message);
  const text = typeof value === "string" ? value : "";
  const machine = machineNamed(draft, text);
  const stock = machine?.settings.find(({ name }) => name === "stock");
  // Fetched with its list when it is first asked for.
  const open = (): void => void import("../picker/MachinePicker").then(({ MachinePicker }) => { setUnreachable(false); setPicker({ Picker: MachinePicker }); }, () => setUnreachable(true));
  const close = (): void => { setPicker(undefined); chooser.current?.focus(); };
  return (
    <div>
      <FieldRow label={label} about={about} term={termOfField(path)} message={shown} stacked>
        {(props) => (
          <div className={styles.control}>
            <Input {...props} className={mergeClasses(controls.control, styles.input)} name={path} autoComplete="off" value={text} onChange={(_, data) => { onType(); onChange(path, data.value); }} onBlur={onLeave} />
            <Button ref={chooser} className={styles.choose} onClick={open}>Catalog</Button>
          </div>
        )}
      </FieldRow>
      {machine && stock && <Caption1 className={styles.facts}>{machine.name === text ? "" : `${catalogName(text) ?? machine.name}: `}{settingText(stock, formats)}</Caption1>}
      {unreachable && <Caption1 role="alert" className={styles.facts}>The list of machines could not be loaded. Check the connection and try again, or type the name.</Caption1>}
      {picker && <picker.Picker chosen={text} onChoose={(name) => { onChange(path, name); close(); }} onClose={close} />}
    </div>
  );
}
