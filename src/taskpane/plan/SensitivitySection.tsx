import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Select, Subtitle2 } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import type { Planned } from "../worker";
import { inputLabel, outputsOf } from "./outputs";
import { SensitivityFigures } from "./SensitivityFigures";
import type { MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";
import { TornadoFigures } from "./TornadoFigures";
import { useSensitivity, type Question } from "./useSensitivity";

const RANGES = [0.1, 0.2, 0.3, 0.5];
const NO_SECOND = "";

/** How much a figure moves with the inputs: each of them by 10 %, then one or two over a range. */
export function SensitivitySection({ planned, unit }: { planned: Planned; unit: MoneyUnit }): ReactElement {
  const styles = usePlanStyles();
  const [asked, setAsked] = useState<Question>();
  const [outputId, setOutputId] = useState("npv");
  const { tornado, table, progress, failure } = useSensitivity(planned, asked);
  const outputs = outputsOf(planned.plan);
  const output = outputs.find(({ id }) => id === outputId) ?? outputs[0]!;
  const inputs = tornado?.bars.map(({ input }) => input) ?? [];
  const [first, second] = table?.inputs ?? [];
  const ask = (change: Partial<Question>): void => setAsked((now) => ({ inputs: ["BTC price"], range: 0.3, ...now, ...change }));
  const figure = useRef<HTMLSelectElement>(null);
  // The field takes the place of the button, and the keyboard with it.
  const begin = (): void => { flushSync(() => ask({})); figure.current?.focus(); };
  return (
    <section className={styles.section} aria-label="Sensitivity">
      <Subtitle2 as="h2" className={styles.heading}>Sensitivity</Subtitle2>
      <p className={styles.small}>The portfolio is planned again with other values of an input, all else as it is; each fleet then takes what is best.</p>
      {!asked && <div className={styles.actions}><Button onClick={begin}>Find what matters most</Button></div>}
      {asked && (
        <Field label="Figure">
          <Select ref={figure} value={output.id} onChange={(_, { value }) => setOutputId(value)}>{outputs.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}</Select>
        </Field>
      )}
      <div aria-live="polite">
        {progress && <Field validationState="none" validationMessage={`${progress.step}${progress.all === undefined ? "" : `, ${progress.done} of ${progress.all}`} …`}><ProgressBar aria-label="Planning again" value={progress.all === undefined ? undefined : progress.done! / progress.all} /></Field>}
        {failure !== undefined && <MessageBar intent="error" layout="multiline"><MessageBarBody><MessageBarTitle>No sensitivity was found.</MessageBarTitle> {failure}</MessageBarBody></MessageBar>}
      </div>
      {asked && tornado && <TornadoFigures tornado={tornado} output={output} unit={unit} />}
      {asked && tornado && (
        <>
          <Field label="Input">
            <Select value={first?.id ?? asked.inputs[0]} onChange={(_, { value }) => ask({ inputs: [value, ...asked.inputs.slice(1).filter((id) => id !== value)] })}>
              {inputs.map((input) => <option key={input.id} value={input.id}>{inputLabel(input, inputs)}</option>)}
            </Select>
          </Field>
          <Field label="Second input">
            <Select value={second?.id ?? NO_SECOND} onChange={(_, { value }) => ask({ inputs: value === NO_SECOND ? asked.inputs.slice(0, 1) : [first?.id ?? asked.inputs[0]!, value] })}>
              <option value={NO_SECOND}>None</option>
              {inputs.filter(({ id }) => id !== first?.id).map((input) => <option key={input.id} value={input.id}>{inputLabel(input, inputs)}</option>)}
            </Select>
          </Field>
          <Field label="Range">
            <Select value={String(asked.range)} onChange={(_, { value }) => ask({ range: Number(value) })}>{RANGES.map((range) => <option key={range} value={range}>±{range * 100} %</option>)}</Select>
          </Field>
          {table && <SensitivityFigures table={table} today={tornado.base.choices} plan={planned.plan} inputs={inputs} output={output} unit={unit} />}
        </>
      )}
    </section>
  );
}
