import { Button, Combobox, Field, Input, makeStyles, Option, tokens, Tooltip } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { fullName } from "../../catalog/catalog";
import type { Argument } from "../../functions/definition";
import { argumentUnit } from "../../functions/help";
import { describeArgument } from "../../functions/metadata";
import { suggest } from "../machine-names";
import type { Entry } from "./entries";
import { SelectionIcon } from "./icons";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalXS },
  control: { minWidth: 0, width: "100%" },
  list: { maxHeight: "280px" },
  figures: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginInlineStart: "auto", whiteSpace: "nowrap" },
  meaning: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Kinds of values whose field shows by itself what it takes. */
const WITHOUT_UNIT: ReadonlySet<string> = new Set(["number", "choice", "TRUE or FALSE", "text"]);

interface Suggestion {
  readonly text: string;
  readonly remark: string;
}

interface Props {
  readonly argument: Argument;
  readonly text: string;
  readonly entry: Entry;
  readonly required: boolean;
  readonly onText: (text: string) => void;
  readonly onUseSelection: () => void;
}

/** One argument: a value, a choice, a machine, cells, or "=" and an expression. */
export function ArgumentField({ argument, text, entry, required, onText, onUseSelection }: Props): ReactElement {
  const styles = useStyles();
  const unit = argumentUnit(argument);
  const label = WITHOUT_UNIT.has(unit) ? argument.name : `${argument.name} (${unit})`;
  const message = entry.kind === "wrong" ? { validationState: "error" as const, validationMessage: entry.message } : entry.kind === "literal" && entry.note ? { validationState: "none" as const, validationMessage: entry.note } : {};
  const placeholder = placeholderOf(argument, required);
  return (
    <Field label={label} required={required} hint={describeArgument(argument)} {...message}>
      {(props) => (
        <div className={styles.row}>
          {offersChoices(argument)
            ? <SuggestingInput {...props} argument={argument} text={text} placeholder={placeholder} onText={onText} />
            : <Input {...props} className={styles.control} value={text} placeholder={placeholder} spellCheck={false} onChange={(_, { value }) => onText(value)} />}
          <Tooltip content="Use selection" relationship="description">
            <Button icon={<SelectionIcon />} aria-label={`Use selection for ${argument.name}`} onClick={onUseSelection} />
          </Tooltip>
        </div>
      )}
    </Field>
  );
}

function SuggestingInput({ argument, text, placeholder, onText, ...props }: { argument: Argument; text: string; placeholder: string | undefined; onText: (text: string) => void }): ReactElement {
  const styles = useStyles();
  const [typing, setTyping] = useState(false);
  const suggestions = suggestionsFor(argument, typing ? text : "");
  return (
    <Combobox
      {...props}
      freeform
      className={styles.control}
      input={{ className: styles.control }}
      listbox={{ className: styles.list }}
      placeholder={placeholder}
      value={text}
      selectedOptions={suggestions.filter((each) => each.text.toLowerCase() === text.toLowerCase()).map((each) => each.text)}
      onChange={(event) => {
        setTyping(true);
        onText(event.currentTarget.value);
      }}
      onOptionSelect={(_, { optionText }) => {
        setTyping(false);
        if (optionText !== undefined) onText(optionText);
      }}
      onBlur={() => setTyping(false)}
    >
      {suggestions.map(({ text: option, remark }) => (
        <Option key={option} value={option} text={option}>
          {argument.kind === "choice" ? <span>{option}<span className={styles.meaning}>{remark}</span></span> : <>{option}{remark && <span className={styles.figures}>{remark}</span>}</>}
        </Option>
      ))}
    </Combobox>
  );
}

function offersChoices(argument: Argument): boolean {
  return argument.kind === "choice" || argument.kind === "flag" || argument.kind === "model" || (argument.kind === "number" && argument.hardware !== undefined);
}

function suggestionsFor(argument: Argument, typed: string): Suggestion[] {
  if (argument.kind === "choice") {
    const fits = Object.entries(argument.choices).filter(([word]) => word.toLowerCase().startsWith(typed.toLowerCase()));
    return (fits.length > 0 ? fits : Object.entries(argument.choices)).map(([text, remark]) => ({ text, remark }));
  }
  if (argument.kind === "flag") return [{ text: "TRUE", remark: "" }, { text: "FALSE", remark: "" }];
  // A number or an address is no search for a machine.
  if (/^[=\d.,\s-]*$/.test(typed) && typed !== "") return [];
  return suggest(typed).map((model) => ({ text: fullName(model), remark: `${model.efficiencyJth} J/TH` }));
}

function placeholderOf(argument: Argument, required: boolean): string | undefined {
  if ("default" in argument && argument.default !== undefined && argument.default !== "") return typeof argument.default === "boolean" ? String(argument.default).toUpperCase() : String(argument.default);
  return required ? undefined : "optional";
}
