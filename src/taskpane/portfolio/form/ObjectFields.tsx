import { Switch } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { formOf, kindsOf, resolved, type Schema } from "../../../planning/portfolio/schema";
import { propertiesOf } from "../../../planning/portfolio/tables-fields";
import { useSettings } from "../../settings";
import { usePortfolio, valueAt } from "../../store";
import { termOfField } from "../field-terms";
import { aboutField } from "../field-text";
import { problemText, problemWithin } from "../problems";
import { startFigures, startObject, startValue, withKind } from "../start-values";
import { ChoiceField } from "./ChoiceFields";
import { EntriesField } from "./EntriesField";
import { FieldGroup, useFormStyles } from "./FieldGroup";
import { Leaf } from "./leaf";

export interface ObjectFieldsProps {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
  readonly onChange: (path: string, value: unknown) => void;
  /** fields that have no place in this form */
  readonly omit?: readonly string[];
  /** level of the groups' headings */
  readonly level?: 2 | 3;
}

/** The fields of an object by its schema: of a choice its kind and the fields of that, of nested objects a group each. */
export function ObjectFields(props: ObjectFieldsProps): ReactElement {
  const { schema, value, path, onChange, omit = [], level = 2 } = props;
  const styles = useFormStyles();
  const { problems, draft = {} } = usePortfolio();
  const formats = useSettings();
  const form = formOf(schema, value);
  const fields = Object.entries(form ? propertiesOf(form) : {}).filter(([name, field]) => field.const === undefined && !omit.includes(name));
  const required = form?.required ?? [];
  // What is read last, and what is none of the figures.
  const order = ([name, field]: readonly [string, Schema]): number => (name === "note" ? 1 : field.type === "object" || isEntries(field) ? 2 : 0);
  const messageAt = (at: string, exact: boolean): string | undefined => {
    const problem = exact ? problems.find((each) => each.path === at) : problemWithin(problems, at);
    return problem && problemText(problem);
  };
  return (
    <div className={styles.fields}>
      {schema.oneOf && (
        <ChoiceField
          path={below(path, "kind")} value={valueAt(value, ["kind"])} label="Kind" about={form?.description ?? schema.description ?? ""} message={messageAt(below(path, "kind"), true)}
          choices={kindsOf(schema).map((kind) => ({ value: kind, text: titleOfKind(schema, kind) }))}
          onChange={(_, kind) => onChange(path, withKind(schema, value, String(kind), draft))}
        />
      )}
      {[...fields].sort((a, b) => order(a) - order(b)).map(([name, field]) => {
        const at = below(path, name);
        const own = valueAt(value, [name]);
        if (field.type === "object") return <Group key={at} {...props} schema={field} value={own} path={at} omit={[]} level={level} optional={!required.includes(name)} />;
        if (isEntries(field)) return <EntriesField key={at} schema={field} value={own} path={at} level={level} message={messageAt(at, true)} onChange={onChange} form={ObjectFields} />;
        const start = field.type === "array" && own === undefined && name === "values" ? startFigures(draft, path.split(".").at(-1)!) : undefined;
        return <Leaf key={at} schema={field} path={at} value={own ?? start} label={labelOf(field)} about={aboutField(field, formats)} message={messageAt(at, field.type !== "array")} onChange={onChange} />;
      })}
    </div>
  );
}

/** The fields of a nested object. One that may be left out has a switch. */
function Group({ optional, ...props }: ObjectFieldsProps & { readonly optional: boolean }): ReactElement {
  const { schema, value, path, onChange, level = 2 } = props;
  const styles = useFormStyles();
  const { draft = {} } = usePortfolio();
  const there = value !== undefined;
  return (
    <FieldGroup
      title={schema.title!} level={level} about={schema.description ?? ""} term={termOfField(path)}
      action={optional && <Switch aria-label={schema.title} name={path} checked={there} onChange={(_, { checked }) => onChange(path, checked ? (schema.oneOf ? startValue(schema, draft) : startObject(schema, draft)) : undefined)} />}
    >
      {(there || !optional) && <div className={styles.fields}><ObjectFields {...props} level={3} /></div>}
    </FieldGroup>
  );
}

export function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function labelOf({ title }: Schema): string {
  return title!.replace(/^PUE (?=[A-Z])/, "");
}

function titleOfKind({ oneOf }: Schema, kind: string): string {
  return oneOf!.map(resolved).find((each) => each.properties!["kind"]!.const === kind)!.title!;
}

function isEntries(schema: Schema): boolean {
  return schema.type === "array" && resolved(schema.items!).type === "object";
}
