import { Body1, Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cellText } from "../../planning/portfolio";
import { usePortfolio } from "../store";
import { useTask } from "../task/useTask";
import { useHomeStyles } from "./styles";

const PROBLEMS_SHOWN = 6;

/** Why the workbook's input tables were not taken, when the pane opened or was told to read them again. */
export function Unreadable(): ReactElement | null {
  const styles = useHomeStyles();
  const { opening, lastRead, readFromSheets } = usePortfolio();
  const task = useTask<unknown>();
  const again = <Button size="small" onClick={() => void task.run(readFromSheets)}>Read again</Button>;
  if (lastRead?.found === "problems") {
    const { problems } = lastRead;
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>The workbook has input tables that cannot be read.</MessageBarTitle> Put them right on the sheet, then read again. They are left as they are.
          <ul className={styles.list}>{problems.slice(0, PROBLEMS_SHOWN).map((problem) => <li key={cellText(problem.cell) + problem.rule}><Body1>{problem.message}</Body1></li>)}</ul>
          {problems.length > PROBLEMS_SHOWN && <Body1>And {problems.length - PROBLEMS_SHOWN} more.</Body1>}
        </MessageBarBody>
        <MessageBarActions>{again}</MessageBarActions>
      </MessageBar>
    );
  }
  if (opening.phase !== "failed" || lastRead) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody><MessageBarTitle>The workbook could not be looked into.</MessageBarTitle> {opening.whatHappened} {opening.whatToDo}</MessageBarBody>
      <MessageBarActions>{again}</MessageBarActions>
    </MessageBar>
  );
}
