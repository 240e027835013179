import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from "react";
import { useNavigation } from "../navigation";
import { usePortfolio } from "../store";
import { BackIcon } from "../icons";
import { DocumentBar } from "./DocumentBar";
import { EntryList } from "./EntryList";
import { EntryForm } from "./EntryForm";
import { NoPortfolio } from "./NoPortfolio";
import { Overview } from "./Overview";
import { ProblemList } from "./ProblemList";
import { SECTIONS, sectionOf, type Section, type SectionId } from "./sections";

const useStyles = makeStyles({
  screen: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "1fr auto", minHeight: "calc(100vh - 37px)", maxWidth: "480px" },
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignContent: "start", rowGap: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  back: { justifySelf: "start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`, paddingInline: tokens.spacingHorizontalS, minWidth: 0 },
});

/** What is shown: all parts, what is wrong, a list, or one form. */
export type View =
  | { readonly at: "overview" }
  | { readonly at: "problems" }
  | { readonly at: "section"; readonly id: SectionId; readonly index?: number; readonly field?: string };

/** The document: sites, contracts, fleets and what else a plan is made from. */
export function PortfolioScreen(): ReactElement {
  const styles = useStyles();
  const { draft } = usePortfolio();
  const { target } = useNavigation();
  const [view, setView] = useState<View>({ at: "overview" });
  const page = useRef<HTMLDivElement>(null);
  const showPath = (path: string): void => {
    const { section, index } = sectionOf(path);
    setView({ at: "section", id: section.id, index, field: path });
  };
  useEffect(() => { if (target) showPath(target.path); }, [target]);
  useFocusOfView(page, view);
  if (!draft) return <NoPortfolio />;

  const section = view.at === "section" ? SECTIONS.find(({ id }) => id === view.id) : undefined;
  const up = view.at === "section" && view.index !== undefined ? { label: section!.title, view: { at: "section", id: view.id } as View } : { label: "All parts", view: { at: "overview" } as View };
  return (
    <div className={styles.screen}>
      <div ref={page} className={styles.page} key={viewKey(view)}>
        {view.at !== "overview" && <Button appearance="subtle" size="small" className={styles.back} icon={<BackIcon />} onClick={() => setView(up.view)}>{up.label}</Button>}
        {view.at === "overview" && <Overview onOpen={(id) => setView({ at: "section", id })} />}
        {view.at === "problems" && <ProblemList onOpen={showPath} />}
        {section && <SectionView section={section} index={view.at === "section" ? view.index : undefined} onView={setView} />}
      </div>
      <DocumentBar onProblems={() => setView({ at: "problems" })} />
    </div>
  );
}

function SectionView({ section, index, onView }: { section: Section; index: number | undefined; onView: (view: View) => void }): ReactElement {
  const open = (at: number | undefined): void => onView({ at: "section", id: section.id, index: at });
  if (section.isList && index === undefined) return <EntryList section={section} onOpen={open} />;
  return <EntryForm section={section} index={index} onOpen={open} />;
}

/** A view begins at its top with the keyboard at its heading, or at the field that was asked for. */
function useFocusOfView(page: React.RefObject<HTMLDivElement | null>, view: View): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) return void (first.current = false);
    const field = view.at === "section" ? view.field : undefined;
    const control = field === undefined ? undefined : nearestControl(page.current, field);
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView?.({ block: "center" });
      return;
    }
    document.documentElement.scrollTop = 0;
    page.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [view]);
}

/** The control of a path, or of what it is part of. */
function nearestControl(page: HTMLDivElement | null, path: string): HTMLElement | undefined {
  const named = [...(page?.querySelectorAll<HTMLElement>("[name]") ?? [])];
  for (let at = path; at !== ""; at = at.replace(/(^|\.)[^.[]+$|\[\d+\]$/, "")) {
    const control = named.find((each) => each.getAttribute("name") === at);
    if (control) return control;
  }
  return undefined;
}

function viewKey(view: View): string {
  return view.at === "section" ? `${view.id} ${view.index ?? ""}` : view.at;
}
