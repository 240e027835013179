import { Body1, Link, makeStyles, Title3, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSettings } from "../settings";
import { listAt, usePortfolio } from "../store";
import { countText, problemText } from "./problems";
import { sectionOf } from "./sections";
import { entryName } from "./summaries";

const useStyles = makeStyles({
  heading: { margin: 0, ":focus": { outlineStyle: "none" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  text: { margin: 0, overflowWrap: "anywhere" },
});

const PROBLEMS_SHOWN = 100;

/** Everything that is wrong, each with the way to its field. */
export function ProblemList({ onOpen }: { onOpen: (path: string) => void }): ReactElement {
  const styles = useStyles();
  const { draft = {}, problems } = usePortfolio();
  const { formatNumber } = useSettings();
  return (
    <>
      <header>
        <Title3 as="h1" block className={styles.heading} tabIndex={-1}>{problems.length === 0 ? "All is in order" : countText(problems.length)}</Title3>
        <Body1 as="p" block className={styles.intro}>{problems.length === 0 ? "Every field can be read. The portfolio can be planned and written." : "Until then nothing can be planned. Follow a link to its field."}</Body1>
      </header>
      <ul className={styles.list}>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
          const { section, index } = sectionOf(problem.path);
          const where = index === undefined ? section.title : `${section.title}, ${entryName(section, listAt(draft, section.place)[index], index)}`;
          return (
            <li key={problem.path + problem.rule}>
              <Link as="button" onClick={() => onOpen(problem.path)}>{where}</Link>
              <Body1 as="p" block className={styles.text}>{problemText(problem)}</Body1>
            </li>
          );
        })}
      </ul>
      {problems.length > PROBLEMS_SHOWN && <Body1 as="p" className={styles.intro}>And {formatNumber(problems.length - PROBLEMS_SHOWN)} more, shown as these are put right.</Body1>}
    </>
  );
}
