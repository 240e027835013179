import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { useNavigation } from "../navigation";
import { RowButton, useRowStyles } from "../RowButton";
import { SAMPLES, usePortfolio } from "../store";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { useHomeStyles } from "./styles";

const useStyles = makeStyles({
  sentence: { color: tokens.colorNeutralForeground3, whiteSpace: "normal" },
});

/** Samples, a new portfolio, a file. Whatever was there before comes back with undo. */
export function StartChoices(): ReactElement {
  const styles = useStyles();
  const shared = useHomeStyles();
  const rows = useRowStyles();
  const { draft, startFromSample, startFromScratch, importFiles, undo } = usePortfolio();
  const { open } = useNavigation();
  const files = useRef<HTMLInputElement>(null);
  const top = useRef<HTMLElement>(null);
  const [shownAnyway, setShownAnyway] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const task = useTask<string>();
  const before = draft !== undefined;
  const take = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return;
    void importFiles(chosen).then((why) => { setWrong(why); if (why === undefined) { setShownAnyway(false); toTop(top.current); } }, () => setWrong("The files could not be read. Choose them again."));
  };
  const sample = (id: string, title: string): void => void task.run(async () => { await startFromSample(id); toTop(top.current); return title; });
  if (before && !shownAnyway) {
    return (
      <section ref={top} className={shared.section} aria-label="Start">
        <div><Button onClick={() => { flushSync(() => setShownAnyway(true)); top.current?.querySelector("button")?.focus(); }}>Start from something else …</Button></div>
        {task.state.phase === "done" && <Replaced title={task.state.result} onUndo={() => { undo(); task.dismiss(); toTop(top.current); }} />}
      </section>
    );
  }
  return (
    <section ref={top} className={shared.section} aria-label="Start">
      <Subtitle2 as="h2" className={shared.heading}>{before ? "Start from something else" : "Or start from"}</Subtitle2>
      {before && <Body1 as="p" className={shared.text}>It takes the place of what is here; Undo brings that back. The sheets change only when they are written.</Body1>}
      <ul className={rows.list}>
        {SAMPLES.map(({ id, title, sentence }) => (
          <li key={id}>
            <RowButton onClick={() => { setShownAnyway(false); sample(id, title); }}>
              <span className={rows.text}><span className={rows.name}>{title}</span><Caption1 className={styles.sentence}>{sentence}</Caption1></span>
            </RowButton>
          </li>
        ))}
      </ul>
      <div className={shared.actions}>
        <Button onClick={() => { startFromScratch(); setShownAnyway(false); open("portfolio"); }}>Begin anew</Button>
        <Button onClick={() => files.current?.click()}>Import JSON …</Button>
      </div>
      <Caption1 className={shared.small}>Choose the CSV files of hourly prices together with the JSON file that names them.</Caption1>
      <input ref={files} type="file" multiple hidden accept=".json,.csv,application/json,text/csv" aria-label="Portfolio file and its CSV files" onChange={({ currentTarget }) => { take([...(currentTarget.files ?? [])]); currentTarget.value = ""; }} />
      {wrong !== undefined && <Body1 as="p" role="alert" className={shared.wrong}>{wrong}</Body1>}
      {task.state.phase !== "done" && <TaskMessage state={task.state} onDismiss={task.dismiss} done={() => ({ intent: "success", title: "", text: "" })} />}
    </section>
  );
}

function Replaced({ title, onUndo }: { title: string; onUndo: () => void }): ReactElement {
  const shared = useHomeStyles();
  return <div role="status" className={shared.actions}><span>{title} is open.</span><Button size="small" onClick={onUndo}>Undo</Button></div>;
}

/** What was opened is told at the top of the screen. */
function toTop(section: HTMLElement | null): void {
  document.documentElement.scrollTop = 0;
  section?.closest("main")?.querySelector<HTMLElement>("[role=tabpanel]:not([hidden]) h1")?.focus({ preventScroll: true });
}
