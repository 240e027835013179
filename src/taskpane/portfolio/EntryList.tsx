import { Badge, Body1, Button, Caption1, Link, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, SearchBox, Title3, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { AddIcon, MoreIcon } from "../icons";
import { useSettings } from "../settings";
import { listAt, usePortfolio, valueAt, withEntry, withoutEntry, withValue } from "../store";
import { freeName, hasNames } from "../store/names";
import { newEntry } from "../store/templates";
import { PasteFleets } from "./paste/PasteFleets";
import { countWithin, problemText } from "./problems";
import { RowButton, useRowStyles } from "../RowButton";
import { entryPath, type Section } from "./sections";
import { entryName, summaryOf } from "./summaries";

const useStyles = makeStyles({
  heading: { margin: 0, ":focus": { outlineStyle: "none" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wrong: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  search: { maxWidth: "none", width: "100%" },
  menu: { flexShrink: 0, minWidth: 0 },
});

/** Longer lists have a search and are shown in pieces. */
const ROWS_AT_FIRST = 50;

/** The entries of one list, each in one line, to open, double and delete. */
export function EntryList({ section, onOpen }: { section: Section; onOpen: (index: number) => void }): ReactElement {
  const styles = useStyles();
  const rows = useRowStyles();
  const { draft = {}, problems, edit } = usePortfolio();
  const formats = useSettings();
  const { formatNumber } = formats;
  const [words, setWords] = useState("");
  const [most, setMost] = useState(ROWS_AT_FIRST);
  const [pasting, setPasting] = useState(false);
  const header = useRef<HTMLElement>(null);
  const entries = listAt(draft, section.place);
  const word = section.schema.title!.toLowerCase();
  const all = entries.map((entry, index) => ({ entry, index, name: entryName(section, entry, index), summary: summaryOf(section, draft, entry, formats) }));
  const found = all.filter(({ name, summary }) => words.toLowerCase().split(/\s+/).every((each) => `${name} ${summary}`.toLowerCase().includes(each)));
  const ofList = problems.find(({ path }) => path === section.path);
  // What was just used is gone: the keyboard goes on from the heading.
  const toHeading = (): void => header.current?.querySelector("h1")?.focus();
  const add = (): void => {
    edit(`${section.schema.title} added`, (at) => withEntry(at, section.place, newEntry(at, section.place)));
    onOpen(entries.length);
  };
  const double = (index: number): void => {
    edit(`${section.schema.title} duplicated`, (at) => {
      const entry = listAt(at, section.place)[index];
      const id = valueAt(entry, ["id"]);
      return withEntry(at, section.place, hasNames(section.place) ? withValue(entry, ["id"], freeName(at, section.place, `${typeof id === "string" ? id : word} copy`)) : entry, index + 1);
    });
    onOpen(index + 1);
  };
  const remove = (index: number): void => {
    edit(`${all[index]!.name} deleted`, (at) => withoutEntry(at, section.place, index));
    toHeading();
  };
  return (
    <>
      <header ref={header}>
        <Title3 as="h1" block className={styles.heading} tabIndex={-1}>{section.title}</Title3>
        <Body1 as="p" block className={styles.intro}>{section.about}</Body1>
      </header>
      {ofList && <Body1 as="p" className={styles.wrong}>{problemText(ofList)}</Body1>}
      <div className={styles.actions}>
        <Button appearance={entries.length === 0 ? "primary" : "secondary"} icon={<AddIcon />} onClick={add}>Add {word}</Button>
        {section.id === "fleets" && <Button aria-expanded={pasting} onClick={() => setPasting(!pasting)}>Paste rows …</Button>}
      </div>
      {pasting && <PasteFleets onClose={() => { setPasting(false); toHeading(); }} />}
      {entries.length > ROWS_AT_FIRST / 2 && <SearchBox className={styles.search} aria-label={`Search ${section.title.toLowerCase()}`} placeholder={`Search ${formatNumber(entries.length)} ${section.title.toLowerCase()}`} value={words} onChange={(_, data) => { setWords(data.value); setMost(ROWS_AT_FIRST); }} />}
      <ul className={rows.list}>
        {found.slice(0, most).map(({ index, name, summary }) => {
          const wrong = countWithin(problems, entryPath(section, index));
          return (
            <li key={index} className={rows.item}>
              <RowButton entry={index} onClick={() => onOpen(index)}>
                <span className={rows.text}>
                  <span className={rows.name}>{name}</span>
                  <Caption1 className={rows.summary}>{summary}</Caption1>
                </span>
                {wrong > 0 && <Badge appearance="tint" color="danger" aria-label={`${wrong} to put right`}>{wrong}</Badge>}
              </RowButton>
              <Menu>
                <MenuTrigger disableButtonEnhancement><Button className={styles.menu} appearance="subtle" icon={<MoreIcon />} aria-label={`More for ${name}`} /></MenuTrigger>
                <MenuPopover>
                  <MenuList>
                    <MenuItem onClick={() => double(index)}>Duplicate</MenuItem>
                    <MenuItem onClick={() => remove(index)}>Delete</MenuItem>
                  </MenuList>
                </MenuPopover>
              </Menu>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <Body1 as="p" className={styles.intro}>{entries.length === 0 ? `No ${section.title.toLowerCase()} yet.` : `None of the ${section.title.toLowerCase()} fits "${words}".`}</Body1>}
      {found.length > most && <Link as="button" onClick={() => setMost(most + ROWS_AT_FIRST)}>Show {Math.min(ROWS_AT_FIRST, found.length - most)} more of {formatNumber(found.length)}</Link>}
    </>
  );
}
