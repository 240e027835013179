import { Body1, Button, Caption1, Field, makeStyles, Spinner, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { findings, reportText, workerFinding, type Finding } from "./report";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  table: { borderCollapse: "collapse", width: "100%", tableLayout: "fixed" },
  name: { textAlign: "start", verticalAlign: "top", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, width: "40%", overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXXS, paddingInlineEnd: tokens.spacingHorizontalS },
  value: { verticalAlign: "top", overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXXS },
});

/** What the add-in runs in and whether its parts are there, with a report to copy. */
export function DiagnosticsView(): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const found = useMemo(findings, []);
  const [worker, setWorker] = useState<Finding>();
  const [copied, setCopied] = useState<"" | "copied" | "selected">("");
  const report = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let gone = false;
    void workerFinding().then((finding) => { if (!gone) setWorker(finding); });
    return () => void (gone = true);
  }, []);
  const list = worker ? [...found, worker] : found;
  const wrong = list.filter(({ ok }) => ok === false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportText(list));
      setCopied("copied");
    } catch {
      // Office's browsers may refuse a frame the clipboard.
      report.current?.focus();
      report.current?.select();
      setCopied("selected");
    }
  };
  return (
    <div className={styles.view}>
      <Body1 as="p" block role="status" className={wrong.length > 0 ? shared.wrong : shared.text}>
        {!worker ? "Looking …" : wrong.length === 0 ? "Everything is as it should be." : `Not as it should be: ${wrong.map(({ name }) => name).join(", ")}.`}
      </Body1>
      <table className={styles.table} aria-label="What was found">
        <tbody>
          {list.map(({ name, value, ok }) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>{name}</th>
              <td className={styles.value}>{value}{ok === false && <Caption1 block className={shared.wrong}>Not as it should be</Caption1>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!worker && <Spinner size="tiny" label="Asking the planning thread …" labelPosition="after" />}
      <Field label="Report" hint="Nothing of your workbook is in it.">
        <Textarea readOnly resize="vertical" rows={8} value={reportText(list)} textarea={{ ref: report, className: shared.code }} />
      </Field>
      <div className={shared.actions}><Button disabledFocusable={!worker} onClick={() => void copy()}>Copy the report</Button></div>
      <Caption1 as="p" block role="status" className={shared.small}>{copied === "copied" ? "Copied." : copied === "selected" ? "Excel does not let the pane copy. The report is selected: press Ctrl+C, on a Mac Cmd+C." : ""}</Caption1>
    </div>
  );
}
