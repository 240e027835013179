import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";
import { TermButton, type TermId } from "../../glossary";

export const useFormStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingBlockStart: tokens.spacingVerticalM, marginBlockStart: tokens.spacingVerticalS },
  heading: { margin: 0 },
  inner: { borderTop: "none", paddingBlockStart: 0 },
  innerHeading: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  title: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  term: { marginInlineEnd: "auto", display: "inline-flex" },
  about: { color: tokens.colorNeutralForeground3 },
});

/** Fields under a heading. */
export function FieldGroup({ title, about, term, level, action, children }: { title: string; about: string; term?: TermId; level: 2 | 3; action?: ReactNode; children: ReactNode }): ReactElement {
  const styles = useFormStyles();
  const heading = useId();
  return (
    <section className={mergeClasses(styles.group, level === 3 && styles.inner)} aria-labelledby={heading}>
      <div className={styles.title}>
        <Subtitle2 as={`h${level}`} id={heading} className={mergeClasses(styles.heading, level === 3 && styles.innerHeading)}>{title}</Subtitle2>{term && <span className={styles.term}><TermButton id={term} name={title} /></span>}
        {action}
      </div>
      {about !== "" && <Caption1 className={styles.about}>{about}</Caption1>}
      {children}
    </section>
  );
}
