import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner, Subtitle2 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { MarketPath } from "../../planning/portfolio";
import { isoDay } from "../../units/dates";
import { LinesChart } from "../charts";
import { useNavigation } from "../navigation";
import { useSettings } from "../settings";
import { usePortfolio } from "../store";
import { hashprice, monthName, tick } from "./shown";
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
      <Subtitle2 as="h2" className={styles.heading}>Scenarios</Subtitle2>
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
  const formats = useSettings();
  const unit = formats.unitFor("$/PH/day");
  const months = paths[0]!.months.map(({ start }) => monthName(isoDay(start)));
  const name = (id: string): string => (id === deciding ? `${id} (decides)` : id);
  const figures = paths.map((path) => path.months.map(({ hashpriceUsdPhDay }) => hashprice(hashpriceUsdPhDay, formats)));
  const lines = paths.map((path) => ({ name: name(path.scenarioId), values: path.months.map(({ hashpriceUsdPhDay }) => formats.toShown(hashpriceUsdPhDay, "$/PH/day")) }));
  const ends = lines.map((line, i) => `${line.name} from ${figures[i]![0]!} to ${figures[i]!.at(-1)!}`).join("; ");
  return (
    <LinesChart
      title="Hashprice by scenario" unit={`${unit}, mean of each month of the plan`} description={`Hashprice in ${unit} from ${months[0]} to ${months.at(-1)}: ${ends}. The figures are in the table below.`} ratios
      categories={months} lines={lines} tick={tick}
      table={{ columns: ["Month", ...paths.map(({ scenarioId }) => scenarioId)], rows: months.map((month, m) => ({ name: month, cells: figures.map((each) => each[m]!) })) }}
    />
  );
}
