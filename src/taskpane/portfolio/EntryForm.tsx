import { Body1, Button, makeStyles, Title3, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, type KeyboardEvent, type ReactElement } from "react";
import { DeleteIcon } from "../icons";
import { useSettings } from "../settings";
import { listAt, placeOf, usePortfolio, valueAt, withoutEntry, withValue } from "../store";
import { renamed } from "../store/names";
import { ObjectFields } from "./form/ObjectFields";
import { SeriesField } from "./form/SeriesField";
import { problemText, problemWithin } from "./problems";
import { entryPath, type Section } from "./sections";
import { entryName, summaryOf } from "./summaries";

const useStyles = makeStyles({
  heading: { margin: 0, overflowWrap: "anywhere", ":focus": { outlineStyle: "none" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  delete: { justifySelf: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** The form of one entry of a list, or of a part that is there once. */
export function EntryForm({ section, index, onOpen }: { section: Section; index: number | undefined; onOpen: (index: number | undefined) => void }): ReactElement {
  const styles = useStyles();
  const { draft = {}, problems, edit, set } = usePortfolio();
  const formats = useSettings();
  const path = index === undefined ? section.path : entryPath(section, index);
  const entry = index === undefined ? valueAt(draft, section.place) : listAt(draft, section.place)[index];
  const name = index === undefined ? section.title : entryName(section, entry, index);
  const { place, schema } = section;
  const change = useCallback((at: string, value: unknown): void => {
    const label = `${schema.title} changed`;
    if (index !== undefined && at === `${path}.id` && typeof value === "string") edit(label, (document) => renamed(document, place, index, value));
    else set(at, value, label);
  }, [edit, set, path, index, place, schema]);
  const gone = index !== undefined && entry === undefined;
  // Another document was opened, or an undo took the entry away: the list is what is left of it.
  useEffect(() => { if (gone) onOpen(undefined); }, [gone]);
  if (gone) return <Body1 as="p">This {schema.title!.toLowerCase()} is no longer there.</Body1>;

  const isSeries = section.id === "priceSeries";
  const wrongSeries = isSeries ? (problemWithin(problems, `${path}.valuesUsdKwh`) ?? problemWithin(problems, `${path}.csvFile`)) : undefined;
  return (
    <>
      <header>
        <Title3 as="h1" block className={styles.heading} tabIndex={-1}>{name}</Title3>
        <Body1 as="p" block className={styles.intro}>{index === undefined ? section.about : summaryOf(section, draft, entry, formats)}</Body1>
      </header>
      <form className={styles.form} aria-label={name} onSubmit={(event) => event.preventDefault()} onKeyDown={enterMovesOn}>
        <ObjectFields schema={schema} value={entry} path={path} omit={isSeries ? ["valuesUsdKwh", "csvFile"] : section.omit} onChange={change} />
        {isSeries && <SeriesField series={entry} path={`${path}.valuesUsdKwh`} message={wrongSeries && problemText(wrongSeries)} onChange={(series) => edit("Hourly prices taken", (at) => withValue(at, placeOf(path), series))} />}
      </form>
      {index !== undefined && (
        <Button className={styles.delete} appearance="subtle" icon={<DeleteIcon />} onClick={() => { edit(`${name} deleted`, (at) => withoutEntry(at, place, index)); onOpen(undefined); }}>
          Delete {schema.title!.toLowerCase()}
        </Button>
      )}
    </>
  );
}

/** As in a sheet: Enter goes to the next field, Shift+Enter to the one before. */
function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const from = event.target as HTMLElement;
  if (event.key !== "Enter" || !from.matches("input:not([type=checkbox]):not([type=radio]), select")) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>("input:not([hidden]), select, textarea")].filter((each) => each.closest("[hidden]") === null);
  const next = fields[fields.indexOf(from) + (event.shiftKey ? -1 : 1)];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}
