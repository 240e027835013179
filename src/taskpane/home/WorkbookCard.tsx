import { makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { Fragment, useEffect, useState, type ReactElement } from "react";
import { asicModels } from "../../catalog/catalog";
import { unbroken } from "../numbers";
import { listAt, usePortfolio, useSheetsLook, valueAt } from "../store";
import { catalogMonth, masterCheck } from "../store/workbook";
import { useHomeStyles } from "./styles";

const useStyles = makeStyles({
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** What is being edited, from which data, and whether it stands in the workbook. */
export function WorkbookCard(): ReactElement {
  const shared = useHomeStyles();
  const styles = useStyles();
  const { draft = {}, written, differs, sheetsMoved, log } = usePortfolio();
  useSheetsLook();
  const check = useMasterCheck(written, log.length, sheetsMoved);
  const count = (place: readonly string[], one: string, many: string): string => { const n = listAt(draft, place).length; return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`; };
  const scenarios = count(["market", "scenarios"], "scenario", "scenarios");
  const facts: readonly (readonly [term: string, value: string, look?: "good" | "wrong"])[] = [
    ["Holds", `${count(["sites"], "site", "sites")}, ${count(["fleets"], "fleet", "fleets")}, ${count(["candidates"], "candidate", "candidates")}`],
    ["Market", marketText(valueAt(draft, ["market", "start", "date"]), scenarios, valueAt(draft, ["market", "scenarioId"]))],
    ["Catalog", `${asicModels().length} machines, sources up to ${unbroken(catalogMonth())}`],
    ["Sheets", sheetsText(written, differs, sheetsMoved), written && !differs && !sheetsMoved ? "good" : undefined],
    ...(check === undefined ? [] : [["Checks", check, /^All/.test(check) ? "good" : "wrong"] as const]),
  ];
  return (
    <section className={shared.card} aria-label="This workbook">
      <Subtitle2 as="h2" className={shared.heading}>{shown(valueAt(draft, ["name"]))}</Subtitle2>
      <dl className={styles.facts}>
        {facts.map(([term, value, look]) => (
          <Fragment key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={mergeClasses(styles.value, look === "good" && shared.good, look === "wrong" && shared.wrong)}>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** What the workbook's Cover says; asked again whenever something was done, here or in Excel. */
function useMasterCheck(written: boolean, done: number, moved: boolean): string | undefined {
  const [check, setCheck] = useState<string>();
  useEffect(() => {
    if (!written) return;
    let gone = false;
    masterCheck().then((found) => gone || setCheck(found), () => gone || setCheck(undefined));
    return () => void (gone = true);
  }, [written, done, moved]);
  return check;
}

function marketText(date: unknown, scenarios: string, deciding: unknown): string {
  const day = typeof date === "string" ? unbroken(date) : "no date yet";
  return `${day}; ${scenarios}, ${typeof deciding === "string" ? `${deciding} decides` : "none decides yet"}`;
}

function sheetsText(written: boolean, differs: boolean, moved: boolean): string {
  if (!written) return "Not written yet; closing the pane loses what is here";
  if (moved) return `Changed in Excel since they were read or written${differs ? ", and changed here too" : ""}`;
  return differs ? "Other inputs than here; closing the pane loses the changes" : "The same inputs as here";
}

function shown(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : "not given";
}
