import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner, Subtitle2 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { MarketPath } from "../../planning/portfolio";
import { isoDay } from "../../units/dates";
import { useNavigation } from "../navigation";
import { usePortfolio } from "../store";
import { isLogarithmic, LineChart } from "./LineChart";
import { MonthTable } from "./MonthTable";
import { hashprice, monthName } from "./shown";
import { useMarketStyles } from "./styles";
import { usePaths } from "./usePaths";

/** Hashprice month by month under each scenario of the portfolio. */
export function ScenarioPaths(): ReactElement {
  const styles = useMarketStyles();
  const { draft, problems, reading } = usePortfolio();
  const { open, screens } = useNavigation();
  const state = usePaths();
  const [first] = problems;
  return (
    <section className={styles.section} aria-label="Scenarios">
      <Subtitle2 as="h2" className={styles.heading}>Hashprice by scenario</Subtitle2>
      {!draft && <p className={styles.text}>Open or begin a portfolio on Home: its market scenarios are drawn here.</p>}
      {first && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody><MessageBarTitle>Drawn once the portfolio is in order.</MessageBarTitle> {first.message}</MessageBarBody>
        </MessageBar>
      )}
      {first && screens.includes("portfolio") && <div className={styles.actions}><Button onClick={() => open("portfolio", first.path)}>Show the field</Button></div>}
      {state.phase === "busy" && <Spinner size="tiny" label="Following the scenarios …" labelPosition="after" style={{ justifyContent: "start" }} />}
      {state.phase === "failed" && <MessageBar intent="error" layout="multiline"><MessageBarBody><MessageBarTitle>The scenarios could not be followed.</MessageBarTitle> {state.message}</MessageBarBody></MessageBar>}
      {state.phase === "there" && <Paths paths={state.paths} deciding={reading?.portfolio?.market.scenarioId} />}
    </section>
  );
}

function Paths({ paths, deciding }: { paths: readonly MarketPath[]; deciding: string | undefined }): ReactElement {
  const styles = useMarketStyles();
  const months = paths[0]!.months.map(({ start }) => monthName(isoDay(start)));
  const name = (id: string): string => (id === deciding ? `${id} (decides)` : id);
  const lines = paths.map((path) => ({ name: name(path.scenarioId), values: path.months.map(({ hashpriceUsdPhDay }) => hashpriceUsdPhDay) }));
  const ends = lines.map(({ name: each, values }) => `${each} from ${hashprice(values[0]!)} to ${hashprice(values.at(-1)!)}`).join("; ");
  return (
    <>
      <figure style={{ margin: 0 }}>
        <figcaption className={styles.small}>$/PH/day, mean of each month of the plan{isLogarithmic(lines) ? ", logarithmic" : ""}</figcaption>
        <LineChart description={`Hashprice in $/PH/day from ${months[0]} to ${months.at(-1)}: ${ends}. The figures are in the table below.`} categories={months} lines={lines} />
      </figure>
      <MonthTable
        caption="Hashprice by scenario and month"
        columns={paths.map(({ scenarioId }) => scenarioId)}
        rows={months.map((month, m) => ({ month, cells: paths.map((path) => hashprice(path.months[m]!.hashpriceUsdPhDay)) }))}
      />
    </>
  );
}
