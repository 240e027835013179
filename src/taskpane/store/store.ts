import { createContext, use } from "react";
import type { PortfolioProblem, PortfolioReading } from "../../planning/portfolio";
import type { TaskState } from "../task/useTask";
import type { Planned } from "../worker";
import type { Draft } from "./draft";
import type { GivenFile } from "./files";
import type { Action, Origin } from "./state";
import type { Doubt, SheetsReading } from "./doubt";
import type { Written } from "./workbook";

/** What was found in the workbook when it was last looked at. */
export type WorkbookState = SheetsReading;

/** The portfolio being edited, and what can be done with it. It is kept nowhere but here and in the workbook's input tables. */
export interface PortfolioStore {
  /** undefined until there is one */
  readonly draft: Draft | undefined;
  readonly origin: Origin | undefined;
  /** the draft as a portfolio, or what is wrong with it */
  readonly reading: PortfolioReading | undefined;
  /** those of the reading; empty where it is in order */
  readonly problems: readonly PortfolioProblem[];
  /** what undo would take back; undefined where there is nothing */
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  /** what was done, oldest first */
  readonly log: readonly Action[];
  /** what the workbook's tables hold, as last read or written; undefined where nothing is known of them */
  readonly standing: Draft | undefined;
  /** the workbook's tables hold a document */
  readonly written: boolean;
  /** the whole workbook with its model stands there */
  readonly built: boolean;
  /** the tables hold another document than this */
  readonly differs: boolean;
  /** somebody changed the tables since they were last read or written, as far as was looked */
  readonly sheetsMoved: boolean;
  /** the look into the workbook with which the pane opens */
  readonly opening: TaskState<WorkbookState>;
  /** what the last look into the workbook found, then or later */
  readonly lastRead: WorkbookState | undefined;

  /** @param merge changes with the same text in a row are one step of undo */
  readonly edit: (label: string, edit: (draft: Draft) => Draft, merge?: string) => void;
  /** Puts a value at a path such as "sites[0].uptime"; undefined takes the field away. */
  readonly set: (path: string, value: unknown, label?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Adds to the log. */
  readonly note: (action: string) => void;
  readonly startFromSample: (id: string) => Promise<void>;
  readonly startFromScratch: () => void;
  /** @returns why the files cannot be opened, or undefined where they are */
  readonly importFiles: (files: readonly GivenFile[]) => Promise<string | undefined>;
  /** Takes what the input tables say. Throws WriteError. */
  readonly readFromSheets: () => Promise<WorkbookState>;
  /** Looks whether the tables still say what was last read or written; changes nothing else. @param olderThanMs not where the last look is no older */
  readonly lookAtSheets: (olderThanMs?: number) => Promise<void>;
  /**
   * Writes the changed cells of the input tables, or all of them; a workbook that was built is then planned and built again.
   * @param sure whatever somebody changed in the tables since is overwritten
   * @returns a doubt where it would be, and the user is to decide first
   * @throws WriteError
   */
  readonly writeToSheets: (onStep: (step: string) => void, sure?: boolean) => Promise<Written | Doubt>;
  /** Writes the whole workbook of a plan with insights, and gives the names of its sheets. Throws WriteError. */
  readonly build: (planned: Planned, onStep: (step: string) => void) => Promise<readonly string[]>;
}

export const PortfolioContext = createContext<PortfolioStore | undefined>(undefined);

/** @throws Error outside a PortfolioProvider */
export function usePortfolio(): PortfolioStore {
  const store = use(PortfolioContext);
  if (!store) throw new Error("There is no portfolio here: PortfolioProvider is missing.");
  return store;
}
