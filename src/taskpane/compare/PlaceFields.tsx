import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { TermButton } from "../glossary";
import { useSettings } from "../settings";
import { FIELDS, fieldText, type ComparisonField } from "./fields";
import { TYPED, type Comparison } from "./useComparison";

const useStyles = makeStyles({
  two: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: tokens.spacingVerticalM, alignItems: "start" },
  control: { minWidth: 0, width: "100%" },
  summary: { cursor: "pointer", color: tokens.colorBrandForeground1, paddingBlock: tokens.spacingVerticalXS },
  unit: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
});

const FIRST = FIELDS.slice(0, 1);
const ASSUMPTIONS = FIELDS.slice(1);

/** Whose power price, and under which assumptions. */
export function PlaceFields({ comparison }: { comparison: Comparison }): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { place: { portfolio }, siteId, chooseSite, wrong, replaced } = comparison;
  const needed = ASSUMPTIONS.filter(({ key }) => key !== "resaleUsdTh" || replaced);
  const anyWrong = needed.some(({ key }) => wrong[key] !== undefined);
  return (
    <section className={shared.section} aria-label="Where">
      <div className={styles.two}>
        <Field label="Where">
          <Select className={styles.control} value={siteId} onChange={(_, { value }) => chooseSite(value)}>
            {portfolio?.sites.map(({ id }) => <option key={id} value={id}>{id}</option>)}
            <option value={TYPED}>A typed price</option>
          </Select>
        </Field>
        {FIRST.map((field) => <NumberField key={field.key} field={field} comparison={comparison} />)}
      </div>
      <details open={anyWrong || undefined}>
        <summary className={styles.summary}>Assumptions: PUE, uptime, fee, decline, rate, life</summary>
        <div className={styles.two}>{needed.map((field) => <NumberField key={field.key} field={field} comparison={comparison} />)}</div>
      </details>
    </section>
  );
}

/** A number that begins with the site's, and can be put over it. */
function NumberField({ field, comparison: { texts, setTexts, defaults, wrong, replaced } }: { field: ComparisonField; comparison: Comparison }): ReactElement {
  const styles = useStyles();
  const formats = useSettings();
  const { key, label, unit, term } = field;
  const name = key === "resaleUsdTh" && replaced ? `${replaced.label} sells for` : label;
  const given = fieldText(field, defaults[key], formats);
  const text = texts[key] ?? given;
  const message = wrong[key];
  return (
    <Field
      label={{ children: (_: unknown, props: object) => <span className={styles.label}><label {...props}>{name}</label>{term && <TermButton id={term} name={label} />}</span> }}
      validationState={message ? "error" : "none"}
      validationMessage={message ?? (text !== given ? `was ${given}` : undefined)}
    >
      <Input
        className={styles.control} input={{ className: styles.control }} value={text} inputMode="decimal" spellCheck={false}
        contentAfter={<span className={styles.unit}>{formats.unitFor(unit)}</span>}
        onChange={(_, { value }) => setTexts({ ...texts, [key]: value })}
        onBlur={() => { if (text.trim() === "") { const { [key]: _, ...others } = texts; setTexts(others); } }}
      />
    </Field>
  );
}
