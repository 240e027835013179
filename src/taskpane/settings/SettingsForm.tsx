import { Body1, Button, Caption1, Field, Input, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { LIVE_HOSTS } from "../../market/live";
import { useSharedStyles } from "../functions/styles";
import { TermButton, type TermId } from "../glossary";
import { hostProblem, type Settings } from "./settings";
import { useSettings } from "./useSettings";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  input: { minWidth: 0, width: "100%" },
  own: { paddingInlineStart: tokens.spacingHorizontalXXL },
});

interface Choice<Key extends keyof Settings> {
  readonly key: Key;
  readonly label: string;
  readonly term?: TermId;
  readonly options: readonly (readonly [Settings[Key], string])[];
}

const POWER: Choice<"powerUnit"> = { key: "powerUnit", label: "Power prices", options: [["$/kWh", "$/kWh, such as 0.0550"], ["$/MWh", "$/MWh, such as 55.00"]] };
const HASHRATE: Choice<"hashrateUnit"> = { key: "hashrateUnit", label: "Hashrate", term: "hashrate", options: [["TH/s", "TH/s"], ["PH/s", "PH/s"]] };
const HASHPRICE: Choice<"hashpriceUnit"> = { key: "hashpriceUnit", label: "Hashprice and hashcost", term: "hashprice", options: [["$/PH/day", "$/PH/day, such as 39.13"], ["$/TH/day", "$/TH/day, such as 0.03913"]] };
const GROUPING: Choice<"grouping"> = { key: "grouping", label: "Large numbers", options: [["comma", "1,234,567.89"], ["space", "1 234 567.89"], ["none", "1234567.89"]] };

/** How figures are shown and where live ones come from; every change counts at once. */
export function SettingsForm(): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { kept, problem, undoLabel, undo } = useSettings();
  return (
    <div className={styles.form}>
      <Body1 as="p" block className={shared.text}>How this pane shows figures. Formulas, tables and sheets keep their own units.</Body1>
      <ChoiceField choice={POWER} />
      <ChoiceField choice={HASHRATE} />
      <ChoiceField choice={HASHPRICE} />
      <ChoiceField choice={GROUPING} />
      <HostField />
      <Field label="Colors"><Caption1 as="p" block className={shared.small}>Light or dark as Office is: File, Account, Office Theme. Windows' contrast themes are followed too.</Caption1></Field>
      <div className={shared.actions}>
        <Button disabledFocusable={undoLabel === undefined} onClick={undo}>{undoLabel === undefined ? "Undo" : `Undo: ${undoLabel}`}</Button>
      </div>
      <div aria-live="polite">
        {kept === "workbook" && <Caption1 as="p" block className={shared.small}>Kept in this workbook, and saved with it. Who opens the workbook sees figures the same way.</Caption1>}
        {kept === "session" && (
          <MessageBar intent="warning" layout="multiline"><MessageBarBody><MessageBarTitle>Kept only until the pane is closed.</MessageBarTitle> {problem}</MessageBarBody></MessageBar>
        )}
      </div>
    </div>
  );
}

function ChoiceField<Key extends "powerUnit" | "hashrateUnit" | "hashpriceUnit" | "grouping">({ choice: { key, label, term, options } }: { choice: Choice<Key> }): ReactElement {
  const { settings, change } = useSettings();
  return (
    <Field label={{ children: (_: unknown, props: object) => <span><label {...props}>{label}</label>{term && <TermButton id={term} name={label} />}</span> }}>
      <RadioGroup value={settings[key]} onChange={(_, { value }) => change({ [key]: value }, label)}>
        {options.map(([value, text]) => <Radio key={value} value={value} label={text} />)}
      </RadioGroup>
    </Field>
  );
}

const OWN = "own";

function HostField(): ReactElement {
  const styles = useStyles();
  const { settings: { liveHost }, change } = useSettings();
  const known = (LIVE_HOSTS as readonly string[]).includes(liveHost);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const own = typed ?? (known ? undefined : liveHost);
  const wrong = own === undefined || own === liveHost ? undefined : hostProblem(own);
  const choose = (value: string): void => {
    if (value === OWN) return setTyped("");
    setTyped(undefined);
    change({ liveHost: value }, "Live figures");
  };
  const keep = (): void => {
    if (typed === undefined || wrong || typed.trim() === liveHost) return;
    change({ liveHost: typed.trim() }, "Live figures");
    setTyped(undefined);
  };
  return (
    <div>
      <Field label="Live market figures" hint="Asked only when you refresh on the Market screen. The host learns your network address and browser, and nothing of your plan.">
        <RadioGroup value={own === undefined ? liveHost : OWN} onChange={(_, { value }) => choose(value)}>
          {LIVE_HOSTS.map((host) => <Radio key={host} value={host} label={host} />)}
          <Radio value={OWN} label="A host of your own" />
        </RadioGroup>
      </Field>
      {own !== undefined && (
        <Field className={styles.own} label="Address" validationState={wrong && own !== "" ? "error" : "none"} validationMessage={wrong && own !== "" ? wrong : "With mempool.space's interface, over https. Press Enter to keep it."}>
          <Input className={styles.input} value={own} spellCheck={false} placeholder="https://mempool.example.com" onChange={(_, { value }) => setTyped(value)} onBlur={keep} onKeyDown={({ key }) => { if (key === "Enter") keep(); }} />
        </Field>
      )}
    </div>
  );
}
