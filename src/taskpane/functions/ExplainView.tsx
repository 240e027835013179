import { Body1, Button, Caption1, Spinner, Title3, mergeClasses } from "@fluentui/react-components";
import { useCallback, useEffect, type ReactElement } from "react";
import definitions from "../../functions/all.registry";
import { readActiveCell, readReferences, type ActiveCell } from "../../excel";
import { explainFormula, referencesToRead, type ExplainedCall, type NotExplained } from "../../functions/explain";
import type { Texts } from "./entries";
import { CallCard } from "./CallCard";
import { BackIcon } from "./icons";
import { useSharedStyles } from "./styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";

interface Explanation {
  readonly cell: ActiveCell;
  readonly calls: readonly ExplainedCall[] | NotExplained;
}

interface Props {
  /** Kept, out of sight, while one of its functions is looked at. */
  readonly hidden: boolean;
  readonly onBack: () => void;
  readonly onOpen: (id: string, texts: Texts) => void;
}

/** What the selected cell's formula means, call by call, with the numbers of the moment. */
export function ExplainView({ hidden, onBack, onOpen }: Props): ReactElement {
  const shared = useSharedStyles();
  const { state, run, dismiss } = useTask<Explanation>();
  const read = useCallback((): Promise<void> => run(explainActiveCell), [run]);
  useEffect(() => void read(), [read]);
  return (
    <div className={shared.page} hidden={hidden} style={hidden ? { display: "none" } : undefined}>
      <Button appearance="subtle" size="small" icon={<BackIcon />} className={shared.back} onClick={onBack}>All functions</Button>
      <header className={shared.section}>
        <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Explain a cell</Title3>
        <Body1 as="p" block className={shared.text}>Every MINE function in the selected cell, with its arguments as they are now.</Body1>
      </header>
      <div className={shared.actions}>
        <Button disabledFocusable={state.phase === "busy"} onClick={() => void read()}>Read the selected cell</Button>
      </div>
      {state.phase === "failed" && <TaskMessage state={state} done={() => ({ intent: "info", title: "", text: "" })} onDismiss={dismiss} />}
      <div aria-live="polite" className={shared.page} style={{ padding: 0 }}>
        {state.phase === "busy" && <Spinner size="tiny" label="Reading the cell …" style={{ justifyContent: "start" }} />}
        {state.phase === "done" && <Explained {...state.result} onOpen={onOpen} />}
      </div>
    </div>
  );
}

function Explained({ cell, calls, onOpen }: Explanation & Pick<Props, "onOpen">): ReactElement {
  const shared = useSharedStyles();
  const place = `${cell.sheet}!${cell.address}`;
  if (cell.formula === undefined) {
    return <Body1 as="p" className={shared.text}>{place} holds no formula. Select a cell with a MINE function, then read it. In a table that spills, the formula is in the top left cell.</Body1>;
  }
  return (
    <>
      <section className={shared.section} aria-label={place}>
        <Caption1 className={shared.small}>{place} shows {cell.text || "nothing"}</Caption1>
        <p className={mergeClasses(shared.code, shared.block)}>{cell.formula}</p>
      </section>
      {calls === "unreadable" && <Body1 as="p" className={shared.text}>This formula could not be read. Select another cell, then read it.</Body1>}
      {calls === "no call" && <Body1 as="p" className={shared.text}>There is no MINE function in this formula. Select a cell that has one, then read it.</Body1>}
      {typeof calls === "object" && calls.map((call, i) => <CallCard key={i} call={call} onOpen={(texts) => onOpen(call.definition.id, texts)} />)}
    </>
  );
}

async function explainActiveCell(): Promise<Explanation> {
  const cell = await readActiveCell();
  if (cell.formula === undefined) return { cell, calls: "no call" };
  const values = await readReferences(cell.sheet, referencesToRead(cell.formula));
  return { cell, calls: explainFormula(cell.formula, definitions, (reference) => values.get(reference)) };
}

