import { Field, InfoLabel, makeStyles, mergeClasses, tokens, type FieldProps, type LabelProps } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { TermLink, type TermId } from "../../glossary";

const useStyles = makeStyles({
  // Label and control side by side, as in a property sheet; what is wrong below both, over the whole width.
  row: { display: "grid", gridTemplateColumns: "minmax(0, 46%) minmax(0, 54%)", gridTemplateRows: "auto auto auto", columnGap: 0, alignItems: "start" },
  label: { gridColumn: "1", gridRow: "1", paddingBlock: "5px", paddingInlineEnd: 0, marginInlineEnd: 0 },
  message: { gridColumn: "1 / -1", gridRow: "2", paddingBlock: `${tokens.spacingVerticalXXS} ${tokens.spacingVerticalXS}` },
  info: { color: tokens.colorNeutralForeground3 },
  about: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start", maxWidth: "232px" },
  stacked: { gridTemplateColumns: "minmax(0, 1fr)" },
  stackedMessage: { gridRow: "3" },
});

export interface FieldRowProps {
  readonly label: string;
  /** what the field is, shown on demand */
  readonly about: string;
  /** the glossary's entry for it */
  readonly term?: TermId;
  readonly message: string | undefined;
  /** the control below its label, over the whole width */
  readonly stacked?: boolean;
  readonly children: FieldProps["children"];
}

/** A labeled control of a form, with what is wrong below it. */
export function FieldRow({ label, about, term, message, stacked, children }: FieldRowProps): ReactElement {
  const styles = useStyles();
  return (
    <Field
      orientation={stacked ? "vertical" : "horizontal"}
      className={mergeClasses(styles.row, stacked && styles.stacked)}
      label={{
        className: styles.label,
        children: (_: unknown, props: LabelProps) => (about === "" ? <label {...(props)}>{label}</label> : (
          <InfoLabel {...props} info={{ className: styles.about, children: <>{about}{term && <TermLink id={term} />}</> }} infoButton={{ className: styles.info }}>{label}</InfoLabel>
        )),
      }}
      validationMessage={message === undefined ? undefined : { children: message, className: mergeClasses(styles.message, stacked && styles.stackedMessage) }}
      validationState={message === undefined ? "none" : "error"}
    >
      {children}
    </Field>
  );
}

/** A message that does not come up while one is typing: it waits until the field is left, and goes as soon as it is put right. */
export function useCalmMessage(message: string | undefined): { readonly shown: string | undefined; readonly onType: () => void; readonly onLeave: () => void } {
  const [typingWithout, setTypingWithout] = useState(false);
  return {
    shown: typingWithout ? undefined : message,
    onType: () => { if (message === undefined) setTypingWithout(true); },
    onLeave: () => setTypingWithout(false),
  };
}
