import { Body1Strong, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, type ComponentType, type ReactElement } from "react";
import { resolved, type Schema } from "../../../planning/portfolio/schema";
import { usePortfolio } from "../../store";
import { AddIcon, DeleteIcon } from "../../icons";
import { termOfField } from "../field-terms";
import { startObject } from "../start-values";
import { FieldGroup } from "./FieldGroup";

const useStyles = makeStyles({
  entry: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  title: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  add: { justifySelf: "start" },
  wrong: { color: tokens.colorPaletteRedForeground1, margin: 0, fontSize: tokens.fontSizeBase200 },
});

export interface EntryFormProps {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
  readonly level?: 2 | 3;
  readonly onChange: (path: string, value: unknown) => void;
}

export interface EntriesFieldProps extends EntryFormProps {
  readonly level: 2 | 3;
  readonly message: string | undefined;
  /** shows the fields of one entry */
  readonly form: ComponentType<EntryFormProps>;
}

/** A list inside of a form: ramp dates, tariff periods, settings, machine classes. */
export function EntriesField({ schema, value, path, level, message, onChange, form: Form }: EntriesFieldProps): ReactElement {
  const styles = useStyles();
  const { draft = {} } = usePortfolio();
  const item = resolved(schema.items!);
  const word = item.title!.toLowerCase();
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const list = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const add = (): void => {
    onChange(path, [...entries, startObject(item, draft)]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[data-entry]:last-of-type input, [data-entry]:last-of-type select")?.focus());
  };
  return (
    <FieldGroup title={schema.title!} level={level} about={schema.description ?? ""} term={termOfField(path)}>
      {message !== undefined && <p className={styles.wrong}>{message}</p>}
      <div ref={list} style={{ display: "contents" }}>
        {entries.map((entry, i) => (
          <div key={i} data-entry className={styles.entry} role="group" aria-label={`${item.title} ${i + 1}`}>
            <div className={styles.title}>
              <Body1Strong>{item.title} {i + 1}</Body1Strong>
              <Button size="small" appearance="subtle" icon={<DeleteIcon />} aria-label={`Delete ${word} ${i + 1}`} onClick={() => { onChange(path, entries.filter((_, k) => k !== i)); adder.current?.focus(); }} />
            </div>
            <Form schema={item} value={entry} path={`${path}[${i}]`} level={3} onChange={onChange} />
          </div>
        ))}
      </div>
      <Button ref={adder} className={styles.add} size="small" name={entries.length === 0 ? path : undefined} icon={<AddIcon />} onClick={add}>Add {word}</Button>
    </FieldGroup>
  );
}
