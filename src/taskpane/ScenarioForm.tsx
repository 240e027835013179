import { Body1, Input, makeStyles, Subtitle2, Title3, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { AlignedField } from "./AlignedField";
import { BuildBar } from "./BuildBar";
import { CANDIDATE_FIELDS, FLEET_FIELDS, initialForm, MARKET_FIELDS, PLAN_FIELDS, readForm, SITE_FIELDS, type FieldSpec, type FormState, type MachineOwner } from "./form-state";
import { KeyFigures } from "./KeyFigures";
import { MachineField } from "./MachineField";
import { useBuild } from "./useBuild";

const useStyles = makeStyles({
  page: { display: "grid", rowGap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`, maxWidth: "480px", boxSizing: "border-box" },
  intro: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0 0` },
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM },
  input: { minWidth: 0, width: "100%" },
  heading: { margin: 0 },
});

/** One site, its fleet and one candidate: asks, shows key figures while typing, and builds the sheets. */
export function ScenarioForm(): ReactElement {
  const styles = useStyles();
  const [form, setForm] = useState(initialForm);
  const { inputs, messages, plan } = useMemo(() => readForm(form), [form]);
  const { state, build, dismiss } = useBuild();
  const fields = useRef<HTMLFormElement>(null);
  const showWrong = (): void => fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  const setText = (path: string, text: string): void => setForm((now) => ({ ...now, texts: { ...now.texts, [path]: text } }));
  const setMachine = (owner: MachineOwner, name: string): void => setForm((now) => ({ ...now, machines: { ...now.machines, [owner]: name } }));
  const group = (fields: readonly FieldSpec[]): ReactNode => fields.map((field) => (
    <AlignedField key={field.path} label={field.label} message={messages.get(field.path)} wide={field.wide}>
      <Input
        className={styles.input}
        value={form.texts[field.path] ?? ""}
        inputMode={field.kind === "text" || field.kind === "difficulty" ? "text" : "decimal"}
        onChange={(_, { value }) => setText(field.path, value)}
      />
    </AlignedField>
  ));
  const machine = (owner: MachineOwner, label: string, current: FormState): ReactNode => (
    <MachineField label={label} value={current.machines[owner]} message={messages.get(`${owner}.machine`)} onChange={(name) => setMachine(owner, name)} />
  );
  return (
    <form ref={fields} className={styles.page} onSubmit={(event) => event.preventDefault()}>
      <header>
        <Title3 as="h1" block className={styles.heading}>Scenario</Title3>
        <Body1 as="p" block className={styles.intro}>Keep, upgrade or shut down one site. The result is three sheets of plain Excel formulas.</Body1>
      </header>
      <Section title="Site">{group(SITE_FIELDS)}</Section>
      <Section title="Fleet">{machine("fleet", "Machine", form)}{group(FLEET_FIELDS)}</Section>
      <Section title="Candidate">{machine("candidate", "Candidate", form)}{group(CANDIDATE_FIELDS)}</Section>
      <Section title="Market">{group(MARKET_FIELDS)}</Section>
      <Section title="Plan">{group(PLAN_FIELDS)}</Section>
      <KeyFigures plan={plan} />
      <BuildBar state={state} wrongFields={messages.size} onBuild={() => void build(inputs)} onShowWrong={showWrong} onDismiss={dismiss} />
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.heading}>{title}</Subtitle2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
