import { Button, Combobox, Field, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Option, Spinner } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { LIVE_HOSTS, type LiveMarket } from "../../market/live";
import { useNavigation } from "../navigation";
import { useSettings } from "../settings";
import { usePortfolio } from "../store";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { FiguresTable } from "./FiguresTable";
import { keepRow } from "./keep-row";
import { withMarket, type StartFigures } from "./market-start";
import { count, shortTime } from "./shown";
import { useMarketStyles } from "./styles";
import { useLiveMarket, type AskMarket } from "./useLiveMarket";

/** Asks a host for the market now, shows what it says beside what is in use, and takes it only when told to. */
export function Refresh({ inUse, askMarket }: { inUse: StartFigures; askMarket?: AskMarket }): ReactElement {
  const styles = useMarketStyles();
  const { draft, edit, note } = usePortfolio();
  const formats = useSettings();
  const { settings: { liveHost } } = formats;
  const [typed, setHost] = useState<string>();
  const host = typed ?? liveHost;
  const { state, ask, stop, dismiss } = useLiveMarket(askMarket);
  const [taken, setTaken] = useState<LiveMarket>();
  const row = useTask<void>();
  const button = useRef<HTMLButtonElement>(null);
  const busy = state.phase === "busy";

  const keep = (market: LiveMarket): Promise<void> => row.run((onStep) => keepRow(market, onStep));
  const take = (market: LiveMarket): void => {
    const label = `Market of ${market.date} taken from ${market.source}`;
    edit(label, (at) => withMarket(at, market));
    note(label);
    setTaken(market);
    dismiss();
    button.current?.focus();
    void keep(market);
  };
  const start = (): void => {
    setTaken(undefined);
    row.dismiss();
    void ask(host);
  };
  return (
    <section className={styles.section} aria-label="Live figures">
      <Field label="Host of live figures" hint="mempool.space, bitview.space, or the https address of a host like them. It is asked for price, difficulty, hashrate and fees only when you refresh; nothing of your plan leaves this computer.">
        <Combobox className={styles.control} freeform value={host} selectedOptions={[host]} onInput={({ currentTarget }) => setHost(currentTarget.value)} onOptionSelect={(_, { optionText }) => setHost((now) => optionText ?? now)}>
          {LIVE_HOSTS.map((each) => <Option key={each}>{each}</Option>)}
        </Combobox>
      </Field>
      <div className={styles.actions}>
        <Button ref={button} disabledFocusable={busy} onClick={start}>Refresh</Button>
        {busy && <Button onClick={stop}>Stop</Button>}
      </div>
      <div aria-live="polite">
        {busy && <Spinner size="tiny" label={`Asking ${state.host} …`} labelPosition="after" style={{ justifyContent: "start" }} />}
        {state.phase === "failed" && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody><MessageBarTitle>No live figures.</MessageBarTitle> {state.failure.message}</MessageBarBody>
            <MessageBarActions><Button size="small" onClick={dismiss}>Close</Button></MessageBarActions>
          </MessageBar>
        )}
        {state.phase === "there" && (
          <div className={styles.card} role="group" aria-label="Fetched figures">
            <p className={styles.text}>{draft ? "Nothing has changed yet. With the fetched figures the plan begins on their day, and every month after it moves along." : "There is no portfolio to take them into. Open or begin one on Home, then take them."}</p>
            <FiguresTable inUse={inUse} fetched={state.market} />
            <p className={styles.small}>Fetched from {state.market.source}: price of {shortTime(state.market.time)}, fees of the last 144 blocks, network at {count(state.market.hashrateEhs, formats)} EH/s.</p>
            <div className={styles.actions}>
              {draft && <Button appearance="primary" onClick={() => take(state.market)}>Use the fetched figures</Button>}
              <Button onClick={() => { dismiss(); button.current?.focus(); }}>{draft ? "Keep those in use" : "Close"}</Button>
            </div>
          </div>
        )}
      </div>
      {taken && <Taken market={taken} />}
      <TaskMessage
        state={row.state}
        done={() => ({ intent: "success", title: "Row added.", text: "The workbook's table MarketHistory has these figures, with day and source." })}
        onDismiss={row.dismiss}
      />
      {taken && row.state.phase === "failed" && <div className={styles.actions}><Button onClick={() => void keep(taken)}>Add the row again</Button></div>}
    </section>
  );
}

/** What taking the figures meant. */
function Taken({ market }: { market: LiveMarket }): ReactElement {
  const { problems } = usePortfolio();
  const { open, screens } = useNavigation();
  const [first] = problems;
  return (
    <MessageBar intent={first ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>The plan begins on {market.date}.</MessageBarTitle>{" "}
        {first ? `Not everything fits that day: ${first.message}` : "Undo takes it back. The sheets follow when you write or build them again."}
      </MessageBarBody>
      {first && screens.includes("portfolio") && <MessageBarActions><Button size="small" onClick={() => open("portfolio", first.path)}>Show the field</Button></MessageBarActions>}
    </MessageBar>
  );
}
