import { Body1, Button, Caption1, Checkbox, Subtitle2 } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { TaskMessage, type Outcome } from "../task/TaskMessage";
import { SECTION_IDS } from "./sections";
import { useShareStyles } from "./styles";
import type { FreezeResult, FreezeTask } from "./useFreeze";

/** Addresses named in a message. */
const MOST_NAMED = 6;

/** Values in place of selected formulas, and back. */
export function FreezeSection({ task: { state, frozen, freeze, unfreeze, dismiss } }: { task: FreezeTask }): ReactElement {
  const shared = useSharedStyles();
  const styles = useShareStyles();
  const [every, setEvery] = useState(false);
  const busy = state.phase === "busy";
  return (
    <section id={SECTION_IDS.freeze} className={styles.section} aria-label="Freeze selected cells">
      <Subtitle2 as="h2" block className={shared.heading}>Freeze selected cells</Subtitle2>
      <Body1 as="p" block className={shared.text}>Formulas that call Hashplan become their values in this workbook. A note on each cell keeps the formula and the date; while it is there, the formula can be put back.</Body1>
      <Checkbox checked={every} label="Other formulas too" onChange={(_, { checked }) => setEvery(checked === true)} />
      <div className={shared.actions}>
        <Button disabledFocusable={busy} onClick={() => freeze(every)}>Freeze selection</Button>
        <Button disabledFocusable={busy} onClick={() => unfreeze("selection")}>Unfreeze selection</Button>
      </div>
      <TaskMessage state={state} done={outcomeOf} onDismiss={dismiss} />
      {frozen !== undefined && frozen.length > 0 && (
        <div className={shared.card}>
          <Caption1 as="p" block className={shared.small}>{frozen.length === 1 ? "1 frozen formula" : `${frozen.length.toLocaleString("en-US")} frozen formulas`} in this workbook</Caption1>
          <ul className={styles.list}>
            {frozen.slice(0, MOST_NAMED).map(({ sheet, address, formula }) => <li key={`${sheet}!${address}`}>{sheet}!{address}: {formula}</li>)}
            {frozen.length > MOST_NAMED && <li>and {(frozen.length - MOST_NAMED).toLocaleString("en-US")} more</li>}
          </ul>
          <div className={shared.actions}><Button size="small" disabledFocusable={busy} onClick={() => unfreeze("workbook")}>Unfreeze all</Button></div>
        </div>
      )}
    </section>
  );
}

function outcomeOf(result: FreezeResult): Outcome {
  if (result.kind === "frozen") {
    const { sheet, addresses, mark, every } = result;
    if (addresses.length === 0) return { intent: "info", title: "Nothing to freeze.", text: every ? "None of the selected cells has a formula." : "None of the selected cells has a formula that calls Hashplan. Select others, or take other formulas too." };
    return { intent: "success", title: `${formulas(addresses.length)} frozen.`, text: `On ${sheet}: ${named(addresses)}. Unfreeze puts ${addresses.length === 1 ? "it" : "them"} back while the ${mark} is there.` };
  }
  const { restored, left } = result;
  if (restored.length === 0 && left.length === 0) return { intent: "info", title: "Nothing to unfreeze.", text: "None of these cells was frozen by Hashplan, or its note is gone." };
  const changed = left.filter(({ why }) => why === "changed").map(({ address }) => address);
  const moved = left.filter(({ why }) => why === "moved").map(({ address }) => address);
  const text = [
    ...(restored.length > 0 ? ["Formulas came back as they were written; where rows or columns were inserted or deleted since, look at what they refer to."] : []),
    ...(changed.length > 0 ? [`Left as they are, because they were changed since: ${named(changed)}. Their formulas are in the notes.`] : []),
    ...(moved.length > 0 ? [`Left as they are, because they were moved since and their formulas would read other cells: ${named(moved)}. Their formulas are in the notes.`] : []),
  ].join(" ");
  return { intent: left.length > 0 ? "info" : "success", title: restored.length > 0 ? `${formulas(restored.length)} put back.` : "No formula was put back.", text };
}

function formulas(count: number): string {
  return count === 1 ? "1 formula" : `${count.toLocaleString("en-US")} formulas`;
}

function named(addresses: readonly string[]): string {
  return addresses.slice(0, MOST_NAMED).join(", ") + (addresses.length > MOST_NAMED ? ` and ${addresses.length - MOST_NAMED} more` : "");
}
