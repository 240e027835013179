import { Body1, Button, Caption1, Field, makeStyles, Subtitle2, Textarea, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { readPortfolio } from "../../../planning/portfolio";
import { unbroken } from "../../numbers";
import { useSettings } from "../../settings";
import { listAt, shownProblems, usePortfolio, valueAt, withValue } from "../../store";
import { problemText } from "../problems";
import { SECTIONS } from "../sections";
import { entryName, summaryOf } from "../summaries";
import { fleetsOfRows } from "./read-rows";

const useStyles = makeStyles({
  box: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
  heading: { margin: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  wrong: { margin: 0, color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, maxHeight: "300px", overflowY: "auto" },
  name: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const ROWS_SHOWN = 50;
const SECTION = SECTIONS.find(({ id }) => id === "fleets")!;

/** Fleets from rows of a spreadsheet, seen with their problems before they are taken. */
export function PasteFleets({ onClose }: { onClose: () => void }): ReactElement {
  const styles = useStyles();
  const { draft = {}, edit } = usePortfolio();
  const formats = useSettings();
  const count = (n: number): string => `${formats.formatNumber(n)} ${n === 1 ? "fleet" : "fleets"}`;
  const [text, setText] = useState("");
  const reading = useMemo(() => (text.trim() === "" ? undefined : fleetsOfRows(text, draft)), [text, draft]);
  const fleets = reading?.wrong === undefined ? (reading?.fleets ?? []) : [];
  const before = listAt(draft, ["fleets"]);
  const problems = useMemo(() => {
    const document = withValue(draft, ["fleets"], [...before, ...fleets]);
    return shownProblems(document, readPortfolio(document).problems ?? [], formats).filter(({ path }) => Number(/^fleets\[(\d+)\]/.exec(path)?.[1] ?? -1) >= before.length);
  }, [draft, fleets, formats]);
  const problemsOf = (i: number): typeof problems => problems.filter(({ path }) => path.startsWith(`fleets[${before.length + i}]`));
  const wrongRows = fleets.filter((_, i) => problemsOf(i).length > 0).length;
  const take = (): void => {
    edit(`${fleets.length} ${fleets.length === 1 ? "fleet" : "fleets"} pasted`, (at) => withValue(at, ["fleets"], [...listAt(at, ["fleets"]), ...fleets]));
    onClose();
  };
  return (
    <section className={styles.box} aria-label="Paste fleets">
      <Subtitle2 as="h2" className={styles.heading}>Paste fleets</Subtitle2>
      <Field label="Rows of a spreadsheet" hint="With a row of headers as on the sheet Inputs, or without: machine, units, site.">
        <Textarea rows={5} resize="vertical" value={text} onChange={(_, data) => setText(data.value)} placeholder={"S19j Pro 104\t2,500\tHome"} />
      </Field>
      <div role="status">
        {reading?.wrong !== undefined && <Body1 as="p" className={styles.wrong}>{reading.wrong}</Body1>}
        {reading?.wrong === undefined && reading?.remarks.map((remark) => <Caption1 key={remark} block>{remark}</Caption1>)}
        {fleets.length > 0 && <Body1 as="p" className={styles.text}>{wrongRows === 0 ? `${count(fleets.length)}, all in order.` : `${count(fleets.length)}, ${wrongRows} with something to put right, here or after they are taken.`}</Body1>}
      </div>
      {fleets.length > 0 && (
        <ul className={styles.list} tabIndex={0} aria-label="Preview">
          {fleets.slice(0, ROWS_SHOWN).map((fleet, i) => (
            <li key={i}>
              <Body1 block className={styles.name}>{entryName(SECTION, fleet, before.length + i)}</Body1>
              <Caption1 block>{summaryOf(SECTION, draft, fleet, formats)}{valueAt(fleet, ["inServiceOn"]) !== undefined && `, since ${unbroken(String(valueAt(fleet, ["inServiceOn"])))}`}</Caption1>
              {problemsOf(i).map((problem) => <Caption1 key={problem.path} block className={styles.wrong}>{problemText(problem)}</Caption1>)}
            </li>
          ))}
          {fleets.length > ROWS_SHOWN && <li><Caption1>And {fleets.length - ROWS_SHOWN} more.</Caption1></li>}
        </ul>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={fleets.length === 0} onClick={take}>{fleets.length === 0 ? "Take fleets" : `Take ${count(fleets.length)}`}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </section>
  );
}
