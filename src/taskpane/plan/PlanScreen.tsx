import { Body1, Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Subtitle2, Title3 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNavigation } from "../navigation";
import { unbroken } from "../numbers";
import { countText, problemText } from "../portfolio/problems";
import { useSettings } from "../settings";
import { usePortfolio } from "../store";
import type { Planned } from "../worker";
import { CompanySection } from "./CompanySection";
import { DecisionTable } from "./DecisionTable";
import { ScenarioSection } from "./ScenarioSection";
import { SensitivitySection } from "./SensitivitySection";
import { unitOfPlan } from "./shown";
import { usePlanStyles } from "./styles";
import { MOST_FLEETS_IN_FULL, usePlan, type PlanState } from "./usePlan";
import { useWorkbook, type WorkbookTask } from "./useWorkbook";
import { WorkbookBar } from "./WorkbookBar";

/** What the portfolio should do: decisions, the company, scenarios, sensitivities, and the workbook of it all. */
export function PlanScreen(): ReactElement {
  const styles = usePlanStyles();
  const { draft, problems } = usePortfolio();
  const plan = usePlan();
  const workbook = useWorkbook();
  if (!draft) return <NoPlan title="No portfolio yet" text="Open a sample, begin a new portfolio, or import a file on Home. Then it can be planned here." button="Go to Home" screen="home" />;
  const [first] = problems;
  if (first && !plan.planned) return <NoPlan title={countText(problems.length)} text={problemText(first)} button="Show the field" screen="portfolio" path={first.path} />;
  return (
    <div className={styles.screen}>
      <div className={styles.page}>
        <Header plan={plan} />
        {plan.planned && <Results key={plan.planned.portfolio.name} planned={plan.planned} workbook={workbook} />}
      </div>
      <WorkbookBar plan={plan} workbook={workbook} />
    </div>
  );
}

function NoPlan({ title, text, button, screen, path }: { title: string; text: string; button: string; screen: "home" | "portfolio"; path?: string }): ReactElement {
  const styles = usePlanStyles();
  const { open } = useNavigation();
  return (
    <div className={styles.page}>
      <Title3 as="h1" className={styles.heading}>{title}</Title3>
      <Body1 as="p" className={styles.text}>{text}</Body1>
      <div className={styles.actions}><Button appearance="primary" onClick={() => open(screen, path)}>{button}</Button></div>
    </div>
  );
}

/** What was planned, and whether it is of the portfolio as it is now. */
function Header({ plan: { planned, current, cheap, progress, failure } }: { plan: PlanState }): ReactElement {
  const styles = usePlanStyles();
  const { problems, origin } = usePortfolio();
  const { open } = useNavigation();
  const [first] = problems;
  const stale = planned !== undefined && !current && (first !== undefined || (!progress && !cheap));
  return (
    <header className={styles.section}>
      <Title3 as="h1" className={styles.heading}>Plan</Title3>
      <Body1 as="p" className={styles.text}>{planned ? `${planned.portfolio.name}: ${planned.portfolio.horizonMonths} months from ${unbroken(planned.portfolio.market.start.date)}, scenario ${planned.plan.scenarioId}.` : "What each fleet should do, what the company then has, and the workbook of it."}</Body1>
      {planned && origin?.kind === "scratch" && <p className={styles.small}>Begun from round figures: what you have not overwritten on Portfolio is not yours yet.</p>}
      {failure !== undefined && <MessageBar intent="error" layout="multiline"><MessageBarBody><MessageBarTitle>Not planned.</MessageBarTitle> {failure}</MessageBarBody></MessageBar>}
      {stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody><MessageBarTitle>These results are of an earlier state of the portfolio.</MessageBarTitle> {first ? `${countText(problems.length)}, then it can be planned again.` : "Plan again to see what the changes do."}</MessageBarBody>
          {first && <MessageBarActions><Button size="small" onClick={() => open("portfolio", first.path)}>Show the field</Button></MessageBarActions>}
        </MessageBar>
      )}
      {planned && !planned.insights && <p className={styles.small}>With more than {MOST_FLEETS_IN_FULL} fleets the plan is made in totals: without distances to flip, other scenarios and a workbook.</p>}
    </header>
  );
}

function Results({ planned, workbook }: { planned: Planned; workbook: WorkbookTask }): ReactElement {
  const unit = unitOfPlan(planned.plan, useSettings());
  return (
    <>
      <DecisionTable planned={planned} unit={unit} />
      <CompanySection planned={planned} unit={unit} />
      <ScenarioSection planned={planned} unit={unit} />
      <FromSheets workbook={workbook} />
      {/* Last, as its results come in one after another and push away what is below. */}
      <SensitivitySection planned={planned} unit={unit} />
    </>
  );
}

/** The other way: what was changed in Excel's input tables. */
function FromSheets({ workbook }: { workbook: WorkbookTask }): ReactElement {
  const styles = usePlanStyles();
  const { written, differs, sheetsMoved } = usePortfolio();
  return (
    <section className={styles.section} aria-label="Workbook">
      <Subtitle2 as="h2" className={styles.heading}>Workbook</Subtitle2>
      <p className={styles.small}>{!written ? "The workbook holds none of this yet." : sheetsMoved ? "The input tables were changed in Excel since they were read or written." : differs ? "The input tables hold other inputs than the pane." : "The input tables hold the inputs of this plan, as last read or written."} Inputs can be changed in Excel too: the model follows at once, and the recommendation once the tables are read.</p>
      <div className={styles.actions}><Button disabledFocusable={workbook.state.phase === "busy"} onClick={() => workbook.read()}>Read from sheets</Button></div>
    </section>
  );
}
