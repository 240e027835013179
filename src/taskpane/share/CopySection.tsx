import { Body1, Button, Caption1, Field, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Radio, RadioGroup, Subtitle2 } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import type { ShareLevel } from "../../xlsx/share";
import { useSharedStyles } from "../functions/styles";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { LEVELS } from "./levels";
import { SECTION_IDS } from "./sections";
import { useShareStyles } from "./styles";
import { useCopy, type ReadyCopy } from "./useCopy";

/** A copy of the workbook for somebody: what they need, what it will hold, and the file. */
export function CopySection(): ReactElement {
  const shared = useSharedStyles();
  const styles = useShareStyles();
  const task = useCopy();
  const { level, choose, state, make, cancel } = task;
  const busy = state.phase === "busy";
  return (
    <section id={SECTION_IDS.copy} className={styles.section} aria-label="A copy to share">
      <Subtitle2 as="h2" block className={shared.heading}>A copy to share</Subtitle2>
      <Body1 as="p" block className={shared.text}>This workbook is only read. The copy begins with a sheet that says what was replaced and why.</Body1>
      <Field label="What does the recipient have?">
        <RadioGroup value={level} disabled={busy} onChange={(_, { value }) => choose(value as ShareLevel)}>
          {LEVELS.map(({ level: value, label, sentence }) => (
            <Radio key={value} className={styles.radio} value={value} label={{ children: <>{label}<span className={styles.sentence}>{sentence}</span></> }} />
          ))}
        </RadioGroup>
      </Field>
      <div className={shared.actions}><Button appearance={state.phase === "done" && state.result !== "cancelled" ? "secondary" : "primary"} disabledFocusable={busy} onClick={make}>Prepare copy</Button></div>
      <div aria-live="polite">
        {state.phase === "busy" && (
          <div className={styles.running}>
            <Field validationState="none" validationMessage={`${state.step} …`}><ProgressBar aria-label="Preparing the copy" /></Field>
            <Button size="small" onClick={cancel}>Cancel</Button>
          </div>
        )}
        {state.phase === "done" && state.result === "cancelled" && <MessageBar intent="info"><MessageBarBody><MessageBarTitle>Cancelled.</MessageBarTitle> No copy was made.</MessageBarBody></MessageBar>}
      </div>
      {state.phase === "failed" && <TaskMessage state={state} done={() => ({ intent: "info", title: "", text: "" })} onDismiss={task.dismiss} />}
      {state.phase === "done" && state.result !== "cancelled" && <Ready copy={state.result} task={task} />}
    </section>
  );
}

/** What the copy holds, before it is handed out. */
function Ready({ copy, task: { handing, open, download, dismissHanding } }: { copy: ReadyCopy; task: ReturnType<typeof useCopy> }): ReactElement {
  const shared = useSharedStyles();
  const styles = useShareStyles();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), [copy]);
  const { counts: { native, frozen, removed, live }, reasons, bytes, name, canOpen } = copy;
  const rows: readonly (readonly [string, string])[] = [
    ...(native + frozen + removed + live === 0 ? [["Formulas that call Hashplan", "none"] as const] : []),
    ...(live > 0 ? [["Formulas that stay live", count(live)] as const] : []),
    ...(native > 0 ? [["Replaced by native formulas", count(native)] as const] : []),
    ...(frozen > 0 ? [["Replaced by values", count(frozen)] as const] : []),
    ...(removed > 0 ? [["Rules and names removed", count(removed)] as const] : []),
    ["Size of the file", sizeText(bytes.length)],
  ];
  return (
    <div ref={card} className={shared.card} role="group" aria-label={name} tabIndex={-1}>
      <Subtitle2 as="h3" block className={shared.heading}>{name}</Subtitle2>
      <table className={styles.table} aria-label="What the copy holds">
        <tbody>{rows.map(([label, figure]) => <tr key={label}><th scope="row" className={styles.label}>{label}</th><td className={styles.figure}>{figure}</td></tr>)}</tbody>
      </table>
      {reasons.length > 0 && (
        <>
          <Caption1 as="p" block className={shared.small}>Why not a native formula</Caption1>
          <ul className={styles.list}>
            {reasons.map(({ outcome, why, times, places }) => <li key={`${outcome} ${why}`}>{outcome === "removed" ? "Removed: " : ""}{why} ({count(times)}): {places.join(", ")}{times > places.length ? " …" : ""}</li>)}
          </ul>
        </>
      )}
      <div className={shared.actions}>
        <Button appearance="primary" disabledFocusable={handing.phase === "busy"} onClick={() => download(copy)}>Download</Button>
        {canOpen && <Button disabledFocusable={handing.phase === "busy"} onClick={() => open(copy)}>Open as new workbook</Button>}
      </div>
      <TaskMessage state={handing} done={(how) => handedOut(how, copy)} onDismiss={dismissHanding} />
    </div>
  );
}

function handedOut(how: "opened" | "downloaded", { name, canOpen }: ReadyCopy): Outcome {
  if (how === "opened") return { intent: "success", title: "Opened as a new workbook.", text: `Save it there, as ${name}. This workbook is as it was.` };
  return { intent: "success", title: `${name} was handed to the browser.`, text: `Find it among your downloads.${canOpen ? " Where none appears, as in Excel on a Mac, open it as a new workbook and save that." : ""}` };
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en-US")} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
