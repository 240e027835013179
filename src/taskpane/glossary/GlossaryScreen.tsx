import { Body1, Caption1, makeStyles, SearchBox, Subtitle2, Subtitle2Stronger, Title3, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { useNavigation } from "../navigation";
import type { GlossaryEntry } from "./entry";
import { EntryText } from "./EntryText";
import { entryOf, findEntries, GLOSSARY } from "./glossary";

const useStyles = makeStyles({
  search: { maxWidth: "none", width: "100%", minWidth: 0 },
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  // Below the bar of the tabs, when it is scrolled to.
  article: { scrollMarginTop: "48px" },
});

/** The terms of the field, to be searched; opened with a term's id it goes there. */
export function GlossaryScreen(): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const { screen, target } = useNavigation();
  const [query, setQuery] = useState("");
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  const list = useRef<HTMLDivElement>(null);
  const open = (id: string): void => {
    setQuery("");
    setWanted({ id });
  };
  useEffect(() => {
    if (screen === "glossary" && target && entryOf(target.path)) open(target.path);
  }, [screen, target]);
  useEffect(() => {
    const heading = wanted && list.current?.querySelector<HTMLElement>(`[data-term="${wanted.id}"]`);
    if (!heading) return;
    heading.focus({ preventScroll: true });
    heading.closest("article")?.scrollIntoView?.({ block: "start" });
  }, [wanted]);
  const searching = query.trim() !== "";
  const found = searching ? findEntries(query) : [];
  return (
    <div className={shared.page}>
      <header className={shared.section}>
        <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Glossary</Title3>
        <Body1 as="p" block className={shared.text}>The words of mining and its finance, as this add-in uses them.</Body1>
      </header>
      <div role="search">
        <SearchBox className={styles.search} aria-label="Search the glossary" placeholder="Term, abbreviation or word" value={query} onChange={(_, { value }) => setQuery(value)} />
        <Caption1 as="p" role="status" className={shared.small}>{searching ? (found.length === 1 ? "1 term" : `${found.length} terms`) : ""}</Caption1>
      </div>
      <div ref={list} className={styles.list}>
        {searching && found.length === 0 && <Body1 as="p" className={shared.text}>No term fits. Try one word, such as “hashprice” or “covenant”.</Body1>}
        {searching
          ? found.map((entry) => <Entry key={entry.id} entry={entry} onOpen={open} level="h2" />)
          : GLOSSARY.map(({ title, entries }) => (
            <section key={title} className={styles.list} aria-label={title}>
              <Subtitle2Stronger as="h2" block className={shared.heading}>{title}</Subtitle2Stronger>
              {entries.map((entry) => <Entry key={entry.id} entry={entry} onOpen={open} level="h3" />)}
            </section>
          ))}
      </div>
    </div>
  );
}

function Entry({ entry, onOpen, level }: { entry: GlossaryEntry; onOpen: (id: string) => void; level: "h2" | "h3" }): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  return (
    <article className={styles.article}>
      <Subtitle2 as={level} block className={shared.heading} tabIndex={-1} data-term={entry.id}>{entry.term}</Subtitle2>
      <EntryText entry={entry} onOpen={onOpen} />
    </article>
  );
}
