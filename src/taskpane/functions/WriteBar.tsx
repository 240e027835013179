import { Button, Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, type ReactElement } from "react";
import { takeBack, WriteError, writeFormula, type WrittenFormula } from "../../excel";
import { checkedFunction } from "../../functions/call";
import type { FunctionDefinition } from "../../functions/definition";
import { asWrittenOn, readsCell } from "../../functions/formula-text";
import type { CallReading } from "./entries";
import { ResultView } from "./ResultView";
import { useSharedStyles } from "./styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";

const useStyles = makeStyles({
  bar: {
    position: "sticky", bottom: 0, zIndex: 1, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`, marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    backgroundColor: tokens.colorNeutralBackground1, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // In a low pane, as at 200 % zoom, what is read needs the room.
    "@media (max-height: 420px)": { position: "static" },
  },
  formula: { maxHeight: "6em", overflowY: "auto" },
});

/** What was written, and whether it has been taken back since. */
interface Writing {
  readonly written: WrittenFormula;
  readonly undone?: "restored" | "changed since";
}

/** The formula as it stands, its result where that is known, and the button that writes it. */
export function WriteBar({ definition, reading }: { definition: FunctionDefinition; reading: CallReading }): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const task = useTask<Writing>();
  const wrong = reading.entries.some(({ kind }) => kind === "wrong");
  const blocked = wrong || reading.missing.length > 0;

  const write = (): Promise<void> => task.run(async (onStep) => {
    onStep("Writing the formula");
    return { written: await writeFormula((cell) => formulaOn(cell, reading.formula)) };
  });
  const undo = (written: WrittenFormula): Promise<void> => task.run(async (onStep) => {
    onStep("Putting back what was there");
    return { written, undone: (await takeBack(written)) ? "restored" : "changed since" };
  });
  return (
    <div className={styles.bar}>
      <div className={mergeClasses(shared.code, shared.block, styles.formula)} role="region" aria-label="Formula to write" tabIndex={0}>{reading.formula}</div>
      <Preview definition={definition} reading={reading} blocked={blocked} />
      <TaskMessage
        state={task.state}
        done={(writing) => outcomeOf(writing, definition)}
        actions={task.state.phase === "done" && !task.state.result.undone && <UndoButton writing={task.state.result} onUndo={(written) => void undo(written)} />}
        onDismiss={task.dismiss}
      />
      <Button appearance="primary" disabledFocusable={blocked || task.state.phase === "busy"} onClick={() => void write()}>Write into the selected cell</Button>
    </div>
  );
}

function UndoButton({ writing, onUndo }: { writing: Writing; onUndo: (written: WrittenFormula) => void }): ReactElement {
  return <Button size="small" onClick={() => onUndo(writing.written)}>Undo</Button>;
}

function Preview({ definition, reading, blocked }: { definition: FunctionDefinition; reading: CallReading; blocked: boolean }): ReactElement {
  const shared = useSharedStyles();
  const values = useDeferredValue(reading.values);
  const result = useMemo(() => (values && !blocked ? checkedFunction(definition)(values) : undefined), [definition, values, blocked]);
  if (reading.missing.length > 0) return <Caption1 as="p" block className={shared.small}>Still needed: {reading.missing.join(", ")}.</Caption1>;
  if (blocked) return <Caption1 as="p" block className={shared.wrong}>One field needs to be put right first.</Caption1>;
  return (
    <div role="status" aria-label="Result">
      {result === undefined ? <Caption1 as="p" block className={shared.small}>The result shows in the cell: the formula reads other cells.</Caption1> : <ResultView result={result} unit={definition.result.kind === "table" ? "" : definition.result.unit} />}
    </div>
  );
}

function outcomeOf({ written, undone }: Writing, { result }: FunctionDefinition): { intent: "success" | "info"; title: string; text: string } {
  const place = `${written.sheet}!${written.address}`;
  if (undone === "restored") return { intent: "success", title: "Taken back.", text: `${place} holds again what it held before.` };
  if (undone === "changed since") return { intent: "info", title: "Not taken back.", text: `${place} holds something else by now, which was left alone.` };
  return { intent: "success", title: `Written into ${place}.`, text: result.kind === "table" ? "The table spills to the right and down; #SPILL! means that filled cells are in its way." : "" };
}

/** The formula for a cell, or a refusal where it would read itself. */
function formulaOn({ sheet, address }: { sheet: string; address: string }, formula: string): string {
  if (readsCell(formula, sheet, address)) throw new WriteError(`${sheet}!${address} is selected, and the formula reads that cell.`, "Select the cell that the result shall go into, and write again.", undefined);
  return asWrittenOn(sheet, formula);
}
