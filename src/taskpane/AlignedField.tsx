import { Field, makeStyles, mergeClasses, tokens, type FieldProps } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  // Label, control and message take the rows of the form's grid, so that neighbors stay in line whatever wraps.
  field: { gridRow: "span 3", gridTemplateRows: "subgrid", rowGap: 0, paddingTop: tokens.spacingVerticalS },
  wide: { gridColumn: "1 / -1" },
  label: { alignSelf: "end" },
});

/** A labeled control in the form's two columns. */
export function AlignedField({ label, message, wide, children }: { label: string; message: string | undefined; wide?: boolean; children: FieldProps["children"] }): ReactElement {
  const styles = useStyles();
  return (
    <Field className={mergeClasses(styles.field, wide && styles.wide)} label={{ children: label, className: styles.label }} validationMessage={message}>
      {children}
    </Field>
  );
}
