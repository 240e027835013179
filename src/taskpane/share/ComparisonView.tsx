import { Button, Caption1, Subtitle2 } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { comparisonLines } from "../../model-sheets/compare-plans/report";
import type { PlanComparison } from "../../xlsx/compare";
import { useSharedStyles } from "../functions/styles";
import { unbroken } from "../numbers";
import { usePlanStyles } from "../plan/styles";
import { useSettings } from "../settings";
import { BridgeTable } from "./BridgeTable";
import { changeText } from "./compared-values";
import { useShareStyles } from "./styles";

/** Rows that are shown at first. */
const FIRST_ROWS = 12;

/** What differs between two plans, part by part. */
export function ComparisonView({ file, comparison }: { file: string; comparison: PlanComparison }): ReactElement {
  const shared = useSharedStyles();
  const plan = usePlanStyles();
  const formats = useSettings();
  const card = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setCopied(false);
    card.current?.focus();
  }, [comparison]);
  const { before, after, versions, inputs, results, sameResults, hashprice } = comparison;
  const plans = ([["Plan", "name"], ["Market of", "marketDate"], ["Scenario", "scenario"], ["Checks", "masterCheck"]] as const).map(([label, key]) => [label, before[key], after[key]] as const);
  return (
    <div ref={card} className={shared.card} role="group" aria-label={`Compared with ${file}`} tabIndex={-1}>
      <Part title={`Compared with ${file}`}>
        <table className={plan.table} aria-label="Plans, versions and data">
          <thead><tr><td /><th scope="col" className={plan.headStart}>Before</th><th scope="col" className={plan.headStart}>After</th></tr></thead>
          <tbody>{[...plans, ...versions.map(({ label, before: was, after: is }) => [label, was, is] as const)].map(([label, was, is]) => (
            <tr key={label}><th scope="row" className={plan.rowHead}>{label}</th><td className={plan.rowHead}>{unbroken(was)}</td><td className={plan.rowHead}>{unbroken(is)}</td></tr>
          ))}</tbody>
        </table>
      </Part>
      <Part title={inputs.length === 0 ? "Inputs are the same" : `Changed inputs: ${inputs.length}`}>
        <Changes rows={inputs.map(({ what, table, row, column, before: was, after: is }) => ({
          key: `${what} ${table} ${row} ${column}`,
          label: table === "Assumptions" ? `${row}${column === "" ? "" : ` (${column})`}` : [table, row, column].filter(Boolean).join(" · "),
          text: column === "" && was === null && is === null ? what : changeText(formats, was, is),
        }))} />
      </Part>
      <Part title={results.length === 0 ? "Results are the same" : `Changed results: ${results.length}; the same: ${sameResults}`}>
        <Changes rows={results.map(({ group, label, unit, before: was, after: is }) => ({ key: `${group} ${label} ${unit}`, label: `${label}${unit === "" ? "" : `, ${unit}`}`, text: changeText(formats, was, is) }))} />
      </Part>
      <Part title="Hashprice, and what its change comes from">
        {hashprice.length === 0 ? <Caption1 as="p" block className={shared.small}>The workbooks have no market figures that can be compared.</Caption1> : <BridgeTable changes={hashprice} />}
      </Part>
      <div className={shared.actions}>
        <Button size="small" onClick={() => void navigator.clipboard.writeText(comparisonLines(comparison).join("\n")).then(() => setCopied(true), () => setCopied(false))}>Copy as text</Button>
        <span role="status">{copied && <Caption1>Copied.</Caption1>}</span>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const shared = useSharedStyles();
  return <div className={shared.section}><Subtitle2 as="h3" block className={shared.heading}>{title}</Subtitle2>{children}</div>;
}

/** Each change under what it is of, so that long names and large figures have room. */
function Changes({ rows }: { rows: readonly { readonly key: string; readonly label: string; readonly text: string }[] }): ReactElement | null {
  const styles = useShareStyles();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <dl className={styles.changes}>{shown.map(({ key, label, text }) => <div key={key}><dt className={styles.changed}>{label}</dt><dd className={styles.change}>{text}</dd></div>)}</dl>
      {rows.length > shown.length && <div><Button size="small" onClick={() => setAll(true)}>Show all {rows.length}</Button></div>}
    </>
  );
}

