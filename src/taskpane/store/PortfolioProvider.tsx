import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState, type ReactElement, type ReactNode } from "react";
import { readPortfolio } from "../../planning/portfolio";
import { useSettings } from "../settings/useSettings";
import { useTask } from "../task/useTask";
import type { Planned } from "../worker";
import { comparable, sameDocument, type Doubt } from "./doubt";
import { listAt, placeOf, sameJson, withValue, type Draft } from "./draft";
import { readFiles, type GivenFile } from "./files";
import { SAMPLES } from "./samples";
import { shownProblems } from "./shown-problems";
import { changed, NOTHING_YET } from "./state";
import { PortfolioContext, type PortfolioStore, type WorkbookState } from "./store";
import { documentFromScratch } from "./templates";
import { buildWorkbook, MODEL_SHEET, now, readSheets, writeSheets, type Written } from "./workbook";

const FLEETS_READ_AT_ONCE = 200;

/** Holds the portfolio that is being edited, for everything below. On opening it takes what the workbook's tables say. */
export function PortfolioProvider({ children }: { children: ReactNode }): ReactElement {
  const [state, dispatch] = useReducer(changed, NOTHING_YET);
  const { draft, written } = state;
  const later = useDeferredValue(draft);
  // Thousands of fleets take longer to read than a key takes to press: there the reading follows when there is time.
  const read = draft && later && listAt(draft, ["fleets"]).length > FLEETS_READ_AT_ONCE ? later : draft;
  const reading = useMemo(() => (read ? readPortfolio(read) : undefined), [read]);
  const formats = useSettings();
  const problems = useMemo(() => shownProblems(read ?? {}, reading?.problems ?? [], formats), [read, reading, formats]);
  const standing = useMemo(() => comparable(written), [written]);
  const differs = useMemo(() => draft !== written && !sameJson(comparable(draft, reading), standing), [draft, written, reading, standing]);
  const opening = useTask<WorkbookState>();
  const [lastRead, setLastRead] = useState<WorkbookState>();
  const [builtHere, setBuiltHere] = useState(false);
  const lookedAt = useRef(-Infinity);
  const latest = useRef(state);
  latest.current = state;

  const replace = useCallback((next: Draft, kind: "sample" | "scratch" | "file" | "workbook", name: string, label: string): void => dispatch({ type: "replace", draft: next, origin: { kind, name }, label, time: now() }), []);
  const readFromSheets = useCallback(async (): Promise<WorkbookState> => {
    const found = await readSheets();
    lookedAt.current = performance.now();
    setLastRead(found);
    if (found.found === "document") {
      dispatch({ type: "written", draft: found.draft });
      replace(found.draft, "workbook", "", "Read from the sheets");
    }
    return found;
  }, [replace]);
  useEffect(() => void opening.run(readFromSheets), []);

  const actions = useMemo(() => ({
    edit: (label: string, edit: (draft: Draft) => Draft, merge?: string): void => dispatch({ type: "edit", label, edit, merge, time: now() }),
    set: (path: string, value: unknown, label = "Field changed"): void => dispatch({ type: "edit", label, edit: (at) => withValue(at, placeOf(path), value), merge: path, time: now() }),
    undo: (): void => dispatch({ type: "undo", time: now() }),
    redo: (): void => dispatch({ type: "redo", time: now() }),
    note: (action: string): void => dispatch({ type: "note", action, time: now() }),
    startFromSample: async (id: string): Promise<void> => {
      const sample = SAMPLES.find((each) => each.id === id);
      if (!sample) throw new Error(`There is no sample "${id}".`);
      replace(await sample.load(), "sample", sample.title, `Sample opened: ${sample.title}`);
    },
    startFromScratch: (): void => replace(documentFromScratch(), "scratch", "", "New portfolio begun"),
    importFiles: async (files: readonly GivenFile[]): Promise<string | undefined> => {
      const read = await readFiles(files);
      if (read.wrong !== undefined) return read.wrong;
      replace(read.draft, "file", read.name, `File opened: ${read.name}`);
      return undefined;
    },
    readFromSheets,
    lookAtSheets: async (olderThanMs = 0): Promise<void> => {
      const { written: known } = latest.current;
      if (known === undefined || performance.now() - lookedAt.current < olderThanMs) return;
      const found = await readSheets();
      lookedAt.current = performance.now();
      dispatch({ type: "looked", since: known, moved: found.found !== "document" || !sameDocument(found.draft, known) });
    },
    writeToSheets: async (onStep: (step: string) => void, sure = false): Promise<Written | Doubt> => {
      const { draft: document, written: known, log } = latest.current;
      const { portfolio } = readPortfolio(document);
      if (!portfolio) throw new Error("The portfolio has fields to be put right first");
      const what = await writeSheets(portfolio, sure ? "overwrite" : known, log, onStep);
      if (typeof what === "object") return what;
      dispatch({ type: "written", draft: document });
      dispatch({ type: "note", action: what === "workbook" ? "Workbook built again" : "Inputs written to the sheets", time: now() });
      return what;
    },
    build: async (planned: Planned, onStep: (step: string) => void): Promise<readonly string[]> => {
      const sheets = await buildWorkbook(planned, latest.current.log, onStep);
      dispatch({ type: "written", draft: planned.portfolio as unknown as Draft });
      setBuiltHere(true);
      dispatch({ type: "note", action: "Workbook built", time: now() });
      return sheets;
    },
  }), [replace, readFromSheets]);

  const store = useMemo((): PortfolioStore => ({
    ...actions,
    draft, origin: state.origin, reading,
    problems,
    undoLabel: state.past.at(-1)?.label, redoLabel: state.future.at(-1)?.label,
    log: state.log,
    standing: written,
    written: written !== undefined,
    built: builtHere || (written !== undefined && lastRead !== undefined && lastRead.sheetNames.includes(MODEL_SHEET)),
    differs: draft !== undefined && differs,
    sheetsMoved: state.sheetsMoved,
    opening: opening.state,
    lastRead,
  }), [actions, state, reading, problems, differs, opening.state, lastRead, builtHere]);
  return <PortfolioContext value={store}>{children}</PortfolioContext>;
}
