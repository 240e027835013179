import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";

export const useFormStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingBlockStart: tokens.spacingVerticalM, marginBlockStart: tokens.spacingVerticalS },
  heading: { margin: 0 },
  title: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  about: { color: tokens.colorNeutralForeground3 },
});

/** Fields under a heading. */
export function FieldGroup({ title, about, level, action, children }: { title: string; about: string; level: 3 | 4; action?: ReactNode; children: ReactNode }): ReactElement {
  const styles = useFormStyles();
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <div className={styles.title}>
        <Subtitle2 as={`h${level}`} id={heading} className={styles.heading}>{title}</Subtitle2>
        {action}
      </div>
      {about !== "" && <Caption1 className={styles.about}>{about}</Caption1>}
      {children}
    </section>
  );
}
