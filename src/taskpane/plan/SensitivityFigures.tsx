import { mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { PortfolioPlan } from "../../planning/portfolio";
import type { SensitivityInput, SensitivityTable } from "../../planning/portfolio/plan/sensitivity";
import { useSettings } from "../settings";
import { inputLabel, turnedText, type Output } from "./outputs";
import { change, inputValue, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";
import { WithCharts } from "./WithCharts";

interface Props {
  readonly table: SensitivityTable;
  /** labels of today's decisions, by fleet */
  readonly today: readonly string[];
  readonly plan: PortfolioPlan;
  readonly inputs: readonly SensitivityInput[];
  readonly output: Output;
  readonly unit: MoneyUnit;
}

/** A figure over values of one input, or of two, as a table and as lines. */
export function SensitivityFigures({ table, today, plan, inputs, output, unit }: Props): ReactElement {
  const [first, second] = table.inputs as [SensitivityInput, SensitivityInput | undefined];
  const name = inputLabel(first, inputs);
  const values = table.outcomes.map((row) => row.map(output.of));
  const lines = table.secondChanges.map((share, j) => ({ name: second ? `${inputLabel(second, inputs)} ${change(share)}` : output.label, values: values.map((row) => row[j]!) }));
  const [from, to] = [values[0]![0]!, values.at(-1)!.at(-1)!];
  return (
    <>
      {second ? <TwoInputs {...{ table, values, unit, first, second, inputs, output }} /> : <OneInput {...{ table, values, unit, first, today, plan, name }} />}
      <WithCharts>
        {({ LinesChart }) => (
          <LinesChart
            title={`${output.label} by ${name}`} unit={unit.label} description={`${output.label} in ${unit.label}, from ${unit.show(from)} to ${unit.show(to)} over the range. The figures are in the tables.`}
            categories={table.changes.map((share) => change(share))} lines={lines} tick={unit.tick} dots zero={false} today={table.changes.indexOf(0)}
            table={{ columns: [name, ...lines.map((line) => line.name)], rows: table.changes.map((share, i) => ({ name: change(share), cells: values[i]!.map(unit.show) })) }}
          />
        )}
      </WithCharts>
      {first.input === "BTC price" || second?.input === "BTC price" ? <NoResponse /> : null}
    </>
  );
}

function NoResponse(): ReactElement {
  const styles = usePlanStyles();
  return <p className={styles.small}>Another BTC price here leaves difficulty as it is in the scenario; what the network makes of it is in the scenarios.</p>;
}

function OneInput({ table: { changes, outcomes }, values, unit, first, today, plan, name }: Pick<Props, "table" | "unit" | "today" | "plan"> & { values: readonly (readonly number[])[]; first: SensitivityInput; name: string }): ReactElement {
  const styles = usePlanStyles();
  const formats = useSettings();
  return (
    <table className={styles.table} aria-label={`By ${name}`}>
      <thead><tr><th scope="col" className={styles.headStart}>{name}</th><th scope="col" className={styles.head}>{unit.label}</th><th scope="col" className={styles.head}>Turns to</th></tr></thead>
      <tbody>
        {changes.map((share, i) => (
          <tr key={share} className={styles.line}>
            <th scope="row" className={mergeClasses(styles.rowHead, share === 0 && styles.strong)}>{inputValue(first.today * (1 + share), first.unit, formats)} <span className={styles.figure}>({share === 0 ? "today" : change(share)})</span></th>
            <td className={mergeClasses(styles.cell, styles.figure, share === 0 && styles.strong)}>{unit.show(values[i]![0]!)}</td>
            <td className={styles.cell}>{turnedText(outcomes[i]![0]!, today, plan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TwoInputs({ table: { changes, secondChanges }, values, unit, first, second, inputs, output }: Pick<Props, "table" | "unit" | "inputs" | "output"> & { values: readonly (readonly number[])[]; first: SensitivityInput; second: SensitivityInput }): ReactElement {
  const styles = usePlanStyles();
  return (
    <table className={styles.table}>
      <caption className={mergeClasses(styles.headStart, styles.small)}>{output.label}, {unit.label}: {inputLabel(first, inputs)} down, {inputLabel(second, inputs)} across</caption>
      <thead><tr><td className={styles.headStart}><span aria-hidden="true">↓ →</span></td>{secondChanges.map((share) => <th key={share} scope="col" className={styles.head}>{change(share)}</th>)}</tr></thead>
      <tbody>
        {changes.map((share, i) => (
          <tr key={share} className={styles.line}>
            <th scope="row" className={styles.rowHead}>{change(share)}</th>
            {secondChanges.map((other, j) => <td key={other} className={mergeClasses(styles.cell, styles.figure, share === 0 && other === 0 && styles.strong)}>{unit.show(values[i]![j]!)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
