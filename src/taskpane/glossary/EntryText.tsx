import { Body1, Caption1, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import type { GlossaryEntry } from "./entry";
import { entryOf } from "./glossary";

const useStyles = makeStyles({
  entry: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  also: { fontStyle: "italic" },
});

/** What an entry says, under its name. @param onOpen another entry */
export function EntryText({ entry: { also, text, formula, functions, see }, onOpen }: { entry: GlossaryEntry; onOpen: (id: string) => void }): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  return (
    <div className={styles.entry}>
      {also && <Caption1 as="p" block className={mergeClasses(shared.small, styles.also)}>{also.join(", ")}</Caption1>}
      <Body1 as="p" block className={shared.text}>{text}</Body1>
      {formula && <p className={mergeClasses(shared.code, shared.block)}>{formula}</p>}
      {functions && <Caption1 as="p" block className={shared.small}>In cells: {functions.map((id) => `=MINE.${id}`).join(", ")}</Caption1>}
      {see && (
        <Caption1 as="p" block className={shared.small}>
          See {see.map((id, i) => <span key={id}>{i > 0 && ", "}<Link as="button" inline onClick={() => onOpen(id)}>{entryOf(id)!.term}</Link></span>)}
        </Caption1>
      )}
    </div>
  );
}
