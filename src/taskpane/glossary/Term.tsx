import { Button, Link, makeStyles, Popover, PopoverSurface, PopoverTrigger, Spinner, Subtitle2, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { useNavigation } from "../navigation";
import type { GlossaryEntry } from "./entry";
import type { TermId } from "./glossary";

const useStyles = makeStyles({
  term: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS },
  button: { minWidth: "20px", width: "20px", height: "20px", padding: 0, color: tokens.colorNeutralForeground3 },
  surface: { maxWidth: "280px", display: "grid", rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** A word with a button beside it that explains it. @param id of the glossary's entry @param name what the button is called, where the word is no text */
export function Term({ id, children, name }: { id: TermId; children: ReactNode; name?: string }): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.term}>
      {children}
      <TermButton id={id} name={name ?? (typeof children === "string" ? children : id)} />
    </span>
  );
}

/** The button alone, for where the word stands elsewhere. */
export function TermButton({ id, name }: { id: TermId; name: string }): ReactElement {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  // Closed by the keyboard it goes on where it was; with a link followed the other screen has the focus.
  const closed = (event: { readonly type: string }): void => { if (event.type === "keydown") setTimeout(() => button.current?.focus()); };
  return (
    <Popover trapFocus size="small" withArrow onOpenChange={(event, { open: isOpen }) => { if (!isOpen) closed(event); }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button ref={button} className={styles.button} appearance="transparent" size="small" aria-label={`What is ${name}?`} icon={<InfoMark />} />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={name}>
        <Explanation id={id} />
        {/* There from the start, so that the keyboard has a place in here while the words are being fetched. */}
        <TermLink id={id} />
      </PopoverSurface>
    </Popover>
  );
}

/** The way to an entry, from where it is told what a field holds. */
export function TermLink({ id }: { id: TermId }): ReactElement | null {
  const { open, screens } = useNavigation();
  return screens.includes("glossary") ? <Link as="button" onClick={() => open("glossary", id)}>Open the glossary</Link> : null;
}

/** The glossary is fetched with the first word that is asked for. */
function Explanation({ id }: { id: TermId }): ReactElement {
  const styles = useStyles();
  const [entry, setEntry] = useState<GlossaryEntry | "failed">();
  useEffect(() => {
    let gone = false;
    import("./glossary").then(({ entryOf }) => { if (!gone) setEntry(entryOf(id) ?? "failed"); }, () => { if (!gone) setEntry("failed"); });
    return () => void (gone = true);
  }, [id]);
  if (entry === undefined) return <Spinner size="tiny" label="Opening …" />;
  if (entry === "failed") return <p className={styles.text}>The explanation could not be loaded. Check the connection, then try again.</p>;
  return (
    <>
      <Subtitle2 as="h3">{entry.term}</Subtitle2>
      <p className={styles.text}>{entry.text}</p>
    </>
  );
}

/** Drawn here: a set of icons would be many times this size. */
function InfoMark(): ReactElement {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.3" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7.2v4" strokeLinecap="round" />
      <circle cx="8" cy="4.9" r="0.5" fill="currentColor" />
    </svg>
  );
}
