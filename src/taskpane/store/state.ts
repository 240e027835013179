import type { Draft } from "./draft";

/** Where the document came from. */
export interface Origin {
  readonly kind: "sample" | "scratch" | "file" | "workbook";
  /** of the sample or file */
  readonly name: string;
}

/** Something that was done, oldest first in the log. */
export interface Action {
  /** "2026-09-30 14:05:12 UTC" */
  readonly time: string;
  readonly action: string;
  /** the document it was done with; undefined of edits, which come by the hundred */
  readonly draft: Draft | undefined;
}

/** The document at one time, and what was done to it next. */
interface Step {
  readonly draft: Draft | undefined;
  readonly origin: Origin | undefined;
  readonly label: string;
  /** changes of one field, letter by letter, are one step */
  readonly merge?: string;
}

export interface PortfolioState {
  readonly draft: Draft | undefined;
  readonly origin: Origin | undefined;
  /** what stands in the workbook's tables, as last read or written */
  readonly written: Draft | undefined;
  /** somebody changed the tables since, as far as was looked */
  readonly sheetsMoved: boolean;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly log: readonly Action[];
}

export type Change =
  | { readonly type: "replace"; readonly draft: Draft; readonly origin: Origin; readonly label: string; readonly time: string }
  | { readonly type: "edit"; readonly edit: (draft: Draft) => Draft; readonly label: string; readonly merge?: string; readonly time: string }
  | { readonly type: "written"; readonly draft: Draft | undefined }
  /** the tables were looked at. @param since what they were known to hold then */
  | { readonly type: "looked"; readonly since: Draft; readonly moved: boolean }
  | { readonly type: "note"; readonly action: string; readonly time: string }
  | { readonly type: "undo" | "redo"; readonly time: string };

export const NOTHING_YET: PortfolioState = { draft: undefined, origin: undefined, written: undefined, sheetsMoved: false, past: [], future: [], log: [] };

/** Older steps are forgotten. */
const MOST_STEPS = 200;
const MOST_ACTIONS = 500;

export function changed(state: PortfolioState, change: Change): PortfolioState {
  const { draft, origin, past, future } = state;
  switch (change.type) {
    case "replace":
      return logged({ ...state, draft: change.draft, origin: change.origin, past: pushed(past, { draft, origin, label: change.label }), future: [] }, change.label, change.time);
    case "edit": {
      if (!draft) return state;
      const next = change.edit(draft);
      if (next === draft) return state;
      const last = past.at(-1);
      const same = change.merge !== undefined && last?.merge === change.merge && future.length === 0;
      return { ...state, draft: next, past: same ? past : pushed(past, { draft, origin, label: change.label, merge: change.merge }), future: [], log: withEdit(state.log, change.label, change.time) };
    }
    case "written":
      return { ...state, written: change.draft, sheetsMoved: false, past: past.map((step) => ({ ...step, merge: undefined })) };
    case "looked":
      return state.written === change.since ? { ...state, sheetsMoved: change.moved } : state;
    case "note":
      return logged(state, change.action, change.time);
    case "undo": {
      const step = past.at(-1);
      if (!step) return state;
      return logged({ ...state, draft: step.draft, origin: step.origin, past: past.slice(0, -1), future: [...future, { draft, origin, label: step.label }] }, `Undone: ${step.label}`, change.time);
    }
    case "redo": {
      const step = future.at(-1);
      if (!step) return state;
      return logged({ ...state, draft: step.draft, origin: step.origin, past: [...past, { draft, origin, label: step.label }], future: future.slice(0, -1) }, `Done again: ${step.label}`, change.time);
    }
  }
}

function pushed(past: readonly Step[], step: Step): readonly Step[] {
  return [...past, step].slice(-MOST_STEPS);
}

/** Edits of one kind that follow each other are one entry, with the time of the last. */
function withEdit(log: readonly Action[], action: string, time: string): readonly Action[] {
  const last = log.at(-1);
  const before = last?.action === action && last.draft === undefined ? log.slice(0, -1) : log;
  return [...before, { time, action, draft: undefined }].slice(-MOST_ACTIONS);
}

function logged(state: PortfolioState, action: string, time: string): PortfolioState {
  return { ...state, log: [...state.log, { time, action, draft: state.draft }].slice(-MOST_ACTIONS) };
}
