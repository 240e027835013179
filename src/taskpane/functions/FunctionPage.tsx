import { Body1, Button, Caption1, makeStyles, mergeClasses, Subtitle2, Title3, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { selectedAddress } from "../../excel";
import type { FunctionDefinition } from "../../functions/definition";
import { helpPage } from "../../functions/help";
import { isOptional } from "../../functions/metadata";
import { ArgumentField } from "./ArgumentField";
import { exampleTexts, readCall, type Texts } from "./entries";
import { BackIcon } from "./icons";
import { ResultView } from "./ResultView";
import { useSharedStyles } from "./styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { WriteBar } from "./WriteBar";

const useStyles = makeStyles({
  page: { paddingBottom: 0 },
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  example: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "start" },
});

interface Props {
  readonly definition: FunctionDefinition;
  /** What the argument form holds. */
  readonly texts: Texts;
  readonly onTexts: (texts: Texts) => void;
  readonly backLabel: string;
  readonly onBack: () => void;
}

/** A function: what it is, a form that writes its formula, and everything its record tells. */
export function FunctionPage({ definition, texts, onTexts, backLabel, onBack }: Props): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const help = useMemo(() => helpPage(definition), [definition]);
  const reading = useMemo(() => readCall(definition, texts), [definition, texts]);
  const selection = useTask<string>();
  const useSelection = (name: string): Promise<void> => selection.run(async () => {
    const address = await selectedAddress();
    onTexts({ ...texts, [name]: address });
    return address;
  });
  return (
    <div className={mergeClasses(shared.page, styles.page)}>
      <Button appearance="subtle" size="small" icon={<BackIcon />} className={shared.back} onClick={onBack}>{backLabel}</Button>
      <header className={shared.section}>
        <Title3 as="h1" block className={shared.heading} tabIndex={-1}>{definition.id}</Title3>
        <Caption1 className={shared.small}>{help.category}</Caption1>
        <Body1 as="p" block className={shared.text}>{help.summary}</Body1>
        <p className={mergeClasses(shared.code, shared.block)}>{help.syntax}</p>
      </header>
      <section className={styles.fields} aria-label="Arguments">
        <Subtitle2 as="h2" block className={shared.heading}>Arguments</Subtitle2>
        <Caption1 as="p" block className={shared.small}>A value, cells such as B2 or B2:B9, or = and an expression.</Caption1>
        {definition.arguments.map((argument, i) => (
          <ArgumentField
            key={argument.name}
            argument={argument}
            text={texts[argument.name] ?? ""}
            entry={reading.entries[i]!}
            required={!isOptional(argument)}
            onText={(text) => onTexts({ ...texts, [argument.name]: text })}
            onUseSelection={() => void useSelection(argument.name)}
          />
        ))}
        {selection.state.phase === "failed" && <TaskMessage state={selection.state} done={() => ({ intent: "info", title: "", text: "" })} onDismiss={selection.dismiss} />}
      </section>
      <Section title="Result"><Body1 as="p" className={shared.text}>{help.result}</Body1></Section>
      {help.examples.length > 0 && (
        <Section title={help.examples.length === 1 ? "Example" : "Examples"}>
          {help.examples.map(({ formula, result, source }, i) => (
            <div key={i} className={shared.card}>
              <div className={styles.example}>
                <code className={shared.code}>{formula}</code>
                <Button size="small" aria-label={`Fill in example ${i + 1}`} onClick={() => onTexts(exampleTexts(definition, definition.examples[i]!))}>Fill in</Button>
              </div>
              <ResultView result={typeof result === "object" ? result.map((row) => [...row]) : result} unit="" />
              <Caption1 className={shared.small}>{source}</Caption1>
            </div>
          ))}
        </Section>
      )}
      <Section title="Formula"><p className={mergeClasses(shared.code, shared.block)}>{help.formula}</p></Section>
      {help.nativeFormula && (
        <Section title="The same in plain Excel">
          <p className={mergeClasses(shared.code, shared.block)}>{help.nativeFormula}</p>
        </Section>
      )}
      <Section title="Errors"><ul className={styles.list}>{help.errors.map((error) => <li key={error}><Body1>{error}.</Body1></li>)}</ul></Section>
      <Section title="Source"><Body1 as="p" className={shared.text}>{help.source}</Body1></Section>
      <WriteBar definition={definition} reading={reading} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const shared = useSharedStyles();
  return (
    <section className={shared.section}>
      <Subtitle2 as="h2" block className={shared.heading}>{title}</Subtitle2>
      {children}
    </section>
  );
}
